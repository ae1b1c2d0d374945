"""The logo of an archive: a picture in its `static/` folder, with its size."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import imagesize

from archivegen.config import SETTINGS_NAME
from archivegen.pages.look import Logo
from archivegen.problems import Problem
from archivegen.seeds.formats.xml_part import BadXml, Element, parse_xml
from archivegen.settings.faults import is_inside, nearest, setting_fault
from archivegen.settings.logo import LogoSettings

_STATIC = "static"
_ENDINGS = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_SVG = "{http://www.w3.org/2000/svg}"
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
# What acts, and what brings in something else; a picture needs neither.
_ACTING = (
    "script", "handler", "foreignObject", "iframe", "object", "embed", "set", "animate", "animateTransform", "animateMotion",
)  # fmt: skip
_NAMED_ELSEWHERE = ("href", "src")
# What a style brings in; `url(#…)` is a part of the drawing itself.
_BROUGHT_IN = re.compile(
    r"""@import[^;]*|\b(?:url|src|image|image-set)\((?!\s*["']?#)[^)]*\)?""", re.IGNORECASE
)
# A character of a style by its number (CSS Syntax, 4.3.7), or a sign behind a backslash.
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")


def read_logo(root: Path, settings: LogoSettings, problems: list[Problem]) -> Logo | None:
    """Return the logo that the settings name; what is wrong with it is added to the problems."""
    name = settings.file
    file = root / _STATIC / name
    found = _pictures(root / _STATIC)
    if not is_inside(name) or not file.is_file() or not name.lower().endswith(_ENDINGS):
        kinds = ", ".join(_ENDINGS)
        there = f"there are {', '.join(found)}" if found else f"put one there ({kinds})"
        fix = f"{nearest(name, found)}name a picture in static/: {there}"
        problems.append(
            setting_fault(SETTINGS_NAME, settings.line, "logo", f"static/ has no picture “{name}”", fix)
        )
        return None
    content = file.read_bytes()
    path = f"{_STATIC}/{name}"
    try:
        size = _size_of_svg(content, path, problems) if name.lower().endswith(".svg") else _size(content)
    except BadXml as bad:
        problems.append(_fault(path, bad.line, f"this is no SVG: {bad}", "save it as plain SVG"))
        return None
    if size is None:
        fix = "save it anew; an SVG needs “viewBox”, or “width” and “height” without units"
        problems.append(_fault(path, None, "the size of this picture cannot be read", fix))
        return None
    return Logo(f"assets/{quote(name.removeprefix('js/'))}", *size)


def _pictures(folder: Path) -> list[str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return [
        file.relative_to(folder).as_posix()
        for file in files
        if file.name.lower().endswith(_ENDINGS) and not file.name.startswith(".")
    ]


def _size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a picture made of dots, in these."""
    width, height = imagesize.get(io.BytesIO(content))
    return (int(width), int(height)) if width > 0 and height > 0 else None


def _size_of_svg(content: bytes, path: str, problems: list[Problem]) -> tuple[int, int] | None:
    """Return width and height of a drawing, in pixels; what acts in it is added to the problems.

    Raises:
        BadXml: it is no drawing that can be trusted.

    """
    root = parse_xml(content, with_instructions=True)
    if root.tag != f"{_SVG}svg":
        raise BadXml("its outermost element is not “svg”")
    problems.extend(_acting(root, path))
    stated = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    lengths = [match[1] for match in stated if match] if all(stated) else box[2:]
    try:
        width, height = (round(float(length)) for length in lengths)
    except (ValueError, OverflowError):
        return None
    return (width, height) if width > 0 and height > 0 else None


def _acting(root: Element, path: str) -> Iterator[Problem]:
    """Yield a problem for each part of a drawing that does something, or asks another host for something."""
    fix = "take it out, or save the drawing as plain SVG: nothing on a page may act by itself"
    for node in (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()):
        for found in _acting_in(node):
            yield _fault(path, node.sourceline, f"the drawing holds “{found}”", fix)


def _acting_in(node: Element) -> Iterator[str]:
    """Yield what does something in an element or its attributes, or is an instruction to programs."""
    if not isinstance(node.tag, str):
        yield f"<?{node.target}?>"
        return
    local = node.tag.rpartition("}")[2]
    if local in _ACTING:
        yield local
    if local == "style":
        yield from _brought_in("".join(node.itertext()))
    for key, value in node.attrib.items():
        name = key.rpartition("}")[2]
        is_elsewhere = name in _NAMED_ELSEWHERE and not value.strip().startswith(("#", "data:image/"))
        is_styled = name not in _NAMED_ELSEWHERE and any(_brought_in(value))
        if name.lower().startswith("on") or is_elsewhere or is_styled:
            yield f"{name}={value}"


def _brought_in(style: str) -> Iterator[str]:
    """Yield what a style, or what may be one, asks for that is not in the drawing."""
    plain = _ESCAPED.sub(lambda found: _character(found[1]) if found[1] else found[2], style)
    return (found[0] for found in _BROUGHT_IN.finditer(plain))


def _character(number: str) -> str:
    code = int(number, 16)
    is_none = 0xD800 <= code <= 0xDFFF or code > sys.maxunicode
    return "\N{REPLACEMENT CHARACTER}" if is_none else chr(code)


def _fault(path: str, line: int | None, message: str, fix: str) -> Problem:
    return Problem(path=path, line=line, field="logo", code="logo", message=message, fix=fix)
