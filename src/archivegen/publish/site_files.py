"""The files of a planned site but for its search index and sitemap, each made when it is asked for: a build asks for all of
them, a preview for the one that is to be seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from archivegen.config import Config
from archivegen.pages.colour_sheet import colour_sheet
from archivegen.pages.originals import Copy
from archivegen.pages.plan import Page, Plan
from archivegen.pages.render import Renderer
from archivegen.problems import Problem, Refusal
from archivegen.publish.origins import Origins
from archivegen.publish.redirects import redirect_files
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord, published_text

# The content of a file; a refusal says why there is none.
Made = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class SiteParts:
    """What a site is made from. `root` is the archive's folder, in which the files are that are copied as they are;
    `static_folders` are searched in order, the archive's own before the theme's;
    `published` returns what was published, as the site may have it; `origins` are the files in which a dead link may be mended.
    """

    root: Path
    plan: Plan
    config: Config
    renderer: Renderer
    static_folders: tuple[Path, ...]
    with_search: bool
    ledger_text: Callable[[], str] | None
    origins: Callable[[], Origins] = Origins
    published: Callable[[], tuple[PublishedRecord, ...]] | None = None


def path_of(address: str) -> str:
    """Return the path of the file of a page in the site."""
    return address if address.endswith(".html") else f"{address}index.html"


def page_files(parts: SiteParts, pages: Iterable[Page]) -> Iterator[tuple[str, Made]]:
    """Yield the path of each of some pages of a site, with what makes it."""
    for page in pages:
        yield path_of(page.address), partial(_page, parts.renderer, page)


def other_files(parts: SiteParts) -> Iterator[tuple[str, Made]]:
    """Yield the path of every file that is no page, with what makes it.

    Raises:
        Refusal: two files are offered at one address; and where one is made that was changed meanwhile.

    """
    texts: list[tuple[str, Callable[[], str]]] = [*parts.plan.data_files()]
    if parts.ledger_text is not None:
        texts.append(("data/permalinks.yml", parts.ledger_text))
    if parts.published is not None:
        texts.append((f"data/{PUBLISHED_NAME}", partial(_published_text, parts.published)))
    texts += _for_crawlers(parts)
    texts += redirect_files(parts.plan.redirects, parts.config.base_url)
    for path, text in texts:
        yield path, partial(_encoded, text)
    yield from _originals(parts)
    yield from asset_files(parts.static_folders, colour_sheet(parts.config.colours))


def _published_text(published: Callable[[], tuple[PublishedRecord, ...]]) -> str:
    return published_text(published())


def _page(renderer: Renderer, page: Page) -> bytes:
    return renderer.page(page.view()).encode("utf-8")


def _encoded(text: Callable[[], str]) -> bytes:
    return text().encode("utf-8")


def _for_crawlers(parts: SiteParts) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield feed and robots.txt; the former needs absolute addresses and is left out without `base_url`."""
    base_url = parts.config.base_url
    if base_url and parts.plan.feed:
        yield "changes.xml", partial(parts.renderer.feed, parts.plan.feed)
    sitemap = f"Sitemap: {base_url}sitemap.xml\n" if base_url else ""
    yield "robots.txt", partial(str, f"User-agent: *\nAllow: /\n{sitemap}")
    # Without this file GitHub Pages rebuilds the site with a generator of its own.
    yield ".nojekyll", str


def _originals(parts: SiteParts) -> Iterator[tuple[str, Made]]:
    """Yield the files that are offered as they are; none may take the place of another."""
    path_at: dict[str, str] = {}
    for copy in parts.plan.copies:
        if (other := path_at.setdefault(copy.address, copy.path)) != copy.path:
            raise Refusal(_two_at_one_address(copy.path, other, copy.address))
        yield copy.address, partial(_copied, parts.root, copy)


def _copied(root: Path, copy: Copy) -> bytes:
    """Return the bytes of a file that is offered; one that is not what was read is none that may be seen."""
    content = (root / copy.path).read_bytes()
    if hashlib.sha256(content).hexdigest() != copy.sha256:
        raise Refusal(_changed(copy.path))
    return content


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


def asset_files(folders: tuple[Path, ...], own_colours: str = "") -> Iterator[tuple[str, Made]]:
    """Yield the style sheets as one, with the archive's own colours behind them, then scripts, icon and whatever else stands in
    the static folders.

    The cascade layers are declared first; after that the order of the sheets does not matter.
    """
    files: dict[str, Path] = {}
    for folder in reversed(folders):
        whole = folder.resolve()
        for file in sorted(folder.rglob("*")):
            is_inside = file.resolve().is_relative_to(whole)
            if file.is_file() and is_inside and not file.name.startswith("."):
                files[file.relative_to(folder).as_posix()] = file
    sheets = sorted(
        (name for name in files if name.endswith(".css")), key=lambda name: (name != "css/layers.css", name)
    )
    yield "assets/archive.css", partial(_joined, [files.pop(name) for name in sheets], own_colours)
    for name, file in sorted(files.items()):
        yield f"assets/{name.removeprefix('js/')}", file.read_bytes


def _joined(sheets: list[Path], own_colours: str) -> bytes:
    return ("\n".join(sheet.read_text("utf-8") for sheet in sheets) + own_colours).encode("utf-8")
