"""The language of a text, known by its script and its commonest words; where these are not decisive, none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from heapq import nlargest

from archivegen.seeds.word_counts import count_words

# The commonest words of languages, enough to tell them apart in some lines of text. A word may belong to several.
_COMMON_WORDS = {
    "en": "the of and to that was with for he his they which this have from is are by not it as on be at in were had our we",
    "fr": "le la les des et du une est dans qui pour au avec cette sur par ne pas vous je il que nous ont été aux son sa ses mais",
    "de": "der die und das ist nicht von den dem zu mit sich auf ein eine des wir ich es für im dass wird auch sind er sie aus",
    "nl": "de het een van en dat niet zijn met voor op te is wij aan ook worden werd naar deze heeft hij zij bij uit",
    "da": "og det at en den til er som på de med han af for ikke der var mig men et har om vi min havde ham",
    "sv": "och att det som en på är av för med den till inte har de ett om han men var jag sig från vi så kan när",
    "es": "el los las del que una con por para como está sus y lo más se su al ha no es le pero fue este sin",
    "pt": "o os as do da dos das que uma com por para como não mais se sua ao em foi seu pelo pela ser está são à e no na",
    "it": "il lo gli della di che una con per come è non più si sono dal nel alla dei delle anche ha questo al ma i e",
    "ro": "și şi în de la care cu pe din pentru nu este sunt au fost mai s-a să că ale ai lui către prin acest o un",
    "la": "et in est non cum ad quod ut ex sed qui per ab esse sunt quae atque enim nec aut eius hoc autem etiam",
    "pl": "w nie się że jest z przez oraz który był po jak od dla ze na i do to za ich jego przy tym są będzie",
    "cs": "v na se že je s o z do jako pro by podle byl ale které jsme však také jeho až při není jsou být a i k ve za",
    "sk": "v na sa že je s o z do ako pre by podľa bol ale ktoré sme však tiež jeho až pri nie sú byť a i k vo za",
    "hu": "a az és hogy nem is egy van volt meg ez de csak már még azt el ha kell mint ki vagy minden azonban szerint",
    "sq": "të në e dhe për me që nga një është u së nuk janë ka si do por kjo këtë duke më ne se i tij",
    "tr": "ve bir bu için ile olarak olan da de daha çok gibi kadar ancak sonra en ne her o var ki veya olduğu tarafından",
    "sr-Latn": "je i u da se na za su od s kao koji ne što iz će bi ili nije po ali te biti ovo tako",
    "vi": "và của là có không được các một trong cho người với đã những để này về từ ở nhà cũng khi theo",
    "fi": "ja on ei se että oli hän mutta ovat kun joka myös sen ole tai niin kuin mitä olivat jossa sekä",
    "ru": "и в не на что с по как это он к из но для от его я у за мы было был они же о при также бы",
    "uk": "і в не на що з по як це він до із але для від його я у за ми було був та є або вони також",
    "bg": "и в не на че с по как това той към от но за са да се го е ще я бе те които или след като",
    "sr": "и у не на што с по као је он да се за су од али или који из ће би те није све",
    "mn": "нь байна юм энэ бол болон байсан гэж болно хийх онд тэр бид ч дээр",
}
# The places, in the table above, of the languages of a word.
_PLACES_OF: dict[str, list[int]] = {}
for _place, _words in enumerate(_COMMON_WORDS.values()):
    for _word in _words.split():
        # At the beginning of a sentence and in headings a word has capitals.
        for _written in {_word, _word.capitalize(), _word.upper()}:
            _PLACES_OF.setdefault(_written, []).append(_place)
_SCRIPTS = (
    ("ko", re.compile(r"[가-힣]+")),
    ("ja", re.compile(r"[ぁ-ヿ]+")),
    ("zh", re.compile(r"[一-鿿]+")),
    ("el", re.compile(r"[α-ωά-ώἀ-ῼ]+")),
    ("he", re.compile(r"[א-ת]+")),
    ("ar", re.compile(r"[ء-ي]+")),
    ("ka", re.compile(r"[ა-ჰ]+")),
    ("hy", re.compile(r"[ա-և]+")),
    ("th", re.compile(r"[ก-๛]+")),
)
# Letters by which languages with many words in common differ.
_OWN_LETTERS = {
    "ru": "ыэё", "uk": "іїєґ", "bg": "ъ", "sr": "јљњћђ", "mn": "өү", "cs": "řěů", "sk": "ľĺŕô", "pl": "łąęśźż", "da": "øæ", "sv": "äö",
    "pt": "ãõ", "es": "ñ¿¡", "ro": "șțăşţ", "de": "ßü", "nl": "ĳ", "fr": "èêç",
}  # fmt: skip
# What is not quickly seen to be beyond the scripts of many languages need not be looked at closely.
_BEYOND_LATIN = re.compile(r"[^\x00-\u036f\u0400-\u052f\u1e00-\u1eff\u2000-\u20cf]")
_OF_ONE_LANGUAGE = re.compile(rf"[{''.join(script.pattern[1:-2] for _, script in _SCRIPTS)}]")
_WORD = re.compile(r"[^\W\d_]+")
# A language is clear where this share of the words are its commonest, and clearly more than of any other.
_LEAST_SHARE, _CLEARLY = 0.12, 1.35
_FEWEST_WORDS = 12


def script_of(text: str) -> str | None:
    """Return the language whose script most of a text is in, or None for scripts that many languages share."""
    if text.isascii() or not _BEYOND_LATIN.search(text) or not _OF_ONE_LANGUAGE.search(text):
        return None
    letters = sum(map(len, _WORD.findall(text)))
    for language, script in _SCRIPTS:
        # Chinese signs stand in Japanese and Korean texts too.
        least = letters / 6 if language in ("ko", "ja") else letters / 2
        if letters and sum(map(len, script.findall(text))) > least:
            return language
    return None


def language_of(text: str, words: Mapping[str, int] | None = None) -> str | None:
    """Return the language of a text by its script and commonest words, or None where that is not decisive.

    `words` are the words of the text with how often each stands there, where they are known already.
    """
    by_script = script_of(text)
    if by_script:
        return by_script
    words = count_words(text) if words is None else words
    total = sum(words.values())
    if total < _FEWEST_WORDS:
        return None
    by_place = [0] * len(_COMMON_WORDS)
    for word in _PLACES_OF.keys() & words.keys():
        times = words[word]
        for place in _PLACES_OF[word]:
            by_place[place] += times
    counts = dict(zip(_COMMON_WORDS, by_place, strict=True))
    if not _is_clear(counts, total):
        for language in nlargest(4, counts, counts.__getitem__):
            counts[language] += sum(map(text.count, _OWN_LETTERS.get(language, "")))
    return max(counts, key=counts.__getitem__) if _is_clear(counts, total) else None


def _is_clear(counts: Mapping[str, int], total: int) -> bool:
    next_most, most = sorted(counts.values())[-2:]
    return most > _LEAST_SHARE * total and most > _CLEARLY * next_most
