"""Which picture an archive has in the head of its pages."""

from __future__ import annotations

from dataclasses import dataclass

from archivegen.problems import Problem
from archivegen.settings.faults import setting_fault
from archivegen.storage.yaml_lines import YamlNode


@dataclass(frozen=True, slots=True)
class LogoSettings:
    """The name of a file in `static/`, and the line on which it is named; no name where there is no logo."""

    file: str = ""
    line: int | None = None


def read_logo_setting(node: YamlNode, path: str, problems: list[Problem]) -> LogoSettings:
    """Return what the settings say of the logo; what cannot be the name of a file is added to the problems."""
    if node.items is not None or node.entries is not None:
        fix = "write “logo: harbour.svg”, for a file static/harbour.svg"
        problems.append(setting_fault(path, node.line, "logo", "this is not the name of one file", fix))
        return LogoSettings()
    return LogoSettings((node.text or "").strip(), node.line)
