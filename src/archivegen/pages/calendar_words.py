"""Years and months in words, and where their pages stand."""

from __future__ import annotations

from archivegen.records.dates import MONTHS, worded

UNDATED_ADDRESS = "years/undated/"
# The ten years before the year 100 have no name of their own.
_FIRST_PLAIN_DECADE = 100


def year_name(year: int) -> str:
    """Return a year in words: `1957`, `957 CE`, `44 BCE`; years are counted with a year 0 before the common era."""
    return worded(f"-{-year:04}" if year < 0 else f"{year:04}")


def years_name(first: int, last: int) -> str:
    """Return a run of years in words: `1950–1959`, `9 BCE – 1 CE`."""
    if first == last:
        return year_name(first)
    names = year_name(first), year_name(last)
    return "–".join(names) if all(name.isdecimal() for name in names) else " – ".join(names)


def decade_name(first: int) -> str:
    """Return a decade in words by its first year: `1950s`, `10 BCE – 1 BCE`."""
    return worded(f"{first // 10:03}X") if first >= _FIRST_PLAIN_DECADE else years_name(first, first + 9)


def month_name(year: int, month: int) -> str:
    """Return a month in words: `May 1957`."""
    return f"{MONTHS[month - 1]} {year_name(year)}"


def year_address(year: int) -> str:
    """Return the address of the page of a year."""
    return f"years/{year}/" if year > 0 else f"years/{1 - year}-bce/"


def month_address(year: int, month: int) -> str:
    """Return the address of the page of a month."""
    return f"{year_address(year)}{month:02}/"
