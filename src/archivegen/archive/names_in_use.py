"""How names are spelt: every spelling of the persons, bodies and places of an archive, and where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archivegen.archive.authorities import plain_key
from archivegen.archive.entities import Entity, Mention

NAME_INDEXES = ("people", "organisations", "places")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way of writing a name: the documents it stands in, its fields, and on how many lines it was read.

    One that only an authority file or an editor's bracket gives has no documents.
    """

    text: str
    documents: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class NameInUse:
    """A name with all spellings that are joined to it, the preferred one first.

    `is_whole` is false for one that identifies nobody, such as a surname alone: it is a name in each of its documents,
    and not one person.
    """

    index: str
    key: str
    spellings: tuple[Spelling, ...]
    is_whole: bool = True

    @property
    def text(self) -> str:
        """The preferred spelling."""
        return self.spellings[0].text

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that have any of the spellings, in the order of their ids."""
        return tuple(sorted({document for spelling in self.spellings for document in spelling.documents}))

    @property
    def mentions(self) -> int:
        """On how many lines any of the spellings was read."""
        return sum(spelling.mentions for spelling in self.spellings)


def names_in_use(entities: Iterable[Entity]) -> tuple[NameInUse, ...]:
    """Return the names of persons, bodies and places in the order of the entities; the same surname alone once."""
    groups: dict[tuple[str, str, bool], list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.index in NAME_INDEXES:
            groups[entity.index, plain_key(entity.key), entity.has_page].append(entity)
    return tuple(
        NameInUse(index, key, _spellings(group), is_whole) for (index, key, is_whole), group in groups.items()
    )


def _spellings(group: Sequence[Entity]) -> tuple[Spelling, ...]:
    mentions_of: dict[str, list[Mention]] = {}
    for entity in group:
        for text in (entity.name, *entity.spellings):
            mentions_of.setdefault(text, [])
        for mention in entity.mentions:
            mentions_of.setdefault(mention.value.value, []).append(mention)
    return tuple(
        Spelling(
            text,
            tuple(sorted({mention.document_id for mention in mentions})),
            tuple(dict.fromkeys(mention.field for mention in mentions)),
            sum(max(1, len(mention.value.lines)) for mention in mentions),
        )
        for text, mentions in mentions_of.items()
    )
