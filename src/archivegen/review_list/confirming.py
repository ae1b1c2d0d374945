"""The lines that confirm an inferred value, and correct it where the right words are written over its own."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from archivegen.pages.review_parts import MarkedText
from archivegen.problems import Refusal
from archivegen.reading import Survey
from archivegen.records.dates import bounds
from archivegen.records.fields import FIELD_BY_NAME, Field
from archivegen.records.record import Record
from archivegen.records.redacted import covered
from archivegen.records.values import Confirmation, DateValue, Value
from archivegen.review_list.inferred import Inferred
from archivegen.review_sheet.importing import sidecar_of
from archivegen.review_sheet.row_values import Parts, written
from archivegen.review_sheet.sidecar_text import placements
from archivegen.review_sheet.table import BY, ON
from archivegen.seeds.inventory.places import is_sheet
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_text import as_yaml

Place = Literal["new", "end", "instead", "cell", "nowhere"]


@dataclass(frozen=True, slots=True)
class Confirming:
    """Lines for a file, and where in it they go: into a new one, to its end, or in the place of its lines `first` to
    `last`; or a text for a cell in row `first` of an inventory. `fault` says why there are none.

    `others` is how many values of the field are written down with the one that is confirmed. Where `is_confirming` is
    false, the words stand there to be written over only: nothing can be confirmed that cannot be read. `left_out` are the
    labels of fields that have values which these lines do not confirm, though they were to confirm all.
    """

    path: str
    place: Place
    lines: tuple[MarkedText, ...] = ()
    first: int = 0
    last: int = 0
    others: int = 0
    is_confirming: bool = True
    fault: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The lines as they are pasted."""
        return "\n".join(f"{line.before}{line.marked}{line.after}" for line in self.lines)


def confirming(each: Inferred, found: Survey, root: Path, confirmation: Confirmation) -> Confirming:
    """Return the lines that confirm a value of an archive below `root`, as the files beside its document are now."""
    source = each.record.source
    if is_sheet(root / source.file):
        row = each.value.lines[0].first if each.value.lines else 0
        return _shown(
            each.record, Confirming(source.file, "cell", (MarkedText("", each.value.value),), row, row)
        )
    is_confirming = _can_be_confirmed(each)
    values = _values(each.record, each.field, {each.place} if is_confirming else set(), confirmation)
    try:
        path, text = _file_of(each.record, found, root)
        (placed,) = placements(text or "", {each.field.name: values}, path)
    except Refusal as refusal:
        problem = refusal.problems[0]
        return _shown(
            each.record, Confirming(problem.path, "nowhere", fault=f"{problem.message}; {problem.fix}")
        )
    own = len(placed.lines) - len(values) + each.place
    lines = tuple(
        _marked(line, each.value) if number == own else MarkedText(line)
        for number, line in enumerate(placed.lines)
    )
    return _shown(
        each.record,
        Confirming(
            path,
            "instead" if placed.first else "new" if text is None else "end",
            lines,
            placed.first,
            placed.last,
            others=len(values) - 1,
            is_confirming=is_confirming,
        ),
    )


def confirming_all(
    those: Sequence[Inferred], found: Survey, root: Path, confirmation: Confirmation
) -> Confirming | None:
    """Return the lines that confirm some values of one document at once; None where none can be confirmed so.

    Fields that the file of corrections gives already are left out, and named: their lines go elsewhere in it. So are
    values that cannot be read.
    """
    record = those[0].record
    if is_sheet(root / record.source.file):
        return None
    places: dict[str, set[int]] = {}
    for each in filter(_can_be_confirmed, those):
        places.setdefault(each.field.name, set()).add(each.place)
    fields = {name: _values(record, FIELD_BY_NAME[name], own, confirmation) for name, own in places.items()}
    try:
        path, text = _file_of(record, found, root)
        placed = placements(text or "", fields, path)
    except Refusal:
        return None
    lines = tuple(MarkedText(line) for each in placed if not each.first for line in each.lines)
    given = {name for name, each in zip(fields, placed, strict=True) if each.first}
    given |= {each.field.name for each in those if not _can_be_confirmed(each)}
    left_out = tuple(FIELD_BY_NAME[each].label for each in FIELD_BY_NAME if each in given)
    told = _shown(record, Confirming(path, "new" if text is None else "end", lines, left_out=left_out))
    return told if told.lines else None


def _can_be_confirmed(each: Inferred) -> bool:
    return not isinstance(each.value, DateValue) or bounds(each.value.value) is not None


def _file_of(record: Record, found: Survey, root: Path) -> tuple[str, str | None]:
    """Return the path of the file of corrections of a document, and its text; None where it is not there yet."""
    sidecar = sidecar_of(record, found, root)
    return sidecar.relative_to(root).as_posix(), text_of(sidecar) if sidecar.is_file() else None


def _values(
    record: Record, field: Field, places: AbstractSet[int], confirmation: Confirmation
) -> tuple[Parts, ...]:
    """Return all values of a field as a file of corrections gives them, those in some places confirmed."""
    word = {BY: confirmation.by, ON: confirmation.on}
    return tuple(
        {**written(value), **word} if place in places else written(value)
        for place, value in enumerate(record.fields[field.name])
    )


def _marked(line: str, value: Value) -> MarkedText:
    """Return a line with the words of a value marked between their quotation marks: keys and other words may have the same
    letters.
    """
    words = as_yaml(value.value)
    before, found, after = line.partition(words)
    return MarkedText(f'{before}"', words[1:-1], f'"{after}') if found else MarkedText(line)


def _shown(record: Record, lines: Confirming) -> Confirming:
    """Return lines as they may be shown: none where redacted words would be in them."""
    words = record.redacted_words
    told = f"{lines.path}\n{lines.text}\n{lines.fault}"
    if covered(told, words) == told:
        return lines
    return Confirming(covered(lines.path, words), "nowhere", fault="redacted")
