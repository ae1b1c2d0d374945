"""What in a document may be meant to close it, or to redact words of it, and does not: lines of its text, what its format
states, values, comments.
"""

from __future__ import annotations

from archivegen.problems import Problem
from archivegen.seeds.closing_comments import comments_that_close
from archivegen.seeds.closing_statements import statements_that_close
from archivegen.seeds.closing_values import values_that_close
from archivegen.seeds.formats.html.tree import PAGE_TYPES
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.supplied import Supplied
from archivegen.seeds.unmarked import unmarked_lines


def wishes_to_close(
    below: SourceText,
    sidecar: tuple[str, str] | None,
    above: list[Supplied],
    own: list[Supplied],
) -> tuple[Problem, ...]:
    """Return a problem for each line, statement, value and comment that belongs in the file of corrections, unless what is the
    document's `own` says so already; `above` is what its folders supply, `below` the text below its front matter.
    """
    belongs_in = sidecar[0] if sidecar else f"{below.path.rpartition('.')[0] or below.path}.yml"
    settled = {name for part in own for name in part.gives}
    is_stated = any("access" in part.gives for part in (*above, *own))
    # A site says the same on all its pages.
    on_pages = {"access"} if is_stated and below.path.lower().endswith(PAGE_TYPES) else set()
    lines = unmarked_lines(below, belongs_in, settled | on_pages, is_access_stated=is_stated)
    statements = statements_that_close(below, belongs_in, settled, is_access_stated=is_stated)
    supplied = ((name, value) for part in (*above, *own) for name, value in part.found)
    values = () if is_stated else values_that_close(supplied, below.path)
    return (*lines, *statements, *values, *comments_that_close((*above, *own)))
