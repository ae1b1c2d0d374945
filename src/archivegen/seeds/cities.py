"""Cities that are known everywhere: whatever else surrounds such a name, it is a place's."""

from __future__ import annotations

from functools import cache

from archivegen.records.languages import territory_names
from archivegen.seeds.word_lists import words_of

# Places whose names have the shape of a person's; known cities that have it are in a list of their own.
_LIKE_NAMES = frozenset(
    (
        "Saudi Arabia", "Sierra Leone", "New Zealand", "Sri Lanka", "Costa Rica", "El Salvador", "Hong Kong", "Burkina Faso",
        "San Marino", "Puerto Rico", "New Delhi", "Ulan Bator", "New York", "San Francisco", "Los Angeles", "Buenos Aires",
        "Phnom Penh", "Addis Ababa", "Tel Aviv", "Kuala Lumpur", "Rio Grande", "Santa Fe", "Monte Carlo", "Camp David",
        "Great Britain", "North Korea", "South Korea", "North Vietnam", "South Vietnam", "East Germany", "West Germany",
    )
)  # fmt: skip

# Behind a town they say where it is; alone some are names of persons.
_STATES = frozenset(
    (
        "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii",
        "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan",
        "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York",
        "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota",
        "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming", "Ontario", "Quebec",
        "Nova Scotia", "New Brunswick", "Manitoba", "Saskatchewan", "Alberta", "British Columbia", "Newfoundland", "New South Wales",
        "Queensland", "Victoria", "Tasmania",
    )
)  # fmt: skip


@cache
def _cities() -> dict[str, str]:
    """Return the names of cities by themselves and by how they are written in capitals."""
    names = words_of("cities", ",")
    return {name.upper(): name for name in names} | {name: name for name in names}


def known_city(words: str) -> str | None:
    """Return the name of a known city in ordinary case, or None where words are none."""
    return _cities().get(words)


def is_city_or_territory(words: str) -> bool:
    """Say whether words are the whole name of a known city or of a country."""
    return words in territory_names() or is_known_place(words)


def is_known_place(words: str) -> bool:
    """Say whether words that may look like a person's name are that of a known place."""
    return words in _LIKE_NAMES or known_city(words) is not None


def is_state(words: str) -> bool:
    """Say whether words are the name of a state or a province of North America or Australia."""
    return words in _STATES
