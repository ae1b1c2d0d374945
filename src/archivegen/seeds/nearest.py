"""What is supplied for a document from several places: its folders, its row, its front matter, its file of corrections.

They stand in this order, from the farthest to the nearest, and the nearest that says anything is the one that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archivegen.records.record import SaidId
from archivegen.seeds.collections import collections_of
from archivegen.seeds.draft import Found
from archivegen.seeds.supplied import Supplied, read_folder


def supplied_by_folders(defaults: tuple[tuple[str, str], ...]) -> list[Supplied]:
    """Return what folders supply for their documents, and first of all that these belong to them."""
    above = [read_folder(text, where) for where, text in defaults]
    collections = collections_of(part.collection for part in above)
    parts = [part for each in above for part in (each.defaults, each) if part]
    return [Supplied(found=tuple(Found("collections", value) for value in collections)), *parts]


def nearest(given: Sequence[str | None]) -> str | None:
    """Return the last of what was given at all."""
    return next((text for text in reversed(given) if text is not None), None)


def nearest_id(supplied: Iterable[Supplied]) -> tuple[str | None, SaidId]:
    """Return the id that is supplied, None where none is, and where it stands."""
    given = [part for part in supplied if part.supplied_id is not None]
    return (given[-1].supplied_id, given[-1].said_id) if given else (None, SaidId())
