"""The written site, checked before anyone sees it: every link inside it leads to a page, every anchor to a place."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from archivegen.problems import Problem


class _Page(HTMLParser):
    """The ids of a page and the links it has."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.doubled: set[str] = set()
        self.links: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the id of an element and where it leads."""
        for name, value in attrs:
            if name == "id" and value:
                (self.doubled if value in self.ids else self.ids).add(value)
            elif name in ("href", "src", "action") and value is not None and tag != "base":
                rel = dict(attrs).get("rel")
                if rel != "canonical":
                    self.links.append((self.getpos()[0], value))


def verify_site(site: Path, base_path: str = "") -> tuple[Problem, ...]:
    """Return a problem for every link inside the site that leads nowhere, and every id that a page has twice.

    `base_path` is the path of the site's address, which only the page for missing addresses uses.
    """
    pages = {file.relative_to(site).as_posix(): _parse(file) for file in sorted(site.rglob("*.html"))}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    return tuple(
        problem for path, page in pages.items() for problem in _faults(path, page, pages, files, base_path)
    )


def _parse(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text("utf-8"))
    return page


def _faults(
    path: str, page: _Page, pages: dict[str, _Page], files: set[str], base_path: str
) -> Iterator[Problem]:
    for doubled in sorted(page.doubled):
        yield _fault(path, None, f"the id “{doubled}” stands on this page twice")
    for line, link in page.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = _target(path, unquote(parts.path), base_path)
        if target not in files:
            yield _fault(path, line, f"the link “{link}” leads nowhere")
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            yield _fault(path, line, f"the link “{link}” leads to a place that is not on that page")


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


def _fault(path: str, line: int | None, message: str) -> Problem:
    return Problem(
        path=path,
        line=line,
        code="dead-link",
        message=message,
        fix="mend the link where it is written: in archive.yml, or in a template; else please report it",
    )
