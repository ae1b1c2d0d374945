"""A value the archivist supplies, made from the parts of a YAML entry as the field table's type wants it."""

from __future__ import annotations

from typing import NamedTuple, TypedDict, cast, get_args

from archivegen.records.dates import bounds
from archivegen.records.fields import Field
from archivegen.records.languages import tag_of
from archivegen.records.values import (
    ACCESS,
    DATE_TYPES,
    AccessValue,
    AgentValue,
    Classification,
    CopyType,
    CopyValue,
    DateValue,
    Identifier,
    Lines,
    NameVariant,
    ReferenceCode,
    Registration,
    Status,
    Value,
    Version,
    Voice,
)
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.names import is_whole_name
from archivegen.seeds.reference import parts_of

# Keys for the value itself, whatever the field.
VALUE_KEYS = ("value", "name", "edtf", "status")
# What may stand beside the value of a type.
PARTS: dict[type[Value], tuple[str, ...]] = {
    Value: (),
    DateValue: ("type", "principal"),
    AgentValue: ("role", "office", "kind"),
    NameVariant: ("variant",),
    ReferenceCode: (),
    Classification: ("place",),
    Registration: ("kind", "date", "office", "marking"),
    CopyValue: ("type", "copy", "disposition"),
    Identifier: ("kind",),
    Version: ("kind", "language"),
    AccessValue: ("until", "reason", "announce"),
}
_CHOICES: dict[tuple[type[Value], str], tuple[str, ...]] = {
    (DateValue, "type"): DATE_TYPES,
    (DateValue, "principal"): ("true", "false"),
    (AgentValue, "kind"): ("person", "body"),
    (CopyValue, "type"): get_args(CopyType),
    (AccessValue, "value"): ACCESS,
    (AccessValue, "announce"): ("yes", "no", "true", "false"),
}
# What an `until` cannot end, and what to write.
_WITHOUT_END = {
    "open": "leave it out, or write “status: embargoed” to close it until then",
    "draft": "a draft stays closed after that day too: leave it out, or write “status: embargoed” to open it then",
    "restricted": "what is restricted stays closed after that day too: leave it out, or write “status: embargoed” to open it "
    "then",
}


class WrongPart(NamedTuple):
    """A part that cannot say what it says: its key, its text, and what to write."""

    part: str
    text: str
    fix: str


class _SuppliedParts(TypedDict):
    """What every supplied value has in common."""

    value: str
    as_written: str | None
    status: Status
    by: Voice
    rule: str
    lines: Lines
    file: str | None


def wrong_parts(field: Field, parts: dict[str, str]) -> list[WrongPart]:
    """Return the parts of an entry that have a wording their field does not know."""
    wrong = []
    for part, text in parts.items():
        choices = _CHOICES.get((field.kind, part))
        if choices and text not in choices:
            wrong.append(WrongPart(part, text, f"write {' or '.join(choices)}"))
    if field.kind is Registration and "date" in parts and _edtf(parts["date"]) is None:
        wrong.append(
            WrongPart("date", parts["date"], "write it as 1957-05-22 or 22 May 1957, or leave it out")
        )
    if (
        field.kind is AccessValue
        and parts.get("value") == "embargoed"
        and day_of(parts.get("until", "")) is None
    ):
        wrong.append(
            WrongPart(
                "until", parts.get("until") or "no day", "write the last day of the embargo, as 2030-12-31"
            )
        )
    if field.kind is AccessValue and parts.get("value") in _WITHOUT_END and "until" in parts:
        wrong.append(WrongPart("until", parts["until"], _WITHOUT_END[parts["value"]]))
    return wrong


def supplied_value(field: Field, parts: dict[str, str], lines: Lines, file: str | None = None) -> Value:
    """Return a supplied value of the field's type; `parts` without wrong ones, with a text for `value`.

    `file` is the one that `lines` are of, None for the document itself.
    """
    text = parts["value"]
    tag = tag_of(text) if "languages" in field.indexes else None
    common = _supplied(tag or text, text, lines, file)
    if field.kind is DateValue:
        return _date(text, parts, lines, file)
    if field.kind is AgentValue:
        return _agent(field, parts, common)
    if field.kind is NameVariant:
        return NameVariant(**common, variant=parts.get("variant", ""))
    if field.kind is ReferenceCode:
        return ReferenceCode(**common, parts=tuple(parts_of(common["value"]).items()))
    if field.kind in (Registration, CopyValue):
        return _event_of_the_paper(field, parts, common)
    if field.kind is Classification:
        return Classification(**common, place=parts.get("place", ""))
    if field.kind is Identifier:
        return Identifier(**common, kind=parts.get("kind", ""))
    if field.kind is AccessValue:
        return AccessValue(
            **common,
            until=day_of(parts.get("until", "")),
            reason=parts.get("reason"),
            announce=parts.get("announce") in ("yes", "true"),
        )
    if field.kind is Version:
        language = parts.get("language")
        return Version(
            **common,
            kind=parts.get("kind", ""),
            language=(tag_of(language) or language) if language else None,
        )
    return Value(**common)


def _agent(field: Field, parts: dict[str, str], common: _SuppliedParts) -> AgentValue:
    name = common["value"]
    is_named_so = bool(INSTITUTION.search(name)) and not is_whole_name(name)
    is_body = parts.get("kind", "body" if is_named_so else "") == "body" or field.name in (
        "issuing_body",
        "funders",
    )
    return AgentValue(
        **common, role=parts.get("role"), office=parts.get("office"), kind="body" if is_body else "person"
    )


def _event_of_the_paper(
    field: Field, parts: dict[str, str], common: _SuppliedParts
) -> Registration | CopyValue:
    """Return what an office did with the paper: the number it put on it, or where it sent a copy."""
    if field.kind is Registration:
        return Registration(
            **common,
            kind=parts.get("kind", ""),
            date=_edtf(parts.get("date", "")),
            office=parts.get("office"),
            marking=parts.get("marking"),
        )
    return CopyValue(
        **common,
        # A text alone is who received a copy: the only one of the three that a name can be.
        type=cast("CopyType", parts.get("type", "distribution")),
        copy=parts.get("copy"),
        disposition=parts.get("disposition"),
    )


def _date(text: str, parts: dict[str, str], lines: Lines, file: str | None) -> DateValue:
    """Return a date; one that cannot be read stands as it is written, and is nobody's principal date."""
    edtf = _edtf(text)
    return DateValue(
        **_supplied(edtf or text, text, lines, file),
        type=parts.get("type", "created"),
        principal=parts.get("principal") == "true" and edtf is not None,
        certainty="certain" if edtf else "uncertain",
    )


def day_of(text: str) -> str | None:
    """Return a single day (ISO 8601), or None where a text is none."""
    edtf = _edtf(text) or ""
    span = bounds(edtf)
    return edtf if span and span.earliest == span.latest == edtf else None


def _edtf(text: str) -> str | None:
    return text if bounds(text) else read_date(text)


def _supplied(value: str, wording: str, lines: Lines, file: str | None) -> _SuppliedParts:
    return {
        "value": value,
        "as_written": wording if wording != value else None,
        "status": "supplied",
        "by": "archivist",
        "rule": "supplied",
        "lines": lines,
        "file": file,
    }
