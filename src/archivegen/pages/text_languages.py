"""The languages that the texts of a document are in, and those whose words nothing divides."""

from __future__ import annotations

from collections import Counter

from archivegen.archive.archive import Archive, Document
from archivegen.archive.passages import Passage
from archivegen.problems import Problem
from archivegen.records.languages import is_tag, language_name
from archivegen.records.record import Record

# Those that the larger indexer divides into words.
UNSPACED = ("ja", "th", "zh")

Text = tuple[Record, tuple[Passage, ...]]


def language_of_text(record: Record, otherwise: str) -> str:
    """Return the BCP 47 tag of the text of a record, or `und` where the language named has none; `otherwise` is that of the
    archive.
    """
    language = record.text_of("language") or otherwise
    return language if is_tag(language) else "und"


def texts_by_language(document: Document, otherwise: str) -> dict[str, list[Text]]:
    """Return the texts of a document by language, regions and scripts aside; of one without words, its own where there is no
    other.
    """
    texts: dict[str, list[Text]] = {}
    own = (document.record, document.texts.own)
    versions = [
        (text.version.record, text.passages) for text in document.texts.versions if text.version.has_text
    ]
    for text in (own, *versions) if document.record.body.blocks or not versions else versions:
        texts.setdefault(language_of_text(text[0], otherwise).split("-")[0], []).append(text)
    return texts


def undivided(archive: Archive) -> tuple[Problem, ...]:
    """Return what search finds only in part where no program divides texts into words that have no spaces: a warning, where
    there are such texts.
    """
    paths: list[str] = []
    counts: Counter[str] = Counter()
    for document in archive.documents:
        texts = texts_by_language(document, archive.config.language) if document.is_open else {}
        unspaced = [language for language in texts if language in UNSPACED]
        paths += [texts[language][0][0].source.path for language in unspaced]
        counts.update(unspaced)
    return (_undivided(paths[0], counts),) if paths else ()


def _undivided(path: str, counts: Counter[str]) -> Problem:
    found = ", ".join(f"{language_name(language)}: {count}" for language, count in sorted(counts.items()))
    return Problem(
        path=path,
        level="warning",
        code="search-without-words",
        message=(
            "search does not know where words begin in languages written without spaces, and finds little in these documents "
            f"({found})"
        ),
        fix=(
            "install the part of archivegen for them and build again: python -m pip install 'archivegen[cjk]', or, wherever "
            "archivegen itself came from, python -m pip install 'pagefind-bin-extended>=1.5.2,<1.6'"
        ),
    )
