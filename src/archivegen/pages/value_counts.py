"""How the values of all documents were found, in numbers: by status, by voice, by field and by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from archivegen.pages.listing import Desk
from archivegen.pages.time_parts import StatusCounts
from archivegen.records.fields import FIELDS
from archivegen.records.record import Record
from archivegen.records.rules import RULES

STATUSES = ("stated", "derived", "supplied")
_VOICES = ("source", "editor", "cataloguer", "archivist", "program")
_RULES_SHOWN = 15


@dataclass(slots=True)
class ValueCounts:
    """Counts of values; `with_field` counts documents, by the field of which they have a value, and `confirmed_by_field` the values that
    an archivist has checked.
    """

    by_status: Counter[str] = field(default_factory=Counter)
    by_field: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_voice: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_rule: Counter[str] = field(default_factory=Counter)
    confirmed_by_field: Counter[str] = field(default_factory=Counter)
    with_field: Counter[str] = field(default_factory=Counter)

    @property
    def confirmed(self) -> int:
        """How many values an archivist has checked."""
        return self.confirmed_by_field.total()


def count_values(records: Iterable[Record]) -> ValueCounts:
    """Return the counts of all values of some records."""
    counts = ValueCounts()
    for record in records:
        for name, values in record.fields.items():
            counts.with_field[name] += bool(values)
            for value in values:
                counts.by_status[value.status] += 1
                counts.by_field[name, value.status] += 1
                counts.by_voice[value.by, value.status] += 1
                counts.by_rule[value.rule] += value.status == "derived"
                counts.confirmed_by_field[name] += value.confirmed is not None
    return counts


def field_counts(desk: Desk, counts: ValueCounts, documents: int) -> tuple[StatusCounts, ...]:
    """Return for each field that any document has, and each that all should have, how its values were found."""
    return tuple(
        StatusCounts(
            desk.say(f"field.{row.name}"),
            tuple(counts.by_field[row.name, status] for status in STATUSES),
            counts.confirmed_by_field[row.name],
            documents - counts.with_field[row.name],
        )
        for row in FIELDS
        if row.core or counts.with_field[row.name]
    )


def voice_counts(desk: Desk, counts: ValueCounts) -> tuple[StatusCounts, ...]:
    """Return for each voice that says anything how many values it gives, by their status."""
    rows = (
        StatusCounts(
            desk.say(f"voice_name.{voice}"), tuple(counts.by_voice[voice, status] for status in STATUSES)
        )
        for voice in _VOICES
    )
    return tuple(row for row in rows if sum(row.counts))


def rule_counts(desk: Desk, counts: ValueCounts) -> tuple[tuple[str, int], ...]:
    """Return the rules that inferred most, each in words, with how many values it gave."""
    ordered = sorted(counts.by_rule.items(), key=lambda pair: (-pair[1], RULES[pair[0]]))
    return tuple((desk.say(f"rule.{rule}"), count) for rule, count in ordered[:_RULES_SHOWN] if count)
