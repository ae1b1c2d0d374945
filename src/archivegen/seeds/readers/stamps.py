"""Stamps that the editors describe in brackets: each is one event with an office, a number, a day and a marking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.records.body import Block
from archivegen.records.values import LineRange, Registration
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.readers.letterhead import NUMBER, classification_of, dated
from archivegen.seeds.vocabulary import find_marking

_STAMP_WORDS = re.compile(
    r"\b(?:partial|faded|image|illegible|rectangular|round|of|an?|the|stamp)\b", re.IGNORECASE
)
_DIRECTION = re.compile(r"^\s*(?P<direction>Incoming|Outgoing|Received|Sent)\b", re.IGNORECASE)
_EVENT = {
    "incoming": ("incoming", "received"),
    "received": ("incoming", "received"),
    "outgoing": ("outgoing", "sent"),
    "sent": ("outgoing", "sent"),
}


@dataclass
class _Stamp:
    """The lines of a stamp, sorted into what they are."""

    office: list[str]
    kind: str = "stamp"
    date_type: str = "registered"
    number: str | None = None
    marking: tuple[str, int] | None = None
    date: tuple[str, str, int] | None = None


def read_stamps(draft: Draft) -> Iterator[Found]:
    """Yield the classification, the date and the registration of each stamp."""
    for block in draft.blocks_of("stamp"):
        stamp = _read_stamp(block)
        if stamp.marking:
            words, line = stamp.marking
            here = (LineRange(line, line),)
            yield Found("classification", classification_of(words, "stamp", here))
        if stamp.date:
            edtf, wording, line = stamp.date
            yield Found("dates", dated(edtf, wording, stamp.date_type, "stamp", line))
        if stamp.number:
            yield Found(
                "registrations",
                Registration(
                    value=stamp.number,
                    rule="stamp",
                    kind=stamp.kind,
                    lines=(block.lines,),
                    date=stamp.date[0] if stamp.date else None,
                    office=", ".join(stamp.office) or None,
                    marking=stamp.marking[0] if stamp.marking else None,
                ),
            )


def _read_stamp(block: Block) -> _Stamp:
    text = block.text
    header, rest = re.split(r"[:\n]", text, maxsplit=1)
    owner = " ".join(_STAMP_WORDS.sub("", header.strip(" [")).split())
    stamp = _Stamp(office=[owner] if owner else [])
    first_line = block.lines.first + header.count("\n") + text[len(header) : len(header) + 1].count("\n")
    for index, line in enumerate(rest.rstrip().removesuffix("]").split("\n")):
        if line.strip():
            _sort_line(stamp, line.strip().rstrip("]"), first_line + index)
    return stamp


def _sort_line(stamp: _Stamp, line: str, number: int) -> None:
    direction = _DIRECTION.match(line)
    if direction:
        stamp.kind, stamp.date_type = _EVENT[direction["direction"].casefold()]
    found_number = NUMBER.search(line)
    if found_number:
        stamp.number = found_number["number"]
    date = read_date(line)
    marking = find_marking(line)
    if date:
        stamp.date = (date, line, number)
    elif marking:
        stamp.marking = (marking.group(1), number)
    elif not direction and not found_number:
        stamp.office.append(line)
