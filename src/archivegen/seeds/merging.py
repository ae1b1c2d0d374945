"""What was read and what the archivist supplies, made one: the nearest wins, and what gave way is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from archivegen.problems import Problem
from archivegen.records.dates import may_be_one
from archivegen.records.fields import FIELD_BY_NAME, FIELDS
from archivegen.records.values import DateValue, Value
from archivegen.records.worded_dates import worded
from archivegen.seeds.draft import Found
from archivegen.seeds.folder_defaults import beside_own_words, own_words
from archivegen.seeds.readers.composed import choose_principal_date
from archivegen.seeds.supplied import Supplied
from archivegen.seeds.supplied_values import PARTS

Fields = dict[str, tuple[Value, ...]]
_PLACE_OF = {field.name: place for place, field in enumerate(FIELDS)}
_SILENT = (None, "")
# What a supplied value is if nothing is said of it: so it may be silent about what was read.
_UNLESS_SAID = (*_SILENT, "created", "distribution", "person", "body")


@dataclass(frozen=True, slots=True)
class Merged:
    """The values of each field in the table's order, and those that gave way; `contradicting` are those among them
    that gave way to nothing but another part of the source.
    """

    fields: Fields
    other_readings: Fields
    contradicting: Fields


def merge(found: Iterable[Found], supplied: Iterable[Supplied], before: Iterable[Found] = ()) -> Merged:
    """Gather values by field; what is supplied replaces what was read, and of one-valued fields the first stays.

    `before` is what was read without the zones that the archivist drew: what of it no longer stands gave way to them.
    """
    read, contradicting = _gathered(found)
    earlier, _ = _gathered(before)
    others = {name: list(values) for name, values in contradicting.items()}
    for name, values in earlier.items():
        others.setdefault(name, []).extend(values)
    parts = list(supplied)
    names = read.keys() | earlier.keys() if parts else ()
    as_read = {name: [*read.get(name, []), *earlier.get(name, [])] for name in names}
    for part in parts:
        given: dict[str, list[Value]] = {}
        for name, value in part.found:
            given.setdefault(name, []).append(value)
        for name, values in (*given.items(), *((name, []) for name in part.cleared)):
            replaced = read.pop(name, [])
            own = own_words(replaced, values) if part.is_default else []
            defaults = beside_own_words(values, own)
            standing = [*own, *_as_read(defaults, [*replaced, *as_read.get(name, [])])]
            others.setdefault(name, []).extend((*replaced, *(values if own else ())))
            if standing:
                read[name] = standing
    if "dates" in read:
        form = next(iter(read.get("form", ())), None)
        read["dates"] = choose_principal_date(read["dates"], form.value if form else "")
    gave_way = {name: list(_not_standing(values, read.get(name, []))) for name, values in others.items()}
    return Merged(_in_order(read), _in_order(gave_way), _in_order(contradicting))


def _gathered(found: Iterable[Found]) -> tuple[dict[str, list[Value]], dict[str, list[Value]]]:
    """Return what was read by field, and the further readings of fields that have one value."""
    read: dict[str, list[Value]] = {}
    others: dict[str, list[Value]] = {}
    for name, value in found:
        if name not in read:
            read[name] = [value]
            continue
        same = _same_date(value, read[name]) if isinstance(value, DateValue) else None
        if same is not None:
            read[name][same] = replace(
                read[name][same], lines=tuple(dict.fromkeys((*read[name][same].lines, *value.lines)))
            )
        elif FIELD_BY_NAME[name].repeatable:
            read[name].append(value)
        elif value.value.casefold() not in {
            known.value.casefold() for known in (*read[name], *others.get(name, ()))
        }:
            others.setdefault(name, []).append(value)
    return read, others


def unread_dates(merged: Merged, path: str) -> Iterator[Problem]:
    """Yield a notice for each date of the source that is kept as it is written because it cannot be read for certain."""
    for date in merged.fields.get("dates", ()):
        if date.rule == "date_not_read":
            yield Problem(
                path=path,
                line=date.lines[0].first,
                field="dates",
                level="notice",
                code="date-not-read",
                message=f"“{date.value}” cannot be read for certain; it is shown as it is, and sorts as undated",
                fix="give the day in the file of corrections, as 1961-03-12",
            )


def contradictions(merged: Merged, path: str) -> Iterator[Problem]:
    """Yield a notice where parts of the source contradict each other: two dates of one kind, two titles."""
    fields = merged.fields
    created = [
        date for date in fields.get("dates", ()) if isinstance(date, DateValue) and date.type == "created"
    ]
    first = next((date for date in created if date.principal), None)
    # Catalogues date the record of a talk by the day of the talk.
    of_the_talk = {date.value for date in fields.get("dates", ()) if getattr(date, "type", "") == "event"}
    for date in created:
        if first and first.value not in of_the_talk and not may_be_one(first.value, date.value):
            yield _notice(path, "dates", worded(first.value), worded(date.value), date)
    for name, values in merged.contradicting.items():
        first_value = fields.get(name, (None,))[0]
        for value in values:
            if (
                first_value
                and first_value.status != "supplied"
                and name in ("repository", "form", "reference_code")
            ):
                yield _notice(path, name, first_value.value, value.value, value)


def _same_date(value: DateValue, known: list[Value]) -> int | None:
    """Return the place of a date that says the same of the same event, or None."""
    for place, date in enumerate(known):
        if isinstance(date, DateValue) and date.value == value.value:
            # The catalogue dates the entry of a journal by the day that stands above it.
            is_entry = value.type == "entry" and date.type == "created" and date.by == "cataloguer"
            if date.type == value.type or is_entry:
                return place
    return None


def _as_read(values: list[Value], before: list[Value]) -> list[Value]:
    """Return the supplied values of a field; those that were read so stay as they were read, where any is confirmed.

    What the source states stays stated then; and one that is written down beside a confirmed one, because a file gives a
    field all its values, is no more checked than before.
    """
    if not any(value.confirmed for value in values):
        return values
    left, found = list(before), []
    for value in values:
        # Two that say the same stand on two lines, as the marks of two letterheads do.
        same = _same_as(value, left) or _same_as(value, before)
        left = [each for each in left if each is not same]
        found.append(replace(same, confirmed=value.confirmed) if same else value)
    return found


def _same_as(value: Value, before: list[Value]) -> Value | None:
    return next((each for each in before if _says_all_of(each, value, _UNLESS_SAID)), None)


def _not_standing(values: list[Value], standing: list[Value]) -> Iterator[Value]:
    """Yield each of some values once that says what none of those that stand says."""
    told = list(standing)
    for value in values:
        if not any(_says_all_of(other, value, _SILENT) for other in told):
            told.append(value)
            yield value


def _says_all_of(value: Value, other: Value, silent: tuple[str | None, ...]) -> bool:
    """Say whether a value says what another one says; the other says nothing by parts that are `silent`."""
    return value.value == other.value and all(
        getattr(other, part) in (*silent, getattr(value, part, None))
        for part in PARTS[type(other)]
        if part != "principal"
    )


def _in_order(values: dict[str, list[Value]]) -> Fields:
    """Return the values of fields that have any, in the order of the fields."""
    given = [name for name in values if values[name] and name in _PLACE_OF]
    return {name: tuple(values[name]) for name in sorted(given, key=_PLACE_OF.__getitem__)}


def _notice(path: str, field: str, first: str, other: str, value: Value) -> Problem:
    return Problem(
        path=path,
        line=value.lines[0].first if value.lines else None,
        field=field,
        level="notice",
        code="contradiction",
        message=f"the source says “{other}” here and “{first}” elsewhere; the record is listed under the latter",
        fix=f"if the former is right, write it as “{field}” into the file of corrections",
    )
