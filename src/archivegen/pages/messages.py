"""The words of the interface, all from one catalogue, so that another language is another file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from archivegen.pages.plurals import OTHER, ordinal_of, plural_of
from archivegen.problems import Refusal
from archivegen.records.languages import language_name
from archivegen.records.worded_dates import worded
from archivegen.storage.yaml_lines import YamlNode, read_yaml

ENGLISH = "en"
# These write nouns with a capital also within a sentence.
_WITH_CAPITALS = ("de", "lb", "nds")


@dataclass(frozen=True, slots=True)
class Messages:
    """The catalogue: call it with a key and what the sentence needs; `count` chooses between one and several as the language
    has it, `rank` between first, second and others.
    """

    text_by_key: dict[str, str]
    language: str = ENGLISH

    def __call__(self, key: str, /, **parts: object) -> str:
        """Return a message with its parts filled in.

        Raises:
            KeyError: the catalogue has no such message; a fault of the program, found by its tests.

        """
        count, rank = parts.get("count"), parts.get("rank")
        if isinstance(count, int):
            key = self._of_category(key, plural_of(self.language, count))
        elif isinstance(rank, int):
            key = self._of_category(key, ordinal_of(self.language, rank))
        return self.text_by_key[key].format(**parts) if parts else self.text_by_key[key]

    def _of_category(self, key: str, category: str) -> str:
        chosen = f"{key}.{category}"
        return chosen if chosen in self.text_by_key else f"{key}.{OTHER}"

    def or_words(self, key: str, words: str) -> str:
        """Return a message, or for a key the catalogue does not have, the words with underscores as spaces."""
        return self.text_by_key.get(key, words.replace("_", " "))

    def date(self, edtf_text: str) -> str:
        """Return a date in words."""
        return worded(edtf_text, self)

    def name_of_language(self, tag: str) -> str:
        """Return what a language is called; a wording that is no tag is its own name."""
        return language_name(tag, self.language)

    def within_a_sentence(self, words: str) -> str:
        """Return a label as it stands within a sentence."""
        return words if self.language.partition("-")[0] in _WITH_CAPITALS else words.lower()


def read_messages(texts: Iterable[str], path: str, language: str = ENGLISH) -> Messages:
    """Read the catalogue of a language from YAML texts, groups of keys joined by full stops; later texts replace single messages.

    Raises:
        Refusal: a text is not YAML.

    """
    return _messages(tuple(texts), path, language)


def messages_of(entries: Mapping[str, str], language: str) -> Messages:
    """Return the catalogue of a language from messages by their keys: the very same for the same words, as others remember what
    they made with it.
    """
    return _of_entries(tuple(entries.items()), language)


@lru_cache(maxsize=4)
def _of_entries(entries: tuple[tuple[str, str], ...], language: str) -> Messages:
    return Messages(dict(entries), language)


# Whoever makes pages when they are asked for has the same words each time.
@lru_cache(maxsize=4)
def _messages(texts: tuple[str, ...], path: str, language: str) -> Messages:
    entries: dict[str, str] = {}
    for text in texts:
        entries |= {key: node.text or "" for key, node in message_nodes(text, path).items()}
    return Messages(entries, language)


def message_nodes(text: str, path: str) -> dict[str, YamlNode]:
    """Return the messages of a text by their keys, each with its line.

    Raises:
        Refusal: it is not YAML.

    """
    reading = read_yaml(text, path)
    if reading.problems:
        raise Refusal(*reading.problems)
    nodes: dict[str, YamlNode] = {}
    for group, node in reading.entries.items():
        if node.entries is None:
            nodes[group] = node
        for key, message in (node.entries or {}).items():
            nodes[f"{group}.{key}"] = message
    return nodes
