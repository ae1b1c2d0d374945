"""Comments in files of corrections that would close the document, or redact words of it, if they were none.

`# access: restricted` is read by nobody. Whoever wrote it may have meant the document to be closed, or have opened it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archivegen.problems import Problem
from archivegen.records.values import AccessValue
from archivegen.seeds.closing_values import wish_of_text
from archivegen.seeds.closing_words import Wish, wish_of_entry
from archivegen.seeds.remarks import Remark
from archivegen.seeds.supplied import Supplied
from archivegen.storage.yaml_lines import YamlNode

_ENTRY = re.compile(r"(?P<key>[^\W\d_][\w /-]{0,40}?)\s*[:：](?:\s+(?P<text>.+))?")
_OPENS = "access: open"


def comments_that_close(supplied: Sequence[Supplied]) -> Iterator[Problem]:
    """Yield a problem for each comment that asks for what nothing that is as near to the document says, or nearer; an error
    where the file has nothing but comments. Of a document that is closed none is said to close it.
    """
    is_closed = _is_closed(supplied)
    for place, part in enumerate(supplied):
        for remark in part.remarks:
            wish = _wish_of(remark)
            if wish is None or (wish.field == "access" and is_closed):
                continue
            if not any(wish.field in nearer.gives for nearer in supplied[place:]):
                yield _problem(remark, wish)


def _is_closed(supplied: Sequence[Supplied]) -> bool:
    given = [value for part in supplied for _, value in part.found if isinstance(value, AccessValue)]
    return bool(given) and given[-1].value != "open"


def _wish_of(remark: Remark) -> Wish | None:
    entry = _ENTRY.fullmatch(remark.text)
    wish = wish_of_entry(entry["key"], YamlNode(remark.line, text=entry["text"])) if entry else None
    wish = wish or wish_of_text(remark.text) or (wish_of_text(entry["text"] or "") if entry else None)
    return None if wish and wish.instead == _OPENS else wish


def _problem(remark: Remark, wish: Wish) -> Problem:
    what = "closes nothing" if wish.field == "access" else "redacts nothing"
    unless = f"; if the document is open, “{_OPENS}”" if wish.field == "access" else ", or remove the comment"
    return Problem(
        path=remark.path,
        line=remark.line,
        field=wish.field,
        level="error" if remark.is_alone else "warning",
        code="closing-comment",
        message=f"“# {remark.text}” is a comment, and {what}",
        fix=f"write “{wish.instead}” without the “#”{unless}",
    )
