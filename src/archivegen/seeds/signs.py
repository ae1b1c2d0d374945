"""Words and parts of words without which a text need not be looked at closely."""

from __future__ import annotations

from collections.abc import Iterable


def has_any(signs: Iterable[str], text: str) -> bool:
    """Say whether any of some signs stands in a text."""
    for sign in signs:  # noqa: SIM110 - a plain loop takes half the time, and this is asked of every sentence
        if sign in text:
            return True
    return False
