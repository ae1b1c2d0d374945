"""Markdown of the archive's own words as HTML; HTML inside it stays text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

# Images are left out: one of another host would send its readers there.
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": False}).disable("image")
# On pages of the archive's own they are those of its `static/`.
_PAGE = MarkdownIt("commonmark", {"html": False, "typographer": False, "xhtmlOut": False}).enable("table")
# At the foot of pages a new line is one: an address has several.
_FOOTER = MarkdownIt("commonmark", {"html": False, "breaks": True, "xhtmlOut": False}).disable("image")
_UPWARDS = re.compile(r"^(?:\.{1,2}/)+")
_STATIC, _ASSETS, _SCRIPTS = "static/", "assets/", "js/"


class Picture(NamedTuple):
    """An image in Markdown: its address, its words, and the line of the block that it stands in, counted from 0."""

    address: str
    words: str
    line: int


def markdown_html(text: str, link: Callable[[str], str]) -> Markup:
    """Return Markdown as HTML; `link` gives the link to an address of the site. Raw HTML is shown as text, and links with
    unsafe schemes are not links.
    """
    return _html(_MARKDOWN, _MARKDOWN.parse(text), link)


def footer_html(text: str, link: Callable[[str], str]) -> Markup:
    """Return the Markdown at the foot of every page as HTML; `link` gives the link to an address of the site."""
    return _html(_FOOTER, _FOOTER.parse(text), link)


def page_html(text: str, link: Callable[[str], str]) -> Markup:
    """Return the Markdown of a whole page as HTML, with its headings below that of the page; `link` gives the link to an
    address of the site.
    """
    tokens = _PAGE.parse(text)
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    highest = min((int(token.tag[1:]) for token in headings), default=2)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1:]) + 2 - highest, 6)}"
    return _html(_PAGE, tokens, link)


def title_and_rest(text: str) -> tuple[str, str]:
    """Return the words of the first heading of a page and the Markdown without it; no words where it begins with none."""
    tokens = _PAGE.parse(text)
    if not tokens or tokens[0].type != "heading_open" or tokens[0].map is None:
        return "", text
    first, last = tokens[0].map
    lines = text.split("\n")
    words = "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in tokens[1].children or ()
    )
    return words.strip(), "\n".join([*lines[:first], *[""] * (last - first), *lines[last:]])


def pictures_in(text: str) -> Iterator[Picture]:
    """Yield the images of a page."""
    for block in _PAGE.parse(text):
        for token in block.children or ():
            if token.type == "image":
                line = block.map[0] if block.map else 0
                yield Picture(str(token.attrs.get("src", "")), token.content, line)


def inside(address: str) -> str | None:
    """Return where in the site an address leads that Markdown gives, counted from the site's root; None where it leads out of
    it, or stays on the page.

    It may be written from the root, as from a folder however deep, or as from a file of `pages/`, so that it works there, too.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    path = _UPWARDS.sub("", parts.path)
    rest = address[len(parts.path) :]
    if path.startswith(_STATIC):
        return _ASSETS + path.removeprefix(_STATIC).removeprefix(_SCRIPTS) + rest
    if path.endswith(".md") and "/" not in path:
        return f"{path.removesuffix('.md')}/{rest}"
    return path + rest


def _html(markdown: MarkdownIt, tokens: list[Token], link: Callable[[str], str]) -> Markup:
    for token in (inner for block in tokens for inner in block.children or ()):
        for name in ("href", "src"):
            address = inside(str(token.attrs.get(name, "")))
            if address is not None:
                token.attrs[name] = link(address)
    html = markdown.renderer.render(tokens, markdown.options, {})
    return Markup(html)  # noqa: S704 -- the renderer escapes everything it does not make itself
