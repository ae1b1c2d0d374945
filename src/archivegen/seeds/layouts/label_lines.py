"""Lines that are a catalogue's label, alone or before its value, in whatever type a page sets them."""

from __future__ import annotations

import re
from typing import NamedTuple

from archivegen.records.values import LineRange
from archivegen.seeds.layouts.catalogue_head import TEXT_LABEL
from archivegen.seeds.layouts.catalogue_labels import FIELD_OF_LABEL
from archivegen.seeds.layouts.catalogue_values import Row
from archivegen.seeds.source_text import SourceText

_ALONE = re.compile(r"^\s*(?:#{1,6}\s+|\*\*)?(?P<label>[A-ZА-Я][\w ’'()/-]{1,40}?)\s*:?(?:\*\*)?:?\s*$")
_BEFORE_VALUE = re.compile(
    r"^\s*(?:\*\*)?(?P<label>[A-ZА-Я][\w ’'()/-]{1,40}?)\s*:(?:\*\*)?\s+(?P<value>\S.*)$"
)
_UNKNOWN = re.compile(
    r"^(?P<label>[A-ZА-Я][\w’'/-]{1,20}(?:\s[\w’'/-]{1,20}){0,2}):\s+(?P<value>\S.{0,78}[^.?!])$"
)
# What sites name besides, and no field of a record has.
_OF_SITES = frozenset(
    "collection|collections|tags|files|format|output formats|contributor|relation|coverage".split("|")
)
_MOST_LINES, _LONGEST_VALUE, _LONGEST_RIGHTS = 4, 400, 3000


class LabelLine(NamedTuple):
    """A label as written, its field, the value behind it on its line, and whether it is that of the text itself."""

    field: str | None
    words: str
    value: str = ""
    is_text: bool = False


def label_in(line: str) -> LabelLine | None:
    """Return the label that a line is or begins with, if it is one that catalogues have, or that of the text."""
    # Hardly any line begins with one of them: a look at its first words is sooner done than a pattern.
    words = line.lstrip("#* \t").partition(":")[0].rstrip("* \t").casefold()
    if words not in FIELD_OF_LABEL and words not in _OF_SITES and not TEXT_LABEL.match(words):
        return None
    if TEXT_LABEL.match(line.lstrip("# ")) and line.lstrip("#* ")[:1].isupper():
        return LabelLine(None, line.strip(), is_text=True)
    for pattern in (_ALONE, _BEFORE_VALUE):
        match = pattern.match(line)
        name = match["label"].casefold() if match else ""
        if match and (name in FIELD_OF_LABEL or name in _OF_SITES):
            return LabelLine(FIELD_OF_LABEL.get(name), match["label"], match.groupdict().get("value") or "")
    return None


def unknown_label_in(line: str) -> LabelLine | None:
    """Return the label before a value that no field has, among those of a catalogue: `Related: 4470`."""
    match = _UNKNOWN.match(line)
    return LabelLine(None, match["label"], match["value"]) if match else None


def rows_at_foot(source: SourceText, start: int) -> tuple[Row, ...]:
    """Return the labels with their values that a page ends in, from a line on: nothing longer than a value is between them."""
    rows: list[Row] = []
    last = len(source.lines)
    for number in range(last, start - 1, -1):
        label = label_in(source.line(number))
        if label is None or label.is_text:
            continue
        value = [label.value, *(line.strip() for line in source.lines[number:last])]
        value = [words for words in value if words]
        longest = _LONGEST_RIGHTS if label.field == "rights" else _LONGEST_VALUE
        if len(value) > _MOST_LINES or any(len(words) > longest for words in value):
            break
        rows.insert(0, Row(label.field, label.words, " ".join(value), LineRange(number, last)))
        last = number - 1
    return tuple(rows)
