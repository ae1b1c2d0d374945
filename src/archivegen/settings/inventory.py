"""What the archive says of the spreadsheet that describes its documents."""

from __future__ import annotations

from dataclasses import dataclass

from archivegen.problems import Problem
from archivegen.settings.faults import is_inside, setting_fault
from archivegen.storage.yaml_lines import YamlNode

_TEXTS = ("file", "sheet", "file_column", "encoding")


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


def read_inventory(node: YamlNode, path: str, problems: list[Problem]) -> InventorySettings:
    """Return the settings of the inventory; what cannot be one is added to the problems."""
    entries = node.entries or {}
    columns = entries.get("columns")
    texts = {key: entry for key, entry in entries.items() if key in _TEXTS}
    pairs = (columns.entries or {}) if columns else {}
    named = entries.get("file")
    faulty = [entry for key, entry in entries.items() if key not in (*_TEXTS, "columns")]
    faulty += [entry for entry in (*texts.values(), *pairs.values()) if not entry.text]
    faulty += [columns] if columns and columns.entries is None else []
    faulty += [named] if named and named.text and not is_inside(named.text) else []
    if faulty or not entries:
        problems.append(
            setting_fault(
                path,
                (faulty or [node])[0].line,
                "inventory",
                "this does not say what is in the inventory of the documents",
                "write “inventory: {file: …, sheet: …, file_column: …, encoding: …, columns: {head: field}}”, or what of it you need; "
                "the file is one in the archive's folder",
            )
        )
    return InventorySettings(
        **{key: entry.text or "" for key, entry in texts.items()},
        columns=tuple((head, entry.text or "", entry.line) for head, entry in pairs.items()),
    )
