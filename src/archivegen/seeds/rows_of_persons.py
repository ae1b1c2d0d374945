"""Rows of a list of persons, each on a line of its own below a label: `Present:`, and who was, with the offices."""

from __future__ import annotations

import re

from archivegen.records.languages import territory_names
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.institutions import is_name_of_institution
from archivegen.seeds.names import (
    WHOLE_NAME,
    WORD,
    has_word_of_office,
    is_occupation,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.ordinary_case import name_in_ordinary_case
from archivegen.seeds.particles import PARTICLES
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.vocabulary import TITLE, alternatives

OF_A_SIDE = re.compile(
    r"^\s*(?:for|from|on behalf of|on)\s+the\s+[^:;,]{3,50}:|^\s*(?:for|from|on behalf of)\s+(?:the\s+)?(?-i:[^\W\d_a-z])[\w ]{2,40}:?\s*$",
    re.IGNORECASE,
)
_PARTICLE = rf"(?:(?:{alternatives(PARTICLES)})\s)*"
_TITLED = rf"(?:{TITLE})\s+{_PARTICLE}[^\W\d_a-z]"
_ROW = re.compile(
    rf"^[^\W\d_][^.:;]{{2,60}},\s+(?:{TITLE})\s+[^\W\d_a-z]|^\s*(?:{_TITLED}|{WHOLE_NAME}(?:\s*(?:[,\[(–—-]|$)|\s*\t))"
)
_SURNAME_FIRST = re.compile(rf"^{WORD},\s+{WORD},\s+(?:the\s+)?[^\W\d_A-Z]")
# "NEA - Mr. Lind": the bureau before the name.
_BEFORE_ROW = re.compile(
    r"^\s*(?:(?:\d{1,2}[.)]|[-–—•*])\s+)?(?:[^\W\d_a-z][\w/]{0,14}\s+[-–—]\s+(?=(?:Mrs?|Miss|Ms|Dr|Amb|Col|Gen)\b))?(?:H\.\s?E\.\s+(?=[^\W\d_]+\.))?"
)
_BEHIND_NAME = re.compile(r"\s*(?:[,(;—]|\s[–-]\s).*$")
# What persons of a list do in no row of it, but in a sentence of the text.
_DOES = re.compile(r"\b(?:was|were|had|has|said|gave|spoke|took|[a-z]{3,}ed)\b")
_TITLED_ROW = re.compile(rf"^\s*{_TITLED}")
# "State", "Korean Delegation", "United Kingdom—"
_GROUP = re.compile(r"^\s*[^\W\d_a-z][^\W\d_]*(?:[ -](?:[^\W\d_]+|\([^()]+\))){0,5}\s*[–—:-]?\s*$")
# “State”, “Chairman”: one word, which is nobody's whole name.
_ONE_WORD = re.compile(r"^\s*[^\W\d_a-z][^\W\d_]+\s*[–—:-]?\s*$")
# What editors say of names that they left out.
_IN_BRACKETS = re.compile(r"^\s*\[[^\[\]]+\]\s*$")
# ", Aide to the Minister": the name is lost. "Ambassador to the League Ortiz": an office that goes on, before whatever name.
_WITHOUT_NAME = re.compile(rf"^\s*(?:,\s+[^\W\d_a-z]|(?:{TITLE})\s+(?:to\s+)?the\s)[^.:;]{{2,80}}$")
# "Two members of the Board": how many, and not who.
_NUMBERED = re.compile(
    r"^\s*(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|Other|Others|Various|\d{1,2})\s(?:other\s)?[a-z][^.:;]{3,80}$"
)
# "for Inland Waterways", "Affairs": the office above goes on.
_OFFICE_GOES_ON = re.compile(
    r"^\s*(?:(?:for|of|and|to|in|at)\s(?:the\s)?[^\W\d_a-z][^.:;,]{2,60}|Affairs)\s*$"
)
# "(came at four)": what became of whoever stands above.
_IN_PARENTHESES = re.compile(r"^\s*\([^()]{3,60}\)\s*$")
# The letters of a state, as in “U.K.”
_STATE_IN_SHORT = re.compile(r"^\s*(?:[^\W\d_a-z]\.?){2,5}\s*[–—:-]?\s*$")
# "The President", "The Under Secretary": who held the office everybody knew.
_OFFICE_ALONE = re.compile(r"^\s*The(?:\s[^\W\d_a-z][^\W\d_]+){1,4}\s*$")
_WITHOUT_NAMES = (_IN_BRACKETS, _WITHOUT_NAME, _NUMBERED, _OFFICE_GOES_ON, _IN_PARENTHESES)
# Of the words that names of places begin with, those that no surname or given name is.
_BEGIN_SIDES = frozenset("Saint St. Santa New Port Puerto Costa Sierra United".split())
_LONGEST, _FARTHEST = 180, 60


def is_row_of_persons(text: str) -> bool:
    """Say whether a line below a label is a row of its list: a person, or the country of those below it."""
    words = _BEFORE_ROW.sub("", text.strip()).rstrip(" ;.–—")
    if words in territory_names() or _is_place(words) or _ROW.match(words) or _SURNAME_FIRST.match(words):
        return True
    found = split_office_and_name(words.partition(",")[0].strip())
    if (
        found.name
        and is_whole_name(found.name)
        and (found.office or is_occupation(_before(words, found.name)))
    ):
        return True
    if is_whole_name(name_in_ordinary_case(_BEHIND_NAME.sub("", words))):
        return True
    office, comma, name = words.rpartition(",")
    return bool(comma) and is_whole_name(without_form_of_address(name.strip())) and has_word_of_office(office)


def goes_on_with_office(text: str) -> bool:
    """Say whether a row of a list goes on with the office of the person above it."""
    return _OFFICE_GOES_ON.match(text) is not None


def is_office_alone(text: str) -> bool:
    """Say whether a row of a list has an office for a person, and no name."""
    return _OFFICE_ALONE.match(text) is not None and has_word_of_office(text)


def names_nobody(text: str, after: str) -> bool:
    """Say whether a line of a list goes on with it and names nobody: it stands in brackets for names left out, has an office
    from which no name can be told, or names the office or the side of those on the lines below. That is a body, or what has no name above a row that has a person with
    a form of address; or a state in short, or one word, above whatever row.
    """
    if _is_place(text) or any(pattern.match(text) for pattern in _WITHOUT_NAMES):
        return True
    if _STATE_IN_SHORT.match(text) or _ONE_WORD.match(text):
        return is_row_of_persons(after) or is_office_alone(after)
    if _GROUP.match(text) is None or is_row_of_persons(text):
        return False
    return is_name_of_institution(text.strip(" –—:")) or _TITLED_ROW.match(after) is not None


def _is_place(text: str) -> bool:
    """Say whether a row has the name of a country or a town alone, as its first word tells."""
    words = text.split()
    return bool(words) and words[0] in _BEGIN_SIDES and _GROUP.match(text) is not None


def _before(words: str, name: str) -> str:
    return words.partition(name)[0].strip().casefold()


def is_listed(source: SourceText, number: int, first: int) -> bool:
    """Say whether a line, from `first` on, is a row of a list of those present: a label and rows stand above it."""
    if not _may_be_row(source.line(number)):
        return False
    for above in range(number - 1, max(first, number - _FARTHEST) - 1, -1):
        line = source.line(above)
        label = read_label(line) if line.strip() else None
        if label is not None and label.label.field == "participants":
            return True
        if line.strip() and label is None and not (OF_A_SIDE.match(line) or _may_be_row(line)):
            return False
    return False


def _may_be_row(line: str) -> bool:
    text = line.strip()
    is_sentence = text.endswith(".") and _DOES.search(text) is not None
    return 0 < len(text) < _LONGEST and not is_sentence and is_row_of_persons(text)
