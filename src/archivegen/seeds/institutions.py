"""The words that name offices, parties and other bodies."""

from __future__ import annotations

import re

from archivegen.seeds.alphabet import is_in_latin_letters
from archivegen.seeds.vocabulary import SMALL_WORDS, alternatives

_WORDS = (
    "EMBASSY|EMBASSIES|MINISTRY|MINISTRIES|COMMITTEE|DEPARTMENT|MISSION|CONSULATE|LEGATION|BUREAU|OFFICE|COUNCIL|COMMISSION|PARTY|GOVERNMENT|"
    "ACADEMY|AGENCY|DELEGATION|HEADQUARTERS|ARMY|SECRETARIAT|UNION|DIRECTORATE|INSTITUTE|EXPEDITION|BRANCH|DIVISION|"
    "FLOTILLA|SERVICE|RAILWAY|COMPANY|SOCIETY|MUSEUM|UNIVERSITY|REGIMENT|BRIGADE|BATTALION|GARRISON|CORPS|STAFF|ADMINISTRATION|ASSEMBLY|CHANCELLERY|REPRESENTATION|ESTABLISHMENT|FEDERATION|ASSOCIATION|LEAGUE|AUTHORITY|CORPORATION|LABORATORY|POLITBURO|PRESIDIUM|COMMAND|TREASURY|CHAMBER|OBSERVATORY|CURIA|DIOCESE|LIMITED|INCORPORATED|HOSPITAL|SYNDICATE|КОМИТЕТ|МИНИСТЕРСТВО|ПОСОЛЬСТВО|УПРАВЛЕНИЕ|BOTSCHAFT|"
    "MINISTERIUM|AMBASSADE|MINISTÈRE|EMBAIXADA|MINISTÉRIO|"
    "CONSULADO|LEGAÇÃO|EMBAJADA|MINISTERIO|LEGACIÓN|CONSULAT|LÉGATION|GESANDTSCHAFT|KONSULAT|GENERALKONSULAT|AUSSENMINISTERIUM|AUẞENMINISTERIUM|"
    "AUSWÄRTIGES AMT|AMBASCIATA|MINISTERO|CONSOLATO|LEGAZIONE|AMBASADA|MINISTERUL|LEGAȚIA|CONSULATUL|COMITETUL|MINISTERSTWO|POSELSTWO|KOMITET|"
    "VELVYSLANECTVÍ|VEĽVYSLANECTVO|MINISTERSTVO|NAGYKÖVETSÉG|NAGYKÖVETSÉGE|KÖVETSÉGE|MINISZTÉRIUM|KÜLÜGYMINISZTÉRIUM|"
    "COMPANHIA|COMPAÑÍA|COMPAGNIE|COMPAGNIA|GESELLSCHAFT|SOCIETATEA|SOCIÉTÉ|SPÓŁKA|VÁLLALAT|"
    "AMBASSADEN|MINISTERIET|ПОСОЛСТВО|АМБАСАДА|КОНСУЛЬСТВО|ΠΡΕΣΒΕΙΑ"
)
# The small words of such names in the languages of letterheads.
_SMALL_WORDS = SMALL_WORDS | frozenset(
    """affaires étrangères extérieures da das de del della delle dello degli dei den der des die do dos du e em en et és för für i im in
    la las le les los na nad och pentru per pri près przy u und v w we y z zu à""".split()
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
    return small <= _SMALL_WORDS or (match.end() == len(words) and not is_in_latin_letters(words))
