"""Bytes into lines of text, strictly: what cannot be read for certain is refused, never guessed into mojibake."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from archivegen.problems import Problem, Refusal
from archivegen.seeds.encodings import codec_named, detect_encoding
from archivegen.seeds.signs import has_any
from archivegen.seeds.source_text import SourceText

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
# Characters that HTML cannot carry (HTML Living Standard, 13.2.3.5), tab and the line ends aside.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")

# UTF-8 that was opened as Windows-1252 and saved again.
_MISREAD = re.compile(r"â€[œ™˜“”¦\x9d]|Ã[©¨¼¤¶±³¡­ª«§]|Ð[\x80-\xbf]Ð|ï¿½")
_SIGNS_OF_MISREADING = ("â€", "Ã", "Ð", "ï¿½")


def decode(content: bytes, path: str, declared: str | None = None) -> SourceText:
    """Decode a document. LF, CRLF and CR end lines; a form feed is a space.

    What decides is the byte order mark, then the encoding the archivist has declared, then UTF-8, then what the
    bytes themselves leave no doubt of; only the last is a warning.

    Raises:
        Refusal: the bytes are no text, not in the encoding that is declared, or in one that nothing decides.

    """
    mark = next(((name, len(mark)) for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), None)
    codec = codec_named(declared) if declared and not mark else None
    if declared and not mark and codec is None:
        raise Refusal(_unknown_encoding(path, declared))
    encoding, start = mark or (codec or "utf-8", 0)
    problems: tuple[Problem, ...] = ()
    try:
        text = content[start:].decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        if mark or declared or b"\x00" in content:
            raise Refusal(_unreadable(path, line, encoding)) from error
        encoding, text = _detected(content, path, line)
        problems = (_chosen(path, line, encoding),)
    if "\x00" in text:
        raise Refusal(_unreadable(path, text[: text.index("\x00")].count("\n") + 1, encoding))
    text = text.replace("\f", " ")
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    clean_lines, faults = without_controls(lines, path, text)
    if not text.isascii() and has_any(_SIGNS_OF_MISREADING, text):
        faults = (*faults, *_misread_before(lines, path))
    return SourceText(path, clean_lines, encoding, (*problems, *faults))


def _detected(content: bytes, path: str, line: int) -> tuple[str, str]:
    """Return the encoding and the text of bytes that only one encoding reads well.

    Raises:
        Refusal: several read them alike well, or none does.

    """
    found = detect_encoding(content)
    if found is None or _CONTROL.search(found.text):
        raise Refusal(_unreadable(path, line, "utf-8"))
    if not found.is_sure:
        raise Refusal(_undecided(path, line, (found.encoding, *found.others)))
    return found.encoding, found.text


def _has_controls(text: str) -> bool:
    """Say whether a text has control characters; what can be printed is none."""
    return not text.replace("\n", "").isprintable() and bool(_CONTROL.search(text))


def without_controls(
    lines: Sequence[str], path: str, text: str | None = None
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return lines with a sign for every control character that no page can carry, and a warning where there is any. `text`
    are the lines together, where they are.
    """
    if not _has_controls("\n".join(lines) if text is None else text):
        return tuple(lines), ()
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


def _misread_before(lines: list[str], path: str) -> tuple[Problem, ...]:
    """Return a warning for text that was taken for another encoding before it was saved: `donâ€™t`, `cafÃ©`."""
    first = next((number for number, line in enumerate(lines, 1) if _MISREAD.search(line)), None)
    if first is None:
        return ()
    return (
        Problem(
            path=path,
            line=first,
            level="warning",
            code="misread-before",
            message="letters of this text were lost when it was once opened in a wrong encoding; it is shown as it is",
            fix="save it anew from where it came from",
        ),
    )


def _chosen(path: str, line: int, encoding: str) -> Problem:
    return Problem(
        path=path,
        line=line,
        level="warning",
        code="encoding-chosen",
        message=f"this is not UTF-8; it was read as {_name(encoding)}, the encoding that fits its letters best",
        fix=f"look at its letters beyond a to z; if they are right, write “encoding: {_name(encoding)}” beside it",
    )


def _undecided(path: str, line: int, encodings: tuple[str, ...]) -> Problem:
    names = " or ".join(_name(encoding) for encoding in encodings[:3])
    return Problem(
        path=path,
        line=line,
        code="encoding-undecided",
        message=f"this is not UTF-8, and nothing decides whether it is {names}",
        fix=f"write for instance “encoding: {_name(encodings[0])}” into the file of corrections beside it or the folder’s "
        "collection.yml, or save it as UTF-8",
    )


def _unknown_encoding(path: str, declared: str) -> Problem:
    return Problem(
        path=path,
        field="encoding",
        code="encoding-unknown",
        message=f"“{declared}” is no encoding of text",
        fix="write it as windows-1252, windows-1251, koi8-r, gb18030 or the like",
    )


def _name(codec: str) -> str:
    """Return the name by which people know an encoding, in the form of the IANA register."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", codec.replace("_", "-")).replace("iso8859", "iso-8859")


def _unreadable(path: str, line: int, encoding: str) -> Problem:
    return Problem(
        path=path,
        line=line,
        code="not-text",
        message=f"this is not text in {_name(encoding).upper()}",
        fix="open it in an editor and save it as UTF-8 text, or, if it is none, keep it outside this folder",
    )
