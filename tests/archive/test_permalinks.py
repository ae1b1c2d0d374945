"""Addresses: minted by rule 1, kept by the ledger, unique, and fit to stand in any address."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivegen.archive.permalinks import assign, mint
from archivegen.records.body import Body
from archivegen.records.record import Record, Source
from archivegen.records.values import DateValue, Identifier, Value
from archivegen.storage.ledger import Ledger, LedgerEntry
from archivegen.storage.promises import Promises


def record(
    title: str = "A letter", date: str | None = None, path: str = "seeds/a.txt", **parts: object
) -> Record:
    """Return a record with a title and perhaps a date."""
    fields: dict[str, tuple[Value, ...]] = {"title": (Value(value=title, rule="label"),)}
    if date:
        fields["dates"] = (DateValue(value=date, rule="label", type="created", principal=True),)
    if number := parts.pop("number", None):
        fields["identifiers"] = (Identifier(value=number, kind="record_number", rule="record_number"),)
    digest = str(parts.pop("digest", path))
    return Record(Source(path, digest, "plain_text", "utf-8", ()), fields, Body(), (), **parts)


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        ("Journal of Soviet Ambassador to the DPRK A. M. Puzanov for 22 May 1957", "1957-05-22",
         "1957-05-22-journal-soviet-ambassador-dprk-puzanov"),
        ("Letter from Anna Lindqvist to Peter Okafor", "1961-03", "1961-03-letter-anna-lindqvist-peter-okafor"),
        ("The Report on the Fishing Harbours of the Whole Northern Coast and the Isles", "1961",
         "1961-report-fishing-harbours-whole-northern-coast"),
        ("A letter", None, "undated-letter"),
        ("Ŏnjŏng–Łódź café", "1961~", "1961-onjong-lodz-cafe"),
        ("A letter", "../1957", "1957-letter"),
        ("朝鲜战争", "1950-06-25/1953-07-27", "1950-06-25"),
    ],
)  # fmt: skip
def test_rule_1(title: str, date: str | None, expected: str):
    """An id is minted from the principal date and at most six words of the title."""
    assert mint(record(title, date)) == expected


def test_a_supplied_id_comes_first_then_the_record_number():
    """What the archivist supplies is the id; else the number the document's own address ends in, unless turned off."""
    assert mint(record(supplied_id="my-letter", number="1234")) == "my-letter"
    assert mint(record(number="1234")) == "1234"
    assert mint(record(number="1234"), by_record_number=False) == "undated-letter"


def test_minted_ids_that_clash_get_a_suffix():
    """Two documents of one title and day are told apart by a number, in the order of their paths."""
    addresses = assign([record(path="seeds/b.txt"), record(path="seeds/a.txt")], Promises(Ledger()))
    assert addresses.id_by_path == {"seeds/a.txt": "undated-letter", "seeds/b.txt": "undated-letter-2"}


def test_other_clashes_name_every_file():
    """Two documents that claim one supplied id are both named, and neither gets it."""
    records = [record(path=f"seeds/{name}.txt", supplied_id="same") for name in "ab"]
    addresses = assign(records, Promises(Ledger()))
    assert addresses.id_by_path == {}
    assert addresses.problems == ()
    assert addresses.unsettled[0].message == "the id “same” is claimed by seeds/a.txt, seeds/b.txt"
    assert addresses.without_id == {"seeds/a.txt", "seeds/b.txt"}


def test_an_id_that_several_claim_is_given_to_nobody_else():
    """One that is made stays off it: whoever gets it in the end finds it free."""
    records = [record(path=f"seeds/{name}.txt", supplied_id="undated-letter") for name in "ab"]
    addresses = assign([*records, record(path="seeds/c.txt")], Promises(Ledger()))
    assert addresses.id_by_path == {"seeds/c.txt": "undated-letter-2"}


def entry(document_id: str, path: str, digest: str) -> LedgerEntry:
    return LedgerEntry(document_id, f"documents/{document_id}/", path, digest, "2026-01-01")


def test_the_ledger_decides():
    """A source that was edited, or renamed, keeps the id it was published under."""
    ledger = Promises(Ledger((entry("first", "seeds/a.txt", "old"), entry("second", "seeds/b.txt", "same"))))
    edited, renamed = record(path="seeds/a.txt", digest="new"), record(path="seeds/c.txt", digest="same")
    addresses = assign([edited, renamed], ledger)
    assert addresses.id_by_path == {"seeds/a.txt": "first", "seeds/c.txt": "second"}
    assert addresses.provisional == frozenset()
    assert addresses.problems == ()


def test_a_source_renamed_and_edited_is_known_by_its_title_and_date():
    """Between two publications a file may be moved and corrected; the id it would have says which it was."""
    ledger = Promises(Ledger((entry("undated-letter", "seeds/a.txt", "old"),)))
    assert assign([record(path="seeds/z.txt", digest="new")], ledger).id_by_path == {
        "seeds/z.txt": "undated-letter"
    }


def test_a_copy_of_a_published_file_is_another_document():
    """The published id stays with the file that had it; its copy gets one of its own."""
    ledger = Promises(Ledger((entry("undated-letter", "seeds/a.txt", "same"),)))
    records = [record(path="seeds/0.txt", digest="same"), record(path="seeds/a.txt", digest="same")]
    assert assign(records, ledger).id_by_path == {
        "seeds/a.txt": "undated-letter",
        "seeds/0.txt": "undated-letter-2",
    }


def test_a_published_document_that_is_gone_is_a_problem():
    """The document is named by the file it was in."""
    addresses = assign([], Promises(Ledger((entry("first", "seeds/a.txt", "old"),))))
    assert [problem.path for problem in addresses.problems] == ["seeds/a.txt"]
    assert addresses.problems[0].level == "error"


def test_another_id_than_the_ledgers_is_a_problem():
    """Supplying an id cannot move a published document."""
    ledger = Promises(Ledger((entry("first", "seeds/a.txt", "x"),)))
    addresses = assign([record(path="seeds/a.txt", supplied_id="better")], ledger)
    assert addresses.problems[0].code == "id-differs-from-ledger"


TITLES = st.text(max_size=120)
DATES = st.sampled_from([None, "1957-05-22", "1957-05", "1957", "1957~", "../1957", "1957-05-06/1957-05-29"])


@given(st.lists(st.tuples(TITLES, DATES), max_size=20))
def test_ids_are_unique_and_fit_for_any_address(documents: list[tuple[str, str | None]]):
    """Whatever the titles, every document has an id of its own: lower-case ASCII, at most 80 characters."""
    records = [record(title, date, path=f"seeds/{n:02}.txt") for n, (title, date) in enumerate(documents)]
    addresses = assign(records, Promises(Ledger()))
    ids = list(addresses.id_by_path.values())
    assert len(set(ids)) == len(ids) == len(records)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) and len(one) <= 80 for one in ids)


@given(st.lists(st.tuples(TITLES, DATES), min_size=1, max_size=12), st.randoms(use_true_random=False), TITLES)
def test_published_ids_are_stable(documents: list[tuple[str, str | None]], chance: object, new_title: str):
    """After renaming, retitling and adding documents in any order, every published document has its id."""
    records = [
        record(title, date, path=f"seeds/{n:02}.txt", digest=str(n))
        for n, (title, date) in enumerate(documents)
    ]
    first = assign(records, Promises(Ledger())).id_by_path
    ledger = Promises(
        Ledger(tuple(entry(first[r.source.path], r.source.path, r.source.sha256) for r in records))
    )
    changed = [
        record(new_title, None, path=r.source.path, digest=f"edited {r.source.sha256}")
        if chance.random() < 0.5
        else record(new_title, "1900", path=f"moved/{r.source.path}", digest=r.source.sha256)
        for r in records
    ]
    newcomers = [
        record(title, date, path=f"seeds/new{n}.txt", digest=f"n{n}")
        for n, (title, date) in enumerate(documents)
    ]
    mixed = [*changed, *newcomers]
    chance.shuffle(mixed)
    second = assign(mixed, ledger).id_by_path
    for old, new in zip(records, changed, strict=True):
        assert second[new.source.path] == first[old.source.path]
