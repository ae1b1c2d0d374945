"""Printed lines joined into paragraphs: by where they begin, how far they reach, and what stands between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from archivegen.seeds.formats.pdf.printed_row import Row, is_ideographic
from archivegen.seeds.formats.pdf.rows import Flow

# How a row follows another: it goes on with it, it is a line below it, or a paragraph of its own.
Seam = Literal["joined", "line", "paragraph"]

_HYPHENS = "-\u2010"
_SOFT_HYPHEN = "\u00ad"
_HYPHENATED = re.compile(rf"(?P<head>[^\W\d_]+)[{_HYPHENS}]$")
# The hyphen in a number or a reference, “00088-03”, at the end of a row.
_HYPHEN_OF_NUMBER = re.compile(rf"[\d)\]/][{_HYPHENS}]$")
_FIRST_WORD = re.compile(r"^[^\W\d_]+")
# “Ein- und Ausfuhr”: this hyphen stands for a word that follows.
_SUSPENDED = frozenset("and or to nor und oder bis et ou y o e i и или".split())
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_MARKER = re.compile(r"^(?:[-–—•*·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
# A row further below than this many times what is usual begins a paragraph; so does another size of letters.
_WIDE = 1.3
_OTHER_SIZE = 1.12
# A row with this much room behind it, in letters, has ended if the next begins as a line does.
_ROOM = 1
_LABEL = re.compile(r"^[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,3}:(?:\s|$)")


class Measure(NamedTuple):
    """What is usual in a flow: where its rows begin and end, and how far they are apart. In a column wide spaces fill rows;
    elsewhere they divide cells.
    """

    left: float
    right: float
    leading: float
    is_column: bool = False


def measure_of(flow: Flow, right: float | None, leading: float) -> Measure:
    """Return the measure of a flow; `right` is the edge of the pages that it shares with others, `leading` is what is
    usual in the document.
    """
    lefts = Counter(round(row.left / 2) for row in flow.rows)
    often = [left for left, count in lefts.items() if count >= 0.15 * len(flow.rows)]
    own = max(row.right for row in flow.rows)
    return Measure(
        2.0 * min(often or lefts), own if right is None else max(own, right), leading, flow.is_column
    )


def usual_leading(flows: Iterable[Flow]) -> float:
    """Return how far rows are usually apart: the lower quarter, as paragraphs may be parted by space."""
    gaps = sorted(
        after.base - before.base
        for flow in flows
        for before, after in zip(flow.rows, flow.rows[1:], strict=False)
        if 0 < after.base - before.base < 3 * after.size
    )
    return gaps[len(gaps) // 4] if gaps else 0.0


def seam_between(before: Row, after: Row, measure: Measure, *, rows_before: int) -> Seam:
    """Say how a row follows the one above it in the same flow. `rows_before` is how many rows the paragraph above has."""
    is_far = measure.leading and after.base - before.base > _WIDE * measure.leading
    if is_far or _is_other_size(before, after):
        return "paragraph"
    if "\t" in before.text and "\t" in after.text and not measure.is_column:
        return "line"
    em = after.size
    is_beside = abs(after.left - before.left) < 0.5 * em
    is_indented = after.left > measure.left + 0.8 * em and not is_beside
    if is_indented and not _hangs(before, after):
        is_centred = after.right < measure.right - 0.8 * em and rows_before == 1
        return "line" if is_centred else "paragraph"
    if is_short(before, after, measure.right):
        return "paragraph" if rows_before > 1 else "line"
    if _looks_like_line(after, rows_before) and before.right < measure.right - _ROOM * em:
        return "line"
    is_outdented = after.left < before.left - 0.8 * em and bool(_MARKER.match(after.text))
    return "paragraph" if is_outdented else "joined"


def _looks_like_line(row: Row, rows_before: int) -> bool:
    """Say whether a row may begin a line: with a number or a bullet, wholly in capitals, or below a single row with a label."""
    is_in_capitals = row.text.isupper() and " " in row.text
    has_label = rows_before == 1 and bool(_LABEL.match(row.text))
    return is_in_capitals or has_label or bool(_MARKER.match(row.text))


def goes_on_overleaf(before: Row, after: Row, above: Measure, below: Measure) -> bool:
    """Say whether a paragraph goes on in the next column or on the next page."""
    is_indented = after.left > below.left + 0.8 * after.size
    is_elsewhere = above.is_column != below.is_column
    return not (
        is_elsewhere or is_indented or _is_other_size(before, after) or is_short(before, after, above.right)
    )


def is_short(before: Row, after: Row, right: float) -> bool:
    """Say whether the first word below would have had room in a row: then its writer has ended it."""
    is_cut = _is_hyphenated(before.text) and _FIRST_WORD.match(after.text)
    if is_cut or _is_number_cut(before.text, after.text):
        return False
    return before.right + 0.25 * before.size + after.first_width < right - 0.1 * before.size


def _is_hyphenated(text: str) -> bool:
    return text.endswith(_SOFT_HYPHEN) or bool(_HYPHENATED.search(text))


def _is_number_cut(before: str, after: str) -> bool:
    return bool(_HYPHEN_OF_NUMBER.search(before)) and after[0].isalnum()


def _is_other_size(one: Row, other: Row) -> bool:
    return max(one.size, other.size) > _OTHER_SIZE * min(one.size, other.size)


def _hangs(before: Row, after: Row) -> bool:
    """Say whether a row stands below the words of an item, not below its number or bullet."""
    reach = after.left - before.left
    return bool(_MARKER.match(before.text)) and 0.4 * after.size < reach < 4 * after.size


def words_of(rows: Iterable[Row]) -> frozenset[str]:
    """Return the words of a document that stand whole in a row, hyphens within them among their letters."""
    return frozenset(word.replace("\u2010", "-") for word in _whole_words(rows))


def _whole_words(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        found = list(_WORD.finditer(row.text))
        is_cut = _is_hyphenated(row.text)
        yield from (match[0].casefold() for match in (found[:-1] if is_cut and found else found))


def join(before: str, after: str, known: frozenset[str]) -> str:
    """Return the words of a row as they stand before those of the row that goes on with them, with a space where one is
    between them.

    A hyphen is dropped where it is sure that only the end of the line put it there: it is a soft one, or the document has
    the word elsewhere without it, and nowhere with it.
    """
    if before.endswith(_SOFT_HYPHEN):
        return before[:-1]
    cut, goes_on = _HYPHENATED.search(before), _FIRST_WORD.match(after)
    if cut and goes_on:
        head, rest = cut["head"].casefold(), goes_on[0].casefold()
        if rest in _SUSPENDED:
            return f"{before} "
        is_sure = head + rest in known and f"{head}-{rest}" not in known and goes_on[0][0].islower()
        return before[:-1] if is_sure else before
    is_unspaced = _is_number_cut(before, after) or (is_ideographic(before[-1]) and is_ideographic(after[0]))
    return before if is_unspaced else f"{before} "
