"""A citation as catalogues of document collections print it, taken apart.

Its form is `"Title," Date, Collection, Reference. Obtained by A and translated by B and C. <address>`. It is
divided at the closing quotation mark, the date and the name of the collection, never at commas alone: titles and
references have commas of their own. Where the quotation marks are lost, the date before the collection divides it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from archivegen.records.values import Identifier, Lines, Value
from archivegen.seeds.date_reading import FoundDate, find_dates
from archivegen.seeds.draft import Found
from archivegen.seeds.prepared_by import read_clauses, without_clauses
from archivegen.seeds.reference import read_reference

_AFTER_TITLE = re.compile(r"[”\"]\s*[,.]?\s*")
# Only a name that says so is a collection of copies; "State Archive" holds originals and belongs to the reference.
_COLLECTION = re.compile(
    r"\s*,?\s*(?P<name>[^,;]*?\bDigital (?:Archives?|Collections?|Library|Repository)(?: of [^,.;]*)?)\s*(?:[,.;]|$)"
)
_UNDATED = re.compile(r"(?:undated|n\.\s?d\.|no date|date unknown|\[?\d[^,]{0,20})\s*(?=,)", re.IGNORECASE)
_ADDRESS_AT_END = re.compile(r"<?(?P<url>https?://[^\s<>]+?)>?[\s.]*$")
_RECORD_NUMBER = re.compile(r"/(?P<number>\d{3,})/?$")
# The comma of the citation stands inside the last quotation mark of a title, too: "Cable, 'On Rails,'".
_COMMA_INSIDE = re.compile(r",(?=['’”\"]$)")
_QUOTES = '“"”„'
_LONGEST, _LONGEST_DATE = 3000, 80


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in its parts: the title, the date it follows with, the collection, and the rest."""

    title: str
    date: FoundDate | None
    collection: str | None
    rest: str


@lru_cache(maxsize=16)
def parse_citation(text: str) -> Citation | None:
    """Return a citation in its parts, or None for a text of another form.

    A quoted title must be followed by a date or a collection; one without quotation marks by both.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if text[:1] in _QUOTES:
        found = [_divided(text[1 : end.start()], text[end.end() :]) for end in _AFTER_TITLE.finditer(text, 1)]
        known = [citation for citation in found if citation]
        if known:
            return next((citation for citation in known if citation.collection), known[0])
    return _without_quotation_marks(text)


def _without_quotation_marks(text: str) -> Citation | None:
    for date in find_dates(text) if "Digital" in text else ():
        title, rest = text[: date.start].rstrip(), text[date.start :]
        if title.endswith((",", *_QUOTES)) and text[date.end :].lstrip().startswith(","):
            citation = _divided(title.strip(f" ,{_QUOTES}"), rest)
            if citation and citation.title and citation.collection:
                return citation
    return None


def _divided(title: str, rest: str) -> Citation | None:
    date = next(find_dates(rest[:_LONGEST_DATE]), None)
    date = date if date and date.start == 0 else None
    undated = None if date else _UNDATED.match(rest)
    end = date.end if date else undated.end() if undated else 0
    collection = _COLLECTION.match(rest, end)
    if not date and not collection:
        return None
    after = rest[collection.end() if collection else end :]
    name = collection["name"].strip() if collection else None
    return Citation(_COMMA_INSIDE.sub("", title.strip(" ,")), date, name, after.strip(" ,"))


def read_citation(citation: str, here: Lines) -> Iterator[Found]:
    """Yield the collection, the reference with its repository and parts, and who prepared the text.

    A citation of another form is kept as it is, and nothing is read from it but who prepared the text.
    """
    parsed = parse_citation(citation)
    if parsed is None:
        yield from read_clauses(without_clauses(citation)[1], here)
        return
    if parsed.collection:
        yield Found(
            "published_in",
            Value(value=parsed.collection, rule="citation_programme", by="cataloguer", lines=here),
        )
    yield from read_reference(parsed.rest, here)


def without_address(citation: str) -> tuple[str, str | None]:
    """Return a citation without the address it ends in, and that address, or None."""
    address = _ADDRESS_AT_END.search(citation) if "://" in citation else None
    return (citation[: address.start()].rstrip(), address["url"]) if address else (citation, None)


def read_printed_address(url: str, here: Lines) -> Iterator[Found]:
    """Yield an address that the source prints, and the record number it ends in; neither is this site's address."""
    yield Found("source_url", Value(value=url, rule="printed_address", by="cataloguer", lines=here))
    number = _RECORD_NUMBER.search(url)
    if number:
        yield Found(
            "identifiers",
            Identifier(
                value=number["number"],
                kind="record_number",
                rule="record_number",
                status="derived",
                by="cataloguer",
                lines=here,
            ),
        )
