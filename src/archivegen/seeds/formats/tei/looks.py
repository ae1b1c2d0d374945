"""How elements of TEI set their words: what the writer put in or struck out, what is unclear, what is set otherwise."""

from __future__ import annotations

from archivegen.seeds.formats.xml_part import Element
from archivegen.seeds.source_text import SpanKind

NOTHING: frozenset[SpanKind] = frozenset()
_SPANS: dict[str, SpanKind] = {
    "add": "inserted", "del": "struck_out", "ex": "emphasis", "emph": "emphasis", "unclear": "unclear",
}  # fmt: skip
_STRONG = ("bold", "strong")


def kinds_of(element: Element, name: str) -> frozenset[SpanKind]:
    """Return how an element sets its words: by what it is, or as it says the paper has them."""
    if name in _SPANS:
        return frozenset((_SPANS[name],))
    if name != "hi":
        return NOTHING
    how = str(element.get("rend", "") or element.get("rendition", "") or "italic")
    if any(word in how for word in _STRONG):
        return frozenset(("strong",))
    if "strike" in how or "line-through" in how:
        return frozenset(("struck_out",))
    return frozenset(("emphasis",)) if "ital" in how or "underline" in how else NOTHING
