"""Who sent a paper to whom, by its title: `Letter From the Ambassador in Peru (Hollis) to President Renwick`, `Mr. Aas to Mr. Lind`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from archivegen.seeds.cities import is_city_or_territory
from archivegen.seeds.names import (
    NamedOffice,
    has_word_of_office,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.office_holders import holder_in_brackets
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.title_wording import without_tails

_FROM_TO = re.compile(
    r"^(?:\W*\w+\s+){0,3}?(?i:letters?|telegrams?|ciphertelegram|cables?|cablegram|airgram|e-?mail|message|d[ei]spatch|(?:note|memorandum|report|information|proposal)(?=\s+(?:(?:no\.?\s*)?\S*\d\S*\s+)?(?:from|(?:(?:\w+ed|sent|written)\s+)?by)\s|,))\b(?:\s+(?i:no\.?|nr\.?)\s*\S+(?=\s))?,?.{0,40}?(?:\b(?:[Ff]rom|[Bb]y)\s+)?(?:the\s+)?(?P<one>[^\W\d_a-z].*?)\s+to\s+(?P<other>.+?)(?=,(?!\s[JS]r\b)|[;:]|(?<=\w{4})\.\s|\s+(?:(?i:on|regarding|about|concerning)|at\s+the)\s+|$)",
)
# The holder of an office "to" a country ends with the bracket that names him.
_HOLDER_TO = re.compile(
    r"^[^()]*?\b(?:from|by)\s+(?P<one>(?:the\s+)?(?-i:[^\W\d_a-z])[^()]*\([^()]+\))\s+to\s+(?P<other>.+?)(?=[;:]|$)",
    re.IGNORECASE,
)
# In the office of an addressee who is named there may be commas, and bodies "on" something.
_TO_HOLDER = re.compile(
    r"^[^()]*?\bfrom\s+(?:the\s+)?(?P<one>(?-i:[^\W\d_a-z])[^()]*?)\s+to\s+(?P<other>the\s[^()]*\([^()]+\))$",
    re.IGNORECASE,
)
TITLES_IN_HEADINGS = r"(?:Mr\.?|Mrs\.?|Miss|Messrs\.|Dr\.|Sir|Lord|Lady|Count|Countess|Baron|Baroness|Viscount|Viscountess|Prince|Princess|Duke|Earl|Marquis|Marquess|King|Queen|Emperor|Señor|Señora|Signor|Herr|Monsieur|Madame|M\.|Captain|Commodore|Commander|Lieutenant|Colonel|Major|(?:\w+-)?General|(?:\w+-)?Governor|Administrator|President|Bishop|Archbishop|(?:Vice-)?Consul(?:-General)?|[Tt]he\sRight\sHon\.)"
_TITLED = rf"(?:{TITLES_IN_HEADINGS}\s|[Tt]he\s(?=Earl|Duke|Marquis|Marquess|Queen|King|Emperor))[^\W\d_a-z][^,;:()]{{1,40}}?"
# Where the addressee was, or when he had it, may stand behind: `Sir A. Aas to Sir E. Lind. (Lisbon.)`
_TITLED_TO = re.compile(rf"^(?P<one>{_TITLED})\s+to\s+(?P<other>{_TITLED})(?:\.?\s\([^()]{{3,40}}\))?$")
# "A. Brik to Cde. J. Novak"
_BY_INITIALS = r"(?:Cde\.\s|Comrade\s)?(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_a-z][\w’'-]+"
_INITIALS_TO = re.compile(rf"^(?P<one>{_BY_INITIALS})\s+to\s+(?P<other>{_BY_INITIALS})$")
# The holder of an office on either side: `The Ambassador in Peru (Hollis) to the Secretary of State`.
_HOLDERS = re.compile(
    r"^The\s(?P<one>[^()]*?(?:\s\([^()]+\))?)\s+to\s+(?P<other>(?:the\s)?[^\W\d_a-z][^()]*?(?:\s\([^()]+\))?)$"
)
# "From A. Brik to J. Novak on the Pier"
_BARE_FROM_TO = re.compile(
    r"^From\s+(?P<one>[^\W\d_a-z][^,:;]*?)\s+to\s+(?P<other>.+?)(?=[,;:]|\s+(?i:on|regarding|about|concerning)\s+|$)"
)
_BEFORE_FROM = re.compile(r"^.*\s(?:[Ff]rom|[Bb]y)\s+(?:the\s+)?")
# Whoever bears one of these offices is sent "to" a country.
SENT_TO = r"(?i:ambassador|minister|representative|envoy|delegate|observer|consul|embassy|legation|mission)"
IS_SENT_TO = re.compile(
    rf"\b{SENT_TO}(?:\s+of\s+(?:the\s+)?[^\W\d_a-z][\w-]*(?:\s+[^\W\d_a-z][\w-]*){{0,2}})?$"
)
_OFFICE_TO = re.compile(
    rf"^(?P<one>(?:[^\W\d_][\w-]*\s+){{0,4}}?{SENT_TO}\s+to\s+(?:the\s+)?(?P<country>United\s(?:Nations|States|Kingdom)|[^\W\d_a-z][\w-]*(?:\s+[^\W\d_a-z][\w-]*)??)(?:\s+[^\W\d_a-z][^,]*?)?)\s+to\s+(?:the\s+)?(?P<other>.+)$"
)
# "Report by Ada Brik on the Mission to Sylvania" was sent to nobody.
_IS_ABOUT = re.compile(r"\s(?:on|about|regarding|concerning)\s")
_SHORT = re.compile(r"[,;:]|\s+(?:on|regarding|about|concerning)\s+")
# A peer is called by the title alone.
PEER = re.compile(
    r"^(?:[Tt]he\s)?(?P<name>(?:Earl|Duke|Marquis|Marquess|Viscount|Countess|Duchess|Marchioness)\sof\s[^\W\d_a-z][\w’'-]+)$"
)
_OFFICE_AND_SURNAME = re.compile(r"^(?P<office>[^\W\d_a-z].*)\s(?P<name>[^\W\d_a-z][^\W\d_A-Z]+)$")


class Sent(NamedTuple):
    """The words of a title that name who sent a paper, and to whom; either may be missing. `addressed` are all words behind
    the "to", of which `other` are those that name the addressee at least.
    """

    one: str
    other: str
    addressed: str = ""


@lru_cache(maxsize=64)
def sent_by_title(wording: str) -> Sent | None:
    """Return sender and addressee whom a title names; the holder of an office "to" a country ends with his bracket."""
    words = without_tails(wording)
    match = (
        _HOLDER_TO.search(words)
        or (_TO_HOLDER.search(words) if words.endswith(")") else None)
        or _FROM_TO.search(words)
        or _TITLED_TO.match(words)
        or _INITIALS_TO.match(words)
        or _between_offices(words)
        or _from_somebody(words)
    )
    if match:
        one = _BEFORE_FROM.sub("", match["one"])
        start = match.end("one") - len(one)
        if _IS_ABOUT.search(one) and match.re is _FROM_TO:
            return None
        if (
            IS_SENT_TO.search(one)
            and any(is_city_or_territory(" ".join(match["other"].split()[:size])) for size in (1, 2))
            and " to " not in match["other"]
        ):
            return None
        return _of_an_office_to(words[start:]) or Sent(one, match["other"], words[match.start("other") :])
    return None


def is_between_titled_persons(line: str) -> bool:
    """Say whether a line is the heading of a letter between persons of title, in capitals or not: `Mr. Aas to Sir E. Lind`."""
    words = line.strip().rstrip(".")
    if " to " not in words.casefold():
        return False
    return _TITLED_TO.match(body_in_ordinary_case(words, "") if words.isupper() else words) is not None


def _between_offices(words: str) -> re.Match[str] | None:
    """Return the parties of a heading between offices, of which one has its holder in brackets, or the first is an office by its
    words: `The Road to the Embassy` is none.
    """
    match = _HOLDERS.match(words)
    return match if match and (")" in words or has_word_of_office(match["one"])) else None


def _from_somebody(words: str) -> re.Match[str] | None:
    """Return the parties of a title that begins with the "from", where a whole name says that it is a person: `From War to Peace`."""
    match = _BARE_FROM_TO.match(words)
    return match if match and is_whole_name(without_form_of_address(match["one"])) else None


def _of_an_office_to(words: str) -> Sent | None:
    """Return who sent a paper to whom where the first "to" belongs to the writer's office: `Ambassador to Peru Hollis to …`."""
    match = _OFFICE_TO.match(words)
    if match is None:
        return None
    country = match["country"]
    if not (country.isupper() or country.startswith("United ") or is_city_or_territory(country)):
        return None
    return Sent(match["one"], _SHORT.split(match["other"], maxsplit=1)[0], match["other"])


def named_by_surname(phrase: str) -> NamedOffice | None:
    """Return the person whom a phrase of a title names by the surname alone: `the Consul in Callao (Hollis)`, `President
    Renwick`, `Mr. Aas`.
    """
    words = phrase.strip()
    if holder := holder_in_brackets(words):
        return holder
    if peer := PEER.match(words):
        return NamedOffice(peer["name"], None)
    bare = without_form_of_address(words)
    if bare != words and bare and " " not in bare and bare[0].isupper():
        return NamedOffice(bare, None)
    match = _OFFICE_AND_SURNAME.match(words)
    if match is None or not has_word_of_office(match["office"].rpartition(" ")[2]):
        return None
    found, name = split_office_and_name(words), match["name"]
    # An article stands before an office that nobody's name follows; "in" and "of" before what it is the office of.
    is_held = found.name == name and found.office is not None
    if not is_held or is_city_or_territory(name) or has_word_of_office(name):
        return None
    return NamedOffice(name, match["office"])


def signs_for_none(name: str, sent: Sent) -> bool:
    """Say whether a name under a paper is no signature by its title: that of the addressee, at whose address the paper ends,
    or a given name, where the title has the surname of the writer; or, where the title has the surnames of both, that of another,
    who signed an enclosure.
    """
    writer, addressee = named_by_surname(sent.one), named_by_surname(sent.other)
    if writer is None or bears_surname_of(name, writer):
        return False
    is_addressee = addressee is not None and bears_surname_of(name, addressee) and is_whole_name(name)
    has_both = addressee is not None and _TITLED_TO.match(f"{sent.one} to {sent.other}") is not None
    return is_addressee or " " not in name or has_both


def bears_surname_of(name: str, named: NamedOffice) -> bool:
    """Say whether a name ends in a surname, which may be written in two words: `McLane`, `Mc Lane`."""
    surname = (named.name or "").rpartition(" ")[2].casefold()
    return bool(surname) and "".join(name.split()).casefold().endswith(surname)
