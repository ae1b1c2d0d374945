"""What the archivist says of a document stands above what is read from it, and what gave way is kept."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import LETTER

from archivegen.records.fields import FIELDS
from archivegen.records.record import Record
from archivegen.seeds.normalise import read_document

SAMPLES = [file.read_text("utf-8") for file in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
PARTS_OF_DOCUMENTS = st.sampled_from(["body", "debris", *(field.name for field in FIELDS)])
CASES = Path(__file__).parents[1] / "cases"
REPLACED: list[dict[str, Any]] = yaml.safe_load((CASES / "replaced_readings.yml").read_text("utf-8"))
ZONE_WORDS: list[dict[str, Any]] = yaml.safe_load((CASES / "zone_words.yml").read_text("utf-8"))


def read(sidecar: str, text: str = LETTER) -> Record:
    return read_document(text.encode(), "letter.txt", (), ("letter.yml", sidecar))


def values(record: Record, field: str) -> list[dict[str, Any]]:
    return [value.as_json() for value in record.fields.get(field, ())]


def test_lines_are_what_the_archivist_says_they_are():
    """Lines called a summary become one, lines called debris leave the text, and the zones still tile the file."""
    record = read("zones:\n  1: debris\n  8: summary\n")
    assert record.problems == ()
    [summary] = values(record, "summary")
    assert summary["value"].startswith("Lindqvist tells Okafor")
    assert (summary["status"], summary["by"], summary["lines"]) == ("supplied", "archivist", [[8, 8]])
    words = " ".join(block.text for block in record.body.blocks)
    assert [part in words for part in ("Saved from", "The surveyor", "Lindqvist tells")] == [
        False,
        True,
        False,
    ]
    zones = [(tuple(zone.lines), zone.kind, zone.field) for zone in record.zones]
    assert zones == [
        ((1, 1), "debris", None), ((2, 7), "body", None), ((8, 8), "field", "summary"), ((9, 11), "body", None),
    ]  # fmt: skip


def test_what_is_called_body_is_the_body_and_nothing_else_is():
    """What a layout took out of the text goes back into it; what is left out is on no page, and that is said."""
    capture = "May 3, 1961\n\nNote on a Talk\n\nThe talk was long.\n\nA. and B. discuss fish and then discuss more fish.\n\nDocument Information\n\nSource\n\nXYZ 1-2\n"
    assert "summary" in read("", capture).fields
    record = read("zones:\n  5-7: body\n", capture)
    assert "summary" not in record.fields
    assert record.body.lines == (5, 7)
    assert [date.value for date in record.fields["dates"]] == ["1961-05-03"]


@pytest.mark.parametrize(
    ("zones", "code"),
    [
        ("  8: sumary", "no-zone"),
        ("  eight: summary", "no-zone"),
        ("  8-99: summary", "no-zone"),
        ("  9-8: summary", "no-zone"),
        ("  6: dates", "zone-not-read"),
        ("  7-8: summary\n  8: debris", "zones-overlap"),
    ],
)
def test_zones_that_cannot_be_are_named(zones: str, code: str):
    """A zone outside the file, of an unknown field, or over another one is a problem with its line, and changes nothing."""
    record = read(f"zones:\n{zones}\n")
    problem = record.problems[0]
    assert (problem.code, problem.path) == (code, "letter.yml")
    assert problem.line in (2, 3)
    assert record.body.lines == (1, 11)


@given(
    st.sampled_from([LETTER, f"---\nform: letter\n---\n{LETTER}", *SAMPLES]),
    st.lists(
        st.tuples(st.integers(1, 70), st.integers(0, 9), PARTS_OF_DOCUMENTS),
        max_size=5,
        unique_by=lambda zone: zone[:2],
    ),
)
@settings(max_examples=60, deadline=None)
def test_zones_tile_the_file_wherever_they_are_drawn(text: str, drawn: list[tuple[int, int, str]]):
    """Every line is in one zone, whether the zones drawn can be or not, and what they were instead has no others."""
    zones = "".join(f"  {first}-{first + more}: {what}\n" for first, more, what in drawn)
    record = read(f"zones:\n{zones}" if zones else "", text)
    count = len(record.source.text_lines)
    covered = [number for zone in record.zones for number in range(zone.lines.first, zone.lines.last + 1)]
    assert covered == list(range(1, count + 1))
    if any(problem.level == "error" for problem in record.problems):
        assert record.other_zones == ()
    for name, others in record.other_readings.items():
        assert set(others).isdisjoint(record.fields.get(name, ()))


@pytest.mark.parametrize("case", REPLACED, ids=lambda case: case["name"])
def test_what_the_rules_would_have_read_is_kept(case: dict[str, Any]):
    """What gives way to zones is kept by field, with its own rule and lines, and so is what the lines were read as."""
    record = read(case["corrections"], case["text"])
    for field, expected in case["stands"].items():
        assert [value.value for value in record.fields.get(field, ())] == expected
    assert {
        field: [value.value for value in found] for field, found in record.other_readings.items()
    } == case["kept"]
    zones = [[*zone.lines, zone.field or zone.kind] for zone in record.other_zones]
    assert zones == case["zones"]
    assert [problem for problem in record.problems if problem.code == "contradiction"] == []


@pytest.mark.parametrize(
    ("correction", "field", "part", "kept"),
    [
        ("dates: {value: 1961-03-04, type: received}", "dates", "type", "created"),
        ("name_variants: {value: Heo Il-dong, variant: Ho Iltong}", "name_variants", "variant", "Ho Il Tong"),
    ],
)
def test_a_value_that_differs_in_a_part_gave_way(correction: str, field: str, part: str, kept: str):
    """The same day of another event, the same name with another spelling, is another reading."""
    record = read(correction, LETTER.replace("The surveyor", "Heo Il-dong [Ho Il Tong]"))
    assert [getattr(value, part) for value in record.other_readings[field]] == [kept]


def test_a_zone_in_front_matter_gives_way_to_the_file_beside_the_document():
    """The nearest wins, whether it writes the value out or points at it."""
    text = f"---\nzones:\n  12: summary\n---\n{LETTER}"
    assert [value["rule"] for value in values(read("", text), "summary")] == ["supplied_lines"]
    record = read("summary: He writes.\n", text)
    assert [value["value"] for value in values(record, "summary")] == ["He writes."]
    [kept] = record.other_readings["summary"]
    assert (kept.rule, kept.lines) == ("supplied_lines", ((12, 12),))


def test_a_confirmed_zone_of_what_was_read_stays_as_it_was_read():
    """The archivist's word that the lines are right does not make them the archivist's."""
    capture = REPLACED[0]["text"]
    record = read("zones: {3: title}\nconfirmed: {by: Marta Silva, on: 2026-03-01}\n", capture)
    [title] = values(record, "title")
    assert (title["status"], title["rule"], title["confirmed"]["by"]) == (
        "stated", "page_heading", "Marta Silva",
    )  # fmt: skip
    assert record.other_readings == {}


def test_a_zone_over_front_matter_is_none():
    """Its lines say what the document is, and are no part of it."""
    record = read("zones: {2-3: debris, 4: title}\n", f"---\nform: letter\n---\n{LETTER}")
    assert [(problem.code, problem.line) for problem in record.problems] == [("no-zone", 1)]
    assert "line 2 is front matter" in record.problems[0].message


@pytest.mark.parametrize("case", ZONE_WORDS, ids=lambda case: case["lines"])
def test_a_zone_gives_the_value_behind_its_label(case: dict[str, Any]):
    """`Drafted by: …` on the lines of a zone is the label's value, and stars around it are no part of it."""
    lines = case["lines"].count("\n") + 1
    record = read(f"zones:\n  1-{lines}: {case['field']}\n", f"{case['lines']}\n\n{LETTER}")
    assert record.problems == ()
    assert [value["value"] for value in values(record, case["field"])] == [case["value"]]


def test_a_confirmed_value_that_the_source_states_stays_stated():
    """The archivist's word that a value was checked does not take it from the source."""
    record = read("dates: {value: 1961-03-04, confirmed: {by: Marta Silva, on: 2026-03-01}}\n")
    [date] = values(record, "dates")
    assert (date["status"], date["by"], date["lines"]) == ("stated", "source", [[2, 2]])
    assert date["confirmed"] == {"by": "Marta Silva", "on": "2026-03-01"}


def test_a_confirmed_value_never_changes_by_itself():
    """What the source, or a newer program, says otherwise gives way to it and is kept."""
    record = read("creators: Ann Lindquist\nconfirmed: {by: Marta Silva, on: 2026-03-01}\n")
    [creator] = values(record, "creators")
    assert (creator["value"], creator["status"]) == ("Ann Lindquist", "supplied")
    assert creator["confirmed"]["by"] == "Marta Silva"
    assert [value.value for value in record.other_readings["creators"]] == ["Anna Lindqvist"]


def test_what_is_written_down_beside_a_confirmed_value_stays_as_it_was_read():
    """A file gives a field all its values: to confirm one says nothing of the others, and to add one neither."""
    met = LETTER.replace("The surveyor has", "Mr. Peter Adeyemi and Mrs. Ruth Osei have")
    before = values(read("", met), "people_mentioned")
    assert [each["value"] for each in before] == ["Peter Adeyemi", "Ruth Osei"]
    checked = "{value: Peter Adeyemi, confirmed: {by: Marta Silva, on: 2026-03-01}}"
    after = values(read(f"people_mentioned: [{checked}, Ruth Osei, Jan Lind]\n", met), "people_mentioned")
    assert after[0] == {**before[0], "confirmed": {"by": "Marta Silva", "on": "2026-03-01"}}
    assert after[1] == before[1]
    assert (after[2]["value"], after[2]["status"]) == ("Jan Lind", "supplied")
    supplied = values(read("people_mentioned: [Peter Adeyemi, Ruth Osei]\n", met), "people_mentioned")
    assert [each["status"] for each in supplied] == ["supplied", "supplied"]


@pytest.mark.parametrize(
    "wording", ["yes", "{by: Marta Silva}", "{by: Marta Silva, on: soon}", "{on: 2026-03-01}"]
)
def test_a_confirmation_without_a_name_or_a_day_is_none(wording: str):
    """Who checked a value and when is what makes it checked."""
    record = read(f"title: To Okafor\nconfirmed: {wording}\n")
    assert [problem.code for problem in record.problems] == ["confirmation"]
    assert record.fields["title"][0].confirmed is None


def test_a_confirmation_needs_the_value_that_was_checked():
    """Without the value beside it, it could not keep the value from changing."""
    record = read("title: {confirmed: {by: Marta Silva, on: 2026-03-01}}\n")
    assert [problem.code for problem in record.problems] == ["nothing-confirmed"]


@pytest.mark.parametrize(
    "sidecar",
    [
        "confirmed: {by: Marta Silva, on: 2026-03-01}\n",
        "confirmed: {by: Marta Silva, on: 2026-03-01}\nid: pier\nzones: {1: debris}\n",
    ],
)
def test_a_confirmation_of_a_file_without_values_confirms_nothing(sidecar: str):
    """A value that is not written down would change with the next rule: what to write is said instead."""
    record = read(sidecar)
    [problem] = record.problems
    assert (problem.code, problem.path, problem.line, problem.field) == (
        "nothing-confirmed", "letter.yml", 1, "confirmed",
    )  # fmt: skip
    assert not any(value.confirmed for found in record.fields.values() for value in found)


@pytest.mark.parametrize("sidecar", ["creators: []\n", "title: To Okafor\n", "zones: {8: summary}\n"])
def test_a_confirmation_of_a_file_stands_beside_what_it_says(sidecar: str):
    """A value, a zone that gives one, or the word that there is none."""
    assert read(f"{sidecar}confirmed: {{by: Marta Silva, on: 2026-03-01}}\n").problems == ()


def test_a_confirmation_of_a_file_reaches_what_its_zones_give():
    """Every value of the file is confirmed, whether it is written out or pointed at."""
    record = read("confirmed: {by: Marta Silva, on: 2026-03-01}\nzones:\n  8: summary\n  11: creators\n")
    for field in ("summary", "creators"):
        assert [value["confirmed"] for value in values(record, field)] == [
            {"by": "Marta Silva", "on": "2026-03-01"}
        ]


def test_dates_that_contradict_each_other_are_both_kept_and_reported():
    """A page's heading and the document's own dateline may name two days; the record has both, and says so."""
    page = "Skip to content\n\nMay 3, 1961\n\nNote on a Talk\n\n4 May 1961\n\nThe talk was long.\n\nDocument Information\n\nSource\n\nXYZ 1-2\n"
    record = read("", page)
    assert [(date["value"], date.get("principal")) for date in values(record, "dates")] == [
        ("1961-05-03", True), ("1961-05-04", None),
    ]  # fmt: skip
    assert [(problem.code, problem.level, problem.line) for problem in record.problems] == [
        ("contradiction", "notice", 7)
    ]


def test_conventions_that_are_not_declared_read_nothing():
    """Where the signs of the editors are declared to mean nothing, brackets name nobody and respell nothing."""
    text = "To the Council, the Premier [Zhou Enlai]:\n\nHeo Il-dong [Ho Il Tong] met the Minister of Fisheries [Anna Lindqvist] for two hours in the harbour.\n"
    assert "name_variants" in read("", text).fields
    record = read("editorial_conventions: none\n", text)
    assert list(record.body.marks()) == []
    assert "name_variants" not in record.fields
    assert not any(value.by == "editor" for found in record.fields.values() for value in found)
    unknown = read("editorial_conventions: klingon\n", text)
    assert [problem.code for problem in unknown.problems] == ["unknown-conventions"]


def test_a_date_that_cannot_be_read_is_shown_as_written_and_reported():
    """No day is made of it; the document is undated, and the wording stands in the record."""
    record = read("dates: the spring of that year\n")
    [date] = values(record, "dates")
    assert (date["value"], date["certainty"]) == ("the spring of that year", "uncertain")
    assert record.principal_date is None
    assert [(problem.code, problem.level) for problem in record.problems] == [("date-unreadable", "warning")]


def test_a_labelled_date_of_the_source_that_cannot_be_read_is_kept_as_written():
    """A day that may be in March or in April is nobody's to choose."""
    memo = "To: Peter Okafor\nFrom: Anna Lindqvist\nDate: 03/04/1961\nSubject: The pier\n\nThe pier cannot carry a second crane before its foundations are repaired by the board.\n"
    record = read("", memo)
    [date] = values(record, "dates")
    assert (date["value"], date["rule"], date["lines"]) == ("03/04/1961", "date_not_read", [[3, 3]])
    assert record.principal_date is None
    assert [(problem.code, problem.line) for problem in record.problems] == [("date-not-read", 3)]
