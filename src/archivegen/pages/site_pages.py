"""The pages that are about the whole archive: home, search, about, and the page for addresses that are not there."""

from __future__ import annotations

import json
from collections import Counter

from archivegen.pages.index_pages import INDEXES, entity_name
from archivegen.pages.listing import Desk
from archivegen.pages.markdown import markdown_html
from archivegen.pages.parts import DocumentRow, Link
from archivegen.pages.search_records import search_indexes
from archivegen.pages.versions import last_day
from archivegen.pages.views import AboutView, HomeView, NotFoundView, SearchView

_NAMES_ON_HOME = 12
_ROWS_ON_HOME = 8
_LACKING = ("dates", "creators", "summary", "repository", "original_language", "rights")


def home_view(desk: Desk) -> HomeView:
    """Return the home page: what the archive is, how large, and the ways in."""
    config = desk.archive.config
    people = sorted(
        (entity for entity in desk.archive.entities_in("people") if entity.has_page),
        key=lambda entity: (-len(entity.document_ids), -len(entity.mentions), entity.sort_name),
    )
    return HomeView(
        address="",
        title=config.title,
        description=" ".join(config.lead.split())[:200],
        section="home",
        modified=max((last_day(document) for document in desk.archive.documents), default=""),
        lead=markdown_html(config.lead),
        coverage=_coverage(desk),
        rows=tuple(desk.row(document) for document in desk.archive.documents[:_ROWS_ON_HOME]),
        ways=_ways_in(desk),
        names=tuple(Link(entity.name, entity.address) for entity in people[:_NAMES_ON_HOME]),
    )


def search_view(desk: Desk) -> SearchView:
    """Return the search page, which leads to the indexes where there is no script."""
    texts = desk.say.text_by_key
    messages = {key.split(".", 1)[1]: text for key, text in texts.items() if key.startswith("search.")}
    return SearchView(
        address="search/",
        title=desk.say("section.search"),
        trail=(desk.home_link(),),
        section="search",
        messages=json.dumps(messages, ensure_ascii=False, sort_keys=True),
        indexes=" ".join(search_indexes(desk)),
        ways=_ways_in(desk),
    )


def about_view(desk: Desk) -> AboutView:
    """Return what there is to know about the archive as a whole, silences included."""
    return AboutView(
        address="about/",
        title=desk.say("section.about"),
        trail=(desk.home_link(),),
        section="about",
        about=markdown_html(desk.archive.config.about),
        facts=_facts(desk),
        lacks=tuple(
            (desk.say(f"lacks.{field}", count=len(rows)), rows)
            for field in _LACKING
            if (rows := _documents_without(desk, field))
        ),
        statuses=_statuses(desk),
    )


def not_found_view(desk: Desk) -> NotFoundView:
    """Return the page for addresses that are not there; its links need the site's own address."""
    return NotFoundView(
        address="404.html",
        title=desk.say("not_found.title"),
        is_indexable=False,
        home=desk.archive.config.base_url,
    )


def _coverage(desk: Desk) -> str:
    documents = desk.archive.documents
    dates = [date.value for document in documents if (date := document.record.principal_date)]
    parts = [desk.say("documents", count=len(documents))]
    if dates:
        first, last = desk.say.date(dates[0]), desk.say.date(dates[-1])
        parts.append(desk.say("date.span", first=first, end=last) if first != last else first)
    if len(dates) < len(documents):
        parts.append(desk.say("undated_documents", count=len(documents) - len(dates)))
    return ", ".join(parts)


def _ways_in(desk: Desk) -> tuple[tuple[Link, str], ...]:
    ways = [(Link(desk.say("section.documents"), "documents/"), str(len(desk.archive.documents)))]
    for index in INDEXES:
        entries = [entity for entity in desk.archive.entities_in(index) if entity.has_page]
        if not entries:
            continue
        ways.append((Link(desk.say(f"section.{index}"), f"{index}/"), str(len(entries))))
    return tuple(ways)


def _facts(desk: Desk) -> tuple[tuple[str, str], ...]:
    config = desk.archive.config
    facts = [(desk.say("fact.extent"), _coverage(desk))]
    for index in ("archives", "languages", "kinds"):
        names = [entity_name(desk, entity) for entity in desk.archive.entities_in(index)]
        facts.append((desk.say(f"section.{index}"), ", ".join(names) or desk.say("not_stated")))
    facts.extend(
        (desk.say(f"fact.{setting}"), getattr(config, setting) or desk.say("not_stated"))
        for setting in ("editor", "contact", "rights")
    )
    return tuple(facts)


def _documents_without(desk: Desk, field: str) -> tuple[DocumentRow, ...]:
    return tuple(
        desk.row(document) for document in desk.archive.documents if not document.record.fields.get(field)
    )


def _statuses(desk: Desk) -> tuple[tuple[str, int, str], ...]:
    counts = Counter(
        value.status
        for document in desk.archive.documents
        for values in document.record.fields.values()
        for value in values
    )
    return tuple(
        (desk.say(f"status_name.{status}"), counts[status], desk.say(f"status_help.{status}"))
        for status in ("stated", "derived", "supplied")
    )
