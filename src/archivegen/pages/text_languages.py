"""The languages that the texts of a document are in, and those whose words nothing divides."""

from __future__ import annotations

from collections import Counter

from archivegen.archive.archive import Archive, Document
from archivegen.archive.passages import Passage
from archivegen.problems import Problem
from archivegen.records.languages import is_tag, language_by_letters, language_name
from archivegen.records.record import Record
from archivegen.remembering import Memory

# Those that the larger indexer divides into words.
UNSPACED = ("ja", "th", "zh")
# Those that no indexer divides: Khmer, Lao, Burmese.
_NEVER_DIVIDED = ("km", "lo", "my")
# Languages of their own that are written as Chinese is, and divided as it is.
_CHINESE = frozenset(("cmn", "gan", "hak", "hsn", "lzh", "nan", "wuu", "yue"))

_INSTALL = (
    "install the part of archivegen for them and build again: python -m pip install 'archivegen[cjk]', or, wherever archivegen "
    "itself came from, python -m pip install 'pagefind-bin-extended>=1.5.2,<1.6'"
)
_LIVE_WITH_IT = (
    "give them titles and summaries in a language with spaces, by which they are found as well; there is no program for these "
    "languages that could be installed"
)

# So much of a text shows in which letters it is.
_BLOCKS_LOOKED_AT, _LETTERS_LOOKED_AT = 8, 600

Text = tuple[Record, tuple[Passage, ...]]


def language_of_text(record: Record, otherwise: str) -> str:
    """Return the BCP 47 tag of the text of a record, or `und` where the language named has none; `otherwise` is that of the
    archive.
    """
    language = record.text_of("language") or otherwise
    return language if is_tag(language) else "und"


def texts_by_language(document: Document, otherwise: str) -> dict[str, list[Text]]:
    """Return the texts of a document by language, regions and scripts aside; of one without words, its own where there is no
    other. A text whose language nobody says, in letters that are not Latin, is in the language that most in them is in.
    """
    texts: dict[str, list[Text]] = {}
    own = (document.record, document.texts.own)
    versions = [
        (text.version.record, text.passages) for text in document.texts.versions if text.version.has_text
    ]
    for text in (own, *versions) if document.record.body.blocks or not versions else versions:
        record = text[0]
        language = "" if record.text_of("language") else language_by_letters(_start_of(record))
        texts.setdefault(language or language_of_text(record, otherwise).split("-")[0], []).append(text)
    return texts


def _start_of(record: Record) -> str:
    return "".join(block.text for block in record.body.blocks[:_BLOCKS_LOOKED_AT])[:_LETTERS_LOOKED_AT]


def texts_by_indexed_language(document: Document, otherwise: str) -> dict[str, list[Text]]:
    """Return the texts of a document by the language as which they are indexed: those in Cantonese, say, as Chinese."""
    texts: dict[str, list[Text]] = {}
    for language, own in texts_by_language(document, otherwise).items():
        texts.setdefault(_indexed_as(language), []).extend(own)
    return texts


def _indexed_as(language: str) -> str:
    return "zh" if language in _CHINESE else language


def undivided(archive: Archive, *, divides_words: bool, memory: Memory | None = None) -> tuple[Problem, ...]:
    """Return what search finds only in part, as nothing divides texts without spaces into words: a warning of the languages that
    an indexer would divide, unless it is there (`divides_words`), and one of those that none divides. `memory` keeps in which
    languages each document is for whoever does this again.
    """
    memory = memory or Memory()
    missing: tuple[list[str], Counter[str]] = ([], Counter())
    never: tuple[list[str], Counter[str]] = ([], Counter())
    for document in archive.documents:
        texts = (
            memory.recall(texts_by_language, document, archive.config.language) if document.is_open else {}
        )
        for language, [(record, _), *_] in texts.items():
            if language in _NEVER_DIVIDED:
                paths, counts = never
            elif _indexed_as(language) in UNSPACED and not divides_words:
                paths, counts = missing
            else:
                continue
            paths.append(record.source.path)
            counts[language] += 1
    return tuple(
        _undivided(paths[0], counts, fix)
        for (paths, counts), fix in ((missing, _INSTALL), (never, _LIVE_WITH_IT))
        if paths
    )


def _undivided(path: str, counts: Counter[str], fix: str) -> Problem:
    found = ", ".join(f"{language_name(language)}: {count}" for language, count in sorted(counts.items()))
    return Problem(
        path=path,
        level="warning",
        code="search-without-words",
        message=(
            "search does not know where words begin in languages written without spaces, and finds little in these documents "
            f"({found})"
        ),
        fix=fix,
    )
