"""A saved page of a document site: date, title and credit above the text, a summary and details below it.

Paragraphs may be kept or lost, values of details may be missing, and the capture may end before the details.
"""

from __future__ import annotations

import re
from functools import lru_cache

from archivegen.records.values import LineRange, Value
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.closing_summary import Closing, closing_summary
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.page_details import Detail, read_detail, read_details, zone_of
from archivegen.seeds.layouts.page_head import PageHead, read_head
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.summary import Voice, is_narrated, voice_of
from archivegen.seeds.text_language import language_of
from archivegen.seeds.vocabulary import FORMS, alternatives

NAME = "page_capture"

_FORM = re.compile(rf"\b(?P<form>{alternatives(FORMS)})\b", re.IGNORECASE)


def score(source: SourceText) -> float:
    """Return how sure it is: the host's words, a date and a title in the first lines, the labels of details in the last."""
    details, head = _frame_of(source)
    marks = head.marks
    # A capture that was cut off has no details; then the head must leave no doubt.
    if marks >= {"date", "title", "credit"} or marks == {"chrome", "date", "title"}:
        return 1.0
    return 1.0 if any(detail.label == "document information" for detail in details) else 0.0


def read(source: SourceText) -> Sheet:
    """Take the head, the summary and the details off; the rest is the body."""
    details, head = _frame_of(source)
    first_detail = details[0].lines.first if details else len(source.lines) + 1
    text = [number for number in range(head.last_line + 1, first_detail) if source.line(number).strip()]
    found, zones = [*head.found], [*head.zones]
    summary = _summary(source, text, has_details=bool(details))
    if summary:
        is_alone = summary.lines.first == text[0]
        found.append(summary.found(source, "scan_summary" if is_alone else "page_summary"))
        zones.append(summary.zone)
        text = [number for number in text if number < summary.lines.first]
    names_language = any(detail.names_language for detail in details)
    language = language_of("\n".join(source.line(number) for number in text)) if names_language else None
    for detail in details:
        found.extend(read_detail(detail, language))
        zones.append(zone_of(detail))
    found.extend(_form_by_type(details, found))
    return Sheet(tuple(found), tuple(zones), LineRange(text[0], text[-1]) if text else None)


@lru_cache(maxsize=1)
def _frame_of(source: SourceText) -> tuple[tuple[Detail, ...], PageHead]:
    """Return the details and the head of a page.

    Those of the last file are kept, as they are both weighed and read; nobody changes them.
    """
    details = read_details(source)
    return details, read_head(source, details)


def _summary(source: SourceText, text: list[int], *, has_details: bool) -> Closing | None:
    """Return the summary: the last paragraph before the details, or the only one of a page without text."""
    if has_details and len(text) == 1:
        line = source.line(text[0])
        voice = voice_of(line)
        if voice is Voice.CATALOGUER or (voice is Voice.EITHER and not is_narrated(line)):
            return Closing(
                LineRange(text[0], text[0]), "certain" if voice is Voice.CATALOGUER else "probable"
            )
    return closing_summary(source, text, has_details=has_details)


def _form_by_type(details: tuple[Detail, ...], found: list[Found]) -> list[Found]:
    """Return the kind of document that the details name, where the title says none."""
    kind = next((detail for detail in details if detail.label == "type" and detail.rows), None)
    match = _FORM.search(kind.text) if kind else None
    says_none = not any(field == "title" and _FORM.search(value.value) for field, value in found)
    if not (kind and match and says_none):
        return []
    form = FORMS[in_small_letters(match["form"])]
    return [Found("form", Value(value=form, rule="label", by="cataloguer", lines=kind.value_lines))]
