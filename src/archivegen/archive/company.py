"""Who is named together with whom: in how many documents two entities of the same index stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from archivegen.archive.entities import Entity


class Company:
    """The people and the organisations of every document; gathered when somebody's company is first asked for."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Take the entities of an archive."""
        self._entities = tuple(entity for entity in entities if entity.has_page)
        self._by_document: dict[tuple[str, str], list[int]] | None = None

    def of(self, entity: Entity, most: int) -> tuple[tuple[Entity, int], ...]:
        """Return with whom an entity shares most documents, and how many, two at least; who shares one may be there by
        chance.
        """
        # Several threads may ask at once: what each of them finds here is whole.
        by_document = self._by_document = self._by_document or self._gathered()
        shared = Counter(
            place
            for document_id in entity.document_ids
            for place in by_document.get((entity.index, document_id), ())
        )
        ranked = sorted(
            ((self._entities[place], count) for place, count in shared.items() if count > 1),
            key=lambda pair: (-pair[1], pair[0].sort_name, pair[0].key),
        )
        return tuple(pair for pair in ranked if pair[0].key != entity.key)[:most]

    def _gathered(self) -> dict[tuple[str, str], list[int]]:
        """Return the places of the entities by their index and each of their documents."""
        by_document: dict[tuple[str, str], list[int]] = {}
        for place, each in enumerate(self._entities):
            for document_id in each.document_ids:
                by_document.setdefault((each.index, document_id), []).append(place)
        return by_document
