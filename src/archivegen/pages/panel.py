"""The panel beside the text: the field table's fields, area by area, each value with what it is and why."""

from __future__ import annotations

from archivegen.archive.archive import Document
from archivegen.archive.entities import Entity
from archivegen.pages.listing import Desk
from archivegen.pages.parts import AreaView, BasisView, FieldView, ValueView
from archivegen.pages.wording import details_in_words, places_in_words, value_in_words, version_label
from archivegen.records.fields import FIELDS, Field
from archivegen.records.record import Record
from archivegen.records.values import Value, Version

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
    quotes = [record.source_of(value).quote(line_range) for line_range in value.lines[:2]]
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
        reason=desk.say(f"rule.{value.rule}"),
        quote=quote,
        place=_place(desk, record, value) if value.status != "supplied" else "",
        otherwise=_in_words(desk, others, value),
        confirmed=desk.say("basis.confirmed", by=value.confirmed.by, on=desk.say.date(value.confirmed.on))
        if value.confirmed
        else "",
    )


def _place(desk: Desk, record: Record, value: Value) -> str:
    """Return where a value stands: on which lines, and of which version, if it is not the document's own."""
    version = next((each for each in record.joined if each.record.source.path == value.file), None)
    if version is None:
        return places_in_words(desk.say, record, value.lines)
    return f"{version_label(desk.say, version)}, {places_in_words(desk.say, version.record, value.lines)}"


def _others(record: Record, name: str, value: Value | None) -> tuple[Value, ...]:
    """Return what gave way to a value: to what is supplied, or to the first of what was read."""
    standing = record.fields.get(name, ())
    is_told_here = value is None or value.status == "supplied" or value is standing[0]
    return record.other_readings.get(name, ()) if is_told_here else ()


def _emptied(desk: Desk, others: tuple[Value, ...]) -> BasisView:
    return BasisView(
        mark=desk.say("status.supplied"),
        certainty="",
        reason=desk.say("rule.supplied"),
        quote="",
        place="",
        otherwise=_in_words(desk, others),
        confirmed="",
    )


def _in_words(desk: Desk, others: tuple[Value, ...], value: Value | None = None) -> str:
    """Return readings in quotation marks; one with the words of the value, with what it is otherwise."""
    words = []
    for other in others:
        parts = [detail for detail in details_in_words(desk.say, other) if detail]
        is_alike = value is not None and other.value == value.value and parts
        words.append(
            desk.say("quoted", words=other.as_written or other.value)
            + (f" ({', '.join(parts)})" if is_alike else "")
        )
    return ", ".join(words)


def _field(desk: Desk, document: Document, row: Field, values: tuple[Value, ...]) -> FieldView:
    ordered = sorted(values, key=lambda value: not getattr(value, "principal", False))
    shown: dict[tuple[str, str], ValueView] = {}
    for value in ordered:
        view = _value(desk, document, row, value)
        shown.setdefault((view.text, view.detail), view)
    why_empty = None if values else basis_of(desk, document.record, None, row.name)
    return FieldView(
        row.name,
        desk.say(f"field.{row.name}"),
        desk.say(f"field_help.{row.name}"),
        tuple(shown.values()),
        why_empty,
    )


def _value(desk: Desk, document: Document, row: Field, value: Value) -> ValueView:
    entity = desk.entity_of(row, value, document.id)
    other = desk.named_document(value.value) if row.name == "related" else None
    text = other.title if other else value_in_words(desk.say, row, value)
    return ValueView(
        text=text,
        detail=", ".join(detail for detail in details_in_words(desk.say, value) if detail),
        address=other.address if other else _address(desk, document, entity, value),
        basis=basis_of(desk, document.record, value, row.name),
        status=value.status,
        language=desk.language_of_words(document.record, text),
    )


def _address(desk: Desk, document: Document, entity: Entity | None, value: Value) -> str | None:
    """Return where a value leads: to its entity, or to the version that it is on this page."""
    if isinstance(value, Version) and value.anchor:
        text = next((text for text in document.texts.versions if text.anchor == value.anchor), None)
        return f"{document.address}#{value.anchor}-text" if text and text.version.has_text else None
    return desk.address_of(entity) if entity else None
