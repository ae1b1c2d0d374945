"""The panel beside the text: the field table's fields, area by area, each value with what it is and why."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.archive.archive import Document
from archivegen.pages.listing import Desk
from archivegen.pages.parts import AreaView, BasisView, FieldView, ValueView
from archivegen.records.dates import worded
from archivegen.records.fields import FIELDS, Field
from archivegen.records.languages import language_name
from archivegen.records.record import Record
from archivegen.records.rules import RULES
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
)

_LONGEST_QUOTE = 180


def panel_areas(desk: Desk, document: Document) -> tuple[AreaView, ...]:
    """Return the areas of the panel: core fields always, the others where they have a value.

    Of a document that is not open there is nothing but what may be said of it.
    """
    areas: dict[str, list[FieldView]] = {}
    for row in FIELDS:
        values = document.record.fields.get(row.name, ())
        if row.in_panel and (values or (row.core and document.is_open)):
            areas.setdefault(row.area, []).append(_field(desk, document, row, values))
    return tuple(AreaView(name, desk.say(f"area.{name}"), tuple(fields)) for name, fields in areas.items())


def basis_of(desk: Desk, record: Record, value: Value | None, name: str = "") -> BasisView | None:
    """Return why a value is what it is; None for one that the source states, certainly means, and says nowhere else
    otherwise. `name` is that of its field; without a value, it is why the archivist left the field empty.
    """
    others = _others(record, name, value)
    if value is None:
        is_empty = bool(others) and not record.fields.get(name)
        return _emptied(desk, others) if is_empty else None
    is_plain = value.status == "stated" and value.certainty == "certain"
    if is_plain and not others and not value.confirmed:
        return None
    quotes = [record.source.quote(line_range) for line_range in value.lines[:2]]
    quote = " … ".join(quotes) if value.status != "supplied" else ""
    if len(quote) > _LONGEST_QUOTE:
        around = quote.find(value.as_written or value.value)
        start = max(0, around - _LONGEST_QUOTE // 3) if around >= 0 else 0
        cut = quote[start : start + _LONGEST_QUOTE]
        quote = ("… " if start else "") + cut.strip() + (" …" if start + len(cut) < len(quote) else "")
    is_told_by_status = is_plain or (value.status != "stated" and value.certainty != "uncertain")
    return BasisView(
        mark=desk.say(f"status.{value.status}")
        if is_told_by_status
        else desk.say(f"certainty.{value.certainty}"),
        certainty="" if value.certainty == "certain" else desk.say(f"how_sure.{value.certainty}"),
        reason=RULES[value.rule],
        quote=quote,
        place=places_in_words(desk, record, value.lines) if value.status != "supplied" else "",
        otherwise=_in_words(desk, others, value),
        confirmed=desk.say("basis.confirmed", by=value.confirmed.by, on=worded(value.confirmed.on))
        if value.confirmed
        else "",
    )


def _others(record: Record, name: str, value: Value | None) -> tuple[Value, ...]:
    """Return what gave way to a value: to what is supplied, or to the first of what was read."""
    standing = record.fields.get(name, ())
    is_told_here = value is None or value.status == "supplied" or value is standing[0]
    return record.other_readings.get(name, ()) if is_told_here else ()


def _emptied(desk: Desk, others: tuple[Value, ...]) -> BasisView:
    return BasisView(
        mark=desk.say("status.supplied"),
        certainty="",
        reason=RULES["supplied"],
        quote="",
        place="",
        otherwise=_in_words(desk, others),
        confirmed="",
    )


def _in_words(desk: Desk, others: tuple[Value, ...], value: Value | None = None) -> str:
    """Return readings in quotation marks; one with the words of the value, with what it is otherwise."""
    words = []
    for other in others:
        parts = [detail for detail in _details(desk, other) if detail]
        is_alike = value is not None and other.value == value.value and parts
        words.append(f"“{other.as_written or other.value}”" + (f" ({', '.join(parts)})" if is_alike else ""))
    return ", ".join(words)


def places_in_words(desk: Desk, record: Record, lines: tuple[LineRange, ...]) -> str:
    """Return where a value stands in the source file: `lines 16–17 and 24`."""
    words = [str(first) if first == last else f"{first}–{last}" for first, last in lines]
    if not words:
        return ""
    count = 1 if len(words) == 1 and lines[0].first == lines[0].last else 2
    numbers = ", ".join(words)
    if record.source.unit == "paragraph":
        return desk.say("paragraphs", count=count, lines=numbers)
    return desk.say("lines", count=count, lines=numbers)


def _field(desk: Desk, document: Document, row: Field, values: tuple[Value, ...]) -> FieldView:
    ordered = sorted(values, key=lambda value: not getattr(value, "principal", False))
    shown: dict[tuple[str, str], ValueView] = {}
    for value in ordered:
        view = _value(desk, document, row, value)
        shown.setdefault((view.text, view.detail), view)
    why_empty = None if values else basis_of(desk, document.record, None, row.name)
    return FieldView(row.name, row.label, row.help, tuple(shown.values()), why_empty)


def _value(desk: Desk, document: Document, row: Field, value: Value) -> ValueView:
    entity = desk.entity_of(row, value, document.id)
    return ValueView(
        text=_text(desk, row, value),
        detail=", ".join(detail for detail in _details(desk, value) if detail),
        address=entity.address if entity else None,
        basis=basis_of(desk, document.record, value, row.name),
        status=value.status,
    )


def _text(desk: Desk, row: Field, value: Value) -> str:
    if isinstance(value, DateValue):
        return worded(value.value)
    if isinstance(value, NameVariant) and value.variant:
        return f"{value.value} = {value.variant}"
    if isinstance(value, CopyValue) and value.type == "total":
        return value.as_written or value.value
    if row.name == "form":
        return desk.form_name(value.value)
    if row.name == "completeness":
        return desk.say.or_words(f"completeness.{value.value}", value.value)
    if "languages" in row.indexes:
        return language_name(value.value)
    return value.value


def _details(desk: Desk, value: Value) -> Iterator[str]:
    """Yield what a value is besides its text: role, office, event, place on the paper."""
    say = desk.say
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
            yield worded(value.date) if value.date else ""
            yield value.office or ""
        case CopyValue():
            yield from _copy_details(desk, value)
        case Identifier():
            yield say.or_words(f"identifier.{value.kind}", value.kind)
        case AccessValue():
            yield say("access.until", day=worded(value.until)) if value.until else ""
            yield value.reason or ""
        case _:
            return


def _copy_details(desk: Desk, value: CopyValue) -> Iterator[str]:
    if value.type == "this_copy":
        yield desk.say("copy.this")
    elif value.type == "distribution" and value.copy:
        yield desk.say("copy.number", number=value.copy)
