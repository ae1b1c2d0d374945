"""Which names stand in texts: as they are spelt, turned round, with an initial, with an ending, over the end of a line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from archivegen.records.agents import folded, is_family_name_first
from archivegen.records.redacted import pattern_of

# A word, and the break behind which it goes on.
_WORDS = re.compile(r"(\w+)(\u00ad|-\s*\n\s*)?")
_BREAKS = re.compile(r"\u00ad|-\s*\n\s*")
_OWNED = re.compile(r"[’']s\b")
_NO_WORDS = re.compile(r"[^\w\s\u00ad-]|_")
_HYPHENS = str.maketrans("\u2010", "-")
# A mark between texts, over which no name goes.
_APART = "\n.\n"
# Names have endings in many languages.
_LONGEST_ENDING = 3
_MOST_BREAKS = 7


@dataclass(frozen=True, slots=True)
class NameForm:
    """A way a name may be written, in plain words. `is_shortened` says that its initials are not in the spelling itself, in
    which an initial may stand for any name.
    """

    words: str
    is_shortened: bool = False

    def stands_in(self, text: str, *, with_endings: bool) -> bool:
        """Say whether the words stand in a plain text."""
        pattern = pattern_of(
            self.words,
            ending=rf"\w{{0,{_LONGEST_ENDING}}}" if with_endings else "",
            after_initial="" if self.is_shortened else r"\w*",
        )
        return bool(pattern.search(text))


@lru_cache(maxsize=16384)
def forms_of(spelling: str, *, is_person: bool) -> tuple[NameForm, ...]:
    """Return the ways a name may be written: the spelling, and for a person also the family name first, and initials."""
    before, _, behind = spelling.partition(",")
    parts = [words for part in f"{behind} {before}".split() if (words := _words(part))]
    whole = _words(spelling)
    if not is_person or len(parts) < 2 or is_family_name_first(spelling):
        return (NameForm(whole),) if whole else ()
    family, given = parts[-1:], parts[:-1]
    initials = [part[0] for part in given]
    own = {whole, " ".join(parts), " ".join(family + given)}
    own |= {" ".join(parts[place:] + parts[:place]) for place in range(1, len(parts))}
    shortened = {
        " ".join(words)
        for words in (
            initials + family,
            family + initials,
            initials[:1] + parts[1:],
            parts[1:] + initials[:1],
        )
    }
    return (
        *map(NameForm, sorted(own)),
        *(NameForm(words, is_shortened=True) for words in sorted(shortened - own)),
    )


def forms_standing_in(
    forms: Iterable[NameForm], texts: Iterable[str], *, with_endings: bool = False
) -> set[NameForm]:
    """Return those of some forms that stand in any of some texts in plain words (see `plain_text`)."""
    by_word: dict[str, set[NameForm]] = defaultdict(set)
    for form in forms:
        by_word[max(form.words.split(), key=len)].add(form)
    found: set[NameForm] = set()
    for text in texts if by_word else ():
        words = _text_words(text, with_endings=with_endings)
        standing = {
            form
            for word in by_word.keys() & words.known
            for form in by_word[word]
            if words.may_have(form) and (words.has(form) or form.stands_in(text, with_endings=with_endings))
        }
        for form in standing:
            by_word[max(form.words.split(), key=len)].discard(form)
        found |= standing
    return found


def plain_text(texts: Iterable[str]) -> str:
    """Return texts as one in small letters, without marks and signs but for hyphens and the ends of lines."""
    return _APART.join(_plain(text) for text in texts)


@dataclass(frozen=True, slots=True)
class _TextWords:
    """The words of a text: those that are `known` in it, also without an ending; those at a break, whole and in parts; and
    the text as words with a space before each, with every broken word in parts, and with every one whole.
    """

    known: AbstractSet[str]
    at_breaks: AbstractSet[str]
    in_parts: str
    whole: str

    def has(self, form: NameForm) -> bool:
        """Say whether a form stands in the text as it is, which is soon seen."""
        return f" {form.words} " in self.in_parts

    def may_have(self, form: NameForm) -> bool:
        """Say whether a form may stand in the text, which takes less time than to find it there."""
        parts = form.words.split()
        initials = [] if form.is_shortened else [part for part in parts if len(part) == 1]
        if not all(part in self.known or part in initials for part in parts):
            return False
        words = f" {form.words}"
        # Of two breaks one may be within a word, the other between two.
        is_over_breaks = len(self.at_breaks & {*parts}) > 1
        return bool(initials) or words in self.in_parts or words in self.whole or is_over_breaks


def _text_words(text: str, *, with_endings: bool) -> _TextWords:
    words: set[str] = set()
    at_breaks: set[str] = set()
    joined: list[str] = []
    for part, is_broken in _WORDS.findall(text):
        words.add(part)
        if joined or is_broken:
            joined = [*(begun + part for begun in joined[-_MOST_BREAKS:]), part]
            at_breaks.update(joined)
        if not is_broken:
            joined = []
    known = words | at_breaks
    if with_endings:
        known |= {word[:-cut] for word in known for cut in range(1, _LONGEST_ENDING + 1) if word[cut + 1 :]}
    in_parts = f" {_without_hyphens(text)} "
    whole = f" {_without_hyphens(_BREAKS.sub('', text))} " if at_breaks else in_parts
    return _TextWords(known, at_breaks, in_parts, whole)


def _words(text: str) -> str:
    return _without_hyphens(_plain(text))


def _without_hyphens(text: str) -> str:
    return " ".join(text.replace("-", " ").replace("\u00ad", " ").split())


def _plain(text: str) -> str:
    return _NO_WORDS.sub(" ", folded(_OWNED.sub("", text)).translate(_HYPHENS))
