"""A folder as a collection: the title and the introduction that its `collection.yml` gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from archivegen.problems import Problem, Refusal
from archivegen.records.values import LineRange, Value
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import YamlNode, read_yaml


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


def without_documents(files: Iterable[Path], sheets: Iterable[Path], root: Path) -> Iterator[Problem]:
    """Yield a notice for each file of a folder with a title that no document has, given relative to `root`. What sheets have
    without files are documents of their folders, too; a file that cannot be read holds for nothing here.
    """
    described = {parent for sheet in sheets for parent in sheet.parents}
    for file in files:
        if file.parent in described:
            continue
        path = file.relative_to(root).as_posix()
        try:
            title = read_yaml(text_of(file, path), path).entries.get("title")
        except (OSError, Refusal):
            continue
        if title and (title.text or "").strip():
            yield Problem(
                path=path,
                line=title.line,
                field="title",
                level="notice",
                code="collection-without-documents",
                message=f"the collection “{(title.text or '').strip()}” has no page: there is no document in this folder",
                fix="put its documents into this folder, or remove the file",
            )
