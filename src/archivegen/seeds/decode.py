"""Bytes into lines of text, strictly: what cannot be read for certain is refused, never guessed into mojibake."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from archivegen.problems import Problem, Refusal

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
# Characters that HTML cannot carry (HTML Living Standard, 13.2.3.5), tab and the line ends aside.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded file: its lines without their ends, and how it was decoded."""

    path: str
    lines: tuple[str, ...]
    encoding: str
    problems: tuple[Problem, ...] = ()

    def line(self, number: int) -> str:
        """Return a line by its number, counted from 1."""
        return self.lines[number - 1]


def decode(content: bytes, path: str) -> SourceText:
    """Decode a document. LF, CRLF and CR end lines; a form feed is a space.

    Raises:
        Refusal: the bytes are not text in UTF-8, nor in UTF-16 with a byte order mark.

    """
    encoding, start = next(
        ((name, len(mark)) for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), ("utf-8", 0)
    )
    try:
        text = content[start:].decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Refusal(_unreadable(path, line, encoding)) from error
    if encoding == "utf-8" and "\x00" in text:
        raise Refusal(_unreadable(path, text[: text.index("\x00")].count("\n") + 1, encoding))
    lines = _LINE_END.split(text.replace("\f", " "))
    if lines and lines[-1] == "":
        lines.pop()
    clean_lines, problems = _without_controls(lines, path)
    return SourceText(path, clean_lines, encoding, problems)


def _without_controls(lines: list[str], path: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    first = next((number for number, line in enumerate(lines, 1) if _CONTROL.search(line)), None)
    if first is None:
        return tuple(lines), ()
    problem = Problem(
        path=path,
        line=first,
        level="warning",
        code="control-characters",
        message="control characters that no page can carry are shown as “\N{REPLACEMENT CHARACTER}”",
        fix="remove them from the file",
    )
    return tuple(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", line) for line in lines), (problem,)


def _unreadable(path: str, line: int, encoding: str) -> Problem:
    return Problem(
        path=path,
        line=line,
        code="not-text",
        message=f"this is not text in {encoding.upper()}",
        fix="open it in an editor and save it as UTF-8 text",
    )
