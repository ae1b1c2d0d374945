"""The words that rules look for. To teach a rule a new word, add it here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archivegen.seeds.months import without_accents
from archivegen.seeds.word_lists import words_of

# Forms of address: they say that a name follows and nothing about it.
FORMS_OF_ADDRESS = (
    "Comrade", "Cde.", "Cde", "Com.", "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Miss", "Messrs.", "Dr.", "Dr", "Professor", "Rev.",
    "Coms.", "Cdes.", "Comrades", "COMRADE", "CDE.", "Tov.", "Prof.", "Academician", "Brig. Gen.", "Maj. Gen.", "Lt. Gen.", "Lt. Col.", "Col.", "Gen.", "Maj.", "Capt.", "Lt.", "Adm.", "R/Adm.", "V/Adm.", "B/Gen.", "M/Gen.", "LTG", "LTC", "1LT", "2LT", "Honorable", "Mlle.", "Shri", "Smt.", "Señor", "Señora", "Senhor", "Senhora",
    "Congressman", "Congresswoman", "Senator", "Brigadier", "Commodore", "Lieutenant", "Sergeant", "Reverend", "Vice Admiral", "Rear Admiral", "Vice-Admiral", "Rear-Admiral", "Brigadier-General", "Major-General", "Lieutenant-General", "Lieutenant-Colonel", "Air Marshal", "Air Commodore", "Group Captain", "Wing Commander", "Count", "Viscount", "Bishop", "Signor", "Signora", "His Excellency", "Her Excellency", "H.E.", "Lord", "Lady", "Sir", "Monsieur", "Madame", "Doktor", "κύριε", "κυρία", "товарищ", "тов.", "господин", "госпожа", "Mme", "Mlle", "Herr", "Frau", "Amb.", "Atty.", "Engr.", "Eng.", "Ing.", "Dipl.-Ing.", "Lic.", "Dott.", "Hon.", "Right Hon.", "Rt. Hon.", "Supt.", "Father", "Fr.", "Sra.", "Srta.", "Sig.", "Ir.", "Rabbi",
    *sorted(words_of("forms_of_address")),
)  # fmt: skip

# Offices and ranks that stand before a name as forms of address do.
TITLES = (
    *FORMS_OF_ADDRESS, "Premier", "Prime Minister", "Chairman", "Vice Chairman", "President", "Ambassador", "Minister",
    "Foreign Minister", "Secretary", "General", "Marshal", "Admiral", "Colonel", "Major", "Captain", "Consul", "Counselor",
    "Attaché", "Attache", "Delegate",
)  # fmt: skip

# What stands before the name of an office or a rank.
RANKS = frozenset(
    """Deputy Vice First Second Third Chief Senior Junior Acting Assistant Former Special Extraordinary Plenipotentiary
    Honorary Commercial Military Trade Press Foreign Prime Principal Permanent Brigade Lt. Gen. Col. Maj. Capt. Sgt Lt Gen Col
    Maj Capt Cpl Adm Gov Sen Rep Supt Under""".split()
)

# Offices, by their head noun as it may stand in a text, with the singular a record gives.
OFFICES = {
    "Direktor": "Direktor", "Botschafter": "Botschafter", "Präsident": "Präsident", "Directeur": "Directeur",
    "Ambassador": "Ambassador", "Ambassadors": "Ambassador", "Attaché": "Attaché", "Attachés": "Attaché",
    "Attache": "Attaché", "Attaches": "Attaché", "Premier": "Premier", "Chairman": "Chairman",
    "Chairwoman": "Chairwoman", "Chairmen": "Chairman", "Vice-Chairman": "Vice-Chairman", "Minister": "Minister",
    "Ministers": "Minister", "Director": "Director", "Directors": "Director", "Secretary": "Secretary",
    "Secretaries": "Secretary", "Counselor": "Counselor", "Counselors": "Counselor", "Counsellor": "Counsellor",
    "Consul": "Consul", "President": "President", "Envoy": "Envoy", "Marshal": "Marshal", "Head": "Head",
    "Chief": "Chief", "Representative": "Representative", "Representatives": "Representative",
    "Commander-in-Chief": "Commander-in-Chief", "Commander": "Commander", "Delegate": "Delegate",
    "Captain": "Captain", "Major": "Major", "Colonel": "Colonel", "General": "General", "Vice-Premier": "Vice-Premier",
    "Engineer": "Engineer", "Inspector": "Inspector", "Commissioner": "Commissioner", "Mayor": "Mayor",
    "Bishop": "Bishop", "Judge": "Judge", "Lieutenant": "Lieutenant", "Admiral": "Admiral", "Officer": "Officer",
    "Председатель": "Председатель", "Секретарь": "Секретарь", "Директор": "Директор", "Посол": "Посол",
    "Министр": "Министр", "Начальник": "Начальник", "Заведующий": "Заведующий",
    "Adviser": "Adviser", "Advisers": "Adviser", "Advisor": "Advisor", "Advisors": "Advisor", "Manager": "Manager",
    "Treasurer": "Treasurer", "Superintendent": "Superintendent", "Registrar": "Registrar", "Rector": "Rector",
    "Prefect": "Prefect", "Archbishop": "Archbishop", "Vice-Consul": "Vice-Consul", "Vice-President": "Vice-President",
    "Vice-Minister": "Vice-Minister", "Chancellor": "Chancellor", "Controller": "Controller",
    "Comptroller": "Comptroller", "Spokesman": "Spokesman", "Magistrate": "Magistrate", "Curator": "Curator",
    "Accountant": "Accountant", "Geologist": "Geologist", "Agronomist": "Agronomist", "Librarian": "Librarian",
    "Archivist": "Archivist", "Surveyor": "Surveyor", "Leader": "Leader", "Leaders": "Leader", "Diplomat": "Diplomat", "Official": "Official", "Member": "Member",
    "Alderman": "Alderman", "Aldermen": "Alderman", "Councillor": "Councillor", "Councillors": "Councillor", "Constable": "Constable", "Chargé": "Chargé", "Editor": "Editor", "Governor": "Governor", "Interpreter": "Interpreter",
}  # fmt: skip

# Those of other languages, also as typewriters without accents have them; a record gives them as they stand.
FOREIGN_OFFICES = frozenset(
    form for word in words_of("offices") for form in (word, without_accents(word))
) - frozenset(OFFICES)

# Words that name institutions, subjects or peoples: never part of a personal name.
NOT_IN_NAMES = (
    frozenset(
        """Affairs Energy Foreign Department Committee Party Ministry Bureau Embassy Central Government Army Union
    Republic Trade Defense Defence Embassies Ministries Committees Delegations Commissions Councils Departments Governments Unions Council Commission Section Division Office Municipal Provincial
    International National State Planning Financial Liaison Workers Communist Soviet Chinese Korean
    Korea Russian American Japanese North South East West Northeast People's Peoples’ Volunteer War
    Armistice Meeting Conference Session Congress Assembly Politburo Presidium Treaty Square Doctrine
    Resolution Decree Plan Commune Institute University College School Hotel Palace Street Avenue Bridge River Sea
    Mountain Ocean Island Test Ban Nuclear Cold World Peace Plenum Delegation Mission Agency Bank Company Factory Mill
    Mine Nations United Staff Center Centre Archive Archives Service Project Team Program Programme Library Museum
    Association Society Foundation Trust Fund Co Inc Corp Ltd Electric Motors Accounting Counsel Contributed Province City County District Group The He She They We It I His Her Their Our My This That
    These Those During Without When After Before Last Next In On At From To And But For Of Sino Anti Industry Board Management Legation Light Heavy Agriculture Fisheries Irrigation Transport Directorate Branch
    Class Rank Grade Estado Stato État Plenipotenziario Plenipotenciario Plenipotentiaire Plenipotenciário Plenipotentiary Near Eastern African Asian Chef Cabinet Generale Général Exteriores Estrangeiros Étrangères Zagranicznych
    Gruss Gruß Grüsse Grüße Grüssen Grüßen Herzlichen Herzlichst Herzlich Dein Deine""".split()
    )
    | frozenset(OFFICES)
    | FOREIGN_OFFICES
    | frozenset(word for title in TITLES for word in title.split())
)

# Words that names of places of more than one word begin with.
PLACE_BEGINNINGS = frozenset(
    """San Santa Santo Santos São Sao Saint Sainte St. Port Puerto Porto Fort New Nova Novo Novi Novy Nový Nowy Nowa Nova Vila Villa Los Las
    El La Le Rio Río Monte Mount Cape Upper Lower Stara Stari Stary Stará Veliki Veliko Velika Velké Nizhny Verkhny Bad Tel
    Ulan Kota Kuala Banja Baile Băile Târgu Tîrgu Cluj Piatra Curtea Hai Hải Phu Phú Dar Ras Beit Bir Addis Alma Belo Campo""".split()
)


# Short forms that stay in capitals where a letterhead in capitals is written in ordinary case.
ABBREVIATIONS = frozenset(
    """USSR DPRK PRC ROK USA US UK GDR FRG UAR RSFSR SSR UN NATO MFA CC CPSU CPC CCP KWP KPA PLA CIA FBI KGB NKVD
    TASS MVD UNESCO""".split()
)

# Whom a salutation may greet without naming anybody.
NOBODY_BY_NAME = frozenset(
    """Sir Sirs Madam Madams Gentlemen Ladies Friend Friends Mother Father Brother Sister Colleague Colleagues Comrade
    Comrades All Diary Ones One Editor Reader Son Daughter Cousin Uncle Aunt Lord Lady Child Children Husband Wife
    Doctor Brothers Sisters Master Mistress Parents Captain Cousins Nephew Niece Beloved Dearest Mama Papa Girl Boy Love
    Freund Freundin Freunde Herr Frau Mutter Vater Bruder Schwester Ami Amie Amis Mère Père Frère Sœur Maître""".split()
)

# What places are called after their names.
PLACE_WORDS = (
    "Province", "Provinces", "City", "County", "Counties", "District", "Districts", "Prefecture", "Oblast", "Municipal",
    "Region", "Governorate", "Voivodeship", "Krai", "Canton", "Township", "Village", "River", "Island", "Islands", "Bay",
    "Valley", "Peninsula", "Lake", "Harbour", "Harbor", "Reservoir",
)  # fmt: skip
COMPASS = ("North", "South", "East", "West")

# Kinds of document, by the words titles use for them; the word that stands first in the title decides.
FORMS = {
    "journal": "journal", "diary": "journal", "report": "report", "memorandum of conversation":
    "memorandum_of_conversation", "memorandum of a conversation": "memorandum_of_conversation", "record of conversation":
    "memorandum_of_conversation", "record of a conversation": "memorandum_of_conversation",
    "conversation": "memorandum_of_conversation", "talk": "memorandum_of_conversation", "record of talks": "memorandum_of_conversation", "record of the talks": "memorandum_of_conversation",
    "memorandum": "memorandum", "telegram": "telegram", "ciphertelegram": "telegram", "cable": "cable",
    "letter": "letter", "minutes": "minutes", "stenographic record": "minutes", "stenogram": "minutes", "transcript of conversation": "memorandum_of_conversation", "protocol": "protocol",
    "resolution": "resolution", "speech": "speech", "statement": "statement", "interview": "interview",
    "article": "article", "note": "note", "treaty": "treaty", "agreement": "treaty", "decree": "decree",
    "bulletin": "bulletin", "circular": "circular", "circular letter": "circular", "petition": "petition", "affidavit": "affidavit", "sworn statement": "affidavit", "deposition": "affidavit", "notes": "note", "ciphergram": "telegram", "ciphered telegram": "telegram", "cipher telegram": "telegram", "coded telegram": "telegram",
    "stenographic record of the talk": "memorandum_of_conversation", "stenographic record of the conversation":
    "memorandum_of_conversation", "decision": "resolution",
    "постановление": "resolution", "резолюция": "resolution", "доклад": "report", "отчёт": "report", "отчет": "report",
    "письмо": "letter", "телеграмма": "telegram", "шифртелеграмма": "telegram", "справка": "note", "протокол": "protocol",
    "запись беседы": "memorandum_of_conversation", "дневник": "journal", "указ": "decree",
    "lettre": "letter", "rapport": "report", "télégramme": "telegram", "procès-verbal": "minutes",
    "bericht": "report", "telegramm": "telegram", "niederschrift": "minutes", "vermerk": "note", "brief": "letter",
    "carta": "letter", "informe": "report", "relatório": "report", "telegrama": "telegram",
}  # fmt: skip

# What papers are called that are of no kind of their own; they head a paper where they say what they are about.
PAPERS = tuple(
    """information proposal proposals instruction instructions notice order directive circular plan account opinion declaration
    appeal communiqué communique overview survey summary analysis review draft aide-mémoire despatch dispatch airgram message explanation
    reply request guidelines theses programme program conclusions recommendations remarks observations supplement announcement
    testimony verdict contract convention charter statute regulations rules estimate study paper manifesto proclamation excerpt
    extract""".split()
)

# "Minister of Public Works": what an office is for may have two words, of which these are the first.
_PORTFOLIOS = frozenset(
    """Public Internal External Social Higher Home Domestic Rural Urban Cultural Economic Religious Local Civil Inland Medical Water
    Native Colonial Naval Military Natural Mineral Popular Technical Primary Secondary Vocational Physical Maritime Merchant""".split()
)
BEGINNINGS_OF_TWO = PLACE_BEGINNINGS | _PORTFOLIOS

SMALL_WORDS = frozenset("a an and at by for from in of on the to under with".split())

_PART_OF_ALPHABET = 12


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest tried first.

    Words of one first letter stand together, so that a place of a text is compared with few of them.
    """
    together: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        together.setdefault(word[0].casefold(), []).append(word)
    return "|".join(map(_of_one_letter, together.values()))


def alternatives_in_any_case(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, to be used without regard to case, which compares letters slowly.

    The words stand by parts of the alphabet, so that a place of a text is compared with those of one part.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0].upper(), []).append(word)
    letters = sorted(by_letter)
    parts = [
        letters[start : start + _PART_OF_ALPHABET] for start in range(0, len(letters), _PART_OF_ALPHABET)
    ]
    return "|".join(
        f"(?=[{''.join(part)}])(?:{alternatives(word for letter in part for word in by_letter[letter])})"
        for part in parts
    )


def _of_one_letter(words: list[str]) -> str:
    """Return a pattern for words with the same first letter; small and large ones are tried one by one."""
    first = words[0][0]
    if len(words) == 1 or any(word[0] != first for word in words):
        return "|".join(map(re.escape, words))
    return f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in words)})"


TITLE = alternatives(TITLES)
