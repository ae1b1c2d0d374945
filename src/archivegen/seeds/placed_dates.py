"""Datelines: a date, or a place and a date."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import dropwhile

from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.cities import is_city_or_territory, is_state, known_city
from archivegen.seeds.date_pieces import Order
from archivegen.seeds.date_signs import has_sign_of_date, may_have_date
from archivegen.seeds.date_wordings import is_date, read_date
from archivegen.seeds.institutions import is_name_of_institution
from archivegen.seeds.markings import read_marks
from archivegen.seeds.months import month_number
from archivegen.seeds.vocabulary import COMPASS, FORMS, NOT_IN_NAMES, PLACE_WORDS
from archivegen.seeds.word_kinds import is_given_name

_LONGEST = 100
_LONGEST_LINE = 100
# "Westhaven, 4 March 1961", "Westhaven, le 4 mars 1961", "Given at Westhaven, this 4th day of March, 1961".
_PLACED_DATE = re.compile(
    r"^(?:(?:Given|Done|Signed|Written|Dated|Concluded)\s(?:at|in)\s|(?:Fait|Donné)\sà\s|Gegeben\szu\s|Geschehen\szu\s|Hecho\sen\s"
    r"|Feito\sem\s|Fatto\sa\s|г(?:ор)?\.\s?)?"
    r"(?P<place>(?:['’]s-)?[^\W\d_][^\d,;:()\[\]/|*]{1,40}?(?:,\sD\.\s?C\.)?)(?:\s\((?P<country>[^\W\d_][^\d()]{2,30})\))?"
    r"(?:,\s?|\.\s(?=\d)|\s(?=(?:den|le|el|dnia|dne|më|lì|addì)\s\d))(?P<date>.+)$"
)
# "4 March 1961, Westhaven"
_PLACE_BEHIND = re.compile(
    r"^(?P<date>[^,]*\d[^,]*(?:,\s\d{4})?),\s(?P<place>[^\W\d_][^\d,;:()\[\]/|*]{2,40}?)\.?$"
)
# "Praha 4. května 1960": without a comma only behind a city that is known everywhere.
_CITY_AND_DAY = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\W\d]*(?:[ -][^\W\d]+){0,3}) (?P<date>\d{1,2}(?:\.|st|nd|rd|th)? ?[^\W\d].*)$"
)
# "[Washington,] May 4, 1951", "[Washington, May 4, 1951]": the editors supply the place.
_SUPPLIED_PLACE = re.compile(
    r"^\[(?P<place>[^\W\d_][^\d\[\]]{1,40}?),?(?:\]|(?=[^\[\]]*\]\.?$)),?\s(?P<date>[^\[\]]+?)\]?\.?$"
)
# "Seal Bay, Oregon, 4 March 1871"
_TWO_PLACES = re.compile(
    r"^(?P<first>[^\W\d_a-z][^\d,;:()\[\]/|*]{1,40}),\s(?!D\.)(?P<second>[^\W\d_a-z][^\d,;:()\[\]/|*]{1,30}),\s(?P<date>[^\W_].*)$"
)
# "12 Quay Street", "Seal Bay House"
_HOUSE = re.compile(
    r"^(?:(?:No\.\s)?\d{1,4}[a-z]?,?\s)?[^\W\d_a-z][^\d,;:()]{2,40}?\s(?:Street|Square|Road|Avenue|Place|Terrace|Lane|Gardens|Crescent|House)$"
)
# "On board the Halcyon", "H.M.S. Halcyon", "United States Steamer Halcyon"
_SHIP = re.compile(
    r"^(?:(?:On\s[Bb]oard|Aboard)\s(?:of\s)?(?:the\s)?|H\.\s?(?:[BIR]\.\s?)?M\.\s?S\.\s|U\.\s?S\.\s?S\.\s|S\.\s?S\.\s|"
    r"(?:(?:His|Her)\s(?:Britannic\s)?Majesty[’']s|United\sStates|U\.\s?S\.)\s(?:[Ff]lag-?)?(?:[Ss]hip|[Ss]teamer|[Ss]loop|[Ff]rigate|[Cc]orvette|[Bb]rig|[Gg]un-?boat)\s)[^\d,;:()]{3,60}$"
)
# The number of a note behind a date, and the day on which whoever received the paper had it.
_BEHIND_DATE = re.compile(
    r"(?<=\d{4})\.?\s?\[\d{1,2}\]$|(?<=\d{4}\.)\s?\d{1,2}$|(?<=[ap]\.m\.)\d{1,2}$|(?<=\d{4})\.?\s\(Rec(?:eived|[’']d)\s[^()]{3,40}\)\.?$"
)
_DIGIT, _WATERS = re.compile(r"\d"), re.compile(r"\b(?:Bay|Gulf|Harbou?r|Roads|Sound|Strait|Island|River)\b")
_YEAR_ALONE = re.compile(r"\d{4}[?~%]?\.?")
_MOST_WORDS, _SHORT_OFFICE = 4, 3
# Small words within the names of places.
_PARTICLES = frozenset(
    "a am an au aux auf bei ben d da das de del der des di do dos du el en es in la las le les los na nad of on pod sur the upon van y".split()
)
# "Received, 4 March" and "Copy, 4 March" say what happened and what it is, not where.
_NO_PLACES = (
    frozenset(word.casefold() for word in NOT_IN_NAMES)
    - frozenset(word.casefold() for word in (*COMPASS, *PLACE_WORDS))
    - frozenset("river sea mountain ocean island bridge street hotel palace".split())
    - _PARTICLES
) | frozenset(
    """introduction preface contents summary foreword copy translation original secret urgent sent date time incoming
    leadership organisation organization outgoing arrived issued begun written page volume enclosure annex appendix chapter part lecture errata corrigenda amen born died
    invoice receipt agenda notice hymns roster rations strike patient reception catalogue appeal telegraphs accounts programme program menu register
    index list bill account circular tender lunch visitors wanted sale easter christmas whitsun pentecost advent lent attachment vol no ref
    monday tuesday wednesday thursday friday saturday sunday morning noon afternoon evening night midnight dawn""".split()
)


def read_placed_date(
    wording: str, year: str | None, *, order: Order | None = None
) -> tuple[str | None, str | None]:
    """Return the place and the EDTF of a date, or of a place and a date; None for what is not there.

    `year` and `order` are as for `read_date`. A word and a year alone are a reference rather than a place and a date.
    """
    if edtf_text := read_date(wording, year, order=order):
        return None, edtf_text
    place, date = _place_and_date(wording)
    edtf_text = read_date(date, year, order=order) if len(date) < len(wording) else None
    return (place, edtf_text) if edtf_text and not _YEAR_ALONE.fullmatch(edtf_text) else (None, None)


@lru_cache(maxsize=1024)
def is_date_line(line: str) -> bool:
    """Say whether a line is a date, or a place and a date, and nothing else, though the date may not be readable."""
    line = line.strip()
    if len(line) > _LONGEST_LINE or not may_have_date(line) or not has_sign_of_date(" ".join(line.split())):
        return False
    place, date = _place_and_date(line)
    if not place and len(date) == len(line):
        return is_date(line)
    if _YEAR_ALONE.fullmatch(date):
        return place is not None and month_number(place) is not None  # "May, 1961"
    return is_date(date)


def names_place(line: str) -> bool:
    """Say whether a line that is a date begins with a place, though the order of day and month may not be known."""
    place, date = _place_and_date(line.strip())
    return place is not None and not month_number(place) and not _YEAR_ALONE.fullmatch(date)


def place_of(line: str) -> str | None:
    """Return the place that a line names which is a place and a date, though the date may not be readable."""
    place, _ = _place_and_date(line.strip())
    return place if place is not None and names_place(line) else None


@lru_cache(maxsize=1024)
def _place_and_date(wording: str) -> tuple[str | None, str]:
    """Return the place and the words of its date, where a wording begins with the name of a place, or of an office or a house
    whose place it may leave out.
    """
    text = _BEHIND_DATE.sub("", " ".join(wording[: _LONGEST + 1].split()))
    if text[:1] == "[":
        text = _SUPPLIED_PLACE.sub(r"\g<place>, \g<date>", text)
    words = text.strip("()") if text.count("(") != text.count(")") or text[:1] == "(" else text
    is_short = len(wording) <= _LONGEST
    if is_short and (written := _written_in(words)):
        return written
    two = _TWO_PLACES.match(words) if is_short else None
    if two and (both := _place_of_two(two["first"], two["second"])):
        return both, two["date"]
    match = _PLACED_DATE.match(words) if is_short else None
    behind = _PLACE_BEHIND.match(words) if is_short and match is None else None
    # Two words behind a date may be a person.
    if behind and (" " not in behind["place"] or known_city(behind["place"])):
        match = behind
    if match is None and (match := _CITY_AND_DAY.match(words)):
        match = match if known_city(match["place"]) else None
    place = match["place"].rstrip() if match else ""
    place = (known_city(place) or place) if place.isupper() else place
    return (place, match["date"]) if match and may_be_place(place) else (None, text)


def _place_of_two(first: str, second: str) -> str | None:
    """Return the place that two names before a date give, a place with its country; None where they may be those of persons."""
    if not may_be_place(second) or is_given_name(first.partition(" ")[0]):
        return None
    is_known = is_city_or_territory(second) or known_city(first) is not None
    return f"{first}, {second}" if is_known and may_be_place(first) else None


def _written_in(words: str) -> tuple[str | None, str] | None:
    """Return the place and the date of words that begin with offices or a house: `American Legation, Berlin, 4 March 1871`, and of
    `Foreign Office, 4 March 1871` no place; None where they begin otherwise.
    """
    parts = words.split(", ")
    behind_office = list(dropwhile(_is_office_or_house, parts))
    date = list(dropwhile(_may_be_place_without_digits, behind_office))
    places = behind_office[: len(behind_office) - len(date)]
    is_of_persons = len(places) > 1 and not any(
        is_city_or_territory(place) or known_city(place) or is_state(place) or _WATERS.search(place)
        for place in places
    )
    if len(behind_office) == len(parts) or not date or is_of_persons:
        return None
    return ", ".join(places) or None, ", ".join(date)


def _is_office_or_house(words: str) -> bool:
    is_of_letterhead = any(is_in_capitals(word, 4) for word in words.split())
    # “FOREIGN OFFICE” stands in a dateline too, longer names in capitals at the head of a paper.
    may_be_office = not is_of_letterhead or (is_in_capitals(words) and words.count(" ") < _SHORT_OFFICE)
    is_house = _HOUSE.match(words) is not None or _SHIP.match(words) is not None
    return is_house or (may_be_office and is_name_of_institution(words))


def _may_be_place_without_digits(words: str) -> bool:
    return not _DIGIT.search(words) and may_be_place(words)


@lru_cache(maxsize=1024)
def may_be_place(phrase: str) -> bool:
    """Say whether words may be the name of a place: with capitals, and none that names something else."""
    words = [word for word in re.split(r"[\s-]+|(?<=['’])", phrase.removesuffix("D.C.").rstrip(" ,")) if word]
    words = words[2:] if phrase[1:3] == "s-" else words  # 's-Gravenhage
    plain = [word.casefold().rstrip(".'’") for word in words]
    if not words or len(words) > _MOST_WORDS:
        return False
    is_name = all(word[0].isupper() or small in _PARTICLES for word, small in zip(words, plain, strict=True))
    is_in_capitals = any(len(small) > 1 and word.isupper() for word, small in zip(words, plain, strict=True))
    is_event = any(
        (small.endswith("ed") and not known_city(word)) or small in FORMS or small in _NO_PLACES
        for word, small in zip(words, plain, strict=True)
    )
    may_be_place = is_name and words[0][0].isupper() and not is_in_capitals and not is_event
    return may_be_place and not read_marks(phrase).is_marked
