"""What a line of a text may be meant to do that has the words of one who closes a document, or redacts words of it.

Papers have such words too: “Restricted” and “Not for publication” are stamped on them, and “Secret: No. 14” is a number.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import dropwhile, pairwise

from archivegen.records.agents import folded
from archivegen.seeds.closing_answers import (
    OPEN,
    closes,
    is_closing_term,
    is_no,
    not_to_be_shown,
    words_of,
)
from archivegen.seeds.closing_vocabulary import (
    COMMANDS,
    FORBIDDEN,
    NO,
    ON_THE_WEB,
    SECRECY,
    UNTIL,
    YES,
    denies,
    has_in_han,
    is_in_han,
    meaning_of,
    nearest,
)
from archivegen.seeds.closing_words import Wish, meanings_of, wish_for
from archivegen.seeds.supplied_values import day_of

_MOST_WORDS = 8
# As many words has “This document is”.
_OF_SUBJECT = 3
_MANY_WORDS = re.compile(rf"[\W\d_]*+(?:[^\W\d_]++[\W\d_]++){{{_MOST_WORDS + _OF_SUBJECT}}}[^\W\d_]")
_LONGEST_MARKING = 3
# No paper of the last century knows of a day in this one.
_CENTURY_OF_WEB = re.compile(r"(?<!\d)2[01]\d\d(?!\d)")
_AROUND = re.compile(r"^\W+|\W+$")
_LABELS = frozenset("restriction restrictions closure embargo embargoes until".split())
_BEGIN_COMMANDS = {"do", "please", "bitte", "priere"}
_BEGIN_REFUSALS = NO | _BEGIN_COMMANDS
# Words before the one that closes: “Under embargo until 2040”, “Keep closed until 2040”.
_BEFORE_CLOSING = {"under", "hold", "held", "keep", "kept", "to", "be", "remain", "remains"}
_OFF_THE_WEB = "offline"
# What readers of a web page do to see the rest of it: “Hidden until clicked” closes nothing.
_DONE_ON_PAGES = frozenset(
    "click clicked tap tapped hover hovered scroll scrolled expand expanded unfold unfolded toggle toggled".split()
)


def wish_of_line(key: str, text: str) -> Wish | None:
    """Return what a line `key: text` at the head of a text seems to ask for; None where it is the document's own.

    Papers have lines such as “Secret: No. 14” and “Draft: 3 May”, and catalogues say “Access: open to all readers”.
    """
    meanings = meanings_of(key)
    words = words_of(text)
    asks = (
        ("redact" in meanings and not _begins_with_no(words))
        or ("embargo" in meanings and not _begins_with_no(words) and not _is_of_another_embargo(key, text))
        or ("access" in meanings and _says_closed(words))
        or ("closed" in meanings and bool(words) and (_are_yes(words) or folded(words[0]) in UNTIL))
        or (bool(meanings & {"access", "closed"}) and (not_to_be_shown(words) or _is_day_of_web(text)))
        or ("access" in meanings and is_no(text))
        or (bool(meanings & OPEN) and (is_no(text) or is_closing_term(text)))
        or (key.casefold() == "status" and (is_closing_term(text) or _is_closing_status(words)))
    )
    said = f"until {text}" if _is_day_of_web(text) else text
    return wish_for(meanings, key, (said,)) if asks else None


def wish_of_bare_line(line: str) -> Wish | None:
    """Return what a line without a colon asks for in words that papers do not have: embargoed until 2040, do not publish."""
    words = _without_subject(_few_words_of(line))
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if folded(words[0]) in _BEGIN_COMMANDS and meaning_of((words[1:2] or [""])[0]) == "redact":
        return wish_for({"redact"}, "", (line,))
    first, is_closed = meaning_of(words[0]), closes(words[0])
    asks = (
        _closes_until_a_day_of_web(words, line)
        or _keeps_off_the_web(words)
        or (is_closed and len(words) <= _LONGEST_MARKING and meaning_of(words[-1]) == "access")
        or (first == "access" and (closes((words[1:2] or [""])[0]) or not_to_be_shown(words)))
        or ((is_closed or folded(words[0]) in _BEGIN_REFUSALS) and _says_not_to(words))
    )
    return wish_for({"closed"}, "", (_AROUND.sub("", line),)) if asks else None


def wish_below(label: str, line: str) -> Wish | None:
    """Return what a line asks for that stands below a label and says who may see the document."""
    meanings, words = meanings_of(label), _few_words_of(line)
    asks = "access" in meanings and (not_to_be_shown(words) or _says_closed(words))
    return wish_for(meanings | {"closed"}, label, (line,)) if asks else None


def _keeps_off_the_web(words: list[str]) -> bool:
    # Of most lines no word denies anything.
    if any(map(denies, words)):
        together = ["_".join(pair) for pair in pairwise(words)]
        if any(folded(word) in ON_THE_WEB for word in (*words, *together)):
            return True
    if is_in_han("".join(words)):
        in_han = "".join(filter(is_in_han, words))
        if has_in_han(in_han, ON_THE_WEB) and has_in_han(in_han, NO | FORBIDDEN):
            return True
    return words[-1] == _OFF_THE_WEB


def _closes_until_a_day_of_web(words: list[str], line: str) -> bool:
    """Say whether words close until a day of this century; “embargoed” alone does for good."""
    names_a_day = _CENTURY_OF_WEB.search(line) is not None
    if not names_a_day and words[-1] != "embargoed":
        return False
    said = list(dropwhile(_BEFORE_CLOSING.__contains__, words))
    if said == ["embargoed"]:
        return True
    if not (said and names_a_day):
        return False
    is_to_open = words[:2] == ["to", "be"] and meaning_of(said[0]) == "opened"
    return is_to_open or (closes(said[0]) and (len(said) == 1 or _says_until(said)))


def may_be_a_marking(line: str) -> bool:
    """Say whether a line has nothing but words that close a document here and mark papers elsewhere: Restricted, Draft, Not
    for publication, Closed until Monday. Secret papers are no closed documents.
    """
    words = _few_words_of(line)
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    first = folded(words[0])
    if first in NO:
        return first != "no" and not_to_be_shown(words)
    return _closes(words[0]) and (
        (len(words) <= _LONGEST_MARKING and all(map(_closes, words[1:])))
        or (_says_until(words[1:]) and _DONE_ON_PAGES.isdisjoint(map(folded, words)))
        or not_to_be_shown(words)
    )


def _without_subject(words: list[str]) -> list[str]:
    """Return what a sentence says of the document it stands in: “This document is closed until 2040”."""
    return words[_OF_SUBJECT:] if words[:1] == ["this"] and words[2:3] == ["is"] else words


def _is_day_of_web(text: str) -> bool:
    """Say whether a text is but a day, a month or a year of this century."""
    is_day = bool(_CENTURY_OF_WEB.search(text)) and bool(day_of(text.strip()))
    return is_day or bool(_CENTURY_OF_WEB.fullmatch(text.strip()))


def _is_closing_status(words: list[str]) -> bool:
    return len(words) <= _MOST_WORDS and ((bool(words) and _closes(words[0])) or not_to_be_shown(words))


@lru_cache(maxsize=1)
def _few_words_of(line: str) -> list[str]:
    """Return the words of a line, none where it has too many. Those of the last line are kept, of which two things are asked."""
    composed = unicodedata.normalize("NFC", line)
    return [] if _MANY_WORDS.match(composed) else words_of(composed)


def _closes(word: str) -> bool:
    return closes(word) and not _classes_papers(folded(word))


def _says_not_to(words: list[str]) -> bool:
    pairs = pairwise(words)
    return any(denies(before) and folded(word) in COMMANDS for before, word in pairs)


def _is_of_another_embargo(key: str, text: str) -> bool:
    """Say whether a line is about an embargo on trade, as in “The oil embargo: a memorandum”."""
    is_about_it = meaning_of(words_of(key)[0]) is None
    return is_about_it and not (_CENTURY_OF_WEB.search(text) or _says_until(words_of(text)))


def _classes_papers(word: str) -> bool:
    """Say whether papers are classed by a word, were it misread; or whether it is the label of a form."""
    return word in _LABELS or word.startswith(SECRECY) or bool(nearest(word, SECRECY, 0.8))


def _says_until(words: list[str]) -> bool:
    return any(folded(word) in UNTIL for word in words)


def _says_closed(words: list[str]) -> bool:
    """Say whether one of some words closes, and no “no” stands shortly before it."""
    return any(
        closes(word) and not any(map(denies, words[max(0, place - 2) : place]))
        for place, word in enumerate(words)
    )


def _are_yes(words: list[str]) -> bool:
    return all(folded(word) in YES for word in words)


def _begins_with_no(words: list[str]) -> bool:
    """Say whether words deny: none, not needed; but “not before 2040” does not."""
    return bool(words) and denies(words[0]) and words[1:2] != ["before"]
