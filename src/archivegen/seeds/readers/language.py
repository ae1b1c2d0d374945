"""The language of the text given here, or the languages where it stands there in several versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.body import Block
from archivegen.records.values import LineRange, Lines, Value
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.text_language import language_of, script_of

# So much of a text, in words or signs of a script, makes a version of the document and not a name or a quotation.
_LEAST_OF_VERSION = 15
_CYRILLIC = re.compile(r"[\u0400-\u04ff]{2}")
# What no text in Latin letters has.
_OF_OTHER_SCRIPTS = re.compile(r"[^\x00-\u036f\u1e00-\u1eff\u2000-\u20cf]")


def read_language(draft: Draft) -> Iterator[Found]:
    """Yield the languages of the text where none is stated: one for each of its versions."""
    if draft.first("language"):
        return
    seen: set[str] = set()
    versions = list(_versions(draft))
    for blocks in versions:
        is_whole = len(versions) == 1
        language = (
            draft.paper.language if is_whole else language_of("\n".join(block.text for block in blocks))
        )
        if language and language not in seen:
            seen.add(language)
            lines: Lines = (LineRange(blocks[0].lines.first, blocks[-1].lines.last),)
            yield Found(
                "language",
                Value(value=language, rule="language_of_words", status="derived", by="program", lines=lines),
            )


def _versions(draft: Draft) -> Iterator[list[Block]]:
    """Yield the running text of each version: those in other scripts, and those divided by marks of omission."""
    paragraphs = draft.blocks_of("paragraph")
    # Most texts are one version in one script, as is seen at once.
    text = draft.running_text
    is_latin = text.isascii() or not _OF_OTHER_SCRIPTS.search(text)
    if paragraphs and is_latin and not draft.blocks_of("omission"):
        yield list(paragraphs)
        return
    groups: list[tuple[str, list[Block]]] = []
    is_divided = False
    for block in draft.body.blocks:
        if block.kind == "omission":
            is_divided = True
        elif block.kind == "paragraph":
            script = _script_of(block.text)
            if not groups or groups[-1][0] != script or is_divided:
                groups.append((script, []))
            is_divided = False
            groups[-1][1].append(block)
    long_enough = [
        blocks
        for script, blocks in groups
        if sum(_length(block, script) for block in blocks) >= _LEAST_OF_VERSION
    ]
    yield from long_enough or ([[block for _, blocks in groups for block in blocks]] if groups else [])


def _script_of(text: str) -> str:
    if text.isascii():
        return "Latin"
    return script_of(text) or ("Cyrillic" if _CYRILLIC.search(text[:200]) else "Latin")


def _length(block: Block, script: str) -> int:
    """Return about how many words a block has; a sign of a script that divides no words counts as one."""
    return len(block.text) if script in ("zh", "ja", "ko", "th") else block.text.count(" ") + 1
