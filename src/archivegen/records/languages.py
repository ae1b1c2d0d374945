"""Language tags (BCP 47) and the names people give to languages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

import langcodes

_SEVERAL = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")


_TAG_SHAPE = re.compile(r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
# Names in use that the register of languages files under another one.
_ALSO_CALLED = {"farsi": "fa", "mandarin": "zh", "flemish": "nl-BE", "serbo-croat": "sh", "persian": "fa"}


# Scripts that are written from right to left (Unicode, UAX 9), by their codes (ISO 15924).
_RIGHT_TO_LEFT = ("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr")
# Tags that say that the language is not known, mixed or none.
_NO_LANGUAGE = ("und", "mul", "mis", "zxx")


@lru_cache(maxsize=512)
def tag_of(wording: str) -> str | None:
    """Return the tag of one language called by its English name or by its tag; None for anything else.

    A name must be the language's own: one that is merely like it, or doubted with a question mark, is not read.
    """
    wording = wording.strip()
    if wording.casefold() in _ALSO_CALLED:
        return _ALSO_CALLED[wording.casefold()]
    if is_tag(wording):
        return langcodes.standardize_tag(wording)
    try:
        tag = langcodes.find(wording).to_tag()
    except (LookupError, ValueError):
        return None
    return tag if langcodes.Language.get(tag).display_name().casefold() == wording.casefold() else None


def is_tag(text: str) -> bool:
    """Say whether a text is a language tag, written as tags are, that the register knows."""
    return bool(_TAG_SHAPE.match(text)) and langcodes.tag_is_valid(text)


@lru_cache(maxsize=512)
def tag_of_page(text: str) -> str:
    """Return the language tag that the mark-up of a page gives, in the form of the register; "" where it is none."""
    written = text.strip().replace("_", "-")
    if not re.match(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", written) or not langcodes.tag_is_valid(written):
        return ""
    tag = langcodes.standardize_tag(written)
    return "" if tag.partition("-")[0] in _NO_LANGUAGE else tag


def languages_in(wording: str) -> tuple[str, ...]:
    """Return the wordings of the languages in a list such as `French and Latin`."""
    return tuple(part for part in _SEVERAL.split(wording.strip()) if part)


@lru_cache(maxsize=512)
def language_name(tag: str, spoken: str = "en") -> str:
    """Return what a language tag is called in a language that is spoken; a wording that is no tag is its own name."""
    return langcodes.Language.get(tag).display_name(spoken) if is_tag(tag) else tag


@lru_cache(maxsize=512)
def direction_of(tag: str) -> str:
    """Return the direction of the script that a language is written in: `rtl` or `ltr`."""
    return "rtl" if is_tag(tag) and langcodes.Language.get(tag).maximize().script in _RIGHT_TO_LEFT else "ltr"


# Scripts by the first word of the names of their letters (Unicode), as languages that are written in them have them, and the
# one language that nearly all that is written in them is in.
_SCRIPTS = {
    "CYRILLIC": ("Cyrl",), "GREEK": ("Grek",), "HEBREW": ("Hebr",), "ARABIC": ("Arab",), "THAI": ("Thai",),
    "GEORGIAN": ("Geor",), "ARMENIAN": ("Armn",), "DEVANAGARI": ("Deva",), "ETHIOPIC": ("Ethi",),
    "HANGUL": ("Kore",), "HIRAGANA": ("Jpan",), "KATAKANA": ("Jpan",), "CJK": ("Hans", "Hant", "Jpan", "Kore"),
}  # fmt: skip
_ONLY_LANGUAGE = {"GREEK": "el", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja"}  # fmt: skip


@lru_cache(maxsize=4096)
def language_by_script(text: str, known: tuple[str, ...] = ()) -> str:
    """Return the language of a text in another script than Latin: one of those known that is written in it, else the one
    that nearly all in that script is in, else `und`. A text with Latin letters may be in any language: "".
    """
    if text.isascii():
        return ""
    names = {unicodedata.name(letter, "").split(" ")[0].split("-")[0] for letter in text if letter.isalpha()}
    if not names or not names <= _SCRIPTS.keys():
        return ""
    for tag in filter(is_tag, known):
        script = langcodes.Language.get(tag).maximize().script
        if all(script in _SCRIPTS[name] for name in names):
            return tag
    return next((_ONLY_LANGUAGE[name] for name in sorted(names) if name in _ONLY_LANGUAGE), "und")


# The language that most texts in a script are in, whether or not others are written in it.
_MOST_IN = {
    **_ONLY_LANGUAGE,
    "CYRILLIC": "ru",
    "CJK": "zh",
    "ARABIC": "ar",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "ETHIOPIC": "am",
}
_KANA = ("HIRAGANA", "KATAKANA")


def language_by_letters(text: str) -> str:
    """Return the language that most texts in the letters of this one are in; "" where half of them are Latin. It is good enough
    to look for words in, and no statement about the text.
    """
    if text.isascii():
        return ""
    names = Counter(
        unicodedata.name(letter, "").split(" ")[0].split("-")[0] for letter in text if letter.isalpha()
    )
    kana = sum(names[script] for script in _KANA)
    if kana and 2 * (kana + names["CJK"]) > names.total():
        return "ja"
    script, count = names.most_common(1)[0] if names else ("", 0)
    return _MOST_IN.get(script, "") if 2 * count > names.total() else ""


@lru_cache(maxsize=1)
def territory_names() -> frozenset[str]:
    """Return the English names of all countries and territories of the register (ISO 3166-1)."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    codes = (first + second for first in letters for second in letters)
    names = (langcodes.Language.make(territory=code).territory_name() for code in codes)
    return frozenset(name for name in names if not name.startswith("Unknown"))
