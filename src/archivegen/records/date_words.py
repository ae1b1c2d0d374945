"""The words in which dates are given: those of English, by the keys under which a catalogue has those of another language."""

from __future__ import annotations

from typing import Protocol

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
ENGLISH: dict[str, str] = {
    **{f"month.{number}": name for number, name in enumerate(MONTHS, 1)},
    **{f"season.{number}": name for number, name in SEASONS.items()},
    "date.day": "{day} {month} {year}",
    "date.month": "{month} {year}",
    "date.season": "{season} {year}",
    "date.days": "{first}–{last} {month} {year}",
    "date.day_to": "{day} {month} – {end}",
    "date.month_to": "{month} – {end}",
    "date.span": "{first} – {end}",
    "date.until": "until {date}",
    "date.from": "from {date}",
    "date.about": "about {date}",
    "date.about_the": "about the {date}",
    "date.doubtful": "{date}?",
    "date.decade": "{year}s",
    "date.century.one": "{rank}st century",
    "date.century.two": "{rank}nd century",
    "date.century.few": "{rank}rd century",
    "date.century.other": "{rank}th century",
    "date.early_year": "{year} CE",
    "date.before_the_era": "{year} BCE",
}
_ENDINGS = {1: "one", 2: "two", 3: "few"}


class DateWords(Protocol):
    """What gives the words of a key, filled in; where `rank` is among the parts, it chooses the ordinal form."""

    def __call__(self, key: str, /, **parts: object) -> str:
        """Return the words of a key."""


def english(key: str, /, **parts: object) -> str:
    """Return the English words of a key."""
    rank = parts.get("rank")
    if isinstance(rank, int):
        is_teen = rank % 100 in (11, 12, 13)
        key = f"{key}.{'other' if is_teen else _ENDINGS.get(rank % 10, 'other')}"
    return ENGLISH[key].format(**parts)
