"""The letters of a page of a PDF, as PDFium finds them: where they stand, how large they are, and which way they are read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from ctypes import byref, c_double
from typing import Any, NamedTuple

from pypdfium2 import raw

_LOST = "\N{REPLACEMENT CHARACTER}"
# By this letter PDFium names a hyphen at the end of a line.
_HYPHENS = ("\x02", "\ufffe")
_QUARTER = math.pi / 2
_FARTHEST = 100_000.0
# Letters that are printed are of these sizes, in points.
_SMALLEST, _LARGEST = 2, 300


class Letter(NamedTuple):
    """A letter: `turn` is the direction in which it is read, in quarters of a turn; `size` in points."""

    text: str
    turn: int
    left: float
    right: float
    base: float
    size: float


def letters_of(text: Any) -> Iterator[Letter | None]:
    """Yield the letters of a page in the order of the file, None for white space."""
    x, y, box, matrix = c_double(), c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    high = 0
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, place)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high, letter = 0, _printable(code)
        if letter.isspace() or raw.FPDFText_IsGenerated(text.raw, place) == 1:
            yield None
            continue
        raw.FPDFText_GetCharOrigin(text.raw, place, byref(x), byref(y))
        raw.FPDFText_GetLooseCharBox(text.raw, place, byref(box))
        raw.FPDFText_GetMatrix(text.raw, place, byref(matrix))
        size = raw.FPDFText_GetFontSize(text.raw, place) * math.hypot(matrix.c, matrix.d)
        angle = max(0.0, raw.FPDFText_GetCharAngle(text.raw, place))
        yield _turned(letter, angle, (x.value, y.value), (box.left, box.bottom, box.right, box.top), size)


def _printable(code: int) -> str:
    """Return a letter by its number; one that no page can carry is a replacement character."""
    letter = chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else _LOST
    if letter in _HYPHENS:
        return "-"
    is_control = (code < 0x20 and not letter.isspace()) or 0x7F <= code < 0xA0
    return _LOST if is_control or code in (0xFFFF, 0) else letter


def _turned(
    letter: str,
    angle: float,
    origin: tuple[float, float],
    box: tuple[float, float, float, float],
    size: float,
) -> Letter:
    """Return a letter with its place in the direction in which it is read, which is one of four.

    Where a file gives its letters no `size` that a page can have, the height of the letter stands for it.
    """
    turn = round(_bounded(angle) / _QUARTER) % 4
    x, y, left, bottom, right, top = map(_bounded, (*origin, *box))
    across = ((left, right), (-top, -bottom), (-right, -left), (bottom, top))[turn]
    along = (-y, -x, y, x)[turn]
    height = (top - bottom, right - left)[turn % 2]
    is_given = _SMALLEST < size < _LARGEST
    return Letter(letter, turn, *across, along, size if is_given else abs(height) / 1.15 or 1.0)


def _bounded(place: float) -> float:
    """Return a place on a page; a damaged file may have letters anywhere, or nowhere."""
    return place if -_FARTHEST < place < _FARTHEST else 0.0
