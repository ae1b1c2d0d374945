"""Two sources for one published document: the one in its place, a copy elsewhere, one that claims its id."""

from dataclasses import replace

import pytest
from tests.archive.test_permalinks import record
from tests.archive.test_recognition import DAY, KEPT, MOLE, OLD, PIER, document, found, published

from archivegen.archive.permalinks import assign
from archivegen.records.record import Record

COPY = replace(OLD, source=replace(OLD.source, path="backup/a.txt"))
# Half its words and its title, but of another day: the next of a series, or the document with a date corrected.
ALIKE = document(
    "The pier was closed on the day of the storm, and the sluices were opened before dusk.",
    "The pier",
    "1961-03-05",
    "seeds/a.txt",
)
CLAIMED = (
    "it is the published address of {0}, which is still there: supply another “id:” here; or take {0} out of the folder, if "
    "this document is to stand at its address"
)


@pytest.mark.parametrize(
    "edited",
    [
        document(PIER + " Again.", "The pier", "1961-03-04", "seeds/a.txt"),
        document(PIER + " Again.", "The harbour", "1962", "seeds/a.txt"),
        document(PIER, "The harbour", None, "seeds/a.txt"),
        document(PIER.replace("the inner harbour before ", ""), "The pier", "1961-03-04", "seeds/a.txt"),
    ],
    ids=["text", "text, title and date", "title and date", "less text"],
)
@pytest.mark.parametrize(
    "copy",
    [COPY, document(PIER + " ", "The pier", "1961-03-04", "backup/a.txt")],
    ids=["every byte", "every word"],
)
def test_a_copy_takes_no_address_from_the_original_that_is_edited(edited: Record, copy: Record):
    """The place where a document lay is its own as long as what lies there is the document, in whatever state."""
    addresses = found(published(OLD), copy, edited)
    assert addresses["seeds/a.txt"] == KEPT
    assert addresses["backup/a.txt"] != KEPT


def test_where_it_cannot_be_told_the_archivist_is_asked():
    """Nothing is decided, both files are named, and each way out that is named leads on."""
    addresses = assign([COPY, ALIKE], published(OLD))
    assert addresses.id_by_path == {}
    assert [problem.as_line() for problem in addresses.problems] == [
        (
            f"seeds/a.txt: error: “The pier”, the document published at documents/{KEPT}/ on {DAY}, may be this file, where "
            "it lay, or backup/a.txt, which is more like it; say in the sidecar of the right one: "
            f"“id: {KEPT}”; or take the other out of the folder"
        )
    ]
    for one, other in ((COPY, ALIKE), (ALIKE, COPY)):
        assert found(published(OLD), replace(one, supplied_id=KEPT), other)[one.source.path] == KEPT
    assert found(published(OLD), COPY) == {"backup/a.txt": KEPT}
    assert found(published(OLD), ALIKE) == {"seeds/a.txt": KEPT}


def test_a_document_that_moved_leaves_its_place_to_another():
    """What lies there now is nothing like it, or was published itself, from another place."""
    other = document(MOLE, "The mole", "1962", "seeds/a.txt")
    assert found(published(OLD), COPY, other)["backup/a.txt"] == KEPT
    second = document(MOLE, "The mole", "1962", "seeds/b.txt")
    swapped = [
        replace(one, source=replace(one.source, path=path))
        for one, path in ((OLD, "seeds/b.txt"), (second, "seeds/a.txt"))
    ]
    assert found(published(OLD, second), *swapped) == {"seeds/b.txt": KEPT, "seeds/a.txt": "1962-mole"}


@pytest.mark.parametrize(
    "still_there",
    [OLD, document(PIER + " Again.", "The pier", "1961-03-04", "seeds/a.txt"), ALIKE, COPY],
    ids=["as it was", "edited", "edited, with another date", "moved"],
)
@pytest.mark.parametrize("has_text", [True, False], ids=["another text", "no text"])
def test_an_id_is_not_taken_over_while_its_document_is_there(still_there: Record, has_text: bool):
    """A sidecar that claims a published id is refused, with both files named and what to do."""
    claimant = document(MOLE if has_text else "", "The mole", "1962", "seeds/b.txt", supplied_id=KEPT)
    path = still_there.source.path
    addresses = assign([claimant, still_there], published(OLD))
    assert addresses.id_by_path == {path: KEPT}
    assert [problem.as_line() for problem in addresses.problems] == [
        f"seeds/b.txt: error: the id “{KEPT}” is claimed by seeds/b.txt, {path}; {CLAIMED.format(path)}"
    ]


def test_a_published_document_does_not_take_the_id_of_another():
    """With both where they were: the sidecar that says so is answered, and no address changes."""
    second = document(MOLE, "The mole", "1962", "seeds/b.txt")
    claimant = replace(second, supplied_id=KEPT)
    addresses = assign([OLD, claimant], published(OLD, second))
    assert addresses.id_by_path == {"seeds/a.txt": KEPT, "seeds/b.txt": "1962-mole"}
    assert [problem.code for problem in addresses.problems] == ["id-differs-from-ledger"]


def test_an_original_that_cannot_be_read_keeps_its_address():
    """It is there, with a fault; neither a copy nor a claim takes its place meanwhile."""
    for other in (COPY, replace(COPY, supplied_id=KEPT)):
        addresses = assign([other], published(OLD), not_read=frozenset({"seeds/a.txt"}))
        assert KEPT not in addresses.id_by_path.values()
        assert "published-document-missing" in [problem.code for problem in addresses.problems]


def test_without_the_companion_a_copy_and_an_original_cannot_be_told():
    """Only bytes and places are known: those of the copy, and that of the original."""
    ledger = replace(published(OLD), published=())
    edited = document(PIER + " Again.", "The pier", "1961-03-04", "seeds/a.txt")
    assert [problem.code for problem in assign([COPY, edited], ledger).problems] == [
        "published-document-doubtful"
    ]
    unlike = record("The mole", "1962", "seeds/a.txt", digest="other")
    assert [problem.code for problem in assign([COPY, unlike], ledger).problems] == [
        "published-document-doubtful"
    ]
