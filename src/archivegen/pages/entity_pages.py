"""The pages of people, organisations, places, archives, collections, kinds, languages and subjects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import pairwise
from pathlib import PurePosixPath

from markupsafe import Markup

from archivegen.archive.company import Company
from archivegen.archive.entities import Entity
from archivegen.pages.entity_facts import company_of, offices_of, stays_of
from archivegen.pages.holdings import holdings
from archivegen.pages.links import relative_link
from archivegen.pages.list_parts import RoleGroup, RoleHeading
from archivegen.pages.list_views import EntityView
from archivegen.pages.listing import Desk
from archivegen.pages.map import position_view
from archivegen.pages.markdown import markdown_html
from archivegen.pages.paging import HEAVIEST, Groups, document_weight, in_pages, page_address, pager
from archivegen.pages.parts import DocumentRow, Link
from archivegen.records.agents import name_key

ALPHABETICAL = ("people", "organisations", "places", "subjects")
_FOUND_BY_RULE = ("people", "organisations", "places")
# Roles in the order in which an entity's page lists them: nearest to the document first.
_ROLE_ORDER = (
    "creators", "issuing_body", "recipients", "participant", "attendee", "interpreter", "recorder",
    "copies", "place_of_creation", "people_mentioned", "places_mentioned", "repository", "collections", "form", "language",
    "original_language", "subjects", "translator", "transcriber", "editor", "obtained_by", "funders",
)  # fmt: skip


def entity_views(desk: Desk) -> Iterator[tuple[str, Callable[[], EntityView]]]:
    """Yield the address of every page of an entity with what makes it; most have one, those in many documents several."""
    company = Company(desk.archive.entities)
    weights = {document.id: document_weight(desk.row(document)) for document in desk.archive.documents}
    for entity in desk.archive.entities:
        if entity.has_page and entity.index != "years":
            pages = cache(partial(_pages, desk, entity))
            count = 1 if _is_light(entity, weights) else len(pages())
            for number in range(1, count + 1):
                view = partial(_entity_view, desk, entity, company, pages, number)
                yield page_address(entity.address, number), view


def _is_light(entity: Entity, weights: Mapping[str, int]) -> bool:
    """Say whether the documents of an entity surely are one page, of which nothing need be made to know that. In an archive
    they are listed otherwise, with more words or fewer.
    """
    return entity.index != "archives" and (
        sum(weights[mention.document_id] for mention in entity.mentions) <= HEAVIEST
    )


def _pages(desk: Desk, entity: Entity) -> tuple[Groups[RoleHeading, DocumentRow], ...]:
    return in_pages(_groups(desk, entity), document_weight)


def roles_of(entity: Entity) -> list[str]:
    """Return what an entity is to its documents, nearest to the document first."""
    roles = {mention.role for mention in entity.mentions}
    known = [role for role in _ROLE_ORDER if role in roles]
    return [*known, *sorted(roles.difference(known))]


def _entity_view(
    desk: Desk,
    entity: Entity,
    company: Company,
    pages_of_list: Callable[[], tuple[Groups[RoleHeading, DocumentRow], ...]],
    number: int,
) -> EntityView:
    name = desk.name_of(entity)
    index_label = desk.say(f"section.{entity.index}")
    is_first, pages = number == 1, pages_of_list()
    return EntityView(
        address=page_address(entity.address, number),
        title=name,
        description=desk.say("entity_description", name=name, archive=desk.archive.config.title),
        trail=(desk.home_link(), Link(index_label, f"{entity.index}/")),
        section=entity.index,
        is_indexable=is_first,
        index=entity.index,
        index_label=index_label,
        name=name,
        introduction=_introduction(desk, entity) if is_first else Markup(),
        inner=_collections_inside(desk, entity) if is_first else (),
        spellings=entity.spellings if is_first else (),
        same_as=entity.same_as if is_first else (),
        offices=offices_of(desk, entity) if is_first else (),
        position=position_view(desk, entity) if is_first else None,
        contents=_contents(entity, pages) if is_first else (),
        groups=tuple(RoleGroup(heading, rows) for heading, rows in pages[number - 1]),
        stays=stays_of(desk, entity) if is_first else (),
        company=company_of(desk, entity, company) if is_first else (),
        note=_note(desk, entity),
        query=_query(entity),
        pager=pager(desk.say, partial(page_address, entity.address), number, len(pages)),
    )


def _note(desk: Desk, entity: Entity) -> str:
    """Return that mentions are found by rule, also where none was found: they may be missed."""
    return desk.say("found_by_rule") if entity.index in _FOUND_BY_RULE else ""


def _query(entity: Entity) -> str:
    """Return what finds every spelling of a name in full-text search."""
    if entity.index not in ALPHABETICAL:
        return ""
    return " OR ".join(f'"{spelling}"' for spelling in (entity.name, *entity.spellings))


def _introduction(desk: Desk, entity: Entity) -> Markup:
    """Return what the archivist says of a collection, as HTML."""
    is_collection = entity.index == "collections"
    words = desk.archive.introductions.get(entity.key, "") if is_collection else ""
    return markdown_html(words, partial(relative_link, entity.address))


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
        Link(desk.name_of(each), each.address)
        for each in desk.archive.entities_in("collections")
        if each.key in keys
    )


def _lies_below(inner: str | None, outer: str | None) -> bool:
    """Say whether the folder of one file lies inside that of another."""
    return (
        bool(inner and outer)
        and PurePosixPath(outer or "").parent in PurePosixPath(inner or "").parent.parents
    )


def _groups(desk: Desk, entity: Entity) -> list[tuple[RoleHeading, tuple[DocumentRow, ...]]]:
    """Return the documents of an entity by what it is to them; those of an archive as they lie in it."""
    if entity.index == "archives":
        return holdings(desk, entity)
    groups = []
    for role in roles_of(entity):
        ids = {mention.document_id for mention in entity.mentions if mention.role == role}
        label = desk.say.or_words(f"role_heading.{role}", role.capitalize())
        groups.append((RoleHeading(label, f"as-{role.replace('_', '-')}", len(ids)), desk.rows(ids)))
    return groups


def _contents(
    entity: Entity, pages: tuple[Groups[RoleHeading, DocumentRow], ...]
) -> tuple[tuple[Link, int], ...]:
    """Return the headings of a page that has several, each with its place and the number of its documents."""
    places: dict[RoleHeading, Link] = {}
    for number, groups in enumerate(pages, start=1):
        for heading, _ in groups:
            address = f"{page_address(entity.address, number)}#{heading.anchor}"
            places.setdefault(heading, Link(heading.label, address))
    return tuple((link, heading.count) for heading, link in places.items()) if len(places) > 1 else ()
