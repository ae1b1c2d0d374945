"""What the descriptions lack of the single-level minimum of DACS, document by document and element by element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from archivegen.problems import Problem
from archivegen.records.fields import FIELDS, Field
from archivegen.records.record import Record
from archivegen.seeds.beside import COLLECTION_NAME, files_beside
from archivegen.seeds.inventory.places import is_sheet

LACKING = "missing-element"


def minimum() -> dict[str, tuple[Field, ...]]:
    """Return the elements of the minimum in the order of DACS, each with the fields that give it."""
    elements = sorted({field.dacs for field in FIELDS if field.dacs})
    return {element: tuple(field for field in FIELDS if field.dacs == element) for element in elements}


def lacking(records: Iterable[Record], root: Path) -> Iterator[Problem]:
    """Yield a notice for every element of the minimum that a record lacks: where, and what to write into which file.

    `root` is the archive's folder, from which the paths of sources count.
    """
    elements = minimum()
    records = sorted(records, key=lambda record: record.source.path)
    beside = files_beside(dict.fromkeys(root / record.source.file for record in records), root, root)
    for record in records:
        source = root / record.source.file
        sidecar = beside[source].sidecar or source.with_name(record.source.sidecar_name)
        for element, fields in elements.items():
            if not any(record.fields.get(field.name) for field in fields):
                yield _lacking(record, sidecar, root, element, fields)


def counted(problems: Iterable[Problem], documents: int) -> str:
    """Return how many documents lack each element, one line for each, and how to list them; or that none lacks any."""
    field_counts = Counter(problem.field for problem in problems if problem.code == LACKING)
    lines = [
        f"  {element}: {field_counts[fields[0].name]} of {documents}"
        for element, fields in minimum().items()
        if field_counts[fields[0].name]
    ]
    if not lines:
        return "Every document has the minimum that DACS asks for."
    heading = "Documents that lack an element of the minimum that DACS asks for"
    return "\n".join([f"{heading} (“archivegen check --descriptions” lists them):", *lines])


def _lacking(record: Record, sidecar: Path, root: Path, element: str, fields: tuple[Field, ...]) -> Problem:
    keys = " or ".join(f"“{field.name}: …”" for field in fields)
    source = root / record.source.file
    collection = source.with_name(COLLECTION_NAME).relative_to(root).as_posix()
    # A record without text has its row instead of a file of corrections.
    where = f"its row in {record.source.file}" if is_sheet(source) else sidecar.relative_to(root).as_posix()
    number, _, name = element.partition(" ")
    return Problem(
        path=record.source.path,
        field=fields[0].name,
        level="notice",
        code=LACKING,
        message=f"the description lacks {name.lower()} (DACS {number})",
        fix=f"write {keys} into {where}, or for the whole folder into {collection}",
    )
