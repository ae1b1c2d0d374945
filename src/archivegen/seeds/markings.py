"""Marks on the paper: how secret it is, how urgent, which copy, and the numbers it was given."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from archivegen.seeds.signs import has_any

_SECRECY = (
    "CONFIDENTIAL SERVICE MATTER", "SECRET SERVICE MATTER", "CONFIDENTIAL OFFICIAL MATTER", "CLASSIFIED MATTER", "VERTRAULICHE DIENSTSACHE", "VERTRAULICHE VERSCHLUSSSACHE", "GEHEIME VERSCHLUSSSACHE",
    "STRICTLY SECRET", "STATE SECRET", "TOP SECRET", "MOST SECRET", "SECRET", "STRICTLY CONFIDENTIAL", "CONFIDENTIAL", "EYES ONLY",
    "FOR SERVICE USE ONLY", "FOR INTERNAL USE ONLY", "FOR OFFICIAL USE ONLY", "OFFICIAL USE ONLY", "LIMITED OFFICIAL USE", "RESTRICTED", "RESERVED", "STRICTLY RESERVED", "UNCLASSIFIED", "OF SPECIAL SIGNIFICANCE",
    "OF SPECIAL IMPORTANCE", "COMPLETELY SECRET", "ABSOLUTELY SECRET", "ABSOLUTELY CONFIDENTIAL", "HIGHLY CONFIDENTIAL", "PERSONAL AND CONFIDENTIAL", "SECRET AND PERSONAL", "CONFIDENTIAL AND PERSONAL", "NOT FOR DISTRIBUTION",
    "CONFIDENCIAL", "MUITO CONFIDENCIAL", "SECRETO", "MUITO SECRETO", "MUY SECRETO", "ULTRA SECRETO", "ULTRASSECRETO", "RESERVADO", "MUY RESERVADO", "CONFIDENTIEL", "TRÈS SECRET", "TRES SECRET",
    "STRICTEMENT CONFIDENTIEL", "STRENG GEHEIM", "STRENG VERTRAULICH", "VERTRAULICH", "GEHEIM", "SEGRETO", "SEGRETISSIMO", "RISERVATO", "RISERVATISSIMO", "CONFIDENZIALE", "STRICT SECRET",
    "CONFIDENȚIAL", "CONFIDENŢIAL", "STRICT CONFIDENȚIAL", "STRICT CONFIDENTIAL", "ŚCIŚLE TAJNE", "TAJNE", "POUFNE", "ŚCIŚLE POUFNE", "PŘÍSNĚ TAJNÉ", "PRÍSNE TAJNÉ", "TAJNÉ", "DŮVĚRNÉ", "TITKOS",
    "SZIGORÚAN TITKOS", "BIZALMAS", "SZIGORÚAN BIZALMAS", "СОВЕРШЕННО СЕКРЕТНО", "СЕКРЕТНО", "СТРОГО СЕКРЕТНО", "СТРОГО ПОВЕРИТЕЛНО", "ПОВЕРИТЕЛНО", "STROGO POVERLJIVO", "POVERLJIVO", "TAJNO", "PRIVATE", "NOT FOR PUBLICATION",
)  # fmt: skip
# Before any of them stands how secret it is: "VERY SECRET", "PRIVATE AND CONFIDENTIAL".
_DEGREES = (
    r"(?:(?:(?:VERY|MOST|HIGHLY|EXTREMELY|STRICTLY|PARTICULARLY)|(?:PRIVATE|PERSONAL|SECRET)\s+AND)\s+)?"
)
_HASTE = (
    r"(?:EXTREMELY|VERY|MOST|SPECIAL)\s+URGENT|URGENT|TOP\s+PRIORITY|HIGHEST\s+PRIORITY|IMMEDIATE|PRIORITY|FLASH|LIGHTNING|"
    r"SPECIAL|WITHOUT\s+DELAY|OUT\s+OF\s+TURN"
)
_COPY_RULES = r"MAKING\s+(?:OF\s+)?COPIES\s+(?:IS\s+)?(?:PROHIBITED|FORBIDDEN)|ONLY\s+COPY|SINGLE\s+COPY|DO\s+NOT\s+COPY|(?:TO\s+BE\s+)?RETURN(?:ED|\s+REQUESTED)|IN\s+(?:CIPHER|CODE)|EN\s+CLAIR"
NUMBER_SIGNS = ("Nº", "N°", "№", "No.", "Nr.", "#", "Number")
NUMBER_SIGN = rf"(?:{'|'.join(map(re.escape, NUMBER_SIGNS))})"
# Doubtful letters stand in the editors' double brackets.
_SECRECY_BY_LETTER = {
    letter: "|".join(
        r"\s+".join(rf"(?:\[\[)?{word}(?:\]\])?" for word in words.split())
        for words in sorted(_SECRECY, key=len, reverse=True)
        if words[0] == letter
    )
    for letter in sorted({words[0] for words in _SECRECY})
}
# A place of a text is compared with the words of one letter alone.
_SECRECY_WORDS = "|".join(
    rf"(?=(?:\[\[)?{letter})(?:{words})" for letter, words in _SECRECY_BY_LETTER.items()
)
_MARK = re.compile(
    rf"(?<![\w-])(?:(?P<secrecy>{_DEGREES}(?:{_SECRECY_WORDS}))|(?P<copies>{_COPY_RULES})|(?P<haste>{_HASTE}))(?![\w-])",
    re.IGNORECASE,
)
# One of them stands in every mark.
_WORDS_OF_MARKS = (
    "SECRET", "CONFIDENTIAL", "ONLY", "OFFICIAL", "RESTRICTED", "RESERVED", "CLASSIFIED", "SPECIAL", "DISTRIBUTION", "URGENT", "PRIORITY",
    "IMMEDIATE", "FLASH", "LIGHTNING", "DELAY", "TURN", "COPIES", "COPY", "CONFIDENCIAL", "RESERVADO", "CONFIDENTIEL", "GEHEIM", "VERTRAULICH",
    "SEGRET", "RISERVAT", "CONFIDENZIALE", "CONFIDENȚIAL", "CONFIDENŢIAL", "TAJN", "POUFNE", "DŮVĚRNÉ", "TITKOS", "BIZALMAS", "СЕКРЕТНО", "ПОВЕРИТЕЛНО", "POVERLJIVO", "PRIVATE", "PUBLICATION",
)  # fmt: skip
# One of them stands before every number, in capitals.
_SIGNS_OF_NUMBERS = tuple(sign.upper() for sign in NUMBER_SIGNS)
_OF_COPIES = r"\s*\(?of\s+(?P<total>\d+)(?:\s+copies)?\)?"
COPY_NUMBER = re.compile(
    rf"\b(?:Copy|Exemplaire|Ejemplar|Exemplar|Экз(?:\.|емпляр)|Egz\.|Výtisk|Ausfertigung)\s+(?P<number>{NUMBER_SIGN}\s*\d+|\d+(?=\s+of\s+\d))(?:{_OF_COPIES})?",
    re.IGNORECASE,
)
_COPY = re.compile(rf"{COPY_NUMBER.pattern}|\bCopy\s+{NUMBER_SIGN}\s*(?:_+|only)?", re.IGNORECASE)
NUMBER = re.compile(
    rf"(?<!\w)(?<!\(\d\d\)\s)(?<!\(\d\d\))(?P<number>(?:Spec\.\s+|Reg\.\s+|Str\.\s+(?:Conf|[Pp]ov)\.\s+|Pov\.\s+|Tgb\.\s+|D\.\s?O\.\s+|(?:Serial|File|Registry)\s+|(?-i:(?:[A-Z]\.){{1,2}}(?<!\bA\.)\s?(?=N))|\(\d\d\)\s*)?{NUMBER_SIGN}\s*(?:\(\d+\)\s*|(?-i:[A-Z])\.\s(?=\d)|(?-i:[IVX]{{1,4}}(?:\s[A-Z])?)\s(?=\d))?(?:\d{{1,3}}(?:[ ,]\d{{3}})+(?![\w/,.-]*\w)|(?=[\w/.\[(-]{{0,40}}\d)[\w/.\[\]()-]{{0,40}}[\w)\]])"
    rf"(?:/(?:{_SECRECY_WORDS})/[\w/.-]*\w|\.?\s[a-z]{{2,6}}\.?/[\w/.-]+|\s(?:prot|rez)\.)?)",
    re.IGNORECASE,
)
# How registries of other languages begin their numbers: “L.dz. 214/57”, “Č.j. 115.342/60”, “Prot. n. 1204/55”.
_NUMBER_OF_REGISTRY = re.compile(
    r"^\s*(?P<number>(?:L\.?\s?dz\.?|Zn(?:ak)?\.?(?:\s?spr\.)?|Č\.?\s?j\.|Čís\.?\s?j(?:edn)?\.|Ikt\.?\s?sz\.?|Sz\.|Az\.?|Tgb\.?[\s-]?Nr\.|Dnr\.?|J\.\s?nr\.?|"
    r"Prot\.\s?(?:n\.|No\.|Nr\.)|(?:(?:Str\.|Strogo)\s?)?[Pp]ov\.\s?br\.|Del\.\s?br\.|Br\.|Rif\.|Exp(?:te)?\.|Nro\.?|N\.º|Zl\.|GZ\.?|Reg\.?-Nr\.)\s?(?=[\w/.()-]{0,12}\d)[\w/.()-]{0,30}[\w)](?:,\d{3}(?!\d))?(?:\s[A-Z]?\d[\w/.-]*)?)"
)
# A number without a sign, told by its letters or its stroke: 0077/sz, 09991x.
BARE_NUMBER = re.compile(
    r"^\d{1,4}/[a-z]{2,4}/(?:18|19|20)\d\d\.?$|^\d{3,}(?:[a-z]{1,2}|[/-][A-Za-z]{1,4}(?:[/-](?:\d\d|\d{4}))?)$|^\d+/[A-Za-z]{1,4}(?:-\d+)?$|^\d{1,6}/[^\W\d_]{3,12}(?: [^\W\d_]{3,12})?/(?:\d\d|(?:18|19|20)\d\d)$|^\d{1,6}(?:/\d{1,4})?/(?:18|19|20)\d\d$|^\d{1,4}(?:/\d{1,4}){3,4}$|^(?:File|Exp\.|Expediente)\s[\w.-]+(?:/[\w.-]+)+$|^N[oO]\s\d{1,5}$"
)
_FILLING = re.compile(r"^(?:\s*Document\s+\d+|[\s.,;:!/()\[\]—–-])*$")
_IN_NUMBER = re.compile(rf"/(?P<secrecy>{_SECRECY_WORDS})/", re.IGNORECASE)
# "Telegram No. 46 (secret)"; the number is blank by then.
_IN_BRACKETS_BEHIND_NUMBER = re.compile(r"^\s*(?:[^\W\d_]+\s){1,3}\s{3,}\($")
_SIGNS_OF_COPIES = ("COPY", "EXEMPLAIRE", "EJEMPLAR", "EXEMPLAR", "ЭКЗ", "EGZ.", "VÝTISK", "AUSFERTIGUNG")
# "ALL SEATS ARE RESERVED"
_OF_SEATS_TOO = "RESERVED"
_LONGEST_LINE = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a mark, and where they begin in their line."""

    words: str
    start: int


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """What a line of the head says of the paper, and the words that are left of it."""

    secrecy: tuple[Mark, ...] = ()
    haste: tuple[Mark, ...] = ()
    copy_number: str | None = None
    copies_in_all: str | None = None
    is_only_copy: bool = False
    number: str | None = None
    rest: str = ""
    is_marked: bool = field(default=False)


@lru_cache(maxsize=1024)
def read_marks(line: str) -> MarkedLine:
    """Return the marks of a line.

    Words such as “Secret” are a mark in capitals at an end of the line, or where nothing but other marks and numbers
    stands beside them; inside a sentence they are words.
    """
    if len(line) > _LONGEST_LINE:
        return MarkedLine(rest=line)
    in_capitals = line.upper()
    has_copy = has_any(_SIGNS_OF_COPIES, in_capitals)
    copy_number = COPY_NUMBER.search(line) if has_copy else None
    without_copy = _COPY.sub(in_blanks, line) if has_copy else line
    number = _NUMBER_OF_REGISTRY.match(without_copy)
    if number is None and has_any(_SIGNS_OF_NUMBERS, in_capitals):
        number = NUMBER.search(without_copy)
    without_numbers = number.re.sub(in_blanks, without_copy) if number else without_copy
    marks = list(_MARK.finditer(without_numbers)) if has_any(_WORDS_OF_MARKS, in_capitals) else []
    if not (has_copy or number or marks):
        return MarkedLine(rest=_trimmed(line))
    rest = _MARK.sub(in_blanks, without_numbers) if marks else without_numbers
    stands_alone = bool(_FILLING.match(rest))
    taken = [mark for mark in marks if stands_alone or _is_at_an_end(mark, without_numbers)]
    inside = _IN_NUMBER.search(number["number"]) if number else None
    secrecy = [Mark(mark.group(), mark.start()) for mark in taken if mark["secrecy"]]
    if inside:
        secrecy.append(Mark(inside["secrecy"], line.find(inside["secrecy"])))
    left = without_numbers
    for mark in taken:
        left = f"{left[: mark.start()]}{in_blanks(mark)}{left[mark.end() :]}"
    return MarkedLine(
        tuple(secrecy),
        tuple(Mark(mark.group(), mark.start()) for mark in taken if mark["haste"]),
        copy_number["number"] if copy_number else None,
        copy_number["total"] if copy_number else None,
        any(mark["copies"] and "copy" in mark.group().casefold().split() for mark in taken),
        _balanced(number["number"]) if number else None,
        _DATED.sub("", _trimmed(left)) if number else _trimmed(left),
        is_marked=bool(taken or number or (has_copy and _COPY.search(line)))
        and (stands_alone or bool(taken)),
    )


# "Nº 417 of 3 May 1961": what stands between the number and its day.
_DATED = re.compile(r"^(?:of|dated|from|vom|du|del|din|z dnia|ze dne|от)\s+(?:the\s+)?(?=\d)", re.IGNORECASE)


def _balanced(number: str) -> str:
    """Return a number without the sign that closes a bracket around it: `(No. 137.)`."""
    return number.rstrip(".)") if number.count(")") > number.count("(") else number


def _trimmed(words: str) -> str:
    """Return the words that marks have left, without the signs around them."""
    return " ".join(words.split()).strip(" .,;:!—–-()/")


def _is_at_an_end(mark: re.Match[str], line: str) -> bool:
    before, after = line[: mark.start()], line[mark.end() :]
    if _IN_BRACKETS_BEHIND_NUMBER.search(before) and after.strip() in (")", ")."):
        return True
    if mark.group().upper() == _OF_SEATS_TOO:
        return False
    is_written_large = mark.group().replace("[", "").replace("]", "").isupper()
    if not is_written_large and not (mark.group()[0].isupper() and len(before) > 8 and before.isupper()):
        return False
    # "TOP SECRET" behind a letterhead; "MAKING SECRET" inside a heading in capitals is not at its end.
    return bool(_FILLING.match(after)) and before[-1:].isspace()


def in_blanks(match: re.Match[str]) -> str:
    """Return spaces in place of words, so that those around them keep their places."""
    return " " * len(match.group())
