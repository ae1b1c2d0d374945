"""What was read, built and published, as text for a terminal."""

from __future__ import annotations

import shlex
from pathlib import Path

from archivegen.build import Outcome
from archivegen.config import SETTINGS_NAME
from archivegen.problems import printable
from archivegen.reading import Reading
from archivegen.records.dates import worded
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.record import Record
from archivegen.records.values import Value

_PARTS_ELSEWHERE = ("value", "status", "by", "rule", "lines", "as_written", "certainty")


def describe_record(record: Record, record_id: str) -> str:
    """Return a record as lines of text: fields, body and zones."""
    lines = [
        f"{record.source.path}: {record.source.layout}, {len(record.source.text_lines)} lines",
        f"id: {record_id}",
    ]
    for name, values in record.fields.items():
        lines.append(f"\n{FIELD_BY_NAME[name].label} ({name})")
        lines.extend(_describe_value(value) for value in values)
    body = record.body.lines
    lines.append(
        f"\nBody: lines {body.first}–{body.last}, {len(record.body.blocks)} blocks" if body else "\nNo body"
    )
    lines.extend(f"  joined across lines {seam.first}–{seam.last}" for seam in record.body.joined)
    lines.append("\nZones")
    lines.extend(
        f"  {zone.lines.first:>5}–{zone.lines.last:<5} {zone.kind} {zone.field or ''}".rstrip()
        for zone in record.zones
    )
    lines.extend(problem.as_line() for problem in record.problems)
    return "\n".join(lines)


def _describe_value(value: Value) -> str:
    where = ", ".join(
        str(first) if first == last else f"{first}–{last}" for first, last in value.lines
    )  # fmt: skip
    parts = [f"{name}: {part}" for name, part in value.as_json().items() if name not in _PARTS_ELSEWHERE]
    written = f" [written: {value.as_written}]" if value.as_written else ""
    basis = f"{value.status} by {value.by}, {value.certainty}, rule {value.rule}, lines {where or 'none'}"
    text = f"  {value.value}{written}" + (f" ({', '.join(parts)})" if parts else "") + f"  -- {basis}"
    return printable(text, longest=None)


def summary(outcome: Outcome, source: Path, seconds: float | None = None) -> str:
    """Return what a build did, where the site is, and what to do next."""
    reading = outcome.reading
    drafts = sum(document.is_provisional for document in reading.archive.documents)
    took = f" in {seconds:.1f} s" if seconds is not None else ""
    lines = [f"Built {_counted(len(reading.archive.documents))} on {outcome.pages} pages{took}."]
    if reading.rejected:
        lines.append(f"Rejected {_counted(reading.rejected)}; the reasons stand above.")
    if drafts:
        lines.append(
            f"Draft addresses: {drafts}. “archivegen publish {shlex.quote(str(source))}” records them for ever."
        )
    if not reading.config.base_url:
        lines.append(f"No base_url is set in {SETTINGS_NAME}: canonical links and the sitemap are left out.")
    lines.append(f"The site is in {outcome.output}. To read it: archivegen serve {shlex.quote(str(source))}")
    return "\n".join(lines)


def _counted(documents: int) -> str:
    return "1 document" if documents == 1 else f"{documents} documents"


def new_addresses(reading: Reading, ids: set[str]) -> str:
    """Return the addresses that would be recorded, each with its date and title."""
    lines = []
    for document in reading.archive.documents:
        if document.id in ids:
            date = document.record.principal_date
            what = "changed" if reading.ledger.entry(document.id) else "new"
            lines.append(
                f"  {what}  {document.address}  {worded(date.value) if date else 'undated'}  {document.title}"
            )
    return printable_lines(lines) or "Nothing is new: every address is recorded."


def printable_lines(lines: list[str]) -> str:
    """Return lines of text that cannot steer the terminal they are printed on."""
    return "\n".join(printable(line) for line in lines)
