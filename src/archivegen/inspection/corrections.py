"""The sidecar that would correct what was read: its values as they are, to be changed, and what else may stand in it."""

from __future__ import annotations

from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.record import Record, Zone
from archivegen.records.values import AgentValue, DateValue, NameVariant, ReferenceCode, Value
from archivegen.seeds.supplied_values import PARTS
from archivegen.storage.yaml_text import as_yaml

_ADVICE = "To correct what was inferred, keep the lines that should read otherwise in"
_ADVICE_WITHOUT = "Nothing was inferred. What should read otherwise stands in"
_MOST_ZONES = 6
_OF_ONE_WORDING = (Value, DateValue, AgentValue, NameVariant, ReferenceCode)


def corrections(record: Record) -> str:
    """Return the sidecar lines that would stand in the place of what was inferred, and two that do nothing until the
    archivist uncomments them: who checked the values, and what the lines of the document are.
    """
    rows = [
        f"{name}: {_supplied_list(values) if FIELD_BY_NAME[name].repeatable else _supplied(values[0])}"
        for name, values in record.fields.items()
        if any(value.status == "derived" for value in values)
    ]
    sidecar = record.source.sidecar_name
    advice = _ADVICE if rows else _ADVICE_WITHOUT
    return "\n".join(
        [f"{advice} {sidecar}:", "", *rows, "# confirmed: {by: , on: }", f"# zones: {_zones(record)}"]
    )


def _zones(record: Record) -> str:
    """Return the first zones of a record as an archivist would draw them: of a field that has one value, one zone."""
    drawn: list[Zone] = []
    for zone in record.zones:
        is_second = zone.field in {known.field for known in drawn} and not _is_repeatable(zone)
        if _may_be_drawn(zone) and not is_second and not _gave_way(record, zone):
            drawn.append(zone)
    return "{" + ", ".join(f"{_range(zone)}: {zone.field or zone.kind}" for zone in drawn[:_MOST_ZONES]) + "}"


def _is_repeatable(zone: Zone) -> bool:
    return zone.field is None or FIELD_BY_NAME[zone.field].repeatable


def _gave_way(record: Record, zone: Zone) -> bool:
    """Say whether the one value of a field stands on other lines of the document than those of a zone."""
    value = record.first(zone.field) if zone.field and not _is_repeatable(zone) else None
    return (
        value is not None
        and value.file is None
        and not any(
            zone.lines.first <= lines.last and lines.first <= zone.lines.last for lines in value.lines
        )
    )


def _may_be_drawn(zone: Zone) -> bool:
    """Say whether the words of a zone could be the value of its field: those of a stamp or a list of copies are many."""
    return zone.kind != "field" or (
        zone.field is not None and FIELD_BY_NAME[zone.field].kind in _OF_ONE_WORDING
    )


def _range(zone: Zone) -> str:
    first, last = zone.lines
    return f"{first}" if first == last else f"{first}-{last}"


def _supplied_list(values: tuple[Value, ...]) -> str:
    return f"[{', '.join(_supplied(value) for value in values)}]"


def _supplied(value: Value) -> str:
    """Return a value as a sidecar would give it."""
    parts = {name: part for name, part in value.as_json().items() if name in ("value", *PARTS[type(value)])}
    if parts.get("kind") == "person":
        del parts["kind"]
    written = {name: as_yaml(part) for name, part in parts.items()}
    if list(written) == ["value"]:
        return written["value"]
    return "{" + ", ".join(f"{name}: {part}" for name, part in written.items()) + "}"
