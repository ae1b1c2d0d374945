"""How a document addresses somebody: the line that names the addressee, and the words that greet him."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archivegen.seeds.block_kinds import CLOSING_WORDS
from archivegen.seeds.names import (
    has_word_of_office,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.vocabulary import FOREIGN_OFFICES, FORMS_OF_ADDRESS, alternatives

# "Mr. Minister," greets by office alone.
_BY_OFFICE = (
    r"(?:Mr\.?|Mrs\.?|Madam|Comrade|Herr|Frau|Señora?|Senhora?|Signora?|Signore|Domnule|Panie|Pane)\s+(?:(?:Prime|Foreign|Deputy|Vice|Under|General)[\s-]+)?"
    r"(?:Minist(?:er|ro|ra|re|ru|rze)|Ambass?ad(?:or|orze)|Ambasciatore|Embai?xador|Embajador|Botschafter|Gesandter|Consul|Konsul|President[ea]?|Präsident|Président|Prezydencie|Președinte|"
    r"Secretary|Secretary[\s-]General|Director|Direktor|Chairman|Premier|Governor|Commissioner|Chancellor|Mayor|Rector)(?=\s*[:,!]\s*$)"
)
# Where names are declined, whoever is greeted is named otherwise than they are called: “Vážený soudruhu Havránku”.
_DECLINED = (
    r"Vážen[ýáíé]|Drah[ýáí]|Mil[ýá]|Wielce|Szanown[yai]|Drogi|Droga|Drodzy|Kochan[yai]|Stimat[eăi]|Drag[ăieo]|Poštovan[iao]|Cijenjen[iao]|Cenjen[iao]|Uvažen[iao]|Шановн(?:ий|а)|Поштован[иа]|Драг[иа]|"
    r"I\s(?:dashur|nderuar)|E\s(?:dashur|nderuar)|Shoku|Shoqja|(?:Towarzyszu|Obywatelu|Soudruhu|Súdruhu|Tovarășe|Tovarăşe|Domnule|Druže|Signora?|Monsignore)\s\w+"
)
_SALUTATION = re.compile(
    rf"^\s*(?:(?:My|Very|Highly|Most|Mein|Igen|Meu|Muy|Zeer)\s+)?(?:{_BY_OFFICE}|(?P<declined>{_DECLINED})|(?:Genoss(?:e|in)|Kamerad|Camarad[ea]|Compañer[oa]|Compagn[oa])(?=\s)|Dear|Esteemed|Respected|Honou?red|Honou?rable|Monsieur|Madame|(?:Sehr\s+|Hoch)?geehrte[rs]?|(?:Hoch)?verehrte[rs]?|Werte[rs]?|Liebe[rs]?|"
    r"Cher|Chère|Уважаем(?:ый|ая|и)|Многоуважаем(?:ый|ая)|Дорогой|Дорогая|Uvazhaemyi?|Dorogoi|Αγαπητέ|Αγαπητή|Αξιότιμε|Αξιότιμη|Estimad[oa]|Querid[oa]|Prezad[oa]|Distinguid[oa]|Apreciad[oa]|Ilustr(?:e|ísimo)|Excelentísimo|Egregi[oa]|Gentile|Illustre|Onorevole|Car[oa]|Tisztelt|Kedves|"
    r"(?:Hoog)?geachte|Beste|Bäste|Ärade|Kjære|Kære|Käre|Hyvä|Arvoisa|Ærede|Kính\s(?:thưa|gửi)|Thưa|Sayın|Değerli|Senhor|Excellency|(?:Most )?Excellent|Your Excellency)\b(?P<name>.{0,80}?)\s*(?:[:,!]|\.?\s?[–—])\s*$",
    re.IGNORECASE,
)
_ENDS_OF_SALUTATION = (":", ",", "!", ")", "–", "—")
# Small words in the name would be those of a sentence: "Dear friends, we have …" greets nobody by name.
_RUN_IN = re.compile(
    r"^\s*(?:My\s+)?Dear\s+(?P<name>(?:(?-i:[^\W\d_a-z])[\w.’'-]*\s?){1,5}?)\s?(?:[:,]\s?[—–-]+\s?|[:—]\s?|,\s(?=(?:I|We|Your|You|Thank|In|On|It|The|This)\b))(?=(?-i:[^\W_a-z])|[“\"])",
    re.IGNORECASE,
)
_CIVIL = r"Comrades?|Cde\.|Mrs?\.?|Ms\.?|Miss|Dr\.?|Professor|Prof\.|Shri|Smt\.|Atty\.|Ing\.|Engr\.|The\s+Hon\.|Hon\.|His\s+Excellency|H\.\s?E\.|Monsieur|M\.|Madame|Señora?|Senhora?|Don|Doña|Father|Rev\.|Herr|Frau"
_CIVIL_BEFORE = re.compile(rf"(?:{_CIVIL})\s+[^\W\d_a-z]")
_HOLDER = alternatives((*FORMS_OF_ADDRESS, *FOREIGN_OFFICES))
# "Al Señor Ministro Ramón Echeverría", "Do Towarzysza Wiceministra …", "An das Ministerium …"
_FOREIGN_OPENING = (
    r"(?:Aux?|Al|A\s+la|Alla|Ao|À|Aan|Til|Till|Do|Către|Kính\s+gửi:?)\s+(?:(?:la|el|lo|het|de(?!\s[Hh]eer)|den|der)\s+|l['’])?"
    rf"(?=(?:{_HOLDER}|[Dd]e\s[Hh]eer)(?!\w)|\w*[Mm]inist\w+|[Kk]omit\w+|\w*[Aa]mba\w+|[Ee]mba\w+)"
)
_OPENING_OF_ADDRESS = re.compile(
    rf"^\s*(?:{_FOREIGN_OPENING}|(?:\[?To\]?:?|À|An|For(?:\s+the\s+attention\s+of)?)\s+(?:(?:den|dem|das|die|der|la|le|les)\s+(?=(?-i:[^\W\d_a-z]))|l['’])?)",
    re.IGNORECASE,
)
# In the dative an address needs no preposition: "Tovarășului ministru …", "Заместителю министра …", "… elvtársnak".
_IN_DATIVE = (
    r"(?:Herrn|Genossen|Tovarăș(?:ului|ei)|Tovarăş(?:ului|ei)|Domnului|Doamnei|Dlui|D-lui|Shokut|Shoqes|Zotit|Drugu|Gospodinu|Soudruhovi|Súdruhovi|Náměstkovi|Řediteli|Towarzyszowi|Panu|Ministrowi|Dyrektorowi|"
    r"Товарищу|Тов\.|Господину|Госпоже|Заместителю|Министру|Послу|Начальнику|Председателю|Секретарю|Директору|Заведующему|Другарю)\s+[^\W\d_]|(?=.*\s(?:elvtárs(?:nő)?nek|elvtársnak|úrnak|részére)\s*,?\s*$)[^\W\d_a-z]"
)
_ADDRESS = re.compile(
    rf"^\s*For\s+(?:(?:the\s+)?attention\s+of\s+)?(?=(?:{_CIVIL})\s+[^\W\d_a-z])(?!.*\.\s*$)|"
    r"^\s*For\s+(?:the\s+)?(?:(?-i:[^\W\d_a-z])[\w-]+\s+){0,2}(?:Secretary|Undersecretary|Minister|Ambassador|Director|Chairman)\s+[^\W\d_a-z](?!.*\.\s*$)(?!.*\sand\s)[^.;:]{3,60}$|"
    rf"^\s*{_IN_DATIVE}|^\s*{_FOREIGN_OPENING}(?!.*\.\s*$)|"
    r"^\s*(?:\[To\]:?|To|TO|À|An)\s+(?=(?:(?:the|THE|dem|den|die|das|la|le|les)\s+|l['’])?[^\W\d_a-zß-ÿ])(?!.*\.\s*$)|"
    # "Señor Director de Obras Públicas", without a sign behind it no greeting
    r"^\s*(?:Señora?|Sr\.|Sra\.|Senhora?|Monsieur\s+le)\s+(?:Director|Ministro|Presidente|Secretario|Jefe|Gobernador|Embajador|Cónsul|Diretor|Secretário|Governador|Chefe|Directeur|Ministre|Préfet|Président)a?\s(?!.*[,:!.]\s*$)|"
    # "to His Excellency the Minister" below the office that writes
    r"^\s*to\s+(?:(?:His|Her)\s+Excellency\s|the\s+(?:Honou?rable\s+)?(?:Minister|Secretary|Ambassador|Director|President|Governor|Commissioner|Chief|Head|Chairman)\s)(?!.*[.;:]\s*$)|"
    # "To all diplomatic and consular missions"
    r"^\s*To\s+all\s+(?=[\w\s,]{0,60}\b(?:missions|embassies|legations|consulates|posts|ministries|departments|sections|offices|committees|governors|prefects?|prefectures|units|commanders|heads|directors|members)\b)(?!.*\.\s*$)",
    re.DOTALL,
)
# A mark in brackets behind the words of greeting: “Dear Comrade Testov! (Secret)”.
_MARK_BEHIND = re.compile(r"(?<!\s)\s*\([^\W\d_][\w ]{3,20}\)\s*$")
_ADDRESSED_AT_FOOT = re.compile(
    r"^\s*(?:Shri|Smt\.|Mrs?\.?|Miss|Sir|Dr\.?|H\.\s?E\.|His Excellency|The Hon(?:ou?rable|\.)|Monsieur|M\.|Señor|Senhor)\s+[^\W\d_a-z](?:.*,\s*|[^,]+,[^,]+,[^,]+)$"
)
# "Mrs. Sigrid Aas" below the name of whoever signed, above her office and place.
_PERSON_ADDRESSED = re.compile(rf"^\s*(?:{_CIVIL})\s+[^\W\d_a-z][\w.’'-]*(?:\s+[\w.’'-]+){{1,3}}\s*$")
# Who greets nobody by name may go on at once: “Sir: I have the honour …”.
_RUN_IN_NOBODY = re.compile(
    r"^\s*(?:Sirs?|Madam|Gentlemen|My\s+Lords?|(?:Your\s+)?Excellency)\s*:\s?[—–-]*\s?(?=[^\W_a-z]|[“\"*])"
)
_GREETS_NOBODY = re.compile(
    r"^\s*(?:My\s+Lords?|Sirs?|Madam|Gentlemen|Your Excellency|Excellency)\s*[,:!]\s*$"
)
_IN_OTHER_WORDS = r"(?:Son Excellence|S\.\s?E\.|Su Excelencia|Sua Excel[êe]ncia|Seine[r]? Exzellenz)"
_EXCELLENCY = re.compile(rf"^\s*{_IN_OTHER_WORDS}\s+")
# "His Excellency Anna Lind, Ambassador of Sylvania" below the signature.
_EXCELLENCY_AT_FOOT = re.compile(
    r"^\s*(?:(?:H\.\s?E\.|(?:His|Her) Excellency)\s+(?:Mr\.?\s+|Mrs\.?\s+|Dr\.?\s+)?[^\W\d_a-z][^,]{3,50},\s+[^\W\d_a-z][^,.;:]{3,80}|"
    rf"{_IN_OTHER_WORDS}\s+[^\W\d_a-z][^,.;:]{{3,60}},?)$"
)
# "Hon. A. Lind, Secretary of State.", "Ada Brik, Esq."
_HONOURED_AT_FOOT = re.compile(
    r"^\s*(?:(?:The\s)?Hon(?:ou?rable|\.)\s[^\W\d_a-z][^;:]{4,120}|[^\W\d_a-z][^,;:]{4,40},\s[Ee]sq(?:\.|uire)\b[^;:]{0,80})$"
)
_HONOUR_ALONE = re.compile(r"^\s*(?:The\s)?(?:(?:Right|Rt\.?)\s)?(?:Hon(?:ou?rable|\.)|Most\sNoble)\s*,?\s*$")
# "To Anna Lind, Minister for Foreign Affairs.": a stop at the end, and no words of a sentence before it.
_ENDS_IN_STOP = re.compile(
    r"^\s*To\s+(?:[^\W\d_a-z][\w’'-]*\s+){1,4}?[^\W\d_a-z][\w’'-]*,\s+(?:(?:[^\W\d_a-z][\w’'-]*|of|for|the|in|and|at|to),?\s*){1,10}\.\s*$"
)
_TO_ALONE = re.compile(
    r"^\s*(?:(?:To|TO)(?:\s+(?:the|THE))?|An(?:\s+(?:das|den|die))?|AN|À|Al|Ao|Aan|Do)\s*:?\s*$"
)
_LONGEST_ADDRESS, _MOST_WORDS = 160, 2


def salutation_of(text: str) -> str | None:
    """Return whom a line greets, which may be empty, or None where it greets nobody."""
    if text.rstrip()[-1:] not in _ENDS_OF_SALUTATION:
        return None
    match = _SALUTATION.match(_MARK_BEHIND.sub("", text) if ")" in text else text)
    return None if match is None else "" if match["declined"] else match["name"].strip()


def greets_nobody(text: str) -> bool:
    """Say whether a line greets without a name: `Sir,`, `Gentlemen:`."""
    return _GREETS_NOBODY.match(text) is not None


def salutation_run_in(text: str) -> str | None:
    """Return whom a paragraph greets before it goes on: `Dear Mr. Lind: Your letter of …`, or None."""
    match = _RUN_IN.match(text)
    return match["name"].strip() if match else None


def greets_nobody_run_in(text: str) -> bool:
    """Say whether a paragraph greets without a name before it goes on: `Sir: I have the honour …`."""
    return _RUN_IN_NOBODY.match(text) is not None


def without_opening(text: str) -> str:
    """Return whom an address names without the words that open it: `To the`, `An den`, `Do`."""
    return _OPENING_OF_ADDRESS.sub("", text)


def opens_address(text: str) -> bool:
    """Say whether a line has such words."""
    return _OPENING_OF_ADDRESS.match(text) is not None


def is_address(text: str) -> bool:
    """Say whether a line or a block names the addressee."""
    if len(text) >= _LONGEST_ADDRESS:
        return False
    names_holder = _ENDS_IN_STOP.match(text) and has_word_of_office(text.partition(",")[2])
    whole = text.rstrip()[:-1] if names_holder else text
    return bool(_ADDRESS.match(whole)) or salutation_of(text) is not None


def addresses_by_name(text: str, after: str = "") -> bool:
    """Say whether a line has a person with a form of address and the office, and nothing else: `Comrade Anna Lind, Deputy Minister`; the
    office may stand on the line below.
    """
    words = text.strip()
    if (
        len(words) >= _LONGEST_ADDRESS
        or words.endswith((".", ":", ";"))
        or _CIVIL_BEFORE.match(words) is None
    ):
        return False
    name, _, office = without_form_of_address(words).rstrip(",").partition(",")
    found = split_office_and_name(name)
    has_office_below = not office and has_word_of_office(after) and not is_whole_name(after.strip(" ,"))
    return is_whole_name(found.name or "") and bool(
        found.office or has_word_of_office(office) or has_office_below
    )


def without_excellency(words: str) -> str:
    """Return an address without the foreign words for an excellency at its beginning."""
    return _EXCELLENCY.sub("", words)


def is_courtesy_alone(text: str) -> bool:
    """Say whether a line has a form of address and nothing else, as above the name of whom it greets: `Towarzysz`."""
    words = text.strip(" ,:").rpartition(" ")[2].capitalize()
    return f"{words} " != without_form_of_address(f"{words} ") and text.count(" ") < _MOST_WORDS


def is_address_at_foot(line: str) -> bool:
    """Say whether a line below the signature begins an address: `Shri B. Rangan,` above his office and place, `Hon. A. Lind`."""
    return any(
        pattern.match(line) for pattern in (_ADDRESSED_AT_FOOT, _EXCELLENCY_AT_FOOT, _HONOURED_AT_FOOT)
    )


def is_honour_alone(line: str) -> bool:
    """Say whether a line below the signature has the honour of whoever is addressed, whose name stands below."""
    return _HONOUR_ALONE.match(line) is not None


def is_opening_alone(line: str) -> bool:
    """Say whether a line has the words that open an address, and nothing else: whom it addresses stands below."""
    return _TO_ALONE.match(line) is not None


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
