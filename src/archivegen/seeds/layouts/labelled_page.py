"""A page of any archive: a heading, then labels with their values, and the text below the last of them.

A label stands on a line of its own, as a heading, in bold type or bare, with its value below it; or before its value. The
host's lines may stand around it all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from archivegen.records.record import Zone
from archivegen.records.values import LineRange, Value
from archivegen.seeds.catalogued import catalogued_date, catalogued_title
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.catalogue_head import OF_PERSONS
from archivegen.seeds.layouts.catalogue_labels import ONLY_IN_CATALOGUES
from archivegen.seeds.layouts.catalogue_values import Row, read_row
from archivegen.seeds.layouts.cover_units import HOST
from archivegen.seeds.layouts.edited_letter import named_by
from archivegen.seeds.layouts.label_lines import LabelLine, label_in, rows_at_foot, unknown_label_in
from archivegen.seeds.letter_heading import read_letter_heading
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.text_language import language_of

NAME = "labelled_page"

_MOST_ABOVE, _MOST_LINES, _FEWEST_SURE, _LONGEST_VALUE = 5, 80, 2, 300
# A paper's own head has these; below labels of a catalogue they are the paper's.
_OF_PAPERS = frozenset(
    "creators recipients dates:created dates:sent dates:received subjects place_of_creation extent notes form".split()
)
# What a page says in several paragraphs.
_LONG = frozenset(("summary", "notes", "rights", "credits", "citation"))
_BELOW = re.compile(
    r"^\s*(?:©.{0,120}|.{0,60}\ball rights reserved\b.{0,40}|(?:back|go|return) to (?:the )?top|share(?: this)?|print|previous|next)\.?\s*$",
    re.IGNORECASE,
)


_HEADING_OF_SITE = re.compile(
    r"^(?:Dublin Core|(?:\w+ )?Item Type Metadata|Metadata|(?:Item|Document) (?:details|information|description))$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Page:
    """A page: the lines above the first label, the rows above and below the text, the host's lines, the text's lines."""

    above: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    debris: list[int] = field(default_factory=list)
    text: list[int] = field(default_factory=list)

    @property
    def sure(self) -> frozenset[str | None]:
        """The fields of its labels that no paper has labels for, as far as they have values."""
        return ONLY_IN_CATALOGUES.intersection(
            row.field for row in self.rows if any(map(str.isalnum, row.value))
        )


def score(source: SourceText) -> float:
    """Return how sure it is: labels of which at least two are such as only a catalogue has."""
    page = _page_of(source)
    is_of_person = OF_PERSONS & {row.label.casefold() for row in page.rows}
    # A report may have a chapter on its sources, and one that sums it up.
    has_chapters = any(len(row.value) > _LONGEST_VALUE and row.field not in _LONG for row in page.rows)
    return 0.9 if len(page.sure) >= _FEWEST_SURE and page.text and not (is_of_person or has_chapters) else 0.0


def read(source: SourceText) -> Sheet:
    """Read the heading and the rows; the body is what stands between the labels, without the host's lines."""
    page = _page_of(source)
    found, zones = _heading(source, page)
    zones += [Zone(row.lines, "field", (row.field or "notes").partition(":")[0]) for row in page.rows]
    zones += [Zone(LineRange(number, number), "debris") for number in page.debris]
    language = language_of("\n".join(source.line(number) for number in page.text))
    for row in page.rows:
        found.extend(read_row(row, language))
    return Sheet(tuple(found), tuple(zones), LineRange(page.text[0], page.text[-1]) if page.text else None)


@lru_cache(maxsize=1)
def _page_of(source: SourceText) -> _Page:
    """Return the page; that of the last file is kept, as it is both weighed and read, and nobody changes it."""
    page = _Page()
    start = _read_head(source, page)
    below = rows_at_foot(source, start)
    end = below[0].lines.first if below else len(source.lines) + 1
    page.text = [number for number in range(start, end) if source.line(number).strip()]
    # Labels below a text whose head has none are a page's only if the text ends above them.
    if below and (page.rows or not source.line(end - 1).strip()):
        page.rows += below
    else:
        page.text += [number for number in range(end, len(source.lines) + 1) if source.line(number).strip()]
    for at in (0, -1):
        while page.text and (_BELOW if at else HOST).match(source.line(page.text[at]).strip()):
            page.debris.append(page.text.pop(at))
    return page


def _read_head(source: SourceText, page: _Page) -> int:
    """Read the rows above the text, and return the first line below them; the first line of all where there are none."""
    filled = [n for n, line in enumerate(source.lines[:_MOST_LINES], 1) if line.strip()]
    labels = {n: label for n in filled if (label := label_in(source.line(n)))}
    last_label = max(labels, default=0)
    for number in filled:
        label = labels.get(number)
        if label and label.is_text and page.rows:
            page.debris.append(number)
            return number + 1
        if label and not label.is_text and not _is_of_paper(label, page):
            page.rows.append(Row(label.field, label.words, label.value, LineRange(number, number)))
        elif (
            page.rows
            and page.rows[-1].lines.last == number - 1
            and (other := unknown_label_in(source.line(number)))
        ):
            page.rows.append(Row(None, other.words, other.value, LineRange(number, number)))
        elif page.rows and _HEADING_OF_SITE.match(source.line(number).strip("#* ")):
            page.debris.append(number)
        elif not page.rows and not label and len(page.above) < _MOST_ABOVE:
            page.above.append(number)
        elif page.rows and not label and _goes_on(source, page, number, is_last=number > last_label):
            page.rows[-1] = page.rows[-1].with_line(source.line(number).strip(), number)
        else:
            return number if page.rows else _without_head(page)
    return _without_head(page)


def _without_head(page: _Page) -> int:
    """Take nothing for the head of a page that has no rows above its text, or no text below them."""
    page.above, page.rows, page.debris = [], [], []
    return 1


def _is_of_paper(label: LabelLine, page: _Page) -> bool:
    """Say whether a label is of the paper below: one before its value, where those of the page stand alone; or seen before."""
    if not page.rows:
        return False
    is_other = page.rows[0].lines.first < page.rows[0].lines.last and bool(label.value)
    return is_other and label.field in _OF_PAPERS


def _goes_on(source: SourceText, page: _Page, number: int, *, is_last: bool) -> bool:
    """Say whether a line without a label goes on with the value above it."""
    row = page.rows[-1]
    if page.debris and page.debris[-1] > row.lines.last:
        return False  # a heading of the site's stands between them
    is_glued = bool(source.line(number - 1).strip())
    return not row.value or is_glued or (not is_last and row.field in _LONG)


def _heading(source: SourceText, page: _Page) -> tuple[list[Found], list[Zone]]:
    """Return what stands above the labels: the title, the date, the host's lines; other lines are notes.

    Words above a line of the host's are the name of its site.
    """
    found: list[Found] = []
    zones: list[Zone] = []
    title = next((row.value for row in page.rows if row.field == "title"), None)
    lines = [(number, source.line(number).strip().strip("#* ")) for number in page.above]
    day = next((words for _, words in lines if read_date(words)), None)
    below_menu = max((at for at, (_, words) in enumerate(lines[:-1], 1) if HOST.match(words)), default=0)
    for at, (number, words) in enumerate(lines):
        here = LineRange(number, number)
        if at < below_menu or HOST.match(words) or words == title or _HEADING_OF_SITE.match(words):
            zones.append(Zone(here, "debris"))
            continue
        date = read_date(words)
        parties = read_letter_heading(f"{words}, {day}") if day else None
        if date:
            found.append(catalogued_date(date, words, "heading_date", here))
        elif parties:
            found.extend(named_by(parties, here))
        elif title:
            note = Value(
                value=words, rule="leading_paragraph", status="derived", by="cataloguer", lines=(here,)
            )
            found.append(Found("notes", replace(note, certainty="uncertain")))
        else:
            title = words
            field, value = catalogued_title(words, "heading_title", here)
            # Sites set more above a document than its title.
            found.append(Found(field, replace(value, certainty="probable")))
        zones.append(Zone(here, "field", found[-1].field))
    return found, zones
