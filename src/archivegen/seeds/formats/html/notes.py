"""The notes of a page: which links lead to one, and which elements are one, here or in the book's file of notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from archivegen.seeds.formats.html.frame import is_note
from archivegen.seeds.formats.html.note_labels import label_of
from archivegen.seeds.formats.html.tree import PAGE_TYPES, Element

# Electronic books keep the notes of all chapters in a file of one of these names.
FILES_OF_NOTES = ("endnotes", "footnotes", "rearnotes", "notes")
_INLINE = frozenset("a b big cite em font i ins small span strong sub sup u s abbr mark".split())
_NO_NOTE = frozenset("html body main article section h1 h2 h3 h4 h5 h6 ol ul table tbody dl dt".split())
_NAME_OF_NOTE = re.compile(
    r"^_?(?:sd)?(?:fn|ftn|edn|en|n|(?:foot|end|rear)?_?note)s?(?![a-z]{3})[-\w:.]*\d[-\w:.]*$", re.IGNORECASE
)
_NAME_OF_REFERENCE = re.compile(r"ref|back|src|anchor", re.IGNORECASE)


@dataclass(slots=True)
class Notes:
    """The labels of notes by their elements, and of the notes that links lead to by the links,
    among them references whose notes are not to be found. `back` are the links that
    lead from notes to the text, `elsewhere` counts what looks like references to notes in other files, by their names.
    """

    labels: dict[Element, str] = field(default_factory=dict)
    references: dict[Element, str] = field(default_factory=dict)
    back: set[Element] = field(default_factory=set)
    elsewhere: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _File:
    """A page whose notes may be meant: its elements by name, the element around each and the one
    behind it, and the order of all.
    """

    by_name: dict[str, Element] = field(default_factory=dict)
    around: dict[Element, Element] = field(default_factory=dict)
    places: dict[Element, int] = field(default_factory=dict)
    behind: dict[Element, Element] = field(default_factory=dict)


def find_notes(root: Element, article: Element, path: str, companions: Mapping[str, Element]) -> Notes:
    """Return the notes that links of an article lead to. `companions` are other files of the same book, by name."""
    own = _read(root)
    files = {name.casefold(): _read(other) for name, other in companions.items()}
    files[PurePosixPath(path).name.casefold()] = own
    found: list[tuple[Element, Element, Element, str]] = []
    lost: dict[Element, str] = {}
    elsewhere: Counter[str] = Counter()
    for link in article.elements():
        href = link.get("href") if link.name == "a" else ""
        file = _file_of(href, files, own)
        target = file.by_name.get(unquote(href.partition("#")[2])) if file else None
        label = label_of(link.text)
        if label and target is None and "noteref" in _said_of(link):
            lost[link] = label
        if label and file is None and (name := _file_of_note(link, own)):
            elsewhere[name] += 1
        if file is None or target is None or not label or not _may_refer(link, target, file, own):
            continue
        note = _note_of(target, file)
        if note and note is not article and (file is not own or link not in note.elements()):
            found.append((link, target, note, label))
    notes = _without_shared(found, own)
    notes.references.update(lost)
    notes.elsewhere = elsewhere
    # In a file of notes by itself their arrows lead to the chapters; where they are numbers, these are the labels.
    notes.back.update(link for link in article.elements() if _is_arrow_back(link))
    return notes


def _is_arrow_back(link: Element) -> bool:
    return link.name == "a" and "backlink" in _said_of(link) and not re.search(r"\w", link.text)


def _read(root: Element) -> _File:
    file = _File()
    for place, element in enumerate(root.elements()):
        file.places[element] = place
        names = (element.get("id"), element.get("xml:id"), element.get("name") if element.name == "a" else "")
        for name in names:
            if name:
                file.by_name.setdefault(name, element)
        before: Element | None = None
        for child in element.children:
            if isinstance(child, Element):
                file.around[child] = element
                if before:
                    file.behind[before] = child
                before = child
            elif child.strip():
                before = None
    return file


def _file_of(href: str, files: Mapping[str, _File], own: _File) -> _File | None:
    """Return the file that a link leads into. Saved pages have their own address before what leads to their own notes."""
    address, sign, name = href.partition("#")
    if not sign or not name:
        return None
    if not address:
        return own
    if re.match(r"[a-z]+:", address, re.IGNORECASE):
        return own if unquote(name) in own.by_name else None
    return files.get(unquote(address).rpartition("/")[2].casefold())


def _may_refer(link: Element, target: Element, file: _File, own: _File) -> bool:
    """Say whether a link leads to a note: by what it or the note is said to be, or by their shape and their names."""
    said = _said_of(link)
    if "noteref" in said:
        return True
    if "backlink" in said or (file is own and own.places[target] <= own.places[link]):
        return False
    if is_note(target):
        return True
    # What leads into a file of notes by a figure alone is raised by the styles of the site, which are not read.
    if file is not own and label_of(link.text).isdecimal():
        return True
    return _is_raised(link, own) or _is_name_of_note(target.get("id") or target.get("name"))


def _is_raised(link: Element, own: _File) -> bool:
    return own.around.get(link, link).name == "sup" or any(
        isinstance(child, Element) and child.name == "sup" for child in link.children
    )


def _is_name_of_note(name: str) -> bool:
    return bool(_NAME_OF_NOTE.match(name) and not _NAME_OF_REFERENCE.search(name))


def _file_of_note(link: Element, own: _File) -> str:
    """Return the name of the other page that a link leads into as if to a note, "" where it does not."""
    address, _, name = unquote(link.get("href")).partition("#")
    file = address.rpartition("/")[2]
    is_page = bool(name) and ":" not in address and PurePosixPath(file).suffix.lower() in PAGE_TYPES
    may_refer = "noteref" in _said_of(link) or _is_raised(link, own) or _is_name_of_note(name)
    return file if is_page and may_refer else ""


def _said_of(link: Element) -> str:
    return f"{link.get('epub:type')} {link.get('role')}"


def _note_of(target: Element, file: _File) -> Element | None:
    """Return the element that is the whole note: a paragraph, an item, a row, a box of its own, or None."""
    element = target
    while element.name in _INLINE and element in file.around:
        above = file.around[element]
        below = file.behind.get(element) if not element.text.strip() else None
        if below and below.name in ("p", "div", "li", "blockquote"):
            return below
        if above.name in _NO_NOTE:
            return None
        element = above
    above = file.around.get(element, element)
    if element.name == "td" and above.name == "tr":
        return above
    is_box = above.name == "div" and (_NAME_OF_NOTE.match(above.get("id")) or is_note(above))
    if element.name == "p" and (above.name in ("li", "aside", "dd") or is_box):
        return above
    return None if element.name in _NO_NOTE else element


def _without_shared(found: list[tuple[Element, Element, Element, str]], own: _File) -> Notes:
    """Return the notes with labels that differ. An element that links lead into at several places is several notes."""
    targets: dict[Element, set[Element]] = {}
    for _, target, note, _ in found:
        targets.setdefault(note, set()).add(target)
    notes = Notes()
    used: Counter[str] = Counter()
    for link, _, note, label in found:
        if len(targets[note]) > 1:
            continue
        if note not in notes.labels:
            used[label] += 1
            notes.labels[note] = label if used[label] == 1 else f"{label} ({used[label]})"
        notes.references[link] = notes.labels[note]
    names = _names_of(notes.references, own)
    for note in notes.labels:
        notes.back.update(link for link in note.elements() if _leads_back(link, names))
    return notes


def _names_of(links: Mapping[Element, str], own: _File) -> set[str]:
    """Return the names under which notes lead back: of links, of what is in them and of what is close around them."""
    found: set[str] = set()
    for link in links:
        above = own.around.get(link, link)
        for element in (*link.elements(), above, own.around.get(above, above)):
            found.update(filter(None, (element.get("id"), element.get("name"))))
    return found


def _leads_back(link: Element, names: set[str]) -> bool:
    return link.name == "a" and (
        "backlink" in _said_of(link) or unquote(link.get("href").partition("#")[2]) in names
    )
