"""The archivist's authority files: which names are one person, body or place, and how each is to be written.

`people.yml`, `organisations.yml` and `places.yml` stand beside `archive.yml`. Each is a list of preferred names with
what is known of them (ISAAR(CPF) 5.1); what they say always wins over what the documents suggest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.records.coordinates import Coordinates, read_coordinates
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import YamlNode, read_yaml

AUTHORITY_NAMES = {"people.yml": "people", "organisations.yml": "organisations", "places.yml": "places"}
_LISTS = ("variants", "same_as", "keep_apart")
_KEYS = ("sort_name", *_LISTS)
# What only places have, and what stands there for one that is not to be on the map.
_COORDINATES = "coordinates"
_NOT_PLACED = "none"
_ADDRESS = re.compile(r"^https?://\S+$")


@dataclass(frozen=True, slots=True)
class Authority:
    """An entry: the preferred name, how it files, its other spellings, its addresses in other authority files, and
    the names it must never be joined with; of a place where it lies, or that it is not to be placed at all.
    """

    index: str
    name: str
    sort_name: str | None = None
    variants: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    keep_apart: tuple[str, ...] = ()
    coordinates: Coordinates | None = None
    is_not_placed: bool = False


@dataclass(frozen=True, slots=True)
class AuthorityReading:
    """The entries of the files, and what was wrong with them."""

    authorities: tuple[Authority, ...] = ()
    problems: tuple[Problem, ...] = ()


def authorities_beside(root: Path) -> tuple[Authority, ...]:
    """Return the entries of the authority files in the folder of an archive.

    Raises:
        Refusal: one of them has a fault: it would misname people.

    """
    authorities: list[Authority] = []
    for name in AUTHORITY_NAMES:
        if (root / name).is_file():
            reading = read_authorities(text_of(root / name), name)
            if reading.problems:
                raise Refusal(*reading.problems)
            authorities.extend(reading.authorities)
    return tuple(authorities)


def read_authorities(text: str, path: str) -> AuthorityReading:
    """Read one authority file; `path` is its name, which says what it lists."""
    reading = read_yaml(text, path)
    problems = list(reading.problems)
    authorities = []
    for name, node in reading.entries.items():
        parts = node.entries or {}
        problems.extend(_faults(name, parts, path))
        authorities.append(
            Authority(
                index=AUTHORITY_NAMES[path],
                name=name,
                sort_name=parts["sort_name"].text if "sort_name" in parts else None,
                **{key: parts[key].texts() for key in _LISTS if key in parts},
                coordinates=read_coordinates(_where(parts)),
                is_not_placed=_where(parts) == _NOT_PLACED,
            )
        )
    return AuthorityReading(tuple(authorities), tuple(problems))


def _where(parts: dict[str, YamlNode]) -> str:
    """Return where a place lies, as it is written."""
    return ", ".join(parts[_COORDINATES].texts()) if _COORDINATES in parts else ""


def _faults(name: str, parts: dict[str, YamlNode], path: str) -> Iterator[Problem]:
    keys = (*_KEYS, _COORDINATES) if AUTHORITY_NAMES[path] == "places" else _KEYS
    for key, node in parts.items():
        if key not in keys:
            yield Problem(
                path=path,
                line=node.line,
                field=key,
                code="authority-key",
                message=f"“{key}” says nothing of “{name}”",
                fix=f"the keys are {', '.join(keys)}",
            )
        elif key == _COORDINATES and _where(parts) != _NOT_PLACED and not read_coordinates(_where(parts)):
            yield Problem(
                path=path,
                line=node.line,
                field=key,
                code="authority-coordinates",
                message=f"“{_where(parts)}” does not say where “{name}” lies",
                fix=f"write degrees north and east, as 48.2082, 16.3738, or {_NOT_PLACED} to keep it off the map",
            )
        elif key == "same_as":
            yield from _faulty_addresses(node, path)


def _faulty_addresses(node: YamlNode, path: str) -> Iterator[Problem]:
    for address in node.texts():
        if not _ADDRESS.match(address):
            yield Problem(
                path=path,
                line=node.line,
                field="same_as",
                code="authority-address",
                message=f"“{address}” is no web address",
                fix="write it as https://example.org/authority/1",
            )
