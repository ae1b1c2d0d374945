"""Stamps, whether the editors describe them in brackets or their frame is lost: each is one event with an office, a
number, a day and a marking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from archivegen.records.body import Block
from archivegen.records.values import Certainty, LineRange, Registration
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.date_pieces import ORDERS
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.directions import EVENTS
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.markings import NUMBER, read_marks
from archivegen.seeds.readers.letterhead import classification_of, dated
from archivegen.seeds.stamped_lines import DIRECTION, StampLines, event_line, loose_stamps

_STAMP_WORDS = re.compile(
    r"\b(?:partial|faded|image|illegible|rectangular|round|of|an?|the|stamp)\b", re.IGNORECASE
)
# "[faded stamp: Council of Agriculture": only before its owner do they speak of the stamp.
_OPENING_WORDS = re.compile(
    r"^\[?\s*(?:(?:partial|faded|illegible|rectangular|round|an?|the|image|of|stamp)\b[\s:]*)*", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"^\s*(?P<number>\d{3,}[\w/-]*)\s*$")
# On one line its parts are divided by commas, or end like sentences.
_BETWEEN_PARTS = re.compile(r",|;|(?<=\w{4})\.\s+(?=[^\W\d_a-z])")
_BEFORE_DAY = re.compile(r"^(?:of|on|dated|from)\s+", re.IGNORECASE)


@dataclass
class _Stamp:
    """The lines of a stamp, sorted into what they are."""

    lines: LineRange
    office: list[str] = field(default_factory=list)
    kind: str = "stamp"
    date_type: str = "registered"
    number: tuple[str, int] | None = None
    marking: tuple[str, int] | None = None
    date: tuple[str, str, int] | None = None
    is_loose: bool = False
    rule: str = "stamp"


def read_stamps(draft: Draft) -> Iterator[Found]:
    """Yield the classification, the date and the registration of each stamp."""
    loose = loose_stamps(draft.paper.head)
    taken = {number for lines in loose for number, _ in lines}
    lines = [(line.number, line.text) for line in draft.paper.head if line.kind == "stamp"]
    events = {
        number: match
        for number, text in (*lines, *draft.foot)
        if number not in taken and (match := event_line(text))
    }
    framed = [block for block in draft.blocks_of("stamp") if block.text.lstrip().startswith("[")]
    stamps = [_framed(block, draft) for block in framed]
    stamps += [_loose(lines, draft) for lines in loose]
    directions = [EVENTS[in_small_letters(match["direction"])] for match in events.values()]
    # Several that came, or went, are rows of a register.
    stamps += [
        _event(match, number, draft)
        for (number, match), direction in zip(events.items(), directions, strict=True)
        if directions.count(direction) == 1
    ]
    for stamp in stamps:
        yield from _values(stamp)


def _values(stamp: _Stamp) -> Iterator[Found]:
    if stamp.marking:
        words, line = stamp.marking
        yield Found("classification", classification_of(words, "stamp", (LineRange(line, line),)))
    certainty = _certainty_of_date(stamp)
    if stamp.date and (stamp.number or stamp.kind != "stamp" or not stamp.is_loose):
        edtf, wording, line = stamp.date
        yield Found("dates", dated(edtf, wording, stamp.date_type, stamp.rule, line, certainty=certainty))
    if stamp.number:
        yield Found(
            "registrations",
            Registration(
                value=stamp.number[0],
                rule=stamp.rule,
                kind=stamp.kind,
                lines=(stamp.lines,),
                date=stamp.date[0] if stamp.date else None,
                office=", ".join(stamp.office) or None,
                marking=stamp.marking[0] if stamp.marking else None,
                certainty=certainty,
            ),
        )


def _certainty_of_date(stamp: _Stamp) -> Certainty:
    """A stamp is another office's: which of its numbers is the month, the paper it stands on makes only probable."""
    is_plain = stamp.date is None or _is_plain(stamp.date[1], stamp.date[0])
    return "certain" if is_plain else "probable"


def _is_plain(wording: str, edtf: str) -> bool:
    """Say whether a day can be read in one way only, whichever of its numbers is the month elsewhere."""
    return read_date(wording, edtf[:4]) == edtf


def _framed(block: Block, draft: Draft) -> _Stamp:
    text = block.text
    header, rest = re.split(r"\s*:\s*\]|\]\s*:|[:\n]", text, maxsplit=1)
    owner = " ".join(_STAMP_WORDS.sub("", header.strip(" [")).split())
    stamp = _Stamp(block.lines, office=[owner] if owner else [])
    first_line = block.lines.first + header.count("\n") + text[len(header) : len(header) + 1].count("\n")
    rows = rest.rstrip().removesuffix("]").split("\n")
    parts = rows if len(rows) > 1 else _BETWEEN_PARTS.split(rows[0])
    for index, line in enumerate(parts):
        number = first_line + index if len(rows) > 1 else first_line
        _sort_line(stamp, line.strip().rstrip("]"), number, draft)
    return stamp


def _loose(lines: StampLines, draft: Draft) -> _Stamp:
    """Read a stamp without a frame; a lone date before a lost bracket may be anything, and is not claimed."""
    stamp = _Stamp(LineRange(lines[0][0], lines[-1][0]), is_loose=True)
    rows = [(lines[0][0], part) for part in _BETWEEN_PARTS.split(lines[0][1])] if len(lines) == 1 else lines
    for number, line in rows:
        words = re.sub(r"\bstamp\s*:", "", line, flags=re.IGNORECASE).strip().rstrip("]").strip()
        owner = _OPENING_WORDS.sub("", words) if number == lines[0][0] else words
        _sort_line(stamp, owner, number, draft)
    filled = [value[-1] for value in (stamp.number, stamp.date) if value]
    if filled:
        stamp.lines = LineRange(min(filled), max(filled))
    return stamp


def _event(match: re.Match[str], number: int, draft: Draft) -> _Stamp:
    """Read a line of its own that says when and under which number a paper came, went or was entered."""
    kind, date_type = EVENTS[in_small_letters(match["direction"])]
    stamp = _Stamp(LineRange(number, number), kind=kind, date_type=date_type, rule="stamp_line")
    if found := NUMBER.search(match["rest"]):
        stamp.number = (found["number"], number)
    words = NUMBER.sub("", match["rest"])
    day = next(find_dates(words, draft.year or draft.paper.year, order=draft.paper.order), None)
    wording = day.wording if day else _BEFORE_DAY.sub("", words.strip(" ,.;:"))
    if edtf := day.edtf if day else _date(wording, draft):
        stamp.date = (edtf, wording, number)
    return stamp


def _date(wording: str, draft: Draft) -> str | None:
    """Return the day of a stamp: of two ways to read its numbers the one that is not before the paper was written."""
    edtf = draft.date(wording)
    if edtf is None or _is_plain(wording, edtf):
        return edtf
    written = max(
        (day for line in draft.paper.head if (day := draft.placed_date(line.text.strip())[1])), default=""
    )
    if edtf >= written:
        return edtf
    readings = [read_date(wording, edtf[:4], order=order) for order in ORDERS]
    return next((day for day in readings if day and day >= written), edtf)


def _sort_line(stamp: _Stamp, line: str, number: int, draft: Draft) -> None:
    direction = DIRECTION.search(line)
    # The number beside the way that a paper went is the stamp's, whatever other numbers its office has.
    is_of_its_way = direction is not None and stamp.kind == "stamp"
    if direction:
        stamp.kind, stamp.date_type = EVENTS[in_small_letters(direction["direction"])]
    found_number = NUMBER.search(line) or _BARE_NUMBER.match(DIRECTION.sub("", line).strip(" :"))
    if found_number and (stamp.number is None or is_of_its_way):
        stamp.number = (found_number["number"], number)
    rest = NUMBER.sub("", DIRECTION.sub("", line)).strip(" ,.;:")
    date = _date(rest, draft) if rest and not _BARE_NUMBER.match(rest) else None
    marks = read_marks(line)
    if date:
        stamp.date = (date, rest, number)
    elif marks.secrecy:
        stamp.marking = (marks.secrecy[0].words, number)
    elif not direction and not found_number and any(letter.isalpha() for letter in line):
        stamp.office.append(line.strip())
