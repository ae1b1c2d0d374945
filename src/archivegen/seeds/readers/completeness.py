"""Whether a document is whole: marks of omission around its text, and what it is taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.body import Block
from archivegen.records.values import DateValue, Value
from archivegen.seeds.alphabet import is_in_latin_letters
from archivegen.seeds.draft import Draft, Found

_EXCERPT = re.compile(r"[(\[](?:excerpts?|extracts?|fragments?)[)\]]\s*$", re.IGNORECASE)
BEGINS_WITH_FROM = re.compile(r"^from\s+the\b", re.IGNORECASE)


def read_completeness(draft: Draft) -> Iterator[Found]:
    """Yield that the text is an excerpt where marks of omission stand before or after it, and what it is part of."""
    omissions = [block for block in draft.blocks_of("omission") if not _divides_versions(draft, block)]
    if omissions:
        lines = tuple(block.lines for block in omissions)
        yield Found(
            "completeness",
            Value(value="excerpt", rule="omission_marks", status="derived", by="editor", lines=lines),
        )
    title = draft.first("title")
    if title and not omissions and _EXCERPT.search(title.value):
        yield Found(
            "completeness",
            Value(value="excerpt", rule="excerpt_in_title", status="derived", by=title.by, lines=title.lines),
        )
    heading = draft.first("title_in_document")
    entries = [date for date in draft.values_of("dates", DateValue) if date.type == "entry"]
    is_taken_from = (
        len(entries) == 1 or bool(omissions) or bool(heading and BEGINS_WITH_FROM.match(heading.value))
    )
    if heading and entries and is_taken_from and not draft.first("part_of"):
        yield Found("part_of", replace(heading, status="derived", rule="document_heading"))


def _divides_versions(draft: Draft, omission: Block) -> bool:
    """Say whether marks of omission only divide the text in one language from that in another."""
    paragraphs = draft.blocks_of("paragraph")
    above = [block.text for block in paragraphs if block.lines.first < omission.lines.first]
    below = [block.text for block in paragraphs if block.lines.first > omission.lines.first]
    return bool(above and below) and is_in_latin_letters(above[-1]) != is_in_latin_letters(below[0])
