"""The frame of a page, told from its document by a few plain rules: the elements that HTML has for it, their roles, the
names that sites give to boxes, and links that stand close together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from archivegen.seeds.formats.html.tree import Element

Part = Literal["silent", "frame", "hidden", "deleted"]

# What no reader of a page sees.
_SILENT = frozenset("script style template head title meta link base noframes frameset col colgroup".split())
_FRAME = frozenset(
    "nav aside form button select input textarea label option datalist dialog iframe object embed canvas audio video "
    "noscript svg menu map search".split()
)
_FRAME_OF_PAGE = frozenset(("header", "footer"))
_SECTIONS = frozenset("article main section aside nav blockquote td".split())
_FRAME_ROLES = frozenset(
    "navigation banner contentinfo search complementary alert alertdialog dialog menu menubar toolbar form".split()
)
_TEXT_ROLES = frozenset("main article document".split())
# Words in the names of boxes: these are enough alone.
_NAMED_FRAME = re.compile(
    r"(?<![a-z])(?:cookies?|consent|gdpr|breadcrumbs?|newsletter|advert(?:isement)?s?|noprint|sr only|visually hidden|"
    r"screen reader text|skip link|skip nav)(?![a-z])"
)
# And these, where most words in the box are links.
_NAMED_LINKS = re.compile(
    r"(?<![a-z])(?:nav(?:bar|igation)?|menu|sidebar|shar(?:e|ing)|social|related|recommend(?:ed|ations)|pag(?:er|ination)|"
    r"toolbar|masthead|footer|header|promo|tags|toc)(?![a-z])"
)
# What stands in the foot of a site, and of no document.
_FOOT_OF_SITE = re.compile(
    r"copyright|©|all rights reserved|privacy|terms of (?:use|service)|cookies|impressum|imprint|datenschutz",
    re.IGNORECASE,
)
_NAMES_OF_CONTENT = frozenset("content main page post entry article body text inner area".split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_NOTES = re.compile(r"note", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
_BOXES = frozenset("div ul ol table td tr section p center span".split())
_FEWEST_LINKS = 4
_NOT_BOXES = frozenset("html body main article".split())


@dataclass(slots=True)
class Frame:
    """What of a page is not its document: by its element. `article` is the element that the document is in."""

    article: Element
    parts: Mapping[Element, Part] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Measure:
    """How many words are in an element, how many of them in links, and how many links."""

    words: int = 0
    linked: int = 0
    links: int = 0

    @property
    def is_linked(self) -> bool:
        """Whether most words are links."""
        return self.links > 0 and 3 * self.linked >= 2 * self.words


def frame_of(root: Element) -> Frame:
    """Return the frame of a page. Where no element is said to be the document, the whole page without its frame is."""
    body = next((child for child in root.elements() if child.name == "body"), root)
    measures: dict[Element, _Measure] = {}
    _measure(root, measures, is_link=False)
    parts: dict[Element, Part] = {}
    _divide(root, parts, measures, is_section=False)
    article = _article(body, parts, measures)
    if article is body:
        _divide_links(body, parts, measures)
    return Frame(article, parts)


def _measure(element: Element, measures: dict[Element, _Measure], *, is_link: bool) -> _Measure:
    if element.name in _SILENT:
        return measures.setdefault(element, _Measure())
    is_link = is_link or (element.name == "a" and bool(element.get("href")))
    words = linked = links = 0
    for child in element.children:
        if isinstance(child, str):
            found = len(_WORDS.findall(child))
            words, linked = words + found, linked + (found if is_link else 0)
        else:
            inside = _measure(child, measures, is_link=is_link)
            words, linked, links = words + inside.words, linked + inside.linked, links + inside.links
    links += element.name == "a" and bool(element.get("href"))
    return measures.setdefault(element, _Measure(words, linked, links))


def _divide(
    element: Element, parts: dict[Element, Part], measures: Mapping[Element, _Measure], *, is_section: bool
) -> None:
    """Say of every element below one whether it is of the frame; what is within such a one is not looked at."""
    whole = max((measure.words for measure in measures.values()), default=0)
    waiting = [(element, is_section)]
    while waiting:
        current, is_section = waiting.pop()
        for child in current.children:
            if isinstance(child, str):
                continue
            part = _part(child, measures[child], whole, is_section=is_section)
            if part:
                parts[child] = part
            else:
                waiting.append((child, is_section or child.name in _SECTIONS))


def _part(element: Element, measure: _Measure, whole: int, *, is_section: bool) -> Part | None:
    name, role = element.name, element.get("role").lower()
    if name in _SILENT:
        return "silent"
    if "hidden" in element.attributes or _HIDING.search(element.get("style")):
        return "hidden"
    if name == "del":
        return "deleted"
    names = _names(element)
    if role in _TEXT_ROLES or name in _NOT_BOXES or is_note(element):
        return None
    if name in _FRAME or role in _FRAME_ROLES or (name in _FRAME_OF_PAGE and not is_section):
        # Old pages have the whole of their text in a form.
        return "frame" if name != "form" or 2 * measure.words < whole else None
    if 2 * measure.words > whole:
        return None
    if "footer" in names.split() and not is_section and _FOOT_OF_SITE.search(element.text):
        return "frame"
    if _NAMED_FRAME.search(names) or (measure.is_linked and _NAMED_LINKS.search(names)):
        return "frame"
    return None


def is_note(element: Element) -> bool:
    """Say whether an element is marked as a note, or as the place of notes."""
    return bool(_NOTES.search(element.get("epub:type")) or _NOTES.search(element.get("role")))


def _names(element: Element) -> str:
    """Return the words in the names of an element, in small letters: `relatedLinks` has `related` and `links`."""
    names = f"{element.get('class')} {element.get('id')}"
    return re.sub(r"[^a-z]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names).lower())


def _article(body: Element, parts: Mapping[Element, Part], measures: Mapping[Element, _Measure]) -> Element:
    """Return the element that is said to be the document and has a good part of the words; the body where none is."""
    of_frame = sum(measures[element].words for element, part in parts.items() if part != "silent")
    whole = measures[body].words - of_frame
    for name in ("main", "article"):
        found = _outermost(body, name, parts)
        if len(found) == 1 and 3 * measures[found[0]].words >= whole:
            inner = _outermost(found[0], "article", parts) if name == "main" else []
            is_whole = len(inner) == 1 and 3 * measures[inner[0]].words >= 2 * measures[found[0]].words
            return inner[0] if is_whole else found[0]
    named = _outermost(body, "", parts)
    return named[0] if len(named) == 1 and 3 * measures[named[0]].words >= 2 * whole else body


def _outermost(top: Element, name: str, parts: Mapping[Element, Part]) -> list[Element]:
    """Return the elements of a name or a role within one, but for those of the frame and those inside another one; without
    a name, the boxes that sites call their content.
    """
    found: list[Element] = []
    waiting = [top]
    while waiting:
        for child in waiting.pop().children:
            if isinstance(child, str) or child in parts:
                continue
            is_one = name in (child.name, child.get("role")) if name else _is_named_content(child)
            (found if is_one else waiting).append(child)
    return found


def _is_named_content(element: Element) -> bool:
    names = set(_names(element).split())
    return element.name in _BOXES and "content" in names and names <= _NAMES_OF_CONTENT


def _divide_links(body: Element, parts: dict[Element, Part], measures: Mapping[Element, _Measure]) -> None:
    """Take boxes of links for the frame of a page that says nothing of its parts, unless the page is nothing else."""
    found: list[Element] = []
    waiting = [body]
    while waiting:
        for child in waiting.pop().children:
            if isinstance(child, str) or child in parts:
                continue
            measure = measures[child]
            if (
                child.name in _BOXES
                and measure.is_linked
                and measure.links >= _FEWEST_LINKS
                and not _has_notes(child)
            ):
                found.append(child)
            else:
                waiting.append(child)
    if 2 * sum(measures[element].words for element in found) < measures[body].words:
        parts.update((element, "frame") for element in found)


def _has_notes(element: Element) -> bool:
    """Say whether an element has links within its page: those may lead to notes."""
    return any(each.name == "a" and each.get("href").startswith("#") for each in element.elements())
