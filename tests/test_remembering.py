"""What work came to is kept as long as it is asked for, and never given for anything else."""

from pathlib import Path

from archivegen.reading import read_archive
from archivegen.remembering import Memory, Remembering
from tests.conftest import copy_sample, request_for


def lengths(words: frozenset[str], least: int) -> list[int]:
    """Return the lengths of some words; a set is equal to another and is not the same."""
    return [len(word) for word in words if len(word) >= least]


def test_the_same_work_is_done_once():
    """It is the same where texts and numbers are equal and all else is the very same object."""
    memory, words = Remembering(), frozenset(["pier", "sea"])
    first = memory.recall(lengths, words, 1)
    assert memory.recall(lengths, words, 1) is first
    assert memory.recall(lengths, frozenset(["pier", "sea"]), 1) is not first
    assert memory.recall(lengths, words, 4) == [4]


def longest(rows: list[tuple[str, frozenset[str]]]) -> list[str]:
    """Return the longest word of each row."""
    return [max(words, key=len) for _, words in rows]


def test_rows_are_the_same_where_the_same_is_in_them():
    """Whichever list holds them."""
    memory, words = Remembering(), frozenset(["pier", "sea"])
    first = memory.recall(longest, [("letter", words)])
    assert memory.recall(longest, [("letter", words)]) is first
    assert memory.recall(longest, [("letter", frozenset(["pier", "sea"]))]) is not first
    assert memory.recall(longest, [("letter", words), ("notice", words)]) == ["pier", "pier"]


def test_what_was_not_asked_for_twice_running_is_forgotten():
    """So that what is gone from an archive does not stay in the memory."""
    memory = Remembering()
    memory.put("harbour", 1)
    memory.forget_unused()
    assert memory.get("harbour") == 1
    memory.forget_unused()
    memory.forget_unused()
    assert memory.get("harbour") is None


def test_nothing_is_kept_unless_somebody_wants_it():
    """A build does everything anew."""
    memory = Memory()
    memory.put("harbour", 1)
    assert memory.get("harbour") is None
    assert memory.recall(lengths, frozenset(), 1) is not memory.recall(lengths, frozenset(), 1)


def test_only_the_document_that_was_changed_is_made_anew(tmp_path: Path):
    """An archive that is read again has the other one as it was, and the changed one as it is."""
    root = copy_sample(tmp_path / "letters")
    request = request_for(root, memory=Remembering())
    before = {document.id: document for document in read_archive(request).archive.documents}
    (changed, _), (other, _) = sorted((each.record.source.file, each.id) for each in before.values())
    file = root / changed
    file.write_text(f"{file.read_text('utf-8')}\nThe pier was mended.\n", "utf-8")
    after = {document.id: document for document in read_archive(request).archive.documents}
    assert {each.record.source.file for key, each in after.items() if each is before.get(key)} == {other}
    assert read_archive(request).archive == read_archive(request_for(root)).archive
    assert any("mended" in block.text for each in after.values() for block in each.record.body.blocks)
