"""The letterhead: issuing body, classification, number, copy number and date, from the paper's first lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import (
    AgentValue,
    Classification,
    CopyValue,
    DateValue,
    LineRange,
    Lines,
    Registration,
    Value,
)
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import body_in_ordinary_case
from archivegen.seeds.placed_dates import read_placed_date
from archivegen.seeds.vocabulary import NUMBER_SIGN, find_marking

COPY_NUMBER = re.compile(rf"\bCopy\s+(?P<number>{NUMBER_SIGN}\s*\d+)", re.IGNORECASE)
NUMBER = re.compile(
    rf"(?<!\w)(?P<number>{NUMBER_SIGN}\s*[\w/.-]*\d[\w/.-]*(?: [a-z]{{2,6}}\.?/[\w/.-]+)?)(?<!\.)"
)
# The heads of printed forms name no body.
_FORM_OF_AN_OFFICE = re.compile(r"\b(?:INFORMATION|RECORDS?|FORM|SHEET|NUMBER|FILE|INDEX)\b")
_URGENCY = re.compile(
    r"^\s*(?:(?:Extremely|Very|Most)\s+)?(?:Urgent|Top Priority|Immediate|Priority|Flash)[!.]?\s*$",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:EMBASSY|MINISTRY|COMMITTEE|DEPARTMENT|MISSION|CONSULATE|BUREAU|OFFICE|COUNCIL|COMMISSION|PARTY|GOVERNMENT|"
    r"ACADEMY|AGENCY|DELEGATION|HEADQUARTERS|ARMY|SECRETARIAT|UNION)\b"
)


def read_letterhead(draft: Draft) -> Iterator[Found]:
    """Yield what the letterhead states."""
    for block in draft.blocks_of("letterhead"):
        lines = [(block.lines.first + index, line) for index, line in enumerate(block.text.split("\n"))]
        for number, line in lines:
            yield from _read_line(number, line.strip(), draft.running_text, is_first=number == lines[0][0])
        yield from _read_registration(lines)


def _read_line(number: int, line: str, running_text: str, *, is_first: bool) -> Iterator[Found]:
    here = (LineRange(number, number),)
    marking = find_marking(line)
    if marking:
        yield Found("classification", classification_of(marking.group(1), "letterhead", here))
    rest = (line[: marking.start(1)] or line[marking.end(1) :]).strip(" .,;") if marking else line
    if is_first and _INSTITUTION.search(rest) and not _FORM_OF_AN_OFFICE.search(rest):
        value = body_in_ordinary_case(rest, running_text)
        yield Found(
            "issuing_body",
            AgentValue(
                value=value,
                kind="body",
                rule="letterhead_line",
                lines=here,
                as_written=rest if rest != value else None,
            ),
        )
    if _URGENCY.match(line):
        yield Found("urgency", Value(value=line.strip(" !."), rule="letterhead", lines=here))
    copy = COPY_NUMBER.search(line)
    if copy:
        yield Found(
            "copies", CopyValue(value=copy["number"], rule="letterhead", lines=here, type="this_copy")
        )
    place, date = read_placed_date(line, None)
    if date:
        yield Found("dates", dated(date, line, "letterhead", "letterhead", number))
    if place:
        yield Found("place_of_creation", Value(value=place, rule="dateline_place", lines=here))


def _read_registration(lines: list[tuple[int, str]]) -> Iterator[Found]:
    """Yield the letterhead's number with the date that stands on the next line, as one event."""
    for index, (number, line) in enumerate(lines):
        match = NUMBER.search(COPY_NUMBER.sub("", line))
        if not match:
            continue
        last, date = number, None
        if index + 1 < len(lines):
            _, date = read_placed_date(lines[index + 1][1].strip(), None)
            last = lines[index + 1][0] if date else number
        yield Found(
            "registrations",
            Registration(
                value=match["number"],
                rule="letterhead",
                kind="letterhead",
                date=date,
                lines=(LineRange(number, last),),
            ),
        )


def classification_of(words: str, place: str, lines: Lines) -> Classification:
    """Return a marking on the paper; one that the editors doubt is only probable."""
    value = marking_in_words(words)
    return Classification(
        value=value,
        as_written=words if words != value else None,
        rule=place,
        place=place,
        lines=lines,
        certainty="probable" if "[[" in words else "certain",
    )


def marking_in_words(marking: str) -> str:
    """Return a marking without the editors' brackets around doubtful words, white space folded."""
    return " ".join(re.sub(r"\[\[|\]\]", "", marking).split())


def dated(edtf: str, wording: str, date_type: str, rule: str, line: int, **parts: str) -> Value:
    """Return a date of the source itself, on one line; its status is `stated` unless said otherwise."""
    wording = wording.strip()
    return DateValue(
        value=edtf,
        type=date_type,
        rule=rule,
        as_written=wording if wording != edtf else None,
        lines=(LineRange(line, line),),
        **parts,  # type: ignore[arg-type]  # the callers give `status` only
    )
