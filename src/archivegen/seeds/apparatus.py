"""The editors' brackets in a text, each pair classed before it is used.

Brackets that do not close swallow nothing: they stay words. What a pair means follows the convention of the kind
of source the program was first written for: `[North]` is supplied, `[[TOP]]` doubtful, `[…]` an omission, `[SIC]`
the editors' assurance, and a bracket after an office or a whole name identifies or respells it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from archivegen.records.body import Inline, Mark, MarkKind, Text
from archivegen.records.dates import MONTHS
from archivegen.seeds.names import is_whole_name, without_form_of_address
from archivegen.seeds.vocabulary import OFFICES

_LONGEST = 600
_DEEPEST = 4
_OMISSION = re.compile(r"^\s*(?:…|\.\s?\.\s?\.\s?\.?)\s*$")
_SIC = re.compile(r"^\s*sic\b", re.IGNORECASE)
_ILLEGIBLE = re.compile(r"\billegible\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"^\s*(?:signature|signed)\s*$", re.IGNORECASE)
_DATE = re.compile(rf"^\s*(?:{'|'.join(MONTHS)}|1[5-9]\d\d|20\d\d|\d{{1,2}})[?.,]?\s*\d*\s*$")
_POSSESSIVE = re.compile(r"['’]s$")
_OFFICE_WORDS = "|".join(sorted(map(re.escape, OFFICES), key=len, reverse=True))
# An office with nothing but its province or department between it and the bracket.
_ENDS_WITH_OFFICE = re.compile(
    rf"\b(?:{_OFFICE_WORDS}|{_OFFICE_WORDS.lower()})(?:\s+(?:of|for|in|to)(?:\s+the)?(?:\s+[A-Z][\w’'-]*)+)*\s*$"
)
_EXPLAINS = re.compile(r"^(?:the [A-Z]|i\.\s?e\.)")
_ENDS_WITH_NAME = re.compile(r"\b[A-Z][\w’'-]*\s*$")
_ENDS_WITH_POSSESSOR = re.compile(r"\b(?:his|her|their|its)\s*$", re.IGNORECASE)

# Letters that systems of romanisation exchange, and vowels, which they write in too many ways to compare.
_EXCHANGED = str.maketrans({"g": "k", "d": "t", "b": "p", "l": "r", "j": "c", "q": "c", "z": "s", "v": "u"})
_VOWELS = re.compile(r"[aeiouyŏŭ]+|['’ʼ\s-]+")


def read_apparatus(text: str) -> tuple[Inline, ...]:
    """Return a text as words and classed marks; together they have exactly the words of the text."""
    return _read(text, _pairs(text), 0, len(text))


@lru_cache(maxsize=4096)
def sound_skeleton(name: str) -> str:
    """Return the consonants of a name in classes that romanisations of one name share."""
    letters = name.casefold().replace("ch", "c").replace("ts", "c")
    yes_glides = re.sub(r"(?<![a-z])y|(?<=[\s-])y", "Y", letters)
    return _VOWELS.sub("", yes_glides.translate(_EXCHANGED)).casefold()


def words_respelt(before: str, variant: str) -> str | None:
    """Return the words at the end of `before` that `variant` spells in another way, or None.

    They are as many whole words as give the same consonants in the same order, and not the same letters.
    """
    skeleton = sound_skeleton(variant)
    words = before.rstrip().split()
    if len(skeleton) < 2 or before.rstrip() != before.rstrip(" ,;:"):
        return None
    for count in range(1, min(4, len(words)) + 1):
        candidate = " ".join(words[-count:])
        if not words[-count][:1].isupper():
            return None
        if sound_skeleton(candidate) == skeleton and candidate.casefold() != variant.casefold():
            return candidate
    return None


def _pairs(text: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    open_at: list[int] = []
    for position, character in enumerate(text):
        if character == "[":
            open_at.append(position)
        elif character == "]" and open_at:
            start = open_at.pop()
            if position - start <= _LONGEST:
                pairs[start] = position
    return pairs


def _read(text: str, pairs: dict[int, int], start: int, end: int, depth: int = 0) -> tuple[Inline, ...]:
    parts: list[Inline] = []
    position = word_start = start
    while (position := text.find("[", position, end)) >= 0:
        close = pairs.get(position)
        kind = None
        is_link = close is not None and text.startswith("(", close + 1)
        if close is not None and close < end and depth < _DEEPEST and not is_link:
            kind = _kind(text[position + 1 : close], text[max(0, position - 120) : position])
        if kind is None or close is None:
            position += 1
            continue
        if word_start < position:
            parts.append(Text(text[word_start:position]))
        is_double = text.startswith("[[", position)
        inner = None if is_double else _read(text, pairs, position + 1, close, depth + 1)
        content = inner if inner is not None else (Text(text[position + 1 : close]),)
        parts.append(Mark(kind, _joined((Text("["), *content, Text("]")))))
        position = word_start = close + 1
    if word_start < end:
        parts.append(Text(text[word_start:end]))
    return tuple(parts)


def _joined(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for part in parts:
        if joined and isinstance(part, Text) and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + part.text)
        else:
            joined.append(part)
    return tuple(joined)


def _kind(content: str, before: str) -> MarkKind | None:
    """Class a pair of brackets by what it holds, then by what stands before it."""
    if not content.strip():
        return None
    if content.startswith("[") and content.endswith("]"):
        return "illegible" if _ILLEGIBLE.search(content) else "doubtful"
    for pattern, kind in _BY_CONTENT:
        if pattern.search(content):
            return kind
    if is_whole_name(without_form_of_address(content)) and _ENDS_WITH_OFFICE.search(before):
        return "identification"
    if content[:1].isupper() and words_respelt(before, content):
        return "other_spelling"
    if (_EXPLAINS.match(content) and _ENDS_WITH_NAME.search(before)) or (
        _POSSESSIVE.search(content) and _ENDS_WITH_POSSESSOR.search(before)
    ):
        return "gloss"
    return "supplied"


_BY_CONTENT: tuple[tuple[re.Pattern[str], MarkKind], ...] = (
    (_OMISSION, "omission"),
    (_SIC, "sic"),
    (_ILLEGIBLE, "illegible"),
    (_SIGNATURE, "signature"),
    (_DATE, "date"),
)
