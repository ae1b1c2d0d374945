"""Words in the address of a document that may not be seen: whoever reads the address reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archivegen.archive.address_problems import redacted_id
from archivegen.archive.archive import Document
from archivegen.problems import Problem
from archivegen.seeds.redacted_names import parts_of_names
from archivegen.storage.ids import slug


def redacted_words_of(document: Document) -> tuple[str, ...]:
    """Return the words of a document's id that it redacts: all of a redacted phrase, or a part of a redacted name."""
    words = document.id.split("-")
    seen: set[str] = set()
    for redacted in document.record.redacted_words:
        phrase = slug(redacted)
        seen.update(slug(part) for part in parts_of_names(redacted))
        if phrase and f"-{phrase}-" in f"-{document.id}-":
            seen.update(phrase.split("-"))
    return tuple(word for word in words if word in seen)


def words_of_closed_versions_of(document: Document) -> tuple[str, ...]:
    """Return the words of a published document's id that a title had which went with a version that is closed now."""
    if not document.record.withheld or document.published is None:
        return ()
    gone = {*slug(document.published.title).split("-")} - {*slug(document.title).split("-")}
    return tuple(word for word in document.id.split("-") if word in gone and not word.isdigit())


def redacted_addresses(documents: Iterable[Document]) -> Iterator[Problem]:
    """Yield an error for every id that is supplied, was never published, and has words that its document redacts."""
    for document in documents:
        words = redacted_words_of(document)
        if words and document.is_provisional and document.record.supplied_id:
            yield redacted_id(document.record, document.id, words)
