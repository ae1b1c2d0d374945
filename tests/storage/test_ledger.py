"""The ledger: what is written is read again, and what cannot be read is never repaired in silence."""

import re

import pytest

from archivegen.problems import Refusal
from archivegen.storage.ledger import EntityEntry, Ledger, LedgerEntry, ledger_text
from archivegen.storage.ledger_reading import read_ledger

ENTRY = LedgerEntry("0012", "documents/0012/", "seeds/a “b”: c.txt", "0" * 64, "2026-01-02")
OTHER = LedgerEntry("pier", "documents/pier/", "seeds/pier.txt", "1" * 64, "2026-01-03")
MOVED = LedgerEntry(
    "quay", "documents/quay/", "seeds/quay.txt", "2" * 64, "2026-01-04", "moved", "2026-02-01", "pier"
)
GONE = LedgerEntry(
    "mole", "documents/mole/", "", "", "2026-01-04", "withdrawn", "2026-02-01", reason="asked", concealed=True
)
PERSON = EntityEntry("people/anna-lindqvist/", "Anna Lindqvist", "2026-01-02")
SPELLING = EntityEntry("people/a-lindqvist/", "A. Lindqvist", "2026-01-02", "people/anna-lindqvist/")
LEDGER = Ledger((ENTRY, GONE, OTHER, MOVED), (SPELLING, PERSON))
TEXT = ledger_text(LEDGER)
RESTORE = "restore this file from your last backup or version"


def faults(text: str) -> list[str]:
    """Return the lines of the report on a ledger."""
    with pytest.raises(Refusal) as refused:
        read_ledger(text)
    return [problem.as_line() for problem in refused.value.problems]


def line_of(start: str) -> str:
    """Return the line of the ledger that begins the entry of an id."""
    return next(line for line in TEXT.split("\n") if line.startswith(f'- {{id: "{start}"'))


def test_it_reads_what_it_writes():
    """Ids that look like numbers, paths with quotation marks, and every state survive; the text is always the same."""
    assert read_ledger(TEXT) == LEDGER
    assert ledger_text(read_ledger(TEXT)) == TEXT
    odd = Ledger((LedgerEntry("no", "documents/no/", "seeds/\u2028\u202e\\n\t.txt", "1e5", "2026-01-02"),))
    assert read_ledger(ledger_text(odd)) == odd
    assert len(ledger_text(odd).splitlines()) == 4


def test_a_ledger_of_the_first_form_is_read():
    """Ledgers without entities, days and moves were written before those were."""
    old = ledger_text(Ledger((ENTRY, OTHER)))
    assert "entities" not in old
    assert read_ledger(old).entry("pier") == OTHER


def test_one_line_per_entry_in_one_order():
    """An entry more is a line more wherever it was added, so that two people's ledgers merge."""
    assert len(TEXT.splitlines()) == len(ledger_text(Ledger()).splitlines()) + 4 + 3
    shuffled = Ledger().with_entries((MOVED, OTHER, GONE, ENTRY), (PERSON, SPELLING))
    assert ledger_text(shuffled) == TEXT
    backwards = "\n".join(reversed(TEXT[: TEXT.index("entities")].splitlines()[3:]))
    assert read_ledger(f"permalinks:\n{backwards}\n").entries == LEDGER.entries


DAMAGES = {
    "unknown state": (
        ('state: "live"', 'state: "alive"'),
        "permalinks.yml:4: error: “alive” is no state; the states are live, moved, withdrawn",
    ),
    "no day": (
        ('first_published: "2026-01-02", state', 'first_published: "soon", state'),
        f"permalinks.yml:4: error: “soon” is no day; write first_published as 2026-11-21, or {RESTORE}",
    ),
    "no such day": (
        ('on: "2026-02-01", moved', 'on: "2026-02-31", moved'),
        f"permalinks.yml:7: error: “2026-02-31” is no day; write on as 2026-11-21, or {RESTORE}",
    ),
    "part missing": (
        (', state: "live"', ""),
        f"permalinks.yml:4: error: a live address needs “state”; {RESTORE}",
    ),
    "cut in the middle": (
        (TEXT[TEXT.index("quay.txt") :], ""),
        f"permalinks.yml:7: error: this line is cut off; {RESTORE}",
    ),
    "moved to nowhere": (
        ('moved_to: "pier"', 'moved_to: "dock"'),
        ("permalinks.yml:7: error: “quay” is moved to “dock”, which is not in the ledger; write one "
        f"that is, or {RESTORE}"),
    ),
    "moved without saying where": (
        (', moved_to: "pier"', ""),
        f"permalinks.yml:7: error: a moved address needs “moved_to”; {RESTORE}",
    ),
    "moved onto itself": (
        ('moved_to: "pier"', 'moved_to: "quay"'),
        ("permalinks.yml:7: error: these moves lead round in a circle: quay to quay; let the last of them be live, or "
        "lead to a document that is"),
    ),
    "withdrawn without a part": (
        (', reason: "asked"', ""),
        f"permalinks.yml:5: error: a withdrawn address needs “reason”; {RESTORE}",
    ),
    "withdrawn without a reason": (
        ('reason: "asked"', 'reason: " "'),
        "permalinks.yml:5: error: this withdrawn document has no reason; write why it was withdrawn",
    ),
    "live and yet moved": (
        ('state: "live"', 'state: "live", moved_to: "pier"'),
        ("permalinks.yml:4: error: a live address has no “moved_to”; its parts are id, address, source, sha256, "
        "first_published, state"),
    ),
    "another address": (
        ("documents/0012/", "documents/12/"),
        ("permalinks.yml:4: error: “documents/12/” is not the address of “0012”; write documents/0012/; to move a "
        "document: archivegen ids move 0012 NEW"),
    ),
    "the address of another": (
        ("documents/0012/", "documents/pier/"),
        ("permalinks.yml:4: error: “documents/pier/” is not the address of “0012”; write documents/0012/; to move a "
        "document: archivegen ids move 0012 NEW"),
    ),
    "an id that leaves the site": (
        ('"0012", address: "documents/0012/"', '"../../x", address: "documents/../../x/"'),
        f"permalinks.yml:4: error: “../../x” cannot be part of an address; {RESTORE}",
    ),
    "half concealed": (
        ('concealed: "yes"', 'concealed: "no"'),
        "permalinks.yml:5: error: “no” is no value of concealed; write “yes”, or leave it out",
    ),
    "entity elsewhere": (
        ('address: "people/anna', 'address: "persons/anna'),
        ("permalinks.yml:9: error: “people/a-lindqvist/” is moved to “people/anna-lindqvist/”, which is not in the "
        f"ledger; write one that is, or {RESTORE}"),
    ),
    "one document at two addresses": (
        ('- {id: "pier", address: "documents/pier/", source: "seeds/pier.txt", sha256: "1',
         line_of("0012").replace("0012", "0013") + '\n- {id: "pier", address: "documents/pier/", source: "seeds/pier.txt", sha256: "1'),
        ("permalinks.yml:6: error: “0013” and “0012” in line 4 are one document: same source, same digest; let one lead to "
        'the other: in its line write state: "moved", on: "2026-01-02", moved_to: the other’s id'),
    ),
    "a key twice": (
        ('state: "live"', 'id: "0013", state: "live"'),
        f"permalinks.yml:4: error: this is not an entry of the ledger; {RESTORE}",
    ),
    "no header": (
        ("permalinks:\n", ""),
        f"permalinks.yml: error: the line “permalinks:” is missing; {RESTORE}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_ledger_is_refused(name: str):
    """Each damage is named with its line and what to do, and nothing is read from the file."""
    change, expected = DAMAGES[name]
    assert change[0] in TEXT
    assert faults(TEXT.replace(*change, 1))[0] == expected


def test_an_empty_ledger_is_refused():
    """A file that a full disk left empty is not the ledger of a new archive."""
    assert faults("") == [
        f"permalinks.yml: error: this file is empty; {RESTORE}; if nothing was ever published, remove it"
    ]


def test_an_id_that_stands_twice_is_refused():
    """A merge that kept both sides is not resolved by the program, which says where both stand."""
    twice = TEXT.replace(line_of("pier"), line_of("pier") + "\n" + line_of("pier").replace("01-03", "01-05"))
    assert faults(twice) == [
        (
            "permalinks.yml:7: error: “pier” stands here a second time, after line 6; keep the line that is right and "
            "remove the other; where only the days differ, keep the earlier day, in published.jsonl too; where the digests do, the one that "
            "published.jsonl has"
        )
    ]


def test_the_marks_of_a_merge_are_named():
    """Conflict marks stay in a file that somebody forgot to resolve."""
    merged = TEXT.replace(line_of("pier"), f"<<<<<<< mine\n{line_of('pier')}\n=======\n>>>>>>> theirs")
    assert faults(merged) == [
        f"permalinks.yml:{number}: error: two versions of this file were merged and this mark is left; keep the lines of "
        "both versions and remove the marks; docs/addresses.md says how git does it by itself"
        for number in (6, 8, 9)
    ]


def test_lines_that_a_merge_put_twice_or_elsewhere_say_the_same():
    """Git puts the lines of two people below each other: equal ones twice, those of documents below the other heading."""
    lines = TEXT.splitlines()
    merged = "\n".join([*lines, *(line for line in lines if line.startswith("- {")), lines[3]])
    assert read_ledger(merged) == read_ledger(TEXT)


def test_moves_that_go_round_in_a_circle_are_named_once():
    """A redirect would never end."""
    circle = TEXT.replace(
        line_of("pier"),
        line_of("quay").replace("quay", "pier").replace('moved_to: "pier"', 'moved_to: "quay"'),
    )
    assert [line.split(";")[0] for line in faults(circle)] == [
        "permalinks.yml:6: error: these moves lead round in a circle: pier to quay to pier"
    ]


def test_everything_wrong_is_said_at_once():
    """One run names every line that needs a hand."""
    text = TEXT.replace("permalinks:", "permalinks").replace('"asked"', '""').replace("soon", "x")
    text = text.replace('moved_to: "pier"', 'moved_to: "dock"')
    assert [line.split(": error:")[0] for line in faults(text)] == [
        "permalinks.yml",
        "permalinks.yml:3",
        "permalinks.yml:5",
        "permalinks.yml:7",
    ]


PERSON_LINE = next(line for line in TEXT.split("\n") if "people/anna-lindqvist/" in line)


@pytest.mark.parametrize(
    "change",
    [
        ('name: "Anna Lindqvist"', 'name: "Anna Lindkvist"'),
        ('address: "people/anna-lindqvist/"', 'address: "people/anna-lindkvist/"'),
        ('first_published: "2026-01-02", check', 'first_published: "2025-01-02", check'),
        ('moved_to: "people/anna-lindqvist/"', 'moved_to: "people/a-lindqvist/"'),
        (PERSON_LINE[-14:-2], "0123456789ab"),
    ],
)
def test_the_line_of_an_entity_that_was_changed_by_hand_is_refused(change: tuple[str, str]):
    """Nothing else tells what a person’s page was called; documents have their line in published.jsonl."""
    assert change[0] in TEXT
    changed = TEXT.replace(*change)
    number = next(n for n, line in enumerate(changed.split("\n"), 1) if line not in TEXT.split("\n"))
    assert (
        f"permalinks.yml:{number}: error: this line is not as “publish” wrote it; {RESTORE}, or from the last site: archivegen "
        "ids recover OLD_BUILD; if you have changed this line on purpose, take its “check” out, and publish"
    ) in faults(changed)


def test_a_line_of_an_entity_without_a_check_is_read():
    """It is older, or changed on purpose; the next that is written has one. After a merge both may be there."""
    on_purpose = re.sub(r', check: "\w+"', "", TEXT).replace("Anna Lindqvist", "Anna Lindkvist")
    assert read_ledger(on_purpose).entities[1].name == "Anna Lindkvist"
    assert "check: " in ledger_text(read_ledger(on_purpose)).split("Lindkvist")[1]
    assert read_ledger(TEXT + re.sub(r', check: "\w+"', "", PERSON_LINE)) == LEDGER
