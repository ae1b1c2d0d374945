"""A catalogue's head above a document: a label and its value on each line, divided by a colon or a tab.

The head is a catalogue's where it has labels that no memorandum has: a title, a source, a repository, a language.
`From`, `To`, `Date` and `Subject` alone are the document's own. Some catalogues set a summary and notes below the
text as well, under headings in bold type.
"""

from __future__ import annotations

import re

from archivegen.records.record import Zone
from archivegen.records.values import LineRange
from archivegen.seeds.closing_summary import closing_summary
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.catalogue_labels import FIELD_OF_LABEL, ONLY_IN_CATALOGUES
from archivegen.seeds.layouts.catalogue_values import Row, read_row
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.text_language import language_of

NAME = "catalogue_head"

_ROW = re.compile(
    r"^\s*(?:[-•*]\s+)?(?:\*\*)?(?P<label>[^\W\d_][\w ’'()/.-]{0,40}?)\s*(?:\*\*)?(?:\t\s*|[:：](?:\*\*)?(?:\s+|$))(?P<value>.*)$"
)
_DIVIDER = re.compile(r"^\s*(?:[-=_*~#]\s*){3,}$")
TEXT_LABEL = re.compile(
    r"^\s*\**(?:(?:Full )?text|Document|Transcription|Transcript|Translation|Body|Content|Document text|Text of (?:the )?document)\**:?\**\s*$",
    re.IGNORECASE,
)
_BOLD_LINE = re.compile(r"^\s*\*\*(?P<label>[^*:]{2,40}):?\*\*:?\s*$")
_SUMMARY_BELOW = re.compile(r"^(?:summary|abstract)$", re.IGNORECASE)
_FEWEST_ROWS = 3
_MOST_ROWS = 40
_LONGEST_LABEL, _LONGEST_UNKNOWN = 3, 80
# A line below a value goes on with it where the value fills its line.
_FULL_LINE = 60
# A cover sheet begins with a date and a title and has labels only for what follows.
_OF_COVERS = ("citation", "summary", "credits")
# Whoever has a rank and an age is not a document: the head of an interview, a questionnaire.
OF_PERSONS = frozenset(
    "name rank age born birthplace nationality occupation profession country position".split()
)


def score(source: SourceText) -> float:
    """Return how sure it is: rows from the first line on, some of which only a catalogue has."""
    rows = _rows(source)
    fields = {row.field for row in rows if row.field}
    if (
        len(rows) < _FEWEST_ROWS
        or rows[0].field in _OF_COVERS
        or OF_PERSONS & {row.label.casefold() for row in rows}
    ):
        return 0.0
    sure = fields & ONLY_IN_CATALOGUES
    return 1.0 if "title" in fields or len(sure) > 1 or sure & {"repository", "original_language"} else 0.0


def read(source: SourceText) -> Sheet:
    """Read the rows, and the sections below the text; what stands between them is the body."""
    rows = _rows(source)
    zones = [Zone(row.lines, "field", (row.field or "notes").partition(":")[0]) for row in rows]
    zones += [
        Zone(LineRange(n, n), "debris") for n in range(1, rows[0].lines.first) if source.line(n).strip()
    ]
    first, last = rows[-1].lines.last + 1, len(source.lines)
    while first <= last and _is_between(source.line(first)):
        if source.line(first).strip():
            zones.append(Zone(LineRange(first, first), "debris"))
        first += 1
    below = _rows_below(source, first)
    zones += [Zone(row.lines, "field", row.field or "notes") for row in below]
    end = below[0].lines.first if below else last + 1
    text = [number for number in range(first, end) if source.line(number).strip()]
    found: list[Found] = []
    has_summary = any(row.field == "summary" for row in (*rows, *below))
    closing = None if has_summary else closing_summary(source, text, has_details=False)
    if closing:
        found.append(closing.found(source, "closing_summary"))
        zones.append(closing.zone)
        text = [number for number in text if number < closing.lines.first]
    language = language_of("\n".join(source.line(number) for number in text))
    for row in (*rows, *below):
        found.extend(read_row(row, language))
    return Sheet(tuple(found), tuple(zones), LineRange(text[0], text[-1]) if text else None)


def _is_between(line: str) -> bool:
    return not line.strip() or bool(_DIVIDER.match(line) or TEXT_LABEL.match(line))


def _rows(source: SourceText) -> list[Row]:
    """Return the rows of the head: they follow each other without a blank line, or all with one.

    The first must be known; a heading in bold type may stand above it.
    """
    rows: list[Row] = []
    gap: int | None = None
    blank, has_heading = 0, False
    for number, line in enumerate(source.lines, 1):
        if not line.strip():
            blank += bool(rows)
            continue
        match = _ROW.match(line)
        label = match["label"].strip() if match else ""
        field = FIELD_OF_LABEL.get(label.casefold())
        is_gap_usual = gap is None or blank <= gap
        is_small = bool(rows) and rows[0].label.islower()
        is_row = field or (
            match and rows and _may_be_row(match, source, number, is_glued=not blank, is_small=is_small)
        )
        if match and is_gap_usual and is_row:
            gap = blank if rows and gap is None else gap
            rows.append(Row(field, label, _unquoted(match["value"].strip()), LineRange(number, number)))
        elif rows and not blank and (line[0].isspace() or len(source.line(number - 1)) >= _FULL_LINE):
            rows[-1] = rows[-1].with_line(line.strip(), number)
        elif rows or has_heading or not _BOLD_LINE.match(line):
            break
        else:
            has_heading = True
        blank = 0
        if len(rows) > _MOST_ROWS:
            break
    return rows


def _unquoted(value: str) -> str:
    """Return a value without the quotation marks around the whole of it, as front matter has them."""
    inner = value[1:-1]
    return inner if value[:1] == value[-1:] == '"' and '"' not in inner else value


def _may_be_row(
    match: re.Match[str], source: SourceText, number: int, *, is_glued: bool, is_small: bool
) -> bool:
    """Say whether a row with an unknown label belongs to the head: a short one among its rows or above known ones."""
    label, value = match["label"].strip(), match["value"].strip()
    # The labels of front matter are written small.
    if (
        not (label[:1].isupper() or (is_small and label.islower()))
        or len(label.split()) > _LONGEST_LABEL
        or label.startswith(("Dear", "My"))
    ):
        return False
    if is_glued and value and len(value) <= _LONGEST_UNKNOWN and value[-1] not in ".?!":
        return True
    below = [row for line in source.lines[number : number + 3] if (row := _ROW.match(line))]
    return any(row["label"].strip().casefold() in FIELD_OF_LABEL for row in below)


def _rows_below(source: SourceText, start: int) -> list[Row]:
    """Return the sections below the text, from a summary on: a heading in bold type and what follows it."""
    headings = [
        (number, match["label"].strip())
        for number in range(start, len(source.lines) + 1)
        if (match := _BOLD_LINE.match(source.line(number)))
    ]
    at = next((at for at, (_, label) in enumerate(headings) if _SUMMARY_BELOW.match(label)), None)
    if at is None:
        return []
    rows = []
    ends = [number - 1 for number, _ in headings[at + 1 :]] + [len(source.lines)]
    for (number, label), end in zip(headings[at:], ends, strict=True):
        words = " ".join(" ".join(source.lines[number:end]).split())
        field = "summary" if _SUMMARY_BELOW.match(label) else None
        rows.append(Row(field, label, words, LineRange(number, end)))
    return rows
