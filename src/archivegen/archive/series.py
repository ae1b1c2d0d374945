"""Where in an archive a document lies: its fond or series, and its place in the order of files and leaves.

Read from references whose form is known: numbered levels (fond 5, opis 28, delo 314), codes of the Chinese Foreign Ministry
(106-01402-03), shelf marks (DY 30/3641) and a series that is named before the numbers (Salaru Papers, box 12).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archivegen.records.agents import name_key
from archivegen.records.record import Record
from archivegen.records.values import ReferenceCode

_LEAVES = re.compile(
    r",?\s*(?:\b(?:listy?|leaves|leaf|fol(?:io)?s?|ff?|ll?|pages?|pp?|лл?)\.?\s*)?\d+[a-z]?(?:\s*[-–]\s*\d+[a-z]?)?\s*$",
    re.IGNORECASE,
)
_FOREIGN_MINISTRY = re.compile(r"(\d{3})-\d{5}-\d\d$")
_SHELF_MARK = re.compile(r"([A-Z]{1,4}\s?\d+)/")
_DIGITS = re.compile(r"(\d+)")
_NUMBERED = ("fond", "opis", "papka", "box", "delo", "file")


@dataclass(frozen=True, slots=True)
class Lying:
    """Where a document lies: the fond by its number or the series by its name, "" where the form of the reference is not
    known; what of the reference comes after that, as it is written; and its place in the order of the archive.
    """

    fond: str
    series: str
    rest: str
    order: tuple[tuple[int, str], ...]


def lying_in(record: Record, archive: str, *spellings: str) -> Lying | None:
    """Return where a document lies in an archive, of which there are the name and other spellings; None where no reference says
    so.
    """
    names = {name_key(name) for name in (archive, *spellings)}
    codes = record.values_of("reference_code", ReferenceCode)
    own = [code for code in codes if name_key(dict(code.parts).get("repository", "")) in names]
    if not own and record.only_repository:
        own = [code for code in codes if "repository" not in dict(code.parts)]
    return _lying(own[0], archive) if own else None


def _lying(code: ReferenceCode, archive: str) -> Lying:
    parts = dict(code.parts)
    text = _after_name(code.value, parts.get("repository") or archive)
    fond, series = parts.get("fond", ""), ""
    first, _, after = text.partition(",")
    if fond:
        rest = after.strip() if _DIGITS.search(first) and fond in first else text
    elif (match := _FOREIGN_MINISTRY.match(parts.get("file", ""))) or (
        match := _SHELF_MARK.match(parts.get("file", ""))
    ):
        series, rest = match[1], text
    elif after.strip() and re.search(r"[^\W\d_]{3}", first) and not _is_number(first, parts):
        series, rest = first.strip(), after.strip()
    else:
        rest = text
    numbered = " ".join(parts.get(name, "") for name in _NUMBERED if name in parts)
    return Lying(
        fond, series, rest, (*natural(numbered or _LEAVES.sub("", rest)), *natural(parts.get("leaves", "")))
    )


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Return what sorts a text as people count: file 9 before file 10."""
    return tuple(
        (int(piece), "") if piece.isdecimal() else (-1, piece.casefold())
        for piece in _DIGITS.split(text)
        if piece.strip()
    )


def _after_name(reference: str, repository: str) -> str:
    """Return a reference without the name of the archive, wherever it stands in it."""
    return re.sub(r"^[\s,;:]+|[\s,;:]+$", "", reference.replace(repository, "", 1))


def _is_number(words: str, parts: dict[str, str]) -> bool:
    """Say whether the first words of a reference are one of its numbered parts, such as “box 12”."""
    return any(
        value and words.strip().endswith(value) for name, value in parts.items() if name != "repository"
    )
