"""The documents of an archive as they lie in it: by fond or series, and there in the order of files and leaves."""

from __future__ import annotations

from dataclasses import replace

from archivegen.archive.entities import Entity
from archivegen.archive.series import Lying, lying_in, natural
from archivegen.pages.list_parts import RoleHeading
from archivegen.pages.listing import Desk
from archivegen.pages.parts import DocumentRow

# The kinds of places in an archive, in their order on its page.
_FOND, _SERIES, _OTHER, _WITHOUT_REFERENCE = range(4)


def holdings(desk: Desk, archive: Entity) -> list[tuple[RoleHeading, tuple[DocumentRow, ...]]]:
    """Return the documents of an archive with the headings of its fonds and series, in their order.

    In the place of the archive's name each has what its reference says beyond the heading. References of another form come
    after these, and documents without one last.
    """
    found: dict[tuple[int, str], list[tuple[Lying | None, DocumentRow]]] = {}
    names = (archive.name, *archive.spellings)
    for document_id in archive.document_ids:
        document = desk.document(document_id)
        lying = desk.memory.recall(lying_in, document.record, *names)
        found.setdefault(_place(lying), []).append((lying, desk.row(document)))
    groups: list[tuple[RoleHeading, tuple[DocumentRow, ...]]] = []
    for place in sorted(found, key=lambda place: (place[0], natural(place[1]), place[1])):
        rows = sorted(found[place], key=_in_file_order)
        heading = RoleHeading(_label(desk, place), f"in-{len(groups) + 1}", len(rows))
        groups.append(
            (
                heading,
                tuple(desk.memory.recall(_as_lying, row, lying.rest if lying else "") for lying, row in rows),
            )
        )
    return groups


def _as_lying(row: DocumentRow, rest: str) -> DocumentRow:
    return replace(row, archive=rest)


def _place(lying: Lying | None) -> tuple[int, str]:
    if lying is None:
        return _WITHOUT_REFERENCE, ""
    if lying.fond:
        return _FOND, lying.fond
    return (_SERIES, lying.series) if lying.series else (_OTHER, "")


def _label(desk: Desk, place: tuple[int, str]) -> str:
    kind, name = place
    if kind == _FOND:
        return desk.say("holdings.fond", number=name)
    if kind == _OTHER:
        return desk.say("holdings.further")
    return name or desk.say("holdings.without_reference")


def _in_file_order(pair: tuple[Lying | None, DocumentRow]) -> tuple[object, ...]:
    lying, row = pair
    return (lying.order if lying else (), row.sort_date, row.address)
