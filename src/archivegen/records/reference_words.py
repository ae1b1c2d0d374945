"""What the parts of archival references are called, in the languages of the archives."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS_OF_PART = {
    "fond": "fond|fonds|fund|f|фонд|ф",
    "opis": "opis|opisi|inventory|inventar|inv|op|опись|оп",
    "papka": "papka|por|папка|п",
    "delo": "delo|dela|d|дело|д",
    "box": "box|doboz|karton|carton|kart",
    "file": "file|folder|dossier|dosar|akta|mappe",
    "leaves": "listy|listi|listov|list|leaves|leaf|folios|folio|fol|ff|ll|l|pages|page|pp|p|str|s|л|лл|стр",
}
# The part of a reference that a word before a number says: `f.`, `fond` and `фонд` are a fond.
PART_BY_WORD: Mapping[str, str] = {
    word: part for part, words in _WORDS_OF_PART.items() for word in words.split("|")
}
