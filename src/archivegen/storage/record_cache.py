"""Records that were read in an earlier build, kept beside the documents for the next one.

The folder lies in the archive's own and is readable for nobody but its owner: it holds the texts of closed documents as the
sources do. Whatever in it is damaged, foreign or of another version of the program is as if it were not there.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

CACHE_FOLDER = Path(".cache") / "archivegen"
_ENDING = ".record"
_UNFINISHED = ".unfinished-"
_OWNER_ONLY = 0o700
_DIGEST_LENGTH = 32
# The sizes of records are bounded by those of documents; what unpacks to more than this is no record.
_LARGEST = 1_000_000_000
_SIGNS = {
    ".gitignore": b"# Made by archivegen; it may be removed at any time.\n*\n",
    # Programs that make backups know folders with this file as such that need none (bford.info/cachedir).
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# Made by archivegen.\n",
}


class RecordCache:
    """The kept records of an archive, by the digests of all they were read from; without a folder nothing is kept.

    An error of the disk keeps nothing from being built: what cannot be read or written is not kept.
    """

    def __init__(self, root: Path | None) -> None:
        """Keep the records of the archive in `root`; its folder is made with the first of them."""
        self._folder = root / CACHE_FOLDER if root and _is_own(root) else None
        self._used: set[str] = set()

    @property
    def is_kept(self) -> bool:
        """Whether anything is kept at all."""
        return self._folder is not None

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, or None."""
        if self._folder is None:
            return None
        try:
            content = _unsealed(self._file(self._folder, key).read_bytes(), key)
        except (OSError, zlib.error):
            return None
        if content is not None:
            self._used.add(key)
        return content

    def want(self, key: str) -> None:
        """Have what is kept under a key stay, without asking for it."""
        self._used.add(key)

    def put(self, key: str, content: bytes) -> None:
        """Keep something under a key."""
        if self._folder is None:
            return
        try:
            _made(self._folder)
            _replace(self._file(self._folder, key), _sealed(content, key))
        except OSError:
            return
        self._used.add(key)

    def forget_unused(self) -> None:
        """Remove what nobody has asked for: the text of a document that is gone stays nowhere."""
        if self._folder is None or not self._folder.is_dir():
            return
        with suppress(OSError):
            _made(self._folder)
        for file in list(_entries(self._folder)):
            if file.name.removesuffix(_ENDING) not in self._used:
                _remove(file)

    @staticmethod
    def _file(folder: Path, key: str) -> Path:
        return folder / key[:2] / f"{key}{_ENDING}"


def _is_own(root: Path) -> bool:
    """Say whether the folder of an archive's cache is in the archive: a link may lead to somebody's."""
    return not any((root / each).is_symlink() for each in (CACHE_FOLDER, *CACHE_FOLDER.parents[:-1]))


def _made(folder: Path) -> None:
    """Make the folder what it has to be before anything may lie in it, also where a build that was killed has begun it."""
    folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    folder.chmod(_OWNER_ONLY)
    for name, content in _SIGNS.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != content:
            _replace(file, content)


def _sealed(content: bytes, key: str) -> bytes:
    """Return the bytes of an entry: the digest of its key and its content, then the content."""
    packed = zlib.compress(content, 1)
    return hashlib.sha256(key.encode() + packed).digest() + packed


def _unsealed(entry: bytes, key: str) -> bytes | None:
    """Return the content of an entry, or None where it is damaged, or stands under another key than its own."""
    seal, packed = entry[:_DIGEST_LENGTH], entry[_DIGEST_LENGTH:]
    if hashlib.sha256(key.encode() + packed).digest() != seal:
        return None
    reader = zlib.decompressobj()
    content = reader.decompress(packed, _LARGEST)
    return content if reader.eof else None


def _replace(file: Path, content: bytes) -> None:
    """Write an entry in one step: another build of the same archive sees it whole or not at all."""
    file.parent.mkdir(mode=_OWNER_ONLY, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(file)
    except BaseException:
        _remove(Path(name))
        raise


def _entries(folder: Path) -> Iterator[Path]:
    """Yield the files of entries, and what a build that was killed has left of one."""
    for file in folder.glob("[0-9a-f][0-9a-f]/*"):
        if file.name.endswith(_ENDING) or file.name.startswith(_UNFINISHED):
            yield file


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return
