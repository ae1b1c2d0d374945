"""Lines of a text that may be meant to close the document or to redact words of it: there they are text, and would be published.

They stand without the lines of hyphens around them, below front matter, or behind other text: at its head or its foot, or in
the frame of a page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import islice

from archivegen.problems import Level, Problem
from archivegen.seeds.closing_days import wish_of_dated_line
from archivegen.seeds.closing_lines import may_be_a_marking, wish_below, wish_of_bare_line, wish_of_line
from archivegen.seeds.closing_statements import FIELDS_OF_FORMAT
from archivegen.seeds.closing_words import Wish
from archivegen.seeds.formats.html.tree import PAGE_TYPES
from archivegen.seeds.source_text import SourceText

# “access: restricted”, also as a list, a comment, in bold type, or as other programs write it.
_ENTRY = re.compile(r"^\W*(?P<key>[^\W\d_][\w /-]{0,40}?)\W{0,3}(?:[:：=]|\t)(?P<text>.*)$")
# As the program itself would read it: nowhere does a text of its own have such a line.
_OWN_KEYS = ("access", "redact")
_OWN_ENTRY = re.compile(rf"^(?P<key>{'|'.join(_OWN_KEYS)})\s*:(?P<text>.*)$")
# What stands above a value, as in the lists of a page: “Conditions of access”.
_LABEL = re.compile(r"[^\W\d_]+(?:[ /-][^\W\d_]+){0,3}")
_LETTER = re.compile(r"\w")
_MOST_LINES = 40
_LINES_OF_FOOT = 12
_LONG = 10
_LONGEST_KEY = 3


def unmarked_lines(
    source: SourceText, sidecar: str, settled: Collection[str], *, is_access_stated: bool
) -> Iterator[Problem]:
    """Yield an error for each line that may be meant to close the document or to redact words, and a warning for each at the
    head that may be a marking of the paper as well.

    `sidecar` is the file that they belong in; what is `settled` there, or in front matter, is what is meant, and access that
    is stated anywhere says what a marking is.
    """
    last, foot = _last_of_head(source.lines), _first_of_foot(source)
    margin = source.margin[0].number if source.margin else len(source.lines) + 1
    of_format = {line.number for line in source.margin if line.field in FIELDS_OF_FORMAT}
    is_page = source.path.lower().endswith(PAGE_TYPES)
    label, told = "", set[str]()
    for number, line in enumerate(source.lines, 1):
        if not line.strip():
            continue
        above, label = label, line
        is_in_head = number <= last
        is_near_end = number >= foot
        is_looked_at = is_in_head or is_near_end or line.startswith(_OWN_KEYS)
        # What stands above every page is told of once.
        if number in of_format or not is_looked_at or (number >= margin and line in told):
            continue
        entry = (_ENTRY if is_in_head or is_near_end else _OWN_ENTRY).match(
            unicodedata.normalize("NFC", line)
        )
        # Beside a page stand the words of its site; beside a printed one what stands above and below it.
        may_be_bare = is_in_head or (foot <= number and (number < margin or not is_page))
        of_pair = _wish_of_pair(above, line)
        wish = _wish_of(line, entry, may_be_bare=may_be_bare) or of_pair
        if wish and wish.field not in settled:
            told.add(line)
            # Letters end with such wishes of their own: “Please do not show this to mother”.
            is_sentence = not (is_in_head or entry or of_pair or wish_of_dated_line(line)) and number < margin
            yield _unmarked(source.path, number, wish, sidecar, "warning" if is_sentence else "error")
        elif is_in_head and not (wish or is_access_stated) and _may_be_a_marking(line, entry):
            yield _marking(source.path, number, line)


def _wish_of(line: str, entry: re.Match[str] | None, *, may_be_bare: bool) -> Wish | None:
    if entry is None:
        return (wish_of_dated_line(line) or wish_of_bare_line(line)) if may_be_bare else None
    key, text = entry["key"].strip(), entry["text"].strip(" \t*_`\"'")
    is_short = len(key.split()) <= _LONGEST_KEY
    wish = wish_of_line(key, text) if is_short else None
    if wish or not may_be_bare:
        return wish
    # To whom it is said, or why, may stand before it or behind it.
    return wish_of_dated_line(line) or wish_of_bare_line(text) or wish_of_bare_line(key)


def _wish_of_pair(label: str, line: str) -> Wish | None:
    """Return what a line asks for together with the label that stands above it: “Access” and “Restricted”."""
    key = label.strip().rstrip(":：").rstrip()
    if not _LABEL.fullmatch(key) or len(line.split(None, _LONG)) > _LONG:
        return None
    return wish_below(key, line) or wish_of_dated_line(f"{key}: {line}")


def _may_be_a_marking(line: str, entry: re.Match[str] | None) -> bool:
    return may_be_a_marking(line) and not (entry and entry["text"].strip())


def _last_of_head(lines: tuple[str, ...]) -> int:
    """Return the number of the last line of the head: there are so many lines in it at most, and one long one."""
    filled = long = 0
    for number, line in enumerate(lines, 1):
        filled += bool(_LETTER.search(line))
        long += len(line.split(None, _LONG)) > _LONG
        if filled > _MOST_LINES or long > 1:
            return number - 1
    return len(lines)


def _first_of_foot(source: SourceText) -> int:
    """Return the number of the first line of the foot, below which the margin stands."""
    end = source.margin[0].number - 1 if source.margin else len(source.lines)
    filled = (number for number in range(end, 0, -1) if _LETTER.search(source.line(number)))
    return min(islice(filled, _LINES_OF_FOOT), default=1)


def _unmarked(path: str, line: int, wish: Wish, sidecar: str, level: Level) -> Problem:
    unless = "; if the document is open, write “access: open” there" if wish.field == "access" else ""
    return Problem(
        path=path,
        line=line,
        level=level,
        field=wish.field,
        code="unmarked-entry",
        message=f"this line may be meant to {wish.meant}, and would be published as text",
        fix=f"write “{wish.instead}” into {sidecar}, or between two lines of “---” above the text{unless}",
    )


def _marking(path: str, line: int, words: str) -> Problem:
    return Problem(
        path=path,
        line=line,
        level="warning",
        field="access",
        code="marking-or-access",
        message=f"“{words.strip()}” is published as a marking of the paper, and closes nothing",
        fix="to close the document, write “access: restricted” into its file of corrections; if it is open, “access: open” there, "
        "or in the folder’s collection.yml, says so",
    )
