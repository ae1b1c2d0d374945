"""Words of an OpenDocument text that its page does not have: why each is missing, so that none goes in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from archivegen.seeds.formats.opendocument_styles import tag, value
from archivegen.seeds.formats.xml_part import Element

# What is no text of the document: labels that are set before and beside it, instructions, descriptions of pictures.
_NO_WORDS = frozenset(
    "text:number text:note-citation office:forms text:sequence-decls text:variable-decls text:user-field-decls text:script "
    "text:dde-connection-decls text:alphabetical-index-auto-mark-file office:event-listeners table:title table:desc "
    "svg:title svg:desc text:list-header-source text:insertion text:format-change office:change-info draw:object".split()
)
_WHOLES = {"text:deletion": "deleted", "office:annotation": "comments", "text:hidden-text": "hidden"}
_COVERED = "table:covered-table-cell"


def unread(text: Element, met: Collection[Element], met_behind: Collection[Element]) -> Counter[str]:
    """Count what was passed over: what was deleted while changes were tracked (`deleted`), `comments`, `hidden` paragraphs,
    sections, rows and cells, words where the format has none (`astray`). `met` are the elements whose words were looked at,
    `met_behind` those behind which they were.
    """
    missing: dict[Element, str] = {}
    for element in text.iter("*"):
        for above in _around(element, met, met_behind):
            whole, why = _why(above)
            missing[whole] = why
    return Counter(filter(None, missing.values()))


def _around(element: Element, met: Collection[Element], met_behind: Collection[Element]) -> Iterator[Element]:
    """Yield the elements that have words which were not looked at: this one, and the one that it ends in."""
    is_hidden_text = tag(element) == "text:hidden-text" and value(element, "text:string-value")
    if is_hidden_text or (element not in met and (element.text or "").strip()):
        yield element
    if element not in met_behind and (element.tail or "").strip():
        yield element.getparent()


def _why(element: Element) -> tuple[Element, str]:
    """Return of what missing words are a part that counts as one, and why it is missing; "" where they are none."""
    for above in (element, *element.iterancestors()):
        name = tag(above)
        if name in _WHOLES:
            return above, _WHOLES[name]
        if name in _NO_WORDS or name.endswith("-source"):
            return above, ""
        if name == _COVERED or _is_hidden(above):
            return above, "hidden"
    return element, "astray"


def _is_hidden(element: Element) -> bool:
    if value(element, "text:display") == "none":
        return True
    if tag(element) == "table:table-row":
        return value(element, "table:visibility") not in (None, "visible")
    return any(
        tag(part) == "text:hidden-paragraph" and value(part, "text:is-hidden") == "true" for part in element
    )
