"""Documents as rows of a list, and what every page builder needs to know of the archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from archivegen.archive.archive import Archive, Document, named_id
from archivegen.archive.authorities import resolve
from archivegen.archive.entities import Entity, by_every_key
from archivegen.archive.positions import Standing, positions_of
from archivegen.pages.messages import ENGLISH, Messages
from archivegen.pages.parts import DocumentRow, Link
from archivegen.pages.text_languages import language_of_text
from archivegen.pages.unnamed_lists import Lists, places_of_unnamed, unnamed_lists
from archivegen.pages.wording import form_name
from archivegen.records.fields import Field
from archivegen.records.languages import language_by_script
from archivegen.records.record import Record
from archivegen.records.values import Value
from archivegen.remembering import Memory


@dataclass(frozen=True, slots=True)
class Desk:
    """The archive and the interface's words, laid out for the builders of pages; `memory` is for whoever plans them again."""

    archive: Archive
    say: Messages
    entity_by_key: dict[tuple[str, str], Entity]
    position_by_id: dict[str, int]
    address_by_source: dict[str, str]
    unnamed: Lists
    place_of_unnamed: dict[tuple[str, str], str]
    standing_by_place: Mapping[str, Standing]
    memory: Memory = field(default_factory=Memory)
    _row_by_id: dict[str, DocumentRow] = field(default_factory=dict)

    def entity_of(self, row: Field, value: Value, document_id: str) -> Entity | None:
        """Return the entity a value of a facet field leads to."""
        return resolve(self.entity_by_key, row, value, document_id) if row.indexes else None

    def address_of(self, entity: Entity) -> str:
        """Return where an entity is found: its page, or its place among the names that do not say who is meant."""
        return entity.address if entity.has_page else self.place_of_unnamed[entity.index, entity.slug]

    def name_of(self, entity: Entity) -> str:
        """Return an entity's name as pages write it."""
        if entity.index == "kinds":
            return self.form_name(entity.name)
        return self.name_of_language(entity) if entity.index == "languages" else entity.name

    def document(self, document_id: str) -> Document:
        """Return the document with an id."""
        return self.archive.documents[self.position_by_id[document_id]]

    def standing_of(self, place: Entity) -> Standing:
        """Return where a place lies, or why it is on no map."""
        return self.standing_by_place[place.key]

    def named_document(self, words: str) -> Document | None:
        """Return the document that an archivist names by its id or its address, or None."""
        document_id = named_id(words)
        return self.document(document_id) if document_id in self.position_by_id else None

    def language_of(self, record: Record) -> str:
        """Return the BCP 47 tag of the text of a record, or `und` where the language named has none."""
        return language_of_text(record, self.archive.config.language)

    def language_of_words(self, record: Record, words: str) -> str:
        """Return the language of a title or a name of a record, where its script decides it; "" where it has Latin letters."""
        fields = (*record.fields.get("language", ()), *record.fields.get("original_language", ()))
        return language_by_script(words, tuple(value.value for value in fields))

    def home_link(self) -> Link:
        """Return the first step of every trail."""
        return Link(self.say("section.home"), "")

    def form_name(self, form: str) -> str:
        """Return a kind of document in words."""
        return form_name(self.say, form)

    def name_of_language(self, entity: Entity) -> str:
        """Return what a language of the index is called: in English, as it is filed."""
        return entity.name if self.say.language == ENGLISH else self.say.name_of_language(entity.key)

    def row(self, document: Document) -> DocumentRow:
        """Return a document as a row of a list, of which it has one in the whole site."""
        if document.id not in self._row_by_id:
            self._row_by_id[document.id] = self.memory.recall(_made_row, self.say, document)
        return self._row_by_id[document.id]

    def rows(self, document_ids: Iterable[str]) -> tuple[DocumentRow, ...]:
        """Return documents as rows, in the order of time."""
        ordered = sorted(set(document_ids), key=self.position_by_id.__getitem__)
        return tuple(self.row(self.document(document_id)) for document_id in ordered)


def lay_out(archive: Archive, say: Messages, memory: Memory | None = None) -> Desk:
    """Return the desk from which all pages of an archive are made."""
    positions = {document.id: position for position, document in enumerate(archive.documents)}
    sources = {
        text.source.path: document.address for document in archive.documents for text in document.record.texts
    }
    unnamed = unnamed_lists(archive)
    standings = positions_of(archive.entities_in("places"))
    return Desk(
        archive,
        say,
        by_every_key(archive.entities),
        positions,
        sources,
        unnamed,
        places_of_unnamed(unnamed),
        standings,
        memory or Memory(),
    )


def _made_row(say: Messages, document: Document) -> DocumentRow:
    principal = document.record.principal_date
    form = document.record.text_of("form")
    return DocumentRow(
        date=say.date(principal.value) if principal else say("undated"),
        sort_date=principal.value if principal else "",
        title=document.title,
        address=document.address,
        kind=form_name(say, form) if form else "",
        archive=document.record.text_of("repository") or "",
        summary=document.record.text_of("summary") or "",
    )
