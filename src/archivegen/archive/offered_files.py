"""Which files of a document readers are offered as they are."""

from __future__ import annotations

from archivegen.records.record import Record
from archivegen.seeds.formats.reading import is_offered
from archivegen.storage.published import PublishedRecord


def is_offered_with(document: Record, text: Record) -> bool:
    """Say whether readers of a document are offered the file of one of its texts; it says all that the document does, so
    that none is where words are redacted.
    """
    return not document.redacted_words and text.source.size > 0 and is_offered(text.source.path)


def offered_digest(record: Record) -> str:
    """Return the digest of a document's own file, "" where readers are not offered it."""
    return record.source.sha256 if is_offered_with(record, record) else ""


def offered_before(record: Record, published: PublishedRecord) -> str:
    """Return the digest of the file that readers were offered when a document was published; "" where there was none.

    Of older records it is known only that it was the file of today.
    """
    is_that_of_today = published.source_sha256 == offered_digest(record)
    return published.source_sha256 if is_that_of_today else published.offered_sha256
