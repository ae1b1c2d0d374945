"""The table beside the search index: rows, columns and what is in them, whatever the documents are."""

import json
from datetime import date
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dated_archives import SAY, archive_of, dated_record

from archivegen.archive.archive import Archive, Document
from archivegen.pages.listing import Desk, lay_out
from archivegen.pages.search_columns import FACETS, dates_column
from archivegen.pages.search_table import CARDS, CITATIONS, records_column, rows_of_table, table_columns
from archivegen.records.record import Record
from archivegen.records.values import AccessValue, AgentValue, Identifier, Value

PEOPLE = ("Anna Lindqvist", "Peter Okafor", "Kim Il Sung", "Kim Il-sung", "Okafor", "Łucja Żak")
PLACES = ("Westhaven", "Łódź", "東京")
DATES = (
    "",
    "1957",
    "1957-05-22",
    "1957-05/..",
    "../1960-02",
    "195X",
    "1957-05-06/1958-01",
    "-0043",
    "XXXX",
    "1957?",
)
SUPPLIED = {"rule": "supplied", "status": "supplied", "by": "archivist"}


def record(name: str, day: str, people: tuple[str, ...], place: str, access: str = "open") -> Record:
    """Return a record with people, a place, a number and an access of its own."""
    return dated_record(
        name,
        day,
        creators=tuple(AgentValue(value=person, **SUPPLIED) for person in people),
        place_of_creation=(Value(value=place, **SUPPLIED),) if place else (),
        repository=(Value(value="Museum of the Mill", **SUPPLIED),),
        identifiers=(Identifier(value=f"№ {name}-{len(people)}", kind="other", **SUPPLIED),),
        access=(AccessValue(value=access, announce=True, **SUPPLIED),),
    )


# The gazetteer is read anew for other places: each archive names them all.
OF_ALL_PLACES = tuple(record(f"of-{number}", "1950", (), place) for number, place in enumerate(PLACES))
RECORDS = st.lists(
    st.builds(
        record,
        st.integers(1, 99_999).map("d{}".format),
        st.sampled_from(DATES),
        st.lists(st.sampled_from(PEOPLE), unique=True).map(tuple),
        st.sampled_from(("", *PLACES)),
        st.sampled_from(("open", "open", "restricted")),
    ),
    unique_by=lambda each: each.source.path,
    max_size=CARDS + 3,
)


def columns_of(archive: Archive) -> tuple[Desk, tuple[Document, ...], dict[str, object]]:
    """Return the desk of an archive, the documents of its rows, and the columns as whoever reads them has them."""
    desk = lay_out(archive, SAY)
    columns = {name: json.loads(json.dumps(column)) for name, column in table_columns(desk)}
    return desk, rows_of_table(archive), columns


def is_whole(archive: Archive) -> None:
    """Assert that the columns of an archive say of each row what its document is, and nothing of any other."""
    desk, documents, columns = columns_of(archive)
    assert [each.id for each in documents] == [each.id for each in archive.documents if each.is_open]
    assert {len(column) for column in columns["dates"].values()} <= {len(documents)}
    for facet in FACETS:
        if facet in columns:
            says_what_pages_say(desk, facet, columns[facet], documents)
    in_parts = {"cards": CARDS, "citations": CITATIONS}
    for name, size in in_parts.items():
        parts = [columns[f"{name}/{number}"] for number in range(-(-len(documents) // size))]
        assert f"{name}/{len(parts)}" not in columns
        assert [len(part) for part in parts[:-1]] == [size] * len(parts[:-1])
        assert sum(map(len, parts)) == len(documents)
    for row, document in enumerate(documents):
        assert columns[f"cards/{row // CARDS}"][row % CARDS][5] == document.address
        assert f"/{document.id}." in columns[f"citations/{row // CITATIONS}"][row % CITATIONS]["citation"]
    rows = [row for _, has in columns["numbers"] for row in has]
    assert set(rows) == set(range(len(documents)))
    told = json.dumps(columns)
    assert not [each.id for each in archive.documents if not each.is_open and f"{each.id}/" in told]


def says_what_pages_say(desk: Desk, facet: str, column: dict, documents: tuple[Document, ...]) -> None:
    """Assert that a facet has the open documents of each page of its index, those of most first."""
    assert len(column["rows"]) == len(documents)
    found: dict[str, list[str]] = {slug: [] for slug, _, _ in column["values"]}
    for document, numbers in zip(documents, column["rows"], strict=True):
        assert numbers == sorted(set(numbers))
        for number in numbers:
            found[column["values"][number][0]].append(document.id)
    counts = [len(ids) for ids in found.values()]
    assert counts == sorted(counts, reverse=True)
    assert 0 not in counts
    shown = {document.id for document in documents}
    if facet in ("statuses", "languages"):
        assert sum(counts) == len(documents)
        return
    pages = {
        entity.slug: sorted(shown.intersection(entity.document_ids))
        for entity in desk.archive.entities_in(facet)
        if entity.has_page
    }
    assert {slug: sorted(ids) for slug, ids in found.items()} == {
        slug: ids for slug, ids in pages.items() if ids
    }
    addresses = {entity.address for entity in desk.archive.entities_in(facet)}
    assert {address for _, _, address in column["values"]} <= addresses


@settings(max_examples=60, deadline=None)
@given(RECORDS)
def test_the_table_says_of_each_row_what_its_document_is(records: list[Record]):
    """Of whatever documents, dated, undated, announced or open."""
    is_whole(archive_of(*OF_ALL_PLACES, *records))


@settings(max_examples=30, deadline=None)
@given(RECORDS, st.sampled_from(DATES))
def test_a_document_put_between_others_moves_their_rows_and_nothing_else(records: list[Record], day: str):
    """Each of the others is still said to be what it was."""
    before = archive_of(*OF_ALL_PLACES, *records)
    after = archive_of(*OF_ALL_PLACES, *records, record("new", day, ("Anna Lindqvist",), "Westhaven"))
    is_whole(after)
    _, old_rows, old = columns_of(before)
    _, new_rows, new = columns_of(after)
    cards = {name: [card for part, column in sorted(table.items()) if part.startswith("cards/") for card in column]
             for name, table in (("old", old), ("new", new))}  # fmt: skip
    assert sorted(map(str, cards["new"])) == sorted(
        map(str, [*cards["old"], *[card for card in cards["new"] if "/new/" in card[5]]])
    )
    assert len(new_rows) == len(old_rows) + 1


@settings(max_examples=60, deadline=None)
@given(RECORDS, st.data())
def test_the_rows_of_records_are_read_back_from_their_steps(records: list[Record], data: st.DataObject):
    """Each hash with the document whose record it is; records without a row, and shards of such alone, are left out."""
    documents = rows_of_table(archive_of(*records))
    hashes: dict[str, dict[str, str]] = {
        "en": {"documents/closed/": "0000000"},
        "uk": {"documents/closed/": "0000001"},
    }
    for row, document in enumerate(documents):
        for shard in data.draw(st.sets(st.sampled_from(["en", "ru-x-a1"]))):
            hashes.setdefault(shard, {})[document.address] = f"{row:07x}"
    column = records_column(documents, hashes)
    assert list(column) == sorted(shard for shard, own in hashes.items() if set(own) - {"documents/closed/"})
    for shard, own in column.items():
        rows = list(accumulate(own["rows"]))
        read = {
            documents[row].address: made for row, made in zip(rows, own["hashes"].split(" "), strict=True)
        }
        assert read == {address: made for address, made in hashes[shard].items() if "closed" not in address}


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1957-05-22", "1957-05-22", "1957-05-22"),
        ("1957-05", "1957-05-01", "1957-05-31"),
        ("1957~", "1957-01-01", "1957-12-31"),
        ("195X", "1950-01-01", "1959-12-31"),
        ("1957-05-06/1958", "1957-05-06", "1958-12-31"),
        ("1957-05-06/..", "1957-05-06", None),
        ("../1957-05-06", None, "1957-05-06"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("2000-02", "2000-02-01", "2000-02-29"),
    ],
)
def test_a_date_is_the_days_that_it_may_mean(edtf: str, first: str | None, last: str | None):
    """Counted from 1 January 1970, in the calendar that is used now; an open end is no day."""
    days = [(date.fromisoformat(day) - date(1970, 1, 1)).days if day else None for day in (first, last)]
    column = dates_column(archive_of(dated_record("a", edtf)).documents)
    assert column == {"first": [days[0]], "last": [days[1]], "dated": [1]}


def test_years_before_the_common_era_are_days_as_well():
    """43 BC, which is the year -42, is 1,969 years and 42 before 1970, whose leap days were every fourth."""
    [first] = dates_column(archive_of(dated_record("a", "-0042-01-01")).documents)["first"]
    assert first == (date(1, 1, 1) - date(1970, 1, 1)).days - 43 * 365 - 11


@pytest.mark.parametrize("edtf", ["", "XXXX", "../..", "in May"])
def test_what_is_no_date_is_undated(edtf: str):
    """Such documents come last, and no span of days has them."""
    column = dates_column(archive_of(dated_record("a", edtf)).documents)
    assert column == {"first": [None], "last": [None], "dated": [0]}


def test_one_spelling_finds_the_other_and_nobody_is_made_one_with_another():
    """Spellings stand with the name; a surname alone, which may be anybody's, is no value and no name."""
    archive = archive_of(
        record("a", "1957", ("Kim Il Sung", "Okafor"), ""), record("b", "1958", ("Kim Il-sung",), "東京")
    )
    _, _, columns = columns_of(archive)
    assert [(index, names) for index, _, names in columns["names"]] == [
        ("people", ["Kim Il Sung", "Kim Il-sung"]),
        ("places", ["東京"]),
        ("archives", ["Museum of the Mill"]),
    ]
    assert [value[1] for value in columns["people"]["values"]] == ["Kim Il Sung"]


def test_statuses_are_those_of_the_dates():
    """An undated document has none, and says so in the words of the interface."""
    archive = archive_of(record("a", "1957", (), ""), record("b", "", (), ""), record("c", "1958", (), ""))
    _, _, columns = columns_of(archive)
    assert columns["statuses"] == {
        "values": [["stated", "Stated", ""], ["none", "undated", ""]], "rows": [[0], [0], [1]],
    }  # fmt: skip


def test_words_are_those_of_the_titles():
    """In small letters, each with the number of documents that have it; numbers and unspaced runs are no words."""
    titles = ("Letter 12 to the Harbour", "LETTER to the harbour-master", "毛泽东会见金日成", "Писмо до Łódź")
    records = [
        dated_record(f"d{number}", "1957", title=(Value(value=title, rule="supplied"),))
        for number, title in enumerate(titles)
    ]
    _, _, columns = columns_of(archive_of(*records))
    assert columns["words"] == [
        ["harbour", 2], ["letter", 2], ["master", 1], ["the", 2], ["to", 2], ["łódź", 1], ["до", 1], ["писмо", 1],
    ]  # fmt: skip


def test_a_long_summary_is_cut_between_two_words():
    """Two hundred signs at most, with a sign that there is more."""
    summary = "The surveyor asks for the second crane " * 9
    archive = archive_of(dated_record("a", "1957", summary=(Value(value=summary.strip(), rule="supplied"),)))
    _, _, columns = columns_of(archive)
    start = columns["cards/0"][0][6]
    words, space, sign = start.rpartition(" ")
    assert summary.startswith(f"{words} ")
    assert space + sign == " …"
    assert 180 < len(start) <= 200
