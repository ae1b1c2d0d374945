"""What each line above the running text is: letterhead, heading, address, date, label. Blank lines decide nothing, for
they are kept in one copy of a document and lost in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archivegen.records.body import BlockKind
from archivegen.seeds.address_forms import is_address
from archivegen.seeds.agent_lists import is_row_of_persons
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.institutions import INSTITUTION, is_name_of_institution
from archivegen.seeds.markings import BARE_NUMBER, read_marks
from archivegen.seeds.placed_dates import is_date_line, read_placed_date
from archivegen.seeds.routing_marks import read_routing_mark
from archivegen.seeds.vocabulary import FORMS, alternatives

_WORD = re.compile(r"[^\W\d_]+")
_FORM_START = re.compile(
    rf"^\s*(?:(?:The|A|An)\s+)?(?:(?!(?:Embassy|Ministry|Office|Consulate)\b)[\w’'-]+\s+){{0,3}}?(?:{alternatives(FORMS)})\b",
    re.IGNORECASE,
)
_FORM_WORD = re.compile(rf"\b(?:{alternatives(FORMS)})\b", re.IGNORECASE)
JOURNAL = re.compile(r"\b(?:journal|diary)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^\s*(?:of|on|about|with|between|for|from|concerning|regarding|in|to|at|and|by|covering|during|held|о|об|с|sur|über|zu)\s",
    re.IGNORECASE,
)
_BREAKS_OFF = re.compile(r"\b(?:of|on|about|with|between|and|the|for|from|to|in|by)\s*$", re.IGNORECASE)
# A heading whose first words were lost begins in the middle: "about the opening of a school".
_HEADLESS = re.compile(r"^\s*(?:of|on|about|concerning|regarding)\s+(?:\S+\s+){3,}\S*[^\s.:;,]\s*$")
_PLACE = re.compile(r"^\s*[^\W\d_a-z][^\W\d_A-Z]+(?:[ -][^\W\d_a-z][^\W\d_A-Z]+){0,2}\.?\s*$")
_NO_PLACES = frozenset(
    "Introduction Preface Contents Summary Foreword Copy Translation Original Secret Urgent Agenda Confidential".split()
)
# "NOTE: the list was pinned to the second leaf" is a note and no heading.
_LABEL_LIKE = re.compile(r"^[^\s:]+(?:\s[^\s:]+){0,2}:\s")
_CIPHERGRAM = re.compile(r"^\s*Ciphergram\b[^:]*\d", re.IGNORECASE)
# Completes the century of a routing mark, where only its form matters.
_ANY_YEAR = "1950"
_IN_BRACKETS = re.compile(r"^\s*\((?:[^\W\d_]|\s){4,30}\)\s*$")
_FOR_A_BODY = re.compile(r"^\s*(?:for|from|on behalf of|on)\s+the\s+[^:;,]{3,50}:", re.IGNORECASE)
_MOST_LINES = 12
_LONGEST_HEADING, _LONGEST_HEAD = 200, 60


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head, and the kind of block it belongs to; `is_labelled` for a label's row or its value."""

    number: int
    text: str
    kind: BlockKind
    is_labelled: bool = False


def read_head_lines(lines: Iterable[tuple[int, str]], marked: frozenset[int] = frozenset()) -> list[HeadLine]:
    """Return the lines of a head with what each is, in their order; blank lines are not among them.

    `marked` are the lines that the source itself marks as headings, by number.
    """
    rows = [(number, text) for number, text in lines if text.strip()]
    found: list[HeadLine] = []
    for position, (number, text) in enumerate(rows):
        after = rows[position + 1][1] if position + 1 < len(rows) else ""
        is_marked = number in marked and not any(line.kind == "heading" for line in found)
        found.append(
            HeadLine(number, text, "heading") if is_marked else _head_line(number, text, found, after)
        )
    return found


def headings(head: Iterable[HeadLine]) -> list[list[HeadLine]]:
    """Return the headings of a head, each with its lines; a heading goes on over lines that could not begin one."""
    groups: list[list[HeadLine]] = []
    before: HeadLine | None = None
    for line in head:
        if line.kind == "heading":
            if before and before.kind == "heading" and _continues(line.number, line.text, before):
                groups[-1].append(line)
            else:
                groups.append([line])
        before = line
    return groups


def _continues(number: int, text: str, before: HeadLine) -> bool:
    if number == before.number + 1 and _IN_BRACKETS.match(text):
        return True
    is_next_row = number == before.number + 1 and is_in_capitals(before.text) and is_in_capitals(text)
    return is_next_row or _goes_on(text) or bool(_BREAKS_OFF.search(before.text))


def _goes_on(text: str) -> bool:
    """Say whether a line cannot begin a heading; `Of Special Significance` is a marking."""
    return bool(_GOES_ON.match(text)) and not read_marks(text).is_marked


def _head_line(number: int, text: str, before: list[HeadLine], after: str) -> HeadLine:
    if read_label(text) is not None or _is_value(text, before):
        return HeadLine(number, text, "lines", is_labelled=True)
    return HeadLine(number, text, _kind(number, text, before, after))


def _is_value(text: str, before: list[HeadLine]) -> bool:
    """Say whether a line is the value of the label above it, or a row of its list."""
    if not before or not before[-1].is_labelled:
        return False
    label = read_label(before[-1].text)
    if label is not None and not label.value:
        return True
    is_row = text.lstrip()[:1] in "-–—•*" or _FOR_A_BODY.match(text) is not None
    if is_row and any(line.is_labelled for line in before):
        return True
    above = next((found for line in reversed(before) if (found := read_label(line.text))), None)
    return above is not None and above.label.field == "participants" and is_row_of_persons(text)


def _kind(number: int, text: str, before: list[HeadLine], after: str) -> BlockKind:
    heading = next((line for line in reversed(before) if line.kind == "heading"), None)
    if is_address(text) and not _FORM_START.match(text):
        return "address"
    if text.rstrip().endswith("]") and "[" not in text:
        return "letterhead"  # the end of a stamp whose beginning stands elsewhere
    if before and before[-1].kind == "heading" and before[-1].number == number - 1 and _goes_on(text):
        return "heading"
    if is_date_line(text):
        return _kind_of_date(number, text, before, after)
    if read_routing_mark(text, _ANY_YEAR) is not None or _CIPHERGRAM.match(text):
        return "letterhead"
    if _is_heading(number, text, before, heading):
        return "heading"
    marks = read_marks(text)
    if marks.number and is_date_line(marks.rest):
        return "letterhead"
    if heading is None and BARE_NUMBER.match(text.strip()):
        return "letterhead"
    if marks.is_marked and (not marks.rest or is_in_capitals(marks.rest, 2)):
        return "letterhead"
    if heading is None and (
        is_in_capitals(text) or _is_of_an_institution(text, before) or (marks.number and len(text) < 40)
    ):
        return "letterhead"
    words = text.strip().rstrip(".,")
    if before and before[-1].kind in ("letterhead", "stamp", "heading", "dateline") and _PLACE.match(text):
        return "lines" if words in _NO_PLACES else "place"
    return "lines"


def _kind_of_date(number: int, text: str, before: list[HeadLine], after: str) -> BlockKind:
    """Return whose a date is: with its place the document's own, else the letterhead's where it stands by its number."""
    if read_placed_date(text.strip(), None)[0]:
        return "dateline"
    last = before[-1] if before else None
    if last and last.kind == "letterhead" and last.number == number - 1 and read_marks(last.text).number:
        return "letterhead"
    has_heading = any(line.kind == "heading" for line in before)
    return "letterhead" if not has_heading and _is_of_the_letterhead(before, after) else "dateline"


def _is_of_the_letterhead(before: list[HeadLine], after: str) -> bool:
    """Say whether a date belongs to the number above or below it."""
    last = before[-1] if before else None
    follows = last is not None and last.kind == "letterhead" and read_marks(last.text).number is not None
    return follows or (read_marks(after).number is not None and not _FORM_START.match(after))


def _is_heading(number: int, text: str, before: list[HeadLine], heading: HeadLine | None) -> bool:
    words = text.strip()
    marks = read_marks(words)
    if marks.is_marked and not marks.rest:
        return False
    if len(words) > _LONGEST_HEADING or (
        words.endswith((".", ";", ",")) and not words.endswith((".m.", " g."))
    ):
        return False
    is_long = len(before) >= _MOST_LINES and all(line.kind == "heading" for line in before[-_MOST_LINES:])
    if before and before[-1].kind == "heading" and not is_long and _continues(number, words, before[-1]):
        return True
    if heading is not None and (len(before) > _LONGEST_HEAD or not _may_follow(headings(before))):
        return False
    if _HEADLESS.match(words) and words[:1].islower():
        return True
    if words.endswith((":", "!", "?")) or not words[:1].isupper() or _LABEL_LIKE.match(words):
        return False
    if is_in_capitals(words, 3):
        match = _FORM_WORD.search(words)
        institution = INSTITUTION.search(words)
        if match is None:
            return _is_free_heading(words, before)
        return institution is None or match.start() < institution.start()
    return bool(_FORM_START.match(words)) and (len(_WORD.findall(words)) > 1 or words.casefold() in FORMS)


def _may_follow(above: list[list[HeadLine]]) -> bool:
    """Say whether a document's own heading may stand below: only the journal's that it comes from is above."""
    return len(above) == 1 and any(JOURNAL.search(line.text) for line in above[0])


def _is_free_heading(words: str, before: list[HeadLine]) -> bool:
    """Say whether words in capitals that name no kind of document head it: they are its first line."""
    is_of_the_paper = (
        INSTITUTION.search(words)
        or read_marks(words).is_marked
        or read_routing_mark(words, _ANY_YEAR) is not None
    )
    return not before and not is_of_the_paper and len(words) > 9


def _is_of_an_institution(text: str, before: list[HeadLine]) -> bool:
    """Say whether the first line of a head, in ordinary letters, names the office whose paper it is."""
    stands_first = all(line.kind in ("letterhead", "stamp") for line in before)
    return stands_first and is_name_of_institution(text) and read_placed_date(text.strip(), None)[1] is None
