"""What in a document may be meant to close it, or to redact words of it, and does not: lines of its text, values, comments."""

from __future__ import annotations

from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.seeds.closing_comments import comments_that_close
from archivegen.seeds.closing_values import values_that_close
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.supplied import Supplied
from archivegen.seeds.unmarked import unmarked_lines


def wishes_to_close(
    below: SourceText,
    sidecar: tuple[str, str] | None,
    above: list[Supplied],
    own: list[Supplied],
    record: Record,
) -> tuple[Problem, ...]:
    """Return a problem for each line, value and comment that belongs in the file of corrections, unless what is the document's `own`
    says so already; `above` is what its folders supply, `below` the text below its front matter.
    """
    belongs_in = sidecar[0] if sidecar else f"{below.path.rpartition('.')[0] or below.path}.yml"
    settled = {name for part in own for name in part.gives}
    is_stated = any("access" in part.gives for part in (*above, *own))
    lines = unmarked_lines(below, belongs_in, settled, is_access_stated=is_stated)
    supplied = ((name, value) for part in (*above, *own) for name, value in part.found)
    of_header = (("rights", value) for value in record.fields.get("rights", ()) if value.rule == "tei_header")
    values = () if is_stated else values_that_close((*supplied, *of_header), below.path)
    return (*lines, *values, *comments_that_close((*above, *own)))
