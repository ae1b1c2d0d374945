"""What `inspect` shows: everything that was read, for people in a terminal and for programs behind it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from archivegen.cli import main
from archivegen.inspection.describe import describe_record
from archivegen.inspection.margin import FIELD_STYLES
from archivegen.inspection.screen import Piece, columns, cut, fold, painted, plain, row
from archivegen.problems import Refusal
from archivegen.records.record import Record
from archivegen.seeds.normalise import read_document
from archivegen.seeds.supplied import read_supplied

PAGE = """May 3, 1961

Note on a Talk with Ambassador Testov

This document was made possible with support from Example Fund

We spoke of the pier for an hour, and he asked me twice whether the surveyor had been paid for it.

We also spoke of the fishing quotas, which he wanted to have doubled before the end of the summer.

Testov tells the minister about fishing quotas.

Document Information

Source

XYZ Archive, f. 1, op. 2, d. 3.

Language

English
"""
DOCUMENTS = sorted(
    file
    for file in (Path(__file__).parent / "cases" / "documents").iterdir()
    if file.suffix in (".txt", ".md")
)
WORDS = st.lists(st.text(st.sampled_from("ab朝é "), max_size=9), max_size=12).map(" ".join)


def page(corrections: str = "") -> Record:
    return read_document(PAGE.encode(), "seeds/page.txt", sidecar=("seeds/page.yml", corrections))


def marked(text: str, style: str) -> str:
    """Paint with marks that can be read and taken away."""
    return f"⟨{style}⟩{text}⟨⟩"


def unmarked(text: str) -> str:
    return re.sub(r"⟨[^⟩]*⟩", "", text)


def test_a_text_takes_the_columns_it_shows():
    """East Asian characters are two columns wide, marks that join a letter none."""
    assert columns("Pyongyang") == 9
    assert columns("朝鲜") == 4
    assert columns("P‘yo\u0306ngyang") == 10
    assert cut("朝鲜半岛", 5) == "朝鲜…"
    assert cut("Pyongyang", 9) == "Pyongyang"


@given(WORDS, st.integers(12, 40))
def test_folding_loses_no_word(text: str, width: int):
    """The words of the rows are the words of the text, and a row is too long only for a single word."""
    rows = [
        "".join(piece.text for piece in folded) for folded in fold(row("  ", Piece(text, "value")), width)
    ]
    assert " ".join(rows).split() == text.split()
    assert all(columns(line) <= width or len(line.split()) == 1 for line in rows)


@given(st.text(max_size=40))
def test_nothing_steers_the_terminal(text: str):
    """Control characters of a document are shown, not sent."""
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", painted([row(text)], plain))


@pytest.mark.parametrize("width", [None, 60, 100, 139, 140, 200])
def test_paint_changes_no_word(width: int | None):
    """The same text stands there with colours and without."""
    record = page("summary: He speaks.\n")
    assert unmarked(describe_record(record, "1", width, marked)) == describe_record(record, "1", width)


@pytest.mark.parametrize("width", [100, 140, 180])
def test_lines_fit_the_terminal(width: int):
    """Nothing but the lines of the corrections, which are to be copied, is longer than the terminal is wide."""
    shown = describe_record(page(), "1", width).partition("To correct")[0]
    assert max(columns(line) for line in shown.splitlines()) <= width


def test_zones_are_told_apart_by_word_and_by_colour():
    """The text, every field that has lines, and what belongs to nothing have a word and a style of their own."""
    shown = describe_record(page(), "1", 100, marked)
    zones = dict(re.findall(r"(?m)^⟨([^⟩]+)⟩ *(\w+)⟨⟩⟨quiet⟩ +\d+⟨⟩", shown)[::-1])
    assert {"body", "debris", *FIELD_STYLES[:4]} <= zones.keys()
    assert zones["body"] == "body"
    assert zones["debris"] == "debris"
    assert len({zones[style] for style in FIELD_STYLES[:4]}) == 4
    assert "⟨field 2⟩Title⟨⟩" in shown


def test_fields_stand_beside_the_lines_where_there_is_room():
    """At 140 columns the first field begins on the row of the first line; with less it comes below the last."""
    wide, narrow = (describe_record(page(), "1", width).splitlines() for width in (140, 139))
    assert re.search(r"1 │ May 3, 1961 +Title \(title\)$", wide[2])
    assert re.search(r"1 │ May 3, 1961$", narrow[2])
    assert "Title (title)" in narrow


def test_every_value_says_what_it_is_and_why():
    """Status, voice, certainty, the sentence of its rule, its lines; who confirmed it; what gave way to it."""
    shown = describe_record(page("summary: {value: He speaks., confirmed: {by: Ann, on: 2026-03-01}}\n"), "1")
    assert (
        "stated by the cataloguer, certain: it stands in the heading of the saved page (rule page_heading, line 3)"
        in shown
    )
    assert "supplied by the archivist, certain, confirmed by Ann on 2026-03-01" in shown
    assert "  gave way: Testov tells the minister about fishing quotas." in shown


def test_the_sidecar_offered_may_be_uncommented():
    """The lines for a confirmation and for zones are correct as they stand, once somebody has filled them."""
    offered = describe_record(page(), "1").partition("page.yml:")[2]
    zones = read_supplied(offered.replace("# zones", "zones"), "page.yml")
    assert zones.problems == ()
    assert {zone.what for zone in zones.zones} > {"body", "debris"}
    confirmed = read_supplied(
        offered.replace("# confirmed: {by: , on: }", "confirmed: {by: Ann, on: 2026-03-01}"), "page.yml"
    )
    assert confirmed.problems == ()
    assert all(found.value.confirmed for found in confirmed.found)


def test_the_zones_offered_are_those_that_were_drawn():
    """Of a field that has one value there is one zone, the one that the value is from."""
    record = page("zones: {7: title}\n")
    offered = re.search(r"(?m)^# (zones: .*)$", describe_record(record, "1"))
    assert "7-8: title" in offered[1]
    again = page(offered[1])
    assert again.problems == ()
    assert again.text_of("title") == record.text_of("title")


@pytest.mark.parametrize("file", DOCUMENTS[::5], ids=lambda file: file.stem)
def test_the_zones_offered_can_be_drawn(file: Path):
    """Whatever the layout, each of them lies in the document and gives a value that its field can have."""
    try:
        record = read_document(file.read_bytes(), file.name)
    except Refusal:
        return
    offered = re.search(r"(?m)^# (zones: .*)$", describe_record(record, "1"))
    again = read_document(file.read_bytes(), file.name, (), ("corrections.yml", offered[1]))
    assert [problem for problem in again.problems if problem.path == "corrections.yml"] == []


def seed(folder: Path, text: str = PAGE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.txt").write_text(text, "utf-8")
    return folder / "page.txt"


def test_why_quotes_the_words_a_value_was_read_from(tmp_path: Path):
    """One field: every value, the lines it stands on, the rule with its sentence, and what gave way."""
    file = seed(tmp_path)
    file.with_suffix(".yml").write_text("summary: He speaks.\n", "utf-8")
    shown = CliRunner().invoke(main, ["inspect", "--why", "summary", str(file)]).stdout
    assert (
        "  He speaks.\n      supplied by the archivist, certain\n      because supplied by the archivist"
        in shown
    )
    assert "the lines are those of the file of corrections" in shown
    assert shown.index("Gave way") < shown.index("11 │ Testov tells the minister about fishing quotas.")
    by_other_key = CliRunner().invoke(main, ["inspect", "--why", "date", str(file)]).stdout
    assert "because it stands in the heading of the saved page (rule page_heading, line 1)" in by_other_key
    assert "  1 │ May 3, 1961" in by_other_key
    assert (
        "Nothing was read for this field. To give it a value, write “funders: …” into the file of corrections."
        in CliRunner()
        .invoke(main, ["inspect", "--why", "funders", str(seed(tmp_path, "A pier was shut.\n"))])
        .stdout
    )


def test_why_of_no_field_says_which_was_meant(tmp_path: Path):
    """A misspelt name is a wrong usage with a way out."""
    result = CliRunner().invoke(main, ["inspect", "--why", "sumary", str(seed(tmp_path))])
    assert result.exit_code == 2
    assert "did you mean summary?" in result.stderr


def test_what_is_piped_has_no_colours_and_no_width(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Programs get the same text whatever the terminal: nothing painted, cut or folded."""
    file = seed(tmp_path, PAGE.replace("for an hour", "for an hour " * 40))
    texts = set()
    for width in ("60", "200"):
        monkeypatch.setenv("COLUMNS", width)
        texts.add(CliRunner().invoke(main, ["inspect", str(file)]).stdout)
    (text,) = texts
    assert "\x1b" not in text
    assert "for an hour " * 40 in text


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("no_colour", "is_coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_it_wants_none(tmp_path: Path, no_colour: str, is_coloured: bool):
    """Colours are for a terminal, and NO_COLOR is heard."""
    here, there = os.openpty()
    command = [sys.executable, "-m", "archivegen", "inspect", str(seed(tmp_path))]
    with subprocess.Popen(command, stdout=there, env={**os.environ, "NO_COLOR": no_colour, "COLUMNS": "150"}):
        os.close(there)
        shown = b""
        while part := _read(here):
            shown += part
    os.close(here)
    assert (b"\x1b[32m" in shown) == is_coloured
    assert re.search(rb"May 3, 1961.*Title", shown)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_inspect_reads_what_a_build_reads(tmp_path: Path):
    """The defaults of the folders of an archive hold for a document of it that is looked at alone."""
    (tmp_path / "archive.yml").write_text("title: Letters\n", "utf-8")
    file = seed(tmp_path / "seeds" / "letters", "A pier was shut for the whole of the winter.\n")
    (tmp_path / "seeds" / "collection.yml").write_text("rights: CC0\nlanguage: fr\n", "utf-8")
    (tmp_path / "collection.yml").write_text("repository: Not read\n", "utf-8")
    shown = CliRunner().invoke(main, ["inspect", str(file)]).stdout
    assert "seeds/letters/page.txt: " in shown
    assert "  CC0\n      supplied by the archivist" in shown
    assert "Not read" not in shown
