"""A citation as catalogues of document collections print it, taken apart.

Its form is `"Title," Date, Collection, Reference. Obtained by A and translated by B and C. <address>`. It is
divided at the closing quotation mark, the date and the name of the collection, never at commas alone: titles and
references have commas of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, Identifier, Lines, ReferenceCode, Value
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Found
from archivegen.seeds.names import is_whole_name

_AFTER_TITLE = re.compile(r"[”\"]\s*,?\s+")
# Only a name that says so is a collection of copies; "State Archive" holds originals and belongs to the reference.
_COLLECTION = re.compile(r"^\s*(?P<name>[^,.]*?\bDigital (?:Archives?|Collections?|Library))\s*(?:,|\.|$)")
_CLAUSE = re.compile(
    r"(?:^|[.;]\s+)(?P<clause>(?:Obtained|Contributed|Provided|Translated|Transcribed|Edited|Translation|Transcription)\b.*)$"
)
_DEED = re.compile(
    r"\b(?P<deed>obtained|contributed|provided|translated|transcribed|edited|translation|transcription)\b"
    r"(?:\s+for\s+[\w’' -]+?)?(?:\s+and\s+(?P<second>obtained|translated|transcribed|edited|provided))?\s+by\s+"
    r"(?P<names>.+?)(?=\s+and\s+(?:obtained|translated|transcribed|edited|provided)\b|(?<!\b[A-Z])[.;]|$)",
    re.IGNORECASE,
)
_RECORD_NUMBER = re.compile(r"/(?P<number>\d{3,})/?$")
_ROLES = {
    "obtained": "obtained_by", "contributed": "obtained_by", "provided": "obtained_by",
    "translated": "translator", "translation": "translator", "transcribed": "transcriber",
    "transcription": "transcriber", "edited": "editor",
}  # fmt: skip
# A reference that begins with the name of its repository has the numbers of the file after it.
_REPOSITORY = re.compile(
    r"^(?P<repository>[A-ZÀ-Ž][^,\d;]*\bArchives?\b[^,\d;]*?|[A-ZÀ-Ž][\w’'-]+(?:\s+(?:of|the|for|[A-ZÀ-Ž][\w’'-]*))*)[,\s]+"
    r"(?=(?<=,\s)[A-Z]|(?:[Ff]\.|(?:[Ff]ond|RG|[Bb]ox|[Ff]ile|[Rr]ecord)\b)|\d)"
)
_PARTS = (
    re.compile(r"(?P<file>\d{3}-\d{5}-\d{2})(?:\s*\(\d+\))?(?:,\s*(?:pp?\.\s*)?(?P<leaves>\d+(?:\s*[-–]\s*\d+)?))?\s*$"),
    re.compile(
        r"f(?:ond|\.)?\s*(?P<fond>\d+\w?),?\s*op(?:is|\.)?\s*(?P<opis>\d+\w?),?\s*(?:p(?:apka|\.)?\s*(?P<papka>\d+),?\s*)?"
        r"d(?:elo|\.)?\s*(?P<delo>\d+)(?:,?\s*(?:ll?|list[iy]?)\.?\s*(?P<leaves>\d+(?:\s*[-–]\s*\d+)?))?",
        re.IGNORECASE,
    ),
)  # fmt: skip


def read_citation(citation: str, here: Lines) -> Iterator[Found]:
    """Yield the collection, the reference with its repository and parts, and who prepared the text.

    A citation of another form is kept as it is, and nothing is read from it but who prepared the text.
    """
    rest = _after_title_and_date(citation)
    if rest is None:
        clause = _CLAUSE.search(citation)
        if clause:
            yield from _contributors(clause["clause"], here)
        return
    collection = _COLLECTION.match(rest)
    if collection:
        yield Found(
            "published_in",
            Value(value=collection["name"].strip(), rule="citation_programme", by="cataloguer", lines=here),
        )
        rest = rest[collection.end() :].strip()
    yield from read_reference(rest, here)


def read_reference(text: str, here: Lines) -> Iterator[Found]:
    """Yield the reference that a text begins with, and who prepared the text, which its last sentence may say."""
    clause = _CLAUSE.search(text)
    if clause:
        yield from _contributors(clause["clause"], here)
        text = text[: clause.start()].strip()
    reference = text.strip(" .,")
    if re.search(r"\d", reference):
        yield from _reference(reference, here)


def quoted_title(citation: str) -> str | None:
    """Return the title a citation begins with, inside its quotation marks, or None."""
    ends = [match for match in _AFTER_TITLE.finditer(citation) if find_first_date(citation[match.end() :])]
    if not ends or citation[:1] not in '“"':
        return None
    return citation[1 : ends[0].start()].rstrip(" ,")


def find_first_date(text: str) -> str | None:
    """Return the date a text begins with, in EDTF, or None."""
    date = next(find_dates(text), None)
    return date.edtf if date and date.start == 0 else None


def _after_title_and_date(citation: str) -> str | None:
    """Return what follows the quoted title and the date, or None where the citation does not begin so."""
    title_end = max((match.end() for match in _AFTER_TITLE.finditer(citation)), default=None)
    if title_end is None or citation[:1] not in '“"':
        return None
    rest = citation[title_end:]
    date = next(find_dates(rest), None)
    return rest[date.end :].lstrip(" ,") if date and date.start == 0 else None


def _reference(reference: str, here: Lines) -> Iterator[Found]:
    match = _REPOSITORY.match(reference)
    parts: list[tuple[str, str]] = []
    if match:
        repository = match["repository"].strip()
        parts.append(("repository", repository))
        yield Found(
            "repository",
            Value(
                value=repository, rule="reference_repository", status="derived", by="cataloguer", lines=here
            ),
        )
    for form in _PARTS:
        found = form.search(reference)
        if found:
            parts.extend((name, part) for name, part in found.groupdict().items() if part)
            break
    yield Found(
        "reference_code",
        ReferenceCode(
            value=reference,
            parts=tuple(parts),
            rule="citation_reference",
            by="cataloguer",
            lines=here,
        ),
    )


def _contributors(clause: str, here: Lines) -> Iterator[Found]:
    for match in _DEED.finditer(clause):
        deeds = [deed for deed in (match["deed"], match["second"]) if deed]
        for name in re.split(r",\s*(?!Jr|Sr)(?:and\s+)?|\s+and\s+", match["names"].strip(" .")):
            for deed in deeds:
                yield Found(
                    "contributors",
                    AgentValue(
                        value=name.strip(),
                        role=_ROLES[deed.casefold()],
                        rule="citation_clause",
                        kind="person" if is_whole_name(name.strip()) else "body",
                        by="cataloguer",
                        lines=here,
                    ),
                )


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
