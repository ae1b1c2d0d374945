"""The lines that the review page gives confirm the value that they stand with, and nothing else."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import ROOT, copy_sample, request_for
from tests.joined_archives import KOREAN, OF_KOREAN, lay_out
from tests.seeds.formats.office_files import p, word_file
from tests.seeds.formats.pdf_files import set_as_pdf

from archivegen.reading import Survey, survey
from archivegen.records.record import Record
from archivegen.records.values import Confirmation
from archivegen.review_list.confirming import Confirming, confirming, confirming_all
from archivegen.review_list.inferred import Inferred, inferred_in
from archivegen.seed_reading import read_seed, seed_of

CASES = sorted((ROOT / "tests" / "cases" / "documents").glob("*.[tm][xd]*"))
VOLUMES = sorted((ROOT / "tests" / "seeds" / "formats" / "tei").glob("*.xml"))
OTHER_FORMATS = [case for case in CASES if case.suffix == ".txt"][::12]
CHECKED = Confirmation('Marta "Mar" O’Silva: #1', "2026-03-01")
# Of the values of one rule in one field, in each place of a list up to the third, one is as good as another.
Kind = tuple[str, str, int]
MOST_PLACES = 3
LETTER = """Westhaven, 4 March 1961

Dear Mr Okafor,

The pier has given way at its seaward end.

Anna Lindqvist
Consul
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive without documents."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour\n", "utf-8")
    return tmp_path


def surveyed(root: Path) -> Survey:
    return survey(request_for(root, day="2026-03-01", base_url=""))


def pasted(root: Path, lines: Confirming) -> None:
    """Paste lines where the page says that they go."""
    file = root / lines.path
    assert file.exists() == (lines.place != "new")
    standing = file.read_text("utf-8").splitlines() if file.exists() else []
    place = slice(lines.first - 1, lines.last) if lines.place == "instead" else slice(len(standing), None)
    standing[place] = lines.text.split("\n")
    file.write_text("\n".join([*standing, ""]), "utf-8")


def read_again(root: Path, record: Record) -> Record:
    records = read_seed(seed_of(root / record.source.file))
    return next(each for each in records if each.source.path == record.source.path)


def confirm_one_after_the_other(root: Path, found: Survey) -> set[Kind]:
    """Confirm the inferred values of documents; each time that value is confirmed, and everything else stays."""
    told: set[Kind] = set()
    for record in found.records:
        now = record
        for each in inferred_in([record]):
            kind = (each.field.name, each.value.rule, min(each.place, MOST_PLACES))
            if kind not in told:
                told.add(kind)
                now = with_one_more_confirmed(root, found, Inferred(now, each.field, each.place))
    return told


def with_one_more_confirmed(root: Path, found: Survey, each: Inferred) -> Record:
    """Paste the lines of a value and return the record as it is read then."""
    record = each.record
    lines = confirming(each, found, root, CHECKED)
    assert not lines.fault
    if not lines.is_confirming:
        return record
    expected = {name: list(values) for name, values in record.fields.items()}
    own = expected[each.field.name]
    own[each.place] = replace(own[each.place], confirmed=CHECKED)
    pasted(root, lines)
    after = read_again(root, record)
    assert {name: list(values) for name, values in after.fields.items()} == expected, lines.text
    assert (after.problems, after.body) == (record.problems, record.body)
    return after


def test_each_kind_of_value_of_each_case_is_confirmed_by_its_lines(archive: Path):
    """In text and Markdown, one value after the other in the same file."""
    for case in CASES:
        shutil.copy(case, archive / "seeds")
    told = confirm_one_after_the_other(archive, surveyed(archive))
    assert len({field for field, _, _ in told}) > 20


def test_so_is_each_value_of_the_sample(tmp_path: Path):
    """Whose documents have a hundred values between them."""
    root = copy_sample(tmp_path)
    confirm_one_after_the_other(root, surveyed(root))


@pytest.mark.parametrize("ending", ["docx", "html", "pdf"])
def test_so_is_each_value_of_a_file_of_another_format(archive: Path, ending: str):
    """Whose lines are paragraphs, or rows of a page."""
    for case in OTHER_FORMATS:
        text = case.read_text("utf-8")
        paragraphs = [line for line in text.splitlines() if line.strip()]
        plain = [line.replace("&", "&amp;").replace("<", "&lt;") for line in paragraphs]
        content = {
            "docx": lambda plain=plain: word_file("".join(map(p, plain))),
            "html": lambda plain=plain: "".join(f"<p>{line}</p>\n" for line in plain).encode(),
            "pdf": lambda text=text: set_as_pdf(text),
        }[ending]()
        (archive / "seeds" / f"{case.stem}.{ending}").write_bytes(content)
    assert len(confirm_one_after_the_other(archive, surveyed(archive))) > 20


def test_so_is_each_value_of_a_document_of_a_volume(archive: Path):
    """In the file of corrections of that document, `volume.d12.yml`."""
    for volume in VOLUMES:
        shutil.copy(volume, archive / "seeds")
    found = surveyed(archive)
    inferred = inferred_in(found.records)
    assert inferred
    for each in inferred:
        name = each.record.source.sidecar_name
        assert confirming(each, found, archive, CHECKED).path == f"seeds/{name}"
    confirm_one_after_the_other(archive, found)


def test_a_record_without_a_file_is_told_the_cell_of_its_inventory(archive: Path):
    """A title that was composed is no longer inferred when it stands in the sheet."""
    sheet = archive / "seeds" / "inventory.csv"
    rows = "number,title,form,creators,recipients\n7,{},letter,Anna Lindqvist,Peter Okafor\n"
    sheet.write_text(rows.format(""), "utf-8")
    found = surveyed(archive)
    [title] = [each for each in inferred_in(found.records) if each.field.name == "title"]
    lines = confirming(title, found, archive, CHECKED)
    assert (lines.place, lines.path, lines.first) == ("cell", "seeds/inventory.csv", 2)
    sheet.write_text(rows.format(lines.text), "utf-8")
    again = surveyed(archive)
    assert [record.fields["title"][0].value for record in again.records] == [title.value.value]
    assert not [each for each in inferred_in(again.records) if each.field.name == "title"]


def inferred_of(root: Path, field: str) -> tuple[Inferred, Survey]:
    found = surveyed(root)
    return next(each for each in inferred_in(found.records) if each.field.name == field), found


def test_what_stands_in_the_file_stays(archive: Path):
    """Comments and other fields; the lines go to the end, or in the place of the field that is there."""
    (archive / "seeds" / "letter.txt").write_text(LETTER, "utf-8")
    sidecar = archive / "seeds" / "letter.yml"
    sidecar.write_text("# from the card index\nnotes: torn\n", "utf-8")
    creator, found = inferred_of(archive, "creators")
    lines = confirming(creator, found, archive, CHECKED)
    assert lines.place == "end"
    pasted(archive, lines)
    assert sidecar.read_text("utf-8").startswith("# from the card index\nnotes: torn\ncreators: {value:")
    assert read_again(archive, creator.record).fields["creators"][0].confirmed == CHECKED


def test_where_lines_cannot_stand_the_page_says_so(archive: Path):
    """A file that is written as one map in braces cannot be added to by a line."""
    (archive / "seeds" / "letter.txt").write_text(LETTER, "utf-8")
    (archive / "seeds" / "letter.yml").write_text("{notes: torn}\n", "utf-8")
    lines = confirming(*inferred_of(archive, "creators"), archive, CHECKED)
    assert (lines.place, lines.lines) == ("nowhere", ())
    assert "cannot be written here" in lines.fault


def test_redacted_words_are_in_no_lines(archive: Path):
    """Nor in the name of the file that they would go into."""
    (archive / "seeds" / "seaward.txt").write_text(LETTER, "utf-8")
    (archive / "seeds" / "seaward.yml").write_text("redact: [{lines: 5, words: seaward}]\n", "utf-8")
    found = surveyed(archive)
    inferred = inferred_in(found.records)
    assert inferred
    for each in inferred:
        lines = confirming(each, found, archive, CHECKED)
        assert (lines.place, lines.lines, lines.fault) == ("nowhere", (), "redacted")
        assert "seaward" not in lines.path


def test_a_date_that_cannot_be_read_is_not_confirmed(archive: Path):
    """Its lines are there to be corrected, and claim nobody's word."""
    text = LETTER.replace(
        "Westhaven, 4 March 1961", "MEMORANDUM\n\nTo: Peter Okafor\nFrom: Anna Lindqvist\nDate: 03/04/1961"
    )
    (archive / "seeds" / "letter.txt").write_text(text, "utf-8")
    found = surveyed(archive)
    (unread,) = [each for each in inferred_in(found.records) if each.value.rule == "date_not_read"]
    lines = confirming(unread, found, archive, CHECKED)
    assert not lines.is_confirming
    assert "confirmed" not in lines.text
    assert [line.marked for line in lines.lines] == ["03/04/1961"]


LATIN = """Epistola ad amicum

In urbe est pax et non bellum, quod per multos annos non fuit; sed ad portum cum navibus venit nuntius ut omnes qui ab
insula sunt audirent quae dicta sunt. Nec enim aut hoc autem etiam atque eius.
"""


def test_words_are_marked_where_the_value_stands(archive: Path):
    """Not in the name of the field: whoever writes over the marked words would write over that."""
    (archive / "seeds" / "letter.txt").write_text(LATIN, "utf-8")
    (line,) = confirming(*inferred_of(archive, "language"), archive, CHECKED).lines
    assert (line.before, line.marked) == ('language: {value: "', "la")
    assert line.after.startswith('", confirmed: ')


def test_what_was_read_in_a_version_is_not_confirmed_for_its_document(archive: Path):
    """Neither by lines of its own, nor beside what the document says itself."""
    english = f"Translated by Peter Okafor\n\n{LETTER}"
    files = {
        "ko.txt": KOREAN,
        "ko.yml": OF_KOREAN,
        "en.txt": english,
        "en.yml": "version_of: ko.txt\nversion: translation\n",
    }
    lay_out(archive / "seeds", dict(files))
    found = surveyed(archive)
    (record,) = found.records
    assert {"creators", "dates"} <= {name for name, values in record.fields.items() if values[0].file}
    inferred = inferred_in(found.records)
    own, of_version = (
        [each for each in inferred if bool(each.document) == is_one] for is_one in (False, True)
    )
    assert [each.field.name for each in own] == ["language"]
    (line,) = confirming(own[0], found, archive, CHECKED).lines
    assert line.marked == "ko"
    assert {"creators", "recipients", "title"} <= {each.field.name for each in of_version}
    assert "subjects" not in {each.field.name for each in of_version}
    for each in of_version:
        lines = confirming(each, found, archive, CHECKED)
        assert (each.path, lines.path) == ("seeds/ko.txt", "seeds/en.yml")
    creator = next(each for each in of_version if each.field.name == "creators")
    pasted(archive, confirming(creator, found, archive, CHECKED))
    (record,) = surveyed(archive).records
    assert [(each.value, each.confirmed, each.file) for each in record.fields["creators"]] == [
        ("Anna Lindqvist", CHECKED, "seeds/en.txt")
    ]


def test_what_a_version_says_that_is_not_shown_is_not_listed(archive: Path):
    """The document has a writer of its own; and what a scan has with its text stands in one file of corrections."""
    files = {
        "ko.txt": KOREAN,
        "ko.yml": f"{OF_KOREAN}creators: [Kim]\n",
        "en.txt": f"Translated by Peter Okafor\n\n{LETTER}",
        "en.yml": "version_of: ko.txt\nversion: translation\n",
    }
    lay_out(archive / "seeds", dict(files))
    listed = inferred_in(surveyed(archive).records)
    assert not [each for each in listed if each.field.name == "creators"]


def test_what_the_lines_for_all_leave_out_is_named(archive: Path):
    """A field that the file gives already, where one of its values is confirmed."""
    (archive / "seeds" / "letter.txt").write_text(
        LETTER.replace("Consul", "Consul\n\nVera Lind\nSecretary"), "utf-8"
    )
    found = surveyed(archive)
    creators = [each for each in inferred_in(found.records) if each.field.name == "creators"]
    assert len(creators) > 1
    pasted(archive, confirming(creators[0], found, archive, CHECKED))
    again = surveyed(archive)
    left = [each for each in inferred_in(again.records) if each.is_left]
    assert "creators" in {each.field.name for each in left}
    whole = confirming_all(left, again, archive, CHECKED)
    assert whole is not None
    assert whole.left_out == (creators[0].field.label,)
    assert not [line for line in whole.lines if "creators" in line.before]
