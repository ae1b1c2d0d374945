"""A folder as a collection: the title and the introduction that its `collection.yml` gives it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from archivegen.problems import Problem
from archivegen.records.values import LineRange, Value
from archivegen.storage.yaml_lines import YamlNode


class Collection(NamedTuple):
    """A folder's title and introduction, which is Markdown and may be empty; where the title stands."""

    title: str
    introduction: str
    path: str
    line: int


def taken_from(entries: dict[str, YamlNode], path: str) -> tuple[Collection | None, tuple[Problem, ...]]:
    """Take what is said of a folder itself out of the entries of its file, and return it if there is a title; and what is
    wrong with it.
    """
    title, introduction = entries.pop("title", None), entries.pop("introduction", None)
    words = (introduction.text or "").strip() if introduction else ""
    if title is None or not (title.text or "").strip():
        return None, (_without_title(path, introduction.line),) if introduction else ()
    return Collection((title.text or "").strip(), words, path, title.line), ()


def _without_title(path: str, line: int) -> Problem:
    return Problem(
        path=path,
        line=line,
        field="introduction",
        level="warning",
        code="collection-without-title",
        message="this introduction is shown nowhere: the folder has no title, and so it is no collection",
        fix="write “title: …” beside it",
    )


def collections_of(folders: Iterable[Collection | None]) -> tuple[Value, ...]:
    """Return the collections that a document is in, those of its outer folders first."""
    return tuple(
        Value(
            value=each.title,
            rule="supplied",
            status="supplied",
            by="archivist",
            file=each.path,
            lines=(LineRange(each.line, each.line),),
        )
        for each in folders
        if each
    )
