"""What each line above the running text is: letterhead, heading, address, date, label. Blank lines decide nothing, for
they are kept in one copy of a document and lost in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from archivegen.records.body import BlockKind
from archivegen.seeds.address_forms import addresses_by_name, is_address
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.block_kinds import is_omission
from archivegen.seeds.head_dates import kind_of_date
from archivegen.seeds.head_labels import LabelledLine, read_label
from archivegen.seeds.head_run_in import MARKS_IN_A_ROW
from archivegen.seeds.heading_lines import (
    ANY_YEAR,
    FORM_START,
    HeadLine,
    goes_on,
    is_heading,
)
from archivegen.seeds.institutions import is_name_of_institution
from archivegen.seeds.markings import BARE_NUMBER, read_marks
from archivegen.seeds.names import split_office_and_name, without_form_of_address
from archivegen.seeds.offices_after_all import is_office_after_all
from archivegen.seeds.placed_dates import is_date_line, may_be_place, read_placed_date
from archivegen.seeds.routing_marks import read_routing_mark
from archivegen.seeds.rows_of_persons import OF_A_SIDE, is_office_alone, is_row_of_persons, names_nobody
from archivegen.seeds.seats import is_seat_of_office
from archivegen.seeds.stamped_lines import event_line

_PLACE = re.compile(r"^\s*[^\W\d_a-z][^\W\d_A-Z]+(?:[ -][^\W\d_a-z][^\W\d_A-Z]+){0,2}\.?\s*$")
# "R E P O R T"
_LETTER_SPACED = re.compile(
    r"^(\s*)((?:[^\W\d_] ){3,}[^\W\d_](?:\s{2,}(?:[^\W\d_] )*[^\W\d_])*)(\s*[:!]?\s*)$"
)
_WIDE_SPACE = re.compile(r"\s{2,}")
_NO_PLACES = frozenset(
    "To From Introduction Preface Contents Summary Foreword Copy Translation Original Secret Urgent Agenda Confidential".split()
)
# "Independence – Freedom – Happiness", "Long live the Party!"
_MOTTO = re.compile(r"^\s*(?:[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s*[–—-]\s){1,3}[^\W\d_]+\.?\s*$|.*!\s*$")
_FEWEST_GAPS = 3
# "For the Presidium of the Council"
_FOR_A_BODY = re.compile(
    r"^\s*For\s+the\s+(?:Presidium|Politburo|Secretariat|Central\sCommittee|Council|Cabinet|Board|Collegium)\s+of\s(?!.*[.;:]\s*$).{3,80}$"
)
# What stands above the name of an addressee; a subject may, which is labelled.
_ABOVE_ADDRESSES = ("letterhead", "stamp", "dateline", "place", "lines")
_CIPHERGRAM = re.compile(r"^\s*Ciphergram\b[^:]*\d", re.IGNORECASE)


@dataclass
class _Above:
    """The lines above one, with the last heading and label among them, so that no line has to look back at them all;
    `is_letterhead` while nothing but the letterhead stands there.
    """

    lines: list[HeadLine] = field(default_factory=list)
    heading: HeadLine | None = None
    label: LabelledLine | None = None
    is_letterhead: bool = True

    def add(self, line: HeadLine) -> None:
        """Put a line below the others."""
        self.lines.append(line)
        self.heading = line if line.kind == "heading" else self.heading
        self.label = read_label(line.text) or self.label
        if self.is_letterhead:
            self.is_letterhead = line.kind in ("letterhead", "stamp") or _is_motto(line)


def read_head_lines(lines: Iterable[tuple[int, str]], marked: frozenset[int] = frozenset()) -> list[HeadLine]:
    """Return the lines of a head with what each is, in their order; blank lines are not among them.

    `marked` are the lines that the source itself marks as headings, by number.
    """
    rows = [(number, part) for number, text in lines if text.strip() for part in _parted(text)]
    found = _read_rows(rows, marked, frozenset())
    if found and found[0].kind == "heading" and is_office_after_all(found):
        return _read_rows(rows, marked, frozenset((found[0].number,)))
    return found


def _parted(text: str) -> list[str]:
    """Return a line, or the two parts of one that has a mark of secrecy before a label, `Secret Time: 9 a.m., 8 May`, or a
    date set apart at its end, `Our ref.: DOP/214     Santos, 23 April 1963`.
    """
    before, _, last = text.rstrip().rpartition("   ")
    if before.strip() and is_date_line(last):
        return [before.rstrip(), last]
    mark = MARKS_IN_A_ROW.match(text) if ":" in text else None
    behind = text[mark.end() :].strip() if mark else ""
    return [text[: mark.end()], behind] if mark and behind and read_label(behind) else [text]


def _closed(spaced: re.Match[str]) -> str:
    words = (word.replace(" ", "") for word in _WIDE_SPACE.split(spaced[2]))
    return f"{spaced[1]}{' '.join(words)}{spaced[3]}"


def _read_rows(
    rows: list[tuple[int, str]], marked: frozenset[int], of_an_office: frozenset[int]
) -> list[HeadLine]:
    above = _Above()
    for position, (number, wording) in enumerate(rows):
        text = _LETTER_SPACED.sub(_closed, wording)
        after = rows[position + 1][1] if position + 1 < len(rows) else ""
        if number in of_an_office:
            above.add(HeadLine(number, text, "letterhead"))
        elif number in marked and above.heading is None:
            above.add(HeadLine(number, text, "heading"))
        else:
            above.add(_head_line(number, text, above, after))
    return above.lines


def _head_line(number: int, text: str, above: _Above, after: str) -> HeadLine:
    if read_label(text) is not None or _is_value(number, text, above, after):
        return HeadLine(number, text, "lines", is_labelled=True)
    if is_omission(text):
        return HeadLine(number, text, "omission")
    return HeadLine(number, text, "stamp" if event_line(text) else _kind(number, text, above, after))


def _is_value(number: int, text: str, above: _Above, after: str) -> bool:
    """Say whether a line is the value of the label above it, or a line of its list."""
    if not above.lines or not above.lines[-1].is_labelled:
        return False
    label = read_label(above.lines[-1].text)
    if label is not None and not label.value:
        return True
    if text.lstrip()[:1] in "-–—•*" or OF_A_SIDE.match(text) is not None:
        return True
    is_list = above.label is not None and above.label.label.field == "participants"
    is_next = is_list and above.lines[-1].number == number - 1
    goes_on = is_next and (names_nobody(text, after) or is_office_alone(text))
    return goes_on or (is_list and is_row_of_persons(text))


def _kind(number: int, text: str, above: _Above, after: str) -> BlockKind:
    before, heading = above.lines, above.heading
    is_named = (addresses_by_name(text, after) and _may_be_addressed(above, after)) or (
        heading is None and _FOR_A_BODY.match(text) is not None
    )
    if is_named or (is_address(text) and not FORM_START.match(text)):
        return "address"
    if text.rstrip().endswith("]") and "[" not in text:
        return "letterhead"  # the end of a stamp whose beginning stands elsewhere
    if before and before[-1].kind == "heading" and before[-1].number == number - 1 and goes_on(text):
        return "heading"
    if is_date_line(text):
        return kind_of_date(number, text, before, after, has_heading=heading is not None)
    if read_routing_mark(text, ANY_YEAR) is not None or _CIPHERGRAM.match(text):
        return "letterhead"
    if is_heading(number, text, before, heading, after):
        return "heading"
    marks = read_marks(text)
    if marks.number and is_date_line(marks.rest):
        return "letterhead"
    if heading is None and BARE_NUMBER.match(text.strip()):
        return "letterhead"
    if marks.is_marked and (not marks.rest or is_in_capitals(marks.rest, 2)):
        return "letterhead"
    if before and before[-1].kind == "letterhead" and is_seat_of_office(number, text, before[-1]):
        return "place"
    if heading is None and (
        is_in_capitals(text) or _is_of_an_institution(text, above) or (marks.number and len(text) < 40)
    ):
        return "letterhead"
    words = text.strip().rstrip(".,")
    if before and before[-1].kind in ("letterhead", "stamp", "heading", "dateline") and _PLACE.match(text):
        is_none = (
            words in _NO_PLACES
            or not may_be_place(words)
            or without_form_of_address(words) != words
            or _is_person(words)
        )
        return "lines" if is_none else "place"
    return "lines"


def _may_be_addressed(above: _Above, after: str) -> bool:
    """Say whether whoever is named by a line with his office may be the addressee: the line stands below the others of a head, and
    in no list of persons.
    """
    label = above.label.label.field if above.label else ""
    is_listed = label == "participants" or addresses_by_name(after) or is_row_of_persons(after)
    return bool(above.lines) and above.lines[-1].kind in _ABOVE_ADDRESSES and not is_listed


def _is_person(words: str) -> bool:
    """Say whether words are an office or a rank with a name: `Professor Anna Lind`."""
    found = split_office_and_name(words)
    return bool(found.name and found.office)


def _is_motto(line: HeadLine) -> bool:
    """Say whether a line above the name of an office is a sentence or a row of words with dashes between them."""
    is_free = line.kind == "lines" and not line.is_labelled
    return is_free and (line.text.count(" ") >= _FEWEST_GAPS or bool(_MOTTO.match(line.text)))


def _is_of_an_institution(text: str, above: _Above) -> bool:
    """Say whether the first line of a head, in ordinary letters, names the office whose paper it is."""
    return (
        above.is_letterhead
        and is_name_of_institution(text)
        and read_placed_date(text.strip(), None)[1] is None
    )
