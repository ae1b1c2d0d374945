"""What a cataloguer set above a document or below it, on whatever page or cover sheet it was saved with."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.records.values import DateValue, LineRange, Lines, Value
from archivegen.seeds.citation import parse_citation, read_citation, read_printed_address, without_address
from archivegen.seeds.draft import Found


def catalogued_date(edtf: str, wording: str, rule: str, here: LineRange) -> Found:
    """Return the date a document is catalogued under; a wording that is the date itself is not kept twice."""
    date: Value = DateValue(
        value=edtf,
        as_written=wording if wording != edtf else None,
        type="created",
        principal=True,
        rule=rule,
        by="cataloguer",
        lines=(here,),
    )
    return Found("dates", date)


def catalogued_title(words: str, rule: str, here: LineRange) -> Found:
    """Return the title a document is catalogued under, its spaces made single."""
    return Found("title", Value(value=" ".join(words.split()), rule=rule, by="cataloguer", lines=(here,)))


def catalogued_citation(citation: str, here: LineRange, rule: str = "label") -> Iterator[Found]:
    """Yield a citation word for word, the title and the date it begins with, and what else it says.

    The address that it ends in is a value of its own.
    """
    words, address = without_address(citation.strip())
    yield Found("citation", Value(value=words, rule=rule, by="cataloguer", lines=(here,)))
    parsed = parse_citation(words)
    if parsed:
        yield catalogued_title(parsed.title, "citation_title", here)
    if parsed and parsed.date:
        yield catalogued_date(parsed.date.edtf, parsed.date.wording, "citation_date", here)
    yield from read_citation(words, (here,))
    if address:
        yield from read_printed_address(address, (here,))


def catalogued_summary(words: str, lines: Lines, rule: str = "page_summary") -> Found:
    """Return a summary, its spaces made single."""
    words = " ".join(words.split())
    return Found("summary", Value(value=words, rule=rule, status="derived", by="cataloguer", lines=lines))
