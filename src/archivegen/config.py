"""The settings of an archive, from `archive.yml`: what it is called, where it will live, how its ids are made."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

from archivegen.problems import Problem, Refusal
from archivegen.records.languages import is_tag
from archivegen.records.version_paths import is_version_pattern
from archivegen.settings.colours import Colours, read_colours
from archivegen.settings.faults import is_inside, nearest, setting_fault
from archivegen.settings.inventory import InventorySettings, read_inventory
from archivegen.settings.logo import LogoSettings, read_logo_setting
from archivegen.settings.navigation import Navigation, read_navigation
from archivegen.storage.yaml_lines import YamlNode, read_yaml

SETTINGS_NAME = "archive.yml"
# What `publish` keeps beside it: a page for whoever comes next, and what was in the site.
HANDOVER_NAME = "HANDOVER.md"
PUBLISHED_FILES_NAME = "published-files.txt"


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of an archive; every field is a key of `archive.yml`.

    `base_url` is the address the site will have, ending in a slash, or empty while it has none; links inside the
    site do not need it. `about`, `lead` and `footer` are Markdown. `hosting` says in the archivist's words where the site is kept and
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
    inventory: InventorySettings = field(default_factory=InventorySettings)
    colours: Colours = field(default_factory=Colours)
    logo: LogoSettings = field(default_factory=LogoSettings)
    footer: str = ""
    navigation: Navigation = field(default_factory=Navigation)


# Settings that are more than one text, and what reads each.
_READERS = {
    "inventory": read_inventory,
    "colours": read_colours,
    "logo": read_logo_setting,
    "navigation": read_navigation,
}
KEYS = tuple(each.name for each in fields(Config))


def read_config(text: str, path: str = SETTINGS_NAME) -> Config:
    """Read the settings from the text of `archive.yml`.

    Raises:
        Refusal: with one problem for every key that is unknown or has a value it cannot have.

    """
    reading = read_yaml(text, path)
    problems = list(reading.problems)
    settings: dict[str, Any] = {}
    for key, node in reading.entries.items():
        if reader := _READERS.get(key):
            settings[key] = reader(node, path, problems)
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
    return Config(**settings)


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
        return setting_fault(path, node.line, key, message, fix)

    if key not in KEYS:
        return problem(f"“{key}” is no setting", f"{nearest(key, KEYS)}the settings are {', '.join(KEYS)}")
    if node.items is not None or node.entries is not None:
        return problem(f"“{key}” must be a single text", "write it on one line, or as a block after “|”")
    text = node.text or ""
    if key == "base_url" and text and not re.match(r"^https?://[^\s/?#]+(/[^\s?#]*)?$", text):
        return problem(f"“{text}” is no web address", "write it as https://example.org/archive/")
    if key == "documents" and not is_inside(text):
        return problem(f"“{text}” is not inside the archive", "give a folder of the archive, as seeds")
    if key == "id_from" and text not in ("record_number", "title"):
        return problem(f"“{text}” is no way of making ids", "write record_number or title")
    if key == "versions" and text and not is_version_pattern(text):
        return problem(
            f"“{text}” does not say how the versions of a document are named",
            "write {name} and {language}, {version} or both, as {language}/{name} or {name}.{language}.txt",
        )
    if key == "language" and not is_tag(text):
        return problem(f"“{text}” is no language", "write its tag, as en, de or pt-BR (BCP 47)")
    return None
