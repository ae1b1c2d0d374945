"""The settings of an archive, from `archive.yml`: what it is called, where it will live, how its ids are made."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass, fields, replace
from typing import Literal

from archivegen.problems import Problem, Refusal
from archivegen.records.version_paths import is_version_pattern
from archivegen.storage.yaml_lines import YamlNode, read_yaml

SETTINGS_NAME = "archive.yml"
# What `publish` keeps beside it: a page for whoever comes next, and what was in the site.
HANDOVER_NAME = "HANDOVER.md"
PUBLISHED_FILES_NAME = "published-files.txt"


@dataclass(frozen=True, slots=True)
class InventorySettings:
    """What the archive says of its inventory: the file, the name of the sheet in it, the head of the column that names the
    documents, its encoding where it is CSV that is not UTF-8, and what other columns give: the head, the field, and the
    line on which that is said.
    """

    file: str = ""
    sheet: str = ""
    file_column: str = ""
    encoding: str = ""
    columns: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of an archive; every field is a key of `archive.yml`.

    `base_url` is the address the site will have, ending in a slash, or empty while it has none; links inside the
    site do not need it. `about` and `lead` are Markdown. `hosting` says in the archivist's words where the site is kept and
    who has access; it is for `HANDOVER.md` alone.
    """

    title: str = "Untitled archive"
    lead: str = ""
    about: str = ""
    editor: str = ""
    contact: str = ""
    rights: str = ""
    base_url: str = ""
    hosting: str = ""
    language: str = "en"
    documents: str = "seeds"
    id_from: Literal["record_number", "title"] = "record_number"
    versions: str = ""
    inventory: InventorySettings = InventorySettings()


_OF_INVENTORY = ("file", "sheet", "file_column", "encoding")
KEYS = tuple(field.name for field in fields(Config))


def read_config(text: str, path: str = SETTINGS_NAME) -> Config:
    """Read the settings from the text of `archive.yml`.

    Raises:
        Refusal: with one problem for every key that is unknown or has a value it cannot have.

    """
    reading = read_yaml(text, path)
    problems = list(reading.problems)
    settings: dict[str, str] = {}
    inventory = InventorySettings()
    for key, node in reading.entries.items():
        if key == "inventory":
            inventory = _inventory(node, path, problems)
            continue
        problem = _problem_with(key, node, path)
        if problem:
            problems.append(problem)
        elif node.text is not None:
            settings[key] = node.text.strip()
    if problems:
        raise Refusal(*problems)
    if settings.get("base_url"):
        settings["base_url"] = settings["base_url"].rstrip("/") + "/"
    return Config(**settings, inventory=inventory)  # type: ignore[arg-type]  # `_problem_with` has checked each value


def _inventory(node: YamlNode, path: str, problems: list[Problem]) -> InventorySettings:
    """Return the settings of the inventory; what cannot be one is added to the problems."""
    entries = node.entries or {}
    columns = entries.get("columns")
    texts = {key: entry for key, entry in entries.items() if key in _OF_INVENTORY}
    pairs = (columns.entries or {}) if columns else {}
    named = entries.get("file")
    faulty = [entry for key, entry in entries.items() if key not in (*_OF_INVENTORY, "columns")]
    faulty += [entry for entry in (*texts.values(), *pairs.values()) if not entry.text]
    faulty += [columns] if columns and columns.entries is None else []
    faulty += [named] if named and named.text and not _is_inside(named.text) else []
    if faulty or not entries:
        problems.append(
            Problem(
                path=path,
                line=(faulty or [node])[0].line,
                field="inventory",
                code="setting",
                message="this does not say what is in the inventory of the documents",
                fix="write “inventory: {file: …, sheet: …, file_column: …, encoding: …, columns: {head: field}}”, or what of it you need; "
                "the file is one in the archive's folder",
            )
        )
    return InventorySettings(
        **{key: entry.text or "" for key, entry in texts.items()},
        columns=tuple((head, entry.text or "", entry.line) for head, entry in pairs.items()),
    )


def _is_inside(path: str) -> bool:
    return not (path.startswith(("/", "\\")) or ":" in path or ".." in path.replace("\\", "/").split("/"))


def with_base_url(config: Config, address: str) -> Config:
    """Return settings with another address of the site: the one that a command gives.

    Raises:
        Refusal: it is no web address.

    """
    try:
        given = read_config(f"base_url: {json.dumps(address)}", "--base-url")
    except Refusal as refusal:
        raise Refusal(*[replace(problem, line=None) for problem in refusal.problems]) from refusal
    return replace(config, base_url=given.base_url)


def _problem_with(key: str, node: YamlNode, path: str) -> Problem | None:
    def problem(message: str, fix: str) -> Problem:
        return Problem(path=path, line=node.line, field=key, code="setting", message=message, fix=fix)

    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, n=1)
        hint = f"did you mean “{near[0]}”? " if near else ""
        return problem(f"“{key}” is no setting", f"{hint}the settings are {', '.join(KEYS)}")
    if node.items is not None or node.entries is not None:
        return problem(f"“{key}” must be a single text", "write it on one line, or as a block after “|”")
    text = node.text or ""
    if key == "base_url" and text and not re.match(r"^https?://[^\s/?#]+(/[^\s?#]*)?$", text):
        return problem(f"“{text}” is no web address", "write it as https://example.org/archive/")
    if key == "documents" and not _is_inside(text):
        return problem(f"“{text}” is not inside the archive", "give a folder of the archive, as seeds")
    if key == "id_from" and text not in ("record_number", "title"):
        return problem(f"“{text}” is no way of making ids", "write record_number or title")
    if key == "versions" and text and not is_version_pattern(text):
        return problem(
            f"“{text}” does not say how the versions of a document are named",
            "write {name} and {language}, {version} or both, as {language}/{name} or {name}.{language}.txt",
        )
    if key == "language" and text != "en":
        return problem(
            f"the pages cannot be in “{text}”", "write “en”; other languages of the interface will follow"
        )
    return None
