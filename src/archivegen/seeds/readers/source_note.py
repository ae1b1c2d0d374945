"""The note below a text, or above it, that says where the paper is held: `[Source: State Archive, fond 4, delo 12.]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.values import LineRange, ReferenceCode
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.prepared_by import language_translated_from
from archivegen.seeds.reference import read_reference
from archivegen.seeds.signs import has_any

_LABEL = re.compile(
    r"(?:archival\s+|document\s+|original\s+)?(?:source|archives?|reference|location|provenance|held\s+(?:at|in|by))(?:\s+of\s+(?:the\s+)?(?:text|document|original))?\s*:\s*",
    re.IGNORECASE,
)
# One of these stands in every reference of a line that no label announces.
_PARTS = (" f.", "ond ", "p. ", "op.", "opis", "ox ", "older ", "ile ", " d.", "ф.", "оп.")
_REMARK = re.compile(
    r"\.\s+(?:Original|Cop(?:y|ies)|Draft|Typescript|Typewritten|Manuscript|Certified|Handwritten)\b[^.]*\.?$"
)
# Where somebody sits, and no archive.
_ROOM = re.compile(r"\s*(?:Room|Hall|Floor|Building|Table|Seat)\b", re.IGNORECASE)
_TRANSLATED = re.compile(
    r"^[\s\[(]*(?:English\s+)?[Tt]ranslat(?:ed|ion)\s+from\s+(?:the\s+)?(?:original\s+)?[A-Z][a-z]+(?:\s+(?:original|text)|\s+by\s.{3,80})?[\s\]).]*$"
)
_LONGEST_NOTE = 150
_DIGIT = re.compile(r"\d")
_HEAD, _FOOT, _LONGEST = 2, 8, 600
# A line that no label announces needs its parts: "State Archive, f. 12, op. 3, d. 45".
_LEAST_PARTS = 2


def read_source_note(draft: Draft) -> Iterator[Found]:
    """Yield where the paper is held, with its reference and who prepared the text, where no catalogue says so already."""
    if draft.first("repository") or draft.first("reference_code"):
        return
    blocks = draft.body.blocks
    for block in (*blocks[-_FOOT:], *blocks[:_HEAD]):
        if len(block.text) > _LONGEST or not _DIGIT.search(block.text):
            continue
        rows = enumerate(block.text.split("\n"), block.lines.first)
        found = next(filter(None, (_read(text, number) for number, text in rows)), ())
        if found:
            yield from found
            return


def read_translation_note(draft: Draft) -> Iterator[Found]:
    """Yield the language that a line above or below the text says it was translated from: `(Translated from the Arabic)`."""
    if draft.first("original_language"):
        return
    blocks = draft.body.blocks
    for block in (*blocks[:_HEAD], *blocks[-_FOOT:]):
        for number, line in enumerate(block.text.split("\n"), block.lines.first):
            if len(line) < _LONGEST_NOTE and _TRANSLATED.match(line):
                found = language_translated_from(line, (LineRange(number, number),))
                yield from (
                    Found(each.field, replace(each.value, rule="source_note", by="editor")) for each in found
                )
                return


def _read(text: str, number: int) -> tuple[Found, ...]:
    """Return what a line says of where the paper is held; nothing of a line that is no reference."""
    words = text.strip().strip("[]()").strip()
    label = _LABEL.match(words) if ":" in words else None
    if _ROOM.match(words, label.end()) if label else not has_any(_PARTS, words):
        return ()
    here = (LineRange(number, number),)
    reference = _REMARK.sub("", words[label.end() :] if label else words)
    found = tuple(read_reference(reference, here))
    codes = [value for _, value in found if isinstance(value, ReferenceCode)]
    named = [value for field, value in found if field == "repository" and value.certainty == "certain"]
    parts = {name for code in codes for name, _ in code.parts} - {"repository"}
    is_reference = bool(parts or named) if label else bool(named) and len(parts) >= _LEAST_PARTS
    return tuple(_as_noted(one) for one in found) if is_reference else ()


def _as_noted(found: Found) -> Found:
    """Return a value as one that editors, not cataloguers, set beside the text."""
    if found.field not in ("repository", "reference_code"):
        return found
    return Found(found.field, replace(found.value, rule="source_note", by="editor"))
