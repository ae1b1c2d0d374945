"""A column of ids with the numbers of an archive: addresses made of them, and problems that name sheet, row and column."""

from pathlib import Path

import pytest
from tests.conftest import build_quietly, publish_quietly
from tests.seeds.inventory.test_inventories import (
    FROM_THE_CONSUL,
    FROM_THE_SURVEYOR,
    archive,
    lines,
    record,
    workbook,
)

from archivegen.problems import Refusal


@pytest.mark.parametrize(
    ("cell", "made", "identifiers"),
    [
        ("HB 12/3", "hb-12-3", ["HB 12/3"]),
        ("2024.001", "2024-001", ["2024.001"]),
        ("Ms. Ö 7", "ms-o-7", ["Ms. Ö 7"]),
        ("hb-12-3", "hb-12-3", []),
        ("0012", "0012", []),
        ("ГАРФ 9/1", None, ["ГАРФ 9/1"]),
        ("한글 3", None, ["한글 3"]),
        ("x" * 81, None, ["x" * 81]),
    ],
)
@pytest.mark.parametrize("name", ["pier.txt", ""])
def test_a_number_gives_the_address_and_is_kept(
    tmp_path: Path, cell: str, made: str | None, identifiers: list[str], name: str
):
    """Of a document as of a record without text; one that gives no address is named with its cell."""
    documents = archive(
        tmp_path,
        {
            "pier.txt": FROM_THE_SURVEYOR,
            "inventory.csv": f"id,file,title\n{cell},{name},Report on the pier\n",
        },
    )
    read = next(each for each in documents.records if each.text_of("title") == "Report on the pier")
    assert read.supplied_id == made
    assert [value.value for value in read.fields.get("identifiers", ())] == identifiers
    told = [line for line in lines(documents) if "warning" in line or "error" in line]
    assert [line[:80] for line in told] == (
        []
        if made
        else [f"seeds/inventory.csv:2: warning: in the column “id”, no address can be made of “{cell}”"[:80]]
    )


@pytest.mark.parametrize("cell", ["con", "LPT 1", "Lpt1"])
def test_a_number_that_is_the_name_of_a_device_is_told_so(tmp_path: Path, cell: str):
    """It is in small letters already, or would be in vain."""
    sheet = f"id,file,title\n{cell},pier.txt,Report on the pier\n"
    told = lines(archive(tmp_path, {"pier.txt": FROM_THE_SURVEYOR, "inventory.csv": sheet}))
    is_device = "if it is to be its address, write more than this word, as "
    assert any(is_device in line for line in told) == (cell != "LPT 1")


def test_what_a_nearer_file_says_is_the_address(tmp_path: Path):
    """The number is still one of its identifiers, beside those of a column of their own."""
    documents = archive(
        tmp_path,
        {
            "pier.txt": FROM_THE_SURVEYOR,
            "pier.yml": "id: the-pier\n",
            "inventory.csv": "id,file,identifiers\nHB 12/3,pier.txt,4711\n",
        },
    )
    read = record(documents, "seeds/pier.txt")
    assert read.supplied_id == "the-pier"
    assert [value.value for value in read.fields["identifiers"]] == ["4711", "HB 12/3"]


def harbour(root: Path, sheet: str) -> Path:
    """Lay out an archive of two reports, and an inventory of them if there is one."""
    (root / "seeds").mkdir(exist_ok=True)
    (root / "archive.yml").write_text("title: Harbour\n", "utf-8")
    (root / "seeds/pier.txt").write_text(FROM_THE_SURVEYOR, "utf-8")
    (root / "seeds/board.txt").write_text(FROM_THE_CONSUL, "utf-8")
    if sheet:
        (root / "seeds/inventory.csv").write_text(sheet, "utf-8")
    return root


def test_two_cells_that_give_one_address_are_both_named(tmp_path: Path):
    """With their rows and what stands there."""
    root = harbour(tmp_path, "file,Object ID,title\npier.txt,HB 12/3,The pier\nboard.txt,HB 12.3,The board\n")
    with pytest.raises(Refusal) as refusal:
        build_quietly(root, with_search=False)
    # Nothing else is there to be published.
    assert (
        "seeds/inventory.csv:2: error: in the column “Object ID”, the id “hb-12-3” is claimed by "
        "seeds/inventory.csv:2 (“HB 12/3”), seeds/inventory.csv:3 (“HB 12.3”); give each document its own, or call "
        "the column “identifiers”"
    ) in str(refusal.value)


def test_a_published_address_stays_when_its_document_gets_a_number(tmp_path: Path):
    """A number asks for no address; an id in the form of one does, and the cell is named."""
    root = harbour(tmp_path, "")
    publish_quietly(root, "2026-11-21", with_search=False)
    addresses = {folder.name for folder in (root / "build/documents").iterdir()}
    harbour(tmp_path, "file,id\npier.txt,HB 12/3\n")
    site = build_quietly(root, with_search=False, day="2026-11-22")
    assert {folder.name for folder in (site / "documents").iterdir()} == addresses
    assert any("HB 12/3" in file.read_text("utf-8") for file in site.glob("documents/*/index.html"))
    harbour(tmp_path, "file,id\npier.txt,hb-12-3\n")
    with pytest.raises(Refusal) as refusal:
        build_quietly(root, with_search=False, day="2026-11-22")
    assert (
        "seeds/inventory.csv:2: error: in the column “id”, the id supplied is “hb-12-3”, but this document was published as "
        "“undated-"
    ) in str(refusal.value)


# What a cell may say wrongly: the head of its column, the cell, and how the problem begins.
FAULTS = [
    ("date", "31 June 1961", "warning: in the column “date”{sheet}, “31 June 1961” is not a date"),
    ("access", "perhaps", "error: in the column “access”{sheet}, “perhaps” cannot be"),
    ("access until", "soon", "error: in the columns “access until” and “access”{sheet}, "),
    ("Notes", "Do not publish before 2040", "error: in the column “Notes”{sheet}, “Do not publish before"),
    ("redact", "4: Okafor", "error: in the column “redact”{sheet}, "),
    ("title", "#REF!", "warning: in the column “title”{sheet}, “#REF!” is the failure"),
    ("registrations date", "soon", "error: in the columns “registrations date” and “registrations”{sheet}, "),
]  # fmt: skip


@pytest.mark.parametrize(("head", "cell", "problem"), FAULTS)
@pytest.mark.parametrize("is_alone", [True, False])
def test_a_problem_of_a_cell_names_its_column_and_its_sheet(
    tmp_path: Path, head: str, cell: str, problem: str, is_alone: bool
):
    """The name of the sheet only where the file has others."""
    heads = ["file", head, *(["access"] if head == "access until" else [])]
    row = ["pier.txt", cell, *(["embargoed"] if head == "access until" else [])]
    if head.startswith("registrations"):
        heads, row = [*heads, "registrations"], [*row, "17"]
    others = {} if is_alone else {"Remarks": [["nothing to see"]]}
    documents = archive(
        tmp_path, {"pier.txt": FROM_THE_SURVEYOR, "inventory.xlsx": workbook([heads, row], **others)}
    )
    sheet = "" if is_alone else " of the sheet “Sheet”"
    named = [line for line in lines(documents) if line.startswith("seeds/inventory.xlsx:2: ")]
    beginning = f"seeds/inventory.xlsx:2: {problem.format(sheet=sheet)}"
    assert any(line.startswith(beginning) for line in named), named


CLOSING = (
    "secret", "confidential", "vertraulich", "geheim", "private", "personal data", "nur intern", "closed", "restricted", "gesperrt",
    "do not publish", "not for publication", "nicht öffentlich", "closed until 2050", "embargo 2040",
)  # fmt: skip


@pytest.mark.parametrize("head", ["notes", "Bemerkung", "rights", "Vermerke der Familie"])
def test_words_that_close_are_seen_in_every_column(tmp_path: Path, head: str):
    """Whether or not the column gives a field; none of the rows is published, with a file or without."""
    rows = [
        f"{name},Letter {number},{words}\n"
        for number, words in enumerate(CLOSING)
        for name in (f"{number}.txt", "")
    ]
    files = {f"{number}.txt": f"{FROM_THE_SURVEYOR} {number}" for number in range(len(CLOSING))}
    documents = archive(tmp_path, {**files, "inventory.csv": f"file,title,{head}\n{''.join(rows)}"})
    assert [each.source.path for each in documents.records] == []


@pytest.mark.parametrize("said", ["unknown", "n.d.", "Ohne Datum", "б/д"])
def test_a_date_that_is_not_known_says_nothing_of_its_column(tmp_path: Path, said: str):
    """The number of a day among dates is read as before, and the cell gives no date."""
    cells = ["4 March 1961", "22344", said]
    files = {f"{number}.txt": f"{FROM_THE_SURVEYOR} {number}" for number in range(len(cells))}
    rows = "".join(f"{number}.txt,{cell}\n" for number, cell in enumerate(cells))
    documents = archive(tmp_path, {**files, "inventory.csv": f"file,date\n{rows}"})
    dates = [record(documents, f"seeds/{name}").fields.get("dates", ()) for name in files]
    assert [[date.value for date in each] for each in dates] == [["1961-03-04"], ["1961-03-04"], []]
    told = [line for line in lines(documents) if f"“{said}”" in line]
    assert [line.split(": ")[1] for line in told] == ["notice"]
