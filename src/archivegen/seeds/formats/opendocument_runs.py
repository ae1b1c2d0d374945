"""The words of an OpenDocument paragraph: as they are set, with the results of fields and references to notes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from archivegen.seeds.formats.opendocument_styles import DocumentStyles, Style, child, number, tag, value
from archivegen.seeds.formats.paragraphs import plain_if_all_alike
from archivegen.seeds.formats.runs import Run, kinds_of
from archivegen.seeds.formats.symbols import with_signs
from archivegen.seeds.formats.xml_part import Element

_WITHOUT_WORDS = frozenset(
    "office:annotation office:annotation-end text:hidden-text text:script text:number svg:title svg:desc "
    "office:event-listeners text:tracked-changes".split()
)
_SPACE = re.compile(r"[ \t\r\n]+")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_MOST_SPACES = 200


class Note(NamedTuple):
    """A note that the text refers to: its kind (`footnote`, `endnote`), its label, and the element with its paragraphs."""

    kind: str
    label: str
    element: Element


class Words(NamedTuple):
    """What a paragraph says, and the text boxes that hang on it."""

    runs: list[Run]
    boxes: list[Element]


class SpanRuns:
    """A reader of paragraphs, which are given in the order of reading; it keeps the notes that they refer to."""

    def __init__(self, styles: DocumentStyles) -> None:
        self._styles = styles
        self.notes: list[Note] = []
        self.left_out: Counter[str] = Counter()
        self.hidden: list[str] = []
        # The elements whose words, and those behind whose end the words, were looked at.
        self.met: set[Element] = set()
        self.met_behind: set[Element] = set()

    def of(self, paragraph: Element, style: Style) -> Words:
        """Return the words of a paragraph; those that are hidden are none."""
        words = Words([], [])
        if any(
            value(part, "text:is-hidden") == "true"
            for part in paragraph
            if tag(part) == "text:hidden-paragraph"
        ):
            return words
        around = replace(style, italic=False, bold=False) if style.level else style
        self._inside(paragraph, around, words)
        return words._replace(runs=plain_if_all_alike(words.runs)) if style.level else words

    def boxes_in(self, drawing: Element) -> list[Element]:
        """Return what in a drawing has paragraphs of its own; where nothing has, it is a picture."""
        found = []
        for element in drawing.iter("*"):
            is_inside = any(above in found for above in element.iterancestors())
            has_blocks = tag(element) == "draw:text-box" or child(element, "text:p") is not None
            if has_blocks and not is_inside and "".join(element.itertext()).strip():
                found.append(element)
        if not found and any(tag(each) in ("draw:image", "draw:object") for each in drawing.iter("*")):
            self.left_out["pictures"] += 1
        return found

    def _inside(self, element: Element, around: Style, words: Words) -> None:
        """Add the words inside an element, and those behind each of its parts."""
        self._add(element.text, around, words)
        self.met.add(element)
        for part in element:
            self._part(part, around, words)
            self._add(part.tail, around, words)
            self.met_behind.add(part)

    def _part(self, part: Element, around: Style, words: Words) -> None:
        name = tag(part)
        if name in _WITHOUT_WORDS:
            return
        if around.hidden and name != "text:span":
            self._hide("".join(part.itertext()))
            self.met.update(part.iter("*"))
            self.met_behind.update(part.iterdescendants("*"))
        elif name == "text:span":
            self._inside(part, self._styles.words(part, around), words)
        elif name == "text:s":
            self._set(" " * min(number(part, "text:c") or 1, _MOST_SPACES), around, words)
        elif name == "text:tab":
            self._set("\t", around, words)
        elif name == "text:line-break":
            self._set("\n", around, words)
        elif name == "text:note":
            self._note(part, words)
        elif name == "text:ruby":
            self._ruby(part, around, words)
        elif name.startswith("draw:") and name != "draw:a":
            words.boxes.extend(self.boxes_in(part))
        else:
            self._inside(part, around, words)

    def _add(self, text: str | None, around: Style, words: Words) -> None:
        """Add words of the file; white space in it is one space, however long."""
        if text:
            self._hide(text if around.hidden else "")
            self._set(with_signs(_SPACE.sub(" ", text).replace(_SOFT_HYPHEN, ""), around.font), around, words)

    def _hide(self, text: str) -> None:
        self.left_out["hidden"] += bool(text.strip())
        self.hidden.extend(filter(None, [text.strip()]))

    @staticmethod
    def _set(text: str, around: Style, words: Words) -> None:
        kinds = kinds_of(italic=around.italic, bold=around.bold, struck=around.struck, height=around.height)
        if text and not around.hidden:
            words.runs.append(Run(text, kinds))

    def _note(self, note: Element, words: Words) -> None:
        citation, body = child(note, "text:note-citation"), child(note, "text:note-body")
        written = "".join(citation.itertext()).strip() if citation is not None else ""
        label = value(citation, "text:label") or written or str(len(self.notes) + 1)
        words.runs.append(Run("", note=label))
        if body is not None:
            self.notes.append(Note(value(note, "text:note-class") or "", label, body))

    def _ruby(self, ruby: Element, around: Style, words: Words) -> None:
        """Add words with their reading behind them, as it is printed where it cannot stand above."""
        base, reading = child(ruby, "text:ruby-base"), child(ruby, "text:ruby-text")
        if base is not None:
            self._inside(base, around, words)
        if reading is not None and "".join(reading.itertext()).strip():
            self._set("(", around, words)
            self._inside(reading, around, words)
            self._set(")", around, words)
