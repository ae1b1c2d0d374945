"""The files of a folder, found by the names and the numbers that rows of an inventory give."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from archivegen.seeds.inventory.rows import InventoryRow

_WORDS = re.compile(r"\d+|[^\W\d_]+")
# Shorter numbers of several parts are found by chance in dates.
_SHORTEST_NUMBER = 5


def name_key(name: str) -> str:
    """Return a path as paths are compared: in one Unicode form and case, with forward slashes; of an address its path."""
    if "://" in name:
        name = unquote(urlsplit(name).path)
    name = unicodedata.normalize("NFC", name.strip()).casefold().replace("\\", "/")
    return re.sub(r"/{2,}", "/", name).removeprefix("./").strip("/")


def number_key(number: str) -> tuple[str, ...]:
    """Return a number as numbers are compared: its figures and words, whatever signs stand between them."""
    return tuple(_WORDS.findall(unicodedata.normalize("NFC", number).casefold()))


def without_zeros(number: str) -> tuple[str, ...]:
    """Return a number as `number_key` does, its figures without leading zeros."""
    return tuple(word.lstrip("0") or "0" if word.isdigit() else word for word in number_key(number))


class Files:
    """The files of a folder, found by their names."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.all = list(paths)
        self._by_stem: dict[str, list[str]] = {}
        for path in self.all:
            self._by_stem.setdefault(PurePosixPath(name_key(path)).stem, []).append(path)
        self._numbered_stems: dict[str, list[str]] = {}
        for stem in self._by_stem:
            if stem.isdecimal() and stem.startswith("0"):
                self._numbered_stems.setdefault(stem.lstrip("0"), []).append(stem)

    def named(self, row: InventoryRow) -> list[str]:
        """Return the files that a row names: one wherever that is clear."""
        found = [path for name in row.files for path in self._named(name_key(name))]
        return list(dict.fromkeys(found))

    def named_but_for_zeros(self, row: InventoryRow) -> list[str]:
        """Return the files whose names are a number that a row names without the zeros at its beginning, as a spreadsheet
        program leaves it.
        """
        numbers = {name for name in map(name_key, row.files) if name.isdecimal()}
        return [
            path
            for number in sorted(numbers)
            for stem in self._numbered_stems.get(number, ())
            for path in self._by_stem[stem]
        ]

    def _named(self, name: str) -> list[str]:
        whole = PurePosixPath(name)
        stems = dict.fromkeys((whole.stem, whole.name))
        candidates = [path for stem in stems for path in self._by_stem.get(stem, [])]
        # The nearest likeness counts: the same path, the end of it, the same but for the ending, the bare name.
        for is_like in (_is_path, _ends_path, _is_bare_path, _ends_bare_path, lambda *_: True):
            if found := [path for path in candidates if is_like(name_key(path), name)]:
                return list(dict.fromkeys(found))
        return []


def _bare(path: str) -> str:
    return PurePosixPath(path).with_suffix("").as_posix() if path else path


def _is_path(path: str, name: str) -> bool:
    return path == name


def _ends_path(path: str, name: str) -> bool:
    return f"/{path}".endswith(f"/{name}") or f"/{name}".endswith(f"/{path}")


def _is_bare_path(path: str, name: str) -> bool:
    return _bare(path) in (name, _bare(name))


def _ends_bare_path(path: str, name: str) -> bool:
    return any(f"/{_bare(path)}".endswith(f"/{end}") or f"/{end}".endswith(f"/{_bare(path)}") for end in (name, _bare(name)))  # fmt: skip


class Numbers:
    """The files of a folder, found by the numbers in their names."""

    def __init__(self, paths: Iterable[str], key: Callable[[str], tuple[str, ...]] = number_key) -> None:
        self._key = key
        self._words = {path: key(PurePosixPath(path).stem) for path in paths}
        self._by_word: dict[str, list[str]] = {}
        for path, words in self._words.items():
            for word in dict.fromkeys(words):
                self._by_word.setdefault(word, []).append(path)

    def numbered(self, row: InventoryRow) -> list[str]:
        """Return the files whose names have a number of a row; those whose names are nothing else before all others."""
        for number in row.numbers:
            words = self._key(number)
            candidates = self._by_word.get(words[0], []) if words else []
            exact = [path for path in candidates if self._words[path] == words]
            if found := exact or [path for path in candidates if _has(self._words[path], words)]:
                return found
        return []


def _has(name: tuple[str, ...], number: tuple[str, ...]) -> bool:
    """Say whether a name has a number in it, and not by chance, as every name has that has a date."""
    figures = [word for word in number if word.isdigit()]
    if len(number) == 1:
        return bool(figures) and [word for word in name if word.isdigit()] == figures
    places = range(len(name) - len(number) + 1)
    return (
        bool(figures)
        and sum(map(len, number)) >= _SHORTEST_NUMBER
        and any(name[place : place + len(number)] == number for place in places)
    )
