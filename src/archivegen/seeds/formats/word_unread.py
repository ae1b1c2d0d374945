"""Words of a Word document that its text does not have: why each is missing, so that none goes in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from archivegen.seeds.formats.word_parts import WordParts
from archivegen.seeds.formats.word_runs import branch_of
from archivegen.seeds.formats.word_styles import child, tag
from archivegen.seeds.formats.xml_part import Element

_PARTS_WITH_NOTES = ("footnotes", "endnotes")
_NOTES = ("w:footnote", "w:endnote")
_REMOVED = ("w:del", "w:moveFrom")
_WORDS = ("w:t", "w:delText")


def unread(parts: WordParts, met: Collection[Element]) -> Counter[str]:
    """Count what was passed over, `met` being the elements with words that were looked at: what was deleted while changes
    were tracked (`deleted`), rows that are `hidden`, notes to which nothing refers (`notes`), words where Word has none
    (`astray`).

    Raises:
        Refusal: the part with the notes is damaged.

    """
    missing: dict[Element, str] = {}
    for root in (parts.document, *map(parts.xml, _PARTS_WITH_NOTES)):
        for element in root.iter("*") if root is not None else ():
            if tag(element) in _WORDS and element not in met and (element.text or "").strip():
                whole, why = _why(element, met)
                missing[whole] = why
    return Counter(filter(None, missing.values()))


def _why(element: Element, met: Collection[Element]) -> tuple[Element, str]:
    """Return of what missing words are a part that counts as one, and why it is missing; "" where the text has it otherwise."""
    below = element
    for above in element.iterancestors():
        name = tag(above)
        if name in _REMOVED or _has(above, "w:trPr", "w:del") or _has(above, "w:tcPr", "w:cellDel"):
            return above, "deleted"
        if _has(above, "w:trPr", "w:hidden"):
            return above, "hidden"
        if name == "mc:AlternateContent" and branch_of(above) is not below:
            return above, ""
        if name in _NOTES and not any(each in met for each in above.iter("*")):
            return above, "notes"
        below = above
    return element, "deleted" if tag(element) == "w:delText" else "astray"


def _has(element: Element, properties: str, sign: str) -> bool:
    return child(child(element, properties), sign) is not None
