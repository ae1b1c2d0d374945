"""A planned site, written to a folder: pages, data files, styles and scripts, sitemap, search index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.hosts import SiteSize, size_of
from archivegen.publish.search import IndexedShard, build_search_index
from archivegen.publish.search_table import write_search_table
from archivegen.publish.site_files import SiteParts, other_files, path_of
from archivegen.publish.verify import verify_site
from archivegen.publish.write import write_bytes, write_text
from archivegen.watching import Watch


@dataclass(frozen=True, slots=True)
class Written:
    """A site as it was written: what is wrong with its links, and the shards of its search index."""

    faults: tuple[Problem, ...]
    shards: tuple[IndexedShard, ...]


def write_site(
    site: Path, parts: SiteParts, before: Path, watch: Watch
) -> tuple[SiteSize, tuple[IndexedShard, ...]]:
    """Write the whole site into an empty folder and verify it; return how large it is, and the shards of its search index.
    `before` is the site that it replaces, which need not be there; `watch` hears how it goes on.

    Raises:
        Refusal: a template is broken, a file was changed meanwhile, the search index failed, or a link inside the site
            leads nowhere.

    """
    written = written_and_verified(site, parts, before, watch)
    if any(fault.level == "error" for fault in written.faults):
        raise Refusal(*written.faults)
    return size_of(site), written.shards


def written_and_verified(site: Path, parts: SiteParts, before: Path, watch: Watch) -> Written:
    """Write the whole site into an empty folder and look at its links; what has not changed of the search index is taken over
    from the site `before`.

    Raises:
        Refusal: a template is broken, a file was changed meanwhile, or the search index failed.

    """
    watch.begin("pages", len(parts.plan.pages))
    in_sitemap = list(_write_pages(site, parts, watch))
    for path, made in other_files(parts):
        write_bytes(site / path, made())
    if parts.config.base_url:
        write_text(site / "sitemap.xml", parts.renderer.sitemap(in_sitemap))
    shards: tuple[IndexedShard, ...] = ()
    if parts.with_search:
        shards = build_search_index(parts.plan.search_shards(), parts.renderer, site, before, watch)
        published = parts.published() if parts.published else ()
        write_search_table(site, parts.plan, shards, published)
    watch.begin("links")
    return Written(verify_site(site, parts.config.base_url, parts.origins()), shards)


def _write_pages(site: Path, parts: SiteParts, watch: Watch) -> Iterator[tuple[str, str]]:
    """Write every page; yield address and day of those that may be indexed."""
    for page in parts.plan.pages:
        view = page.view()
        write_text(site / path_of(view.address), parts.renderer.page(view))
        watch.advance()
        if view.is_indexable:
            yield view.address, view.modified
