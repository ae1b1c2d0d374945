"""A sheet that goes out and comes back through other programs changes nothing; what was corrected in it, and only that,
stands in files of corrections afterwards.
"""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.test_cli import run

from archivegen.storage.yaml_lines import read_yaml

VOLUME = Path(__file__).parents[1] / "seeds" / "formats" / "tei" / "volume.xml"
LETTER = """Westhaven, 4 March 1961

Dear Mr Okafor,

The pier has given way at its seaward end.

Anna Lindqvist
Consul
"""
SIDECAR = """# from the card index
title: "=1+1 and other sums"
reference_code: '0012'
identifiers: ['1-2', '12345678901234567890']
notes:
- "@reader"
- +49 30 1234
- -5
- Two  spaces and
  a line
creators:
- {name: Anna Lindqvist, office: Consul}
- {name: "'s-Gravenhage", kind: body}
"""


@pytest.fixture(autouse=True)
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of two letters, the first with a file of corrections, as the working folder."""
    monkeypatch.chdir(tmp_path)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour\n", "utf-8")
    (seeds / "letter.txt").write_text(LETTER, "utf-8")
    (seeds / "letter.yml").write_text(SIDECAR, "utf-8")
    (seeds / "plan.txt").write_text("The mole was mended in the spring of 1962.\n", "utf-8")
    return tmp_path


def exported(name: str = "review.csv") -> Path:
    """Export the archive of the working folder."""
    result = run("sheet", "export", name)
    assert result.exit_code == 0, result.stderr
    return Path(name)


def table_of(file: Path) -> list[dict[str, str]]:
    """Return the rows of an exported CSV file."""
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))


def saved(
    file: Path, rows: list[dict[str, str]], *, columns: list[str] | None = None, **form: object
) -> None:
    """Save rows as another program would."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns or list(rows[0]), extrasaction="ignore", **form)
    writer.writeheader()
    writer.writerows(rows)
    file.write_bytes(text.getvalue().encode("utf-8"))


def row_of(rows: list[dict[str, str]], source: str, field: str, number: int = 1) -> dict[str, str]:
    """Return the row of a value."""
    own = [row for row in rows if (row["source"], row["field"]) == (f"seeds/{source}", field)]
    return own[number - 1]


def test_no_cell_of_a_sheet_is_a_formula():
    """Whatever a text begins with."""
    for row in table_of(exported()):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    book = openpyxl.load_workbook(exported("review.xlsx"))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n"}
    assert all(cell.value is None for row in book.active.iter_rows() for cell in row if cell.data_type == "n")


@pytest.mark.parametrize("name", ["review.csv", "review.xlsx", "review.ods"])
def test_what_was_not_edited_changes_nothing(name: str):
    """In each kind of file."""
    result = run("sheet", "import", exported(name))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "The sheet changes no value.\n", "")


@pytest.mark.parametrize(
    "form",
    [
        {"delimiter": ";"},
        {"delimiter": "\t", "lineterminator": "\n"},
        {"quoting": csv.QUOTE_ALL},
        {"quoting": csv.QUOTE_ALL, "delimiter": ";", "lineterminator": "\n"},
    ],
)
def test_csv_that_another_program_saved_changes_nothing(form: dict[str, object]):
    """With other signs between the cells and about them, and without a byte order mark."""
    file = exported()
    saved(file, table_of(file), **form)
    assert run("sheet", "import", file).stdout == "The sheet changes no value.\n"


def test_a_workbook_that_another_program_saved_changes_nothing():
    """Nor one that was sorted, and has another sheet before it."""
    file = exported("review.xlsx")
    book = openpyxl.load_workbook(file)
    sheet = book.active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for number, row in enumerate([rows[0], *reversed(rows[1:])], 1):
        for place, text in enumerate(row, 1):
            sheet.cell(number, place).value = text
    book.create_sheet("Notes", 0).append(["Ask Marta about the pier"])
    book.save(file)
    assert run("sheet", "import", file).stdout == "The sheet changes no value.\n"


def test_what_programs_do_to_cells_changes_nothing():
    """To the zeros before a number, to days, to signs between digits, to long numbers."""
    file = exported()
    rows = table_of(file)
    row_of(rows, "letter.txt", "reference_code")["value"] = "12"
    row_of(rows, "letter.txt", "dates")["value"] = "04/03/1961"
    row_of(rows, "letter.txt", "identifiers", 1)["value"] = "2-Jan"
    row_of(rows, "letter.txt", "identifiers", 2)["value"] = "1.23457E+19"
    row_of(rows, "letter.txt", "creators")["office"] = "#NAME?"
    saved(file, rows)
    result = run("sheet", "import", file)
    lines = {row["value"]: number for number, row in enumerate(rows, 2)}
    said = (
        "warning: “{}” in “{}” is {}; the value stays as it is; format the cell as text, and write it again"
    )
    assert (
        f"review.csv:{lines['2-Jan']}: "
        + said.format("2-Jan", "value", "a day that the program made of something else")
        in result.stderr
    )
    assert said.format("1.23457E+19", "value", "a number whose digits the program gave up") in result.stderr
    assert said.format("#NAME?", "office", "a formula that failed") in result.stderr


def test_rows_and_columns_that_are_gone_change_nothing():
    """Whoever wants to look at titles alone may bring back titles alone."""
    file = exported()
    rows = table_of(file)
    saved(file, rows[:1], columns=["field", "source", "value", "number", "mark"])
    assert run("sheet", "import", file).stdout == "The sheet changes no value.\n"


def test_a_value_that_was_corrected_is_shown_and_written():
    """With what it was; every other line of the file stays as it is, and importing again changes nothing."""
    file = exported()
    rows = table_of(file)
    row_of(rows, "letter.txt", "title")["value"] = "Letter about the pier: “gone”"
    saved(file, rows)
    result = run("sheet", "import", file, "--yes")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(
        "seeds/letter.txt (into seeds/letter.yml)\n"
        "  title, seeds/letter.yml line 2\n"
        "    old: =1+1 and other sums\n"
        "    new: Letter about the pier: “gone”\n"
        "1 value of 1 document would change.\n"
    )
    now = Path("seeds/letter.yml").read_text("utf-8")
    assert now == SIDECAR.replace('"=1+1 and other sums"', '"Letter about the pier: “gone”"')
    assert run("sheet", "import", file).stdout == "The sheet changes no value.\n"
    assert not Path("build").exists()


def test_nothing_is_written_without_a_yes():
    """What was asked may be refused."""
    file = exported()
    rows = table_of(file)
    row_of(rows, "plan.txt", "title")["value"] = "Mending the mole"
    saved(file, rows)
    result = run("sheet", "import", file, input="n\n")
    assert result.exit_code == 1
    assert result.stdout.endswith("Nothing was changed.\n")
    assert not Path("seeds/plan.yml").exists()
    assert run("sheet", "import", file).exit_code == 2


def test_a_new_file_of_corrections_is_made():
    """With a value that was empty, one that is added, and one that is confirmed."""
    file = exported()
    rows = table_of(file)
    row_of(rows, "plan.txt", "title").update(
        value="Mending the mole", confirmed_by="Ada", confirmed_on="2026-03-01"
    )
    row_of(rows, "plan.txt", "creators")["value"] = "Peter Okafor"
    for subject in ("Moles", "Repairs"):
        rows.append(
            dict.fromkeys(rows[0], "") | {"source": "seeds/plan.txt", "field": "subjects", "value": subject}
        )
    saved(file, rows)
    for _ in range(2):
        result = run("sheet", "import", file, "--yes")
        assert result.exit_code == 0, result.stderr
    assert Path("seeds/plan.yml").read_text("utf-8") == (
        'title: {value: "Mending the mole", confirmed: {by: "Ada", on: "2026-03-01"}}\n'
        'creators: "Peter Okafor"\n'
        "subjects:\n"
        '- "Moles"\n'
        '- "Repairs"\n'
    )
    assert result.stdout == "The sheet changes no value.\n"


def test_an_emptied_value_is_removed():
    """One of several leaves the others; the last leaves an empty list, and the diff says so."""
    file = exported()
    rows = table_of(file)
    row_of(rows, "letter.txt", "notes", 2)["value"] = ""
    row_of(rows, "letter.txt", "reference_code")["value"] = ""
    saved(file, rows)
    result = run("sheet", "import", file, "--yes")
    assert "    old: +49 30 1234\n    new: removed\n" in result.stdout
    assert (
        "  reference_code: nothing is left; written as “reference_code: []”, so that nothing is read for it\n"
        in result.stdout
    )
    entries = read_yaml(Path("seeds/letter.yml").read_text("utf-8"), "").entries
    assert entries["reference_code"].items == ()
    assert entries["notes"].texts() == ("@reader", "-5", "Two  spaces and a line")
    assert Path("seeds/letter.yml").read_text("utf-8").startswith("# from the card index\ntitle: ")
    assert run("sheet", "import", file).stdout == "The sheet changes no value.\n"


CASES = [
    ("letter.txt", "title", {"role": "clerk"}, "error: “title” has no “role”; empty that cell; beside the value may stand confirmed_by, confirmed_on"),
    ("letter.txt", "title", {"source": "seeds/lost.txt"}, "error: there is no document “seeds/lost.txt” that can be read; leave “source” as it was exported"),
    ("letter.txt", "title", {"field": "titel"}, "error: “titel” is no field; write a name of docs/fields.md"),
    ("letter.txt", "title", {"mark": "m000000000000", "value": "Pier"}, "error: this value is not what it was when the sheet was exported; export the archive again, and make the change there"),
    ("letter.txt", "title", {"mark": "", "number": "", "value": "Pier"}, "error: “title” has one value only; correct the value in its own row"),
    ("letter.txt", "creators", {"kind": "ship"}, "error: “ship” cannot be the “kind” of “creators”; write person or body"),
    ("letter.txt", "title", {"confirmed_by": "Ada"}, "error: this does not say who confirmed the value, or on which day; write a name into “confirmed_by” and a day, as 2026-03-01, into “confirmed_on”, or empty both"),
    ("letter.txt", "dates", {"principal": "perhaps"}, "error: “perhaps” cannot be the “principal” of “dates”; write true or false"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "field", "edit", "said"), CASES, ids=[case[3][7:40] for case in CASES])
def test_a_row_that_cannot_be_taken_stops_the_import(
    source: str, field: str, edit: dict[str, str], said: str
):
    """Nothing is written then, of other rows neither."""
    file = exported()
    rows = table_of(file)
    row_of(rows, "plan.txt", "title")["value"] = "Mending the mole"
    row_of(rows, source, field).update(edit)
    saved(file, rows)
    result = run("sheet", "import", file, "--yes")
    assert result.exit_code == 1
    assert said in result.stderr
    assert not Path("seeds/plan.yml").exists()


def test_what_is_no_sheet_is_refused():
    """With what to do."""
    Path("other.csv").write_text("a,b\n1,2\n", "utf-8")
    assert run("sheet", "import", "other.csv").stderr == (
        "other.csv: error: this sheet has no columns “source” and “field”; leave the first row of the sheet as it was exported\n"
        "Nothing was changed.\n"
    )
    Path("other.txt").write_text("a", "utf-8")
    assert (
        "other.txt: error: a sheet in “.txt” cannot be read; save it as .csv, .xlsx, .ods"
        in run("sheet", "import", "other.txt").stderr
    )
    Path("other.xlsx").write_bytes(b"PK")
    assert (
        "other.xlsx: error: this file is damaged, or no spreadsheet; open it"
        in run("sheet", "import", "other.xlsx").stderr
    )


def test_a_sheet_is_never_written_where_the_site_is_made():
    """Nor over a file that is there."""
    said = "error: this sheet tells of closed documents, too, and must not lie where the site is made or made from; put it elsewhere, for instance beside archive.yml"
    for folder in ("build", "seeds", "static"):
        assert f"{folder}/review.csv: {said}" in run("sheet", "export", f"{folder}/review.csv").stderr
        assert not Path(folder, "review.csv").exists()
    exported()
    assert (
        "review.csv: error: there is a file of this name; choose another name, or take the old file away"
        in run("sheet", "export", "review.csv").stderr
    )
    assert (
        "“.pdf” is the ending of no sheet that can be written" in run("sheet", "export", "review.pdf").stderr
    )


def test_redacted_words_are_in_no_sheet():
    """Closed documents are; what has a gap is not corrected by a sheet."""
    Path("seeds/plan.txt").write_text(
        "REPORT ON THE MOLENAAR QUAY AT EASTHAVEN\n\nThe quay has given way.\n", "utf-8"
    )
    Path("seeds/plan.yml").write_text("access: restricted\nredact: [{lines: 1, words: Molenaar}]\n", "utf-8")
    for name in ("review.csv", "review.xlsx", "review.ods"):
        parts = [exported(name).read_bytes()]
        if not name.endswith("csv"):
            with zipfile.ZipFile(name) as package:
                parts = [package.read(part) for part in package.namelist()]
        assert any(b"EASTHAVEN" in part for part in parts)
        assert not any(b"molenaar" in part.lower() for part in parts)
    rows = table_of(Path("review.csv"))
    assert row_of(rows, "plan.txt", "access")["value"] == "restricted"
    row_of(rows, "plan.txt", "title")["value"] += " in 1961"
    saved(Path("review.csv"), rows)
    result = run("sheet", "import", "review.csv", "--yes")
    said = "seeds/plan.txt: error: “title” has redacted words, which the sheet does not have; correct it in plan.yml"
    assert said in result.stderr


def test_a_document_of_a_volume_has_a_file_of_its_own():
    """The other documents of the volume are as they were."""
    Path("seeds/hw.xml").write_bytes(VOLUME.read_bytes())
    file = exported()
    rows = table_of(file)
    own = next(row for row in rows if row["source"].startswith("seeds/hw.xml#") and row["field"] == "title")
    name = own["source"].partition("#")[2]
    own["value"] = "Letter about the pier"
    saved(file, rows)
    result = run("sheet", "import", file, "--yes")
    assert result.exit_code == 0, result.stderr
    assert Path(f"seeds/hw.{name}.yml").read_text("utf-8") == 'title: "Letter about the pier"\n'
    assert run("sheet", "import", file).stdout == "The sheet changes no value.\n"


def test_a_record_without_a_file_is_corrected_in_its_inventory():
    """There is no place for a file of corrections beside it."""
    Path("seeds/inventory.csv").write_text("number,title,date\n7,Letter that was burnt,1958\n", "utf-8")
    file = exported()
    rows = table_of(file)
    next(row for row in rows if row["value"] == "Letter that was burnt")["value"] = "Burnt letter"
    saved(file, rows)
    said = "error: this record has no file of its own: it stands in the inventory; correct its row in seeds/inventory.csv"
    assert said in run("sheet", "import", file, "--yes").stderr


def test_a_file_of_windows_keeps_the_ends_of_its_lines():
    """And one that ends in `.yaml` is written again, and none beside it."""
    Path("seeds/plan.yaml").write_bytes(b"# mine\r\nform: plan\r\n")
    file = exported()
    rows = table_of(file)
    row_of(rows, "plan.txt", "form")["value"] = "map"
    saved(file, rows)
    assert run("sheet", "import", file, "--yes").exit_code == 0
    assert Path("seeds/plan.yaml").read_bytes() == b'# mine\r\nform: "map"\r\n'
    assert not Path("seeds/plan.yml").exists()


FOREIGN = "Müller’s note on “Łódź”, à part"
WRONG = ["cp1252", "latin-1", "cp1250", "cp1251", "cp437", "cp850", "mac-roman"]


@pytest.mark.parametrize("beyond", [0, 0xF100], ids=["controls", "LibreOffice"])
@pytest.mark.parametrize("encoding", WRONG)
def test_a_sheet_that_was_opened_in_a_wrong_encoding_is_not_taken(harbour: Path, encoding: str, beyond: int):
    """Neither its words nor the names of its files are corrections; one error says what to do. For a byte that is no sign a
    program has a control character, or one that no encoding has.
    """
    (harbour / "seeds/plan.yml").write_text(f"title: {FOREIGN}\nnotes: [für später]\n", "utf-8")
    (harbour / "seeds/straße.txt").write_text("The street was mended in the spring of 1963.\n", "utf-8")
    file = exported()
    content = file.read_bytes().removeprefix(b"\xef\xbb\xbf")
    signs = (bytes([byte]).decode(encoding, "replace") for byte in content)
    garbled = "".join(
        chr(beyond + byte) if sign == "\N{REPLACEMENT CHARACTER}" else sign
        for byte, sign in zip(content, signs, strict=True)
    )
    file.write_text(garbled, "utf-8", newline="")
    result = run("sheet", "import", file.name, "--yes")
    assert result.exit_code == 1
    errors = [line for line in result.stderr.splitlines() if ": error: " in line]
    assert len(errors) == 1
    assert "when it opens a CSV file in a wrong encoding (likewise in" in errors[0]
    assert "open the CSV file again as Unicode (UTF-8)" in errors[0]
    assert "Müller" in (harbour / "seeds/plan.yml").read_text("utf-8")


def test_words_with_accents_may_be_corrected(harbour: Path):
    """What is no misreading of the value is a correction of it."""
    (harbour / "seeds/plan.yml").write_text("title: Muller\nnotes: [für später]\n", "utf-8")
    file = exported()
    rows = table_of(file)
    for row in rows:
        row["value"] = {"Muller": "Müller", "für später": "fÃ¼r immer"}.get(row["value"], row["value"])
    saved(file, rows)
    assert run("sheet", "import", file.name, "--yes").exit_code == 0
    assert 'title: "Müller"' in (harbour / "seeds/plan.yml").read_text("utf-8")


def test_what_was_brought_in_in_other_words_changes_nothing_the_second_time(harbour: Path):
    """The name of a language becomes its tag, and a date that cannot be read is no principal one."""
    (harbour / "seeds/plan.yml").write_text("dates: 1962\n", "utf-8")
    file = exported()
    rows = table_of(file)
    for row in rows:
        if row["source"] == "seeds/plan.txt":
            row["value"] = {"language": "German", "dates": "03/02/1961"}.get(row["field"], row["value"])
    saved(file, rows)
    assert "2 values of 1 document would change" in run("sheet", "import", file.name, "--yes").output
    again = run("sheet", "import", file.name, "--yes")
    assert (again.exit_code, "The sheet changes no value." in again.output) == (0, True), again.output


def test_a_correction_to_the_words_as_they_are_written_is_one(harbour: Path):
    """What was read otherwise is set right with the words of the document itself, once."""
    (harbour / "seeds/plan.txt").write_text(LETTER, "utf-8")
    file = exported()
    rows = table_of(file)
    (read,) = (row for row in rows if row["source"] == "seeds/plan.txt" and row["field"] == "recipients")
    assert (read["value"], read["as_written"]) == ("Okafor", "Mr Okafor")
    read["value"] = read["as_written"]
    saved(file, rows)
    assert "1 value of 1 document would change" in run("sheet", "import", file.name, "--yes").output
    assert "Mr Okafor" in (harbour / "seeds/plan.yml").read_text("utf-8")
    assert "The sheet changes no value." in run("sheet", "import", file.name, "--yes").output


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"value": "1961-02-03", "principal": "yes"}, 0),
        ({"principal": "yes"}, 0),
        ({"principal": "perhaps"}, 1),
    ],
)
def test_only_that_it_is_the_principal_one_is_passed_over_of_an_unreadable_date(
    harbour: Path, cells: dict[str, str], code: int
):
    """A day that takes its place may be the principal one; what is neither yes nor no is refused, as ever."""
    (harbour / "seeds/plan.yml").write_text("dates: 03/02/1961\n", "utf-8")
    file = exported()
    rows = table_of(file)
    (dated,) = (row for row in rows if row["source"] == "seeds/plan.txt" and row["field"] == "dates")
    dated |= cells
    saved(file, rows)
    result = run("sheet", "import", file.name, "--yes")
    assert result.exit_code == code
    assert ("not taken as the principal one" in result.stderr) == (cells == {"principal": "yes"})
    assert ("principal" in (harbour / "seeds/plan.yml").read_text("utf-8")) == ("value" in cells)


def test_what_an_inventory_would_divide_is_one_value_and_told():
    """Each value has a row of its own: signs between words may be the value's. Nobody is left with two subjects in one unawares."""
    file = exported()
    rows = table_of(file)
    new = dict.fromkeys(rows[0], "") | {"source": "seeds/plan.txt", "field": "subjects"}
    given = ({"value": "piers; cranes"}, {"value": "moles"}, {"field": "notes", "value": "Torn; mended"})
    saved(file, [*rows, *(new | cells for cells in given)])
    result = run("sheet", "import", file, "--yes")
    assert result.exit_code == 0, result.stderr
    assert result.stderr == (
        f"review.csv:{len(rows) + 2}: warning: “piers; cranes” is taken as one value of “subjects”; if it is several, write a row "
        "for each\n"
    )
    fields = read_yaml(Path("seeds/plan.yml").read_text("utf-8"), "plan.yml").entries
    assert [node.text for node in fields["subjects"].items] == ["piers; cranes", "moles"]
