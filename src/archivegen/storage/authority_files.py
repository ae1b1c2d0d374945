"""The archivist's authority files: which names are one person, body or place, and how each is to be written.

`people.yml`, `organisations.yml` and `places.yml` stand beside `archive.yml`. Each is a list of preferred names with
what is known of them (ISAAR(CPF) 5.1); what they say always wins over what the documents suggest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import YamlNode, read_yaml

AUTHORITY_NAMES = {"people.yml": "people", "organisations.yml": "organisations", "places.yml": "places"}
_KEYS = ("sort_name", "variants", "same_as", "keep_apart")
_ADDRESS = re.compile(r"^https?://\S+$")


@dataclass(frozen=True, slots=True)
class Authority:
    """An entry: the preferred name, how it files, its other spellings, its addresses in other authority files, and
    the names it must never be joined with.
    """

    index: str
    name: str
    sort_name: str | None = None
    variants: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    keep_apart: tuple[str, ...] = ()


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
                **{key: parts[key].texts() for key in _KEYS[1:] if key in parts},
            )
        )
    return AuthorityReading(tuple(authorities), tuple(problems))


def _faults(name: str, parts: dict[str, YamlNode], path: str) -> list[Problem]:
    faults = [
        Problem(
            path=path,
            line=node.line,
            field=key,
            code="authority-key",
            message=f"“{key}” says nothing of “{name}”",
            fix=f"the keys are {', '.join(_KEYS)}",
        )
        for key, node in parts.items()
        if key not in _KEYS
    ]
    addresses = parts.get("same_as")
    faults.extend(
        Problem(
            path=path,
            line=addresses.line if addresses else None,
            field="same_as",
            code="authority-address",
            message=f"“{address}” is no web address",
            fix="write it as https://example.org/authority/1",
        )
        for address in (addresses.texts() if addresses else ())
        if not _ADDRESS.match(address)
    )
    return faults
