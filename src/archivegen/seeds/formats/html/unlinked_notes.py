"""Notes of a page that nothing links: raised labels in its text, and a list at its end that has the same labels in their order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from archivegen.seeds.formats.html.element_styles import BLOCKS
from archivegen.seeds.formats.html.frame import Frame
from archivegen.seeds.formats.html.note_labels import count_up, label_before, label_of
from archivegen.seeds.formats.html.notes import Notes
from archivegen.seeds.formats.html.numbering import BULLET, marked_items
from archivegen.seeds.formats.html.tree import Element

_HEADING = re.compile(
    r"\W*(?:(?:foot|end)?notes?|anmerkung(?:en)?|fu(?:ß|ss)noten?|endnoten?|notas?|note|примечани[ея]|сноски|poznámky|przypisy|"
    r"jegyzetek|주|주석|각주|註|注|注释|註釋)\W*",
    re.IGNORECASE,
)
# What a raised number makes a power of: a measure, and figures, which may be a year with a note as well.
_MEASURE = re.compile(r"(?<![^\W_])(?:[kcdm]?m|ha|s)$")
_MEASURE_OR_FIGURE = re.compile(rf"{_MEASURE.pattern}|\d$")


class _Unit(NamedTuple):
    """A paragraph, an item or a rule, with the element around it; `element` is None for words that stand in none."""

    element: Element | None
    around: Element


class _Note(NamedTuple):
    """An element that begins with a label, and the raised element that has it, where one has."""

    element: Element
    label: str
    sign: Element | None


def with_unlinked_notes(notes: Notes, frame: Frame) -> Notes:
    """Return the notes of a page that links nothing to them, with the references to them; of one that has links, what these found.

    They are the last that the page has, their labels count up from the first without a gap, and each is raised or stands below a
    rule or a heading that says so; and the text above has each of their labels raised, once and in order. Else it is what it was.
    """
    found = [] if notes.references else _last_notes(frame)
    references = _references_to(found, frame)
    if not references:
        return notes
    signs = {note.sign for note in found if note.sign and _is_glued(note)}
    labels = {note.element: note.label for note in found}
    return Notes(labels, references, notes.back | signs, notes.elsewhere)


def _last_notes(frame: Frame) -> list[_Note]:
    """Return what may be the notes at the end of a page."""
    units = list(_units(frame.article, frame.parts))
    found: list[_Note] = []
    while units and (note := _note_of(units[-1], frame.parts)):
        found.insert(0, note)
        units.pop()
    is_set_apart = bool(units) and _parts_notes(units[-1].element)
    is_counted = count_up([note.label for note in found])
    return found if is_counted and (is_set_apart or all(note.sign for note in found)) else []


def _references_to(found: list[_Note], frame: Frame) -> dict[Element, str]:
    """Return the raised labels that refer to notes; none where they are not those of the notes in their order."""
    labels = [note.label for note in found]
    without = {*frame.parts, *(note.element for note in found)}
    raised = [each for each in _raised(frame.article, without, [""]) if each[1] in labels]
    readings = (
        raised,
        [each for each in raised if not _MEASURE.search(each[2])],
        [each for each in raised if not _MEASURE_OR_FIGURE.search(each[2])],
    )
    fitting = next((each for each in readings if [label for _, label, _ in each] == labels), [])
    return {element: label for element, label, _ in fitting}


def _units(element: Element, parts: Collection[Element]) -> Iterator[_Unit]:
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                yield _Unit(None, element)
        elif child in parts:
            continue
        elif child.name not in ("p", "li", "table") and any(_is_block(each) for each in child.children):
            yield from _units(child, parts)
        elif child.name == "hr" or child.text.strip():
            yield _Unit(child, element)


def _is_block(child: Element | str) -> bool:
    return isinstance(child, Element) and child.name in BLOCKS


def _note_of(unit: _Unit, parts: Collection[Element]) -> _Note | None:
    """Return a unit as a note; None where it has no label of its own, or words that would be taken for one."""
    element = unit.element
    if element is None or element.name not in ("p", "div", "li", "dd"):
        return None
    if element.name == "li":
        mark = dict(marked_items(unit.around)).get(element, "").rstrip(".")
        is_doubled = bool(label_before(element.text))
        return _Note(element, mark, None) if mark not in ("", BULLET) and not is_doubled else None
    sign = _first(element, parts)
    if sign and sign.name == "sup" and (label := label_of(sign.text)):
        note = _Note(element, label, sign)
        return None if re.match(r"\d", _behind(note)) else note
    label = label_before(element.text)
    return _Note(element, label, None) if label else None


def _first(element: Element, parts: Collection[Element]) -> Element | None:
    """Return the element that an element begins with, None where it begins with words."""
    for child in element.children:
        if isinstance(child, Element) and child not in parts:
            return child
        if isinstance(child, str) and child.strip():
            return None
    return None


def _behind(note: _Note) -> str:
    """Return what stands behind the label of a note."""
    return note.element.text.lstrip().removeprefix(note.sign.text.strip()) if note.sign else ""


def _is_glued(note: _Note) -> bool:
    """Say whether the first word of a note stands beside its label: as words they would be one."""
    return bool(re.match(r"\w", _behind(note)))


def _parts_notes(element: Element | None) -> bool:
    if element is None:
        return False
    is_heading = bool(re.fullmatch(r"h[1-6]", element.name))
    return element.name == "hr" or (is_heading and bool(_HEADING.fullmatch(element.text)))


def _raised(
    element: Element, without: Collection[Element], before: list[str]
) -> Iterator[tuple[Element, str, str]]:
    """Yield the raised labels in an element that no link has, with the words before each, which `before` gathers."""
    for child in element.children:
        if isinstance(child, str):
            before[0] = (before[0] + child)[-10:]
        elif child not in without and child.name != "a":
            label = label_of(child.text) if child.name == "sup" else ""
            if label and not any(each.name == "a" for each in child.elements()):
                yield child, label, before[0]
            else:
                yield from _raised(child, without, before)
