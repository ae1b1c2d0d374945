"""The letters and signs that the parts of a Word run are, and formulas on one line."""

from __future__ import annotations

import re

from archivegen.seeds.formats.symbols import sign_of, with_signs
from archivegen.seeds.formats.word_styles import tag, value
from archivegen.seeds.formats.xml_part import Element

SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_LINE_END = re.compile(r"\s*[\t\r\n]\s*")


def text_of(part: Element, font: str) -> str:
    """Return the words or the sign that a part of a run is; "" where it is neither."""
    name = tag(part)
    if name == "w:t":
        is_kept = part.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        text = (part.text or "") if is_kept else (part.text or "").strip()
        return with_signs(_LINE_END.sub(" ", text).replace(_SOFT_HYPHEN, ""), font)
    if name == "w:sym":
        code = value(part, "char") or ""
        is_code = re.fullmatch(r"[0-9A-Fa-f]{1,6}", code)
        return sign_of(int(code, 16), value(part, "font") or font) if is_code else ""
    return SIGNS.get(name, "")


def formula_of(element: Element) -> str:
    """Return a formula on one line, its fractions with a stroke."""
    name = tag(element)
    if name in ("m:t", "w:t"):
        return element.text or ""
    if name in ("w:del", "w:moveFrom"):
        return ""
    divider = "/" if name == "m:f" else ""
    return divider.join(filter(None, (formula_of(part) for part in element)))
