"""The search index of a site: each shard made, or taken over from the site that is replaced where nothing of it has changed."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from archivegen.pages.render import Renderer
from archivegen.pages.search_records import SearchRecord
from archivegen.pages.search_shards import Shard
from archivegen.problems import Refusal
from archivegen.publish.bundle import Bundle, Damaged, checked, digest_of
from archivegen.publish.indexer import failed, indexed, indexer_for
from archivegen.publish.write import write_bytes, write_text
from archivegen.watching import Watch

SEARCH_FOLDER = "pagefind"
# What a shard was made of, and what it is: by this the next build knows whether it can be taken over.
_OF_SHARD = "shard.json"

Shards = Iterable[tuple[Shard, Callable[[], Iterator[SearchRecord]]]]


@dataclass(frozen=True, slots=True)
class IndexedShard:
    """A shard as it is published: whether its words are found in other forms (`stemmed`), the hash of the record of each document
    by its address, the bytes of its files, and whether it was taken over from the site before.
    """

    name: str
    language: str
    stemmed: bool
    hash_by_address: Mapping[str, str]
    size: int
    is_taken_over: bool

    @property
    def documents(self) -> int:
        """How many documents it has."""
        return len(self.hash_by_address)


def build_search_index(
    shards: Shards, renderer: Renderer, site: Path, before: Path, watch: Watch
) -> tuple[IndexedShard, ...]:
    """Write the shards of the search index into a site, each whole, and return them by their names; `before` is the site that is
    replaced, which need not be there. `watch` hears of every record.

    The programs that read an index are published with the first shard of every language that is stemmed, and with the first of
    all others together.

    Raises:
        Refusal: the indexer failed, or what it made is not whole.

    """
    shards = tuple(shards)
    watch.begin("search index", sum(len(shard.texts) for shard, _ in shards))
    published: list[IndexedShard] = []
    have_programs: set[str] = set()
    for shard, records in shards:
        with tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as spool:
            source = _Source(shard, spool, renderer, records(), watch)
            standing = _standing(before / SEARCH_FOLDER / shard.name, source)
            if standing and standing.missing_programs and _reader(shard, standing) not in have_programs:
                standing = None
            bundle = standing or source.made()
        files = bundle.published(with_programs=_reader(shard, bundle) not in have_programs)
        have_programs.add(_reader(shard, bundle))
        size = _written(site / SEARCH_FOLDER / shard.name, files, source)
        published.append(
            IndexedShard(
                shard.name,
                shard.language,
                bundle.stemmed,
                bundle.hash_by_address,
                size,
                is_taken_over=standing is not None,
            )
        )
    return tuple(published)


class _Source:
    """What a shard is made of, put aside in a file: all of it at once is too much for a memory, and it may not be needed."""

    def __init__(
        self, shard: Shard, spool: IO[str], renderer: Renderer, records: Iterator[SearchRecord], watch: Watch
    ) -> None:
        self._name, self._spool = shard.name, spool
        self._indexer = indexer_for(shard.language)
        self.addresses: set[str] = set()
        digest = hashlib.sha256(f"{self._indexer.kind}\n".encode())
        for record in records:
            line = json.dumps([record.address, renderer.search_record(record)]) + "\n"
            digest.update(line.encode())
            spool.write(line)
            self.addresses.add(record.address)
            watch.advance()
        self.digest = digest.hexdigest()

    def made(self) -> Bundle:
        """Return the bundle that the indexer makes of it, whole."""
        self._spool.seek(0)
        try:
            bundle = self.checked(indexed(self._indexer, map(_page, self._spool)))
        except Damaged as damaged:
            raise Refusal(failed(str(damaged))) from damaged
        if missing := bundle.missing_programs:
            raise Refusal(failed(f"{missing[0]} is missing"))
        return bundle

    def checked(self, files: Mapping[str, bytes]) -> Bundle:
        """Return files as the bundle of this source, whole."""
        return checked(files, self._name, self.addresses)


def _page(line: str) -> tuple[str, str]:
    address, html = json.loads(line)
    return address, html


def _reader(shard: Shard, bundle: Bundle) -> str:
    """Return what programs read a shard: those of its language, or those that know no language."""
    return shard.language if bundle.stemmed else ""


def _standing(folder: Path, source: _Source) -> Bundle | None:
    """Return the bundle in a folder of the site before, if it was made of the same and is as it was written."""
    try:
        said = json.loads((folder / _OF_SHARD).read_text("utf-8"))
        if (said["records"], said["documents"]) != (source.digest, len(source.addresses)):
            return None
        files = {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*"))
            if file.is_file() and file.name != _OF_SHARD
        }
        return source.checked(files) if digest_of(files) == said["files"] else None
    except (OSError, ValueError, KeyError, TypeError, Damaged):
        return None


def _written(folder: Path, files: Mapping[str, bytes], source: _Source) -> int:
    """Write the files of a shard, with what it was made of; return their bytes."""
    for path, content in files.items():
        write_bytes(folder / path, content)
    said = {"records": source.digest, "documents": len(source.addresses), "files": digest_of(files)}
    write_text(folder / _OF_SHARD, json.dumps(said, indent=1, sort_keys=True) + "\n")
    return sum(map(len, files.values()))
