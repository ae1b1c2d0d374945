"""The words of a Word paragraph: as they are set, with accepted revisions, results of fields, and references to notes."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from archivegen.seeds.formats.paragraphs import plain_if_all_alike
from archivegen.seeds.formats.runs import Run, kinds_of
from archivegen.seeds.formats.word_notes import NoteKind, Notes
from archivegen.seeds.formats.word_signs import SIGNS, formula_of, text_of
from archivegen.seeds.formats.word_styles import Looks, Style, WordStyles, child, is_on, looks_of, tag, value
from archivegen.seeds.formats.xml_part import Element
from archivegen.seeds.source_text import SpanKind

# What was taken away by a revision, and what describes the paragraph and has no words of it.
_WITHOUT_WORDS = frozenset(
    "w:del w:moveFrom w:pPr w:rPr w:sdtPr w:sdtEndPr w:tblPr w:trPr w:tcPr w:delText w:instrText w:footnoteRef w:endnoteRef "
    "w:annotationRef".split()
)
# What a run is made of, one of which may stand outside of all runs in files that no office program wrote.
_OF_RUNS = frozenset(("w:t", "w:sym", "w:fldChar", *SIGNS))
_NOTE_KINDS: dict[str, NoteKind] = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_BOX = "w:txbxContent"


class Words(NamedTuple):
    """What a paragraph says, and the text boxes that hang on it."""

    runs: list[Run]
    boxes: list[Element]


def branch_of(alternatives: Element) -> Element | None:
    """Return the one form of what a document has in several, for newer and older programs: the first that has words."""
    branches = [each for each in alternatives if tag(each) in ("mc:Choice", "mc:Fallback")]
    with_words = (each for each in branches if any(tag(part) in ("w:t", _BOX) for part in each.iter("*")))
    return next(with_words, branches[0] if branches else None)


def is_unfilled(element: Element) -> bool:
    """Say whether an element is a place of a form that nobody filled: its words are the program's."""
    return bool(is_on(child(child(element, "w:sdtPr"), "w:showingPlcHdr")))


class WordRuns:
    """A reader of paragraphs, which are given in the order of reading: fields and notes run through all of them."""

    def __init__(self, styles: WordStyles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        # Of each field that is open, whether its instructions have ended and its result has begun.
        self._fields: list[bool] = []
        # Words among the instructions of fields that are open, which are none if these have no end; whether each is the result
        # of a field inside.
        self._instructed: list[tuple[Element, Run, bool]] = []
        self.left_out: Counter[str] = Counter()
        self.hidden: list[str] = []
        # The elements with words that were looked at, whether they are in the text or why not.
        self.met: set[Element] = set()

    def of(self, paragraph: Element, style: Style) -> Words:
        """Return the words of a paragraph; those that are hidden, deleted or instructions are none."""
        words = Words([], [])
        is_heading = bool(style.level)
        below = style.looks._replace(italic=None, bold=None, height=None) if is_heading else style.looks
        for element in paragraph:
            self._inside(element, below, words)
        # An instruction without end would swallow the rest of the document.
        if not all(self._fields):
            words.runs.extend(run for _, run, _ in self._instructed)
            self.met.update(part for part, _, _ in self._instructed)
            self._fields = [has_result for has_result in self._fields if has_result]
        self._instructed = []
        return words._replace(runs=plain_if_all_alike(words.runs)) if is_heading else words

    def loose(self, element: Element) -> list[Run]:
        """Return the words of a run that stands in no paragraph: programs that write so mean them to be seen."""
        words = Words([], [])
        self._inside(element, Looks(), words)
        return words.runs

    def _inside(self, element: Element, below: Looks, words: Words) -> None:
        """Add the words of an element between the paragraph and its runs."""
        name = tag(element)
        if name in _WITHOUT_WORDS:
            return
        if name in _OF_RUNS:
            self._part(element, below, frozenset(), words)
        elif name == "w:r":
            self._run(element, below, words)
        elif name == "mc:AlternateContent":
            branch = branch_of(element)
            for part in branch if branch is not None else ():
                self._inside(part, below, words)
        elif name == _BOX:
            words.boxes.append(element)
        elif name == "m:oMath":
            self.met.update(element.iter("*"))
            words.runs.append(Run(formula_of(element)))
        elif is_unfilled(element):
            self.met.update(element.iter("*"))
        else:
            for part in element:
                self._inside(part, below, words)

    def _run(self, run: Element, below: Looks, words: Words) -> None:
        looks = self._looks(child(run, "w:rPr"), below)
        if looks.hidden:
            self._hide(run, words)
            return
        kinds = kinds_of(italic=looks.italic, bold=looks.bold, struck=looks.struck, height=looks.height)
        parts = [part for part in run if tag(part) not in _WITHOUT_WORDS]
        for place, part in enumerate(parts):
            if (kind := _NOTE_KINDS.get(tag(part))) and all(self._fields):
                has_mark = value(part, "customMarkFollows") not in (None, "0", "false", "off")
                behind = parts[place + 1 :] if has_mark else []
                self.met.update(behind)
                mark = "".join(text_of(each, looks.font) for each in behind).strip()
                words.runs.append(Run("", note=self._notes.refer(kind, part, mark)))
                if mark:
                    return
            else:
                self._part(part, looks, kinds, words)

    def _hide(self, run: Element, words: Words) -> None:
        """Pass over a hidden run. Fields begin and end in such runs, too."""
        for element in run:
            if tag(element) == "w:fldChar":
                self._field(element, words)
        hidden = [element for element in run.iter("*") if tag(element) == "w:t"]
        self.met.update(hidden)
        words_hidden = "".join(element.text or "" for element in hidden).strip()
        self.left_out["hidden"] += bool(words_hidden)
        self.hidden.extend(filter(None, [words_hidden]))

    def _part(self, part: Element, looks: Looks, kinds: frozenset[SpanKind], words: Words) -> None:
        """Add a part of a run."""
        name = tag(part)
        if name == "w:fldChar":
            self._field(part, words)
        elif name in _OF_RUNS:
            run = Run(text_of(part, looks.font), kinds)
            if not all(self._fields):
                self._instructed.append((part, run, self._fields[-1]))
            elif run.text:
                self.met.add(part)
                words.runs.append(run)
        elif name == "w:ruby":
            self._ruby(part, looks, words)
        elif name in ("w:drawing", "w:pict", "w:object", "mc:AlternateContent"):
            before = len(words.boxes)
            self._inside(part, looks, words)
            if len(words.boxes) == before:
                self.left_out["pictures"] += 1
        else:
            self._inside(part, looks, words)

    def _ruby(self, ruby: Element, below: Looks, words: Words) -> None:
        """Add words with their reading behind them, as it is printed where it cannot stand above."""
        if (element := child(ruby, "w:rubyBase")) is not None:
            self._inside(element, below, words)
        reading = Words([], [])
        if (element := child(ruby, "w:rt")) is not None:
            self._inside(element, below, reading)
        if any(run.text for run in reading.runs):
            words.runs.extend((Run("("), *reading.runs, Run(")")))

    def _field(self, element: Element, words: Words) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
            box = child(child(element, "w:ffData"), "w:checkBox")
            if box is not None and all(self._fields[:-1]):
                checked = child(box, "w:checked")
                is_checked = is_on(child(box, "w:default") if checked is None else checked)
                words.runs.append(Run("☒" if is_checked else "☐"))
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
        if all(self._fields):
            self.met.update(part for part, _, is_result in self._instructed if is_result)
            self._instructed = []

    def _looks(self, properties: Element | None, below: Looks) -> Looks:
        """Return how a run is set: what its style and that of the paragraph both say, they say against each other."""
        own = looks_of(properties)
        name = value(child(properties, "w:rStyle"))
        style = self._styles.style(name).looks if name else Looks()
        return Looks(
            _set_against(own.italic, style.italic, below.italic),
            _set_against(own.bold, style.bold, below.bold),
            _set_against(own.hidden, style.hidden, below.hidden),
            _set_against(own.struck, style.struck, below.struck),
            own.font or style.font or below.font,
            own.height or style.height or below.height,
        )


def _set_against(own: bool | None, by_words: bool | None, by_paragraph: bool | None) -> bool:
    return own if own is not None else bool(by_words) != bool(by_paragraph)
