"""Documents that were withdrawn and come back, under whatever name: known by their bytes, or by their words."""

from __future__ import annotations

from archivegen.archive.sketches import digest_in, shared_words, sketch, sketch_of_text, words_in
from archivegen.records.record import Record
from archivegen.storage.ledger import Ledger, LedgerEntry
from archivegen.storage.published import PublishedRecord, version_of

# Forms and letters of a series have many words in common, and one that was withdrawn is never found again to be left out.
_NEARLY_ALL = 0.8


def sketch_kept(entry: LedgerEntry, own: PublishedRecord | None, *, conceal: bool) -> str:
    """Return by what the words of a document that is withdrawn are known if it comes back: its own text, not that of other
    versions; of a concealed one the digest alone.
    """
    shown = [passage for passage in own.passages if not version_of(passage.anchor)] if own else []
    found = entry.sketch or sketch_of_text(passage.sketch for passage in shown if passage.sketch)
    return digest_in(found) if conceal else found


class Withdrawn:
    """The withdrawn documents of a ledger, found by what a source that comes back has of them."""

    def __init__(self, ledger: Ledger) -> None:
        entries = [entry for entry in ledger.entries if entry.state == "withdrawn"]
        self._by_bytes = {entry.sha256: entry for entry in entries if entry.sha256}
        self._by_words = {digest_in(entry.sketch): entry for entry in entries if entry.sketch}
        self._sketched = [(words_in(entry.sketch), entry) for entry in entries if words_in(entry.sketch)]

    def same_file(self, record: Record) -> LedgerEntry | None:
        """Return the withdrawn document whose bytes a source has."""
        return self._by_bytes.get(record.source.sha256)

    def same_words(self, record: Record) -> LedgerEntry | None:
        """Return the withdrawn document whose words a source has, all of them or nearly; of a concealed one only all."""
        if not self._by_words:
            return None
        own = sketch_of_text(sketch(block.text) for block in record.body.blocks)
        if not own:
            return None
        alike = (
            entry for words, entry in self._sketched if shared_words(words_in(own), words)[0] >= _NEARLY_ALL
        )
        return self._by_words.get(digest_in(own)) or next(alike, None)
