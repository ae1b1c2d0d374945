"""The indexes and the pages of what they list: every value of a facet field leads to its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby, pairwise
from pathlib import PurePosixPath

from markupsafe import Markup

from archivegen.archive.entities import Entity
from archivegen.pages.listing import Desk
from archivegen.pages.markdown import markdown_html
from archivegen.pages.parts import DocumentRow, EntityRow, LetterGroup, Link, RoleGroup, UnnamedRow, YearGroup
from archivegen.pages.views import ChronologyView, EntityView, IndexView
from archivegen.records.agents import filed_name, name_key
from archivegen.records.values import AgentValue

INDEXES = ("years", "people", "organisations", "places", "archives", "collections", "kinds", "languages")
_ALPHABETICAL = ("people", "organisations", "places")
# Roles in the order in which an entity's page lists them: nearest to the document first.
_ROLE_ORDER = (
    "dates", "other_dates", "creators", "issuing_body", "recipients", "participant", "attendee", "interpreter", "recorder",
    "place_of_creation", "people_mentioned", "places_mentioned", "repository", "collections", "form", "language",
    "original_language", "translator", "transcriber", "editor", "obtained_by", "funders",
)  # fmt: skip


def chronology_view(desk: Desk) -> ChronologyView:
    """Return the list of all documents in the order of time, year by year."""
    rows = [desk.row(document) for document in desk.archive.documents]
    return ChronologyView(
        address="documents/",
        title=desk.say("section.documents"),
        trail=(desk.home_link(),),
        section="documents",
        groups=_by_year(desk, rows),
        count=len(rows),
    )


def index_views(desk: Desk) -> Iterator[tuple[str, Callable[[], IndexView]]]:
    """Yield the address of every index with what makes its page; one without entries says so and is still a page."""
    for index in INDEXES:
        yield f"{index}/", partial(_index_view, desk, index)


def entity_views(desk: Desk) -> Iterator[tuple[str, Callable[[], EntityView]]]:
    """Yield the address of every entity that has a page, with what makes it."""
    for entity in desk.archive.entities:
        if entity.has_page:
            yield entity.address, partial(_entity_view, desk, entity)


def entity_name(desk: Desk, entity: Entity) -> str:
    """Return an entity's name as pages write it."""
    return desk.form_name(entity.name) if entity.index == "kinds" else entity.name


def _by_year(desk: Desk, rows: list[DocumentRow]) -> tuple[YearGroup, ...]:
    groups: dict[str, list[DocumentRow]] = {}
    for row in rows:
        groups.setdefault(row.year, []).append(row)
    return tuple(YearGroup(year or desk.say("undated"), tuple(group)) for year, group in groups.items())


def _index_view(desk: Desk, index: str) -> IndexView:
    entities = desk.archive.entities_in(index)
    rows = [(_letter(index, entity), _row(desk, entity)) for entity in entities if entity.has_page]
    return IndexView(
        address=f"{index}/",
        title=desk.say(f"section.{index}"),
        trail=(desk.home_link(),),
        section=index,
        index=index,
        intro=desk.say(f"intro.{index}"),
        groups=tuple(
            LetterGroup(letter, tuple(row for _, row in group))
            for letter, group in groupby(rows, key=lambda pair: pair[0])
        ),
        unnamed=tuple(
            UnnamedRow(entity.name, entity.anchor, desk.rows(entity.document_ids))
            for entity in entities
            if not entity.has_page
        ),
    )


def _letter(index: str, entity: Entity) -> str:
    if index not in _ALPHABETICAL:
        return ""
    return name_key(entity.sort_name)[:1].upper()


def _row(desk: Desk, entity: Entity) -> EntityRow:
    roles = [role for role in _roles(entity) if entity.index in ("people", "organisations", "languages")]
    return EntityRow(
        name=filed_name(entity.name) if entity.index == "people" else entity_name(desk, entity),
        address=entity.address,
        spellings=", ".join(entity.spellings),
        roles=", ".join(desk.say.or_words(f"role.{role}", role) for role in roles),
        count=len(entity.document_ids),
    )


def _roles(entity: Entity) -> list[str]:
    roles = {mention.role for mention in entity.mentions}
    known = [role for role in _ROLE_ORDER if role in roles]
    return [*known, *sorted(roles.difference(known))]


def _entity_view(desk: Desk, entity: Entity) -> EntityView:
    name = entity_name(desk, entity)
    index_label = desk.say(f"section.{entity.index}")
    offices = dict.fromkeys(
        mention.value.office
        for mention in entity.mentions
        if isinstance(mention.value, AgentValue) and mention.value.office
    )
    is_found_by_rule = any(mention.field.endswith("_mentioned") for mention in entity.mentions)
    is_searchable = entity.index in _ALPHABETICAL
    return EntityView(
        address=entity.address,
        title=name,
        description=desk.say("entity_description", name=name, archive=desk.archive.config.title),
        trail=(desk.home_link(), Link(index_label, f"{entity.index}/")),
        section=entity.index,
        index=entity.index,
        index_label=index_label,
        name=name,
        introduction=_introduction(desk, entity),
        inner=_collections_inside(desk, entity),
        spellings=entity.spellings,
        same_as=entity.same_as,
        offices=tuple(offices),
        groups=_role_groups(desk, entity),
        note=desk.say("found_by_rule") if is_found_by_rule else "",
        queries=(name, *entity.spellings) if is_searchable else (),
    )


def _introduction(desk: Desk, entity: Entity) -> Markup:
    """Return what the archivist says of a collection, as HTML."""
    is_collection = entity.index == "collections"
    return markdown_html(desk.archive.introductions.get(entity.key, "") if is_collection else "")


def _collections_inside(desk: Desk, entity: Entity) -> tuple[Link, ...]:
    """Return the collections whose folders lie inside that of a collection, and in none between, as far as documents name
    them.
    """
    if entity.index != "collections":
        return ()
    ids = set(entity.document_ids)
    keys = {
        name_key(inner.value)
        for document in desk.archive.documents
        if document.id in ids
        for outer, inner in pairwise(document.record.fields.get("collections", ()))
        if name_key(outer.value) == entity.key and _lies_below(inner.file, outer.file)
    }
    return tuple(
        Link(entity_name(desk, each), each.address)
        for each in desk.archive.entities_in("collections")
        if each.key in keys
    )


def _lies_below(inner: str | None, outer: str | None) -> bool:
    """Say whether the folder of one file lies inside that of another."""
    return (
        bool(inner and outer)
        and PurePosixPath(outer or "").parent in PurePosixPath(inner or "").parent.parents
    )


def _role_groups(desk: Desk, entity: Entity) -> tuple[RoleGroup, ...]:
    groups = []
    listed: set[str] = set()
    for role in _roles(entity):
        ids = {mention.document_id for mention in entity.mentions if mention.role == role}
        if role == "other_dates":
            ids -= listed
        listed |= ids
        if not ids:
            continue
        label = desk.say.or_words(f"role_heading.{role}", role.capitalize())
        groups.append(RoleGroup(label, desk.rows(ids)))
    return tuple(groups)
