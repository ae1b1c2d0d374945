"""The names with which a line of a document's foot is signed: beside the mark of a signature, in brackets, with an office."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.block_kinds import names_of_signatories
from archivegen.seeds.honours import without_honours
from archivegen.seeds.name_lists import is_list_of_names
from archivegen.seeds.names import (
    has_word_of_office,
    is_occupation,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.ordinary_case import name_in_ordinary_case
from archivegen.seeds.signed_rows import MARK_OF_SIGNATURE
from archivegen.seeds.vocabulary import NOBODY_BY_NAME
from archivegen.seeds.word_kinds import is_given_name, kind_of_word

_WRAPPED = re.compile(r"^\s*(?:\((?P<round>[^()\n]+)\)|/(?P<slashes>[^/\n]+)/?)\s*$")
# "Head of the Department /A. Novak/"
_ENCLOSED_BEHIND = re.compile(r"^(?P<office>[^/()]{4,80}?)\s+(?:/|\()(?P<name>[^/()\n]{4,40})(?:/|\))\s*$")
_LETTER_SPACED = re.compile(r"(?:(?<=\s)|^)(?:\w ){2,}\w(?=\s|$)")
_LOST_LETTER = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])")
_WIDE_SPACE = re.compile(r"\s{2,}")
_RESPELLING = re.compile(r"\s*\[[^\]]*\]\s*$")
# "Tobias Lang." but not "Sr."
_STOP_BEHIND = re.compile(r"(?<=[^\W\d_A-Z]{3})\.$|(?<=[A-Z]{4})\.$")
# "Kwame Mensah, his X mark": who cannot write signs with a cross.
_MARK_OF_HAND = re.compile(r",?(?<!\s)\s*\(?(?:his|her)\s+(?:[Xx×+]\s+)?mark\b\s?[Xx×+]?[).]*\s*$")
# They made the copy, and did not sign the text.
MAKERS = "interpreter|translator|typist|stenographer|copyist"
_MAKER = re.compile(rf"(?:{MAKERS}|clerk)", re.IGNORECASE)
# "Lind", "von Halden"
_SURNAME = re.compile(
    r"(?:(?:von|van|de|du|da|del|di|ter|zu|af)\s)?[^\W\d_a-zß-ÿ][^\W\d_]{2,19}(?:-[^\W\d_a-z][^\W\d_]{2,19})?"
)
_SUFFIX = re.compile(r",?\s+(?P<suffix>(?:Sr|Jr)\.?|I{2,3})$")
_WISH = re.compile(
    r"(?:merry|happy|best|kind|kindest|warm|season['’]s|good)\s(?:christmas|easter|wishes|regards|greetings|birthday)",
    re.IGNORECASE,
)
# Behind a seal and a name stands an office of any country, as in “Mirza Rahim, Nazir of Trade”.
_MAY_BE_OFFICE = re.compile(r"^\s*[^\W\d_a-z][^\W\d_]+\s[^\W\d][^\d]*$")
_OF_A_GROUP = ("leader", "head", "member", "chief")
# "Ihr Arthur", "Deine Anna": the name alone is that of the writer.
_OF_YOURS = re.compile(r"^(?:Deine?|Ihre?|Euer|Eure|Votre)\s+(?=[^\W\d_a-z])")
# What was heard in the hall, in the brackets of whoever wrote it down.
_HEARD = frozenset("applause laughter silence cheers ovation interruption interruptions end".split())


@dataclass(frozen=True, slots=True)
class Signatory:
    """A name under a text; `is_marked` where a sign says that it is a signature."""

    name: str
    wording: str
    line: int
    rule: str
    office: str | None = None


def read_signed_line(line: str, number: int, *, after_closing: bool) -> list[Signatory]:
    """Return the names that a line of the foot signs with."""
    parts = _parts_signed(line)
    return [each for part in parts for each in _read_part(part, number, after_closing=after_closing)]


def _parts_signed(line: str) -> list[str]:
    """Return the parts of a line on which several sign: `Members: (signed) A. Lind, (signed) B. Brik`."""
    starts = [found.start() for found in MARK_OF_SIGNATURE.finditer(line)]
    if len(starts) < 2:
        return [line]
    return [line[start:end].strip(" ,;") for start, end in pairwise([*starts, len(line)])]


def _read_part(line: str, number: int, *, after_closing: bool) -> list[Signatory]:
    mark = MARK_OF_SIGNATURE.search(line)
    before = line[: mark.start()].strip(" ,:") if mark else ""
    enclosed = _ENCLOSED_BEHIND.match(line)
    office = MARK_OF_SIGNATURE.sub("", enclosed["office"]).strip(" ,:") if enclosed else ""
    may_sign = has_word_of_office(office) or (is_occupation(office.lower()) and not _MAKER.match(office))
    if enclosed and may_sign and is_whole_name(enclosed["name"]):
        words = enclosed["name"]
        return [Signatory(words, words, number, "signature_mark", office)]
    if mark and (has_word_of_office(before) or _heads_signatures(line[: mark.start()])):
        behind = _read_part(line[mark.start() :], number, after_closing=after_closing)
        office = before if has_word_of_office(before) else before.removesuffix("s")
        return [replace(signatory, office=signatory.office or office) for signatory in behind]
    words, is_marked = _words_of_signature(line)
    own = _OF_YOURS.sub("", words)
    after_closing = after_closing or own != words
    bare = without_honours(without_form_of_address(own))
    rule = "signature_mark" if is_marked else "closing_name" if after_closing else "signatures"
    name = _name(bare)
    if name:
        is_row = rule == "signatures" and _is_of_common_words(name)
        return [] if is_row else [Signatory(name, words, number, rule)]
    parts = names_of_signatories(bare)
    if len(parts) > 1 and is_list_of_names(parts):
        return [Signatory(part, part, number, rule) for part in parts]
    before, comma, after = bare.partition(",")
    name = _name(before)
    is_office = has_word_of_office(after) or _is_work(after.strip(" ,"))
    if comma and name and (is_office or (is_marked and _MAY_BE_OFFICE.match(after))):
        return [Signatory(name, before, number, rule, after.strip(" ,"))]
    found = split_office_and_name(bare)
    if found.name and found.office and is_whole_name(found.name) and len(bare) < 80:
        return [Signatory(found.name, found.name_as_written or found.name, number, rule, found.office)]
    return [_by_surname(bare, number, rule)] if (is_marked or after_closing) and _is_surname(bare) else []


def _is_of_common_words(name: str) -> bool:
    """Say whether a name has words of every day and no given name that is known, as the head of a table may: `Present Strength`."""
    words = [word for word in name.split() if word[0].isupper()]
    return not is_given_name(words[0]) and sum(kind_of_word(word) == "other" for word in words) > 1


def _heads_signatures(label: str) -> bool:
    """Say whether a label before the mark of a signature says what those who sign are: `Engineers: [signature] (A. Lind)`."""
    words = label.strip().rpartition(":")[0] if label.rstrip().endswith(":") else ""
    one = words.casefold().removesuffix("s")
    return bool(one) and is_occupation(one) and not _MAKER.match(words)


def _is_work(words: str) -> bool:
    first, of, _ = words.partition(" of ")
    return is_occupation(words) or (bool(of) and first in _OF_A_GROUP)


def _is_surname(words: str) -> bool:
    is_word = bool(_SURNAME.fullmatch(words)) and words.rpartition(" ")[2][0].isupper()
    is_kin = words.capitalize() in NOBODY_BY_NAME  # "Your loving Mother"
    return is_word and not is_kin and words.casefold() not in _HEARD and not has_word_of_office(words)


def _by_surname(words: str, number: int, rule: str) -> Signatory:
    name = "-".join(part.capitalize() for part in words.split("-")) if words.isupper() else words
    return Signatory(name, words, number, rule)


def _words_of_signature(line: str) -> tuple[str, bool]:
    """Return a line without the marks of a signature and the signs around it, and whether it had any."""
    mark = MARK_OF_SIGNATURE.search(line) or _MARK_OF_HAND.search(line)
    line = _MARK_OF_HAND.sub("", line)
    words = _RESPELLING.sub("", MARK_OF_SIGNATURE.sub("", line)).strip(" \t,_." if mark else " ,")
    wrapped = _WRAPPED.match(words)
    if wrapped:
        words = (wrapped["round"] or wrapped["slashes"]).strip()
    words = " ".join(
        _LETTER_SPACED.sub(lambda match: match.group().replace(" ", ""), part)
        for part in _WIDE_SPACE.split(words)
    )
    words = _STOP_BEHIND.sub("", words)
    is_spaced = bool(_LETTER_SPACED.fullmatch(line.strip()))
    return words, mark is not None or wrapped is not None or is_spaced


@lru_cache(maxsize=1024)
def _name(words: str) -> str | None:
    """Return a whole name in ordinary case, or None where the words are none."""
    suffix = _SUFFIX.search(words)
    if suffix:
        bare = _name(words[: suffix.start()])
        return f"{bare} {suffix['suffix']}" if bare else None
    name = " ".join(name_in_ordinary_case(words).split())
    if is_in_capitals(words, 6) and not is_whole_name(name):
        name = " ".join(word.capitalize() if len(word) > 2 else word for word in words.split())
        name = " ".join(
            word.lower() if word in ("De", "DE", "DA", "DOS", "VON", "VAN") else word for word in name.split()
        )
    # "Valeriu St?nculescu": a text layer writes a question mark for letters that it lost.
    whole = _LOST_LETTER.sub("x", name)
    first, _, last = name.partition(" ")
    # Some offices are surnames too: Luis Canciller.
    may_be_office = has_word_of_office(name) and not (is_given_name(first) and " " not in last)
    is_wish = _WISH.fullmatch(name) is not None
    return name if is_whole_name(whole) and not (may_be_office or is_wish) else None
