"""The values that a rule inferred or is not sure of, the least certain first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archivegen.archive.joining.joined_record import OF_A_VERSION
from archivegen.records.fields import FIELDS, Field
from archivegen.records.record import Record
from archivegen.records.values import CERTAINTIES, Certainty, Value

LEAST_CERTAIN_FIRST: tuple[Certainty, ...] = tuple(reversed(CERTAINTIES))


@dataclass(frozen=True, slots=True)
class Inferred:
    """A value that was inferred: its record, its field, and its place among the values of the field, counted from 0.

    The record is that of the file it was read from; `document` is the path of the document that this is a version of, ""
    where it is the document itself.
    """

    record: Record
    field: Field
    place: int
    document: str = ""

    @property
    def value(self) -> Value:
        """The value itself."""
        return self.record.fields[self.field.name][self.place]

    @property
    def path(self) -> str:
        """The path of its document."""
        return self.document or self.record.source.path

    @property
    def is_left(self) -> bool:
        """Whether nobody has confirmed it yet."""
        return self.value.confirmed is None


def inferred_in(records: Iterable[Record]) -> tuple[Inferred, ...]:
    """Return the inferred values of records, confirmed ones too: the least certain first, then by document and field.

    What a document has from another version of it belongs to that version, and so does what is shown with it alone: there
    it is confirmed, and nothing would be left of it where the version is closed.
    """
    found = [
        Inferred(read, field, place, path if read is not own else "")
        for own, path, texts in map(_texts, sorted(records, key=lambda record: record.source.path))
        for read in (own, *texts)
        for field in FIELDS
        for place, value in enumerate(read.fields.get(field.name, ()))
        if is_inferred(value)
    ]
    return tuple(sorted(found, key=lambda each: LEAST_CERTAIN_FIRST.index(each.value.certainty)))


def _texts(record: Record) -> tuple[Record, str, list[Record]]:
    """Return a record with what was read in its own file, its path, and those of its versions with what is shown of them.

    A scan that has one file of corrections with its text is left out: what stands there is said of the document.
    """
    versions = [
        _with_what_is_shown(version.record, record)
        for version in record.joined
        if version.record.source.sidecar != record.source.sidecar
    ]
    return _of_its_own(record), record.source.path, versions


def _with_what_is_shown(version: Record, document: Record) -> Record:
    """Return the record of a version with those fields only that are shown with it, or for its document."""
    path = version.source.path
    taken = {name for name, values in document.fields.items() if any(each.file == path for each in values)}
    fields = {
        name: values for name, values in version.fields.items() if name in taken or name in OF_A_VERSION
    }
    return replace(version, fields=fields)


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
