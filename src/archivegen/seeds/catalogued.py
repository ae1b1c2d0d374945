"""What a cataloguer set above a document or below it, on whatever page or cover sheet it was saved with."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.records.values import DateValue, LineRange, Value
from archivegen.seeds.citation import quoted_title, read_citation
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


def catalogued_citation(citation: str, here: LineRange) -> Iterator[Found]:
    """Yield a citation word for word, the title it quotes, and what else it says."""
    yield Found("citation", Value(value=citation, rule="label", by="cataloguer", lines=(here,)))
    title = quoted_title(citation)
    if title:
        yield Found("title", Value(value=title, rule="citation_title", by="cataloguer", lines=(here,)))
    yield from read_citation(citation, (here,))


def catalogued_summary(line: str, here: LineRange, rule: str = "page_summary") -> Found:
    """Return the summary that stands on one line, its spaces made single."""
    words = " ".join(line.split())
    return Found("summary", Value(value=words, rule=rule, status="derived", by="cataloguer", lines=(here,)))
