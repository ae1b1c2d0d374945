"""The labels of notes: figures, letters, Roman numerals and signs, and how they count on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import takewhile

from archivegen.seeds.formats.number_forms import LATIN, NOTE_SIGNS, counted_on, repeated, roman

_SIGNS = f"{NOTE_SIGNS}¶#"
_SIGN = rf"[{_SIGNS}]{{1,4}}"
_LETTERS = r"[A-Za-z]|(?P<twice>[a-z])(?P=twice)|[ivxlc]{1,6}|[IVXLC]{1,6}"
_LABEL = re.compile(rf"[\[(]?\s*(?P<label>\d{{1,4}}[a-z]?|[⁰¹²³⁴-⁹]{{1,4}}|{_LETTERS}|{_SIGN})\s*[\])]?[.:]?")
# Words that begin with a label of their own: a letter needs more than a space to be one.
_LABELLED = re.compile(
    rf"\s*(?:[\[(]?\s*(?P<figure>\d{{1,3}})\s*[\])]?[.:]?\s+|[\[(]?\s*(?P<letter>{_LETTERS})(?:\s*[\])][.:]?|[.:])\s+|"
    rf"(?P<sign>{_SIGN})\s*)(?=\S)"
)
_COUNTING: tuple[Callable[[int], str], ...] = (
    str,
    lambda number: counted_on(number, LATIN),
    lambda number: repeated(number, LATIN),
    roman,
    lambda number: "*" * number,
    lambda number: repeated(number, NOTE_SIGNS),
)


def label_of(words: str) -> str:
    """Return the label that some words are, without the brackets around it; "" where they are none."""
    match = _LABEL.fullmatch(" ".join(words.split()))
    return unicodedata.normalize("NFKC", match["label"]) if match else ""


def label_before(words: str) -> str:
    """Return the label that words begin with; "" where they begin with none."""
    match = _LABELLED.match(words)
    return match["figure"] or match["letter"] or match["sign"] if match else ""


def count_up(labels: Sequence[str]) -> bool:
    """Say whether labels count from the first one without a gap, signs before figures or letters where there are both."""
    signs = list(takewhile(lambda label: label[0] in _SIGNS, labels))
    return _are_counted(signs) and _are_counted(labels[len(signs) :])


def _are_counted(labels: Sequence[str]) -> bool:
    lowered = [label.lower() for label in labels]
    is_of_one_case = list(labels) in (lowered, [label.upper() for label in labels])
    return is_of_one_case and any(
        lowered == [form(number) for number in range(1, len(labels) + 1)] for form in _COUNTING
    )
