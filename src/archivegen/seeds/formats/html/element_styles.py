"""What single elements say of the words in them, and of the paragraphs that those stand in."""

from __future__ import annotations

import re

from archivegen.records.languages import tag_of_page
from archivegen.seeds.formats.html.tree import Element
from archivegen.seeds.source_text import CONTINUED, Direction, LineStyle, SpanKind, Tongue

_KINDS: dict[str, SpanKind] = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "var": "emphasis", "dfn": "emphasis", "strong": "strong",
    "b": "strong", "sup": "superscript", "sub": "subscript", "s": "struck_out", "strike": "struck_out",
}  # fmt: skip
_DIRECTIONS: dict[str, Direction] = {"ltr": "ltr", "rtl": "rtl", "auto": "auto"}
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol option p pre section summary table tbody "
    "td tfoot th thead tr ul listing xmp plaintext frameset map menu search noscript select textarea button".split()
)
# Around these a browser leaves space.
_APART = frozenset(
    "address article blockquote dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split()
)


def stands_apart(element: Element, *, is_in_list: bool) -> bool:
    """Say whether a browser leaves space around an element: not around a list in a list."""
    return element.name in _APART and not (is_in_list and element.name in ("ol", "ul"))


def kinds_of(element: Element) -> frozenset[SpanKind]:
    """Return how an element sets the words in it."""
    kinds = {_KINDS[element.name]} if element.name in _KINDS else set[SpanKind]()
    style = element.get("style")
    if style and re.search(r"font-style\s*:\s*(?:italic|oblique)", style):
        kinds.add("emphasis")
    if style and re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", style):
        kinds.add("strong")
    if style and re.search(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", style, re.IGNORECASE):
        kinds.add("struck_out")
    return frozenset(kinds)


def style_of(element: Element, above: LineStyle | None) -> LineStyle | None:
    """Return the style of the paragraphs in an element that stands in one whose paragraphs have a style."""
    name = element.name
    if re.match(r"h[1-6]$", name):
        return LineStyle("heading", int(name[1]))
    if element.get("role") == "heading":
        level = element.get("aria-level")
        return LineStyle("heading", int(level) if level in ("1", "2", "3", "4", "5", "6") else 2)
    if name == "blockquote":
        return LineStyle("quotation")
    if name == "dd":
        return CONTINUED
    return above


def tongue_of(element: Element, above: Tongue) -> Tongue:
    """Return the language and direction of an element; what it does not say is as around it, what is no tag is not said."""
    tag = tag_of_page(element.get("lang") or element.get("xml:lang"))
    direction = _DIRECTIONS.get(element.get("dir").lower(), "auto" if element.name == "bdi" else "")
    tongue = above._replace(language=tag) if tag else above
    return tongue._replace(direction=direction) if direction else tongue
