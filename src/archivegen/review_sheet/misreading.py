"""Words that a program read in another encoding than they were written in: `â€œMÃ¼llerâ€` of “Müller”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from archivegen.problems import Problem
from archivegen.review_sheet.cells import as_cell

# What spreadsheet programs take a CSV file for that is in UTF-8: the encodings of Windows and older ones, one sign a byte.
_ENCODINGS = (
    "cp1252", "latin-1", "iso8859-15", "cp1250", "iso8859-2", "cp1251", "cp1253", "cp1254", "cp1257", "cp437", "cp850", "cp852",
    "cp866", "koi8-r", "mac-roman",
)  # fmt: skip
_REPLACED = re.compile("[\N{REPLACEMENT CHARACTER}\x80-\x9f\uf180-\uf1ff]")


class Misreadings:
    """The cells of a sheet that show that it was opened in a wrong encoding."""

    def __init__(self) -> None:
        """Begin without any."""
        self._found: list[tuple[int, str, str]] = []

    def are_of(self, row: int, cell: str, *before: str) -> bool:
        """Say whether a cell in a row is what a program makes of any of some texts when it takes UTF-8 for another encoding,
        and note it if so.
        """
        if cell.isascii():
            return False
        misread = next((text for text in before if _visible(cell) in _misreadings(text)), None)
        if misread is not None:
            self._found.append((row, misread, cell))
        return misread is not None

    def problems(self, path: str) -> Iterator[Problem]:
        """Yield one error for the whole sheet, with the first of its cells that show it."""
        if not self._found:
            return
        row, before, cell = self._found[0]
        rows = len({number for number, _, _ in self._found})
        others = f" (likewise in {rows - 1} more row{'s' if rows > 2 else ''})" if rows > 1 else ""
        yield Problem(
            path=path,
            line=row,
            code="sheet-misread",
            message=f"“{cell}” is what a program makes of “{before}” when it opens a CSV file in a wrong encoding{others}",
            fix="open the CSV file again as Unicode (UTF-8), or export as .xlsx or .ods, and make your changes there",
        )


@lru_cache(maxsize=256)
def _misreadings(text: str) -> frozenset[str]:
    if text.isascii():
        return frozenset()
    content = text.encode("utf-8", "surrogatepass")
    return frozenset(_visible(_decoded(content, encoding)) for encoding in _ENCODINGS)


def _visible(text: str) -> str:
    """Return a text without the signs that programs drop or replace: LibreOffice has U+F181 for a byte 81 that is no sign."""
    return _REPLACED.sub("", as_cell(text))


def _decoded(content: bytes, encoding: str) -> str:
    """Return bytes in an encoding; those that it has no sign for are kept as control characters, as programs do."""
    signs = (bytes([byte]).decode(encoding, "replace") for byte in content)
    return "".join(
        chr(byte) if sign == "\N{REPLACEMENT CHARACTER}" else sign
        for byte, sign in zip(content, signs, strict=True)
    )
