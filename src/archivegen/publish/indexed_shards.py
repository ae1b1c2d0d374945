"""What one shard of the search index holds: which document each of its records is of."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# The indexer begins every file with these letters, so that a file which is no whole one is noticed.
_MARK = b"pagefind_dcd"


@dataclass(frozen=True, slots=True)
class IndexedShard:
    """A shard by its name, which is that of its folder; its language and whether words are stemmed for it; how many documents it
    has, and the hash of the record of each by the address of the document.
    """

    name: str
    language: str
    documents: int
    stemmed: bool
    hashes: Mapping[str, str]


def indexed_shard(bundle: Path, name: str, language: str) -> IndexedShard:
    """Return what the indexer made of a shard, from the files that it wrote, which are whole."""
    entry = json.loads((bundle / "pagefind-entry.json").read_text("utf-8"))
    hashes = {}
    for file in (bundle / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))
        hashes[fragment["url"].strip("/") + "/"] = file.stem.rpartition("_")[2]
    return IndexedShard(
        name,
        language,
        len(hashes),
        any(each["wasm"] for each in entry["languages"].values()),
        hashes,
    )
