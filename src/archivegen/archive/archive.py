"""The archive: all documents in the order of time, the entities they name, and the indexes they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from archivegen.archive.access import hidden_names, is_open, is_recorded_as_closed
from archivegen.archive.announcements import announced
from archivegen.archive.authorities import gather_entities
from archivegen.archive.entities import Entity
from archivegen.archive.former import Former, former_addresses
from archivegen.archive.joining.anchors import with_anchors
from archivegen.archive.permalinks import Addresses
from archivegen.archive.redaction import without_redacted_words
from archivegen.archive.revisions import Revision, revision_of
from archivegen.archive.version_texts import Texts, texts_of
from archivegen.config import Config
from archivegen.records.dates import EVER, UNDATED, Bounds, bounds
from archivegen.records.record import Record
from archivegen.remembering import Memory
from archivegen.storage.authority_files import Authority
from archivegen.storage.ledger import Ledger
from archivegen.storage.promises import Promises
from archivegen.storage.published import PublishedRecord


@dataclass(frozen=True, slots=True)
class Document:
    """A record with its address: the id is the last folder of the address and never changes.

    `published` is how it was published last, where that is kept, and `revision` what is otherwise now. Of one that is not
    open the record has what may be announced of it, and nothing else. `turned` is what became of it since it was
    published last, where it was open then and is not now, or the other way round.
    """

    id: str
    record: Record
    is_provisional: bool
    texts: Texts = field(default_factory=Texts)
    published: PublishedRecord | None = None
    revision: Revision | None = None
    is_open: bool = True
    turned: Literal["", "opened", "closed"] = ""

    @property
    def address(self) -> str:
        """The document's folder inside the site."""
        return f"documents/{self.id}/"

    @property
    def title(self) -> str:
        """The title the document is listed under."""
        return self.record.text_of("title") or self.id

    @property
    def bounds(self) -> Bounds:
        """The earliest and latest day the document may be from; undated documents come after all others, those of any day too."""
        principal = self.record.principal_date
        span = bounds(principal.value) if principal else None
        return UNDATED if span in (None, EVER) else span


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything the pages are made from. Documents stand in the order of time, entities in the order of names.

    `closed` are documents that were published and may not be seen now, nor be announced; `hidden` the recorded addresses
    of entities that only such documents name. `introductions` are what the archivist says of collections, in Markdown, by
    their keys.
    """

    config: Config
    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    former: Former = field(default_factory=Former)
    closed: tuple[Document, ...] = ()
    hidden: frozenset[str] = frozenset()
    introductions: Mapping[str, str] = field(default_factory=dict)

    @property
    def not_open(self) -> tuple[Document, ...]:
        """The documents that may not be seen now, those that are announced before the others."""
        return tuple(document for document in (*self.documents, *self.closed) if not document.is_open)

    def entities_in(self, index: str) -> tuple[Entity, ...]:
        """Return the entities of one index, such as `people`."""
        return tuple(entity for entity in self.entities if entity.index == index)


def named_id(words: str) -> str:
    """Return the id of the document that an archivist names by it or by its address; "" where words are neither, as the name of
    a file.
    """
    return words.rstrip("/").rpartition("/")[2] if "documents/" in words or "/" not in words else ""


def assemble(
    config: Config,
    records: Sequence[Record],
    addresses: Addresses,
    authorities: tuple[Authority, ...] = (),
    promises: Promises | None = None,
    *,
    day: str = "",
    memory: Memory | None = None,
) -> Archive:
    """Return the archive of the records that have an address; `authorities` say which names are one, `promises` what
    was published. Of documents that are not open on the day there is no more than may be announced. `memory` keeps documents
    for whoever does this again.
    """
    promises, memory = promises or Promises(Ledger()), memory or Memory()
    published = {record.id: record for record in promises.published}
    provisional = addresses.provisional
    documents = [
        memory.recall(_document, key, record, published.get(key), key in provisional, is_open(record, day))
        for record in records
        if (key := addresses.id_by_path.get(record.source.path))
    ]
    documents.sort(key=partial(memory.recall, _place_in_order))
    shown = tuple(document for document in documents if document.is_open or document.record.fields)
    record_by_id = {document.id: document.record for document in shown}
    entities = gather_entities(record_by_id, authorities, promises.ledger.entities, memory)
    hidden = hidden_names(
        promises,
        {document.id for document in documents if not document.is_open or document.record.withheld},
        [words for document in shown for words in document.record.redacted_words],
        entities,
    )
    closed = tuple(document for document in documents if not (document.is_open or document.record.fields))
    # An address that leads to a closed document still leads there, without its name.
    titles = {each.id: each.title for each in shown} | dict.fromkeys((each.id for each in closed), "")
    former = former_addresses(promises, titles, entities, hidden)
    return Archive(config, shown, entities, former, closed, hidden)


def _place_in_order(document: Document) -> tuple[object, ...]:
    return document.bounds.in_time, document.title, document.id


def _document(
    document_id: str,
    record: Record,
    published: PublishedRecord | None,
    is_provisional: bool,
    is_open: bool,
) -> Document:
    was_closed = published is not None and is_recorded_as_closed(published)
    if not is_open:
        has_closed = published is not None and not was_closed
        return Document(
            document_id,
            announced(record),
            is_provisional,
            is_open=False,
            turned="closed" if has_closed else "",
        )
    published = without_redacted_words(published, record) if published else None
    shown_before = published if published and published.versions else None
    record = with_anchors(record, published)
    texts = texts_of(record, shown_before.passages if shown_before else None)
    return Document(
        document_id,
        record,
        is_provisional,
        texts=texts,
        published=published,
        revision=revision_of(record, texts.shown, shown_before),
        turned="opened" if was_closed else "",
    )
