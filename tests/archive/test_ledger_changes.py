"""What `ids move` and `ids withdraw` make of the ledger and its companion, and what they refuse."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from archivegen.archive.ledger_changes import Holdings, with_move, with_withdrawal
from archivegen.problems import Refusal
from archivegen.storage.authority_files import Authority
from archivegen.storage.ledger import EntityEntry, Ledger, LedgerEntry, ledger_text
from archivegen.storage.ledger_reading import read_ledger
from archivegen.storage.promises import Promises, read_promises
from archivegen.storage.published import PublishedPassage, PublishedRecord, PublishedVersion, published_text

DAY = "2026-03-01"
VERSIONS = (PublishedVersion("2026-01-02", "0" * 12),)
PEOPLE = {"creators": ({"value": "Anna Lindqvist"},), "recipients": ({"value": "P. Okafor"},)}


def entry(document_id: str, **parts: object) -> LedgerEntry:
    source, digest = f"seeds/{document_id}.txt", document_id[0] * 64
    return LedgerEntry(document_id, f"documents/{document_id}/", source, digest, "2026-01-02", **parts)


def stood(document_id: str) -> PublishedRecord:
    passages = (PublishedPassage("p-1", "1", "ab" * 10),)
    return PublishedRecord(
        document_id,
        f"Title of {document_id}",
        "Citation",
        versions=VERSIONS,
        values=PEOPLE,
        passages=passages,
    )


LEDGER = Ledger(
    (
        entry("gone", state="withdrawn", on="2026-02-01", reason="asked"),
        entry("letter-on-the-pier"),
        entry("mole"),
        entry("old", state="moved", on="2026-02-01", moved_to="mole"),
    ),
    (
        EntityEntry("people/a-lindqvist/", "A. Lindqvist", "2026-01-02", "people/anna-lindqvist/"),
        EntityEntry("people/anna-lindqvist/", "Anna Lindqvist", "2026-01-02"),
        EntityEntry("people/paul-okafor/", "Paul Okafor", "2026-01-02"),
        EntityEntry("people/zoe-marsh/", "Zoe Marsh", "2026-01-02"),
    ),
)
PROMISES = Promises(LEDGER, (stood("letter-on-the-pier"), stood("mole")))
ALL_THERE = Holdings(
    {"letter-on-the-pier": "seeds/pier.txt", "mole": "seeds/mole.txt", "draft": "seeds/d.txt"}
)
LETTER_GONE = Holdings({"mole": "seeds/mole.txt", "draft": "seeds/d.txt"})
OKAFOR = Authority("people", "Paul Okafor", variants=("P. Okafor",))


def is_sound(promises: Promises) -> bool:
    """Return whether what would be written can be read again."""
    read = read_promises(ledger_text(promises.ledger), published_text(promises.published))
    return read == Promises(promises.ledger, promises.published)


def test_a_document_gets_another_id():
    """The old address leads to the new one, and what is known of the document is now known of its new id."""
    changed = with_move(PROMISES, ALL_THERE, "letter-on-the-pier", "1961-letter", DAY)
    new, old = changed.ledger.entry("1961-letter"), changed.ledger.entry("letter-on-the-pier")
    assert (new.state, new.address, new.first_published) == ("live", "documents/1961-letter/", "2026-01-02")
    assert (old.state, old.moved_to, old.on) == ("moved", "1961-letter", DAY)
    assert [record.id for record in changed.published] == ["1961-letter", "mole"]
    assert is_sound(changed)


def test_moves_in_turn_lead_to_the_last():
    """What led to a document that moves again leads to where it is now."""
    changed = with_move(PROMISES, ALL_THERE, "mole", "pier-head", DAY)
    assert changed.ledger.end_of("old") == changed.ledger.end_of("mole") == "pier-head"


def test_a_document_that_is_gone_may_lead_to_another():
    """Two entries were one document; the one that stays keeps its own record, and answers for the names of both."""
    letter = replace(stood("letter-on-the-pier"), named=("people/zoe-marsh/",))
    mole = replace(stood("mole"), values={})
    before = Promises(LEDGER, (letter, mole))
    changed = with_move(
        before, replace(LETTER_GONE, authorities=(OKAFOR,)), "letter-on-the-pier", "mole", DAY
    )
    assert changed.ledger.end_of("letter-on-the-pier") == "mole"
    assert changed.ledger.entities == LEDGER.entities
    names = ("people/anna-lindqvist/", "people/paul-okafor/", "people/zoe-marsh/")
    assert changed.published == (replace(mole, named=names),)
    assert is_sound(changed)
    concealed = with_withdrawal(changed, Holdings({}), "mole", "asked", DAY, conceal=True)
    assert concealed.ledger.entities == ()


def test_a_document_that_is_gone_may_have_become_a_draft():
    """It was changed beyond recognition: the archivist says that it is the same, and the draft has its address."""
    changed = with_move(PROMISES, LETTER_GONE, "letter-on-the-pier", "draft", DAY)
    assert changed.ledger.entry("draft").source == "seeds/d.txt"
    assert changed.ledger.end_of("letter-on-the-pier") == "draft"
    assert is_sound(changed)


def test_a_withdrawn_document_keeps_title_citation_and_days():
    """Nothing else is kept of it."""
    changed = with_withdrawal(
        PROMISES, LETTER_GONE, "letter-on-the-pier", " at the\nowner’s wish ", DAY, conceal=False
    )
    gone = changed.ledger.entry("letter-on-the-pier")
    assert (gone.state, gone.on, gone.reason) == ("withdrawn", DAY, "at the owner’s wish")
    assert changed.published[0] == PublishedRecord(
        "letter-on-the-pier", "Title of letter-on-the-pier", "Citation", versions=VERSIONS
    )
    assert is_sound(changed)


def test_a_concealed_document_keeps_nothing_but_digests():
    """Neither record nor path nor the names that no other document names, nor the spellings that led to them."""
    there = Holdings({"mole": "seeds/mole.txt"}, frozenset({"people/zoe-marsh/"}), (OKAFOR,))
    moved = with_move(PROMISES, ALL_THERE, "letter-on-the-pier", "pier", DAY)
    changed = with_withdrawal(moved, there, "pier", "asked", DAY, conceal=True)
    pier, letter = (changed.ledger.entry(each) for each in ("pier", "letter-on-the-pier"))
    assert (pier.source, letter.source, letter.sha256) == ("", "", "")
    assert pier.sha256 == PROMISES.ledger.entry("letter-on-the-pier").sha256
    assert changed.ledger.entry("pier").concealed
    assert [record.id for record in changed.published] == ["mole"]
    assert [entity.name for entity in changed.ledger.entities] == ["Zoe Marsh"]
    assert is_sound(changed)
    assert "Lindqvist" not in ledger_text(changed.ledger)


def test_a_withdrawn_document_may_be_concealed_later():
    """The day it was withdrawn stays."""
    changed = with_withdrawal(PROMISES, LETTER_GONE, "gone", "asked", DAY, conceal=True)
    assert changed.ledger.entry("gone").concealed
    assert changed.ledger.entry("gone").on == "2026-02-01"


@pytest.mark.parametrize(
    ("reason", "named", "conceal"),
    [
        ("Anna Lindqvist asked", frozenset(), False),
        ("Anna Lindqvist asked", frozenset({"people/anna-lindqvist/"}), True),
        ("Zoe Marsh asked, whom it does not name", frozenset(), True),
    ],
)
def test_a_reason_may_have_names_that_are_not_concealed(reason: str, named: frozenset[str], *, conceal: bool):
    """Those that other documents name, and all where only the text goes."""
    there = replace(LETTER_GONE, entity_addresses=named)
    changed = with_withdrawal(PROMISES, there, "letter-on-the-pier", reason, DAY, conceal=conceal)
    assert changed.ledger.entry("letter-on-the-pier").reason == reason


def test_a_reason_may_have_a_word_of_the_title_that_other_documents_name():
    """The title alone says that it was about Petrov; Zoe Marsh is known anyhow."""
    own = replace(stood("letter-on-the-pier"), title="Zoe Marsh to Petrov")
    promises = Promises(LEDGER, (own, stood("mole")))
    there = replace(LETTER_GONE, entity_addresses=frozenset({"people/zoe-marsh/"}))
    with_withdrawal(promises, there, own.id, "Zoe Marsh asked", DAY, conceal=True)
    with pytest.raises(Refusal, match="the reason has “Petrov”"):
        with_withdrawal(promises, there, own.id, "Petrov asked", DAY, conceal=True)


def moving(old: str, new: str, holdings: Holdings = ALL_THERE) -> Callable[[], Promises]:
    return lambda: with_move(PROMISES, holdings, old, new, DAY)


def withdrawing(
    old: str, reason: str = "asked", holdings: Holdings = LETTER_GONE, *, conceal: bool = False
) -> Callable[[], Promises]:
    return lambda: with_withdrawal(PROMISES, holdings, old, reason, DAY, conceal=conceal)


REFUSED = {
    "unknown": (
        moving("letter-on-a-pier", "pier"),
        "“letter-on-a-pier” is not in the ledger; did you mean “letter-on-the-pier”? “archivegen ids list” shows every id",
    ),
    "used by a withdrawn one": (
        moving("mole", "gone"),
        "“gone” was used from 2026-01-02 until it was withdrawn on 2026-02-01; ids are never used again: give another one",
    ),
    "used by a moved one": (
        moving("letter-on-the-pier", "old"),
        ("“old” was used from 2026-01-02 until it was moved to “mole” on 2026-02-01; ids are never used again: give "
        "another one"),
    ),
    "unfit": (
        moving("mole", "The Mole"),
        ("“The Mole” cannot be part of an address; write lower-case letters a to z, digits and single hyphens, at most 80 of them "
        "in all, as the-mole"),
    ),
    "a device": (
        moving("mole", "nul"),
        ("“nul” cannot be part of an address; write more than this word, as nul-1: Windows keeps it for a device, and refuses "
        "folders of this name"),
    ),
    "itself": (moving("mole", "mole"), "“mole” is that id already; give another one"),
    "a withdrawn one": (
        moving("gone", "here"),
        "“gone” was withdrawn on 2026-02-01 and cannot be moved; a withdrawn address stays what it is",
    ),
    "a moved one": (
        moving("old", "here"),
        "“old” was moved to “mole” on 2026-02-01; to have “mole” moved, give that id",
    ),
    "onto a live one": (
        moving("letter-on-the-pier", "mole"),
        ("“mole” is another document (seeds/mole.txt), and “letter-on-the-pier” is still there (seeds/pier.txt); if "
        "both are one document, take the file that should go out of the folder first"),
    ),
    "onto a draft": (
        moving("mole", "draft"),
        ("“draft” is another document (seeds/d.txt), and “mole” is still there (seeds/mole.txt); if both are one "
        "document, take the file that should go out of the folder first"),
    ),
    "onto nothing": (
        moving("letter-on-the-pier", "draught", LETTER_GONE),
        ("the document “letter-on-the-pier” is gone, and there is none at “draught” either; did you mean “draft”? "
        "give the id of a document that is there"),
    ),
    "still there": (
        withdrawing("mole"),
        ("the file of “mole” is still there: seeds/mole.txt; take it out of the folder first; to keep it there unseen, "
        "write “access: restricted” in its sidecar instead"),
    ),
    "no reason": (withdrawing("letter-on-the-pier", "…"), 'no reason is given; give one: --reason "…"'),
    "a reason with a name that is concealed": (
        withdrawing("letter-on-the-pier", "By wish of Anna  Lindqvist", conceal=True),
        ("the reason has “Anna Lindqvist”, which is concealed with the document, and readers see the reason; write it "
        "without the name"),
    ),
    "a reason with a part of such a name": (
        withdrawing("letter-on-the-pier", "The LINDQVISTS asked for it", conceal=True),
        ("the reason has “Lindqvist”, which is concealed with the document, and readers see the reason; write it "
        "without the name"),
    ),
    "withdrawn before": (
        withdrawing("gone"),
        "“gone” was withdrawn on 2026-02-01 and cannot be withdrawn; a withdrawn address stays what it is",
    ),
    "withdrawing a moved one": (
        withdrawing("old"),
        "“old” was moved to “mole” on 2026-02-01; to have “mole” withdrawn, give that id",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused(name: str):
    """Each refusal says why and what to do instead."""
    change, expected = REFUSED[name]
    with pytest.raises(Refusal) as refused:
        change()
    place = "--reason" if "reason" in name else "permalinks.yml"
    assert [problem.as_line() for problem in refused.value.problems] == [f"{place}: error: {expected}"]


@pytest.mark.parametrize("reason", ["…", "By wish of Anna Lindqvist"])
def test_what_is_wrong_with_a_reason_is_said_of_the_reason(reason: str):
    """It stands in the command and in no file."""
    with pytest.raises(Refusal) as refused:
        withdrawing("letter-on-the-pier", reason, conceal=True)()
    assert [problem.path for problem in refused.value.problems] == ["--reason"]


def test_the_ledger_of_these_tests_is_sound():
    """The cases above start from what can be."""
    assert read_ledger(ledger_text(LEDGER)) == LEDGER
