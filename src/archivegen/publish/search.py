"""The search index, built by the pinned Pagefind over records that are fed to it and never published.

No Pagefind filters are used: without them its output is the same bytes for the same input, and facets have their
own pages.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pagefind_bin

from archivegen.pages.render import Renderer
from archivegen.pages.search_records import SearchRecord
from archivegen.problems import Problem, Refusal
from archivegen.publish.indexed_shards import IndexedShard, indexed_shard
from archivegen.publish.write import write_bytes, write_text

SEARCH_FOLDER = "pagefind"
_TIMEOUT_SECONDS = 3600
# Ready-made interfaces that the indexer writes beside the index; the search page has its own.
_NOT_PUBLISHED = (
    "pagefind-ui.js", "pagefind-ui.css", "pagefind-modular-ui.js", "pagefind-modular-ui.css",
    "pagefind-component-ui.js", "pagefind-component-ui.css", "pagefind-highlight.js",
)  # fmt: skip


def build_search_index(
    records: Iterable[SearchRecord], renderer: Renderer, site: Path
) -> tuple[IndexedShard, ...]:
    """Index the records into the site's search folder, each into the index that it names, and make sure each is whole; return
    what was indexed.

    An index of one language is stemmed for it whatever the language of the page that asks; the search page asks all.

    Raises:
        Refusal: the indexer failed, or what it wrote is not complete.

    """
    with tempfile.TemporaryDirectory(prefix="archivegen-search-") as folder:
        counts: Counter[str] = Counter()
        shards = []
        for record in records:
            place = Path(folder) / record.index / "records" / record.address
            write_text(place / "index.html", renderer.search_record(record))
            counts[record.index] += 1
        for index, count in sorted(counts.items()):
            bundle = Path(folder) / index / "index"
            _run_indexer(bundle.with_name("records"), bundle)
            _verify(bundle, count)
            shards.append(indexed_shard(bundle, index, index.partition("-")[0]))
            for file in sorted(bundle.rglob("*")):
                if file.is_file() and file.name not in _NOT_PUBLISHED:
                    write_bytes(site / SEARCH_FOLDER / index / file.relative_to(bundle), file.read_bytes())
        return tuple(shards)


def _run_indexer(source: Path, bundle: Path) -> None:
    command = [
        str(pagefind_bin.get_executable()),
        "--site",
        str(source),
        "--output-path",
        str(bundle),
        "--quiet",
    ]
    try:
        finished = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", timeout=_TIMEOUT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refusal(_failed(str(error))) from error
    if finished.returncode:
        raise Refusal(_failed((finished.stderr or finished.stdout).strip()[-300:]))


def _verify(bundle: Path, count: int) -> None:
    """Check the page count, and that every compressed file is complete (its checksum is part of its form)."""
    entry = json.loads((bundle / "pagefind-entry.json").read_text("utf-8"))
    indexed = sum(language["page_count"] for language in entry["languages"].values())
    if indexed != count:
        raise Refusal(_failed(f"{indexed} of {count} documents were indexed"))
    for file in bundle.rglob("*"):
        if file.suffix.startswith((".pf_", ".pagefind")):
            try:
                gzip.decompress(file.read_bytes())
            except (OSError, EOFError, zlib.error) as error:
                raise Refusal(_failed(f"{file.name} is not complete")) from error


def _failed(message: str) -> Problem:
    return Problem(
        path="search index",
        code="search-index-failed",
        message=message,
        fix="run the build again, or build without search: --no-search",
    )
