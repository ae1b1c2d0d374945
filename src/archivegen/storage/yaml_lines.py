"""YAML read as text with line numbers: no value is turned into a number, a truth value or a time.

Archives need this: `safe_load` reads the reference `0012` as ten and the country `no` as False (YAML 1.1, 10.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from archivegen.problems import Problem

_LONGEST = 1_000_000
_DEEPEST = 20
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#+(.*)$", re.MULTILINE)
# What no page can carry; YAML can write it as an escape.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class YamlNode:
    """A piece of YAML: text, a list or a mapping, and the line of the file it stands on."""

    line: int
    text: str | None = None
    items: tuple[YamlNode, ...] | None = None
    entries: dict[str, YamlNode] | None = field(default=None)

    def texts(self) -> tuple[str, ...]:
        """Return the text, or the texts of a list, without empty ones and anything nested."""
        nodes = self.items if self.items is not None else (self,)
        return tuple(node.text for node in nodes if node.text)


@dataclass(frozen=True, slots=True)
class YamlComment:
    """What stands behind a `#`, and the line of the file it stands on."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class YamlReading:
    """A YAML mapping by key, and what was wrong with it."""

    entries: dict[str, YamlNode]
    problems: tuple[Problem, ...] = ()


def read_yaml(text: str, path: str, first_line: int = 1) -> YamlReading:
    """Read a YAML mapping. Broken YAML gives no entries and one problem that names its line.

    `first_line` is the line of the file on which `text` begins, for front matter.
    """
    if len(text) > _LONGEST:
        return _broken(
            path, first_line, "this YAML is too large to be settings", "keep long texts in documents"
        )
    try:
        if _has_aliases_or_depth(text):
            return _broken(
                path, first_line, "this YAML uses anchors or is nested too deeply", "write the values out"
            )
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        what = getattr(error, "problem", None) or "this is not readable YAML"
        return _broken(path, line, f"this is not valid YAML: {what}", _way_out(what))
    if root is None:
        return YamlReading({})
    problems: list[Problem] = []
    node = _convert(root, path, first_line, problems)
    if node.entries is None:
        return _broken(path, node.line, "a list of “key: value” lines was expected", "write one key per line")
    return YamlReading(node.entries, tuple(problems))


def read_comments(text: str, first_line: int = 1) -> tuple[YamlComment, ...]:
    """Return the comments of YAML that can be read; a `#` within a text is none.

    `first_line` is the line of the file on which `text` begins, for front matter.

    Raises:
        yaml.YAMLError: the text is no YAML.

    """
    return tuple(_comments(text, first_line)) if "#" in text else ()


def _comments(text: str, first_line: int) -> Iterator[YamlComment]:
    line, counted = first_line, 0
    for start, end in _between_texts(text):
        for match in _COMMENT.finditer(text, start, end):
            line += text.count("\n", counted, match.start())
            counted = match.start()
            yield YamlComment(line, match[1].strip())


def _between_texts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each stretch of YAML between its keys and values."""
    start = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.ScalarToken):
            yield start, token.start_mark.index
            start = token.end_mark.index
    yield start, len(text)


def _has_aliases_or_depth(text: str) -> bool:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            return True
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                return True
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return False


def _convert(node: yaml.Node, path: str, first_line: int, problems: list[Problem]) -> YamlNode:
    line = first_line + node.start_mark.line
    if isinstance(node, yaml.SequenceNode):
        return YamlNode(line, items=tuple(_convert(item, path, first_line, problems) for item in node.value))
    if isinstance(node, yaml.ScalarNode):
        is_null = node.style is None and node.value in ("", "~", "null")
        return YamlNode(
            line, text=None if is_null else _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", str(node.value))
        )
    entries: dict[str, YamlNode] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        if key in entries:
            problems.append(
                Problem(
                    path=path,
                    line=first_line + key_node.start_mark.line,
                    field=key,
                    code="yaml-duplicate-key",
                    message=f"“{key}” stands here a second time (first on line {entries[key].line})",
                    fix="keep one of the two",
                )
            )
            continue
        value = _convert(value_node, path, first_line, problems)
        entries[key] = replace(value, line=first_line + key_node.start_mark.line)
    return YamlNode(line, entries=entries)


def _way_out(what: str) -> str:
    """Return what to do about YAML that cannot be read, from what its reader says of it."""
    if r"\t" in what or "tab" in what:
        return "write spaces in place of tabs"
    if "expected" in what or "end" in what:
        return "close every bracket and quotation mark, and let lines that belong together begin below each other"
    return "put values that contain ': ' or '#' in quotes"


def _broken(path: str, line: int, message: str, fix: str) -> YamlReading:
    problem = Problem(path=path, line=line, code="yaml-unreadable", message=message, fix=fix)
    return YamlReading({}, (problem,))
