"""Where an office sits, on the line below its name."""

from __future__ import annotations

from archivegen.seeds.cities import known_city
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.placed_dates import may_be_place
from archivegen.seeds.word_kinds import kind_of_word

_SHORTEST_PLACE = 5


def is_seat_of_office(number: int, text: str, above: HeadLine) -> bool:
    """Say whether a line below the name of an office is where it sits: a known city, or one word that names nothing else."""
    words = text.strip(" .,")
    if known_city(words):
        return True
    is_below_office = above.number == number - 1 and INSTITUTION.search(above.text) is not None
    is_word = words.isalpha() and words.isupper() and len(words) >= _SHORTEST_PLACE
    name = words.capitalize()
    is_name = is_word and kind_of_word(name) == "name" and may_be_place(name)
    return is_below_office and is_name and not INSTITUTION.search(words)
