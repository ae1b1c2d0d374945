"""Where the original of a document is held, taken apart: the repository, and the numbers of fond, file and leaves.

A reference may name several archives, divided by semicolons, and each of them is a value of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archivegen.records.reference_words import PART_BY_WORD
from archivegen.records.values import Certainty, Lines, ReferenceCode, Value
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.cities import is_city_or_territory
from archivegen.seeds.draft import Found
from archivegen.seeds.prepared_by import read_clauses, without_clauses

_KEYS = "|".join(sorted(PART_BY_WORD, key=len, reverse=True))
_RANGE = r"\d+[a-z]?(?:\s*[-–]\s*\d+[a-z]?)?"
_KEYED = re.compile(rf"(?<![^\W_])(?P<key>{_KEYS})(?:\.\s*|\s+|(?=\d))(?P<number>\d[\w/-]*)", re.IGNORECASE)
_LEAVES = re.compile(rf"{_RANGE}(?:,\s*{_RANGE})*", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"(?<![\w/-])(?P<number>\d+)\.\s*(?P<key>doboz|karton|box)\b", re.IGNORECASE)
_FILE_CODE = re.compile(r"(?<![\w-])\d{3}-\d{5}-\d{2}(?![\w-])|(?<=[\s,])[A-Z]{2,3}\s\d+/\d+(?![\w/])")
_RANGE_AT_END = re.compile(r",\s*(?P<leaves>\d+\s*[-–]\s*\d+)$|\d{5}-\d\d(?:\s*\(\d+\))?,\s*(?P<leaf>\d+)$")
_INSTITUTION = re.compile(
    r"\b(?:Archiv\w*|Arkiv\w*|Arhiv\w*|Librar(?:y|ies)|Bibliothe[kc]\w*|Museum|Levéltár\w*|Records? Office|Institute|"
    r"University|Foundation|Society|Ministry|Academy|Cent(?:er|re)|архив\w*|библиотек\w*)(?!\w)",
    re.IGNORECASE,
)
# Initials, or short words with two capitals: "SAPMO-BA", "PolA AA".
_SHORT_NAME = r"(?:[^\W\d_a-z]{2,}|[A-ZÀ-Ž][A-Za-zß-ž]{0,4}[A-ZÀ-Ž][a-z]?)"
_ACRONYM = re.compile(rf"^{_SHORT_NAME}(?:[-/ ]{_SHORT_NAME})*$")
_INITIALS = re.compile(r"[A-Z]\w*[A-Z]")
_NAME_BEFORE_CODE = re.compile(
    rf"^(?P<name>[^\W\d_][^\d,;]*?)\s+(?=(?:(?:{_KEYS})\.?\s*|(?-i:[A-Z]{{1,3}})-)?\d)", re.IGNORECASE
)
# Short capitals before a number belong to the number: "DY 30/3641".
_SERIES_AT_END = re.compile(r"\s+[A-Z]{1,3}$")
# What is called so and stands first is where a paper is held, for want of the archive's own name.
_PAPERS = re.compile(r"\b(?:Papers|Collections?|Manuscripts|Records|Fonds|Nachlass)\b(?:\s+of\b.*)?$")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_GROUP_WORDS = re.compile(rf"^(?:{_KEYS}|RG|Record Group|Collection|Series|No|vol)\.?$", re.IGNORECASE)
_BOOK = re.compile(
    r"\([^()]*\b1[5-9]\d\d\)|\((?:[^():]*:\s*)[^()]*\b20\d\d\)|\b[Vv]ols?\.\s*\d|\beds?\.(?:\s|,)"
)
_SHORTENED_AT_END = re.compile(rf"(?:^|[\s,])(?:{_KEYS}|no|vol)\.$", re.IGNORECASE)


# "State Archive No. 3" is the third archive of its kind, not its file.
_ITS_NUMBER = re.compile(r"(?<=Archive|rchives|.Centre|.Center)\s(?:No\.|Nr\.|Nº)\s?\d{1,2}$")


class _Repository(NamedTuple):
    """The name of a repository, and whether it says itself that it is one."""

    name: str
    certainty: Certainty


def read_reference(text: str, here: Lines) -> Iterator[Found]:
    """Yield the repositories and references of a text, and who prepared the text, which its end may say."""
    reference, clauses = without_clauses(text)
    if not reference.strip(" .,;") and "courtesy" in clauses:
        reference = clauses  # for want of a shelf mark this is where the paper is
    for part in _archives_in(reference):
        yield from _read_archive(part, here)
    yield from read_clauses(clauses, here)


def _archives_in(reference: str) -> list[str]:
    """Return the references to several archives; what names no archive goes on with the one before."""
    archives: list[str] = []
    for part in reference.split(";"):
        if archives and _repository_of(part.strip()) is None:
            archives[-1] += f";{part}"
        else:
            archives.append(part)
    return [trimmed for part in archives if (trimmed := _trimmed(part))]


def _trimmed(text: str) -> str:
    """Return a reference without the sign that ends it; the stop of a shortened word is its own."""
    text = text.strip(" ,;")
    while text.endswith((".", ",", " ")) and not _SHORTENED_AT_END.search(text):
        text = text[:-1]
    return text.strip()


def _read_archive(reference: str, here: Lines) -> Iterator[Found]:
    repository = _repository_of(reference)
    if repository:
        name, certainty = repository
        value = Value(
            value=name,
            rule="reference_repository",
            status="derived",
            by="cataloguer",
            lines=here,
            certainty=certainty,
        )
        yield Found("repository", value)
    if repository is None or re.search(r"\d", reference.replace(repository.name, "", 1)):
        parts = [("repository", repository.name)] if repository else []
        parts += parts_of(reference).items()
        code = ReferenceCode(
            value=reference,
            parts=tuple(parts),
            rule="citation_reference",
            by="cataloguer",
            lines=here,
            certainty="certain" if repository else "probable",
        )
        yield Found("reference_code", code)


def _repository_of(reference: str) -> _Repository | None:
    """Return the repository a reference names: a part of it that says so, or what stands before its numbers."""
    if _BOOK.search(reference):
        return None
    parts = [part.strip(" .") for part in reference.split(",")]
    for place, part in enumerate(parts):
        is_name = not re.search(r"\d", _ITS_NUMBER.sub("", part)) and part[:1].isupper()
        if is_name and (_INSTITUTION.search(part) or _ACRONYM.match(part)) and not _GROUP_WORDS.match(part):
            return _with_place(part, parts[place + 1 :])
    first, _, rest = reference.partition(",")
    match = _NAME_BEFORE_CODE.match(first)
    name = match["name"].rstrip(" .") if match else first.strip()
    if match and first[match.end()].isdigit() and not _FILE_CODE.match(first, match.end()):
        name = _SERIES_AT_END.sub("", name)
    if not name[:1].isupper() or _GROUP_WORDS.match(name) or re.search(r"\d", name):
        return None
    has_numbers = bool(re.search(r"\d", rest))
    has_initials = bool(_INITIALS.search(name)) and has_numbers
    is_followed_by_code = (
        bool(match) or has_initials or bool(_KEYED.match(rest.strip()) or re.match(r"\s*\d", rest))
    )
    if _PAPERS.search(name) and (match or has_numbers):
        return _Repository(name, "probable")
    is_sure = bool(_INSTITUTION.search(name) or _ACRONYM.match(name))
    return _Repository(name, "certain" if is_sure else "probable") if is_followed_by_code else None


def _with_place(name: str, behind: list[str]) -> _Repository:
    """Return a repository with the city and the country that stand behind it: `Archive of Trade, Prague`.

    Some write the place as a part of the name, some as a part of the reference; and what else stands there may be the
    name of a series or of a place: so it is not sure where the name ends.
    """
    place = next((place for place, part in enumerate(behind) if not _is_place(part)), len(behind))
    if place:
        return _Repository(", ".join([name, *behind[:place]]), "probable")
    may_belong = (
        bool(behind and behind[0]) and not re.search(r"\d", behind[0]) and not _KEYED.match(behind[0])
    )
    return _Repository(name, "probable" if may_belong else "certain")


def _is_place(words: str) -> bool:
    bare = _IN_BRACKETS.sub("", words)
    return is_city_or_territory(bare)


def parts_of(reference: str) -> dict[str, str]:
    """Return the parts of a reference by name: fond, opis, papka, delo, box, file, leaves, as far as they are named."""
    parts: dict[str, str] = {}
    keyed = [(PART_BY_WORD[in_small_letters(match["key"])], match) for match in _KEYED.finditer(reference)]
    delo = max((match.start() for name, match in keyed if name == "delo"), default=-1)
    for name, match in keyed:
        if name == "fond" and "fond" in parts:
            name = "leaves"  # noqa: PLW2901 - "f." is a fond first and a folio later
        elif match["key"].casefold() == "p" and match.start() < delo:
            name = "papka"  # noqa: PLW2901 - a "p." before a file is a folder, not a page
        if name in parts:
            continue
        leaves = _LEAVES.match(reference, match.start("number")) if name == "leaves" else None
        parts[name] = _without_spaces(leaves.group()) if leaves else match["number"]
    if number_before := _NUMBER_BEFORE.search(reference):
        parts.setdefault("box", number_before["number"])
    if code := _FILE_CODE.search(reference):
        parts.setdefault("file", code.group())
    if (at_end := _RANGE_AT_END.search(reference)) and "leaves" not in parts:
        parts["leaves"] = _without_spaces(at_end["leaves"] or at_end["leaf"])
    return parts


def _without_spaces(leaves: str) -> str:
    return re.sub(r"\s*([-–])\s*", r"\1", leaves)
