"""The comments of files of corrections, which supply nothing."""

from __future__ import annotations

from dataclasses import dataclass

from archivegen.storage.yaml_lines import YamlReading, read_comments


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in a file of corrections; `is_alone` where nothing else is in the file."""

    path: str
    line: int
    text: str
    is_alone: bool


def read_remarks(reading: YamlReading, text: str, path: str, first_line: int = 1) -> tuple[Remark, ...]:
    """Return the comments of a file that was read from a text; none where it cannot be read, which is a problem of its own."""
    if any(problem.code == "yaml-unreadable" for problem in reading.problems):
        return ()
    comments = read_comments(text, first_line)
    return tuple(Remark(path, each.line, each.text, not reading.entries) for each in comments)
