"""A value the archivist supplies, made from the parts of a YAML entry as the field table's type wants it."""

from __future__ import annotations

from typing import TypedDict

from archivegen.records.dates import bounds
from archivegen.records.fields import Field
from archivegen.records.languages import tag_of
from archivegen.records.values import (
    AgentValue,
    DateValue,
    Lines,
    NameVariant,
    ReferenceCode,
    Status,
    Value,
    Voice,
)
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.names import is_whole_name


class _SuppliedParts(TypedDict):
    """What every supplied value has in common."""

    value: str
    as_written: str | None
    status: Status
    by: Voice
    rule: str
    lines: Lines


def may_be_supplied(field: Field) -> bool:
    """Say whether the archivist can give values of this field."""
    return field.kind in (Value, DateValue, AgentValue, NameVariant, ReferenceCode)


def supplied_value(field: Field, parts: dict[str, str], lines: Lines) -> Value | None:
    """Return a supplied value of the field's type, or None where its text cannot be one."""
    text = parts["value"]
    if field.kind is DateValue:
        return _date(text, parts, lines)
    if field.kind is AgentValue:
        is_named_so = bool(INSTITUTION.search(text)) and not is_whole_name(text)
        is_body = parts.get("kind", "body" if is_named_so else "") == "body" or field.name in (
            "issuing_body",
            "funders",
        )
        return AgentValue(
            **_supplied(text, text, lines),
            role=parts.get("role"),
            office=parts.get("office"),
            kind="body" if is_body else "person",
        )
    if field.kind is NameVariant:
        return NameVariant(**_supplied(text, text, lines), variant=parts.get("variant", ""))
    if field.kind is ReferenceCode:
        return ReferenceCode(**_supplied(text, text, lines))
    if field.kind is not Value:
        return None
    tag = tag_of(text) if "languages" in field.indexes else None
    return Value(**_supplied(tag or text, text, lines))


def _date(text: str, parts: dict[str, str], lines: Lines) -> DateValue:
    """Return a date; one that cannot be read stands as it is written, and is nobody's principal date."""
    edtf = text if bounds(text) else read_date(text)
    return DateValue(
        **_supplied(edtf or text, text, lines),
        type=parts.get("type", "created"),
        principal=parts.get("principal") == "true" and edtf is not None,
        certainty="certain" if edtf else "uncertain",
    )


def _supplied(value: str, wording: str, lines: Lines) -> _SuppliedParts:
    return {
        "value": value,
        "as_written": wording if wording != value else None,
        "status": "supplied",
        "by": "archivist",
        "rule": "supplied",
        "lines": lines,
    }
