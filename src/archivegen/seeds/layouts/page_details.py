"""The details that stand below the text of a saved page: a label on a line, its value on the next ones.

Values are often lost, and then one label follows another: a label is never a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archivegen.records.languages import languages_in, tag_of
from archivegen.records.record import Zone
from archivegen.records.values import AgentValue, Certainty, Identifier, LineRange, Lines, Value
from archivegen.seeds.citation import read_reference
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found

# Labels and the fields their values belong to; those of other records, and the host's own dates, belong to none.
_LABELS = {
    "author(s)": "creators", "associated people & organizations": None, "associated places": None,
    "associated topics": None, "subjects discussed": None, "related documents": None, "document information": None,
    "source": "source", "original archive": "repository", "rights": "rights", "original uploaded date": None,
    "type": None, "language": "language", "record id": "identifiers", "donors": "funders", "pdf": None,
    "original classification": None, "topics": None,
}  # fmt: skip
_LABEL = re.compile(rf"^\s*(?P<label>{'|'.join(map(re.escape, _LABELS))}):?\s*$", re.IGNORECASE)
_FEWEST_LABELS = 2
# How many lines a value has at the most; rights are boilerplate, and lists of related documents are long.
_LONG_VALUES = ("rights", "related documents")
_MOST_LINES, _MOST_ROWS, _LONGEST_VALUE = 4, 60, 400


@dataclass(frozen=True, slots=True)
class Detail:
    """A label, the lines of its value that are not blank, by number, and all its lines."""

    label: str
    rows: tuple[tuple[int, str], ...]
    lines: LineRange


def read_details(source: SourceText) -> tuple[Detail, ...]:
    """Return the details at the foot of a page; none where the page has no foot of this kind."""
    labels = [
        (number, match["label"])
        for number, line in enumerate(source.lines, 1)
        if (match := _LABEL.match(line))
    ]
    labels = _run_at_foot(source, labels)
    if len({label.casefold() for _, label in labels}) < _FEWEST_LABELS:
        return ()
    details = []
    ends = [number - 1 for number, _ in labels[1:]] + [len(source.lines)]
    for (number, label), end in zip(labels, ends, strict=True):
        lines = range(number + 1, end + 1)
        rows = tuple((line, source.line(line).strip()) for line in lines if source.line(line).strip())
        details.append(Detail(label.casefold(), rows, LineRange(number, end)))
    return tuple(details)


def _run_at_foot(source: SourceText, labels: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the labels of the last run: nothing longer than a value stands between them or after them.

    A line inside the text that happens to be a label is followed by running text and so begins no run.
    """
    run: list[tuple[int, str]] = []
    end = len(source.lines)
    for number, label in reversed(labels):
        value = [line for line in source.lines[number:end] if line.strip()]
        most = _MOST_ROWS if label.casefold() in _LONG_VALUES else _MOST_LINES
        if len(value) > most or any(len(line) > _LONGEST_VALUE for line in value):
            break
        run.insert(0, (number, label))
        end = number - 1
    return run


def zone_of(detail: Detail) -> Zone:
    """Return what the lines of a detail are: a field's, or debris of the host."""
    field = _LABELS[detail.label] if detail.rows else None
    field = "reference_code" if field == "source" else field
    return Zone(detail.lines, "field", field) if field else Zone(detail.lines, "debris")


def read_detail(detail: Detail) -> Iterator[Found]:
    """Yield what a detail says of this document."""
    field = _LABELS[detail.label]
    if field is None or not detail.rows:
        return
    lines = (LineRange(detail.rows[0][0], detail.rows[-1][0]),)
    text = " ".join(row for _, row in detail.rows)
    if field == "source":
        yield from read_reference(text, lines)
    elif field == "language":
        for wording in languages_in(text):
            yield Found(field, language_value(wording, lines))
    elif field == "identifiers":
        yield Found(
            field, Identifier(value=text, kind="record_number", rule="label", by="cataloguer", lines=lines)
        )
    elif field in ("funders", "creators"):
        for number, row in detail.rows:
            here = (LineRange(number, number),)
            agent = AgentValue(value=row, rule="label", by="cataloguer", lines=here)
            yield Found(field, replace(agent, kind="body") if field == "funders" else agent)
    else:
        yield Found(field, Value(value=text, rule="label", by="cataloguer", lines=lines))


def language_value(wording: str, lines: Lines, rule: str = "label") -> Value:
    """Return a language by its tag, or as written where it is the name of none."""
    tag = tag_of(wording)
    value = tag or wording
    certainty: Certainty = "certain" if tag else "uncertain"
    as_written = wording if tag else None
    return Value(
        value=value, as_written=as_written, rule=rule, by="cataloguer", lines=lines, certainty=certainty
    )
