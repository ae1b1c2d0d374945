"""A document as its file gives it, before anything is read from it."""

from __future__ import annotations

from dataclasses import dataclass

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
