"""What a file states beside its text of who may see it: the head of a page, the header of a file in TEI, comments, heads of
pages, and what a file says of itself.

None of it closes a document, for it may be said of a page or an edition of somebody else; but it is asked about, and one line
answers for a whole folder.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from archivegen.problems import Problem
from archivegen.seeds.closing_answers import (
    begins_with_no,
    is_closing_term,
    is_day_to_come,
    is_for_few,
    is_given,
)
from archivegen.seeds.closing_days import wish_of_dated_line
from archivegen.seeds.closing_lines import may_be_a_marking, wish_of_line
from archivegen.seeds.closing_values import wish_of_text
from archivegen.seeds.closing_words import Wish, may_be_about_access, wish_for, wish_to_embargo
from archivegen.seeds.source_text import SourceText, Statement

# The lines with what the head of a page states, by their fields.
FIELDS_OF_FORMAT = ("access", "rights")
_PARTS_OF_NAME = re.compile(r"[._:]")
# When a document is or was to be had, in the terms of Dublin Core, at times with the hour.
_AVAILABLE = ("available", "date available")
# Under these the rights to a text are stated, too.
_NOT_OF_ACCESS = (*_AVAILABLE, "availability", "rights", "copyright", "status")
_DAY = 10
_ENTRY = re.compile(r"(?P<key>[^\W\d_][\w /-]{0,40}?)\s*[:：=]\s*(?P<text>.+)", re.DOTALL)
_ROBOTS = re.compile("(?:robots|bot)$", re.IGNORECASE)
_NOT_INDEXED = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)
# Terms of vocabularies: info:eu-repo/semantics/closedAccess, purl.org/coar/access_right/c_16ec, …/access-right/NON_PUBLIC.
_TERM = re.compile(
    r"info:eu-repo/(?:semantics/(?P<semantics>[a-z]+)Access|date/embargoEnd/(?P<day>[\d-]+))"
    r"|access_right/(?P<coar>c_\w+)|access-right/(?P<union>\w+)"
)
_COAR = {"c_abf2": "open", "c_f1cf": "embargoed", "c_16ec": "restricted", "c_14cb": "closed"}
# Where the answer may stand that the document is open.
_UNLESS = "; if it is open, “access: open” there, or in the folder’s collection.yml, says so"
_UNRESTRICTED = re.compile("unrestricted|unlimited|free", re.IGNORECASE)


def statements_that_close(
    source: SourceText, sidecar: str, settled: Collection[str], *, is_access_stated: bool
) -> Iterator[Problem]:
    """Yield an error for each statement of a file's format that asks for the document to be closed, or words to be
    redacted, or else a warning for each that is made for other reasons more often.

    `sidecar` is the file that the answer belongs in; access that is stated anywhere, in a folder too, is one. What is `settled`
    are the names of what the document's own corrections say.
    """
    path = source.path.partition("#")[0]
    asking, asking_perhaps = [], []
    for each in (*_in_margin(source), *source.stated):
        wish = _wish_of(each)
        is_answered = is_access_stated if wish is None or wish.field == "access" else wish.field in settled
        if wish and not each.is_loose and not is_answered:
            asking.append(_asks(each, wish, path, sidecar))
        elif (wish or _may_be_meant_to_close(each)) and not is_answered:
            asking_perhaps.append(_may_ask(each, wish, path, sidecar))
    yield from asking or asking_perhaps


def _in_margin(source: SourceText) -> Iterator[Statement]:
    for line in source.margin:
        if line.field in FIELDS_OF_FORMAT:
            name, _, words = source.line(line.number).partition(": ")
            yield Statement(name, words, line.number)


def _key_of(name: str) -> str:
    return _PARTS_OF_NAME.split(name)[-1].strip()


def _wish_of(statement: Statement) -> Wish | None:
    if statement.kind != "entry":
        return _wish_in_words(statement.words, is_of_paper=statement.kind == "paper")
    key, words = _key_of(statement.name), _in_plain_words(statement.words)
    if key.casefold() in _AVAILABLE:
        return wish_to_embargo(words[:_DAY]) if is_day_to_come(words[:_DAY]) else None
    if key.endswith(" status"):
        return wish_for({"closed"}, "", (words,))
    wish = wish_of_line(key, words) or wish_of_text(words) or wish_of_dated_line(f"{key} {words}")
    if not wish and may_be_about_access(key) and (is_for_few(words) or is_closing_term(words)):
        return wish_for({"closed"}, "", (words,))
    return wish


def _wish_in_words(words: str, *, is_of_paper: bool) -> Wish | None:
    """Return what words ask for, as they may stand at the head of a text; of the paper's own only what no paper says."""
    entry = _ENTRY.fullmatch(words.strip())
    wish = wish_of_line(entry["key"], entry["text"]) if entry else None
    return wish or wish_of_dated_line(words) or wish_of_text(words, is_of_paper=is_of_paper)


def _in_plain_words(words: str) -> str:
    """Return the word for which a term of a vocabulary stands, where it is one."""
    term = _TERM.search(words)
    if term is None:
        return words
    day = f"embargoed until {term['day']}" if term["day"] else None
    union = "open" if term["union"] == "PUBLIC" else "closed"
    return term["semantics"] or day or (_COAR.get(term["coar"], words) if term["coar"] else union)


def _may_be_meant_to_close(statement: Statement) -> bool:
    """Say whether a statement may keep readers away: robots that are sent off, an access that is not said to be open, a
    marking.
    """
    if statement.kind != "entry":
        return statement.kind == "paper" and may_be_a_marking(statement.words)
    if _ROBOTS.search(statement.name):
        return bool(_NOT_INDEXED.search(statement.words))
    key, words = _key_of(statement.name), _in_plain_words(statement.words)
    is_open = is_given(words) or begins_with_no(words) or bool(_UNRESTRICTED.search(words))
    return may_be_about_access(key) and key.casefold() not in _NOT_OF_ACCESS and not is_open


def _asks(statement: Statement, wish: Wish, path: str, sidecar: str) -> Problem:
    unless = _UNLESS if wish.field == "access" else ""
    return Problem(
        path=path,
        line=statement.line,
        field=wish.field,
        code="closing-statement",
        message=f"“{statement.name}: {statement.words}” stands in this file beside the text; it may be meant to {wish.meant}, and "
        "does not",
        fix=f"write “{wish.instead}” into {sidecar}{unless}",
    )


def _may_ask(statement: Statement, wish: Wish | None, path: str, sidecar: str) -> Problem:
    return Problem(
        path=path,
        line=statement.line,
        level="warning",
        field="access",
        code="statement-or-access",
        message=f"“{statement.name}: {statement.words}” stands in this file beside the text, and closes nothing",
        fix=f"to close the document, write “{wish.instead if wish else 'access: restricted'}” into {sidecar}{_UNLESS}",
    )
