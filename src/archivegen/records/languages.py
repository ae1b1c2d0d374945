"""Language tags (BCP 47) and the names people give to languages."""

from __future__ import annotations

from functools import lru_cache

import langcodes


@lru_cache(maxsize=512)
def tag_of(wording: str) -> str | None:
    """Return the tag of a language called by its English name or by its tag; None where it is neither."""
    wording = wording.strip()
    try:
        if langcodes.tag_is_valid(wording):
            return langcodes.standardize_tag(wording)
        return langcodes.find(wording).to_tag()
    except (LookupError, ValueError):
        return None


@lru_cache(maxsize=512)
def language_name(tag: str) -> str:
    """Return the English name of a language tag."""
    return langcodes.Language.get(tag).display_name()
