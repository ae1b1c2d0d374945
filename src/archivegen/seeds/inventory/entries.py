"""The values of a cell as the entries of a file of corrections, which one reader reads from then on."""

from __future__ import annotations

import re

from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.values import VERSION_KINDS
from archivegen.storage.yaml_lines import YamlNode

_UNTIL = re.compile(r"(?P<status>\w+)\s+until\s+(?P<until>.+)", re.IGNORECASE)
_LINES_OF_WORDS = re.compile(r"(?P<lines>\d+(?:\s*-\s*\d+)?)\s*:\s*(?P<words>.+)", re.DOTALL)


def item_of(target: str, value: str, parts: dict[str, str], line: int) -> YamlNode:
    """Return a value as a file of corrections would give it."""
    key = "value"
    if target == "access":
        key = "status"
        until = _UNTIL.fullmatch(value)
        if until:
            value, parts = until["status"], {"until": until["until"], **parts}
        value = value.casefold()
    if target == "version" and value.strip().casefold() in VERSION_KINDS:
        value = value.strip().casefold()
    if target == "redact" and (words := _LINES_OF_WORDS.fullmatch(value)):
        return _entries(words.groupdict(), line)
    return _entries({key: value, **parts}, line) if parts else YamlNode(line, text=value)


def _entries(texts: dict[str, str], line: int) -> YamlNode:
    return YamlNode(line, entries={key: YamlNode(line, text=text) for key, text in texts.items()})


def joined_nodes(first: YamlNode | None, node: YamlNode) -> YamlNode | None:
    """Return the values of two cells as one list; None where there are none. A single value stands alone."""
    if first is None and node.items is None:
        return node
    items = (*((first.items or ()) if first else ()), *(node.items or ()))
    if not items:
        return None
    return YamlNode(node.line, items=items)


def has_several(target: str) -> bool:
    """Say whether what a column gives may have several values."""
    return target == "redact" or (target in FIELD_BY_NAME and FIELD_BY_NAME[target].repeatable)
