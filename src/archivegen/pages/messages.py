"""The words of the interface, all from one catalogue, so that another language is another file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from archivegen.problems import Refusal
from archivegen.storage.yaml_lines import read_yaml


@dataclass(frozen=True, slots=True)
class Messages:
    """The catalogue: call it with a key and what the sentence needs; `count` chooses between one and many."""

    text_by_key: dict[str, str]

    def __call__(self, key: str, **parts: object) -> str:
        """Return a message with its parts filled in.

        Raises:
            KeyError: the catalogue has no such message; a fault of the program, found by its tests.

        """
        count = parts.get("count")
        if count is not None:
            key = f"{key}.one" if count == 1 and f"{key}.one" in self.text_by_key else f"{key}.other"
        return self.text_by_key[key].format(**parts) if parts else self.text_by_key[key]

    def or_words(self, key: str, words: str) -> str:
        """Return a message, or for a key the catalogue does not have, the words with underscores as spaces."""
        return self.text_by_key.get(key, words.replace("_", " "))


def read_messages(texts: Sequence[str], path: str) -> Messages:
    """Read the catalogue from YAML texts, groups of keys joined by full stops; later texts replace single messages.

    Raises:
        Refusal: a text is not YAML.

    """
    return _messages(tuple(texts), path)


# Whoever makes pages when they are asked for has the same words each time.
@lru_cache(maxsize=2)
def _messages(texts: tuple[str, ...], path: str) -> Messages:
    entries: dict[str, str] = {}
    for text in texts:
        reading = read_yaml(text, path)
        if reading.problems:
            raise Refusal(*reading.problems)
        for group, node in reading.entries.items():
            if node.text is not None:
                entries[group] = node.text
            for key, message in (node.entries or {}).items():
                entries[f"{group}.{key}"] = message.text or ""
    return Messages(entries)
