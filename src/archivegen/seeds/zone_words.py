"""The words on lines that the archivist says are a field, without the label and the signs of emphasis around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archivegen.records.fields import Field
from archivegen.seeds.head_labels import read_label

_LABELLED = re.compile(r"^\*{0,3}(?P<label>[^:*]{1,40})(?P<sign>:\*{0,3}|\*{1,3}:?|$)\s*(?P<value>.*)$")
_EMPHASISED = re.compile(r"^(?P<sign>\*{1,3})(?=[^*\s])(?P<words>[^*]+)(?<=[^*\s])(?P=sign)$")


def zone_words(field: Field, lines: Sequence[str]) -> str:
    """Return the words of lines as one text; empty where there are none."""
    filled = [line.strip() for line in lines if line.strip()]
    if not filled:
        return ""
    behind = _behind_label(field, filled[0])
    value = _folded([behind, *filled[1:]]) if behind is not None else ""
    words = value or _folded(filled)
    emphasised = _EMPHASISED.match(words)
    return emphasised["words"] if emphasised else words


def _behind_label(field: Field, line: str) -> str | None:
    """Return what stands behind a label of the field on a line, or None where there is no such label."""
    labelled = read_label(line)
    if labelled and labelled.label.field == field.name:
        return labelled.value
    match = _LABELLED.match(line)
    names = {field.label.casefold(), *(name.replace("_", " ") for name in (field.name, *field.also))}
    return match["value"] if match and match["label"].strip().casefold() in names else None


def _folded(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())
