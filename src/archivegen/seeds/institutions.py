"""The words that name offices, parties and other bodies."""

from __future__ import annotations

import re

from archivegen.seeds.alphabet import is_in_latin_letters
from archivegen.seeds.vocabulary import SMALL_WORDS, alternatives

_WORDS = (
    "EMBASSY|EMBASSIES|MINISTRY|MINISTRIES|COMMITTEE|DEPARTMENT|MISSION|CONSULATE|LEGATION|BUREAU|OFFICE|COUNCIL|COMMISSION|PARTY|GOVERNMENT|"
    "ACADEMY|AGENCY|DELEGATION|HEADQUARTERS|ARMY|SECRETARIAT|UNION|DIRECTORATE|INSTITUTE|EXPEDITION|BRANCH|DIVISION|"
    "FLOTILLA|SERVICE|RAILWAY|COMPANY|SOCIETY|MUSEUM|UNIVERSITY|REGIMENT|BRIGADE|BATTALION|GARRISON|CORPS|STAFF|ADMINISTRATION|ASSEMBLY|CHANCELLERY|REPRESENTATION|ESTABLISHMENT|FEDERATION|ASSOCIATION|LEAGUE|AUTHORITY|CORPORATION|LABORATORY|POLITBURO|PRESIDIUM|COMMAND|TREASURY|CHAMBER|OBSERVATORY|CURIA|DIOCESE|LIMITED|INCORPORATED|HOSPITAL|SYNDICATE|КОМИТЕТ|МИНИСТЕРСТВО|ПОСОЛЬСТВО|УПРАВЛЕНИЕ|BOTSCHAFT|"
    "MINISTERIUM|AMBASSADE|MINISTÈRE|EMBAIXADA|MINISTÉRIO"
)
INSTITUTION = re.compile(rf"\b(?:{alternatives(_WORDS.split('|'))})S?\b", re.IGNORECASE)
# Words, and nothing between them but spaces, hyphens, apostrophes and commas.
_NAME_OF_BODY = re.compile(r"^[^\W\d_a-z][^\W\d_]*(?:[ ,’'-]+[^\W\d_]+)*$")
_LONGEST = 80
_WORD = re.compile(r"[^\W\d_]+")


def is_name_of_institution(text: str) -> bool:
    """Say whether a line in ordinary letters is the name of a body and nothing else."""
    words = text.strip()
    match = INSTITUTION.search(words)
    if match is None or len(words) > _LONGEST or not _NAME_OF_BODY.match(words):
        return False
    small = {word for word in _WORD.findall(words) if word[0].islower() and len(word) > 1}
    return small <= SMALL_WORDS or (match.end() == len(words) and not is_in_latin_letters(words))
