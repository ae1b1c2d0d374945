"""Who obtained, translated, transcribed or edited a text, as the last sentences of a citation or a source say it.

`Obtained by A and translated for P by B and C. Copy courtesy of D.` A courtesy names nobody who prepared the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.languages import tag_of
from archivegen.records.values import AgentValue, Certainty, Lines, Value
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.draft import Found
from archivegen.seeds.names import is_whole_name
from archivegen.seeds.vocabulary import NOT_IN_NAMES, alternatives

_ROLES = {
    "obtained": "obtained_by", "contributed": "obtained_by", "provided": "obtained_by", "donated": "obtained_by",
    "supplied": "obtained_by", "procured": "obtained_by", "translated": "translator", "translation": "translator",
    "translator": "translator", "translators": "translator", "transcribed": "transcriber", "transcription": "transcriber", "edited": "editor"
}  # fmt: skip
_DEEDS = rf"(?:{alternatives(_ROLES)})"
# A clause begins a sentence, or stands in brackets or after a comma; it must say by whom or from whom.
_CLAUSE = re.compile(
    rf"(?:^|[.;,(]\s*)(?P<clause>(?:(?:and|copy|document|text|scan|english|kindly)\s+){{0,2}}(?:{_DEEDS}|courtesy of)\b)",
    re.IGNORECASE,
)
_SAYS_BY_WHOM = re.compile(r"\b(?:by\s|courtesy of\s|translat(?:or|ion)s?:)\s*\S", re.IGNORECASE)
_DEED = re.compile(
    rf"\b(?P<deed>{_DEEDS})(?:\s+and\s+(?P<second>{_DEEDS}))?(?::|(?:\s+(?:for|from|into)\b[^.;]{{0,80}}?)?\s+by)\s+",
    re.IGNORECASE,
)
# What ends a list of names: the next deed, a remark, the end of the sentence. A stop after an initial ends nothing.
_END_OF_NAMES = re.compile(
    rf"[,;]?\s+(?:and\s+)?(?:(?:copy|document|text)\s+)?(?-i:{_DEEDS})\b|\s+(?:(?:slightly|lightly|partly|heavily|subsequently)\s+)?"
    r"(?:revised|adapted|amended|corrected|with|for|in)\b|[.;)](?=\s|$)|[<\n]",
    re.IGNORECASE,
)
_TRANSLATED_FROM = re.compile(
    r"\btranslat(?:ed|ion)\s+from\s+(?:the\s+)?(?:original\s+)?(?P<language>(?-i:[A-Z])[a-z]+)\b",
    re.IGNORECASE,
)
_INITIAL_BEFORE = re.compile(r"(?:\b[^\W\d_]|\b(?:Jr|Sr|Dr|St|Yu|Ya|Zh|Kh|Ts|Ch|Sh))$")
_BETWEEN_NAMES = re.compile(r",(?!\s*(?:Jr|Sr)\b)\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+")
_BODY_WORDS = frozenset(
    """Translations Languages Services Associates Group Press Information Broadcast Branch Publications Research Academy
    Staff Editors Interns Secretariat Bureau""".split()
)


def without_clauses(text: str) -> tuple[str, str]:
    """Return a text without the clauses at its end that say who prepared it, and those clauses."""
    last = max((match.start() for match in _SAYS_BY_WHOM.finditer(text)), default=-1)
    clause = _CLAUSE.search(text) if last >= 0 else None
    if clause is None or clause.start("clause") > last:
        return text, ""
    return text[: clause.start()], text[clause.start("clause") :]


def read_clauses(clauses: str, here: Lines) -> Iterator[Found]:
    """Yield whoever the clauses name, once for each thing they did."""
    for match in _DEED.finditer(clauses):
        names = _names_at(clauses, match.end())
        for deed in (match["deed"], match["second"]):
            for name in names if deed else ():
                yield Found("contributors", _contributor(name, in_small_letters(deed), here))
    yield from language_translated_from(clauses, here)


def language_translated_from(clauses: str, here: Lines) -> Iterator[Found]:
    """Yield the language of which clauses say that the text was translated from it."""
    match = _TRANSLATED_FROM.search(clauses)
    tag = tag_of(match["language"]) if match else None
    if match and tag:
        yield Found(
            "original_language",
            Value(
                value=tag, as_written=match["language"], rule="citation_clause", by="cataloguer", lines=here
            ),
        )


def _names_at(text: str, start: int) -> list[str]:
    end = next(
        (
            match.start()
            for match in _END_OF_NAMES.finditer(text, start)
            if text[match.start()] != "."
            or not _INITIAL_BEFORE.search(text[max(start, match.start() - 3) : match.start()])
        ),
        len(text),
    )
    names = (
        re.sub(r"\s*\([^)]*\)?|^the\s+", "", part).strip(" .,")
        for part in _BETWEEN_NAMES.split(text[start:end])
    )
    return [name for name in names if name[:1].isupper()]


def _contributor(name: str, deed: str, here: Lines) -> AgentValue:
    words = set(name.split())
    is_body = bool(words & (NOT_IN_NAMES | _BODY_WORDS)) or name.isupper()
    certainty: Certainty = "certain" if is_body or is_whole_name(name) else "probable"
    return AgentValue(
        value=name,
        role=_ROLES[deed],
        kind="body" if is_body else "person",
        rule="citation_clause",
        by="cataloguer",
        lines=here,
        certainty=certainty,
    )
