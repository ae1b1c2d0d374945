"""The comparison with other people's descriptions, on texts of our own."""

from pathlib import Path

import pytest

from archivegen.records.values import AgentValue, DateValue
from tests.nara import edtf_of, main, verdict, wordings

COLUMNS = "Doc Date,To Name,From Name,Title,Originator,text_file"
BODY = "The pier was closed on the day of the storm, and nobody has seen the surveyor since he went to look at it."


def date(value: str) -> tuple[DateValue, ...]:
    return (DateValue(value=value, rule="dateline", type="created", principal=True),)


def person(value: str) -> AgentValue:
    return AgentValue(value=value, rule="signatures")


@pytest.mark.parametrize(
    ("day", "edtf"),
    [
        ("03/04/1961", "1961-03-04"),
        ("06/00/1975", "1975-06"),
        ("00/00/1975", "1975"),
        ("01/01/0000", ""),
        ("", ""),
    ],
)
def test_days_of_the_spreadsheet(day: str, edtf: str):
    """A zero stands for what is not known."""
    assert edtf_of(day) == edtf


@pytest.mark.parametrize(
    ("ours", "said", "wanted"),
    [
        ("1961-03-04", "1961-03-04", "right"),
        ("1961", "1961-03-04", "part"),
        ("1961-03-04", "1961-03", "part"),
        ("1961-04-03", "1961-03-04", "wrong"),
    ],
)
def test_a_date_is_right_whole_or_in_part(ours: str, said: str, wanted: str):
    """A date that is less or more exact is not wrong; another day is."""
    assert verdict("date", said, date(ours)) == wanted


@pytest.mark.parametrize(
    ("ours", "wanted"),
    [
        (["Anna Lindqvist"], "right"),
        (["ANNA LINDQVIST"], "right"),
        (["A. Lindqvist"], "part"),
        (["Lindqvist"], "part"),
        (["Anna"], "part"),
        (["Boris Lindqvist"], "wrong"),
        (["Peter Okafor"], "wrong"),
        (["Peter Okafor", "Anna Lindqvist"], "right"),
    ],
)
def test_a_name_is_right_whole_or_in_part(ours: list[str], wanted: str):
    """Initials and a surname alone say less; another given name is another person."""
    assert verdict("from", "Anna Lindqvist", tuple(person(name) for name in ours)) == wanted


def test_a_day_is_known_in_its_usual_wordings():
    """In words and in numbers, either way round."""
    assert {"4 march 1961", "march 4, 1961", "3/4/61", "04/03/1961", "04.03.61", "4 mar 61"} <= set(
        wordings("1961-03-04")
    )


def test_a_folder_is_compared_with_its_spreadsheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Right, wrong, and missed although it stands there are counted, and told of with the line."""
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.md").write_text(
        f"Date: 4 March 1961\n\n{BODY}\n\nAnna Lindqvist and Peter Okafor\n", "utf-8"
    )
    (tmp_path / "text" / "b.md").write_text(f"{BODY}\n\nIt was shut on 5 March 1961 at noon.\n", "utf-8")
    rows = ["03/05/1961,WITHHELD,,,,text/a.md", "03/05/1961,,,,,text/b.md", "01/01/0000,,,,,"]
    (tmp_path / "metadata.csv").write_text("\n".join([COLUMNS, *rows]), "utf-8")
    assert main(tmp_path) == 0
    printed = capsys.readouterr().out
    assert "2 texts, 0 refused" in printed
    assert "a.md: date lie: 1961-03-04 (head_label, certain, line 1), not 1961-03-05" in printed
    assert "b.md: date missed: 1961-03-05 (line 3: It was shut on 5 March 1961 at noon.)" in printed


def test_letters_are_read_without_their_heads(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """What the head says is not told to the rules, and compared with what they find."""
    head = "---\ntitle: On the pier\nauthor:\n  name: Peter Okafor\nrecipient: Anna Lindqvist\ndate: 1961-05-03\n---\n"
    letter = f"3 May 1961\n\nDear Anna Lindqvist,\n\n{BODY}\n\nYours sincerely,\nPeter Okafor\n"
    (tmp_path / "letter.md").write_text(head + letter, "utf-8")
    assert main(tmp_path) == 0
    rows = capsys.readouterr().out.splitlines()
    for key in ("date", "from", "to"):
        (row,) = [line.split() for line in rows if line.startswith(f"{key} ")]
        assert row[1:6] == ["1", "1", "1", "0", "0"]


def test_nothing_to_compare_is_a_fault(tmp_path: Path):
    """A folder without descriptions is not passed over in silence."""
    assert main(tmp_path) == 1
