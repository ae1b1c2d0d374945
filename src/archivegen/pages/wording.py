"""A value in the words of the interface: what it says, what it is besides, and where it stands in the source."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.pages.messages import Messages
from archivegen.records.fields import Field
from archivegen.records.record import JoinedVersion, Record
from archivegen.records.values import (
    AccessValue,
    AgentValue,
    Classification,
    CopyValue,
    DateValue,
    Identifier,
    LineRange,
    NameVariant,
    Registration,
    Value,
    Version,
)


def places_in_words(say: Messages, record: Record, lines: tuple[LineRange, ...]) -> str:
    """Return where a value stands in the source file: `lines 16–17 and 24`."""
    words = [str(first) if first == last else f"{first}–{last}" for first, last in lines]
    if not words:
        return ""
    count = 1 if len(words) == 1 and lines[0].first == lines[0].last else 2
    numbers = ", ".join(words)
    if record.source.unit == "paragraph":
        return say("paragraphs", count=count, lines=numbers)
    return say("lines", count=count, lines=numbers)


def version_label(say: Messages, version: JoinedVersion) -> str:
    """Return what a version is, and in which language: `Translation, English`."""
    kind = say(f"text_version.{version.kind or 'text'}")
    return f"{kind}, {say.name_of_language(version.language)}" if version.language else kind


def form_name(say: Messages, form: str) -> str:
    """Return a kind of document in words."""
    return say.or_words(f"form.{form}", form.capitalize())


def value_in_words(say: Messages, row: Field, value: Value) -> str:
    """Return what a value says, as a page says it."""
    if isinstance(value, DateValue):
        return say.date(value.value)
    if isinstance(value, NameVariant) and value.variant:
        return f"{value.value} = {value.variant}"
    if isinstance(value, CopyValue) and value.type == "total":
        return value.as_written or value.value
    if row.name == "form":
        return form_name(say, value.value)
    if row.name == "completeness":
        return say.or_words(f"completeness.{value.value}", value.value)
    if "languages" in row.indexes:
        return say.name_of_language(value.value)
    return value.value


def details_in_words(say: Messages, value: Value) -> Iterator[str]:
    """Yield what a value is besides its text: role, office, event, place on the paper."""
    match value:
        case DateValue():
            yield say.or_words(f"date_type.{value.type}", value.type)
        case AgentValue():
            if value.office:
                yield value.office
            if value.role and value.role != "participant":
                yield say.or_words(f"role.{value.role}", value.role)
        case Classification():
            yield say.or_words(f"paper_place.{value.place}", value.place)
        case Registration():
            yield say.or_words(f"registration.{value.kind}", value.kind)
            yield say.date(value.date) if value.date else ""
            yield value.office or ""
        case CopyValue():
            yield from _copy_details(say, value)
        case Identifier():
            yield say.or_words(f"identifier.{value.kind}", value.kind)
        case Version() if value.anchor:
            yield say(f"text_version.{value.kind}")
            yield say.name_of_language(value.language) if value.language else ""
        case AccessValue():
            yield say("access.until", day=say.date(value.until)) if value.until else ""
            yield value.reason or ""
        case _:
            return


def _copy_details(say: Messages, value: CopyValue) -> Iterator[str]:
    if value.type == "this_copy":
        yield say("copy.this")
    elif value.type == "distribution" and value.copy:
        yield say("copy.number", number=value.copy)
