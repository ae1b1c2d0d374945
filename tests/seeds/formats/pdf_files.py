"""PDFs for tests, drawn row by row as printers set them: what stands where is said by the test, not by a program's layout."""

import io
import re
from collections.abc import Iterable

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

registerFont(TTFont("Vera", "Vera.ttf"))
FONT, SIZE, LEADING = "Times-Roman", 11, 14
LEFT, RIGHT, TOP, BOTTOM = 72, 522, 770, 90


class Press:
    """A PDF in the making: pages, and rows of words at places of them; `head` and numbers stand on every page.

    `font` is a standard one, or Vera, which is written into the file; all is drawn `scale` times as large.
    """

    def __init__(
        self,
        head: str = "",
        *,
        numbers_from: int | None = None,
        locked_with: str = "",
        font: str = FONT,
        scale: int = 1,
    ) -> None:
        self._out = io.BytesIO()
        encrypt = StandardEncryption(locked_with) if locked_with else None
        self._canvas = Canvas(self._out, invariant=1, encrypt=encrypt)
        self._head, self._number = head, numbers_from
        self._y = float(TOP)
        self._font, self._scale = font, scale
        self._begin()

    def _begin(self) -> None:
        self._canvas.scale(self._scale, self._scale)
        self._canvas.setFont(self._font, SIZE)
        if self._head:
            self._canvas.drawString(LEFT, 805, self._head)
        if self._number is not None:
            self._canvas.drawCentredString(297, 40, str(self._number))

    def page(self) -> None:
        """Begin a page."""
        self._canvas.showPage()
        self._number = None if self._number is None else self._number + 1
        self._y = TOP
        self._begin()

    def row(self, words: str, left: float = LEFT, y: float | None = None) -> None:
        """Set a row below the last one, or at a height."""
        if y is None and self._y < BOTTOM:
            self.page()
        self._canvas.drawString(left, self._y if y is None else y, words)
        self._y -= LEADING if y is None else 0

    def marked(self, text: str, size: float = SIZE) -> None:
        """Set a paragraph in which what stands between carets is raised, smaller and by a third of the letters above their
        line; what stands between tildes is lowered.
        """
        for row in rows_of(text, (RIGHT - LEFT) * SIZE / size):
            left = float(LEFT)
            for part, of_size, raised_by in _parts(row):
                self._canvas.setFont(self._font, of_size * size)
                self._canvas.drawString(left, self._y + raised_by * size, part)
                left += stringWidth(part, self._font, of_size * size)
            self._canvas.setFont(self._font, SIZE)
            self._y -= LEADING

    def column(self, text: str, left: float, right: float, top: float) -> float:
        """Set a paragraph as wide as a column, and return where the next one begins."""
        for row in rows_of(text, right - left):
            self.row(row, left, top)
            top -= LEADING
        return top

    def sideways(self, rows: Iterable[str]) -> None:
        """Set rows that run up the page."""
        self._canvas.saveState()
        self._canvas.rotate(90)
        for place, row in enumerate(rows):
            self._canvas.drawString(LEFT, -(100 + place * LEADING), row)
        self._canvas.restoreState()

    def picture(self) -> None:
        """Set something that has no words."""
        self._canvas.rect(100, 300, 200, 200, fill=1)

    def text(self, text: str) -> None:
        """Set a text as a typist's file: every line is broken by its length, an empty one is space."""
        for line in text.split("\n"):
            for row in rows_of(line, RIGHT - LEFT):
                self.row(row)
            if not line.strip():
                self._y -= LEADING

    def pdf(self) -> bytes:
        """Return the file."""
        self._canvas.setTitle("Microsoft Word - untitled7")
        self._canvas.setAuthor("A. Typist")
        self._canvas.save()
        return self._out.getvalue()


def _parts(row: str) -> list[tuple[str, float, float]]:
    """Return the parts of a row with their size and how far they are raised, in parts of the size of its letters."""
    shifts = {"^": (0.6, 0.35), "~": (0.6, -0.15)}
    pieces = re.split(r"([\^~])([^\^~]*)[\^~]", row)
    found = [(pieces[0], 1.0, 0.0)]
    for sign, part, rest in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        found += [(part, *shifts[sign]), (rest, 1.0, 0.0)]
    return found


def rows_of(line: str, width: float) -> list[str]:
    """Return a line as rows that are no wider than this."""
    rows: list[str] = []
    for word in line.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and sum(stringWidth(part, FONT, size * SIZE) for part, size, _ in _parts(longer)) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def set_as_pdf(text: str, head: str = "", numbers_from: int | None = None) -> bytes:
    """Return a text as PDF."""
    press = Press(head, numbers_from=numbers_from)
    press.text(text)
    return press.pdf()
