"""The table beside the search index, as files: a manifest that is asked for each time, and columns in a folder whose name is
the digest of all of it. The same documents give the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from archivegen.pages.plan import Plan
from archivegen.pages.search_columns import FACETS
from archivegen.pages.search_numbers import LEVEL_BY_WORD
from archivegen.pages.search_table import CARDS, CITATIONS, records_column
from archivegen.publish.search import SEARCH_FOLDER, IndexedShard
from archivegen.publish.write import write_bytes
from archivegen.storage.published import DIGEST_LENGTH, PublishedRecord, published_text

TABLE_FOLDER = "search/table"
# Of these ten are fetched for every list of hits: a browser takes longer to unpack than to read them.
_PLAIN = "cards/"
# Where columns are until their digest is known: no digest is called so.
_UNFINISHED = "unfinished"
# Where the files are that only a whole build makes.
SEARCH_FOLDERS = (SEARCH_FOLDER, TABLE_FOLDER)


def write_search_table(
    site: Path, plan: Plan, shards: Sequence[IndexedShard], published: Sequence[PublishedRecord]
) -> None:
    """Write the table of a planned site and its index; `published` is what was recorded, as the site may have it.

    Columns are in a folder of their own, so that a page which was opened before another table took the place of this one gets
    none of the other’s: the rows of its documents are no longer the same.
    """
    folder = site / TABLE_FOLDER
    digest = hashlib.sha256()
    written = []
    for name, column in _columns(plan, shards):
        content = _as_json(column)
        digest.update(f"{name} {len(content)} ".encode() + content)
        if name.startswith(_PLAIN):
            write_bytes(folder / _UNFINISHED / f"{name}.json", content)
        else:
            write_bytes(folder / _UNFINISHED / f"{name}.column", _compressed(content))
        written.append(name)
    manifest = {
        **_publication(published),
        "documents": len(plan.rows_of_table()),
        "cards": CARDS,
        "citations": CITATIONS,
        "shards": [
            {
                "name": shard.name,
                "language": shard.language,
                "documents": shard.documents,
                "stemmed": shard.stemmed,
            }
            for shard in sorted(shards, key=lambda shard: shard.name)
        ],
        "facets": [facet for facet in FACETS if facet in written],
        "leaves": LEVEL_BY_WORD,
    }
    digest.update(_as_json(manifest))
    whole = digest.hexdigest()[:DIGEST_LENGTH]
    (folder / _UNFINISHED).rename(folder / whole)
    write_bytes(folder / "archive.json", _as_json({"digest": whole, **manifest}))


def _columns(plan: Plan, shards: Sequence[IndexedShard]) -> Iterator[tuple[str, object]]:
    hashes = {shard.name: shard.hash_by_address for shard in shards}
    yield "records", records_column(plan.rows_of_table(), hashes)
    yield from plan.table_columns()


def _publication(published: Sequence[PublishedRecord]) -> dict[str, str]:
    """Return the digest and the day of what was published last, "" where nothing was."""
    digest = hashlib.sha256(published_text(published).encode()).hexdigest() if published else ""
    days = (version.on for record in published for version in record.versions)
    return {"publication": digest[:DIGEST_LENGTH], "published": max(days, default="")}


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _compressed(content: bytes) -> bytes:
    """Return content as gzip has it on every system: without a time, a name, or the name of the system."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, compresslevel=9, mtime=0) as stream:
        stream.write(content)
    return packed.getvalue()
