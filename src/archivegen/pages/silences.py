"""What the archive does not know, and of which documents: nothing that is missing is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archivegen.archive.archive import Document
from archivegen.pages.document_lists import list_views
from archivegen.pages.listing import Desk
from archivegen.pages.parts import Link
from archivegen.pages.time_views import DocumentListView
from archivegen.records.dates import bounds
from archivegen.records.values import Value


@dataclass(frozen=True, slots=True)
class Silence:
    """One thing that is not known, and the documents of which it is not."""

    name: str
    documents: tuple[Document, ...]

    @property
    def address(self) -> str:
        """Where these documents are listed."""
        return f"about/without-{self.name.replace('_', '-')}/"


def silences_of(desk: Desk) -> tuple[Silence, ...]:
    """Return what is not known of open documents, where there are such; of closed ones no more is shown than may be."""
    found: dict[str, list[Document]] = {name: [] for name in _SILENCES}
    for document in desk.archive.documents:
        for name in desk.memory.recall(_missing_in, document) if document.is_open else ():
            found[name].append(document)
    return tuple(Silence(name, tuple(documents)) for name, documents in found.items() if documents)


def silence_views(
    desk: Desk, silences: tuple[Silence, ...]
) -> Iterator[tuple[str, Callable[[], DocumentListView]]]:
    """Yield the address of each page that lists the documents of a silence, with what makes it."""
    for silence in silences:
        yield from list_views(
            desk,
            silence.address,
            title=desk.say(f"without.{silence.name}"),
            section="about",
            trail=(desk.home_link(), Link(desk.say("section.about"), "about/")),
            rows=tuple(desk.row(document) for document in silence.documents),
        )


def _missing_in(document: Document) -> tuple[str, ...]:
    return tuple(name for name, is_missing in _SILENCES.items() if is_missing(document))


def _lacks(field: str) -> Callable[[Document], bool]:
    return lambda document: not document.record.fields.get(field)


def _is_vague(document: Document) -> bool:
    """Say whether a document is dated, and not to the day."""
    principal = document.record.principal_date
    span = bounds(principal.value) if principal else None
    return bool(span and span.earliest != span.latest)


def _is_translation_alone(document: Document) -> bool:
    """Say whether the language that a document was written in is known and no text of it is here in that language."""
    originals = {_without_script(value) for value in document.record.fields.get("original_language", ())}
    texts = {
        _without_script(value)
        for text in document.record.texts
        if text.body.blocks
        for value in text.fields.get("language", ())
    }
    return bool(originals and texts) and originals.isdisjoint(texts)


def _without_script(language: Value) -> str:
    return language.value.partition("-")[0]


_SILENCES: dict[str, Callable[[Document], bool]] = {
    "date": _lacks("dates"),
    "day": _is_vague,
    "creator": _lacks("creators"),
    "kind": _lacks("form"),
    "summary": _lacks("summary"),
    "repository": _lacks("repository"),
    "original_language": _lacks("original_language"),
    "original_text": _is_translation_alone,
    "rights": _lacks("rights"),
}
