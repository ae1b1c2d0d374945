"""What the frame around a document says, settled: the same thing said twice is one value, and of two titles of
which one was damaged the whole one stands first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from operator import attrgetter

from archivegen.records.values import DateValue, Value
from archivegen.seeds.draft import Found
from archivegen.seeds.ordinary_case import body_in_ordinary_case

# Parts in which two statements of one thing may differ.
_NOT_COMPARED = frozenset(("value", "rule", "as_written", "status", "lines", "certainty"))
_KINDS: tuple[type[Value], ...] = (Value, *Value.__subclasses__())
_COMPARED = {
    kind: attrgetter(*(part.name for part in fields(kind) if part.name not in _NOT_COMPARED))
    for kind in _KINDS
}
_LOST_LETTER = re.compile(r"\w\?\w|(?<!\S)\?\w|\w\?(?=\w)")


def settled(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return the values of a frame without those that say nothing new."""
    kept = list(found)
    titles = [value for field, value in kept if field == "title"]
    dates = [value for field, value in kept if field == "dates" and isinstance(value, DateValue)]
    has_heading_date = any(date.principal and date.rule != "citation_date" for date in dates)
    has_stated_repository = any(field == "repository" and value.status == "stated" for field, value in kept)
    rest = [
        found
        for found in kept
        if found.field != "title"
        and not (has_heading_date and found.value.rule == "citation_date")
        and not (has_stated_repository and found.value.rule == "reference_repository")
    ]
    best = [Found("title", _whole_title(titles))] if titles else []
    return (*best, *_said_once(rest))


def _whole_title(titles: list[Value]) -> Value:
    """Return the title from which no words and letters are lost; one in capitals gives way to another casing."""
    if len(titles) == 1:
        return _in_ordinary_case(titles[0])
    cited = next((title for title in titles if title.rule == "citation_title"), None)
    # Words of the host may stand where a title should; a citation repeats only the title.
    first = titles[0] if cited is None or _are_alike(titles[0].value, cited.value) else cited
    alike = [title for title in titles if _are_alike(title.value, first.value)]
    whole = max(
        alike, key=lambda title: (not _is_in_capitals(title.value), _length(title.value), title is first)
    )
    return _in_ordinary_case(whole)


def _in_ordinary_case(title: Value) -> Value:
    if not _is_in_capitals(title.value):
        return title
    words = body_in_ordinary_case(title.value, "")
    return replace(title, value=words, as_written=title.value, status="derived")


def _is_in_capitals(title: str) -> bool:
    words = [word for word in title.split() if any(map(str.isalpha, word))]
    return len(words) > 2 and sum(word.upper() == word for word in words) > 0.8 * len(words)


def _length(title: str) -> int:
    """Return how many letters a title has kept."""
    return len(title) - 2 * len(_LOST_LETTER.findall(title))


def _are_alike(one: str, other: str) -> bool:
    """Say whether most words of the shorter title stand in the longer."""
    words, others = (set(re.findall(r"\w+", title.casefold())) for title in (one, other))
    return 2 * len(words & others) >= min(len(words), len(others))


def _said_once(found: list[Found]) -> list[Found]:
    """Return the values with those that are equal but for their place made one that stands on all their lines."""
    once: dict[tuple[object, ...], Found] = {}
    for each in found:
        field, value = each
        key = (field, value.value.casefold(), type(value), _COMPARED[type(value)](value))
        if key not in once and len(value.lines) < 2:
            once[key] = each
            continue
        first = once[key].value if key in once else value
        stated = value if first.status == "derived" and value.status == "stated" else first
        lines = tuple(sorted({*first.lines, *value.lines}))
        once[key] = Found(field, stated if stated.lines == lines else replace(stated, lines=lines))
    return list(once.values())
