"""The words of the interface in the language of an archive: the program's, those of that language, the archive's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archivegen.config import SETTINGS_NAME
from archivegen.pages.catalogue_faults import faults_of, missing_from
from archivegen.pages.messages import ENGLISH, Messages, message_nodes, messages_of, read_messages
from archivegen.problems import Problem, Refusal
from archivegen.settings.faults import setting_fault
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import YamlNode
from archivegen.theme import theme_folder

_FOLDER = "templates"


def words_in(root: Path, language: str, problems: list[Problem]) -> Messages:
    """Return the words of an archive's interface; what is wrong with those that it has itself is added to the problems.

    Raises:
        Refusal: there are none in the language, or a file of them cannot be read.

    """
    theme, own = theme_folder(_FOLDER), root / _FOLDER
    model = text_of(theme / _name(ENGLISH))
    english = read_messages([model], _path(ENGLISH)).text_by_key
    entries = dict(english)
    entries |= _own(own / _name(ENGLISH), english, problems)
    tag = next(
        (
            each
            for each in _tags(language)
            if any((folder / _name(each)).is_file() for folder in (own, theme))
        ),
        "",
    )
    if not tag:
        raise Refusal(_without_words(language, theme / _name(ENGLISH)))
    if tag != ENGLISH:
        theirs = theme / _name(tag)
        spoken = _texts(message_nodes(text_of(theirs), _path(tag))) if theirs.is_file() else {}
        spoken |= _own(own / _name(tag), english, problems)
        problems += missing_from(spoken, english, language, _path(tag))
        entries |= spoken
    return messages_of(entries, language)


def _own(file: Path, english: dict[str, str], problems: list[Problem]) -> dict[str, str]:
    """Return the messages of a file of the archive's own, if it is there."""
    if not file.is_file():
        return {}
    path = f"{_FOLDER}/{file.name}"
    nodes = message_nodes(text_of(file, path), path)
    problems += faults_of(nodes, english, path)
    return _texts(nodes)


def _texts(nodes: dict[str, YamlNode]) -> dict[str, str]:
    return {key: node.text or "" for key, node in nodes.items()}


def _tags(language: str) -> Iterator[str]:
    """Yield a language as it is spoken somewhere, and the language."""
    yield language
    yield language.partition("-")[0]


def _name(language: str) -> str:
    return "messages.yml" if language == ENGLISH else f"messages.{language}.yml"


def _path(language: str) -> str:
    return f"{_FOLDER}/{_name(language)}"


def _without_words(language: str, model: Path) -> Problem:
    primary = language.partition("-")[0]
    return setting_fault(
        SETTINGS_NAME,
        None,
        "language",
        f"there are no words for pages in “{language}”",
        f"copy {model} to {_path(primary)} of the archive and put it into that language, or write “language: en”",
    )
