"""What has become of a published document: every value that readers would see otherwise, where, and why."""

from dataclasses import replace

import pytest

from archivegen import __version__
from archivegen.archive import publication
from archivegen.archive.archive import Archive, Document
from archivegen.archive.passages import passages_of
from archivegen.archive.publication import published_archive, review_of
from archivegen.archive.revisions import PassageChange, Revision, digest_of, revision_of
from archivegen.archive.value_changes import ValueChange
from archivegen.archive.version_texts import Texts
from archivegen.config import Config
from archivegen.records.record import Record
from archivegen.seeds.normalise import read_document
from archivegen.storage.ledger import Ledger, LedgerEntry
from archivegen.storage.published import PublishedRecord, published_text
from archivegen.storage.published_reading import read_published

LETTER = """\
Westhaven, 4 March 1961

Dear Mr. Okafor:

I received the surveyor Tomas Brandt on Thursday and gave him your questions about the eastern pier.

He does not believe that the pier can carry a second crane before the foundations are repaired.
"""
PATH, SIDECAR = "seeds/letter.txt", "seeds/letter.yml"
SUPPLIED = "title: Letter about the pier\ncreators: [Anna Lindqvist]\nsubjects: [piers, cranes]\n"
DAY, LATER = "2026-11-21", "2026-12-01"


def read(text: str = LETTER, supplied: str = SUPPLIED) -> Record:
    return read_document(text.encode(), PATH, sidecar=(SIDECAR, supplied) if supplied else None)


def document(record: Record, published: PublishedRecord | None = None) -> Document:
    passages = passages_of(record.body, published.passages if published else None)
    revision = revision_of(record, passages, published)
    return Document("letter", record, published is None, Texts(passages), published, revision)


def publish(record: Record, last: PublishedRecord | None = None, day: str = DAY) -> PublishedRecord:
    """Return what is kept of a document that is published on a day, after it has been written and read again."""
    ledger = Ledger((LedgerEntry("letter", "documents/letter/", PATH, record.source.sha256, DAY),))
    archive = Archive(Config(title="Papers"), (document(record, last),), ())
    (after,) = published_archive(
        archive, ledger, day, lambda _document: "Cited.", lambda _r: ("the program’s",)
    ).documents
    assert not after.is_provisional
    assert after.revision is None
    (kept,) = read_published(published_text([after.published]))
    return kept


def revised(before: Record, now: Record) -> Revision | None:
    return document(now, publish(before)).revision


CHANGES = {
    "a value of the file of corrections": (
        LETTER, SUPPLIED.replace("about the pier", "on the pier"),
        ValueChange("title", "Letter about the pier", "Letter on the pier", SIDECAR, 1, "sidecar"),
    ),
    "a value of the source": (
        LETTER.replace("4 March", "5 March"), SUPPLIED,
        ValueChange("dates", "1961-03-04 (created, principal)", "1961-03-05 (created, principal)", PATH, 1, "edited source"),
    ),
    "a value more": (
        LETTER, SUPPLIED + "repository: Westhaven State Archive\n",
        ValueChange("repository", "", "Westhaven State Archive", SIDECAR, 4, "sidecar"),
    ),
    "one of several values less": (
        LETTER, SUPPLIED.replace(", cranes", ""),
        ValueChange("subjects", "cranes", "", SIDECAR, 3, "sidecar"),
    ),
    "one of several values is another": (
        LETTER, SUPPLIED.replace("cranes", "ships"),
        ValueChange("subjects", "cranes", "ships", SIDECAR, 3, "sidecar"),
    ),
    "values in another order": (
        LETTER, SUPPLIED.replace("piers, cranes", "cranes, piers"),
        ValueChange("subjects", "piers; cranes", "cranes; piers", SIDECAR, 3, "sidecar"),
    ),
    "a value that is said where a rule stood": (
        LETTER, SUPPLIED + "place_of_creation: Northport\n",
        ValueChange("place_of_creation", "Westhaven", "Northport", SIDECAR, 4, "sidecar"),
    ),
    "words of it are redacted": (
        LETTER, SUPPLIED + "redact:\n- {lines: 1, words: Westhaven}\n",
        ValueChange("place_of_creation", "Westhaven", "", SIDECAR, 5, "redaction"),
    ),
    "a value is gone with its line": (
        LETTER.replace("Westhaven, 4 March 1961\n\n", ""), SUPPLIED.replace("title:", "place: Westhaven\ntitle:"),
        ValueChange("dates", "1961-03-04 (created, principal)", "", PATH, None, "edited source"),
    ),
    "both files are edited, the value is the source’s": (
        LETTER.replace("4 March", "5 March"), SUPPLIED + "\n# checked\n",
        ValueChange("dates", "1961-03-04 (created, principal)", "1961-03-05 (created, principal)", PATH, 1, "edited source"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "supplied", "change"), CHANGES.values(), ids=CHANGES)
def test_a_value_that_would_change(text: str, supplied: str, change: ValueChange):
    """Old and new, the file and line to look at, and the cause."""
    revision = revised(read(), read(text, supplied))
    assert [value for value in revision.values if value.field == change.field] == [change]


def test_a_value_that_only_the_program_reads_otherwise():
    """Neither file is another, so the cause is the program."""
    before = read()
    title = replace(before.fields["title"][0], value="A title that an older program made")
    older = replace(before, fields={**before.fields, "title": (title,)})
    (change,) = revised(older, before).values
    assert (change.before, change.cause) == (title.value, "newer program")


SAME_FOR_READERS = {
    "nothing": (LETTER, SUPPLIED),
    "empty lines at the end": (LETTER + "\n\n", SUPPLIED),
    "other lines": (LETTER, "# A remark.\n" + SUPPLIED),
    "white space inside a paragraph": (LETTER.replace("received the", "received  the"), SUPPLIED),
    "a value that is confirmed": (LETTER, SUPPLIED + "confirmed: {by: A. L., on: 2026-11-01}\n"),
    "a value that was read and is supplied now": (LETTER, SUPPLIED + "place_of_creation: Westhaven\n"),
}


@pytest.mark.parametrize(("text", "supplied"), SAME_FOR_READERS.values(), ids=SAME_FOR_READERS)
def test_what_readers_see_is_the_same(text: str, supplied: str):
    """Rules, lines and confirmations are no change; no version is made of them, but they are kept."""
    kept = publish(read())
    assert document(read(text, supplied), kept).revision is None
    again = publish(read(text, supplied), kept, LATER)
    assert again.versions == kept.versions
    assert (again == kept) is ((text, supplied) == (LETTER, SUPPLIED))


def test_what_was_published_by_an_older_program_stays_as_it_is(monkeypatch: pytest.MonkeyPatch):
    """A new version of the program that reads everything alike changes nothing in what is kept."""
    monkeypatch.setattr(publication, "__version__", "0.0.9")
    kept = publish(read())
    monkeypatch.undo()
    assert kept.program == "0.0.9" != __version__
    assert publish(read(), kept, LATER) == kept


def test_passages_that_would_change():
    """Numbers and first words say which."""
    text = LETTER.replace("Thursday", "Friday").replace("He does", "Snow fell on both days.\n\nHe does")
    assert revised(read(), read(text)).passages == (
        PassageChange("corrected", "2", "I received the surveyor Tomas Brandt on Friday …"),
        PassageChange("added", "2a", "Snow fell on both days."),
    )
    shorter = LETTER[: LETTER.index("He does")]
    assert revised(read(), read(shorter)).passages == (PassageChange("removed", "3", ""),)


def test_passages_in_another_order():
    """Every passage is as it was, and yet readers see another text."""
    head, first, second = LETTER.rstrip("\n").rsplit("\n\n", 2)
    revision = revised(read(), read(f"{head}\n\n{second}\n\n{first}\n"))
    assert (revision.passages, revision.is_reordered) == ((), True)


def test_long_values_are_cut_to_where_they_differ():
    """Both can be read on a line, and the difference is in it."""
    long = "The first part of a summary that both have in common stands here and says nothing new at all, "
    change = ValueChange(
        "summary", long + "then he left." + " And so on." * 30, long + "then he stayed.", PATH, 1, "sidecar"
    )
    assert change.in_short()[1] == "“… re and says nothing new at all, then he stayed.”"
    assert change.in_short()[0].startswith("“… re and says nothing new at all, then he left. And so on.")
    assert change.in_short()[0].endswith(" …”")
    assert ValueChange("title", "", "Quay", PATH, 1, "sidecar").in_short() == ("nothing", "“Quay”")


CHECKED = "title: {value: Letter about the pier, confirmed: {by: A. L., on: 2026-11-01}}\n"


@pytest.mark.parametrize(
    ("now", "line", "becomes"),
    [
        ("title: Letter on the pier\n", 1, "it would become “Letter on the pier”"),
        (CHECKED.replace("about", "on"), 1, "it would become “Letter on the pier”"),
        (
            CHECKED.replace("about", "on").replace("2026-11-01", "2026-10-31"),
            1,
            "it would become “Letter on the pier”",
        ),
        ("subjects: [piers]\n", None, "it would become “letter”"),
        ("title: []\n", None, "now there is no such value"),
    ],
)  # fmt: skip
def test_a_checked_value_that_would_change_is_an_error(now: str, line: int | None, becomes: str):
    """It names file, line, both values, who checked the one, and what to do; an older check is no check."""
    problems = review_of(
        Archive(Config(title=""), (document(read(LETTER, now), publish(read(LETTER, CHECKED))),), ()),
        Ledger((LedgerEntry("letter", "documents/letter/", PATH, "", DAY),)),
    ).problems()
    (problem,) = problems
    assert (problem.level, problem.code, problem.field) == ("error", "confirmed-value-changes", "title")
    assert problem.line == line
    checked = "“Letter about the pier” was checked by A. L. on 2026-11-01 and is published"
    assert problem.message == f"{checked}; {becomes}"
    assert (
        problem.fix
        == "give the checked value as “title” in the file of corrections, or confirm another one anew"
    )


@pytest.mark.parametrize(
    "now",
    [
        CHECKED.replace("about", "on").replace("2026-11-01", "2026-11-02"),
        CHECKED.replace("about", "on").replace("A. L.", "P. O."),
        CHECKED.replace("2026-11-01", "2020-01-01"),
        "title: Letter about the pier\n",
    ],
)  # fmt: skip
def test_a_checked_value_may_be_checked_anew(now: str):
    """Whoever confirms another value knows what they do; the same value stands whoever confirms it."""
    revision = document(read(LETTER, now), publish(read(LETTER, CHECKED))).revision
    assert revision is None or revision.problems() == ()


def test_a_version_is_added_with_its_day_and_words():
    """The first version has no changes; later ones say what changed, in the archivist's words where there are new ones."""
    first = publish(read())
    assert [(version.on, version.changes) for version in first.versions] == [(DAY, ())]
    corrected = LETTER.replace("Thursday", "Friday")
    second = publish(read(corrected), first, LATER)
    assert [(version.on, version.changes) for version in second.versions] == [
        (DAY, ()),
        (LATER, ("the program’s",)),
    ]
    assert second.versions[-1].digest == digest_of(read(corrected)) != first.versions[0].digest
    said = SUPPLIED + "changes: The day was misread.\n"
    third = publish(read(LETTER, said), second, "2026-12-02")
    assert third.versions[-1].changes == ("The day was misread.",)
    fourth = publish(read(corrected, said), third, "2026-12-03")
    assert fourth.versions[-1].changes == ("the program’s",)
    assert publish(read(corrected, said), fourth, "2026-12-04") == fourth


def test_of_what_was_published_before_anything_was_kept_no_change_is_claimed():
    """An old ledger without its companion: the first version bears the day of the ledger."""
    record = read()
    old = replace(document(record), is_provisional=False)
    ledger = Ledger((LedgerEntry("letter", "documents/letter/", PATH, "", DAY),))
    archive = Archive(Config(title=""), (old,), ())
    review = review_of(archive, ledger)
    assert (review.new, review.revised, review.unkept) == ((), (), (old,))
    (after,) = published_archive(archive, ledger, LATER, lambda _d: "", lambda _r: ()).documents
    assert [version.on for version in after.published.versions] == [DAY]
