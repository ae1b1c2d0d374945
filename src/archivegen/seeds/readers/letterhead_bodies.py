"""The body whose letterhead a paper has: which lines name an office, and how far its name goes on."""

from __future__ import annotations

import re

from archivegen.records.values import AgentValue, Lines
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.heading_lines import PLACE_THAT_GOVERNS, RELEASED, HeadLine
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.markings import read_marks
from archivegen.seeds.names import has_word_of_office
from archivegen.seeds.ordinary_case import body_in_ordinary_case

# "GOVERNMENT OF INDIA" above "MINISTRY OF WATERS"
_GOVERNMENT = re.compile(
    r"^\s*(?:(?:the|royal|imperial|his\s+majesty[’']s)\s+)*(?:[\w-]+\s+){0,2}government(?:\s+of\b[\w\s’'-]*)?\s*$",
    re.IGNORECASE,
)
# The heads of printed forms name no body.
_FORM_OF_AN_OFFICE = re.compile(r"\b(?:INFORMATION|RECORDS?|FORM|SHEET|NUMBER|FILE|INDEX)\b")
# "FROM THE EMBASSY IN BELGRADE": whom a telegram comes from, and no letterhead.
_SENT_BY = re.compile(r"^\s*(?:from|to|by|on|about|re|concerning|regarding)\b", re.IGNORECASE)
# "Der Landrat", "Le Préfet": papers that an office writes have it on top, with its article.
_OFFICE_THAT_WRITES = re.compile(r"^\s*(?:Der|Die|Le|La|El)\s+(?P<office>[^\W\d_a-z][^,.;:\d]{3,60})$")
_ON_TOP = 2
_ARTICLE = re.compile(r"^(?:The|Der|Die|Le|La|El)\s+(?=[^\W\d_a-z])")
# In capitals at the head of a paper these are offices too; elsewhere they are words.
_OFFICE_IN_CAPITALS = re.compile(
    r"\b(?:BOARD|GROUP|CENT(?:ER|RE)|SECTION|TRUST|FUND|BANK|COURT|POLICE|TRIBUNAL|SENATE|GENERAL STAFF|CONGRESS|CABINET|MUNICIPALITY|"
    r"ADMIRALTY|RESIDENCY|CHANCERY|COLLEGE|INSPECTORATE|PROCURACY|WORKS|MILL|YARD|COLLEGIUM|REGISTRY)\b"
)
# "FIRE AT THE ROPE WORKS" is the heading of a newspaper.
_AT = re.compile(r"\bAT\s")
_GOES_ON = re.compile(
    r"^\s*(?:in|of|for|at|to|des|du|für|zu|pour|IN|OF|FOR|AT|TO)\s+(?:the\s+|THE\s+)?[^\W\d_a-z](?:[\w\s]{2,60}|[^a-z:;,]{2,60})$"
)
# Above the name of whoever has them there.
_ABOVE_UNITS = ("HEADQUARTERS", "Headquarters")
_BREAKS_OFF = re.compile(r"(?:[’']S|\b(?:OF|THE|AND|FOR|IN))$")


def whole_body(name: str, lines: list[HeadLine], position: int) -> tuple[str, int]:
    """Return the name of an office with the lines below on which it goes on, and the last of them."""
    last = lines[position].number
    for after in lines[position + 1 :]:
        rest = _rest_of_body(name, after) if after.number == last + 1 else ""
        if not rest:
            break
        name, last = f"{name}{', ' if _is_above_units(name) else ' '}{rest}", after.number
    return name, last


def _rest_of_body(name: str, after: HeadLine) -> str:
    """Return the words of the next line with which the name of an office goes on: `in Ghana`, or what a broken name lacks."""
    if _GOES_ON.match(after.text) and not RELEASED.match(after.text.strip()):
        return after.text.strip()
    rest = read_marks(after.text).rest if _is_above_units(name) or _BREAKS_OFF.search(name) else ""
    return rest if is_in_capitals(rest, 3) else ""


def _is_above_units(name: str) -> bool:
    """Say whether the line below a name has one of its units: `HEADQUARTERS`, `BOROUGH OF WESTHAVEN`."""
    return name in _ABOVE_UNITS or PLACE_THAT_GOVERNS.match(name) is not None


def is_of_state(lines: list[HeadLine], position: int) -> bool:
    """Say whether a line names but the government whose office the next line names."""
    line, below = lines[position], lines[position + 1 : position + 2]
    return (
        bool(_GOVERNMENT.match(line.text))
        and bool(below)
        and below[0].number <= line.number + 2
        and below[0].kind == "letterhead"
        and is_name_of_body(read_marks(below[0].text).rest)
    )


def is_name_of_body(words: str) -> bool:
    """Say whether the words of a letterhead name an office."""
    has_only_words = not re.search(r"[^\w\s,.’'()-]|\d(?!\d{0,2}(?:st|nd|rd|th)\b)", words, re.IGNORECASE)
    is_sender = bool(_SENT_BY.match(words))
    return (
        bool(
            INSTITUTION.search(words)
            or PLACE_THAT_GOVERNS.match(words)
            or (_OFFICE_IN_CAPITALS.search(words) and not _AT.search(words))
        )
        and has_only_words
        and not (is_sender or _FORM_OF_AN_OFFICE.search(words))
    )


def is_office_that_writes(line: HeadLine, position: int) -> bool:
    """Say whether a line on top of a paper is an office of another language with its article: `Der Landrat`."""
    match = _OFFICE_THAT_WRITES.match(line.text) if position <= _ON_TOP and line.kind == "lines" else None
    return match is not None and has_word_of_office(match["office"])


def body_named_so(words: str, running_text: str, lines: Lines) -> AgentValue:
    """Return the body that words of a letterhead name, in ordinary case."""
    value = body_in_ordinary_case(words, running_text) if is_in_capitals(words, 2) else words
    value = _ARTICLE.sub("", value)
    return AgentValue(
        value=value,
        kind="body",
        rule="letterhead_line",
        lines=lines,
        as_written=words if words != value else None,
    )
