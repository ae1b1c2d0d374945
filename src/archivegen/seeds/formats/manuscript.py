"""A document as its file gives it, before anything is read from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archivegen.problems import Problem, Refusal
from archivegen.seeds.draft import Sheet
from archivegen.seeds.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document's text, and the bytes that its digest is made of.

    Where the format itself says what the parts of the text are, `sheet` has the values that it states and the lines of
    the body, and `layout` the name of the format: no layout is looked for, and no rule reads what is stated already.
    A document of a volume bears the volume's path with its own name behind a number sign: `seeds/volume.xml#d12`.
    """

    text: SourceText
    content: bytes
    sheet: Sheet | None = None
    layout: str = ""


def files_of_parts(
    parts: Mapping[str, tuple[str, str]], manuscripts: tuple[Manuscript, ...]
) -> dict[str, tuple[str, str]]:
    """Return the files of corrections of single documents of a volume by the paths of the documents; they are given by the
    documents' names in the volume, whose case does not matter.

    Raises:
        Refusal: a file is for a document that the volume does not have: it may say that nobody may see one that it has.

    """
    names = {each.text.path.partition("#")[2].casefold(): each.text.path for each in manuscripts}
    strangers = {name: file for name, file in parts.items() if name.casefold() not in names}
    if strangers:
        raise Refusal(*(_no_such_document(name, path) for name, (path, _) in strangers.items()))
    return {names[name.casefold()]: file for name, file in parts.items()}


def _no_such_document(name: str, path: str) -> Problem:
    return Problem(
        path=path,
        code="no-such-document",
        message=f"the volume beside this file has no document called “{name}”",
        fix="give the file the name of the volume, a full stop, and the id of the document in it",
    )
