"""The names of an archive as text for a terminal: every spelling, likely pairs, and entries that would join them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archivegen.archive.archive import Archive
from archivegen.archive.likely_pairs import REASONS, Likelihoods, LikelyPair, likely_pairs
from archivegen.archive.names_in_use import NAME_INDEXES, NameInUse, Spelling, names_in_use
from archivegen.archive.resemblances import MOST
from archivegen.archive.suggestions import suggestions
from archivegen.problems import printable
from archivegen.storage.authority_files import AUTHORITY_NAMES, Authority
from archivegen.storage.authority_text import authority_lines

_HEADINGS = {"people": "People", "organisations": "Organisations", "places": "Places"}
_FILES = {index: file for file, index in AUTHORITY_NAMES.items()}
_MOST_DOCUMENTS = 5


def describe_names(archive: Archive, authorities: tuple[Authority, ...] = ()) -> str:
    """Return all spellings of names in an archive, the pairs that are likely one, and YAML that would join them."""
    names = names_in_use(archive.entities)
    likelihoods = likely_pairs(names, authorities)
    lines = [*_spellings(names), *_pairs(likelihoods), *_entries(likelihoods.pairs, authorities)]
    return "\n".join(printable(line, longest=None) for line in lines).rstrip()


def _spellings(names: Iterable[NameInUse]) -> Iterator[str]:
    names = tuple(names)
    for index in NAME_INDEXES:
        own = [name for name in names if name.index == index]
        total = sum(len(name.spellings) for name in own)
        yield f"{_HEADINGS[index]}: {_counted(len(own), 'name')}, {_counted(total, 'spelling')}"
        for name in own:
            for spelling in name.spellings:
                indent = "  " if spelling is name.spellings[0] else "    also "
                alone = "" if name.is_whole else " [identifies nobody by itself]"
                yield f"{indent}{spelling.text}{alone}: {_where(spelling)}"
        yield ""


def _where(spelling: Spelling) -> str:
    if not spelling.documents:
        return "in no field; given by an authority file or an editor’s bracket"
    counts = f"{_counted(len(spelling.documents), 'document')}, {_counted(spelling.mentions, 'mention')}"
    return f"{counts} ({', '.join(spelling.fields)})"


def _pairs(likelihoods: Likelihoods) -> Iterator[str]:
    yield f"Likely pairs that are not joined: {len(likelihoods.pairs)}"
    for pair in likelihoods.pairs:
        yield f"  {pair.first.text} – {pair.second.text}: {_because(pair)}"
        for name in (pair.first, pair.second):
            yield f"      {name.text}: {_documents(name)}"
    for name, reason in likelihoods.crowded:
        yield f"  {name.text}: not offered, it resembles more than {MOST} others ({REASONS[reason]})"
    yield ""


def _because(pair: LikelyPair) -> str:
    return "; ".join(REASONS[reason] for reason in pair.reasons)


def _documents(name: NameInUse) -> str:
    shown = ", ".join(name.documents[:_MOST_DOCUMENTS])
    more = len(name.documents) - _MOST_DOCUMENTS
    return (f"{shown} and {more} more" if more > 0 else shown) or "no document"


def _entries(pairs: Iterable[LikelyPair], authorities: tuple[Authority, ...]) -> Iterator[str]:
    """Yield YAML in which all is commented out: two names are never joined on a guess."""
    file = ""
    for suggestion in suggestions(pairs, authorities):
        if file != _FILES[suggestion.entry.index]:
            file = _FILES[suggestion.entry.index]
            yield f"## For {file}: take away “# ” from what you have checked. Names that are two stand under keep_apart"
            yield "## instead of variants, and are not offered again."
        yield "#"
        if suggestion.is_there_already:
            yield f"## In the place of the entry that {file} has:"
        yield from (f"# {line}" for line in authority_lines(suggestion.entry, suggestion.remarks))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
