"""A corrected sheet brought back: what it changes, and the files of corrections that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.sidecars import write_sidecars
from archivegen.reading import Survey, survey
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.record import Record
from archivegen.records.redacted import REDACTED
from archivegen.request import Request
from archivegen.review_sheet.changes import Edited, compare
from archivegen.review_sheet.files_read import files_read
from archivegen.review_sheet.opening import read_sheet
from archivegen.review_sheet.sidecar_text import with_fields
from archivegen.review_sheet.table import BY
from archivegen.seeds.inventory.places import is_sheet
from archivegen.seeds.supplied import read_supplied
from archivegen.storage.text_files import text_of


@dataclass(frozen=True, slots=True)
class Import:
    """What a sheet changes, the new text of each file of corrections with its path, and warnings."""

    edited: tuple[Edited, ...]
    texts: Mapping[Path, str]
    new: frozenset[Path]
    problems: tuple[Problem, ...]


def import_of(request: Request, file: Path) -> Import:
    """Return what a sheet changes in the archive as it is now; nothing is written.

    Raises:
        Refusal: the sheet, one of its rows or the archive cannot be read, or a change cannot be written.

    """
    rows = read_sheet(file)
    found = survey(request)
    comparison = compare(rows, [each.record for each in files_read(found)], str(file))
    faults = [problem for problem in comparison.problems if problem.level == "error"]
    warnings = [problem for problem in comparison.problems if problem.level != "error"]
    texts: dict[Path, str] = {}
    new = set()
    for edited in comparison.edited:
        try:
            sidecar = sidecar_of(edited.record, found, request.root)
            _check_redacted(edited)
            path = sidecar.relative_to(request.root).as_posix()
            before = text_of(sidecar) if sidecar.is_file() else ""
            texts[sidecar] = _ended_alike(with_fields(before, edited.fields, path), sidecar)
            warnings += _warnings(texts[sidecar], path, edited)
        except Refusal as refusal:
            faults.extend(refusal.problems)
            continue
        if not sidecar.is_file():
            new.add(sidecar)
    if faults:
        raise Refusal(*warnings, *faults)
    return Import(comparison.edited, texts, frozenset(new), tuple(warnings))


def apply_import(brought: Import) -> None:
    """Write the files of corrections of an import."""
    write_sidecars(brought.texts)


def sidecar_of(record: Record, found: Survey, root: Path) -> Path:
    """Return the file of corrections of a document, whether it is there yet or not.

    Raises:
        Refusal: the document can have none.

    """
    source = record.source
    if is_sheet(root / source.file):
        message = "this record has no file of its own: it stands in the inventory"
        raise Refusal(_refused(record, message, f"correct its row in {source.file}"))
    seed = next((each for each in found.seeds if each.path == source.file), None)
    part = source.path.removeprefix(source.file).removeprefix("#")
    standing = (
        next((file for name, file in seed.parts if name.casefold() == part.casefold()), None)
        if seed and part
        else seed.sidecar
        if seed
        else None
    )
    return standing or (root / source.file).with_name(source.sidecar_name)


def _check_redacted(edited: Edited) -> None:
    """Make sure that no file of corrections is given words with a gap in place of those that are redacted."""
    for name, values in edited.fields.items():
        if any(REDACTED in text for parts in values for text in parts.values()):
            message = f"“{name}” has redacted words, which the sheet does not have"
            raise Refusal(
                _refused(edited.record, message, f"correct it in {edited.record.source.sidecar_name}")
            )


def _ended_alike(text: str, file: Path) -> str:
    """Return a text with the ends of lines that the file has already."""
    is_of_windows = file.is_file() and b"\r\n" in file.read_bytes()
    return text.replace("\n", "\r\n") if is_of_windows else text


def _warnings(text: str, path: str, edited: Edited) -> Iterator[Problem]:
    for problem in read_supplied(text, path).problems:
        if problem.field in edited.fields:
            yield problem


def siblings_of(edited: Edited, name: str) -> int:
    """Return how many values of a field count as supplied only because another one of it is written down."""
    if any(BY in parts for parts in edited.fields[name]):
        return 0
    changed = sum(1 for change in edited.changes if change.field == name and change.after)
    standing = edited.record.fields.get(name, ())
    has_supplied = any(value.status == "supplied" and value.file for value in standing)
    return 0 if has_supplied or not FIELD_BY_NAME[name].repeatable else len(edited.fields[name]) - changed


def _refused(record: Record, message: str, fix: str) -> Problem:
    return Problem(path=record.source.path, code="corrections-not-merged", message=message, fix=fix)
