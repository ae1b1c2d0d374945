"""The days by which documents are told to belong together: their own, and those of the meetings that they record."""

from __future__ import annotations

from archivegen.archive.archive import Document
from archivegen.records.dates import bounds, day_number
from archivegen.records.values import DateValue

# A longer date says too little of the day.
_MONTH = 31


def days_of(document: Document) -> tuple[int | None, tuple[str, ...]]:
    """Return the first day of a document whose date is no longer than a month, and the days on which its meeting was."""
    earliest, latest = map(day_number, document.bounds)
    is_short = earliest and latest and latest - earliest <= _MONTH
    return earliest if is_short else None, meeting_days(document)


def meeting_days(document: Document) -> tuple[str, ...]:
    """Return the days on which the meeting was that a document records: those of meetings, else its own."""
    dates = document.record.values_of("dates", DateValue)
    met = [date.value for date in dates if date.type == "event"] or [
        date.value for date in dates if date.principal
    ]
    spans = [span for date in met if (span := bounds(date)) is not None]
    return tuple(dict.fromkeys(span.earliest for span in spans if span.earliest == span.latest))
