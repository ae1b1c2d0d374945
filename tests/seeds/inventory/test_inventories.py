"""An inventory beside the files: whole small archives, each with its sheet, and what their records are."""

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivegen.config import read_config
from archivegen.document_reading import Documents, notices_of_no_row, read_documents
from archivegen.reading_room.room import ReadingRoom
from archivegen.records.record import Record

FROM_THE_SURVEYOR = (
    "The pier has given way at its seaward end, and the crane cannot be used before the autumn.\n"
)
FROM_THE_CONSUL = "The board has met twice and has not decided who is to pay for the repair of the crane.\n"


def archive(root: Path, files: dict[str, Any], config: str = "title: Harbour") -> Documents:
    """Write an archive into a folder and read its documents."""
    for name, content in files.items():
        file = root / "seeds" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    (root / "archive.yml").write_text(config, "utf-8")
    return read_documents(root / "seeds", root, read_config(config), ReadingRoom(), lambda _records: {})


def record(documents: Documents, path: str) -> Record:
    (found,) = [each for each in documents.records if each.source.path == path]
    return found


def supplied(read: Record) -> dict[str, Any]:
    """Return the supplied values of a record by field."""
    found = {
        name: [value.value for value in values if value.status == "supplied"]
        for name, values in read.fields.items()
    }
    return {name: values for name, values in found.items() if values}


def lines(documents: Documents) -> list[str]:
    return [problem.as_line() for problem in (*documents.problems, *notices_of_no_row(documents, {}))]


def workbook(rows: list[list[Any]], formats: dict[str, str] | None = None, **more: list[list[Any]]) -> bytes:
    """Return an XLSX file with a sheet, and more sheets by name."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for place, shown_as in (formats or {}).items():
        sheet[place].number_format = shown_as
    for name, others in more.items():
        other = book.create_sheet(name)
        for row in others:
            other.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_row_describes_the_file_that_it_names(tmp_path: Path):
    """Every cell is a value that the archivist supplies, with the file and the row as its place."""
    documents = archive(
        tmp_path,
        {
            "pier.txt": FROM_THE_SURVEYOR,
            "inventory.csv": "File,Title,Date,Creators,Subjects\n"
            "pier.txt,Report on the pier,4 March 1961,Anna Lindqvist; Peter Okafor,piers | cranes\n",
        },
    )
    assert lines(documents) == []
    read = record(documents, "seeds/pier.txt")
    assert supplied(read) == {
        "title": ["Report on the pier"],
        "dates": ["1961-03-04"],
        "creators": ["Anna Lindqvist", "Peter Okafor"],
        "subjects": ["piers", "cranes"],
    }
    (date,) = read.fields["dates"]
    assert (date.as_written, date.by, date.file, date.lines[0].first) == (
        "4 March 1961",
        "archivist",
        "seeds/inventory.csv",
        2,
    )


def test_the_nearest_wins(tmp_path: Path):
    """The row stands above the defaults of the folder, front matter above the row, the sidecar above all."""
    documents = archive(
        tmp_path,
        {
            "collection.yml": "rights: of the folder\ncredits: of the folder\nform: of the folder\nextent: of the folder\n",
            "inventory.csv": "file,credits,form,extent\npier.txt,of the row,of the row,of the row\n",
            "pier.txt": "---\nform: of the front matter\nextent: of the front matter\n---\n"
            + FROM_THE_SURVEYOR,
            "pier.yml": "extent: of the sidecar\n",
        },
    )
    assert supplied(record(documents, "seeds/pier.txt")) == {
        "form": ["of the front matter"],
        "extent": ["of the sidecar"],
        "credits": ["of the row"],
        "rights": ["of the folder"],
    }


@pytest.mark.parametrize(
    ("cell", "file"),
    [
        ("pier.txt", "pier.txt"),
        ("pier", "pier.txt"),
        ("PIER.TXT", "pier.txt"),
        ("letters/pier", "letters/pier.txt"),
        ("seeds/letters/pier.txt", "letters/pier.txt"),
        (r"C:\scans\letters\pier.pdf", "letters/pier.txt"),
        ("https://example.org/files/pi%C3%A8re.jpg", "pière.txt"),
        ("pie\u0300re", "pi\u00e8re.txt"),
        ("No. 1.2 pier", "No. 1.2 pier.txt"),
    ],
)
def test_names_are_found_however_they_are_written(tmp_path: Path, cell: str, file: str):
    """With or without ending and folder, in any case and Unicode form."""
    documents = archive(
        tmp_path, {file: FROM_THE_SURVEYOR, "inventory.csv": f"file,title\n{cell},Report on the pier\n"}
    )
    assert supplied(record(documents, f"seeds/{file}")) == {"title": ["Report on the pier"]}


@pytest.mark.parametrize(
    ("number", "file", "is_found"),
    [
        ("0012", "0012.txt", True),
        ("0012", "letter 0012 (copy).txt", True),
        ("12", "0012.txt", False),
        ("12", "1961-12-04 letter.txt", False),
        ("HB 12/3", "hb-12-3.txt", True),
        ("104-10069-10185", "scan_104-10069-10185_a.txt", True),
        ("harbour", "harbour-board.txt", False),
    ],
)
def test_a_number_finds_the_file_that_has_it_in_its_name(
    tmp_path: Path, number: str, file: str, is_found: bool
):
    """But not a file that has it in a date, or without the zeros before it."""
    documents = archive(
        tmp_path,
        {file: FROM_THE_SURVEYOR, "inventory.csv": f"record number,credits\n{number},By the board\n"},
    )
    read = record(documents, f"seeds/{file}")
    assert (supplied(read).get("credits") == ["By the board"]) is is_found


def test_a_number_finds_the_document_it_is_read_in(tmp_path: Path):
    """What the file is called then says nothing."""
    text = f"---\nidentifiers: HB 12/3\n---\n{FROM_THE_SURVEYOR}"
    documents = archive(
        tmp_path, {"scan.txt": text, "inventory.csv": "identifier,title\nHB 12/3,Report on the pier\n"}
    )
    assert supplied(record(documents, "seeds/scan.txt"))["title"] == ["Report on the pier"]
    assert len(documents.records) == 1


def test_leading_zeros_that_a_program_took_are_named(tmp_path: Path):
    """The row describes nothing, and that is said."""
    documents = archive(
        tmp_path, {"0012.txt": FROM_THE_SURVEYOR, "inventory.csv": "number,credits\n12,By the board\n"}
    )
    assert lines(documents)[0] == (
        "seeds/inventory.csv:2: warning: but for leading zeros, the number of this row is that of 0012.txt; it does not "
        "describe it; format the column as text, and write the number with its zeros"
    )


@pytest.mark.parametrize("is_closing", [False, True])
def test_a_name_without_its_zeros_finds_the_one_file_that_has_them(tmp_path: Path, is_closing: bool):
    """In a notice that names the cell; one for many. A file of just that name goes before."""
    rows = [["file", "access"], [7, None], [12, "restricted" if is_closing else None], [13, None]]
    files = {f"{name}.txt": FROM_THE_SURVEYOR for name in ("007", "012", "13", "013")}
    documents = archive(tmp_path, {**files, "inventory.xlsx": workbook(rows)})
    without_row = [line for line in lines(documents) if "no row" in line]
    assert [line.partition(":")[0] for line in without_row] == ["seeds/013.txt"]
    (told,) = [line for line in lines(documents) if line not in without_row]
    assert told == (
        "seeds/inventory.xlsx:2: notice: in the column “file”, “7” was taken for 007.txt: spreadsheet programs take zeros from "
        "the beginning of numbers (likewise in another row: 3); format the column as text, and write the names with their "
        "zeros"
    )
    access = record(documents, "seeds/012.txt").access
    assert (access is not None) == is_closing


def test_a_name_without_its_zeros_that_may_be_two_files_is_neither(tmp_path: Path):
    """Nor is one that two rows have."""
    names = ("012", "0012", "07")
    documents = archive(
        tmp_path,
        {
            **{f"{name}.txt": FROM_THE_SURVEYOR for name in names},
            "inventory.csv": "file,title\n12,The pier\n7,The crane\n7,The board\n",
        },
    )
    assert documents.not_read == {f"seeds/{name}.txt" for name in names}


def test_a_row_without_a_file_is_a_record_without_text(tmp_path: Path):
    """Its path is made of its number, so that neither sorting nor new rows change it."""
    sheet = ["number,title,date", "7,Letter that was burnt,1958", "8,,1959", ",Plan of the harbour,"]
    documents = archive(tmp_path, {"pier.txt": FROM_THE_SURVEYOR, "inventory.csv": "\n".join(sheet)})
    paths = [each.source.path for each in documents.records]
    assert paths == ["seeds/pier.txt", "seeds/inventory.csv#7", "seeds/inventory.csv#Plan-of-the-harbour"]
    burnt = record(documents, "seeds/inventory.csv#7")
    assert burnt.body.blocks == ()
    assert burnt.source.file == "seeds/inventory.csv"
    assert lines(documents) == [
        (
            "seeds/inventory.csv:3: notice: this row has neither a document here nor a title, and is not published; give the "
            "name of the file, or a title, if there should be a record without text"
        ),
        (
            "seeds/inventory.csv:2: notice: 2 rows have no document here, and are records without text: 2, 4; if there is a "
            "file, write its name into a column “file”"
        ),
        (
            "seeds/pier.txt: notice: no row of the inventory describes this document; write its name into a row, if the "
            "inventory should describe it"
        ),
    ]
    turned = "\n".join([sheet[0], *reversed(sheet[1:])])
    again = archive(tmp_path, {"inventory.csv": turned})
    assert {each.source.path: each.source.sha256 for each in again.records} == {
        each.source.path: each.source.sha256 for each in documents.records
    }


def test_a_letter_without_a_title_is_called_by_its_writer_and_addressee(tmp_path: Path):
    """Which is inferred, and says so."""
    documents = archive(
        tmp_path, {"inventory.csv": "kind,creator,recipient,date\nletter,Anna Lindqvist,Peter Okafor,1961\n"}
    )
    (read,) = documents.records
    (title,) = read.fields["title"]
    assert (title.value, title.status, title.rule, title.file) == (
        "Letter from Anna Lindqvist to Peter Okafor",
        "derived",
        "composed_title",
        "seeds/inventory.csv",
    )


def test_columns_may_be_called_as_other_catalogues_do(tmp_path: Path):
    """Dublin Core, CollectionBuilder, labels of the page, and parts of a value in a column of their own."""
    documents = archive(
        tmp_path,
        {
            "inventory.csv": "objectid;dc:title;dcterms.created;Held by;creators office;creators;date_is_approximate;DC.Description\n"
            "pier7;Report;1961;Westhaven State Archive;Surveyor | Consul;Anna Lindqvist | Peter Okafor;yes;On the pier; \n"
        },
    )
    (read,) = documents.records
    assert read.supplied_id == "pier7"
    assert supplied(read) == {
        "title": ["Report"],
        "dates": ["1961~"],
        "creators": ["Anna Lindqvist", "Peter Okafor"],
        "summary": ["On the pier"],
        "repository": ["Westhaven State Archive"],
    }
    assert [agent.as_json()["office"] for agent in read.fields["creators"]] == ["Surveyor", "Consul"]


def test_the_settings_say_what_other_columns_give(tmp_path: Path):
    """Under `inventory`, where the file, its sheet and its columns may be named."""
    config = (
        "title: Harbour\ninventory:\n  file: lists/All papers.xlsx\n  sheet: Papers\n  file_column: Ablage\n"
        "  columns: {Absender: creators, Bemerkung: none, Absender Amt: creators office}\n"
    )
    papers = [
        ["Ablage", "Absender", "Absender Amt", "Bemerkung"],
        ["pier", "Anna Lindqvist", "Consul", "secret"],
    ]
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/All papers.xlsx").write_bytes(workbook([["title"], ["Other"]], Papers=papers))
    documents = archive(tmp_path, {"pier.txt": FROM_THE_SURVEYOR}, config)
    assert lines(documents) == []
    (writer,) = record(documents, "seeds/pier.txt").fields["creators"]
    assert (writer.value, writer.as_json()["office"], writer.file) == (
        "Anna Lindqvist",
        "Consul",
        "lists/All papers.xlsx",
    )


def test_every_folder_may_have_its_own(tmp_path: Path):
    """Its rows describe what is in it, and below it."""
    documents = archive(
        tmp_path,
        {
            "north/pier.txt": FROM_THE_SURVEYOR,
            "south/pier.txt": FROM_THE_CONSUL,
            "north/inventory.csv": "file,title\npier,In the north\n",
            "south/Inventory.CSV": "file,title\npier,In the south\n",
        },
    )
    assert [
        supplied(record(documents, f"seeds/{place}/pier.txt"))["title"] for place in ("north", "south")
    ] == [
        ["In the north"],
        ["In the south"],
    ]


@pytest.mark.parametrize(
    ("cell", "access", "until"),
    [("restricted", "restricted", None), ("Open", "open", None), ("embargoed until 31 December 2030", "embargoed", "2030-12-31")],
)  # fmt: skip
def test_a_row_says_who_may_see_its_document(tmp_path: Path, cell: str, access: str, until: str | None):
    """As a sidecar does."""
    documents = archive(
        tmp_path, {"pier.txt": FROM_THE_SURVEYOR, "inventory.csv": f"file,access\npier,{cell}\n"}
    )
    said = record(documents, "seeds/pier.txt").access
    assert said is not None
    assert (said.value, said.until) == (access, until)


def test_a_row_redacts_words(tmp_path: Path):
    """The lines, a colon, the words."""
    documents = archive(
        tmp_path, {"pier.txt": FROM_THE_SURVEYOR, "inventory.csv": "file,redact\npier,1: the crane\n"}
    )
    read = record(documents, "seeds/pier.txt")
    assert "[redacted] cannot be used" in read.source.text_lines[0]


def test_the_digest_of_what_is_supplied_does_not_depend_on_the_place_of_the_row(tmp_path: Path):
    """Sorting a sheet changes nothing that was published."""
    rows = ["file,title", "pier,On the pier", "board,On the board"]
    files = {"pier.txt": FROM_THE_SURVEYOR, "board.txt": FROM_THE_CONSUL}
    before = archive(tmp_path, {**files, "inventory.csv": "\n".join(rows)})
    after = archive(tmp_path, {"inventory.csv": "\n".join([rows[0], rows[2], rows[1]])})
    assert [each.supplied_sha256 for each in before.records] == [
        each.supplied_sha256 for each in after.records
    ]
    assert all(each.supplied_sha256 for each in before.records)


def test_a_row_that_closes_something_is_never_without_effect(tmp_path: Path):
    """It may mean a document that has no row; where all have one, it is a closed record without text."""
    sheet = "file,title,access\n,On the pier,restricted\n"
    documents = archive(tmp_path, {"pier.txt": FROM_THE_SURVEYOR, "inventory.csv": sheet})
    assert [problem.as_line() for problem in documents.astray] == [
        (
            "seeds/inventory.csv:2: error: this row may say who may see a document, or which words of it, and it may mean "
            "seeds/pier.txt, which has no row; write the name of its file into a column “file”; if there is none, give every "
            "document that is here its row"
        )
    ]
    described = archive(tmp_path, {"inventory.csv": f"{sheet}pier.txt,On the harbour,\n"})
    assert described.astray == ()
    closed = record(described, "seeds/inventory.csv#On-the-pier").access
    assert closed is not None
    assert closed.value == "restricted"


def test_a_workbook_says_what_its_program_made_of_what_was_typed(tmp_path: Path):
    """Days by their number where the column is one of dates; days where numbers are, and lost digits, are left out."""
    day = dt.date(1961, 3, 4)
    sheet = workbook(
        [
            ["file", "date", "reference_code"],
            ["pier", day, day],
            ["board", 22344, 5e10],
            [12, 1961, "=A2"],
        ],
        {"C2": "d-mmm", "C3": "0.00E+00", "A4": "0000"},
    )
    files = {
        "pier.txt": FROM_THE_SURVEYOR, "board.txt": FROM_THE_CONSUL, "0012.txt": FROM_THE_CONSUL * 2, "inventory.xlsx": sheet,
    }  # fmt: skip
    documents = archive(tmp_path, files)
    assert [supplied(record(documents, f"seeds/{name}.txt")) for name in ("pier", "board", "0012")] == [
        {"dates": ["1961-03-04"]},
        {"dates": ["1961-03-04"]},
        {"dates": ["1961"]},
    ]
    assert lines(documents) == [
        (
            "seeds/inventory.xlsx:2: warning: in the column “reference_code”, “4-Mar” is a day that a spreadsheet program has "
            "made of something else, and its year is not shown; format the column as text, and type what is meant"
        ),
        (
            "seeds/inventory.xlsx:3: notice: in the column “date”, “22344” was read as “1961-03-04”, as a spreadsheet program "
            "numbers days; format the column as dates, if this is so"
        ),
        (
            "seeds/inventory.xlsx:3: warning: in the column “reference_code”, “5E+10” is a number that a spreadsheet program "
            "has rounded, and what stood there is lost; format the column as text, and type it again"
        ),
        (
            "seeds/inventory.xlsx:4: warning: in the column “reference_code”, the result of the formula is not in the file, "
            "and nothing is computed here; open the file in the program it was made with, and save it again"
        ),
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["11/27/1963", "03/04/1963"], ["1963-11-27", "1963-03-04"]),
        (["27/11/1963", "03/04/1963"], ["1963-11-27", "1963-04-03"]),
        (["03/04/1963", "05/04/1963"], ["03/04/1963", "05/04/1963"]),
        (["00/00/1975", "06/00/1975"], ["1975", "1975-06"]),
        (["00/00/0000", "01/01/0000"], []),
        (["31/11/1963", "1963-02-30"], ["31/11/1963", "1963-02-30"]),
        (["1960-00-00", "1960-05-00"], ["1960", "1960-05"]),
        (["1961-03-04", "22344"], ["1961-03-04", "1961-03-04"]),
        (["a letter", "22344"], ["a letter", "22344"]),
        (["[1547,1548]", "196X"], ["[1547,1548]", "196X"]),
    ],
)
def test_dates_are_read_by_their_column_and_never_mended(
    tmp_path: Path, dates: list[str], expected: list[str]
):
    """One of them may decide the order of all; what cannot be is shown as it is written."""
    rows = "".join(f'{number},Paper {number},"{date}"\n' for number, date in enumerate(dates, 7))
    documents = archive(tmp_path, {"inventory.csv": f"number,title,date\n{rows}"})
    assert [value for read in documents.records for value in supplied(read).get("dates", [])] == expected


def test_many_inventories_of_many_documents_are_told_apart_in_one_walk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Not every document is asked for every inventory whether it is one of its own."""
    boxes, asked = 40, []
    is_relative_to = Path.is_relative_to

    def counted(path: Path, *others: Any) -> bool:
        asked.append(path)
        return is_relative_to(path, *others)

    monkeypatch.setattr(Path, "is_relative_to", counted)
    files: dict[str, Any] = {}
    for box in range(boxes):
        files[f"box-{box}/letter.txt"] = FROM_THE_SURVEYOR
        files[f"box-{box}/inner/note.txt"] = FROM_THE_CONSUL
        files[f"box-{box}/inventory.csv"] = f"file,title\nletter.txt,Letter {box}\n,Map {box}\n"
    documents = archive(tmp_path, files)
    assert record(documents, "seeds/box-7/letter.txt").fields["title"][0].value == "Letter 7"
    assert len(documents.records) == 3 * boxes
    assert len(list(notices_of_no_row(documents, {}))) == 1
    assert len(asked) < boxes * boxes


@given(
    st.lists(st.sampled_from(["file", "title", "date", "access", "redact", "id", "Colour", "", "creators office", "creators", "until"]), min_size=1, max_size=7),
    st.lists(st.lists(st.text(max_size=12) | st.sampled_from(["pier", "open", "restricted", "1-2", "00/00/0000", "1: pier"]), max_size=8), max_size=5),
)  # fmt: skip
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_sheet_no_document_is_lost(
    tmp_path: Path, heads: list[str], rows: list[list[str]]
):
    """Every document is a record or named in a problem, and nothing fails."""
    file = io.StringIO()
    csv.writer(file).writerows([heads, *rows])
    content = file.getvalue().encode("utf-8", errors="replace")
    documents = archive(tmp_path, {"pier.txt": FROM_THE_SURVEYOR, "inventory.csv": content})
    paths = {read.source.path for read in documents.records}
    assert ("seeds/pier.txt" in paths) != ("seeds/pier.txt" in documents.not_read)
    assert "seeds/pier.txt" in paths or any(problem.level == "error" for problem in documents.problems)


def test_records_without_text_belong_to_the_collection_of_their_folder(tmp_path: Path):
    """Whose title is not theirs."""
    documents = archive(
        tmp_path,
        {
            "collection.yml": "title: Papers of the harbour office\nrepository: Westhaven State Archive\n",
            "inventory.csv": "number,title\n7,Letter that was burnt\n",
        },
    )
    assert supplied(record(documents, "seeds/inventory.csv#7")) == {
        "title": ["Letter that was burnt"],
        "collections": ["Papers of the harbour office"],
        "repository": ["Westhaven State Archive"],
    }
    assert [file.name for file in documents.collections] == ["collection.yml"]


def test_letters_without_files_are_told_what_makes_their_titles(tmp_path: Path):
    """The notice says which one word is missing; with it they are records."""
    sheet = "creators,recipients,date\nAnna Lindqvist,Peter Okafor,1961-03-04\nPeter Okafor,Anna Lindqvist,1961-03-09\n"
    documents = archive(tmp_path, {"inventory.csv": f"{sheet},,1961\n"})
    assert lines(documents) == [
        (
            "seeds/inventory.csv:2: notice: 2 rows have neither a document here nor a title, and are not published: 2-3; if it is a "
            "letter, write “letter” into a column “form”, or “form: letter” below “defaults:” of a collection.yml beside the "
            "inventory: writer and addressee make its title; else give the name of the file, or a title"
        ),
        (
            "seeds/inventory.csv:4: notice: this row has neither a document here nor a title, and is not published; give the "
            "name of the file, or a title, if there should be a record without text"
        ),
    ]
    letters = archive(tmp_path, {"inventory.csv": sheet, "collection.yml": "defaults:\n  form: letter\n"})
    assert [each.text_of("title") for each in letters.records] == [
        "Letter from Anna Lindqvist to Peter Okafor",
        "Letter from Peter Okafor to Anna Lindqvist",
    ]


@pytest.mark.parametrize("other", ["22350", "spring"])
def test_the_number_of_a_day_in_a_column_that_does_not_tell_is_a_guess(tmp_path: Path, other: str):
    """It stands as it is written, and the warning says which day it would be."""
    documents = archive(
        tmp_path,
        {
            "pier.txt": FROM_THE_SURVEYOR, "board.txt": FROM_THE_CONSUL,
            "inventory.csv": f"file,date\npier,22344\nboard,{other}\n",
        },
    )  # fmt: skip
    assert supplied(record(documents, "seeds/pier.txt")) == {"dates": ["22344"]}
    (line,) = [line for line in lines(documents) if ":2: warning" in line]
    assert "as the number of a day in a spreadsheet it would be 1961-03-04" in line
    assert "; format the column as dates, if this is so" in line
