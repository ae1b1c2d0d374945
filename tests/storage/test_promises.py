"""The ledger and its companion together: what one promises and the other does not know."""

import re

import pytest

from archivegen.problems import Refusal
from archivegen.storage.ledger import EntityEntry, Ledger, LedgerEntry, ledger_text
from archivegen.storage.promises import Promises, promise_texts, read_promises
from archivegen.storage.published import PublishedRecord, PublishedVersion, published_text

PIER = LedgerEntry("pier", "documents/pier/", "seeds/pier.txt", "0" * 64, "2026-01-02")
GONE = LedgerEntry(
    "mole", "documents/mole/", "seeds/mole.txt", "", "2026-01-02", "withdrawn", "2026-02-01", reason="x"
)
HIDDEN = LedgerEntry(
    "quay", "documents/quay/", "", "", "2026-01-02", "withdrawn", "2026-02-01", "", "x", concealed=True
)
LEDGER = ledger_text(Ledger((GONE, PIER, HIDDEN)))
VERSIONS = (PublishedVersion("2026-01-02", "0" * 12),)


def published(*ids: str, **parts: object) -> str:
    return published_text(
        PublishedRecord(each, "A title", "A citation", versions=VERSIONS, **parts) for each in ids
    )


def faults(ledger: str | None, companion: str | None) -> list[str]:
    with pytest.raises(Refusal) as refused:
        read_promises(ledger, companion)
    return [problem.as_line() for problem in refused.value.problems]


def test_both_are_read():
    """A withdrawn document keeps its title; an archive that published nothing has neither file."""
    promises = read_promises(LEDGER, published("pier", "mole"))
    assert promises.ledger.by_id.keys() == {"mole", "pier", "quay"}
    assert [record.id for record in promises.published] == ["mole", "pier"]
    assert read_promises(None, None) == Promises(Ledger())


@pytest.mark.parametrize(
    ("ledger", "companion", "expected"),
    [
        (None, published("pier", "mole"),
         ("permalinks.yml: error: this file is not there, but published.jsonl names 2 published documents; restore it "
         "from your last backup or version, or from the last site: archivegen ids recover OLD_BUILD")),
        (LEDGER, published("pier", "dock"),
         ("published.jsonl:1: error: “dock” was published, but the ledger has no line for it; restore this file from "
         "your last backup or version, and permalinks.yml with it; after a merge keep the lines of both versions")),
        (LEDGER, published("pier", "quay"),
         "published.jsonl:2: error: “quay” was withdrawn and concealed, but is described here; remove this line"),
        (LEDGER, published("mole"),
         ("published.jsonl: error: “pier” is in the ledger, but this file has no line for it; restore this file from "
         "your last backup or version, and permalinks.yml with it; after a merge keep the lines of both versions")),
        (LEDGER, published("pier", source_sha256="1" * 64),
         ("published.jsonl:1: error: “pier” is here as it was published from another text than the ledger names; "
         "restore this file from your last backup or version, and permalinks.yml with it; after a merge keep the lines "
         "of both versions")),
        (LEDGER, published("pier") + published("mole", values={"title": ({"value": "A title"},)}),
         ("published.jsonl:2: error: “mole” was withdrawn, but its values or passages are kept here; keep only id, "
         "title, citation, version_count and versions of this line")),
        (LEDGER.replace('first_published: "2026-01-02", state: "live"', 'first_published: "2026-01-03", state: "live"'),
         published("pier", "mole"),
         ("published.jsonl:2: error: “pier” has a version of 2026-01-02 here, and the ledger has it first published on "
         '2026-01-03; if that day is right, write first_published: "2026-01-02" in the ledger; else restore this file '
         "from your last backup or version, and permalinks.yml with it; after a merge keep the lines of both versions")),
        (LEDGER.replace('first_published: "2026-01-02", state: "live"', 'first_published: "2025-01-02", state: "live"'),
         published("pier", "mole", first_published="2026-01-02"),
         ("published.jsonl:2: error: “pier” was first published on 2026-01-02 by this line, and on 2025-01-02 by the "
         'ledger; if the day here is right, write first_published: "2026-01-02" in the ledger; else restore this file '
         "from your last backup or version, and permalinks.yml with it; after a merge keep the lines of both versions")),
        (LEDGER.replace('first_published: "2026-01-02", state: "withdrawn", on: "2026-02-01", reason: "x"}',
                        'first_published: "2025-01-02", state: "withdrawn", on: "2026-02-01", reason: "x"}'),
         published("pier", "mole", first_published="2026-01-02"),
         ("published.jsonl:1: error: “mole” was first published on 2026-01-02 by this line, and on 2025-01-02 by the "
         'ledger; if the day here is right, write first_published: "2026-01-02" in the ledger; else restore this file '
         "from your last backup or version, and permalinks.yml with it; after a merge keep the lines of both versions")),
    ],
    ids=["lost", "unknown", "concealed", "missing", "stale", "withdrawn", "first version", "first day", "withdrawn first day"],
)  # fmt: skip
def test_contradictions_are_named(ledger: str | None, companion: str, expected: str):
    """Each has its line and its way out."""
    assert faults(ledger, companion) == [expected]


def test_the_faults_of_both_are_said_at_once():
    """Whoever mends one file learns of the other."""
    found = faults(LEDGER.replace("live", "alive"), published("pier") + "{")
    assert [line.split(": error")[0] for line in found] == ["published.jsonl:2", "permalinks.yml:5"]


def test_nothing_is_written_that_could_not_be_read():
    """What is recorded once stays: a fault in it would stop every later command."""
    promises = read_promises(LEDGER, published("pier", "mole"))
    assert read_promises(*promise_texts(promises).values()) == promises
    versions = (PublishedVersion("2026-02-01", "0" * 12), *VERSIONS)
    faulty = Promises(promises.ledger, (PublishedRecord("pier", "A title", "A citation", versions=versions),))
    with pytest.raises(Refusal) as refused:
        promise_texts(faulty)
    assert [problem.as_line() for problem in refused.value.problems] == [
        (
            "published.jsonl:1: error: what was to be recorded could not be read again: the versions do not stand in the "
            "order of their days; nothing was recorded; report this line as an error of archivegen"
        )
    ]


def test_an_entity_that_the_ledger_has_lost_is_named():
    """A file that was cut off at the end of a line looks whole; that a document brought the address does not."""
    anna = EntityEntry("people/anna-lind/", "Anna Lind", "2026-01-02")
    companion = published("pier", named=("people/anna-lind/", "people/jan-lind/"))
    assert [line.split(";")[0] for line in faults(ledger_text(Ledger((PIER,), (anna,))), companion)] == [
        "published.jsonl:1: error: “pier” has brought “people/jan-lind/”, but the ledger has no line for it"
    ]
    assert len(faults(ledger_text(Ledger((PIER,))), companion)) == 2


@pytest.mark.parametrize("others", [(), (EntityEntry("people/anna-lind/", "Anna Lind", "2026-01-02"),)])
def test_a_name_that_an_older_program_concealed_in_the_ledger_alone_is_concealed_everywhere(
    others: tuple[EntityEntry, ...],
):
    """It left the name with documents that had once had it; its lines have no checks. To restore it would be to show it."""
    kept = tuple(each.address for each in others)
    companion = published("pier", named=(*kept, "people/jan-lind/"))
    text = ledger_text(Ledger((PIER, HIDDEN), others))
    [record] = read_promises(re.sub(r', check: "\w+"', "", text), companion).published
    assert record.named == kept
    if others:
        (fault,) = faults(text, companion)
        assert "restore" not in fault
        assert "recover" not in fault
