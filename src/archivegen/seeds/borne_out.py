"""What the rest of a paper bears out. Rules were tried on papers of offices: where a text has no other sign of one, a word
alone on a line may be a heading, and the words before a date those of a chapter.
"""

from __future__ import annotations

import re

from archivegen.records.changed import changed
from archivegen.records.values import AgentValue, Classification, DateValue, Registration, Value
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.cities import known_city
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.heading_lines import headings
from archivegen.seeds.meeting_sentences import RECORDS
from archivegen.seeds.vocabulary import FORMS, alternatives
from archivegen.seeds.word_kinds import is_given_name

# Marks that stand over columns, verses and doors as well.
_ALSO_HEADINGS = (
    "private", "strictly private", "not for publication", "special", "flash", "priority", "immediate", "lightning", "restricted",
    "reservado", "riservato", "geheim",
)  # fmt: skip
# What stands before the period that a paper covers: its kind, or words for covering; in a journal’s heading anything.
_BEFORE_PERIOD = re.compile(
    rf"\b(?:journal|diary)\b|\b(?:for|covering|period|during)\s+(?:the\s+)?(?:(?:period|month|week|year|quarter)\s+)?(?:(?:of|from|between)\s+)?$|"
    rf"\b(?:{alternatives(FORMS)})s?[\s,:(–—-]*(?:(?:of|from|between)\s+)?$",
    re.IGNORECASE,
)
_OF_OFFICES = ("issuing_body", "registrations", "copies", "recipients")
_CORRESPONDENCE = ("letter", "telegram", "cable", "memorandum")
_DAY = len("1961-05-31")


def doubted_where_alone(found: tuple[Found, ...], draft: Draft) -> tuple[Found, ...]:
    """Return values of which those are only probable that nothing else on the paper bears out."""
    return tuple(
        Found(name, changed(value, certainty="probable"))
        if value.certainty == "certain" and value.by == "source" and not _is_borne_out(name, value, draft)
        else each
        for each in found
        for name, value in (each,)
    )


def _is_borne_out(field: str, value: Value, draft: Draft) -> bool:
    """Say whether another part of the paper agrees with a value of a rule that goes by a word or a shape."""
    test = _TESTS.get((field, value.rule)) or _TESTS.get(("", value.rule))
    return test is None or test(value, draft)


def _has_trait_of_an_office(draft: Draft) -> bool:
    """Say whether a paper has a letterhead, a number, copies, an addressee, or a form that goes from office to office."""
    return draft.form in _CORRESPONDENCE or any(draft.first(field) is not None for field in _OF_OFFICES)


def _is_mark_of_an_office(value: Value, draft: Draft) -> bool:
    """A mark needs a day or a trait of an office beside it; one that heads columns too needs the trait, and is the only one
    of its kind, as haste always is.
    """
    field = "classification" if isinstance(value, Classification) else "urgency"
    is_word_of_marks = in_small_letters(value.value) not in _ALSO_HEADINGS
    is_alone = len(draft.values.get(field, ())) == 1
    if not is_alone and not (is_word_of_marks and field == "classification"):
        return False
    if is_word_of_marks and (draft.form or draft.first("dates")):
        return True
    return _has_trait_of_an_office(draft)


def _is_place_of_writing(value: Value, draft: Draft) -> bool:
    """A place is known, or stands on the paper of an office; a person’s name is none."""
    if known_city(value.value):
        return True
    first, *others = value.value.split()
    is_person = bool(others) and is_given_name(first)
    return not is_person and (_has_trait_of_an_office(draft) or draft.form != "")


def _is_of_a_letter(_: Value, draft: Draft) -> bool:
    """Who greets also dates a letter, closes or signs it."""
    return draft.has_closing or any(draft.first(field) is not None for field in ("dates", "creators"))


def _has_form_of_a_paper(_: Value, draft: Draft) -> bool:
    fields = ("dates", "creators", "participants", "classification", *_OF_OFFICES)
    return any(draft.first(field) is not None for field in fields)


def _is_subject_of_a_paper(value: Value, draft: Draft) -> bool:
    """Labels of a school or a shop have subjects too: a paper’s has parties, a number or an office beside it."""
    is_clause = value.value.rstrip().endswith(".") and value.value[:1].islower()
    has_parties = any(draft.first(field) is not None for field in ("creators", "participants"))
    return not is_clause and (has_parties or _has_trait_of_an_office(draft))


def _is_printed_later(value: Value, draft: Draft) -> bool:
    """Nothing is copied before it was written."""
    day = value.date if isinstance(value, Registration) else value.value
    written = [
        date.value
        for date in draft.values_of("dates", DateValue)
        if date.type in ("created", "signed", "sent")
    ]
    return day is None or all(other[:_DAY] <= day for other in written if other[:1].isdigit())


def _is_record_of_a_meeting(value: Value, draft: Draft) -> bool:
    others = draft.values_of("participants", AgentValue)
    return draft.form in RECORDS or any(other.rule != value.rule for other in others)


def _is_period_of_the_paper(value: Value, draft: Draft) -> bool:
    """Behind other words than its kind a period in a heading may be that of what the paper is about."""
    words = [" ".join(line.text for line in lines) for lines in headings(draft.paper.head)]
    before = [text.partition(value.as_written or value.value)[0] for text in words]
    return any(
        _BEFORE_PERIOD.search(text) for text, whole in zip(before, words, strict=True) if text != whole
    )


_TESTS = {
    ("classification", "letterhead"): _is_mark_of_an_office,
    ("urgency", "letterhead"): _is_mark_of_an_office,
    ("", "dateline_place"): _is_place_of_writing,
    ("", "form_by_salutation"): _is_of_a_letter,
    ("", "form_word"): _has_form_of_a_paper,
    ("", "subject_label"): _is_subject_of_a_paper,
    ("", "printing_note"): _is_printed_later,
    ("", "period_in_heading"): _is_period_of_the_paper,
    ("participants", "foot_label"): _is_record_of_a_meeting,
}
