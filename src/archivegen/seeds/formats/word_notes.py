"""The footnotes and endnotes of a Word document, with the labels that Word prints."""

from __future__ import annotations

from typing import Literal, NamedTuple

from archivegen.seeds.formats.number_forms import printed_number
from archivegen.seeds.formats.word_parts import WordParts
from archivegen.seeds.formats.word_styles import child, number, tag, value
from archivegen.seeds.formats.xml_part import Element

NoteKind = Literal["footnote", "endnote"]
_FORMS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}


class Note(NamedTuple):
    """A note that the text refers to: its label, and the element with its paragraphs."""

    kind: NoteKind
    label: str
    element: Element


class Notes:
    """The notes of a document, numbered as the text refers to them: ask in the order of reading."""

    def __init__(self, parts: WordParts) -> None:
        """Find the notes.

        Raises:
            Refusal: the part of the notes or of the settings is damaged.

        """
        settings, section = parts.xml("settings"), child(parts.body, "w:sectPr")
        self._elements: dict[NoteKind, dict[str, Element]] = {}
        self._forms: dict[NoteKind, str] = {}
        self._next: dict[NoteKind, int] = {}
        self._referred: dict[tuple[NoteKind, str], Note] = {}
        for kind, form in _FORMS.items():
            root = parts.xml(f"{kind}s")
            self._elements[kind] = {
                value(element, "id") or "": element
                for element in (root if root is not None else ())
                if tag(element) == f"w:{kind}"
            }
            said = [child(each, f"w:{kind}Pr") for each in (section, settings)]
            self._forms[kind] = next(filter(None, (value(child(each, "w:numFmt")) for each in said)), form)
            starts = (number(child(each, "w:numStart")) for each in said)
            self._next[kind] = next((start for start in starts if start is not None), 1)

    def refer(self, kind: NoteKind, reference: Element, mark: str) -> str:
        """Return the label of the note that an element refers to; `mark` is one that the writer has given it, or ""."""
        note_id = value(reference, "id") or ""
        if known := self._referred.get((kind, note_id)):
            return known.label
        if not mark:
            mark = printed_number(self._next[kind], self._forms[kind])
            self._next[kind] += 1
        element = self._elements[kind].get(note_id)
        if element is not None:
            self._referred[kind, note_id] = Note(kind, mark, element)
        return mark

    def referred(self, since: int) -> tuple[Note, ...]:
        """Return the notes behind the first `since` that the text refers to, in the order of their references."""
        return tuple(self._referred.values())[since:]
