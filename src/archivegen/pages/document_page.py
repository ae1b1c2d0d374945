"""The page of one document, and its data file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from archivegen.archive.archive import Document
from archivegen.archive.passages import Passage
from archivegen.archive.redaction import without_file_names
from archivegen.archive.relations import Relations, relations_in
from archivegen.archive.version_texts import VersionText
from archivegen.pages.body import mark_kinds
from archivegen.pages.citation_list import citation_views
from archivegen.pages.closed_pages import closed_line
from archivegen.pages.document_use import use_view
from archivegen.pages.listing import Desk
from archivegen.pages.originals import original_views, originals_as_json
from archivegen.pages.panel import basis_of, panel_areas
from archivegen.pages.paper_path import paper_path
from archivegen.pages.parts import Link
from archivegen.pages.related import neighbour_rows, related_rows
from archivegen.pages.text_columns import own_kind, text_rows, version_links
from archivegen.pages.versions import (
    draft_line,
    last_day,
    version_line,
    version_rows,
    versions_as_json,
)
from archivegen.pages.views import DocumentView
from archivegen.pages.wording import places_in_words
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.record import Record, Zone
from archivegen.records.serial import record_as_json

_LONGEST_DESCRIPTION = 200


def document_views(desk: Desk) -> Iterator[tuple[str, Callable[[], DocumentView]]]:
    """Yield the address of every document with what makes its page."""
    relations = relations_in(desk.archive, desk.memory)
    for document in desk.archive.documents:
        yield document.address, partial(_view, desk, document, relations)


def document_data(desk: Desk, document: Document) -> dict[str, object]:
    """Return the record of a document as its data file holds it: every value with its status, rule and lines."""
    record = document.record
    data = _record_data(record, document.id, document.texts.own)
    if not document.is_open:
        data = {"id": data["id"], "fields": data["fields"]}
    config = desk.archive.config
    originals = originals_as_json(document, config.base_url)
    own_file = originals.pop("", None)
    texts = [_text_data(text, document, originals.get(text.anchor)) for text in document.texts.versions]
    return {
        "address": config.base_url + document.address if config.base_url else document.address,
        "archive": config.title,
        **data,
        **({"original": own_file} if own_file else {}),
        **({"kind_of_version": own_kind(record), "texts": texts} if texts else {}),
        "versions": versions_as_json(document),
    }


def _text_data(
    text: VersionText, document: Document, original: dict[str, object] | None
) -> dict[str, object]:
    """Return a version of a document as its data file holds it: all that was read from its own file."""
    record = text.version.record
    if document.record.redacted_words:
        record = without_file_names(record)
    data = _record_data(record, document.id, text.passages)
    return {
        "kind": text.version.kind,
        "language": text.version.language,
        "anchor": text.anchor,
        **{name: data[name] for name in ("source", "fields", "body")},
        **({"original": original} if original else {}),
    }


def _record_data(record: Record, document_id: str, passages: Iterable[Passage]) -> dict[str, object]:
    data = record_as_json(without_file_names(record) if record.redacted_words else record, document_id)
    body = data.get("body")
    if isinstance(body, dict):
        live = [passage for passage in passages if passage.block]
        for block, passage in zip(body["blocks"], live, strict=True):
            block |= {"anchor": passage.anchor, "number": passage.number}
        body["removed"] = [
            {"anchor": passage.anchor, "number": passage.number} for passage in passages if not passage.block
        ]
    return data


def _view(desk: Desk, document: Document, relations: Relations) -> DocumentView:
    record = document.record
    summary, principal = record.first("summary"), record.principal_date
    rows = text_rows(desk, document)
    return DocumentView(
        address=document.address,
        title=document.title,
        description=_cut(summary.value if summary else document.title),
        trail=(desk.home_link(), Link(desk.say("section.documents"), "documents/")),
        section="documents",
        is_indexable=not document.is_provisional,
        modified=last_day(document),
        kind=_kind(desk, document),
        date=desk.say.date(principal.value) if principal else desk.say("undated"),
        place=record.text_of("place_of_creation") or "",
        provenance=_provenance(record),
        title_language=desk.language_of_words(record, document.title),
        title_basis=basis_of(desk, record, record.first("title"), "title"),
        summary=summary.value if summary else "",
        summary_voice=desk.say(f"voice.{summary.by}") if summary else "",
        summary_basis=basis_of(desk, record, summary, "summary"),
        rows=rows,
        version_links=version_links(desk, document, rows),
        marks=tuple(sorted({mark for text in record.texts for mark in mark_kinds(text.body)})),
        areas=panel_areas(desk, document),
        lines_otherwise=", ".join(_read_as(desk, record, zone) for zone in record.other_zones),
        path=paper_path(desk.say, record),
        citations=citation_views(desk, document),
        use=use_view(desk, document),
        version=version_line(desk, document),
        versions=version_rows(desk, document),
        neighbours=neighbour_rows(desk, relations, document),
        related=related_rows(desk, relations, document),
        data_address=f"{document.address}document.json",
        originals=original_views(desk, document),
        draft=draft_line(desk, document),
        access=closed_line(desk, document),
    )


def _kind(desk: Desk, document: Document) -> Link | None:
    form = document.record.first("form")
    entity = desk.entity_of(FIELD_BY_NAME["form"], form, document.id) if form else None
    return Link(desk.form_name(form.value), entity.address) if form and entity else None


def _read_as(desk: Desk, record: Record, zone: Zone) -> str:
    part = desk.say(f"field.{zone.field}") if zone.field else desk.say(f"zone.{zone.kind}")
    return desk.say("document.read_as", place=places_in_words(desk.say, record, (zone.lines,)), part=part)


def _provenance(record: Record) -> str:
    """Return where the document is from in one line: its reference, or the body that issued it."""
    parts = [record.text_of("issuing_body"), record.held_at or record.text_of("published_in")]
    return " · ".join(part for part in parts if part)


def _cut(text: str) -> str:
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return text[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + " …"
