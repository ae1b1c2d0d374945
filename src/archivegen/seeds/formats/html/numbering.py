"""The numbers and bullets of lists, as browsers print them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.seeds.formats.html.tree import Element
from archivegen.seeds.formats.number_forms import LATIN, counted_on, roman

BULLET = "•"
_KINDS = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "lower-latin": "lower-alpha", "upper-latin": "upper-alpha",
}  # fmt: skip
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(?P<kind>none|decimal|disc|circle|square|(?:lower|upper)-(?:alpha|latin|roman))\b"
)
_MOST_IN_ROMAN = 3999


def marked_items(items: Element) -> Iterator[tuple[Element, str]]:
    """Yield the items of a list with the number or bullet of each; "" where the page shows none."""
    found = [child for child in items.children if isinstance(child, Element) and child.name == "li"]
    is_reversed = "reversed" in items.attributes
    number = _number(items.get("start"), len(found) if is_reversed else 1)
    for item in found:
        number = _number(item.get("value"), number)
        yield item, _mark(_kind(items, item), number)
        number += -1 if is_reversed else 1


def _number(text: str, otherwise: int) -> int:
    match = re.match(r"\s*([+-]?\d{1,9})", text)
    return int(match[1]) if match else otherwise


def _kind(items: Element, item: Element) -> str:
    style = _STYLE.search(item.get("style")) or _STYLE.search(items.get("style"))
    said = style["kind"] if style else item.get("type") or items.get("type")
    return _KINDS.get(said, said) or ("decimal" if items.name == "ol" else "disc")


def _mark(kind: str, number: int) -> str:
    if kind == "none":
        return ""
    if kind in ("disc", "circle", "square"):
        return BULLET
    if kind.endswith("-alpha") and number > 0:
        words = counted_on(number, LATIN)
    elif kind.endswith("-roman") and 0 < number <= _MOST_IN_ROMAN:
        words = roman(number)
    else:
        words = str(number)
    return f"{words.upper() if kind.startswith('upper') else words}."
