"""What a title says: the kind of document, and its parties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, Classification, LineRange, Lines, Registration, Value, Voice
from archivegen.seeds.address_forms import salutation_of
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.heading_lines import headings
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.markings import read_marks
from archivegen.seeds.names import (
    NamedOffice,
    body_in_ordinary_case,
    is_whole_name,
    name_in_ordinary_case,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.same_person import is_same_person
from archivegen.seeds.vocabulary import FORMS, alternatives

_BETWEEN = re.compile(
    r"\b(?:conversations?|meetings?|talks?|discussions?|interviews?|exchanges?|correspondence)\s+(?:\w+\s+){0,3}?between\s+(?P<one>.+?)\s+and\s+(?P<other>.+?)(?=[,;]\s|(?<=\w{4})\.\s|[,.;(]$|\s+(?:on|in|at|about)\s+|\s*\(|$)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:conversation|meeting|talk|interview|discussion)s?\s+with\s+(?P<one>[^,;(]+?(?:,\s+[^,;(]+?)?)(?=[,;(]\s|(?<=\w{4})\.\s|\s+(?:on|in|at|about|regarding)\s+|\s*\(|$)",
    re.IGNORECASE,
)
_OF_WITH = re.compile(
    r"\b(?i:conversation|talk|meeting)\s+(?:of|by)\s+(?P<one>[^\W\d_a-z].+?)\s+with\s+(?P<other>.+?)(?=[,;(]\s|(?<=\w{4})\.\s|\s+(?:on|in|at|about|regarding)\s+|\s*\(|$)"
)
_FROM_TO = re.compile(
    r"^(?:\W*\w+\s+){0,3}?(?i:letter|telegram|ciphertelegram|cable|message|dispatch|note(?=\s+from))\b,?.{0,40}?(?:\bfrom\s+)?(?:the\s+)?(?P<one>[^\W\d_a-z].*?)\s+to\s+(?P<other>.+?)(?=[,;:]|\.\s|\s+(?:on|regarding|about)\s+|$)",
)
# What a document is about follows these words; what it is stands before them.
_ABOUT = re.compile(r"\s(?:on|about|regarding|concerning|to|from)\s", re.IGNORECASE)
# The other spelling of a name stands in brackets behind it and is read apart.
_RESPELLING = re.compile(r"\s*\[[^\]]*\]")
_RECORD_OF_TALK = re.compile(
    r"^\W*(?:\w+\s+)?(?:memorandum|note|notes|record|summary|transcript|stenogram|stenographic\s+record|report\s+of)\s+(?:on|of|about)\s+(?:an?\s+|the\s+|his\s+|my\s+)?(?:\w+\s+)?(?:talk|conversation)s?\b",
    re.IGNORECASE,
)
_FORM = re.compile(rf"\b(?P<form>{alternatives(FORMS)})\b", re.IGNORECASE)


def read_form(draft: Draft) -> Iterator[Found]:
    """Yield the kind of document that its own heading names first, or else the title it was catalogued under, or else a
    line of its head; a letter by its salutation.
    """
    title = draft.first("title")
    heading = headings(draft.paper.head)[-1:]
    wordings: list[tuple[str, Lines, Voice]] = [
        (" ".join(line.text for line in lines), (LineRange(lines[0].number, lines[0].number),), "source")
        for lines in heading
    ]
    if title and title.rule != "file_name_title":
        wordings.append((title.value, title.lines, title.by))
    for wording, lines, by in wordings:
        match = _FORM.search(_ABOUT.split(wording)[0])
        if _RECORD_OF_TALK.match(wording):
            yield _form("memorandum_of_conversation", lines, by)
            return
        if match:
            yield _form(_form_of(match), lines, by)
            return
    for line in draft.paper.head:
        match = _FORM.match(line.text.strip())
        if match and line.kind in ("letterhead", "lines") and len(line.text) < 50:
            yield _form(_form_of(match), (LineRange(line.number, line.number),), "source")
            return
    greeting = next((line for line in draft.paper.head if salutation_of(line.text) is not None), None)
    if greeting:
        here = (LineRange(greeting.number, greeting.number),)
        yield Found("form", Value(value="letter", rule="form_by_salutation", status="derived", lines=here))


def _form_of(match: re.Match[str]) -> str:
    return FORMS[" ".join(match["form"].casefold().split())]


def _form(form: str, lines: Lines, by: Voice) -> Found:
    return Found("form", Value(value=form, rule="form_word", status="derived", by=by, lines=lines))


def read_title_marks(draft: Draft) -> Iterator[Found]:
    """Yield the classification, urgency and number that only the title of a telegram keeps: `…, SECRET, Urgent, No. 4`."""
    title = draft.first("title")
    for part in title.value.split(",")[1:] if title else ():
        marks = read_marks(part.strip(" ()[]"))
        for mark in marks.secrecy:
            yield Found(
                "classification",
                Classification(
                    value=mark.words,
                    place="title",
                    rule="title_mark",
                    by=title.by if title else "source",
                    lines=title.lines if title else (),
                ),
            )
        if title and marks.number and not marks.rest and draft.first("registrations") is None:
            number = Registration(
                value=marks.number, kind="letterhead", rule="title_mark", by=title.by, lines=title.lines
            )
            yield Found("registrations", number)
        for mark in marks.haste:
            known = {value.value.casefold() for value in draft.values_of("urgency", Value)}
            if title and mark.words.casefold() not in known:
                yield Found(
                    "urgency", Value(value=mark.words, rule="title_mark", by=title.by, lines=title.lines)
                )


def read_parties(draft: Draft) -> Iterator[Found]:
    """Yield the persons a title names as the parties of a conversation, or as sender and addressee."""
    known = [agent.value for agent in draft.values_of("participants", AgentValue)]
    parties: list[Found] = []
    for title in (draft.first("title_in_document"), draft.first("title")):
        if title is None or title.rule == "file_name_title":
            continue
        wording = _RESPELLING.sub("", title.value)
        meeting = _BETWEEN.search(wording) or _OF_WITH.search(wording) or _WITH.search(wording)
        for phrase in meeting.groupdict().values() if meeting else ():
            parties = _with_party(parties, list(_party(phrase, "participants", "participant", title)))
        letter = None if meeting else _FROM_TO.search(wording)
        if letter and not draft.values_of("creators", AgentValue):
            yield from _party(letter["one"], "creators", None, title)
        if letter and not draft.values_of("recipients", AgentValue):
            yield from _party(letter["other"], "recipients", None, title)
            yield from _addressed_body(letter["other"], title)
        if letter:
            break
    yield from (
        party for party in parties if not any(is_same_person(party.value.value, name) for name in known)
    )


def _with_party(parties: list[Found], found: list[Found]) -> list[Found]:
    """Return the parties with those found in another title, each by the fuller of his names."""
    for new in found:
        same = next((party for party in parties if is_same_person(party.value.value, new.value.value)), None)
        if same is None:
            parties = [*parties, new]
        elif len(new.value.value) > len(same.value.value):
            parties = [new if party is same else party for party in parties]
    return parties


def _addressed_body(phrase: str, title: Value) -> Iterator[Found]:
    """Yield the body to which a title says that the document was sent."""
    name = re.sub(r"^the\s+", "", phrase.strip(), flags=re.IGNORECASE)
    if INSTITUTION.search(name) and not is_whole_name(name):
        name = body_in_ordinary_case(name, "") if is_in_capitals(name) else name
        body = AgentValue(
            value=name, kind="body", rule="title_parties", status="derived", by=title.by, lines=title.lines
        )
        yield Found("recipients", body)


def _party(phrase: str, field: str, role: str | None, title: Value) -> Iterator[Found]:
    found = _person_of(phrase)
    if found and found.name:
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


def _person_of(phrase: str) -> NamedOffice | None:
    """Return the person of a title's phrase: office and name, or divided by a comma, in either order."""
    words = without_form_of_address(phrase.strip())
    found = split_office_and_name(words)
    if found.name and is_whole_name(found.name):
        return found
    first, _, second = words.partition(",")
    for name, office in ((first, second), (second, first)):
        whole = name_in_ordinary_case(without_form_of_address(name.strip()))
        found = split_office_and_name(whole)
        if found.name and is_whole_name(found.name):
            behind = re.sub(r"^the\s+", "", office.strip(), flags=re.IGNORECASE)
            return NamedOffice(found.name, found.office or behind or None)
    return None
