"""The place that stands alone on a line above the text."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.records.languages import territory_names
from archivegen.records.values import Value
from archivegen.seeds.address_forms import is_opening_alone
from archivegen.seeds.cities import known_city
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.heading_lines import headings
from archivegen.seeds.placed_dates import names_place
from archivegen.seeds.word_lists import words_of


def read_place(draft: Draft) -> Iterator[Found]:
    """Yield the place that stands alone on a line in the head."""
    for block in draft.blocks_of("place")[:1]:
        wording = block.text.strip(" .,")
        place = known_city(wording) or (wording.capitalize() if wording.isupper() else wording)
        headed = " ".join(line.text for group in headings(draft.paper.head) for line in group)
        if (
            not is_opening_alone(wording)
            and place not in territory_names()
            and place not in words_of("countries", ",")
            and f"with {place}" not in headed
            and not (known_city(wording) is None and wording.isupper() and _has_placed_date(draft))
        ):
            as_written = wording if wording != place else None
            value = Value(value=place, as_written=as_written, rule="place_line", lines=(block.lines,))
            yield Found("place_of_creation", value)


def _has_placed_date(draft: Draft) -> bool:
    return any(line.kind == "dateline" and names_place(line.text) for line in draft.paper.head)
