"""The ledger: what is written is read again, and what cannot be read is never repaired in silence."""

import pytest

from archivegen.problems import Refusal
from archivegen.storage.ledger import Ledger, LedgerEntry, ledger_text, read_ledger

ENTRY = LedgerEntry("0012", "documents/0012/", "seeds/a “b”: c.txt", "0" * 64, "2026-01-02")


def test_it_reads_what_it_writes():
    """Ids that look like numbers and paths with quotation marks survive."""
    ledger = Ledger(
        (ENTRY, LedgerEntry("no", "documents/no/", "seeds/n.txt", "1e5", "2026-01-02", "withdrawn"))
    )
    assert read_ledger(ledger_text(ledger)) == ledger


def test_one_line_per_entry():
    """An entry more is a line more, so that two people's ledgers merge."""
    assert len(ledger_text(Ledger((ENTRY,))).splitlines()) == len(ledger_text(Ledger()).splitlines()) + 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('state: "live"', 'state: "alive"'), "this is not an entry of the ledger"),
        (('first_published: "2026-01-02"', 'first_published: "soon"'), "this is not an entry of the ledger"),
        ((', state: "live"', ""), "this is not an entry of the ledger"),
        (('"live"}', '"live"'), "this is not an entry of the ledger"),
        (('"live"}\n', '"live"}\n<<<<<<< mine\n'), "this is not an entry of the ledger"),
    ],
)  # fmt: skip
def test_a_damaged_ledger_is_refused_with_its_line(change: tuple[str, str], message: str):
    """Each fault is reported with its line, and nothing is read from the file."""
    with pytest.raises(Refusal) as refused:
        read_ledger(ledger_text(Ledger((ENTRY,))).replace(*change))
    assert message in refused.value.problems[0].message
    assert refused.value.problems[0].line >= 4


def test_an_id_that_stands_twice_is_refused():
    """A merge that kept both sides is not resolved by the program."""
    text = ledger_text(Ledger((ENTRY,)))
    with pytest.raises(Refusal, match="a second time"):
        read_ledger(text + text.splitlines()[-1] + "\n")
