"""What single elements say of the words in them, and of the paragraphs that those stand in."""

from __future__ import annotations

import re

from archivegen.records.languages import tag_of_page
from archivegen.seeds.formats.html.style_sheets import declarations_in
from archivegen.seeds.formats.html.tree import Element
from archivegen.seeds.source_text import CONTINUED, Direction, LineStyle, SpanKind, Tongue

_KINDS: dict[str, SpanKind] = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "var": "emphasis", "dfn": "emphasis", "strong": "strong",
    "b": "strong", "sup": "superscript", "sub": "subscript", "s": "struck_out", "strike": "struck_out",
}  # fmt: skip
# What the values of properties set words as, and which values unset it.
_SETTINGS: tuple[tuple[str, SpanKind, str, str], ...] = (
    ("font-style", "emphasis", "italic|oblique", "normal"),
    ("font-weight", "strong", "bold|[6-9]00", "normal|lighter|[1-5]00"),
    ("text-decoration", "struck_out", "(?:.*\\s)?line-through", "none"),
    ("text-decoration-line", "struck_out", "(?:.*\\s)?line-through", "none"),
)
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


def kinds_of(element: Element, above: frozenset[SpanKind]) -> frozenset[SpanKind]:
    """Return how words in an element are set that stands among words which are set in some ways.

    Of a paragraph only the line through it is kept: how all of its words look is the page's way of setting paragraphs.
    """
    said = declarations_in(element.get("style"))
    own = {_KINDS[element.name]} if element.name in _KINDS else set[SpanKind]()
    kinds = set(above)
    for name, kind, sets, unsets in _SETTINGS if said else ():
        value = said.get(name, "")
        if re.match(sets, value) and (kind == "struck_out" or element.name not in BLOCKS):
            own.add(kind)
        elif re.match(unsets, value):
            own.discard(kind)
            # A line goes on through all that is in what has one.
            kinds -= {kind} - {"struck_out"}
    return frozenset(kinds | own)


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
