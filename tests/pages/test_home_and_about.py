"""The home page, and what the archive says about itself: its numbers are those of its documents."""

from dataclasses import replace

import pytest
from tests.dated_archives import archive_of, dated_archive, dated_record, html_of, pages_of

from archivegen.archive.archive import Archive
from archivegen.records.body import Block, Body, Text
from archivegen.records.record import Record
from archivegen.records.values import AgentValue, Confirmation, LineRange, Value
from archivegen.storage.published import PublishedRecord, PublishedVersion


def value(text: str) -> tuple[Value, ...]:
    return (Value(value=text, rule="supplied", status="supplied", by="archivist"),)


def letter(name: str, date: str, writer: str, **fields: tuple[Value, ...]) -> Record:
    writers = (AgentValue(value=writer, rule="label", role="creators"),)
    return dated_record(name, date, creators=writers, **fields)


def home_of(archive: Archive):
    """Return what the template of the home page is given."""
    return pages_of(archive)[""].view()


def test_a_small_archive_is_its_own_home_page():
    """All its documents stand there in the order of time, and the line of its size leads on."""
    view = home_of(dated_archive(("report", "1963-10-18"), ("journal", "1957-05-22"), ("map", "")))
    assert [row.title for row in view.rows] == ["The journal", "The report", "The map"]
    assert [(part.text, part.address) for part in view.size] == [
        ("3 documents", "documents/"),
        ("22 May 1957 – 18 October 1963", "timeline/"),
        ("1 undated", "years/undated/"),
    ]
    assert [(way.link.text, way.count) for way in view.years] == [("1957", 1), ("1963", 1)]


def test_a_large_archive_begins_with_the_people_named_most():
    """Of each the earliest document with a summary, in the order of time, and none twice."""
    letters = [
        letter(f"lind-{day}", f"1957-03-{day:02}", "Anna Lind", summary=value("Ice.")) for day in range(2, 10)
    ]
    letters += [
        letter(f"berg-{day}", f"1956-04-{day:02}", "Jonas Berg", summary=value("Snow."))
        for day in range(1, 6)
    ]
    letters.append(letter("without-summary", "1955-01-01", "Anna Lind"))
    view = home_of(archive_of(*letters))
    assert not view.is_small
    assert [row.address for row in view.rows] == ["documents/berg-1/", "documents/lind-2/"]
    assert [(each.link.text, each.count) for each in view.people] == [("Anna Lind", 9), ("Jonas Berg", 5)]


def published(archive: Archive, *days: tuple[str, ...]) -> Archive:
    """Return an archive whose documents were published on some days each."""
    documents = []
    for document, own in zip(archive.documents, days, strict=True):
        versions = tuple(
            PublishedVersion(day, "0" * 12, ("title",) if number else ()) for number, day in enumerate(own)
        )
        record = PublishedRecord(document.id, document.title, "", versions=versions)
        documents.append(replace(document, published=record))
    return replace(archive, documents=tuple(documents))


def test_what_is_new_begins_after_the_first_day_of_publication():
    """On that day everything was new; of an archive that nobody published, nothing is."""
    archive = dated_archive(("ice", "1957-01-01"), ("snow", "1957-01-02"), ("fog", "1957-01-03"))
    assert home_of(archive).news == ()
    assert home_of(published(archive, ("2026-01-01",), ("2026-01-01",), ())).news == ()
    view = home_of(published(archive, ("2026-01-01", "2026-03-01"), ("2026-01-01",), ("2026-02-01",)))
    assert [(day.day, [(row.link.text, row.text) for row in day.rows]) for day in view.news] == [
        ("1 March 2026", [("The ice", "title")]),
        ("1 February 2026", [("The fog", "New")]),
    ]


def test_collections_stand_with_how_their_introduction_begins():
    """Those that are introduced before larger ones, without the heading of the introduction."""
    records = [
        dated_record(f"a-{number}", "1957", collections=value("Correspondence")) for number in range(3)
    ]
    records.append(dated_record("b", "1957", collections=value("Minute books")))
    archive = replace(
        archive_of(*records),
        introductions={"minute books": "# The books\n\nThey *were* kept dry.\n\nNo more of it."},
    )
    view = home_of(archive)
    assert [(each.link.text, each.count, str(each.opening).strip()) for each in view.collections] == [
        ("Minute books", 1, "<p>They <em>were</em> kept dry.</p>"),
        ("Correspondence", 3, ""),
    ]
    assert "They <em>were</em> kept dry." in html_of(archive, pages_of(archive)[""])


KNOWN = {
    name: value(text)
    for name, text in {
        "form": "letter", "summary": "Ice.", "repository": "Harbour Museum", "original_language": "ko", "language": "en", "rights": "CC0",
    }.items()
}  # fmt: skip
TEXT = Body((Block("paragraph", LineRange(1, 1), (Text("Ice."),)),))


@pytest.mark.parametrize(
    ("date", "changed", "silences"),
    [
        ("1957-05-22", {}, {"original_text"}),
        ("1957-05-22", {"language": value("ko")}, set()),
        ("1957-05-22", {"language": value("ko-Hang")}, set()),
        ("1957-05", {"language": value("ko")}, {"day"}),
        ("", {"language": value("ko")}, {"date"}),
        ("1957-05-22", {"original_language": ()}, {"original_language"}),
        ("1957-05-22", {"language": value("ko"), "summary": (), "rights": (), "repository": (), "form": ()},
         {"summary", "rights", "repository", "kind"}),
    ],
)  # fmt: skip
def test_what_is_not_known_of_a_document(
    date: str, changed: dict[str, tuple[Value, ...]], silences: set[str]
):
    """Each silence has a page that lists it."""
    record = letter("letter", date, "Anna Lind", **KNOWN | changed)
    record = replace(record, body=TEXT)
    pages = pages_of(archive_of(record))
    found = {address for address in pages if address.startswith("about/without")}
    assert found == {f"about/without-{name.replace('_', '-')}/" for name in silences}
    assert {row.link.address for row in pages["about/"].view().silences} == found
    assert all([row.title for row in pages[address].view().rows] == ["The letter"] for address in found)


def test_how_values_were_found_is_counted():
    """By status, voice, field and rule; checked values are told."""
    record = dated_record(
        "letter",
        "1957-05-22",
        form=(Value(value="letter", rule="heading_title", status="derived"),),
        subjects=(
            Value(value="ice", rule="supplied", status="supplied", by="archivist", confirmed=Confirmation("A. Lind", "2026-01-01")),
            Value(value="snow", rule="label", by="cataloguer"),
        ),
    )  # fmt: skip
    view = pages_of(archive_of(record))["about/"].view()
    assert [(name, count) for name, count, _ in view.statuses] == [
        ("Stated", 3),
        ("Inferred", 1),
        ("Supplied", 1),
    ]
    assert view.confirmed == "An archivist has checked 1 of them."
    assert [(row.label, row.counts) for row in view.voices] == [
        ("The document", (2, 1, 0)), ("Cataloguers of the source", (1, 0, 0)), ("The archivist", (0, 0, 1)),
    ]  # fmt: skip
    fields = {row.label: (row.counts, row.confirmed, row.empty) for row in view.fields}
    assert fields["Subjects"] == ((1, 0, 1), 1, 0)
    assert fields["Summary"] == ((0, 0, 0), 0, 1)
    assert "Urgency" not in fields
    assert view.rules == (("the title stands as the heading of the cover sheet", 1),)


def test_the_most_frequent_values_are_told_and_the_others_counted():
    """Twelve of them; the index has all."""
    records = [
        dated_record(f"{kind}-{copy}", "1957", form=value(f"kind{kind}"))
        for kind in range(14)
        for copy in range(kind + 1)
    ]
    [group] = pages_of(archive_of(*records))["about/"].view().groups
    assert [(row.link.text, row.count, row.length) for row in group.rows[:2]] == [
        ("Kind13", 14, 100),
        ("Kind12", 13, 93),
    ]
    assert (len(group.rows), group.others.text, group.others.address) == (12, "and 2 others", "kinds/")


def test_the_span_of_an_archive_is_that_of_all_its_documents():
    """Not that of the first and the last in order; a date of which nothing is known is none."""
    view = home_of(dated_archive(("map", "XXXX"), ("ledger", "1850/1990"), ("list", "1900")))
    assert [part.text for part in view.size][1] == "1850 – 1990"
