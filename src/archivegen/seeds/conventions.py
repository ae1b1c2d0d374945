"""What the signs of editors mean, by the convention that a source declares with `editorial_conventions`.

A sign that the convention does not know stays words. The presets are those of collections of translated documents,
which the program was first written for; of the series Foreign Relations of the United States ("About the Series");
and of Leiden, for texts edited from damaged originals (Krummrey and Panciera, 1980).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from archivegen.records.body import MarkKind
from archivegen.records.date_words import MONTHS
from archivegen.seeds.names import is_whole_name, without_form_of_address
from archivegen.seeds.respellings import words_respelt
from archivegen.seeds.vocabulary import OFFICES, alternatives

_OMISSION = re.compile(r"^\s*(?:…|\.\s?\.\s?\.\s?\.?)\s*$")
_SIC = re.compile(r"^\s*sic\b", re.IGNORECASE)
_ILLEGIBLE = re.compile(r"\billegible\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"^\s*(?:signature|signed)\s*$", re.IGNORECASE)
_DATE = re.compile(rf"^\s*(?:{'|'.join(MONTHS)}|1[5-9]\d\d|20\d\d|\d{{1,2}})[?.,]?\s*\d*\s*$")
_POSSESSIVE = re.compile(r"['’]s$")
_OFFICE_WORDS = alternatives(OFFICES)
# An office with nothing but its province or department between it and the bracket.
_ENDS_WITH_OFFICE = re.compile(
    rf"\b(?:{_OFFICE_WORDS}|{_OFFICE_WORDS.lower()})(?:\s+(?:of|for|in|to)(?:\s+the)?(?:\s+[A-Z][\w’'-]*)+)*\s*$"
)
_EXPLAINS = re.compile(r"^(?:the [A-Z]|i\.\s?e\.)")
_ENDS_WITH_NAME = re.compile(r"\b[A-Z][\w’'-]*\s*$")
_ENDS_WITH_POSSESSOR = re.compile(r"\b(?:his|her|their|its)\s*$", re.IGNORECASE)
_NOT_PRINTED = re.compile(r"^\s*(?:Omitted here\b|Here follows?\b)|\bnot declassified\b", re.IGNORECASE)
_PAGE = re.compile(r"^\s*(?:typeset )?(?:page|p\.)\s*\d+\s*$", re.IGNORECASE)
_LOST = re.compile(r"^[\s.…·+\-–—\d?]*(?:c\.\s*\d+)?[\s.…·+\-–—\d?]*$")

Classing = Callable[[str, str, str], MarkKind | None]


@dataclass(frozen=True, slots=True)
class Convention:
    """A convention: its signs, each with its closing partner, and what a pair means.

    `class_of` is given the opening sign, the words between, and the words before, and returns None for a pair that
    stays words. `identifies_persons` says that brackets name the holders of offices and respell names,
    `describes_papers` that they describe stamps and handwriting.
    """

    name: str
    signs: tuple[tuple[str, str], ...]
    class_of: Classing
    identifies_persons: bool = False
    describes_papers: bool = False
    opening: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the signs that open a pair."""
        object.__setattr__(self, "opening", tuple(sign for sign, _ in self.signs))


def _in_digital_archives(_sign: str, content: str, before: str) -> MarkKind | None:
    if content.startswith("[") and content.endswith("]"):
        return "illegible" if _ILLEGIBLE.search(content) else "doubtful"
    for is_so, kind in _BY_CONTENT:
        if is_so(content):
            return kind
    if content[:1].isupper() and words_respelt(before, content):
        return "other_spelling"
    if is_whole_name(without_form_of_address(content)) and _ENDS_WITH_OFFICE.search(before):
        return "identification"
    if (_EXPLAINS.match(content) and _ENDS_WITH_NAME.search(before)) or (
        _POSSESSIVE.search(content) and _ENDS_WITH_POSSESSOR.search(before)
    ):
        return "gloss"
    return "supplied"


_HANDWRITING = re.compile(r"^\s*(?:handwritten|handwriting|in hand|in pencil|in the margin)\b", re.IGNORECASE)
_STAMP = re.compile(r"^[^:\n]{0,60}\bstamp\b", re.IGNORECASE)
_BY_CONTENT: tuple[tuple[Callable[[str], re.Match[str] | None], MarkKind], ...] = (
    (_HANDWRITING.match, "handwriting"),
    (_STAMP.match, "stamp"),
    (_OMISSION.match, "omission"),
    (_SIC.match, "sic"),
    (_ILLEGIBLE.search, "illegible"),
    (_SIGNATURE.match, "signature"),
    (_DATE.match, "date"),
)


def _in_frus(_sign: str, content: str, _before: str) -> MarkKind | None:
    if _PAGE.match(content):
        return None
    if _OMISSION.match(content) or _NOT_PRINTED.search(content):
        return "omission"
    if _SIC.match(content):
        return "sic"
    return "illegible" if _ILLEGIBLE.search(content) else "supplied"


def _in_leiden(sign: str, content: str, before: str) -> MarkKind | None:
    if sign == "(":
        return "expansion" if before[-1:].isalnum() else None
    if sign != "[":
        return _LEIDEN_SIGNS[sign] if content == content.strip() else None
    if content.startswith("[") and content.endswith("]"):
        return "deleted"
    return "lost" if _LOST.match(content) else "supplied"


_LEIDEN_SIGNS: dict[str, MarkKind] = {"<": "added", "⟨": "added", "{": "superfluous", "⟦": "deleted"}

DIGITAL_ARCHIVE = Convention(
    "digital_archive", (("[", "]"),), _in_digital_archives, identifies_persons=True, describes_papers=True
)
CONVENTIONS = {
    convention.name: convention
    for convention in (
        DIGITAL_ARCHIVE,
        Convention("frus", (("[", "]"),), _in_frus),
        Convention(
            "leiden", (("[", "]"), ("(", ")"), ("<", ">"), ("⟨", "⟩"), ("{", "}"), ("⟦", "⟧")), _in_leiden
        ),
        Convention("none", (), lambda _sign, _content, _before: None),
    )
}
