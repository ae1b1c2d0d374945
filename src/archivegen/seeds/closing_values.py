"""Supplied values that ask for the document to be closed: `notes: Do not publish before 2040`.

A note is shown and closes nothing. The words are those that close a document at the head of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archivegen.problems import Problem
from archivegen.records.agents import folded
from archivegen.records.values import Value
from archivegen.seeds.closing_answers import is_closing_term, words_of
from archivegen.seeds.closing_lines import may_be_a_marking, wish_of_bare_line
from archivegen.seeds.closing_vocabulary import ONLY, denies, meaning_of
from archivegen.seeds.closing_words import Wish, wish_for

# Where somebody writes what is to become of a document; a title may be the title of a paper that was a draft.
_OF_THE_ARCHIVIST = ("notes", "archivist_note", "rights", "reproduction", "subjects")
_READ = ("title", *_OF_THE_ARCHIVIST)
# Where a single word, such as “secret”, is no remark about a paper but what is to become of it.
_REMARKS = ("notes", "archivist_note", "rights", "reproduction")
_SENTENCE = re.compile(r"[.;!\n]+\s*")
# What a paper is, in a word, more often than what is to become of it.
_KINDS = frozenset(
    folded(word)
    for word in "draft unpublished sealed entwurf unveröffentlicht brouillon borrador bozza rascunho utkast черновик".split()
)


_OF_THE_HOUSE = frozenset("intern internal interne interner internen interno interna internt".split())
_USE = frozenset("use usage gebrauch dienstgebrauch uso bruk brug".split())
_OF_PERSONS = frozenset(
    (
        "personal data", "private data", "sensitive data", "personenbezogene daten", "persönliche daten", "données personnelles",
        "datos personales", "dati personali", "dados pessoais", "osobní údaje", "dane osobowe", "personuppgifter", "персональные данные",
    )
)  # fmt: skip
_MOST_WORDS = 7


def values_that_close(values: Iterable[tuple[str, Value]], path: str) -> Iterator[Problem]:
    """Yield an error for each supplied value, given with the name of its field, that asks for the document to be closed, where no
    access is stated; `path` is that of the document.
    """
    for name, value in values:
        wish = wish_of_text(value.value, is_of_paper=name == "title") if name in _READ else None
        if name in _REMARKS:
            wish = wish or wish_of_remark(value.value)
        if wish:
            yield _asks_to_close(name, value, wish, path)


def wish_of_remark(text: str) -> Wish | None:
    """Return what a remark of an archivist about a document seems to ask for, whatever it stands under: “secret”, “for
    internal use”, “do not publish”; None where it tells of the paper.
    """
    if wish := wish_of_text(text):
        return wish
    words = words_of(text)
    asks = (
        (is_closing_term(text) and not _tells_of_the_paper(text))
        or " ".join(words) in _OF_PERSONS
        or (len(words) <= _MOST_WORDS and _is_for_the_house(words))
    )
    return wish_for({"closed"}, "", (text,)) if asks else None


def _is_for_the_house(words: list[str]) -> bool:
    said = {folded(word) for word in words}
    return not said.isdisjoint(_OF_THE_HOUSE) and not said.isdisjoint(ONLY | _USE)


def wish_of_text(text: str, *, is_of_paper: bool = False) -> Wish | None:
    """Return what a text of the archivist asks for in one of its sentences; of one that may be the paper's own, only what no
    paper says.
    """
    for sentence in _SENTENCE.split(text):
        if wish := wish_of_bare_line(sentence):
            return wish
        if not is_of_paper and may_be_a_marking(sentence) and not _tells_of_the_paper(sentence):
            return wish_for({"closed"}, "", (sentence,))
    return None


def _tells_of_the_paper(sentence: str) -> bool:
    """Say whether words such as “unpublished” or “not published in the minutes” say what became of a paper long ago."""
    words = words_of(sentence)
    is_of_the_past = len(words) > 1 and denies(words[0]) and meaning_of(words[1]) == "opened"
    return is_of_the_past or _KINDS.issuperset(map(folded, words))


def _asks_to_close(name: str, value: Value, wish: Wish, path: str) -> Problem:
    return Problem(
        path=value.file or path,
        line=value.lines[0].first if value.lines else None,
        field=name,
        code="closing-value",
        message=f"“{value.value}” as “{name}” may be meant to say who may see the document, and closes nothing",
        fix=f"add “{wish.instead}”; or, if the document is open, “access: open”",
    )
