"""What a title says: the kind of document, and the marks on the paper that it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import Certainty, Classification, LineRange, Lines, Registration, Value, Voice
from archivegen.seeds.address_forms import (
    greets_nobody,
    greets_nobody_run_in,
    salutation_of,
    salutation_run_in,
)
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.heading_lines import PAPER_START, headings
from archivegen.seeds.markings import NUMBER_SIGN, read_marks
from archivegen.seeds.vocabulary import FORMS, alternatives

# What a document is about follows these words; what it is stands before them.
_ABOUT = re.compile(r"\s(?:on|about|regarding|concerning|to|from)\s", re.IGNORECASE)
_RECORD_OF_TALK = re.compile(
    r"^\W*(?:\w+\s+)?(?:memorandum|note|notes|record|summary|transcript|stenogram|stenographic\s+record|report\s+of)\s+(?:on|of|about)\s+(?:an?\s+|the\s+|his\s+|my\s+)?(?:\w+\s+)?(?:talk|conversation)s?\b",
    re.IGNORECASE,
)
# The number of a bulletin is its issue's, and of no register.
# "The Embassy presents its compliments to the Ministry": so notes verbales begin.
_COMPLIMENTS = re.compile(
    r"^\s*The\s[^.;]{4,120}?\spresents\s(?:its|his|her|their)\s(?:best\s)?compliments\sto\b"
)
_REPORTING = re.compile(
    r"^\s*I\s+(?:have|beg)\s+to\s+(?:report|state|submit)\b|\bsubmit\s+(?:this|the\s+following)\s+report\b"
)
# What stands above telegrams alone, and the word that ends a sentence in their text.
_REPEATED = re.compile(r"^\s*(?:RPTD|REPTD|REPEATED(?:\s+TO)?|Rptd|Repeated(?:\s+to)?|TELNO|DTG)\b[.:]?\s+\S")
_STOP = re.compile(r"\bSTOP\b")
_IN_ISSUES = ("bulletin", "article")
_SAME = {"cable": "telegram"}
# The end of a letter that has enclosures below it.
_SERVANT = re.compile(r"\b(?:obedient|humble)\s+servants?\b[\s,.]*$", re.IGNORECASE)
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
    named = [(form, lines, by) for wording, lines, by in wordings if (form := _form_in(wording))]
    if named:
        form, lines, by = named[0]
        kinds = {_SAME.get(other, other) for other, *_ in named}
        is_agreed = len(kinds) == 1
        yield _form(form, lines, by, certainty="certain" if is_agreed else "probable")
        return
    for line in draft.paper.head:
        match = _FORM.match(line.text.strip())
        if match and line.kind in ("letterhead", "lines") and len(line.text) < 50:
            yield _form(_form_of(match), (LineRange(line.number, line.number),), "source")
            return
    yield from _form_by_opening(draft)


def _form_by_opening(draft: Draft) -> Iterator[Found]:
    """Yield the kind of a paper that greets its addressee, or presents compliments."""
    greeting = next(
        (
            line.number
            for line in draft.paper.head
            if salutation_of(line.text) is not None or (greets_nobody(line.text) and draft.has_closing)
        ),
        None,
    )
    first = next(iter(draft.blocks_of("paragraph")), None)
    if greeting is None and first and _greets_run_in(draft, first.text):
        greeting = first.lines.first
    if greeting:
        here = (LineRange(greeting, greeting),)
        yield Found("form", Value(value="letter", rule="form_by_salutation", status="derived", lines=here))
    elif first and _COMPLIMENTS.search(first.text):
        here = (LineRange(first.lines.first, first.lines.first),)
        yield Found("form", Value(value="note", rule="form_by_compliments", status="derived", lines=here))
    elif number := _reporting(draft):
        here = (LineRange(number, number),)
        yield Found("form", Value(value="report", rule="form_by_reporting", status="derived", lines=here))
    elif number := _telegraphic(draft):
        here = (LineRange(number, number),)
        yield Found(
            "form", Value(value="telegram", rule="form_by_telegraphic_words", status="derived", lines=here)
        )


def _reporting(draft: Draft) -> int | None:
    """Return the line with the words in which officers hand in a report."""
    paragraphs = draft.blocks_of("paragraph")
    return next(
        (block.lines.first for block in (*paragraphs[:2], *paragraphs[-1:]) if _REPORTING.search(block.text)),
        None,
    )


def _telegraphic(draft: Draft) -> int | None:
    """Return the line that only telegrams have: to whom it is repeated, or a text with the word for its stops."""
    repeated = next((line.number for line in draft.paper.head if _REPEATED.match(line.text)), None)
    texts = (
        block for block in draft.body.blocks if "STOP" in block.text and len(_STOP.findall(block.text)) > 1
    )
    return repeated or next((block.lines.first for block in texts), None)


def _greets_run_in(draft: Draft, text: str) -> bool:
    if salutation_run_in(text) is not None:
        return True
    return greets_nobody_run_in(text) and (
        draft.has_closing or any(_SERVANT.search(block.text) for block in draft.body.blocks)
    )


def _form_in(wording: str) -> str | None:
    """Return the kind of document that a heading or title names, or None."""
    if _RECORD_OF_TALK.match(wording):
        return "memorandum_of_conversation"
    # "Proposal for the Renewal of the Agreement" is none itself.
    about = wording.partition(" for ")[0] if PAPER_START.match(wording) else wording
    match = _FORM.search(_ABOUT.split(about)[0])
    return _form_of(match) if match else None


def _form_of(match: re.Match[str]) -> str:
    return FORMS[" ".join(in_small_letters(match["form"]).split())]


def _form(form: str, lines: Lines, by: Voice, *, certainty: Certainty = "certain") -> Found:
    return Found(
        "form", Value(value=form, rule="form_word", status="derived", by=by, lines=lines, certainty=certainty)
    )


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
        if title and marks.number and not marks.rest and draft.form not in _IN_ISSUES:
            yield from _number_in_title(draft, title, marks.number)
        for mark in marks.haste:
            known = {value.value.casefold() for value in draft.values_of("urgency", Value)}
            if title and mark.words.casefold() not in known:
                yield Found(
                    "urgency", Value(value=mark.words, rule="title_mark", by=title.by, lines=title.lines)
                )


def _number_in_title(draft: Draft, title: Value, number: str) -> Iterator[Found]:
    """Yield the number of a title; one that stands in the text too, written otherwise, is another until proved the same."""
    known = [value.value for value in draft.values_of("registrations", Value)]
    if _bare(number) in map(_bare, known):
        return
    is_alone = _figures(number) not in map(_figures, known)
    yield Found(
        "registrations",
        Registration(
            value=number,
            kind="letterhead",
            rule="title_mark",
            by=title.by,
            lines=title.lines,
            certainty="certain" if is_alone else "probable",
        ),
    )


def _bare(number: str) -> str:
    """Return a number without its sign and spaces."""
    return re.sub(rf"{NUMBER_SIGN}|\s", "", number, flags=re.IGNORECASE).casefold()


def _figures(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0")
