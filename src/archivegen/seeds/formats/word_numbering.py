"""The lists of a Word document: the number or bullet that Word prints before each item, through all interruptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from archivegen.seeds.formats.number_forms import printed_number
from archivegen.seeds.formats.symbols import bullet_of
from archivegen.seeds.formats.word_styles import (
    ListPlace,
    WordStyles,
    child,
    is_on,
    looks_of,
    number,
    tag,
    value,
)
from archivegen.seeds.formats.xml_part import Element

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How items of a level are numbered. `restarts_after` is the depth of the item that begins the numbers anew, 0 none."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    divider: str = " "
    is_legal: bool = False
    font: str = ""
    restarts_after: int | None = None
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list as its items refer to it: the numbers that it shares with others, its levels, where it begins anew."""

    shared: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document, and how far each has counted. Ask for the label of every item in the order of reading."""

    def __init__(self, root: Element | None, styles: WordStyles) -> None:
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for element in root if root is not None else ():
            if tag(element) == "w:abstractNum":
                self._abstract[value(element, "abstractNumId") or ""] = element
        for element in root if root is not None else ():
            if tag(element) == "w:num":
                self._lists[value(element, "numId") or ""] = self._list(element)
        self._resolve_links(styles)

    def label(self, place: ListPlace, style: str) -> tuple[int, str] | None:
        """Return the level of the next item, from 1, and what is printed before its words; None where it is in no list.

        `style` is the id of the paragraph's style, by which some lists know the level.
        """
        found = self._lists.get(place.list_id)
        if found is None:
            return None
        level = place.level
        if level is None:
            level = next((depth for depth, each in found.levels.items() if style and each.style == style), 0)
        level = min(max(level, 0), _LEVELS - 1)
        counts = self._counts.setdefault(found.shared, {})
        self._count(found, counts, level)
        return level + 1, _printed(found, counts, level)

    @staticmethod
    def _count(found: _List, counts: dict[int, int], level: int) -> None:
        """Count an item, and begin the numbers of the levels below it anew."""
        own = found.levels.get(level, _Level())
        start = found.starts.get(level, own.start)
        is_begun = level not in found.starts or level in found.begun
        counts[level] = counts.get(level, start - 1) + 1 if is_begun else start
        found.begun.add(level)
        for below in [depth for depth in counts if depth > level]:
            after = found.levels.get(below, _Level()).restarts_after
            if after is None or level < after:
                del counts[below]

    def _list(self, element: Element) -> _List:
        shared = value(child(element, "w:abstractNumId")) or ""
        levels = _levels(self._abstract.get(shared))
        starts: dict[int, int] = {}
        for override in element:
            depth = number(override, "ilvl")
            if tag(override) != "w:lvlOverride" or depth is None:
                continue
            start = number(child(override, "w:startOverride"))
            if start is not None:
                starts[depth] = start
            if (own := child(override, "w:lvl")) is not None:
                levels[depth] = _level(own)
        return _List(shared, levels, starts)

    def _resolve_links(self, styles: WordStyles) -> None:
        """Give lists that only name a style of lists the levels of the list that this style has."""
        for found in self._lists.values():
            link = value(child(self._abstract.get(found.shared), "w:numStyleLink"))
            place = styles.style(link).place if link else None
            target = self._lists.get(place.list_id) if place else None
            if target and target is not found:
                found.levels = {**target.levels, **found.levels}
                found.shared = target.shared


def _levels(element: Element | None) -> dict[int, _Level]:
    found = {}
    for each in element if element is not None else ():
        depth = number(each, "ilvl")
        if tag(each) == "w:lvl" and depth is not None:
            found[depth] = _level(each)
    return found


def _level(element: Element) -> _Level:
    start = number(child(element, "w:start"))
    suffix = value(child(element, "w:suff"))
    return _Level(
        value(child(element, "w:numFmt")) or "decimal",
        value(child(element, "w:lvlText")) or "",
        1 if start is None else start,
        "" if suffix == "nothing" else " ",
        bool(is_on(child(element, "w:isLgl"))),
        looks_of(child(element, "w:rPr")).font,
        number(child(element, "w:lvlRestart")),
        value(child(element, "w:pStyle")) or "",
    )


def _printed(found: _List, counts: dict[int, int], level: int) -> str:
    """Return what is printed before an item, with the space that divides it from the words; "" where nothing is."""
    own = found.levels.get(level)
    if own is None or not own.text:
        return ""
    if own.form == "bullet":
        return bullet_of(own.text, own.font) + own.divider

    def numbered(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        each = found.levels.get(depth, _Level())
        form = "decimal" if own.is_legal and each.form != "none" else each.form
        return printed_number(counts.get(depth, each.start), form)

    text = _PLACEHOLDER.sub(numbered, own.text)
    return text + own.divider if text.strip() else ""
