"""Which form of a word a number asks for: the categories of Unicode's locale data (UTS 35, part 3: one, few, many …)."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

OTHER = "other"
CATEGORIES = ("zero", "one", "two", "few", "many", OTHER)


@lru_cache(maxsize=8)
def _locale(language: str) -> Locale:
    """Return what is known of a language; of one that the data do not have, that it counts as English does."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


def plural_of(language: str, count: int) -> str:
    """Return the category of a number of things."""
    return _locale(language).plural_form(count)


def ordinal_of(language: str, rank: int) -> str:
    """Return the category of a place in an order."""
    return _locale(language).ordinal_form(rank)


def plurals(language: str) -> frozenset[str]:
    """Return the categories that a language has for numbers of things."""
    return frozenset((*_locale(language).plural_form.tags, OTHER))


def ordinals(language: str) -> frozenset[str]:
    """Return the categories that a language has for places in an order."""
    return frozenset((*_locale(language).ordinal_form.tags, OTHER))
