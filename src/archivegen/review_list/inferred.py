"""The values that a rule inferred or is not sure of, the least certain first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archivegen.records.fields import FIELDS, Field
from archivegen.records.record import Record
from archivegen.records.values import CERTAINTIES, Certainty, Value

LEAST_CERTAIN_FIRST: tuple[Certainty, ...] = tuple(reversed(CERTAINTIES))


@dataclass(frozen=True, slots=True)
class Inferred:
    """A value that was inferred: its record, its field, and its place among the values of the field, counted from 0."""

    record: Record
    field: Field
    place: int

    @property
    def value(self) -> Value:
        """The value itself."""
        return self.record.fields[self.field.name][self.place]

    @property
    def is_left(self) -> bool:
        """Whether nobody has confirmed it yet."""
        return self.value.confirmed is None


def inferred_in(records: Iterable[Record]) -> tuple[Inferred, ...]:
    """Return the inferred values of records, confirmed ones too: the least certain first, then by document and field.

    What a document has from another version of it is none of them: its lines are not in the file that it would be
    confirmed for, and nothing would be left of it where the version is closed.
    """
    found = [
        Inferred(record, field, place)
        for record in map(_of_its_own, sorted(records, key=lambda record: record.source.path))
        for field in FIELDS
        for place, value in enumerate(record.fields.get(field.name, ()))
        if is_inferred(value)
    ]
    return tuple(sorted(found, key=lambda each: LEAST_CERTAIN_FIRST.index(each.value.certainty)))


def _of_its_own(record: Record) -> Record:
    """Return a record without the values that were read in its versions."""
    elsewhere = {version.record.source.path for version in record.joined}
    if not elsewhere:
        return record
    fields = {
        name: tuple(value for value in values if value.file not in elsewhere)
        for name, values in record.fields.items()
    }
    return replace(record, fields={name: values for name, values in fields.items() if values})


def is_inferred(value: Value) -> bool:
    """Say whether a value is more than what the source states for certain; what the archivist supplies never is."""
    return value.status == "derived" or (value.status == "stated" and value.certainty != "certain")
