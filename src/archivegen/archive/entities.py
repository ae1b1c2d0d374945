"""What documents are listed under: an entity with everything that names it."""

from __future__ import annotations

from dataclasses import dataclass

from archivegen.records.agents import name_key
from archivegen.records.coordinates import Coordinates
from archivegen.records.values import AgentValue, DateValue, Value


@dataclass(frozen=True, slots=True)
class Mention:
    """A value of a facet field that names an entity: in which document, in which field, and the value itself."""

    document_id: str
    field: str
    value: Value

    @property
    def role(self) -> str:
        """What the entity is to the document: the value's own role, or else the name of its field."""
        if isinstance(self.value, DateValue) and not self.value.principal:
            return "other_dates"
        role = self.value.role if isinstance(self.value, AgentValue) else None
        return role or self.field


@dataclass(frozen=True, slots=True)
class Entity:
    """Something documents are listed under. `has_page` is false for names that do not identify anybody; where a place lies
    is here only as the archivist says it, or that it is not to be placed.
    """

    index: str
    key: str
    slug: str
    name: str
    sort_name: str
    mentions: tuple[Mention, ...]
    spellings: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    has_page: bool = True
    coordinates: Coordinates | None = None
    is_not_placed: bool = False

    @property
    def address(self) -> str:
        """The folder that the entity has inside the site if it has a page."""
        return f"{self.index}/{self.slug}/"

    @property
    def anchor(self) -> str:
        """The place of a name without a page in the list of these; no anchor of the page's own begins so."""
        return f"name-{self.slug}"

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The documents that name it, each once."""
        return tuple(dict.fromkeys(mention.document_id for mention in self.mentions))


def by_every_key(entities: tuple[Entity, ...]) -> dict[tuple[str, str], Entity]:
    """Return the entities by index and by the key of each of their names and spellings; a spelling of several is that of the
    one which bears it as its name.
    """
    found = {(entity.index, entity.key): entity for entity in entities}
    with_page = [entity for entity in entities if entity.has_page]
    # The name need not have the key of the entity: the key is that of the spelling which the others were joined to.
    for entity in with_page:
        found.setdefault((entity.index, name_key(entity.name)), entity)
    for entity in with_page:
        for spelling in entity.spellings:
            found.setdefault((entity.index, name_key(spelling)), entity)
    return found
