"""How a document addresses somebody: the line that names the addressee, and the words that greet him."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archivegen.seeds.block_kinds import CLOSING_WORDS

# "Mr. Minister," greets by office alone.
_BY_OFFICE = (
    r"(?:Mr\.?|Mrs\.?|Madam|Comrade|Herr|Frau|Señora?|Senhora?|Signora?|Signore|Domnule|Panie|Pane)\s+(?:(?:Prime|Foreign|Deputy|Vice|Under|General)[\s-]+)?"
    r"(?:Minist(?:er|ro|ra|re|ru|rze)|Ambass?ad(?:or|orze)|Ambasciatore|Embai?xador|Embajador|Botschafter|Gesandter|Consul|Konsul|President[ea]?|Präsident|Président|Prezydencie|Președinte|"
    r"Secretary|Secretary[\s-]General|Director|Direktor|Chairman|Premier|Governor|Commissioner|Chancellor|Mayor|Rector)(?=\s*[:,!]\s*$)"
)
_SALUTATION = re.compile(
    rf"^\s*(?:(?:My|Very|Highly|Most)\s+)?(?:{_BY_OFFICE}|Dear|Esteemed|Respected|Honou?red|Honou?rable|Monsieur|Madame|Sehr geehrte[rs]?|Liebe[rs]?|"
    r"Cher|Chère|Уважаемый|Уважаемая|Дорогой|Дорогая|Αγαπητέ|Αγαπητή|Αξιότιμε|Αξιότιμη|Estimad[oa]|Querid[oa]|Prezad[oa]|Egregi[oa]|Gentile|Tisztelt|Vážen[ýá]|Senhor|Kedves|Szanowny|Szanowna|Stimate|Excellency|(?:Most )?Excellent|"
    r"Your Excellency)\b(?P<name>.{0,80}?)\s*[:,!]\s*$",
    re.IGNORECASE,
)
# Small words in the name would be those of a sentence: "Dear friends, we have …" greets nobody by name.
_RUN_IN = re.compile(
    r"^\s*(?:My\s+)?Dear\s+(?P<name>(?:(?-i:[^\W\d_a-z])[\w.’'-]*\s?){1,5}?)\s?(?:[:,]\s?[—–-]+\s?|[:—]\s?|,\s(?=(?:I|We|Your|You|Thank|In|On|It|The|This)\b))(?=(?-i:[^\W_a-z])|[“\"])",
    re.IGNORECASE,
)
_CIVIL = r"Comrades?|Cde\.|Mrs?\.?|Ms\.?|Miss|Dr\.?|Professor|Prof\.|Shri|Smt\.|Atty\.|Ing\.|Engr\.|The\s+Hon\.|Hon\.|His\s+Excellency|H\.\s?E\.|Monsieur|M\.|Madame|Señora?|Senhora?|Don|Doña|Father|Rev\.|Herr|Frau"
_ADDRESS = re.compile(
    rf"^\s*For\s+(?:(?:the\s+)?attention\s+of\s+)?(?=(?:{_CIVIL})\s+[^\W\d_a-z])(?!.*\.\s*$)|"
    r"^\s*(?:\[To\]:?|To|TO|À|An)\s+(?=(?:(?:the|THE|dem|den|die|das)\s+|l['’])?[^\W\d_a-zß-ÿ])(?!.*\.\s*$)",
    re.DOTALL,
)
# A mark in brackets behind the words of greeting: “Dear Comrade Testov! (Secret)”.
_MARK_BEHIND = re.compile(r"(?<!\s)\s*\([^\W\d_][\w ]{3,20}\)\s*$")
_ADDRESSED_AT_FOOT = re.compile(
    r"^\s*(?:Shri|Smt\.|Mrs?\.?|Miss|Sir|Dr\.?|H\.\s?E\.|His Excellency|The Hon(?:ou?rable|\.)|Monsieur|M\.|Señor|Senhor)\s+[^\W\d_a-z](?:.*,\s*|[^,]+,[^,]+,[^,]+)$"
)
# "Mrs. Sigrid Aas" below the name of whoever signed, above her office and place.
_PERSON_ADDRESSED = re.compile(rf"^\s*(?:{_CIVIL})\s+[^\W\d_a-z][\w.’'-]*(?:\s+[\w.’'-]+){{1,3}}\s*$")
_LONGEST_ADDRESS = 160


def salutation_of(text: str) -> str | None:
    """Return whom a line greets, which may be empty, or None where it greets nobody."""
    match = _SALUTATION.match(_MARK_BEHIND.sub("", text) if ")" in text else text)
    return match["name"].strip() if match else None


def salutation_run_in(text: str) -> str | None:
    """Return whom a paragraph greets before it goes on: `Dear Mr. Lind: Your letter of …`, or None."""
    match = _RUN_IN.match(text)
    return match["name"].strip() if match else None


def is_address(text: str) -> bool:
    """Say whether a line or a block names the addressee."""
    return len(text) < _LONGEST_ADDRESS and (bool(_ADDRESS.match(text)) or salutation_of(text) is not None)


def is_address_at_foot(line: str) -> bool:
    """Say whether a line below the signature begins an address: `Shri B. Rangan,` above his office and place."""
    return _ADDRESSED_AT_FOOT.match(line) is not None


def lines_of_persons_addressed(foot: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Return the lines of a foot that begin the address of somebody: a name with a form of address behind a gap, below
    the words of closing and a name that has none, and above two lines that have no name of that kind.
    """
    closing = next((place for place, (_, line) in enumerate(foot) if CLOSING_WORDS.match(line.strip())), None)
    if closing is None or any(_PERSON_ADDRESSED.match(line) for _, line in foot[closing + 1 : closing + 2]):
        return frozenset()
    found = [
        number
        for place, (number, line) in enumerate(foot)
        if place > closing + 1
        and _PERSON_ADDRESSED.match(line)
        and number > foot[place - 1][0] + 1
        and [other for other, _ in foot[place + 1 : place + 3]] == [number + 1, number + 2]
    ]
    return frozenset(found) if len(found) == 1 else frozenset()
