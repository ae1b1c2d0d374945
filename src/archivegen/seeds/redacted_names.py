"""What is left of redacted words: whoever reads that “Petrov” came back knows who “[redacted]” is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.records.redacted import REDACTED, covered, texts_of
from archivegen.records.values import LineRange, Value
from archivegen.seeds.redactions import FILE_NAME_TITLE, Redaction, shown_though_redacted
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.word_kinds import COMMON_SURNAMES, kind_of_word

_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w{3})[аеёийоуыьэюя]{1,2}$", re.IGNORECASE)
# Below it two letters more make another name: Lind, Linda.
_LONG_ENOUGH_TO_INFLECT = 5
_MOST_LINES = 8
_MOST_WARNINGS = 20

# A file, and a line of it where one is known.
_Place = tuple[str, int | None]


def words_left(
    before: SourceText,
    after: SourceText,
    record: Record,
    redactions: tuple[Redaction, ...],
    matter: LineRange | None,
) -> Iterator[Problem]:
    """Yield an error for each value that would show what is redacted, and a warning for each part of a redacted name that
    is left in the text, or in what is supplied of it, with the lines on which it stands.

    `before` and `after` are the text with the words and without them, `matter` the lines of its front matter, where
    what is supplied stands.
    """
    if redactions:
        yield from shown_though_redacted(record, redactions)
        yield from islice(_parts_left(before, after, record, redactions, matter), _MOST_WARNINGS)


def _parts_left(
    before: SourceText,
    after: SourceText,
    record: Record,
    redactions: tuple[Redaction, ...],
    matter: LineRange | None,
) -> Iterator[Problem]:
    words = tuple(redaction.words for redaction in redactions)
    texts = [*_lines_of(after, matter), *_supplied_texts(record)]
    # Lines with all of the words are warned of already.
    bare = {place: covered(text, words) for place, text in texts}
    for part, said_in in _parts(before, redactions).items():
        places = [place for place, text in bare.items() if has_part(text, part)]
        for path in dict.fromkeys(path for path, _ in places):
            lines = sorted(line for where, line in places if where == path and line)
            yield _left(part, said_in, path, lines)


def _parts(before: SourceText, redactions: Iterable[Redaction]) -> Mapping[str, str]:
    """Return the parts of the redacted names as they stand in the text, with the file that redacts each."""
    parts: dict[str, str] = {}
    for redaction in redactions:
        first, last = redaction.lines
        for match in redaction.pattern.finditer("\n".join(before.lines[first - 1 : last])):
            for name in parts_of_names(match.group()):
                parts.setdefault(name, redaction.path)
    return parts


def parts_of_names(words: str) -> Iterator[str]:
    """Yield the parts of the names in some words, those in capitals with a capital first letter."""
    previous = ""
    for word in _WORD.findall(words):
        name = word.capitalize() if word.isupper() else word
        if name[0].isupper() and len(name) >= _SHORTEST and _is_of_a_name(name, previous):
            yield name
        previous = name if name[0].isupper() else ""


def _is_of_a_name(word: str, previous: str) -> bool:
    """Say whether a word may be part of somebody's name: no rank, and no common noun but behind another name."""
    kind = kind_of_word(word)
    return (
        kind == "name"
        or word in COMMON_SURNAMES
        or (kind in ("other", "place") and bool(previous) and kind_of_word(previous) == "name")
    )


def has_part(text: str, part: str) -> bool:
    """Say whether a text has a part of a name, with a capital letter and whatever ending it may have."""
    return any(match.group()[0].isupper() for match in _pattern_of(part).finditer(text))


def without_parts(text: str, parts: Iterable[str]) -> str:
    """Return a text with each of some parts of names covered where it has a capital letter, whatever ending it may have."""
    for part in parts:
        text = _pattern_of(part).sub(
            lambda match: REDACTED if match.group()[0].isupper() else match.group(), text
        )
    return text


def _pattern_of(part: str) -> re.Pattern[str]:
    """Return a pattern of a part in any case, with the endings that it may have."""
    if _CYRILLIC.search(part):
        stem, ending = _ENDING.sub("", part), "[а-яё]{0,3}"
    else:
        stem, ending = part, "(?:['’]?s|['’])?"
        if len(part) >= _LONG_ENOUGH_TO_INFLECT:
            ending = "(?:['’]s?|[^\\W\\d_]{0,2})"
    return re.compile(rf"(?<!\w){re.escape(stem)}{ending}(?!\w)", re.IGNORECASE)


def _lines_of(source: SourceText, matter: LineRange | None) -> Iterator[tuple[_Place, str]]:
    for number, line in enumerate(source.lines, 1):
        if matter is None or not matter.first <= number <= matter.last:
            yield (source.path, number), line


def _supplied_texts(record: Record) -> Iterator[tuple[_Place, str]]:
    """Yield what no line of the text says: supplied values, a title made of the file's name, and what has changed."""
    texts: dict[_Place, list[str]] = {}
    for values in (*record.fields.values(), *record.other_readings.values()):
        for value in values:
            if value.status == "supplied" or value.rule == FILE_NAME_TITLE:
                texts.setdefault(_place_of(value, record.source.path), []).extend(texts_of(value).values())
    texts.setdefault((record.source.path, None), []).extend(record.changes)
    yield from ((place, "\n".join(said)) for place, said in texts.items())


def _place_of(value: Value, path: str) -> _Place:
    return value.file or path, value.lines[0].first if value.lines else None


def _left(part: str, said_in: str, path: str, lines: list[int]) -> Problem:
    shown = [str(line) for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        shown.append(f"{len(lines) - _MOST_LINES} more")
    named = " and ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)
    where = f"on line{'s' if shown[1:] else ''} {named}" if shown else "here"
    return Problem(
        path=path,
        line=lines[0] if lines else None,
        field="redact",
        level="warning",
        code="redacted-name-left",
        message=f"“{part}” is part of what {said_in} redacts, and is left {where}",
        fix="take it out there as well, unless it means somebody else",
    )
