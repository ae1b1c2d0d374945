"""Who signed a paper that has enclosures below it: the foot of the whole is that of the last of them."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.records.values import AgentValue, LineRange
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.sent_by_title import bears_surname_of, named_by_surname, sent_by_title
from archivegen.seeds.signatories import Signatory, read_signed_line

_LONGEST = 80


def read_writer_above_enclosures(draft: Draft) -> Iterator[Found]:
    """Yield the writer whom a title names by the surname, by the whole name that stands somewhere alone, where nobody signs below."""
    title = draft.first("title")
    sent = sent_by_title(title.value) if title and title.rule != "file_name_title" else None
    writer = named_by_surname(sent.one) if sent else None
    if writer is None or draft.values_of("creators", AgentValue):
        return
    signed = (each for each in _signed_alone(draft) if bears_surname_of(each.name, writer))
    if signatory := next(signed, None):
        here = (LineRange(signatory.line, signatory.line),)
        as_written = signatory.wording if signatory.wording != signatory.name else None
        value = AgentValue(
            value=signatory.name, as_written=as_written, office=signatory.office, rule="signatures", status="derived",
            certainty="probable", lines=here,
        )  # fmt: skip
        yield Found("creators", value)


def _signed_alone(draft: Draft) -> Iterator[Signatory]:
    for block in draft.body.blocks:
        if block.kind != "heading" and "\n" not in block.text and len(block.text) <= _LONGEST:
            yield from read_signed_line(block.text, block.lines.first, after_closing=False)
