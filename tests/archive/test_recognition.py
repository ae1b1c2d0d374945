"""What a source is taken for: the document that was published, another one, or one in another's place."""

import random
import time
from pathlib import Path

import pytest
from tests.archive.test_permalinks import record
from tests.test_cli import run

from archivegen.archive.permalinks import assign
from archivegen.archive.recognition import recognise
from archivegen.archive.sketches import sketch
from archivegen.archive.value_changes import values_shown
from archivegen.records.body import Block, Body, Text
from archivegen.records.record import Record
from archivegen.storage.ledger import Ledger, LedgerEntry
from archivegen.storage.promises import Promises
from archivegen.storage.published import PublishedPassage, PublishedRecord

DAY = "2026-01-02"
PIER = (
    "The pier was closed on the day of the storm, and the boats were moved to the inner harbour before dusk."
)
MOLE = "A commission of five engineers surveyed every stone along our northern mole during August without result."


def document(text: str, title: str, date: str | None, path: str, **parts: object) -> Record:
    """Return a record with a text; its digest is that of all that is given."""
    made = record(title, date, path, digest=repr((text, title, date, parts)), **parts)
    lines = made.zones
    blocks = tuple(
        Block(kind="paragraph", lines=(1, 1), content=(Text(part),)) for part in text.split("\n\n")
    )
    return Record(made.source, made.fields, Body(blocks), lines, supplied_id=made.supplied_id)


def published(*records: Record) -> Promises:
    """Return what stands in the ledger and its companion after these were published."""
    ids = assign(records, Promises(Ledger())).id_by_path
    entries = [
        LedgerEntry(
            ids[one.source.path],
            f"documents/{ids[one.source.path]}/",
            one.source.path,
            one.source.sha256,
            DAY,
        )
        for one in records
    ]
    stood = [
        PublishedRecord(
            ids[one.source.path],
            one.text_of("title") or "",
            "A citation",
            values=values_shown(one),
            passages=tuple(
                PublishedPassage(f"p-{n}", str(n), sketch(block.text))
                for n, block in enumerate(one.body.blocks)
            ),
        )
        for one in records
    ]
    return Promises(Ledger(tuple(entries)), tuple(stood))


def found(promises: Promises, *records: Record) -> dict[str, str]:
    addresses = assign(records, promises)
    assert [problem.as_line() for problem in addresses.problems] == []
    return addresses.id_by_path


OLD = document(PIER, "The pier", "1961-03-04", "seeds/a.txt")
KEPT = "1961-03-04-pier"


@pytest.mark.parametrize(
    "now",
    [
        document(PIER + " Again.", "The pier", "1961-03-04", "seeds/a.txt"),
        document(PIER, "The harbour", "1961-03-05", "seeds/a.txt"),
        document(MOLE, "The pier", "1961-03-04", "seeds/a.txt"),
        document("", "The pier", "1961-03-05", "seeds/a.txt"),
        document(PIER + " Again.", "The pier", "1961-03-04", "seeds/box/b.txt"),
        document(PIER + " Again.", "The harbour", "1962", "seeds/box/b.txt"),
        document("", "The pier", "1961-03-04", "seeds/box/b.txt"),
        document(PIER + " Again.", "The harbour", None, "seeds/a.md"),
        document(MOLE, "The mole", "1962", "seeds/box/b.txt", supplied_id=KEPT),
        document(MOLE, "The mole", "1962", "seeds/a.txt", supplied_id=KEPT),
    ],
    ids=["text", "title and date", "all the text", "text gone, and date", "moved and text", "moved, title and date",
         "moved and text gone", "format, title and date", "all, and the sidecar says so",
         "all in place, and the sidecar says so"],
)  # fmt: skip
def test_a_corrected_document_is_recognised(now: Record):
    """Whatever is corrected, something is left that says which document it is."""
    assert found(published(OLD), now) == {now.source.path: KEPT}


def test_what_lies_unchanged_in_its_place_is_not_read_for_its_likeness():
    """Most builds change one document of thousands: the others cost nothing."""
    documents = [OLD, document(MOLE, "The mole", "1961-03-05", "seeds/b.txt")]

    def refused(one: Record) -> str:
        raise AssertionError(one.source.path)

    known = recognise(documents, published(*documents), refused)
    assert sorted(known.entry_by_path) == ["seeds/a.txt", "seeds/b.txt"]


def test_two_of_one_title_and_day_that_change_places_keep_their_addresses():
    """With their texts corrected on the way: where they lie says less than what they say."""
    first = document(PIER, "Journal", "1961-03-04", "seeds/a.txt")
    second = document(MOLE, "Journal", "1961-03-04", "seeds/b.txt")
    swapped = (
        document(MOLE + " Again.", "Journal", "1961-03-04", "seeds/a.txt"),
        document(PIER + " Again.", "Journal", "1961-03-04", "seeds/b.txt"),
    )
    assert found(published(first, second), *swapped) == {
        "seeds/a.txt": "1961-03-04-journal-2",
        "seeds/b.txt": "1961-03-04-journal",
    }


def test_two_that_change_places_keep_their_addresses():
    """With their texts corrected on the way, and the same title on both."""
    first = document(PIER, "Journal", "1961-03-04", "seeds/a.txt")
    second = document(MOLE, "Journal", "1961-03-05", "seeds/b.txt")
    before = published(first, second)
    swapped = (
        document(MOLE + " Again.", "Journal", "1961-03-05", "seeds/a.txt"),
        document(PIER + " Again.", "Journal", "1961-03-04", "seeds/b.txt"),
    )
    assert found(before, *swapped) == {
        "seeds/a.txt": "1961-03-05-journal",
        "seeds/b.txt": "1961-03-04-journal",
    }


def test_a_new_document_like_a_published_one_is_a_new_document():
    """The same title and day in another file, while the published one is where it was."""
    twin = document(MOLE, "The pier", "1961-03-04", "seeds/b.txt")
    assert found(published(OLD), OLD, twin) == {"seeds/a.txt": KEPT, "seeds/b.txt": f"{KEPT}-2"}


@pytest.mark.parametrize(
    "other",
    [
        document(MOLE, "The mole", "1962", "seeds/a.txt"),
        document(MOLE, "The pier", "1961-03-05", "seeds/a.txt"),
        document(MOLE, "The mole", "1961-03-04", "seeds/a.txt"),
    ],
    ids=["all other", "the next of a series", "of the same day"],
)
def test_another_text_with_another_title_or_date_is_another_document(other: Record):
    """The documents of a series have a title in common, and people; those of a day have the day."""
    assert [problem.code for problem in assign([other], published(OLD)).problems] == [
        "published-document-replaced"
    ]


@pytest.mark.parametrize(
    ("other", "closed"),
    [
        (document(MOLE, "The pier", "1962-05-06", "seeds/b.txt"), False),
        (document(MOLE, "The pier", "1961-03-04", "seeds/b.txt"), False),
        (document(MOLE, "The pier", "1961-03-04", "seeds/a.md"), False),
        (document(MOLE, "The pier", "1961-03-04", "seeds/b.txt"), True),
        (document(PIER + " Again.", "The pier", "1961-03-04", "seeds/b.txt"), True),
        (document("", "The pier", "1961-03-04", "seeds/b.txt"), True),
    ],
    ids=["the next of a series", "of the same day", "in a file of the same name", "closed", "closed and corrected",
         "closed and without text"],
)  # fmt: skip
def test_no_other_document_takes_the_address_of_one_that_is_gone(other: Record, closed: bool):
    """Title, date and people are those of many; what is closed is nowhere to be seen, so no likeness speaks for it."""
    closed_paths = frozenset({other.source.path}) if closed else frozenset()
    addresses = assign([other], published(OLD), closed=closed_paths, unseen=closed_paths)
    assert KEPT not in addresses.id_by_path.values()
    assert [problem.as_line() for problem in addresses.problems] == [
        (
            f"seeds/a.txt: error: the document published at documents/{KEPT}/ on {DAY} (“The pier”) is gone; put the file "
            f"back; or lead its readers elsewhere: archivegen ids move {KEPT} NEW; or say why it is gone: archivegen ids "
            f'withdraw {KEPT} --reason "…"'
        )
    ]


@pytest.mark.parametrize(
    "now",
    [
        document(PIER + " Again.", "The pier", "1961-03-04", "seeds/a.txt"),
        document(MOLE, "The mole", "1962", "seeds/b.txt", supplied_id=KEPT),
    ],
    ids=["in its place", "the sidecar says so"],
)
def test_a_closed_document_keeps_its_entry(now: Record):
    """By its place or the id that is supplied; and by its digest, wherever it is."""
    closed = frozenset({now.source.path, "seeds/box/c.txt"})
    assert assign([now], published(OLD), closed=closed).id_by_path == {now.source.path: KEPT}
    moved = record("The pier", "1961-03-04", "seeds/box/c.txt", digest=OLD.source.sha256)
    assert assign([moved], published(OLD), closed=closed).id_by_path == {"seeds/box/c.txt": KEPT}


def test_a_new_form_of_a_file_that_is_gone_is_not_taken_for_it_by_its_name_alone():
    """Another document in a file of the same name with another ending."""
    other = document(MOLE, "The mole", "1962", "seeds/a.md")
    addresses = assign([other], published(OLD))
    assert [problem.code for problem in addresses.problems] == ["published-document-missing"]


def test_quite_another_document_in_the_place_of_a_published_one_is_an_error():
    """Both are named, and the ways out; it is not reported as missing as well, and gets no address."""
    other = document(MOLE, "The mole", "1962", "seeds/a.txt")
    addresses = assign([other], published(OLD))
    assert addresses.id_by_path == {}
    assert [problem.as_line() for problem in addresses.problems] == [
        (
            f"seeds/a.txt: error: this file held “The pier”, the document published at documents/{KEPT}/ on {DAY}, and now "
            "holds another, “The mole”; put the old file back and give the new document a file of its own; if it is the "
            f"same document, say so in its sidecar: “id: {KEPT}”"
        )
    ]


def test_another_record_number_is_another_document():
    """However alike the rest is; and the same number is the same document, whatever else was changed."""
    numbered = document(PIER, "The pier", "1961-03-04", "seeds/a.txt", number="70001")
    other = document(PIER, "The pier", "1961-03-04", "seeds/a.txt", number="70002")
    assert [problem.code for problem in assign([other], published(numbered)).problems] == [
        "published-document-replaced"
    ]
    same = document(MOLE, "The mole", "1962", "seeds/box/b.txt", number="70001")
    assert found(published(numbered), same) == {"seeds/box/b.txt": "70001"}


def test_an_old_file_that_moved_leaves_its_place_to_a_new_document():
    """Nothing is replaced where the published document is elsewhere."""
    moved = document(PIER, "The pier", "1961-03-04", "seeds/old/a.txt")
    other = document(MOLE, "The mole", "1962", "seeds/a.txt")
    assert found(published(OLD), moved, other) == {"seeds/old/a.txt": KEPT, "seeds/a.txt": "1962-mole"}


def test_two_files_that_claim_one_published_id_are_both_named():
    """A copied sidecar does not divide an address."""
    copy = document(MOLE, "The mole", "1962", "seeds/b.txt", supplied_id=KEPT)
    original = document(PIER, "The pier", "1961-03-04", "seeds/a.txt", supplied_id=KEPT)
    (problem,) = assign([original, copy], published(OLD)).problems
    assert problem.message == f"the id “{KEPT}” is claimed by seeds/b.txt, seeds/a.txt"


def test_without_the_companion_a_place_is_evidence_enough():
    """Ledgers of the first form say nothing of what stood there."""
    ledger = Promises(published(OLD).ledger)
    assert found(ledger, document(MOLE, "The mole", "1962", "seeds/a.txt")) == {"seeds/a.txt": KEPT}


def test_an_overwritten_file_stops_the_build_until_the_archivist_has_said_what_it_is(tmp_path: Path):
    """On the command line: refused, then confirmed by the sidecar."""
    root = tmp_path / "archive"
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    text, sidecar = root / "seeds" / "a.txt", root / "seeds" / "a.yml"
    text.write_text(PIER, "utf-8")
    sidecar.write_text("title: The pier\ndate: 1961-03-04\n", "utf-8")
    assert run("publish", root, "--yes").exit_code == 0
    text.write_text(MOLE, "utf-8")
    sidecar.write_text("title: The mole\ndate: 1962\n", "utf-8")
    refused = run("build", root, "--no-search")
    assert refused.exit_code == 1
    assert "this file held “The pier”" in refused.stderr
    sidecar.write_text(f"title: The mole\ndate: 1962\nid: {KEPT}\n", "utf-8")
    confirmed = run("build", root, "--no-search")
    assert confirmed.exit_code == 0, confirmed.stderr
    assert "The mole" in (root / f"build/documents/{KEPT}/index.html").read_text("utf-8")


@pytest.mark.parametrize("place", ["seeds", "seeds/box"], ids=["in place", "moved"])
@pytest.mark.parametrize("titles", [300, 1], ids=["own titles", "one title"])
def test_hundreds_of_corrected_documents_are_recognised_in_a_moment(titles: int, place: str):
    """Nobody's digest is as it was; most of their words are in many of the others, too."""
    chance = random.Random(1)  # noqa: S311 -- the same words each time
    words = [f"w{rank}" for rank in range(3000)]
    often = [1 / (rank + 1) for rank in range(3000)]
    texts = ["\n\n".join(" ".join(chance.choices(words, often, k=60)) for _ in range(15)) for _ in range(300)]
    before = [
        document(text, f"Report {number % titles}", None, f"seeds/{number}.txt")
        for number, text in enumerate(texts)
    ]
    promises = published(*before)
    expected = {
        record.source.path.replace("seeds", place): entry.id
        for record, entry in zip(before, promises.ledger.entries, strict=True)
    }
    now = [
        document(
            text.replace("\n\n", " again\n\n"), f"Report {number % titles}", None, f"{place}/{number}.txt"
        )
        for number, text in enumerate(texts)
    ]
    start = time.process_time()
    assert found(promises, *now) == expected
    assert time.process_time() - start < 1.5


@pytest.mark.parametrize("access", ["open", "restricted"])
def test_a_neighbour_of_a_series_does_not_take_over_silently(tmp_path: Path, access: str):
    """On the command line: the same title and people, another date and text; the build names what is gone."""
    root = tmp_path / "archive"
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    shared = "title: The pier\ncreators: [Anna Lindqvist]\nrecipients: [Peter Okafor]\n"
    (root / "seeds" / "a.txt").write_text(PIER, "utf-8")
    (root / "seeds" / "a.yml").write_text(f"{shared}date: 1961-03-04\n", "utf-8")
    assert run("publish", root, "--yes").exit_code == 0
    for file in (root / "seeds").iterdir():
        file.unlink()
    (root / "seeds" / "b.txt").write_text(MOLE, "utf-8")
    (root / "seeds" / "b.yml").write_text(f"{shared}date: 1962-05-06\naccess: {access}\n", "utf-8")
    for command in (["build", root, "--no-search", "--locked"], ["publish", root, "--accept", "--yes"]):
        refused = run(*command)
        assert refused.exit_code == 1
        assert "seeds/a.txt: error: the document published at documents/1961-03-04-pier/ on" in refused.stderr
