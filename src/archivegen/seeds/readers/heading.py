"""The document's own heading: its wording, form, author, parties, and the period it covers; and its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.agents import name_key
from archivegen.records.body import Block
from archivegen.records.values import AgentValue, DateValue, LineRange, Lines, Value, Voice
from archivegen.seeds.blocks import line_at
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import NamedOffice, is_whole_name, split_office_and_name, without_form_of_address
from archivegen.seeds.placed_dates import read_placed_date
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.vocabulary import FORMS

_STOPS = r"for|on|about|with|regarding|concerning"
# "Journal of the Ambassador to the DPRK": of the forms only a journal is never sent "to" somebody.
_DIARIST = re.compile(
    rf"\b(?:journal|diary)\s+(?:of|by)\s+(?P<who>.+?)(?=\s+(?:{_STOPS})\s|[,\n]|$)", re.IGNORECASE
)
_AUTHOR = re.compile(
    rf"\b(?:by|(?<=letter )from|(?<=telegram )from|(?<=cable )from|(?<=message )from)\s+(?P<who>(?:the\s+)?[A-Z].+?)(?=\s+(?:{_STOPS}|to)\s|[,\n]|$)"
)
_BETWEEN = re.compile(
    r"\b(?:conversations?|meetings?|talks?|discussions?|interviews?|exchanges?|correspondence)\s+(?:\w+\s+){0,3}?between\s+(?P<one>.+?)\s+and\s+(?P<other>.+?)(?=[,.;]|\s+(?:on|in|at|about)\s+|$)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:conversation|meeting|talk|interview|discussion)s?\s+with\s+(?P<one>.+?)(?=[,.;(]|\s+(?:on|in|at|about|regarding)\s+|$)",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"^(?:\W*\w+\s+){0,3}?(?:letter|telegram|ciphertelegram|cable|message|dispatch)\b.{0,40}?\bfrom\s+(?P<one>.+?)\s+to\s+(?P<other>.+?)(?=[,.;:]|\s+(?:on|regarding|about)\s+|$)",
    re.IGNORECASE,
)
# What a document is about follows these words; what it is stands before them.
_ABOUT = re.compile(r"\s(?:on|about|regarding|concerning|to|from)\s", re.IGNORECASE)
_FORM = re.compile(rf"\b(?P<form>{'|'.join(sorted(FORMS, key=len, reverse=True))})\b", re.IGNORECASE)


def read_heading(draft: Draft) -> Iterator[Found]:
    """Yield the heading word for word, the author it names and the period it covers.

    Of two headings the first is that of the journal which the document, named by the second, is taken from.
    """
    headings = draft.blocks_of("heading")
    has_creators = bool(draft.values_of("creators", AgentValue))
    for block in headings:
        wording = " ".join(block.text.split())
        if block is headings[-1]:
            yield Found(
                "title_in_document", Value(value=wording, rule="document_heading", lines=(block.lines,))
            )
        else:
            value = Value(value=wording, rule="journal_heading", status="derived", lines=(block.lines,))
            yield Found("part_of", value)
        for found in find_dates(block.text):
            if "/" in found.edtf:
                line = line_at(block, found.start).first
                period = dated(found.edtf, found.wording, "period_covered", "period_in_heading", line)
                yield Found("dates", period)
        authors = [] if has_creators else list(_read_author(block))
        has_creators = has_creators or bool(authors)
        yield from authors


def _read_author(block: Block) -> Iterator[Found]:
    match = _DIARIST.search(block.text) or _AUTHOR.search(block.text)
    if not match:
        return
    start = match.start("who")
    for part in re.split(r"(\s+and\s+)", match["who"]):
        found = split_office_and_name(part)
        if found.name and (found.office or is_whole_name(found.name)):
            line = line_at(block, start + found.start)
            yield Found("creators", named(found, "document_heading", line))
        start += len(part)


def read_dateline(draft: Draft) -> Iterator[Found]:
    """Yield the date that stands alone above the text: the entry's own date where the heading covers a period."""
    paragraphs = draft.blocks_of("paragraph")
    first_paragraph = paragraphs[0].lines.first if paragraphs else None
    has_period = any(value.rule == "period_in_heading" for _, value in draft.found)
    for block in draft.blocks_of("dateline"):
        if first_paragraph and block.lines.first > first_paragraph and not has_period:
            continue
        wording = block.text.split("\n")[-1].strip()
        dates = (read_placed_date(wording, year) for year in _years_to_try(draft, wording))
        place, edtf = next((found for found in dates if found[1]), (None, None))
        if edtf and has_period:
            yield Found(
                "dates",
                dated(edtf, wording, "entry", "entry_dateline", block.lines.last, status="derived"),
            )
        elif edtf:
            yield Found("dates", dated(edtf, wording, "created", "dateline", block.lines.last))
        if place:
            line = LineRange(block.lines.last, block.lines.last)
            yield Found("place_of_creation", Value(value=place, rule="dateline_place", lines=(line,)))


def _years_to_try(draft: Draft, wording: str) -> list[str | None]:
    """Return the years that may complete a day and month: those of the period in which the day then falls, or else
    that of the first date.
    """
    periods = [date for date in draft.values_of("dates", DateValue) if date.type == "period_covered"]
    for period in periods:
        start, _, end = period.value.partition("/")
        for year in dict.fromkeys((start[:4], end[:4])):
            _, day = read_placed_date(wording, year)
            if day and start <= day[: len(start)] and day[: len(end)] <= end:
                return [year]
    return [None] if periods and read_placed_date(wording, None)[1] else [draft.year]


def read_place(draft: Draft) -> Iterator[Found]:
    """Yield the place that stands alone on a line in the head."""
    for block in draft.blocks_of("place")[:1]:
        yield Found(
            "place_of_creation", Value(value=block.text.strip(" .,"), rule="place_line", lines=(block.lines,))
        )


def read_form(draft: Draft) -> Iterator[Found]:
    """Yield the kind of document that its own heading names first, or else the title it was catalogued under."""
    for block in draft.blocks_of("heading")[-1:]:
        match = _FORM.search(block.text)
        if match:
            yield _form(match, (line_at(block, match.start()),), "source")
            return
    for block in draft.blocks_of("letterhead"):
        for number, line in enumerate(block.text.split("\n"), block.lines.first):
            match = _FORM.fullmatch(line.strip())
            if match:
                yield _form(match, (LineRange(number, number),), "source")
                return
    title = draft.first("title")
    match = _FORM.search(_ABOUT.split(title.value)[0]) if title else None
    if title and match and title.rule != "file_name_title":
        yield _form(match, title.lines, title.by)


def _form(match: re.Match[str], lines: Lines, by: Voice) -> Found:
    form = FORMS[match["form"].casefold()]
    return Found("form", Value(value=form, rule="form_word", status="derived", by=by, lines=lines))


def read_parties(draft: Draft) -> Iterator[Found]:
    """Yield the persons a title names as the parties of a conversation, or as sender and addressee."""
    title = draft.first("title") or draft.first("title_in_document")
    if title is None:
        return
    known = {name_key(agent.value) for agent in draft.values_of("participants", AgentValue)}
    meeting = _BETWEEN.search(title.value) or _WITH.search(title.value)
    if meeting:
        for phrase in meeting.groupdict().values():
            for found in _party(phrase, "participants", "participant", title):
                if name_key(found.value.value) not in known:
                    yield found
        return
    letter = _FROM_TO.search(title.value)
    if letter:
        if not draft.values_of("creators", AgentValue):
            yield from _party(letter["one"], "creators", None, title)
        if not draft.values_of("recipients", AgentValue):
            yield from _party(letter["other"], "recipients", None, title)


def _party(phrase: str, field: str, role: str | None, title: Value) -> Iterator[Found]:
    found = split_office_and_name(without_form_of_address(phrase.strip()))
    if found.name and is_whole_name(found.name):
        value = AgentValue(
            value=found.name,
            office=found.office,
            role=role,
            rule="title_parties",
            status="derived",
            by=title.by,
            lines=title.lines,
        )
        yield Found(field, value)


def named(found: NamedOffice, rule: str, lines: LineRange, by: Voice = "source") -> AgentValue:
    """Return a person the source states with office and wording."""
    name = found.name or ""
    return AgentValue(
        value=name,
        office=found.office,
        rule=rule,
        by=by,
        lines=(lines,),
        as_written=found.name_as_written if found.name_as_written != name else None,
    )
