"""The words that name offices, parties and other bodies."""

from __future__ import annotations

import re

from archivegen.seeds.alphabet import is_in_latin_letters
from archivegen.seeds.vocabulary import SMALL_WORDS, alternatives_in_any_case

_WORDS = (
    "EMBASSY|EMBASSIES|AMEMBASSY|AMLEGATION|AMCONSULATE|UNDERSECRETARIAT|UNDER-SECRETARIAT|SUBSECRETARIAT|VICE-MINISTRY|MINISTRY|MINISTRIES|COMMITTEE|DEPARTMENT|MISSION|CONSULATE|LEGATION|BUREAU|OFFICE|COUNCIL|COMMISSION|PARTY|GOVERNMENT|"
    "ACADEMY|AGENCY|DELEGATION|HEADQUARTERS|ARMY|SECRETARIAT|UNION|DIRECTORATE|INSTITUTE|EXPEDITION|BRANCH|DIVISION|"
    "FLOTILLA|SERVICE|RAILWAY|COMPANY|SOCIETY|MUSEUM|UNIVERSITY|REGIMENT|BRIGADE|BATTALION|GARRISON|CORPS|STAFF|ADMINISTRATION|ASSEMBLY|CHANCELLERY|REPRESENTATION|ESTABLISHMENT|FEDERATION|ASSOCIATION|LEAGUE|AUTHORITY|CORPORATION|LABORATORY|POLITBURO|PRESIDIUM|COMMAND|TREASURY|CHAMBER|OBSERVATORY|CURIA|DIOCESE|LIMITED|INCORPORATED|HOSPITAL|SYNDICATE|BOARD|ADMIRALTY|INSPECTORATE|PREFECTURE|MUNICIPALITY|RESIDENCY|GOVERNORATE|RED CROSS|RED CRESCENT|COMMISSARIAT|CHANCERY|TRIBUNAL|GENDARMERIE"
)
_FOREIGN = (
    "КОМИТЕТ|МИНИСТЕРСТВО|ПОСОЛЬСТВО|УПРАВЛЕНИЕ|BOTSCHAFT|MINISTERIUM|AMBASSADE|MINISTÈRE|EMBAIXADA|MINISTÉRIO|"
    "CONSULADO|LEGAÇÃO|EMBAJADA|MINISTERIO|LEGACIÓN|CONSULAT|LÉGATION|GESANDTSCHAFT|KONSULAT|GENERALKONSULAT|AUSSENMINISTERIUM|AUẞENMINISTERIUM|"
    "AUSWÄRTIGES AMT|AMBASCIATA|MINISTERO|CONSOLATO|LEGAZIONE|AMBASADA|MINISTERUL|LEGAȚIA|CONSULATUL|COMITETUL|MINISTERSTWO|POSELSTWO|KOMITET|"
    "VELVYSLANECTVÍ|VEĽVYSLANECTVO|MINISTERSTVO|NAGYKÖVETSÉG|NAGYKÖVETSÉGE|KÖVETSÉGE|MINISZTÉRIUM|KÜLÜGYMINISZTÉRIUM|"
    "COMPANHIA|COMPAÑÍA|COMPAGNIE|COMPAGNIA|GESELLSCHAFT|SOCIETATEA|SOCIÉTÉ|SPÓŁKA|VÁLLALAT|"
    "AMBASSADEN|MINISTERIET|ПОСОЛСТВО|АМБАСАДА|КОНСУЛЬСТВО|ΠΡΕΣΒΕΙΑ|"
    "PLANKOMMISSION|BUNDESMINISTERIUM|REICHSMINISTERIUM|STAATSSEKRETARIAT|HAUPTABTEILUNG|HAUPTVERWALTUNG|LANDESREGIERUNG|BEZIRKSLEITUNG|ZENTRALKOMITEE|DIREKTION|GENERALDIREKTION|STAATSKANZLEI|MAGISTRAT|"
    "MINISTERIE|DEPARTEMENT|UTRIKESDEPARTEMENTET|UDENRIGSMINISTERIET|UTENRIKSDEPARTEMENTET|DEPARTEMENTET|STYRELSEN|SUURLÄHETYSTÖ|ULKOASIAINMINISTERIÖ|MINISTERIÖ|"
    "DÉPARTEMENT|SECRÉTARIAT|PRÉFECTURE|HAUT-COMMISSARIAT|DIRECCIÓN|SECRETARÍA|SECRETARIA|SECRETARIADO|DIREÇÃO|DIRECÇÃO|DEPARTAMENTO|COMITÉ|COMITÊ|COMITATO|DIREZIONE|SEGRETERIA|PREFETTURA|"
    "DIRECȚIA|DIRECŢIA|SECRETARIATUL|URZĄD|KOMISJA|BIURO|KANCELARIA|WYDZIAŁ|ÚSTŘEDNÍ VÝBOR|ÚŘAD|SEKRETARIÁT|VÝBOR|KOMISE|ÚRAD|HIVATAL|HIVATALA|BIZOTTSÁG|BIZOTTSÁGA|TITKÁRSÁG|TITKÁRSÁGA|FŐOSZTÁLY|FŐOSZTÁLYA|IGAZGATÓSÁG|IGAZGATÓSÁGA|KÖVETSÉG|"
    "MINISTRIA|KOMITETI|DREJTORIA|AMBASADË|SEKRETARIJAT|MINISTARSTVO|POSLANSTVO|VELEPOSLANSTVO|KOMISIJA|ODBOR|GENERALNI KONZULAT|KONZULAT|"
    "СОВЕТ|СЕКРЕТАРИАТ|ОТДЕЛ|КОМИССИЯ|ДЕПАРТАМЕНТ|ТОРГПРЕДСТВО|ПРЕДСТАВИТЕЛЬСТВО|МІНІСТЕРСТВО|КОМІТЕТ|МИНИСТЕРСТВОТО|ЛЕГАЦИЯ|ΥΠΟΥΡΓΕΙΟ|ΠΡΟΞΕΝΕΙΟ|BAKANLIĞI|BÜYÜKELÇİLİĞİ|ELÇİLİĞİ|"
    "BỘ NGOẠI GIAO|ĐẠI SỨ QUÁN|ỦY BAN|KEMENTERIAN|KEDUTAAN"
)
# The small words of such names in the languages of letterheads.
_SMALL_WORDS = SMALL_WORDS | frozenset(
    """affaires étrangères extérieures da das de del della delle dello degli dei den der des die do dos du e em en et és för für i im in
    la las le les los na nad och pentru per pri près przy u und v w we y z zu à
    van voor het te een na af av om og och e ë të së dhe për nga za o of si şi și cu din la do od przez przed od ta""".split()
)
INSTITUTION = re.compile(
    rf"\b(?:{alternatives_in_any_case((*_WORDS.split('|'), *_FOREIGN.split('|')))})S?\b", re.IGNORECASE
)
# "Ministerstvo zahraničních věcí": where such a word opens the name, most languages write the others small.
_OPENS_FOREIGN = re.compile(rf"(?:{alternatives_in_any_case(_FOREIGN.split('|'))})\b", re.IGNORECASE)
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
    if small <= _SMALL_WORDS or _OPENS_FOREIGN.match(words):
        return True
    return match.end() == len(words) and not is_in_latin_letters(words)
