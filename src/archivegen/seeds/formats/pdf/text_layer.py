"""The text layer of a PDF: words with their places on the page, as PDFium finds them. Nothing else of the file is looked at.

No script of the file is run, no file embedded in it opened, no form filled in: the library is one that cannot.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from archivegen.problems import Problem, Refusal
from archivegen.seeds.formats.pdf.letters import Letter, letters_of

MOST_PAGES = 3_000
_ALIKE = 1.15
_MOST_LETTERS = 10_000_000
# In bytes, two for a letter.
_LONGEST_NOTE = 10_000


class Word(NamedTuple):
    """Letters in a row without white space, and where they stand: `left` and `right` grow in the direction of reading,
    `base` down the page. `is_glued` says that no space parts them from the word before.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_glued: bool = False


class PrintedPage(NamedTuple):
    """A page: its words as they follow each other in the file, turned upright, its format, which pages alike share, and what
    readers of the file have noted on it.
    """

    words: tuple[Word, ...]
    form: tuple[int, int, int]
    noted: tuple[str, ...] = ()


def pages_of(content: bytes, path: str) -> tuple[PrintedPage, ...]:
    """Return the pages of a PDF; one without a text layer has pages without words.

    Raises:
        Refusal: this is no PDF, it is damaged, needs a password, or has more pages or letters than are read.

    """
    if b"%PDF-" not in content[:1024]:
        raise Refusal(_not_pdf(path))
    try:
        with pypdfium2.PdfDocument(content) as document:
            count = len(document)
            if count > MOST_PAGES:
                raise Refusal(_too_long(path, f"{count:,} pages; at most {MOST_PAGES:,} are read"))
            if not count:
                raise Refusal(_damaged(path))
            return tuple(_read_pages(document, path))
    except pypdfium2.PdfiumError as error:
        needs_password = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Refusal(_locked(path) if needs_password else _damaged(path)) from error


def said_of_itself(content: bytes) -> dict[str, str]:
    """Return what a PDF that can be opened says of itself: its subject, its keywords."""
    with pypdfium2.PdfDocument(content) as document:
        known = document.get_metadata_dict(skip_empty=True)
    return {name: str(known[name]) for name in ("Title", "Subject", "Keywords") if name in known}


def _noted_on(page: Any) -> Iterator[str]:
    for place in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, place)
        try:
            if words := _contents_of(annotation):
                yield words
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _contents_of(annotation: Any) -> str:
    length = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    if not 2 < length <= _LONGEST_NOTE:
        return ""
    letters = (ctypes.c_ushort * (length // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, b"Contents", letters, length)
    return bytes(letters).decode("utf-16-le", "replace").rstrip("\0")


def _read_pages(document: Any, path: str) -> Iterator[PrintedPage]:
    letters = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        try:
            letters += text.count_chars()
            if letters > _MOST_LETTERS:
                raise Refusal(_too_long(path, f"more than {_MOST_LETTERS:,} letters"))
            words, turn = _upright(list(letters_of(text)))
            width, height = page.get_size()
            yield PrintedPage(words, (round(width), round(height), turn), tuple(_noted_on(page)))
        finally:
            text.close()
            page.close()


def _upright(letters: list[Letter | None]) -> tuple[tuple[Word, ...], int]:
    """Return the words of a page and in which of four directions most of them are read; the others come behind them."""
    turns = Counter(letter.turn for letter in letters if letter)
    if not turns:
        return (), 0
    main = turns.most_common(1)[0][0]
    words: list[Word] = []
    floor = max(letter.base for letter in letters if letter and letter.turn == main)
    for turn in (main, *sorted(turns.keys() - {main})):
        own = list(_words([letter if letter and letter.turn == turn else None for letter in letters]))
        if turn != main and own:
            down = floor + 100 - min(word.base for word in own)
            own = [word._replace(base=word.base + down) for word in own]
        words.extend(own)
        floor = max([floor, *(word.base for word in own)])
    return tuple(words), main


def _words(letters: list[Letter | None]) -> Iterator[Word]:
    word: Word | None = None
    is_glued = False
    for letter in letters:
        if letter is None:
            if word:
                yield word
            word, is_glued = None, False
            continue
        near = 0.3 * letter.size
        if word and _is_level(word, letter) and _touch(word, letter, near):
            left, right = min(word.left, letter.left), max(word.right, letter.right)
            word = word._replace(text=word.text + letter.text, left=left, right=right)
            continue
        if word:
            yield word
            is_glued = _touch(word, letter, near)
        word = Word(letter.text, letter.left, letter.right, letter.base, letter.size, is_glued)
    if word:
        yield word


def _is_level(word: Word, letter: Letter) -> bool:
    """Say whether a letter stands on the line of a word, in letters about as large."""
    away = abs(letter.base - word.base)
    is_alike = max(word.size, letter.size) < _ALIKE * min(word.size, letter.size)
    return away < (0.2 if is_alike else 0.05) * letter.size


def _touch(word: Word, letter: Letter, near: float) -> bool:
    return letter.left <= word.right + near and word.left <= letter.right + near


def _not_pdf(path: str) -> Problem:
    return Problem(
        path=path,
        code="not-pdf",
        message="this file is named as a PDF and is none",
        fix="give it the ending of what it is, or save it as PDF anew",
    )


def _damaged(path: str) -> Problem:
    return Problem(
        path=path,
        code="damaged-pdf",
        message="this PDF is damaged and cannot be opened",
        fix="take it anew from where it came from",
    )


def _locked(path: str) -> Problem:
    return Problem(
        path=path,
        code="locked-pdf",
        message="this PDF is locked with a password",
        fix="open it with the password and save it without one",
    )


def _too_long(path: str, how_long: str) -> Problem:
    return Problem(
        path=path,
        code="too-long-pdf",
        message=f"this PDF has {how_long}",
        fix="divide it into its documents",
    )
