"""What the program composes from what was read: a title, completeness, and the principal date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from archivegen.records.dates import bounds
from archivegen.records.values import AgentValue, Certainty, DateValue, LineRange, Value
from archivegen.records.worded_dates import worded
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.heading_lines import HeadLine, headings, names_kind_of_paper, without_byline
from archivegen.seeds.markings import read_marks
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.readers.completeness import BEGINS_WITH_FROM
from archivegen.seeds.readers.heading import is_only_a_label
from archivegen.seeds.readers.subject import read_subject
from archivegen.seeds.sent_by_title import PEER, is_between_titled_persons
from archivegen.seeds.vocabulary import FORMS, SMALL_WORDS

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_PERIOD_CLAUSE = re.compile(
    r"(?<!\s)\s*,?\s*\b(?:for|covering|during|from)\s+(?:the\s+period\s+)?(?:from\s+|of\s+)?$",
    re.IGNORECASE,
)
# The document is listed under the first of these that it has.
_PRINCIPAL_ORDER = (
    "created",
    "entry",
    "signed",
    "sent",
    "event",
    "period_covered",
    "letterhead",
    "received",
    "printed",
)
_OF_MEETINGS = ("minutes", "protocol")
_LONGEST_FIRST_LINE = 110
# A first line that is neither a salutation nor a label nor a row of signs.
_MAY_BE_TITLE = re.compile(r"^(?!Dear\b)[^\W\d_](?!.{0,20}:\s)(?=.*\s)[\w\s.’'“”()&:;,-]*[^\W_,.:;-][.)”]?$")
# "Minutes of the Eleventh Meeting, held at the Board’s Office": where it met is no part of a title.
_HELD_AT = re.compile(r"(?<=eeting),\s+held\s+(?:at|in|on)\s.*$", re.DOTALL)
_MOST_IN_TITLE = 3
_NEAR = 8
# "the Ministry of Trade", "the British Embassy", and "Northport Shipping"
_TAKES_ARTICLE = re.compile(
    r"^(?!The\s).*(?:\sof\s|\b(?:Embassy|Legation|Consulate|Office|Ministry|Department|Committee|Council|Bureau|Commission|Mission|Government|Board)\b)"
)
_CORRESPONDENCE = {"letter": "Letter", "telegram": "Telegram", "cable": "Cable", "note": "Note"}


def compose_title(draft: Draft) -> Iterator[Found]:
    """Yield a title from the document's own heading with the entry's date, or from its subject line."""
    if draft.first("title"):
        return
    heading = _heading(draft)
    if heading and not _names_only_a_form(heading):
        yield Found("title", _title_from_heading(draft, heading))
        return
    yield from read_subject(draft)


def title_for_want(draft: Draft) -> Iterator[Found]:
    """Yield a title where no heading gives one: from writer and addressee, a bare form, the first line, or the file's name."""
    if draft.first("title"):
        return
    writers = draft.values_of("creators", AgentValue)
    if draft.form == "note" and not writers:
        writers = draft.values_of("issuing_body", AgentValue)
    writers = [writer for writer in writers if _sign_together(writers[0], writer)][:_MOST_IN_TITLE]
    addressee = next(iter(draft.values_of("recipients", AgentValue)), None)
    form = _CORRESPONDENCE.get(draft.form)
    if form and writers and addressee:
        lines = (*(line for writer in writers for line in writer.lines), *addressee.lines)
        names = " and ".join(filter(None, (", ".join(map(_named, writers[:-1])), _named(writers[-1]))))
        title = f"{form} from {names} to {_named(addressee)}"
        certainty: Certainty = (
            "certain" if all(party.certainty == "certain" for party in (*writers, addressee)) else "probable"
        )
        yield Found("title", Value(value=title, rule="composed_title", status="derived", by="program", lines=lines, certainty=certainty))  # fmt: skip
        return
    if heading := _heading(draft):
        yield Found("title", _title_from_heading(draft, heading))
        return
    first = next(iter(draft.body.blocks), None)
    words = " ".join(first.text.split()) if first else ""
    # An office or an addressee above nothing but text is the one line that can be a title: "THE COMPANY OF WOLVES".
    stands_alone = not any(
        draft.first(field) for field in ("dates", "registrations", "classification", "creators")
    )
    kinds = ("lines", "paragraph", "place", *(("letterhead", "address") if stands_alone else ()))
    may_be = first is not None and first.kind in kinds
    if first and may_be and len(words) <= _LONGEST_FIRST_LINE and _MAY_BE_TITLE.match(words):
        here = (first.lines,)
        yield Found("title", Value(value=words.rstrip(":"), rule="first_line_title", status="derived", lines=here, certainty="uncertain"))  # fmt: skip
        return
    yield from name_by_file(draft)


def _named(party: AgentValue) -> str:
    """Return a person by the name, a body with its article."""
    pattern = _TAKES_ARTICLE if party.kind == "body" else PEER
    return f"the {party.value}" if pattern.search(party.value) else party.value


def _heading(draft: Draft) -> list[HeadLine] | None:
    """Return the document's own heading, if it has one that is more than a label."""
    heading = next(reversed(headings(draft.paper.head)), None)
    return None if heading is None or is_only_a_label(draft, heading) else heading


def _names_only_a_form(heading: list[HeadLine]) -> bool:
    """Say whether a heading is the word `LETTER` or the like, which tells less than who wrote to whom."""
    words = " ".join(line.text.strip() for line in heading)
    marks = read_marks(words)
    return (marks.rest if marks.number else words).casefold() in _CORRESPONDENCE


def _sign_together(one: AgentValue, other: AgentValue) -> bool:
    """Say whether two writers sign the same letter, and not a letter and its enclosure."""
    are_near = bool(one.lines and other.lines) and abs(other.lines[-1].first - one.lines[-1].last) <= _NEAR
    return one is other or (one.kind == other.kind and are_near)


def name_by_file(draft: Draft) -> Iterator[Found]:
    """Yield a title from the name of the file, for want of anything better."""
    name = re.sub(r"[_-]+", " ", PurePosixPath(draft.source.path).stem)
    yield Found(
        "title",
        Value(value=name, rule="file_name_title", status="derived", by="program", certainty="uncertain"),
    )


def _title_from_heading(draft: Draft, heading: list[HeadLine]) -> Value:
    heading = without_byline(heading)
    text = "\n".join(line.text for line in heading)
    covered = [date.value for date in draft.values_of("dates", DateValue) if date.type == "period_covered"]
    period = next((found for found in find_dates(text) if found.edtf in covered), None)
    entries = [date for date in draft.values_of("dates", DateValue) if date.type == "entry"]
    entry = entries[0] if len(entries) == 1 else None
    wording = _PERIOD_CLAUSE.sub("", text[: period.start]) if period and entry else text
    words = _ARTICLE.sub("", " ".join(wording.split()))
    for creator in draft.values_of("creators", AgentValue):
        if creator.as_written:
            words = words.replace(creator.as_written, creator.value)
    if sum(word.isupper() for word in words.split()) > 2 or is_in_capitals(heading[0].text):
        words = body_in_ordinary_case(words, draft.running_text)
    words = _HELD_AT.sub("", words)
    words = words.removesuffix(".") if is_between_titled_persons(words) else words
    words = words[:1].upper() + words[1:] if wording[:1].isupper() else words
    first, _, rest = words.partition(" ")
    if first.isupper() and first.casefold() in FORMS:
        words = f"{first.capitalize()} {rest}".strip()  # "DECREE No. 118 On the Ports"
    lines = (LineRange(heading[0].number, heading[0].number + wording.count("\n")),)
    if entry:
        return Value(
            value=f"{words} for {worded(entry.value)}",
            rule="entry_title",
            status="derived",
            by="program",
            lines=(*lines, *entry.lines),
            # Some leave out that the entry is "from the" journal.
            certainty="probable" if BEGINS_WITH_FROM.match(words) else "certain",
        )
    breaks_off = words.split()[-1].casefold() in SMALL_WORDS if words else True
    is_whole = (
        words.count(" ") > 1 and not breaks_off and not words[:1].islower() and names_kind_of_paper(heading)
    )
    certainty: Certainty = "certain" if is_whole else "probable"
    return Value(value=words, rule="heading_as_title", status="derived", lines=lines, certainty=certainty)


def choose_principal_date(values: list[Value], form: str = "") -> list[Value]:
    """Return the values of `dates` with one marked as the date the document is listed under.

    Minutes are listed under the day of their meeting: they are signed at the next one.
    """
    dates = [value for value in values if isinstance(value, DateValue)]
    if not dates or any(date.principal for date in dates):
        return values
    if sum(date.type == "entry" for date in dates) > 1:
        dates = [date for date in dates if date.type != "entry"] or dates
    readable = [date for date in dates if bounds(date.value)]
    order = ("created", "entry", "event", *_PRINCIPAL_ORDER) if form in _OF_MEETINGS else _PRINCIPAL_ORDER
    ranked = [date for kind in order for date in readable if date.type == kind]
    chosen = next(iter((*ranked, *readable)), None)
    return [
        replace(value, principal=True) if value is chosen and isinstance(value, DateValue) else value
        for value in values
    ]
