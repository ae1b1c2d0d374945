"""What is kept between builds: whole or not there, for nobody else, and no longer than it is used."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from archivegen.storage import record_cache
from archivegen.storage.record_cache import CACHE_FOLDER, RecordCache

KEY, OTHER = "ab" * 32, "cd" * 32
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


def entry(root: Path, key: str = KEY) -> Path:
    """Return the file of an entry."""
    return root / CACHE_FOLDER / key[:2] / f"{key}.record"


def test_what_is_kept_is_found_again(tmp_path: Path):
    """Under its own key."""
    RecordCache(tmp_path).put(KEY, b"words")
    assert RecordCache(tmp_path).get(KEY) == b"words"
    assert RecordCache(tmp_path).get(OTHER) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-1],
        lambda content: content[:20],
        lambda _content: b"",
        lambda content: content + b"x",
        lambda content: content[:40] + bytes([content[40] ^ 1]) + content[41:],
        lambda _content: b"of another program",
    ],
)
def test_a_damaged_entry_is_none_and_is_written_anew(tmp_path: Path, damage: Callable[[bytes], bytes]):
    """Nothing is believed that does not bear its own digest."""
    cache = RecordCache(tmp_path)
    cache.put(KEY, b"words" * 100)
    entry(tmp_path).write_bytes(damage(entry(tmp_path).read_bytes()))
    assert cache.get(KEY) is None
    cache.put(KEY, b"words")
    assert cache.get(KEY) == b"words"


def test_an_entry_under_another_name_is_none(tmp_path: Path):
    """Copied or renamed, it is still that of its own key."""
    cache = RecordCache(tmp_path)
    cache.put(KEY, b"words")
    entry(tmp_path, OTHER).parent.mkdir()
    entry(tmp_path).rename(entry(tmp_path, OTHER))
    assert cache.get(OTHER) is None


def test_an_entry_that_would_fill_the_memory_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """However small it is packed."""
    RecordCache(tmp_path).put(KEY, bytes(1_000_000))
    monkeypatch.setattr(record_cache, "_LARGEST", 1000)
    assert RecordCache(tmp_path).get(KEY) is None


def test_what_nobody_asked_for_is_forgotten(tmp_path: Path):
    """And what a build that was killed has left."""
    first = RecordCache(tmp_path)
    first.put(KEY, b"words")
    first.put(OTHER, b"other words")
    (entry(tmp_path).parent / ".unfinished-x").write_bytes(b"half")
    second = RecordCache(tmp_path)
    second.get(KEY)
    second.forget_unused()
    found = {file.name for file in (tmp_path / CACHE_FOLDER).rglob("*") if file.is_file()}
    assert found == {".gitignore", "CACHEDIR.TAG", entry(tmp_path).name}


@POSIX
def test_nobody_else_may_look_into_it(tmp_path: Path):
    """It holds the words of closed documents."""
    RecordCache(tmp_path).put(KEY, b"words")
    assert (tmp_path / CACHE_FOLDER).stat().st_mode & 0o777 == 0o700
    assert entry(tmp_path).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("left", [None, b""])
def test_git_never_takes_it(tmp_path: Path, left: bytes | None):
    """Not even where a build that was killed has left the folder without its signs, or with half of them."""
    folder = tmp_path / CACHE_FOLDER
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    if left is not None:
        (folder / ".gitignore").write_bytes(left)
    RecordCache(tmp_path).put(KEY, b"words")
    assert (folder / ".gitignore").read_text("utf-8").splitlines()[-1] == "*"
    assert os.name == "nt" or folder.stat().st_mode & 0o777 == 0o700
    (folder / ".gitignore").unlink()
    later = RecordCache(tmp_path)
    later.get(KEY)
    later.forget_unused()
    assert (folder / ".gitignore").is_file()


def test_nothing_is_kept_that_git_could_take(tmp_path: Path):
    """The signs of the folder come before whatever lies in it."""
    (tmp_path / CACHE_FOLDER / ".gitignore").mkdir(parents=True)
    RecordCache(tmp_path).put(KEY, b"words")
    assert not entry(tmp_path).exists()


@POSIX
@pytest.mark.parametrize("part", CACHE_FOLDER.parts)
def test_a_link_is_not_followed(tmp_path: Path, part: str):
    """It may lead to a folder that is published."""
    elsewhere, root = tmp_path / "elsewhere", tmp_path / "root"
    elsewhere.mkdir()
    place = root / CACHE_FOLDER if part == CACHE_FOLDER.name else root / CACHE_FOLDER.parent
    place.parent.mkdir(parents=True)
    place.symlink_to(elsewhere)
    RecordCache(root).put(KEY, b"words")
    assert list(elsewhere.iterdir()) == []


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path):
    """And nothing else happens."""
    (tmp_path / CACHE_FOLDER.parent).write_text("a file where the folder should be", "utf-8")
    cache = RecordCache(tmp_path)
    cache.put(KEY, b"words")
    cache.forget_unused()
    assert cache.get(KEY) is None
    nothing = RecordCache(None)
    nothing.put(KEY, b"words")
    assert nothing.get(KEY) is None
