"""A planned site, written to a folder: pages, data files, styles and scripts, sitemap, search index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archivegen.config import Config
from archivegen.pages.colour_sheet import colour_sheet
from archivegen.pages.plan import Plan
from archivegen.pages.render import Renderer
from archivegen.problems import Problem, Refusal
from archivegen.publish.hosts import SiteSize, size_of
from archivegen.publish.origins import Origins
from archivegen.publish.redirects import write_redirects
from archivegen.publish.search import build_search_index
from archivegen.publish.verify import verify_site
from archivegen.publish.write import write_bytes, write_text
from archivegen.storage.published import PUBLISHED_NAME
from archivegen.watching import Watch


@dataclass(frozen=True, slots=True)
class SiteParts:
    """What a site is written from. `root` is the archive's folder, in which the files are that are copied as they are;
    `static_folders` are searched in order, the archive's own before the theme's;
    `origins` are the files in which a dead link may be mended.
    """

    root: Path
    plan: Plan
    config: Config
    renderer: Renderer
    static_folders: tuple[Path, ...]
    with_search: bool
    ledger_text: str | None
    origins: Origins = field(default_factory=Origins)
    published_text: str | None = None


def write_site(site: Path, parts: SiteParts, watch: Watch) -> SiteSize:
    """Write the whole site into an empty folder and verify it; return how large it is; `watch` hears how it goes on.

    Raises:
        Refusal: a template is broken, a file was changed meanwhile, the search index failed, or a link inside the site
            leads nowhere.

    """
    watch.begin("pages", len(parts.plan.pages))
    in_sitemap = list(_write_pages(site, parts, watch))
    for address, text in parts.plan.data_files():
        write_text(site / address, text)
    _copy_originals(site, parts)
    if parts.ledger_text is not None:
        write_text(site / "data" / "permalinks.yml", parts.ledger_text)
    if parts.published_text is not None:
        write_text(site / "data" / PUBLISHED_NAME, parts.published_text)
    _write_assets(site, parts.static_folders, colour_sheet(parts.config.colours))
    _write_for_crawlers(site, parts, in_sitemap)
    write_redirects(site, parts.plan.redirects, parts.config.base_url)
    if parts.with_search:
        watch.begin("search index")
        build_search_index(parts.plan.search_records(), parts.renderer, site)
    watch.begin("links")
    faults = verify_site(site, parts.config.base_url, parts.origins)
    if any(fault.level == "error" for fault in faults):
        raise Refusal(*faults)
    return size_of(site)


def _write_pages(site: Path, parts: SiteParts, watch: Watch) -> Iterator[tuple[str, str]]:
    """Write every page; yield address and day of those that may be indexed."""
    for page in parts.plan.pages:
        view = page.view()
        address = view.address if view.address.endswith(".html") else f"{view.address}index.html"
        write_text(site / address, parts.renderer.page(view))
        watch.advance()
        if view.is_indexable:
            yield view.address, view.modified


def _copy_originals(site: Path, parts: SiteParts) -> None:
    """Copy the files that are offered as they are; one that is not what was read is none that may be seen, and none may
    take the place of another.
    """
    path_at: dict[str, str] = {}
    for copy in parts.plan.copies:
        if (other := path_at.setdefault(copy.address, copy.path)) != copy.path:
            raise Refusal(_two_at_one_address(copy.path, other, copy.address))
        content = (parts.root / copy.path).read_bytes()
        if hashlib.sha256(content).hexdigest() != copy.sha256:
            raise Refusal(_changed(copy.path))
        write_bytes(site / copy.address, content)


def _two_at_one_address(path: str, other: str, address: str) -> Problem:
    return Problem(
        path=path,
        code="two-at-one-address",
        message=f"this file and {other} would both stand at {address}",
        fix="take one of the two out of the documents’ folder",
    )


def _changed(path: str) -> Problem:
    return Problem(
        path=path,
        code="changed-meanwhile",
        message="this file was changed while the site was built",
        fix="build again",
    )


def _write_assets(site: Path, folders: tuple[Path, ...], own_colours: str) -> None:
    """Join the style sheets into one, with the archive's own colours behind them, and copy scripts, icon and whatever else stands in the static folders.

    The cascade layers are declared first; after that the order of the sheets does not matter.
    """
    files: dict[str, Path] = {}
    for folder in reversed(folders):
        for file in sorted(folder.rglob("*")):
            is_inside = file.resolve().is_relative_to(folder.resolve())
            if file.is_file() and is_inside and not file.name.startswith("."):
                files[file.relative_to(folder).as_posix()] = file
    sheets = sorted(
        (name for name in files if name.endswith(".css")), key=lambda name: (name != "css/layers.css", name)
    )
    style = "\n".join(files.pop(name).read_text("utf-8") for name in sheets)
    write_text(site / "assets" / "archive.css", style + own_colours)
    for name, file in sorted(files.items()):
        write_bytes(site / "assets" / name.removeprefix("js/"), file.read_bytes())


def _write_for_crawlers(site: Path, parts: SiteParts, in_sitemap: list[tuple[str, str]]) -> None:
    """Write sitemap, feed and robots.txt; the first two need absolute addresses and are left out without `base_url`."""
    robots = "User-agent: *\nAllow: /\n"
    if parts.config.base_url:
        write_text(site / "sitemap.xml", parts.renderer.sitemap(in_sitemap))
        if parts.plan.feed:
            write_text(site / "changes.xml", parts.renderer.feed(parts.plan.feed))
        robots += f"Sitemap: {parts.config.base_url}sitemap.xml\n"
    write_text(site / "robots.txt", robots)
    # Without this file GitHub Pages rebuilds the site with a generator of its own.
    write_text(site / ".nojekyll", "")
