"""What the style sheets inside a page say of how its words are set: by classes, as word processors and editions write them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from archivegen.seeds.formats.html.tree import Element

_PROPERTIES = ("font-style", "font-weight", "text-decoration", "text-decoration-line")
_BRACES = re.compile("[{}]")
# An element by its own name, id and classes; what stands around it is not looked at.
_SELECTOR = re.compile(r"(?P<name>[A-Za-z][\w-]*|\*)?(?P<marks>(?:[.#][\w-]+)*)")


class _Rule(NamedTuple):
    """A rule in the order in which rules outdo each other: by ids, by classes, by the name, by its place."""

    ids: frozenset[str]
    classes: frozenset[str]
    name: str
    style: str

    def holds_for(self, element: Element) -> bool:
        return (
            self.name in ("", element.name)
            and self.ids <= {element.get("id")}
            and self.classes <= set(element.get("class").split())
        )


def declarations_in(style: str) -> dict[str, str]:
    """Return what a style says by the names of its properties, in small letters; what stands last holds."""
    pairs = (each.partition(":") for each in style.lower().split(";"))
    return {name.strip(): value.partition("!")[0].strip() for name, _, value in pairs if value.strip()}


def apply_style_sheets(root: Element) -> None:
    """Write what the sheets in a page say of the words of its elements before what these say themselves."""
    sheets = "\n".join(element.text for element in root.elements() if element.name == "style")
    rules: defaultdict[str, list[tuple[int, _Rule]]] = defaultdict(list)
    for place, rule in enumerate(_rules(sheets)):
        rules[_key(rule)].append((place, rule))
    known: dict[tuple[str, str, str], str] = {}
    for element in root.elements() if rules else ():
        kind = element.name, element.get("id"), element.get("class")
        if kind not in known:
            known[kind] = _style_of(element, rules)
        if known[kind]:
            style = f"{known[kind]};{element.get('style')}"
            element.attributes = {**element.attributes, "style": style}


def _style_of(element: Element, rules: Mapping[str, list[tuple[int, _Rule]]]) -> str:
    """Return what the rules say of an element, those that outdo others behind them."""
    keys = (element.name, *(f".{name}" for name in element.get("class").split()), f"#{element.get('id')}")
    found = [
        (len(rule.ids), len(rule.classes), bool(rule.name), place, rule.style)
        for key in dict.fromkeys(keys)
        for place, rule in rules.get(key, ())
        if rule.holds_for(element)
    ]
    said = declarations_in(";".join(each[-1] for each in sorted(found)))
    return ";".join(f"{name}:{value}" for name, value in said.items())


def _key(rule: _Rule) -> str:
    """Return one name without which an element is not meant."""
    marks = [*(f"#{each}" for each in rule.ids), *(f".{each}" for each in rule.classes)]
    return min(marks, default=rule.name)


def _rules(sheets: str) -> Iterator[_Rule]:
    for selectors, declarations in _blocks(sheets):
        said = declarations_in(declarations)
        style = ";".join(f"{name}:{said[name]}" for name in _PROPERTIES if name in said)
        for selector in selectors.split(",") if style else ():
            match = _SELECTOR.fullmatch(selector.strip())
            if match and match.group():
                marks = re.findall(r"[.#][\w-]+", match["marks"])
                ids, classes = (frozenset(each[1:] for each in marks if each[0] == sign) for sign in "#.")
                yield _Rule(ids, classes, (match["name"] or "").lower().strip("*"), style)


def _blocks(sheets: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors of the rules with their declarations; rules of a medium or a width hold for some readers only."""
    first, *others = sheets.replace("<!--", "").replace("-->", "").split("/*")
    text = first + "".join(other.partition("*/")[2] for other in others)
    depth = start = inner = 0
    for brace in _BRACES.finditer(text):
        if brace.group() == "{":
            inner = inner if depth else brace.end()
            depth += 1
            continue
        depth = max(0, depth - 1)
        if not depth:
            selectors = text[start : inner - 1].rpartition(";")[2].strip()
            declarations = text[inner : brace.start()]
            if not selectors.startswith("@") and "{" not in declarations:
                yield selectors, declarations
            start = inner = brace.end()
