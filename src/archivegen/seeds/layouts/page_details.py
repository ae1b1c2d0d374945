"""The details that stand below the text of a saved page: a label on a line, its value on the next ones.

Values are often lost, and then one label follows another: a label is never a value. A label can be lost as well:
what follows the heading of the details without one is the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archivegen.records.languages import languages_in, tag_of
from archivegen.records.record import Zone
from archivegen.records.values import AgentValue, Certainty, Identifier, LineRange, Lines, Value
from archivegen.seeds.credit_line import funders_in
from archivegen.seeds.draft import Found
from archivegen.seeds.reference import read_reference
from archivegen.seeds.source_text import SourceText

# Labels and the fields their values belong to; those of other records, and the host's own dates, belong to none.
_LABELS = {
    "author(s)": "creators", "associated people & organizations": None, "associated places": None,
    "associated topics": None, "subjects discussed": None, "related documents": None, "document information": "source",
    "source": "source", "original archive": "repository", "rights": "rights", "original uploaded date": None,
    "type": None, "language": "language", "record id": "identifiers", "donors": "funders", "pdf": None,
    "original classification": None, "topics": None, "original language": "original_language",
}  # fmt: skip
_LABEL = re.compile(
    rf"^\s*(?P<label>{'|'.join(map(re.escape, _LABELS))})(?::?\s*$|:\s+(?P<value>\S.*?)\s*$)", re.IGNORECASE
)
_LONGER = max(map(len, _LABELS)) + 1
_OF_RIGHTS = re.compile(
    r"\b(?:rights?|copyright\w*|permission|permitted|consent|licen[cs]ed?|free(?:ly)?|reuse|quoted?|welcomes?|teaching|research)\b",
    re.IGNORECASE,
)
_FEWEST_LABELS = 2
# No paper has this line; a page may have no more of its details than the source below it.
_HEADING = "document information"
# How many lines a value has at the most, and how long they are; rights are boilerplate, and lists of documents long.
_LONG_VALUES = {"rights": (4, 3000), "related documents": (60, 1500)}
_MOST_LINES, _LONGEST_VALUE = 4, 400


@dataclass(frozen=True, slots=True)
class Detail:
    """A label, the lines of its value that are not blank, by number, and all its lines."""

    label: str
    rows: tuple[tuple[int, str], ...]
    lines: LineRange

    @property
    def text(self) -> str:
        """The value as one text."""
        return " ".join(row for _, row in self.rows)

    @property
    def names_language(self) -> bool:
        """Whether it names a language, which may be that of the text."""
        return _LABELS[self.label] == "language" and bool(self.rows)

    @property
    def value_lines(self) -> Lines:
        """The lines the value stands on."""
        return (LineRange(self.rows[0][0], self.rows[-1][0]),)


def read_details(source: SourceText) -> tuple[Detail, ...]:
    """Return the details at the foot of a page; none where the page has no foot of this kind."""
    labels = [
        (number, match["label"].casefold(), match["value"])
        for number, line in enumerate(source.lines, 1)
        if line and _begins_with_label(line) and (match := _LABEL.match(line))
    ]
    labels = _run_at_foot(source, labels)
    names = {label for _, label, _ in labels}
    if len(names) < _FEWEST_LABELS and names != {_HEADING}:
        return ()
    details = []
    ends = [number - 1 for number, _, _ in labels[1:]] + [len(source.lines)]
    for (number, label, inline), end in zip(labels, ends, strict=True):
        lines = [(line, source.line(line).strip()) for line in range(number + 1, end + 1)]
        rows = tuple(row for row in [(number, inline or ""), *lines] if row[1])
        details.append(Detail(label, rows, LineRange(number, end)))
    return tuple(details)


def _begins_with_label(line: str) -> bool:
    return line.lstrip()[:_LONGER].partition(":")[0].rstrip().casefold() in _LABELS


def _run_at_foot(
    source: SourceText, labels: list[tuple[int, str, str | None]]
) -> list[tuple[int, str, str | None]]:
    """Return the labels of the last run: nothing longer than a value stands between them or after them.

    A line inside the text that happens to be a label is followed by running text and so begins no run.
    """
    run: list[tuple[int, str, str | None]] = []
    end = len(source.lines)
    for number, label, inline in reversed(labels):
        value = [line for line in source.lines[number:end] if line.strip()]
        most, longest = _LONG_VALUES.get(label, (_MOST_LINES, _LONGEST_VALUE))
        if len(value) > most or any(len(line) > longest for line in value):
            break
        run.insert(0, (number, label, inline))
        end = number - 1
    return run


def zone_of(detail: Detail) -> Zone:
    """Return what the lines of a detail are: a field's, or debris of the host."""
    field = _LABELS[detail.label] if detail.rows else None
    field = "reference_code" if field == "source" else field
    return Zone(detail.lines, "field", field) if field else Zone(detail.lines, "debris")


def read_detail(detail: Detail, text_language: str | None) -> Iterator[Found]:
    """Yield what a detail says of this document, whose text is in `text_language`, if that is known."""
    field = _LABELS[detail.label]
    if field is None or not detail.rows:
        return
    lines, text = detail.value_lines, detail.text
    if field == "source":
        yield from _read_source(detail)
    elif field == "language":
        yield from read_languages(text, lines, text_language)
    elif field == "original_language":
        for wording in languages_in(text):
            yield Found(field, language_value(wording, lines))
    elif field == "identifiers":
        yield Found(
            field, Identifier(value=text, kind="record_number", rule="label", by="cataloguer", lines=lines)
        )
    elif field in ("funders", "creators"):
        for number, row in detail.rows:
            agent = AgentValue(value=row, rule="label", by="cataloguer", lines=(LineRange(number, number),))
            names = funders_in(row) if field == "funders" else ()
            yield from (Found(field, replace(agent, value=name, kind="body")) for name in names)
            yield from () if names else (Found(field, agent),)
    else:
        yield Found(field, Value(value=text, rule="label", by="cataloguer", lines=lines))


def _read_source(detail: Detail) -> Iterator[Found]:
    """Yield the references of a source; a sentence below them is what has lost the label of the rights."""
    for number, row in detail.rows:
        here = (LineRange(number, number),)
        if number != detail.rows[0][0] and _OF_RIGHTS.search(row):
            yield Found(
                "rights",
                Value(value=row, rule="rights_wording", by="cataloguer", lines=here, certainty="probable"),
            )
        else:
            yield from read_reference(row, here)


def read_languages(wordings: str, lines: Lines, text_language: str | None) -> Iterator[Found]:
    """Yield languages of the original, but for the one that the text itself is in.

    Pages name the language of the original; where the text is too short to show its own, or only a scan is offered, English
    is taken for it.
    """
    for wording in languages_in(wordings):
        value = language_value(wording, lines)
        is_of_text = value.value == (text_language or "en")
        yield Found("language" if is_of_text else "original_language", value)


def language_value(wording: str, lines: Lines, rule: str = "label") -> Value:
    """Return a language by its tag, or as written where it is the name of none."""
    tag = tag_of(wording)
    value = tag or wording
    certainty: Certainty = "certain" if tag else "uncertain"
    as_written = wording if tag else None
    return Value(
        value=value, as_written=as_written, rule=rule, by="cataloguer", lines=lines, certainty=certainty
    )
