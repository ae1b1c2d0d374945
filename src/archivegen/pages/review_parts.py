"""The parts of the page that lists what is to be reviewed; it is shown by the preview alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One of the answers that a form offers; `text` has how many values it would leave."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A line of text divided at words that are brought out; `marked` is empty where they are not in it."""

    before: str
    marked: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SourceLineView:
    """A line of a source with its number."""

    number: int
    text: MarkedText


@dataclass(frozen=True, slots=True)
class PasteView:
    """Lines to paste: what they do, where they go, the file's own name, and what more is to be said. `alone` is the
    address of a page that has them, where they are too many for a list.
    """

    where: str
    file: str
    lines: tuple[MarkedText, ...]
    advice: str
    alone: str


@dataclass(frozen=True, slots=True)
class InferredRow:
    """A value to be reviewed: what it is, where it stands, the words there, why it was read so, and the lines that confirm
    it. `document` is the address of its page, empty where it has none; `only` asks for its document alone.
    """

    label: str
    text: str
    detail: str
    written: str
    title: str
    document: str
    only: str
    place: str
    quotes: tuple[SourceLineView, ...]
    more: str
    reason: str
    paste: PasteView


@dataclass(frozen=True, slots=True)
class InferredGroup:
    """Values of one certainty."""

    certainty: str
    heading: str
    rows: tuple[InferredRow, ...]
