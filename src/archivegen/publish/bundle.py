"""The files of one shard of the search index: whether they are whole, and which of them the site needs."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

_ENTRY = "pagefind-entry.json"
# The search runs in a thread of the site's own, and needs none of the engine's.
_PROGRAM = "pagefind.js"
_COMPRESSED = (".pf_meta", ".pf_index", ".pf_fragment", ".pagefind")
_SIGNATURE = b"pagefind_dcd"


class Damaged(Exception):  # noqa: N818 -- it tells of files, and is no fault of the program
    """The files of a shard are not whole; the words say which."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of a shard by their paths in its folder; `stemmed` says whether its words are found in other forms, and
    `hash_by_address` which result each document is.
    """

    files: Mapping[str, bytes]
    stemmed: bool
    hash_by_address: Mapping[str, str]
    programs: tuple[str, ...]

    @property
    def missing_programs(self) -> tuple[str, ...]:
        """Which of the programs that read the index are not among the files."""
        return tuple(name for name in self.programs if name not in self.files)

    def published(self, *, with_programs: bool) -> dict[str, bytes]:
        """Return what the site needs of the files: the index, and with it the programs that read it, where they are wanted."""
        wanted = set(self.programs) if with_programs else set()
        return {
            path: content
            for path, content in sorted(self.files.items())
            if path in wanted or path == _ENTRY or _is_of_index(path)
        }


def checked(files: Mapping[str, bytes], name: str, addresses: Collection[str]) -> Bundle:
    """Return the bundle of a shard after making sure that every file is whole and that there is each document once.

    Raises:
        Damaged: it is not so.

    """
    try:
        entry = json.loads(files[_ENTRY])["languages"]
        known = entry[name]
        count, wasm, meta = known["page_count"], known["wasm"], f"pagefind.{known['hash']}.pf_meta"
    except (KeyError, TypeError, ValueError) as error:
        raise Damaged(f"{_ENTRY} is not whole") from error
    if len(entry) != 1 or count != len(addresses):
        raise Damaged(f"{count} of {len(addresses)} documents were indexed")
    hashes: dict[str, str] = {}
    for path, content in files.items():
        if path.endswith(_COMPRESSED):
            words = _unpacked(path, content)
            if path.endswith(".pf_fragment"):
                hashes[_address(path, words)] = PurePosixPath(path).stem.removeprefix(f"{name}_")
    fragments = sum(path.endswith(".pf_fragment") for path in files)
    if hashes.keys() != set(addresses) or fragments != count:
        raise Damaged(f"{fragments} of {len(addresses)} documents can be shown")
    _check_chunks(files, meta, name)
    programs = (_PROGRAM, f"wasm.{wasm or 'unknown'}.pagefind")
    return Bundle(files, bool(wasm), dict(sorted(hashes.items())), programs)


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return one digest of all names and contents."""
    each = "".join(f"{path} {hashlib.sha256(files[path]).hexdigest()}\n" for path in sorted(files))
    return hashlib.sha256(each.encode()).hexdigest()


def _unpacked(path: str, content: bytes) -> bytes:
    try:
        words = gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise Damaged(f"{path} is not whole") from error
    if not words.startswith(_SIGNATURE):
        raise Damaged(f"{path} is no file of an index")
    return words.removeprefix(_SIGNATURE)


def _address(path: str, words: bytes) -> str:
    try:
        return str(json.loads(words)["url"]).removeprefix("/")
    except (KeyError, TypeError, ValueError) as error:
        raise Damaged(f"{path} is not whole") from error


def _check_chunks(files: Mapping[str, bytes], meta: str, name: str) -> None:
    """Make sure that the documents and the parts of the index are those that its table of contents names."""
    if meta not in files:
        raise Damaged(f"{meta} is missing")
    # The table is in a binary form; of what it holds only these names look like this.
    named = set(
        re.findall(rf"{re.escape(name)}_[0-9a-f]{{7,}}", gzip.decompress(files[meta]).decode("latin-1"))
    )
    there = {PurePosixPath(path).stem for path in files if path.endswith((".pf_index", ".pf_fragment"))}
    if named != there:
        raise Damaged("parts of the index are missing")


def _is_of_index(path: str) -> bool:
    return path.endswith(".pf_meta") or path.startswith(("index/", "fragment/"))
