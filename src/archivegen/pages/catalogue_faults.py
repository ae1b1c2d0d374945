"""What is wrong with the words that an archive, or another language, has in the place of the program's."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping

from archivegen.pages.plurals import CATEGORIES, OTHER, ordinals, plurals
from archivegen.problems import Level, Problem
from archivegen.settings.faults import nearest
from archivegen.storage.yaml_lines import YamlNode

# What an archive's own templates say.
_OWN = "own."
_MOST_NAMED = 12
_HOW_PARTS_ARE_WRITTEN = "write each part that is filled in as {name}, and a brace that is one as {{ or }}"
# Of other parts some messages give numbers; what can be done with words can be done with all of them.
_NUMBERS = ("count", "rank")


def faults_of(nodes: Mapping[str, YamlNode], english: Mapping[str, str], path: str) -> Iterator[Problem]:
    """Yield a warning for each message of a file that nothing says, and an error for each that cannot be filled in."""
    for key, node in nodes.items():
        model = english.get(key) or english.get(_counting_key(key))
        if key.startswith(_OWN):
            continue
        if model is None:
            fix = f"{nearest(key, english)}what your own templates say, call {_OWN}…"
            yield _fault(path, node.line, key, f"nothing says “{key}”", fix, level="warning")
            continue
        try:
            parts = _parts(node.text or "")
        except ValueError:
            yield _fault(
                path, node.line, key, "a brace of this message is not closed", _HOW_PARTS_ARE_WRITTEN
            )
            continue
        if unknown := sorted(parts - _parts(model)):
            known = ", ".join(f"{{{part}}}" for part in sorted(_parts(model))) or "none"
            message = f"nothing is filled in for {{{unknown[0]}}}"
            yield _fault(path, node.line, key, message, f"what is filled in here: {known}")
        elif odd := _oddly_written(node.text or ""):
            message = f"“{odd}” cannot be filled in"
            yield _fault(path, node.line, key, message, _HOW_PARTS_ARE_WRITTEN)


def missing_from(
    messages: Mapping[str, str], english: Mapping[str, str], language: str, path: str
) -> Iterator[Problem]:
    """Yield a warning with the messages that the words of a language lack: they stay English."""
    missing = [key for key in needed(english, language) if key not in messages]
    if missing:
        more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
        message = (
            f"{len(missing)} messages have no words in “{language}”: {', '.join(missing[:_MOST_NAMED])}{more}"
        )
        fix = "until they have, they are shown in English, or as for another number"
        yield _fault(path, None, None, message, fix, level="warning")


def needed(english: Mapping[str, str], language: str) -> Iterator[str]:
    """Yield the keys that the words of a language must have: those of English, with the numbers that the language tells apart."""
    for key in english:
        base, _, category = key.rpartition(".")
        if f"{base}.{OTHER}" not in english or category not in CATEGORIES:
            yield key
        elif category == OTHER:
            categories = ordinals(language) if "{rank}" in english[key] else plurals(language)
            # What counts only from two on has no word for one.
            has_one = f"{base}.one" in english
            yield from (
                f"{base}.{each}" for each in CATEGORIES if each in categories and (has_one or each == OTHER)
            )


def _counting_key(key: str) -> str:
    """Return the key of the message that counts, for the other numbers, what a message counts for some."""
    base, _, category = key.rpartition(".")
    return f"{base}.{OTHER}" if category in CATEGORIES else key


def _parts(message: str) -> set[str]:
    """Return what is filled into a message.

    Raises:
        ValueError: a brace is not closed.

    """
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def _oddly_written(message: str) -> str:
    """Return the first part of a message, as it is written, that says of itself what nobody can do, "" where there is none."""
    for _, name, manner, conversion in string.Formatter().parse(message):
        if name is not None:
            part = f"{{{name}{f'!{conversion}' if conversion else ''}{f':{manner}' if manner else ''}}}"
            try:
                part.format(**{name: 1 if name in _NUMBERS else "word"})
            except (ValueError, KeyError, IndexError, AttributeError):
                return part
    return ""


def _fault(
    path: str, line: int | None, field: str | None, message: str, fix: str, *, level: Level = "error"
) -> Problem:
    return Problem(path=path, line=line, field=field, level=level, code="message", message=message, fix=fix)
