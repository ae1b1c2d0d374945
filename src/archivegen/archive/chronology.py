"""Where documents stand in time: in a month, in a year, over several years, or nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from archivegen.archive.archive import Archive, Document
from archivegen.archive.authorities import MOST_YEARS
from archivegen.records.dates import EVER, bounds, year_of
from archivegen.remembering import Memory

# The numbers of seasons, quarters and halves of a year stand where those of months do.
_PART_OF_A_YEAR = re.compile(r"\d{4}-(?:2[1-9]|3\d|4[01])", re.ASCII)
_OPEN_STARTS, _OPEN_ENDS = ("..", "/", "[..", "{.."), ("..", "/", "..]", "..}")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a date says of the calendar: its first and its last year, None where that end is open, counted with a year 0 before
    the common era; the one month it lies in, 0 where it spans several; whether there is a doubt about it.
    """

    first: int | None
    last: int | None
    month: int = 0
    is_doubtful: bool = False

    @property
    def year(self) -> int | None:
        """The one year it lies in, or None where it spans several."""
        return self.first if self.first == self.last else None

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it is to be found: of an open date the one that is known, of one that is too long to tell a year none."""
        first, last = self.first, self.last
        if first is None or last is None:
            return tuple(year for year in (first, last) if year is not None)
        return tuple(range(first, last + 1)) if last - first < MOST_YEARS else ()


@dataclass(frozen=True, slots=True)
class Year:
    """The documents of a year: those of each of its months, those that lie in it and in no one month, those that are dated over
    several years, this among them, and those that bear another date of it. None stands in two of these.
    """

    number: int
    by_month: Mapping[int, tuple[Document, ...]] = field(default_factory=dict)
    within: tuple[Document, ...] = ()
    over: tuple[Document, ...] = ()
    otherwise: tuple[Document, ...] = ()

    @property
    def dated(self) -> int:
        """How many documents are of this year and of no other."""
        return len(self.within) + sum(len(documents) for documents in self.by_month.values())


@dataclass(frozen=True, slots=True)
class Chronology:
    """The years that documents bear, in their order; the documents over several years; those without a date; and how each that
    has one stands in time, by its id.
    """

    years: tuple[Year, ...]
    over_years: tuple[Document, ...]
    undated: tuple[Document, ...]
    standing_by_id: Mapping[str, Standing]

    @property
    def in_no_year(self) -> tuple[Document, ...]:
        """The documents over so many years that they are to be found in none of them."""
        return tuple(each for each in self.over_years if not self.standing_by_id[each.id].years)


def standing_of(edtf_text: str) -> Standing | None:
    """Return where a date in EDTF stands, or None where it says nothing of the calendar."""
    span = bounds(edtf_text)
    if span is None or span == EVER:
        return None
    first = None if edtf_text.startswith(_OPEN_STARTS) else int(year_of(span.earliest))
    last = None if edtf_text.endswith(_OPEN_ENDS) else int(year_of(span.latest))
    if first is None and last is None:
        return None
    # A winter is taken for the December it begins with.
    in_one_month = span.earliest[:-3] == span.latest[:-3] and not _PART_OF_A_YEAR.search(edtf_text)
    return Standing(
        first,
        last,
        month=int(span.earliest[-5:-3]) if first == last and in_one_month else 0,
        is_doubtful=not set("?~%[").isdisjoint(edtf_text),
    )


def chronology_of(archive: Archive, memory: Memory | None = None) -> Chronology:
    """Return where the documents of an archive stand in time, by their principal dates; by others, too, where they have them.
    `memory` keeps where each stands for whoever does this again.
    """
    memory = memory or Memory()
    standings: dict[str, Standing] = {}
    in_month: defaultdict[int, defaultdict[int, list[Document]]] = defaultdict(lambda: defaultdict(list))
    over: defaultdict[int, list[Document]] = defaultdict(list)
    over_years, undated = [], []
    for document in archive.documents:
        standing = memory.recall(_standing_of_document, document)
        if standing is None:
            undated.append(document)
            continue
        standings[document.id] = standing
        if standing.year is not None:
            in_month[standing.year][standing.month].append(document)
            continue
        over_years.append(document)
        for year in standing.years:
            over[year].append(document)
    otherwise = _otherwise(archive, standings)
    years = []
    for number in sorted({*in_month, *over, *otherwise}):
        months = {month: tuple(found) for month, found in sorted(in_month[number].items())}
        within = months.pop(0, ())
        years.append(
            Year(number, months, within, tuple(over.get(number, ())), tuple(otherwise.get(number, ())))
        )
    return Chronology(tuple(years), tuple(over_years), tuple(undated), standings)


def _standing_of_document(document: Document) -> Standing | None:
    principal = document.record.principal_date
    return standing_of(principal.value) if principal else None


def _otherwise(archive: Archive, standings: Mapping[str, Standing]) -> dict[int, list[Document]]:
    """Return for each year the documents that bear another date of it than the one they are listed under, in their order."""
    place = {document.id: number for number, document in enumerate(archive.documents)}
    found = {}
    for entity in archive.entities_in("years"):
        year = int(entity.key)
        ids = {mention.document_id for mention in entity.mentions if mention.role == "other_dates"}
        own = [place[each] for each in ids if each not in standings or year not in standings[each].years]
        if own:
            found[year] = [archive.documents[number] for number in sorted(own)]
    return found
