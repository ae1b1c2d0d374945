"""The timeline as a drawing: one axis from the first year to the last, and what is known of the dates told by how they are drawn.

Above the axis stand documents whose year, or month where there is room for months, is known; below it hang those of which only the
year is known beside months, and the dates that span years: a line each where they are few, and how many of them span each year
where they are many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archivegen.archive.archive import Document
from archivegen.archive.chronology import Year
from archivegen.pages.bars import years_together
from archivegen.pages.calendar_words import month_address, month_name, year_address, year_name
from archivegen.pages.span_lines import span_lines
from archivegen.pages.time_desk import TimeDesk
from archivegen.pages.time_parts import AxisLabel, Column, Drawing, Piece
from archivegen.pages.time_scale import MARGIN, Scale, rounded

# Months have bars of their own in a timeline of twenty years at most.
MOST_MONTHS, MOST_COLUMNS = 240, 400
MOST_LINES = 12
_MONTHS = 12
_ABOVE, _PLOT, _HANGING, _TALLEST_EACH, _LOWEST = 20, 150, 40, 14.0, 1.5
_LABELS, _LABEL_APART = 22, 62
_BAR, _GAP_FROM, _LEAST_HIT = 0.75, 3, 10


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents a bar counts: those dated well, those of which only the year is known, and the doubtful ones."""

    exact: int = 0
    year: int = 0
    doubtful: int = 0
    span: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.exact + self.year + self.doubtful + self.span


@dataclass(frozen=True, slots=True)
class _Slot:
    """The place of a bar: where it begins and ends, what it is called, and where it leads."""

    start: float
    end: float
    name: str
    address: str


def scale_of(time: TimeDesk) -> Scale | None:
    """Return the scale from the first year to the last; None where no document is dated.

    Spans that are too long to be told year by year do not stretch it, where there is anything else.
    """
    chronology = time.chronology
    years = [year.number for year in chronology.years if year.dated or year.over]
    if not years:
        standings = [chronology.standing_by_id[document.id] for document in chronology.in_no_year]
        years = [year for each in standings for year in (each.first, each.last) if year is not None]
    if not years:
        return None
    earliest, latest = min(years), max(years)
    size = years_together(earliest, latest, MOST_COLUMNS)
    first, end = earliest // size * size, (latest // size + 1) * size
    return Scale(first, end, size, has_months=(end - first) * _MONTHS <= MOST_MONTHS)


def timeline_drawing(time: TimeDesk, scale: Scale) -> Drawing:
    """Return the drawing of all dated documents."""
    above = _above(time, scale)
    below = dict(_year_alone(time, scale)) if scale.has_months else {}
    few = len(time.chronology.over_years) <= MOST_LINES
    over = {} if few else _over(time, scale)
    peak = max(
        [tally.total for _, tally in above] + [tally.total / _MONTHS for tally in below.values()] + [1]
    )
    each = min(_TALLEST_EACH, _PLOT / peak)
    axis = _ABOVE + max(each * peak, 3 * _TALLEST_EACH)
    depth = max((tally.total / _MONTHS * each for tally in below.values()), default=0)
    labels = axis + (max(depth, _LOWEST * 2) + 2 if below else 0)
    columns = [_column(time, slot, tally, axis, each) for slot, tally in above]
    columns += [_column(time, slot, tally, axis + 1, -each / _MONTHS) for slot, tally in below.items()]
    most = max((tally.total for tally in over.values()), default=1)
    hanging = labels + _LABELS
    columns += [
        _column(time, slot, tally, hanging, -min(_TALLEST_EACH, _HANGING / most))
        for slot, tally in over.items()
    ]
    lines, end = span_lines(time, scale, hanging + 4) if few else ((), hanging + (_HANGING if over else 0))
    ticks = list(_ticks(time, scale, labels + _LABELS - 6))
    return Drawing(
        width=scale.width,
        height=round(end + 4),
        axis=rounded(axis),
        ticks=tuple(label.x for label in ticks),
        columns=tuple(columns),
        spans=lines,
        labels=tuple(ticks),
        peak=_peak(above, axis, each),
    )


def _above(time: TimeDesk, scale: Scale) -> list[tuple[_Slot, Tally]]:
    """Return the bars above the axis, in the order of time: those of months, or of years, or of more years together."""
    found: defaultdict[_Slot, Tally] = defaultdict(Tally)
    for year in time.chronology.years:
        if scale.has_months:
            for month, documents in year.by_month.items():
                place = scale.at(year.number, month), scale.at(year.number, month + 1)
                slot = _Slot(
                    *place, month_name(time.desk.say, year.number, month), month_address(year.number, month)
                )
                found[slot] = _tally(time, documents)
        elif year.dated:
            slot, own = _slot(time, scale, year), found[_slot(time, scale, year)]
            months = _tally(time, (each for documents in year.by_month.values() for each in documents))
            rest = _tally(time, year.within)
            found[slot] = Tally(
                own.exact + months.exact,
                own.year + rest.exact,
                own.doubtful + months.doubtful + rest.doubtful,
            )
    return list(found.items())


def _year_alone(time: TimeDesk, scale: Scale) -> Iterator[tuple[_Slot, Tally]]:
    """Yield the bands of the documents that have a year and no month, each as broad as its year."""
    for year in time.chronology.years:
        if year.within:
            known = _tally(time, year.within)
            yield _slot(time, scale, year), Tally(year=known.exact, doubtful=known.doubtful)


def _over(time: TimeDesk, scale: Scale) -> dict[_Slot, Tally]:
    """Return how many of the documents that are dated over years span each year, or one of the years of a bar."""
    spanning: defaultdict[_Slot, set[str]] = defaultdict(set)
    for year in time.chronology.years:
        if year.over:
            spanning[_slot(time, scale, year)].update(document.id for document in year.over)
    return {slot: Tally(span=len(ids)) for slot, ids in spanning.items()}


def _tally(time: TimeDesk, documents: Iterable[Document]) -> Tally:
    doubts = Counter(time.chronology.standing_by_id[document.id].is_doubtful for document in documents)
    return Tally(exact=doubts[False], doubtful=doubts[True])


def _slot(time: TimeDesk, scale: Scale, year: Year) -> _Slot:
    first = year.number // scale.size * scale.size
    return _Slot(scale.at(first), scale.at(first + scale.size), *time.years_in_words(first, scale.size))


def _column(time: TimeDesk, slot: _Slot, tally: Tally, base: float, each: float) -> Column:
    """Return a bar that stands on the base, or hangs from it where `each` document counts less than nothing."""
    width = slot.end - slot.start
    bar_width = width * _BAR if width > _GAP_FROM and each > 0 else width
    pieces, reach = [], 0.0
    for tone in ("exact", "year", "doubtful", "span"):
        if count := getattr(tally, tone):
            height = max(_LOWEST, abs(count * each))
            top = base + reach if each < 0 else base - reach - height
            reach += height
            pieces.append(Piece(tone, *map(rounded, (slot.start, top, bar_width, height))))
    hit = max(reach, _LEAST_HIT)
    return Column(
        title=_title(time, slot.name, tally),
        address=slot.address,
        x=rounded(slot.start),
        top=rounded(base if each < 0 else base - hit),
        width=rounded(width),
        reach=rounded(hit),
        pieces=tuple(pieces),
    )


def _title(time: TimeDesk, name: str, tally: Tally) -> str:
    say = time.desk.say
    if tally.span:
        return say("time.column", when=name, documents=say("time.over", count=tally.span))
    parts = [say("documents", count=tally.total)]
    if tally.year:
        parts.append(say("time.by_year", count=tally.year))
    if tally.doubtful:
        parts.append(say("time.doubtful", count=tally.doubtful))
    return say("time.column", when=name, documents=", ".join(parts))


def _peak(above: list[tuple[_Slot, Tally]], axis: float, each: float) -> AxisLabel | None:
    """Return the number of the highest bar, to be written on it; None where no bar counts more than one document."""
    slot, tally = max(above, key=lambda pair: pair[1].total, default=(None, Tally()))
    if slot is None or tally.total <= 1:
        return None
    x = (slot.start + slot.end) / 2
    return AxisLabel(f"{tally.total:,}", "", rounded(x), rounded(axis - tally.total * each - 5))


def _ticks(time: TimeDesk, scale: Scale, y: float) -> Iterator[AxisLabel]:
    """Yield the labels of years below the axis, as many as there is room for."""
    there = {year.number for year in time.chronology.years}
    step = next(step for step in _steps() if scale.at(scale.first + step) - MARGIN >= _LABEL_APART)
    for year in range(-(-scale.first // step) * step, scale.end, step):
        address = year_address(year) if year in there else ""
        yield AxisLabel(year_name(time.desk.say, year), address, rounded(scale.at(year)), rounded(y))


def _steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
