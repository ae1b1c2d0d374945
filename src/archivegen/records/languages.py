"""Language tags (BCP 47) and the names people give to languages."""

from __future__ import annotations

import re
from functools import lru_cache

import langcodes

_SEVERAL = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")


@lru_cache(maxsize=512)
def tag_of(wording: str) -> str | None:
    """Return the tag of one language called by its English name or by its tag; None for anything else."""
    wording = wording.strip()
    try:
        if langcodes.tag_is_valid(wording):
            return langcodes.standardize_tag(wording)
        return None if _SEVERAL.search(wording) else langcodes.find(wording).to_tag()
    except (LookupError, ValueError):
        return None


def languages_in(wording: str) -> tuple[str, ...]:
    """Return the wordings of the languages in a list such as `French and Latin`."""
    return tuple(part for part in _SEVERAL.split(wording.strip()) if part)


@lru_cache(maxsize=512)
def language_name(tag: str) -> str:
    """Return the English name of a language tag; a wording that is no tag is its own name."""
    return langcodes.Language.get(tag).display_name() if langcodes.tag_is_valid(tag) else tag
