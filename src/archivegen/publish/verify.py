"""The written site, checked before anyone sees it: every link inside it leads to a page, every anchor to a place,
every style sheet to its images.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from archivegen.problems import Level, Problem
from archivegen.publish.manifest import marked_files
from archivegen.publish.origins import Origins
from archivegen.publish.references import PageParts, Reference, read_page, style_references

# The search index has its own check, and no links.
_PAGES, _STYLES = "*.html", "*.css"
# What browsers take for the top of a page, whatever ids it has (HTML, 7.4.6.4).
_TOP = ("", "top")
_COUNTED_FROM = {"pages": "links of your pages count from the first page of the site: documents/…/"}


@dataclass(frozen=True, slots=True)
class _Site:
    files: frozenset[str]
    pages: Mapping[str, PageParts]
    styles: Mapping[str, tuple[Reference, ...]]
    base_url: str


@dataclass(frozen=True, slots=True)
class _DeadLink:
    path: str
    reference: Reference
    target: str
    fragment: str
    is_absolute: bool

    @property
    def wordings(self) -> tuple[str, ...]:
        """The link as it may be written: word for word in Markdown, from the site's root in a template."""
        address = self.target.removesuffix("index.html") + (f"#{self.fragment}" if self.fragment else "")
        written = self.reference.address
        return (written, unquote(written), f"'{address}'", f'"{address}"')

    @property
    def wordings_in_pages(self) -> tuple[str, ...]:
        """The link as a page of the archive's own may have it beside these: from the site's root, or as a file beside it."""
        address = self.target.removesuffix("index.html") + (f"#{self.fragment}" if self.fragment else "")
        static = "static/" + address.removeprefix("assets/")
        page = address.replace("/", ".md", 1)
        return (address, f"./{address}", static, f"../{static}", page)


def verify_site(site: Path, base_url: str = "", origins: Origins | None = None) -> tuple[Problem, ...]:
    """Return a problem for every link inside the site that leads nowhere, and every id that a page has twice.

    `base_url` is the site's address, which the page for missing addresses needs; without it the home page is asked.
    A problem names the file and line in which the link was written where one of the `origins` has it; one that stands
    on many pages is one problem.
    """
    files = frozenset(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    # A file that was made and is gone is a fault of its own, and no fault of those who link to it.
    files = files.union(marked_files(site) or ())
    pages = {
        file.relative_to(site).as_posix(): read_page(file.read_text("utf-8", errors="replace"))
        for file in sorted(site.rglob(_PAGES))
    }
    styles = {
        file.relative_to(site).as_posix(): style_references(file.read_text("utf-8", errors="replace"))
        for file in sorted(site.rglob(_STYLES))
    }
    verified = _Site(files, pages, styles, base_url or own_address(pages.get("index.html")))
    doubled = [_doubled(path, each) for path, page in pages.items() for each in sorted(page.doubled)]
    return (*doubled, *_problems(_dead_links(verified), origins or Origins()))


def own_address(home: PageParts | None) -> str:
    """Return the address a site gives as its own on its home page; empty where it gives none."""
    return (home.canonical or "") if home else ""


def _dead_links(site: _Site) -> Iterator[_DeadLink]:
    links = {path: page.references for path, page in site.pages.items()} | dict(site.styles)
    for path, references in links.items():
        for reference in references:
            written = reference.address
            is_absolute = bool(site.base_url) and written.startswith(site.base_url)
            inside = urlsplit(site.base_url).path + written[len(site.base_url) :] if is_absolute else written
            target, fragment = resolve(path, inside, urlsplit(site.base_url).path)
            if target is None:
                continue
            if target not in site.files:
                yield _DeadLink(path, reference, target, "", is_absolute)
            elif fragment not in _TOP and target in site.pages and fragment not in site.pages[target].ids:
                yield _DeadLink(path, reference, target, fragment, is_absolute)


def resolve(path: str, link: str, base_path: str = "") -> tuple[str | None, str]:
    """Return the file of the site that a link of a page leads to, and the id on it; no file where it leaves the site."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return link, ""
    if parts.scheme or parts.netloc:
        return None, ""
    # What follows `:~:` are words to be found on the page, and no id.
    return _target(path, unquote(parts.path), base_path), unquote(parts.fragment.partition(":~:")[0])


def _target(path: str, link: str, base_path: str) -> str:
    if not link:
        return path
    if link.startswith("/"):
        joined = link.removeprefix(unquote(base_path) or "/")
    else:
        joined = posixpath.join(posixpath.dirname(path), link)
    target = posixpath.normpath(joined) if joined else "."
    if target == ".":
        return "index.html"
    return f"{target}/index.html" if link.endswith(("/", "/.", "..")) or link == "." else target


def _problems(links: Iterable[_DeadLink], origins: Origins) -> Iterator[Problem]:
    """Yield a problem for each place in which a link is written, however many pages it stands on; links of the program
    itself to one address are one problem.
    """
    # One link of a template stands on every page.
    anywhere = cache(origins.anywhere)
    by_place: dict[tuple[str, int], list[_DeadLink]] = {}
    by_target: dict[tuple[str, str], list[_DeadLink]] = {}
    for link in links:
        place = origins.beside(link.path, (*link.wordings, *link.wordings_in_pages)) or anywhere(
            link.wordings
        )
        if place:
            by_place.setdefault(place, []).append(link)
        else:
            by_target.setdefault((link.target, link.fragment), []).append(link)
    for (path, line), there in by_place.items():
        yield _dead(path, line, there)
    for there in by_target.values():
        yield _dead(there[0].path, there[0].reference.line, there)


def _dead(path: str, line: int, links: list[_DeadLink]) -> Problem:
    first = links[0]
    pages = sorted({link.path for link in links})
    others = "1 other page" if len(pages) == 2 else f"{len(pages) - 1} other pages"
    where = "" if path in pages else f" on {pages[0]}"
    more = f" and {others}" if len(pages) > 1 else ""
    what = "leads to a place that is not on that page" if first.fragment else "leads nowhere"
    level: Level = "warning" if all(link.is_absolute for link in links) else "error"
    return Problem(
        path=path,
        line=line,
        level=level,
        code="dead-link",
        message=f"the link “{first.reference.address}”{where}{more} {what}",
        fix=(
            "mend the link where it is written: in archive.yml, or in a template; else please report it"
            if path in pages
            else f"mend it here; {_COUNTED_FROM.get(path.partition('/')[0], 'links count from the page they stand on')}"
        ),
    )


def _doubled(path: str, doubled: str) -> Problem:
    return Problem(
        path=path,
        code="doubled-id",
        message=f"the id “{doubled}” stands on this page twice",
        fix="mend the template that gives it; else please report it",
    )
