"""A planned site, written to a folder: pages, data files, styles and scripts, sitemap, search index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.hosts import SiteSize, size_of
from archivegen.publish.search import build_search_index
from archivegen.publish.search_table import write_search_table
from archivegen.publish.site_files import SiteParts, other_files, path_of
from archivegen.publish.verify import verify_site
from archivegen.publish.write import write_bytes, write_text
from archivegen.watching import Watch


def write_site(site: Path, parts: SiteParts, watch: Watch) -> SiteSize:
    """Write the whole site into an empty folder and verify it; return how large it is; `watch` hears how it goes on.

    Raises:
        Refusal: a template is broken, a file was changed meanwhile, the search index failed, or a link inside the site
            leads nowhere.

    """
    faults = written_and_verified(site, parts, watch)
    if any(fault.level == "error" for fault in faults):
        raise Refusal(*faults)
    return size_of(site)


def written_and_verified(site: Path, parts: SiteParts, watch: Watch) -> tuple[Problem, ...]:
    """Write the whole site into an empty folder, and return what is wrong with its links.

    Raises:
        Refusal: a template is broken, a file was changed meanwhile, or the search index failed.

    """
    watch.begin("pages", len(parts.plan.pages))
    in_sitemap = list(_write_pages(site, parts, watch))
    for path, made in other_files(parts):
        write_bytes(site / path, made())
    if parts.config.base_url:
        write_text(site / "sitemap.xml", parts.renderer.sitemap(in_sitemap))
    if parts.with_search:
        watch.begin("search index")
        shards = build_search_index(parts.plan.search_records(), parts.renderer, site)
        published = parts.published() if parts.published else ()
        write_search_table(site, parts.plan, shards, published)
    watch.begin("links")
    return verify_site(site, parts.config.base_url, parts.origins())


def _write_pages(site: Path, parts: SiteParts, watch: Watch) -> Iterator[tuple[str, str]]:
    """Write every page; yield address and day of those that may be indexed."""
    for page in parts.plan.pages:
        view = page.view()
        write_text(site / path_of(view.address), parts.renderer.page(view))
        watch.advance()
        if view.is_indexable:
            yield view.address, view.modified
