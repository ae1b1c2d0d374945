"""A cover sheet, then the text: date and title on top, a citation, a summary, a line of thanks, a list of versions.

Labels such as `Citation:` stand on lines of their own, bold or plain, with the value below; or inline before the
value. A label whose value is lost says nothing, and a value whose label is lost is known by its own words.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count, islice

from archivegen.records.record import Zone
from archivegen.records.values import LineRange
from archivegen.seeds.catalogued import catalogued_date, catalogued_title
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.cover_sections import Section, read_sections
from archivegen.seeds.layouts.cover_units import HOST, PAGE_NUMBER, SHOW_MORE, Unit, is_language, units_of
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.summary import Voice, voice_of

NAME = "cover_sheet"

_SEARCHED_LINES = 80
# Above the first label stand at most a date and a title of a few lines, and what a host put before them.
_HEAD_UNITS = 6
_UNITS_AHEAD = 9
_FRAME = ("label", "credits", "versions", "citation")
_SHEET_FIELDS = {"citation", "summary", "credits", "original_language", "versions"}
_SIGNS_OF_FRAME = (
    b"citation", b"summary", b"credits", b"original language", b"contents", b"made possible", b"digital archive",
    b"digital collection", b"digital library",
)  # fmt: skip
_THANKS = re.compile(r"\b(?:support|fund|thank|grant|possible|courtesy|gift)", re.IGNORECASE)


@dataclass(slots=True)
class Cover:
    """A cover sheet as it is read from the top: its date, title, sections, the host's lines, and its last line."""

    head: list[Unit] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    debris: list[LineRange] = field(default_factory=list)
    labels: list[Unit] = field(default_factory=list)
    last_line: int = 0

    @property
    def fields_labelled(self) -> set[str | None]:
        """The fields that the sheet has a label for."""
        return {unit.field for unit in self.labels}

    @property
    def fields_read(self) -> set[str]:
        """The fields that the sheet has a value for."""
        return {section.field for section in self.sections}


def score(source: SourceText) -> float:
    """Return how sure it is, from 0 to 1, that the file begins with a cover sheet."""
    # Bytes are put into small letters far sooner than a text, and the signs have plain letters alone.
    head = "\n".join(source.lines[:_SEARCHED_LINES]).encode(errors="surrogatepass").lower()
    if not any(sign in head for sign in _SIGNS_OF_FRAME):
        return 0.0
    cover = read_cover(source)
    fields = (cover.fields_read | cover.fields_labelled) & _SHEET_FIELDS
    has_citation = "citation" in fields and (len(fields) > 1 or bool(cover.labels))
    return 1.0 if has_citation or len(fields) > 2 else 0.0


def read(source: SourceText) -> Sheet:
    """Read the cover sheet; the body is what follows its last section."""
    cover = read_cover(source)
    body, debris = _body(source, cover.last_line)
    text = "\n".join(source.lines[body.first - 1 : body.last]) if body else ""
    head = tuple(_read_head(cover))
    found = [value for value, _ in head if value]
    found.extend(read_sections(cover.sections, text))
    zones = [zone for _, zone in head]
    zones += [Zone(unit.lines, "field", unit.field) for unit in cover.labels]
    zones += [Zone(section.lines, "field", section.field) for section in cover.sections]
    zones += [Zone(lines, "debris") for lines in (*cover.debris, *debris)]
    return Sheet(tuple(found), tuple({zone.lines.first: zone for zone in zones}.values()), body)


@lru_cache(maxsize=1)
def read_cover(source: SourceText) -> Cover:
    """Return the sheet: it ends where words follow that neither a label nor they themselves make a part of it.

    That of the last file is kept, as it is both weighed and read; nobody changes it.
    """
    units = units_of(source, _SEARCHED_LINES)
    # The units below are read only as far as they are looked at: most of the lines searched are the text's.
    ahead = deque(islice(units, _UNITS_AHEAD))
    cover = Cover()
    label: str | None = None
    for place in count():
        ahead.extend(islice(units, 1))
        if not ahead:
            break
        unit = ahead.popleft()
        if unit.kind == "label":
            is_seen = unit.field in cover.fields_labelled and unit.field != "notes"
            if (
                is_seen
                or "versions" in cover.fields_read
                or (not (cover.labels or cover.sections) and place - len(cover.debris) > _HEAD_UNITS)
            ):
                break
            label = unit.field
            cover.labels.append(unit)
            if unit.text:
                cover.sections.append(Section(label or "notes", unit.text, unit.lines))
        elif (name := _field_of(unit, label, cover, ahead)) is None:
            break
        elif name in ("dates", "title"):
            cover.head.append(unit)
        elif name == "host":
            cover.debris.append(unit.lines)
        else:
            cover.sections.append(Section(name, unit.text, unit.lines, has_label=name == label))
        cover.last_line = unit.lines.last
    return cover


def _field_of(unit: Unit, label: str | None, cover: Cover, ahead: Iterable[Unit]) -> str | None:
    """Return the field of a unit that is no label: `label` is the last label above it; None where the text begins."""
    goes_on = any(each.kind in _FRAME and each.field not in cover.fields_labelled for each in ahead)
    if not (cover.sections or cover.labels) and unit.kind in ("dates", "host", "words"):
        return ("title" if unit.kind == "words" else unit.kind) if goes_on else None
    if unit.kind in ("credits", "versions", "citation", "source_url"):
        return unit.kind
    if unit.kind == "host":
        return "host" if goes_on else None
    has_value = label in cover.fields_read
    if not has_value and label and _may_be_value(label, unit.text, goes_on=goes_on):
        return label
    if has_value and goes_on and label in ("summary", "notes"):
        return label
    if goes_on and "original_language" not in cover.fields_read and is_language(unit.text):
        return "original_language"
    voice = voice_of(unit.text)
    is_summary = voice is Voice.CATALOGUER or (voice is Voice.EITHER and goes_on)
    if is_summary and "summary" not in cover.fields_read:
        return "summary"
    return "notes" if goes_on else None


def _may_be_value(label: str, text: str, *, goes_on: bool) -> bool:
    """Say whether words below a label can be its value: it may be lost, and then they are something else."""
    if label == "original_language":
        return is_language(text)
    if label == "citation":
        return any(map(str.isdigit, text))
    if label == "summary":
        return goes_on or voice_of(text) is not Voice.DOCUMENT
    if label == "credits":
        return goes_on or bool(_THANKS.search(text))
    return label == "notes"


def _body(source: SourceText, end_of_cover: int) -> tuple[LineRange | None, list[LineRange]]:
    """Return the lines of the text, and those that a host has put before it and below it."""
    debris: list[LineRange] = []
    numbers = [n for n in range(end_of_cover + 1, len(source.lines) + 1) if source.line(n).strip()]
    while numbers and HOST.match(source.line(numbers[0]).strip()):
        number = numbers.pop(0)
        debris.append(LineRange(number, number))
    while numbers and (
        SHOW_MORE.fullmatch(source.line(numbers[-1])) or PAGE_NUMBER.match(source.line(numbers[-1]))
    ):
        number = numbers.pop()
        debris.append(LineRange(number, number))
    return (LineRange(numbers[0], numbers[-1]) if numbers else None), debris


def _read_head(cover: Cover) -> Iterator[tuple[Found | None, Zone]]:
    """Yield the date and the title: the words that the citation begins with or that stand below the date, or the last ones."""
    date = next((unit for unit in cover.head if unit.kind == "dates"), None)
    words = [unit for unit in cover.head if unit.kind != "dates"]
    citation = next((section.text for section in cover.sections if section.field == "citation"), "")
    cited = [unit for unit in words if citation.lstrip('“"').startswith(unit.text)]
    below = [unit for unit in words if date and unit.lines > date.lines]
    title = next(iter([*cited, *below, *words[-1:]]), None)
    for unit in cover.head:
        if unit is date:
            value = catalogued_date(read_date(unit.text) or "", unit.text, "heading_date", unit.lines)
            yield value, Zone(unit.lines, "field", "dates")
        elif unit is title:
            yield catalogued_title(unit.text, "heading_title", unit.lines), Zone(unit.lines, "field", "title")
        else:
            yield None, Zone(unit.lines, "debris")
