"""What a sheet changes, in words: each value as it was and as it is to be, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from archivegen.problems import printable
from archivegen.review_sheet.changes import Change, Edited
from archivegen.review_sheet.importing import Import, siblings_of
from archivegen.review_sheet.table import BY, EDITED, ON

_NAMES = {BY: "confirmed by", ON: "confirmed on"}


def import_text(brought: Import, root: Path) -> str:
    """Return the values that change, document by document, and the files that are to be written."""
    if not brought.edited:
        return "The sheet changes no value."
    sidecars = list(brought.texts)
    lines = [
        line
        for edited, sidecar in zip(brought.edited, sidecars, strict=True)
        for line in _of_document(edited, sidecar.relative_to(root).as_posix(), is_new=sidecar in brought.new)
    ]
    changes = sum(len(edited.changes) for edited in brought.edited)
    return "\n".join(
        [*lines, f"{_counted(changes, 'value')} of {_counted(len(sidecars), 'document')} would change."]
    )


def _of_document(edited: Edited, sidecar: str, *, is_new: bool) -> Iterator[str]:
    yield printable(f"{edited.record.source.path} (into {sidecar}{', a new file' if is_new else ''})", None)
    for change in edited.changes:
        yield f"  {change.field}{f', {change.where}' if change.where else ''}"
        yield from (f"    {printable(line, None)}" for line in _of_change(change))
    for name, values in edited.fields.items():
        if not values:
            yield f"  {name}: nothing is left; written as “{name}: []”, so that nothing is read for it"
        elif others := siblings_of(edited, name):
            yield f"  {name}: {_counted(others, 'other value')} of it will be written down as {'it is' if others == 1 else 'they are'}"


def _of_change(change: Change) -> Iterator[str]:
    if not change.before:
        yield f"new: {_told(change.after)}"
    elif not change.after:
        yield f"old: {_told(change.before)}"
        yield "new: removed"
    else:
        differing = [part for part in EDITED if change.before.get(part) != change.after.get(part)]
        shown = ["value", *(part for part in differing if part != "value")]
        yield f"old: {_told(change.before, shown)}"
        yield f"new: {_told(change.after, shown)}"


def _told(cells: Mapping[str, str], columns: list[str] | None = None) -> str:
    shown = columns or [column for column in EDITED if column in cells]
    beside = [
        f"{_NAMES.get(part, part)}: {cells.get(part) or 'nothing'}" for part in shown if part != "value"
    ]
    return f"{cells['value']} ({', '.join(beside)})" if beside else cells["value"]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
