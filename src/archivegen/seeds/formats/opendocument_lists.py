"""The lists of an OpenDocument text: the number or bullet that is printed before each item, and lists that go on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from archivegen.seeds.formats.number_forms import LATIN, counted_on, printed_number, repeated, roman
from archivegen.seeds.formats.opendocument_styles import DocumentStyles, child, number, tag, value
from archivegen.seeds.formats.symbols import bullet_of
from archivegen.seeds.formats.xml_part import Element

_PLACEHOLDER = re.compile(r"%(\d{1,2})%")
_OTHER_FORMS = {
    "1st": "ordinal",
    "一, 二, 三, ...": "chineseCounting",
    "①, ②, ③, ...": "decimalEnclosedCircle",
}


@dataclass(slots=True)
class _Counts:
    """How far a list has counted, by levels from 1."""

    by_level: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of a document. Open each list, ask for the label of each of its items, and close it again."""

    def __init__(self, styles: DocumentStyles) -> None:
        self._styles = styles
        self._open: list[tuple[str, _Counts]] = []
        self._by_id: dict[str, _Counts] = {}
        self._last: dict[str, _Counts] = {}
        self._headings = _Counts()

    @property
    def level(self) -> int:
        """How deep the innermost list is, from 1; 0 outside all lists."""
        return len(self._open)

    def open(self, element: Element) -> None:
        """Begin a list, or go on with one: a list inside another counts on its level."""
        name = value(element, "text:style-name")
        if self._open:
            style, counts = self._open[-1]
            level = self.level + 1
            if value(element, "text:continue-numbering") != "true":
                _forget(counts, level)
            self._open.append((name if name is not None else style, counts))
            return
        name = name or _style_of_first_paragraph(element, self._styles)
        earlier = self._by_id.get(value(element, "text:continue-list") or "")
        if earlier is None and value(element, "text:continue-numbering") == "true":
            earlier = self._last.get(name)
        counts = earlier or _Counts()
        self._last[name] = counts
        if own_id := value(element, "xml:id"):
            self._by_id[own_id] = counts
        self._open.append((name, counts))

    def close(self) -> None:
        """End the innermost list."""
        self._open.pop()

    @contextmanager
    def set_aside(self) -> Iterator[None]:
        """Let lists in a box or a table that stands in a list be lists of their own."""
        outer, self._open = self._open, []
        yield
        self._open = outer

    def label(self, item: Element) -> str:
        """Return what is printed before the next item of the innermost list, with the space behind it."""
        style, counts = self._open[-1]
        start = number(item, "text:start-value")
        return self._counted(
            self._styles.lists.get(style), counts, self.level, start, value(item, "text:style-override")
        )

    def heading(self, element: Element, level: int) -> str:
        """Return the number that is printed before a heading; "" where headings have none."""
        if self._styles.outline is None or value(element, "text:is-list-header") == "true":
            return ""
        start = number(element, "text:start-value")
        return self._counted(self._styles.outline, self._headings, level, start, None)

    def _counted(
        self, style: Element | None, counts: _Counts, level: int, start: int | None, override: str | None
    ) -> str:
        """Count an item, and return its label."""
        if override and override in self._styles.lists:
            style = self._styles.lists[override]
        own = _level_of(style, level)
        begin = number(own, "text:start-value")
        before = counts.by_level.get(level, (1 if begin is None else begin) - 1)
        counts.by_level[level] = before + 1 if start is None else start
        _forget(counts, level + 1)
        return _printed(style, own, counts, level)


def _forget(counts: _Counts, level: int) -> None:
    """Let the numbers of a level and those below it begin anew."""
    for each in [each for each in counts.by_level if each >= level]:
        del counts.by_level[each]


def _style_of_first_paragraph(element: Element, styles: DocumentStyles) -> str:
    first = next((each for each in element.iter("*") if tag(each) in ("text:p", "text:h")), None)
    return styles.paragraph(first).list_style if first is not None else ""


def _level_of(style: Element | None, level: int) -> Element | None:
    return next(
        (each for each in (style if style is not None else ()) if number(each, "text:level") == level), None
    )


def _printed(style: Element | None, own: Element | None, counts: _Counts, level: int) -> str:
    """Return what is printed before an item, with the space behind it; "" where nothing is."""
    if own is None:
        return ""
    if tag(own) in ("text:list-level-style-bullet", "text:list-level-style-image"):
        font = value(child(own, "style:text-properties"), "style:font-name") or ""
        return bullet_of(value(own, "text:bullet-char") or "•", font) + " "
    if not value(own, "style:num-format"):
        return ""
    form = value(own, "loext:num-list-format") or value(own, "style:num-list-format")
    if form:
        text = _PLACEHOLDER.sub(lambda match: _number_of(style, counts, int(match[1])), form)
        return f"{text} " if text.strip() else ""
    first = max(level - (number(own, "text:display-levels") or 1) + 1, 1)
    numbers = [_number_of(style, counts, each) for each in range(first, level + 1)]
    text = ".".join(filter(None, numbers))
    return f"{value(own, 'style:num-prefix') or ''}{text}{value(own, 'style:num-suffix') or ''} "


def _number_of(style: Element | None, counts: _Counts, level: int) -> str:
    """Return the number of a level as its own form prints it."""
    own = _level_of(style, level)
    form = value(own, "style:num-format") or ""
    if not form:
        return ""
    start = number(own, "text:start-value")
    count = counts.by_level.get(level, 1 if start is None else start)
    if form in ("a", "A"):
        spell = repeated if value(own, "style:num-letter-sync") == "true" else counted_on
        letters = spell(count, LATIN) if count > 0 else str(count)
        return letters.upper() if form == "A" else letters
    if form in ("i", "I"):
        letters = roman(count) if count > 0 else str(count)
        return letters.upper() if form == "I" else letters
    return printed_number(count, _OTHER_FORMS.get(form, "decimal"))
