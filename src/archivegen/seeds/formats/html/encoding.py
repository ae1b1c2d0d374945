"""Which encoding a page is in: its byte order mark, what the archivist says, what the page says of itself, its bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from archivegen.problems import Problem, Refusal
from archivegen.seeds.decode import decode
from archivegen.seeds.encodings import codec_named
from archivegen.seeds.source_text import SourceText

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAID = re.compile(
    rb"<\?xml[^>]*?\bencoding\s*=\s*[\"'](?P<xml>[\w.:-]+)|"
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]+)",
    re.IGNORECASE,
)
_HEAD = 4096
# What these names mean in pages (WHATWG Encoding, 4.2): the encoding that has the letters of the other as well.
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip


def decode_page(content: bytes, path: str, declared: str | None = None) -> SourceText:
    """Decode a page; `declared` is the encoding that the archivist names.

    What the page says of itself gives way to bytes that are UTF-8 beyond doubt, because browsers save pages anew and
    leave what they say.

    Raises:
        Refusal: the bytes are no text, or in an encoding that nothing decides.

    """
    said = None if declared or content.startswith(_MARKS) else _said_by_page(content)
    if said and _is_utf_8(content):
        text = decode(content, path)
        is_plain = content.isascii() or said == "utf-8"
        return _without_lines(text, () if is_plain else (_said_otherwise(path, said),))
    if said:
        try:
            return _without_lines(decode(content, path, said))
        except Refusal:
            pass
    return _without_lines(decode(content, path, declared))


def _said_by_page(content: bytes) -> str | None:
    match = _SAID.search(content[:_HEAD])
    codec = codec_named((match["xml"] or match["meta"]).decode("ascii")) if match else None
    # What can be read as ASCII so far is not in two bytes for each letter.
    return None if codec is None or codec.startswith("utf-") else _MEANT.get(codec, codec)


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_lines(source: SourceText, more: tuple[Problem, ...] = ()) -> SourceText:
    """Return the text with its problems; their lines are those of the mark-up, which nobody counts."""
    return replace(source, problems=(*(replace(problem, line=None) for problem in source.problems), *more))


def _said_otherwise(path: str, said: str) -> Problem:
    return Problem(
        path=path,
        level="warning",
        code="encoding-chosen",
        message=f"this page says that it is in {said}, but it is UTF-8, and was read so",
        fix="look at its letters beyond a to z; if they are right, write “encoding: utf-8” beside it",
    )
