"""A document of a documentary edition: the editors' heading, the document, and their notes with its source at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.dates import bounds
from archivegen.records.record import Zone
from archivegen.records.values import Classification, DateValue, LineRange, Lines, Registration, Value
from archivegen.seeds.catalogued import catalogued_title
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.edition_heading import (
    FILE_NUMBER,
    SENDERS_NUMBER,
    SOURCE_NOTE,
    EditionHeading,
    read_edition_heading,
    remark_in,
    says_extract,
    source_note_of,
)
from archivegen.seeds.markings import read_marks
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.source_notes import read_note_on_source
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.vocabulary import FORMS

NAME = "edition_document"

_RULE = "edition_heading"
_RECEIVED = re.compile(
    r"\b[Rr]eceived\s+(?:in\s+[^.;]{2,40}?\s+)?(?:on\s+|at\s+[^.;]{1,20}?,\s+)?(?P<day>[^\W\d_a-z][a-z]+\s\d[^.;]{0,20}|\d{1,2}\s[^\W\d_a-z][^.;]{2,20})"
)
_NEAR = 8
_DAY_OF_FILE = re.compile(r"/(?P<month>\d{1,2})[–-](?P<day>\d{1,2})(?P<year>[45]\d|6[0-3])$")
_SURE, _FEWEST_SIGNS = 0.9, 2
# "Memorandum of a Conversation, Department of State, Washington, January 17, 1957": on that day they met.
_OF_A_MEETING = re.compile(
    r"\b(?:Conversation|Meeting|Discussion|Session|Talks?|Conference)\b", re.IGNORECASE
)
_TIME_BEHIND = re.compile(
    r"^[\s,.;–-]*(?:\d[\d:.]*\s*(?:[–-]\s*[\d:.]+\s*)?(?:[ap]\.?\s?m\.?)?|noon|midnight)?[\s,.;]*$"
)


def score(source: SourceText) -> float:
    """Return how sure it is: a heading in the shape of those of editions, with two signs that no heading of the paper has."""
    heading = read_edition_heading(source)
    return _SURE if heading and heading.signs >= _FEWEST_SIGNS else 0.0


def read(source: SourceText) -> Sheet:
    """Take the heading for the title; the rest is the document with the notes on it."""
    heading = read_edition_heading(source)
    start = heading.lines.last if heading else 0
    filled = [number for number in range(start + 1, len(source.lines) + 1) if source.line(number).strip()]
    body = LineRange(filled[0], filled[-1]) if filled else None
    if heading is None:
        return Sheet((), (), body)
    found = [
        _title(source, heading),
        *_dates(heading),
        *_received_by_heading(source, heading),
        *_remarks(source, heading),
        *_own_number(source, heading),
    ]
    zones = [Zone(heading.lines, "field", "title")]
    note = source_note_of(source)
    if note and filled[0] == note and len(filled) > 1:
        # Between their heading and the document the note is the editors' own as well.
        body = LineRange(filled[1], filled[-1])
        zones.append(Zone(LineRange(note, note), "field", "reference_code"))
    match = SOURCE_NOTE.match(source.line(note)) if note else None
    if note and match:
        found.extend(read_note_on_source(match, note))
        found.extend(_received(source, note, filled[0], found))
    return Sheet(tuple(found), tuple(zones), body)


def _title(source: SourceText, heading: EditionHeading) -> Found:
    """Return the title; what stands above its words is kept as it is written."""
    found = catalogued_title(heading.title, _RULE, heading.lines)
    if not heading.numbers and not heading.remarks:
        return found
    rows = source.lines[heading.lines.first - 1 : heading.lines.last]
    return found._replace(value=replace(found.value, as_written=" ".join(" ".join(rows).split())))


def _remarks(source: SourceText, heading: EditionHeading) -> Iterator[Found]:
    """Yield what remarks above a heading say: that the text is an extract, what kind of paper it is, and how secret it was."""
    for number in heading.remarks:
        words, here = remark_in(source.line(number).strip()) or "", (LineRange(number, number),)
        if says_extract(words):
            yield Found(
                "completeness",
                Value(
                    value="excerpt", as_written=words, rule=_RULE, status="derived", by="editor", lines=here
                ),
            )
        if form := FORMS.get(words.casefold()):
            yield Found("form", Value(value=form, rule=_RULE, status="derived", by="editor", lines=here))
        yield from _marks(words, here)


def _marks(words: str, here: Lines) -> Iterator[Found]:
    for mark in read_marks(words).secrecy:
        yield Found(
            "classification", Classification(value=mark.words, place="letterhead", rule=_RULE, lines=here)
        )


def _own_number(source: SourceText, heading: EditionHeading) -> Iterator[Found]:
    """Yield the number of the file of a paper with what it says, and the number that the sender gave to it, where it stands below
    that of the edition.
    """
    for place, number in enumerate(heading.numbers):
        words, here = source.line(number).strip(" \t*[]."), (LineRange(number, number),)
        if file := FILE_NUMBER.match(words):
            yield from _of_file(source, file, heading, here)
        elif own := SENDERS_NUMBER.match(source.line(number).strip()):
            yield Found(
                "registrations", Registration(value=own["number"], kind="letterhead", rule=_RULE, lines=here)
            )
            yield from _marks(own["marks"] or "", here)
        elif place:
            yield Found("registrations", Registration(value=words, kind="letterhead", rule=_RULE, lines=here))


def _of_file(
    source: SourceText, file: re.Match[str], heading: EditionHeading, here: Lines
) -> Iterator[Found]:
    """Yield the number of a decimal file, the kind of paper behind it, and its day where no line below the heading has one.

    From 1944 on the Department of State numbered the papers of a file by their day: `10–2051` is of 20 October 1951.
    """
    yield Found("registrations", Registration(value=file["number"], kind="file", rule=_RULE, lines=here))
    if file["kind"] and (form := FORMS.get(file["kind"].casefold())):
        yield Found("form", Value(value=form, rule=_RULE, status="derived", by="editor", lines=here))
    day = _DAY_OF_FILE.search(file["number"])
    below = source.lines[heading.lines.last : heading.lines.last + _NEAR]
    if day is None or any(next(find_dates(line), None) or is_date_line(line) for line in below):
        return
    edtf = f"19{day['year']}-{int(day['month']):02}-{int(day['day']):02}"
    if bounds(edtf):
        value = DateValue(
            value=edtf, as_written=file["number"], type="created", rule="decimal_file_number", status="derived",
            by="editor", certainty="probable", lines=here,
        )  # fmt: skip
        yield Found("dates", value)


def _received(source: SourceText, note: int, first: int, found: list[Found]) -> Iterator[Found]:
    """Yield the day on which the note on the source says that the paper came in; the paper's own date has its year."""
    match = _RECEIVED.search(source.line(note))
    known = [one.value.value for one in found if one.field == "dates"]
    lines = (source.line(number) for number in range(first, min(first + _NEAR, note)))
    dates = (day.edtf for line in lines for day in find_dates(line))
    written = next(iter(known), None) or next(dates, None)
    day = next(find_dates(match["day"], written[:4] if written else None), None) if match else None
    if day and (written is None or day.edtf >= written):
        yield Found(
            "dates",
            DateValue(
                value=day.edtf, as_written=day.wording, type="received", rule="source_note", by="editor",
                lines=(LineRange(note, note),),
            ),
        )  # fmt: skip


def _received_by_heading(source: SourceText, heading: EditionHeading) -> Iterator[Found]:
    """Yield the day behind a heading on which the paper came in; the day below, on which it was written, may have to give the year."""
    if heading.received is None:
        return
    below = source.lines[heading.lines.last : heading.lines.last + _NEAR]
    written = next((day.edtf for line in below for day in find_dates(line)), None)
    day = next(find_dates(heading.received, written[:4] if written else None), None)
    if day:
        value = DateValue(
            value=day.edtf,
            as_written=day.wording,
            type="received",
            rule=_RULE,
            by="editor",
            lines=(heading.lines,),
        )
        yield Found("dates", value)


def _dates(heading: EditionHeading) -> Iterator[Found]:
    """Yield the day that a heading ends in: that of a meeting where it is the record of one."""
    found = next(reversed(list(find_dates(heading.title))), None)
    if found is None or not _TIME_BEHIND.match(heading.title[found.start + len(found.wording) :]):
        return
    is_of_a_meeting = _OF_A_MEETING.search(heading.title) is not None
    yield Found(
        "dates",
        DateValue(
            value=found.edtf,
            as_written=found.wording if found.wording != found.edtf else None,
            type="event" if is_of_a_meeting else "created",
            rule=_RULE,
            by="cataloguer",
            status="derived",
            lines=(heading.lines,),
        ),
    )
