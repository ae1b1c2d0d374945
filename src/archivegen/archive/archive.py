"""The archive: all documents in the order of time, the entities they name, and the indexes they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archivegen.archive.access import announced, hidden_names, is_open
from archivegen.archive.authorities import gather_entities
from archivegen.archive.entities import Entity
from archivegen.archive.former import Former, former_addresses
from archivegen.archive.passages import Passage, passages_of
from archivegen.archive.permalinks import Addresses
from archivegen.archive.redaction import without_redacted_words
from archivegen.archive.revisions import Revision, revision_of
from archivegen.config import Config
from archivegen.records.dates import UNDATED, Bounds, bounds, year_of
from archivegen.records.record import Record
from archivegen.storage.authority_files import Authority
from archivegen.storage.ledger import Ledger
from archivegen.storage.promises import Promises
from archivegen.storage.published import PublishedRecord


@dataclass(frozen=True, slots=True)
class Document:
    """A record with its address: the id is the last folder of the address and never changes.

    `published` is how it was published last, where that is kept, and `revision` what is otherwise now. Of one that is not
    open the record has what may be announced of it, and nothing else.
    """

    id: str
    record: Record
    is_provisional: bool
    passages: tuple[Passage, ...] = ()
    published: PublishedRecord | None = None
    revision: Revision | None = None
    is_open: bool = True

    @property
    def address(self) -> str:
        """The document's folder inside the site."""
        return f"documents/{self.id}/"

    @property
    def title(self) -> str:
        """The title the document is listed under."""
        return self.record.text_of("title") or self.id

    @property
    def year(self) -> str:
        """The year the document is listed under: its earliest, or its latest where it is open; empty if undated."""
        earliest, latest = self.bounds
        if self.bounds == UNDATED:
            return ""
        return year_of(latest if earliest.startswith("0000") else earliest)

    @property
    def bounds(self) -> Bounds:
        """The earliest and latest day the document may be from; undated documents come after all others."""
        principal = self.record.principal_date
        return (bounds(principal.value) if principal else None) or UNDATED


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything the pages are made from. Documents stand in the order of time, entities in the order of names.

    `closed` are documents that were published and may not be seen now, nor be announced; `hidden` the recorded addresses
    of entities that only such documents name.
    """

    config: Config
    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    former: Former = field(default_factory=Former)
    closed: tuple[Document, ...] = ()
    hidden: frozenset[str] = frozenset()

    def entities_in(self, index: str) -> tuple[Entity, ...]:
        """Return the entities of one index, such as `people`."""
        return tuple(entity for entity in self.entities if entity.index == index)


def assemble(
    config: Config,
    records: Sequence[Record],
    addresses: Addresses,
    authorities: tuple[Authority, ...] = (),
    promises: Promises | None = None,
    *,
    day: str = "",
) -> Archive:
    """Return the archive of the records that have an address; `authorities` say which names are one, `promises` what
    was published. Of documents that are not open on the day there is no more than may be announced.
    """
    promises = promises or Promises(Ledger())
    published_by_id = {record.id: record for record in promises.published if record.versions}
    documents = [
        _document(
            document_id,
            record,
            published_by_id.get(document_id),
            is_provisional=document_id in addresses.provisional,
            is_open=is_open(record, day),
        )
        for record in records
        if (document_id := addresses.id_by_path.get(record.source.path))
    ]
    documents.sort(key=lambda document: (document.bounds.in_time, document.title, document.id))
    shown = tuple(document for document in documents if document.is_open or document.record.fields)
    entities = gather_entities(
        {document.id: document.record for document in shown}, authorities, promises.ledger.entities
    )
    hidden = hidden_names(
        promises,
        {document.id for document in documents if not document.is_open},
        [words for document in shown for words in document.record.redacted_words],
        entities,
    )
    former = former_addresses(promises, {document.id: document.title for document in shown}, entities, hidden)
    closed = tuple(document for document in documents if document not in shown)
    return Archive(config, shown, entities, former, closed, hidden)


def _document(
    document_id: str,
    record: Record,
    published: PublishedRecord | None,
    *,
    is_provisional: bool,
    is_open: bool,
) -> Document:
    if not is_open:
        return Document(document_id, announced(record), is_provisional, is_open=False)
    published = without_redacted_words(published, record) if published else None
    passages = passages_of(record.body, published.passages if published else None)
    revision = revision_of(record, passages, published)
    return Document(
        document_id, record, is_provisional, passages=passages, published=published, revision=revision
    )
