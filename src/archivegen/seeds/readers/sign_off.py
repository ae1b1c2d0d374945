"""The foot of a document: signatures with their date, and the list of copies with the note of the printing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.body import Block
from archivegen.records.values import AgentValue, CopyValue, LineRange, Registration, Value
from archivegen.seeds.block_kinds import (
    CLOSING_WORDS,
    COPIES_HEADER,
    is_sign_off,
    names_of_signatories,
)
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import (
    body_in_ordinary_case,
    is_whole_name,
    name_in_ordinary_case,
    without_form_of_address,
)
from archivegen.seeds.placed_dates import read_placed_date
from archivegen.seeds.readers.letterhead import NUMBER, dated
from archivegen.seeds.vocabulary import OFFICES

_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(),
        1,
    )
}
_ROW = re.compile(r"^\s*(?P<copy>\d+)\s*(?:[-–—.)]|x(?=\s))\s*(?P<receiver>\S.*?)\s*$")
_DISPOSITION = re.compile(
    r"^(?:to|for|in)\s+(?:the\s+)?(?:file|files|archive|records?)\b|^file$", re.IGNORECASE
)
_SIGNATORY = re.compile(
    r"(?:\[(?:signature|signed)\]|/signed/|\((?:signed|-)\)|signed:?)\s*\(?(?P<name>[^()\n]+?)\)?\s*$|^\s*/(?P<slashed>[^/\n]+)/\s*$|"
    r"^\s*\((?P<bracketed>(?:[A-Z]\.\s?)+[A-Z][\w’'-]+)\)\s*$",
    re.IGNORECASE | re.MULTILINE,
)


def read_signature(draft: Draft) -> Iterator[Found]:
    """Yield the signatories, unless the heading has named the author, and the date under the signatures."""
    has_creators = bool(draft.values_of("creators", AgentValue))
    for block in draft.blocks_of("signature"):
        lines = list(enumerate(block.text.split("\n"), block.lines.first))
        if is_sign_off([line.strip() for _, line in lines]):
            if not has_creators:
                yield from _signatories(lines[:-1])
            number, wording = lines[-1]
            edtf = read_date(wording, draft.year)
            if edtf:
                yield Found("dates", dated(edtf, wording, "signed", "signature_date", number))
        elif not has_creators:
            yield from _marked_signature(block, draft.running_text)


def read_closing(draft: Draft) -> Iterator[Found]:
    """Yield the name under the closing words of a letter, and the date that stands below the text."""
    paragraphs = draft.blocks_of("paragraph")
    last_paragraph = paragraphs[-1].lines.last if paragraphs else 0
    lines = [
        (number, line.strip())
        for block in draft.body.blocks
        if block.lines.first > last_paragraph or block.kind == "signature"
        for number, line in enumerate(block.text.split("\n"), block.lines.first)
    ]
    has_creators = bool(draft.values_of("creators", AgentValue))
    for (_, before), (number, line) in pairwise(lines):
        if not has_creators and CLOSING_WORDS.match(before) and is_whole_name(line):
            has_creators = True
            name = name_in_ordinary_case(line)
            yield Found(
                "creators",
                AgentValue(
                    value=name,
                    as_written=line if line != name else None,
                    rule="closing_name",
                    status="derived",
                    lines=(LineRange(number, number),),
                ),
            )
    for block in draft.blocks_of("dateline"):
        place, edtf = read_placed_date(block.text.strip(), draft.year)
        if edtf and paragraphs and block.lines.first > last_paragraph:
            yield Found("dates", dated(edtf, block.text, "signed", "signature_date", block.lines.last))
            if place:
                yield Found(
                    "place_of_creation", Value(value=place, rule="dateline_place", lines=(block.lines,))
                )


def _signatories(lines: list[tuple[int, str]]) -> Iterator[Found]:
    for number, line in lines:
        for name in names_of_signatories(line):
            yield Found(
                "creators",
                AgentValue(
                    value=name, rule="signatures", status="derived", lines=(LineRange(number, number),)
                ),
            )


def _marked_signature(block: Block, running_text: str) -> Iterator[Found]:
    match = _SIGNATORY.search(block.text)
    if not match:
        return
    wording = (match["name"] or match["slashed"] or match["bracketed"]).strip()
    name = name_in_ordinary_case(wording)
    if not is_whole_name(name):
        return
    before = block.text[: match.start()].strip().split("\n")
    is_office = bool(before) and any(word.capitalize() in OFFICES for word in before[-1].split())
    office = body_in_ordinary_case(before[-1].strip(), running_text) if is_office else None
    line = block.lines.first + block.text.count("\n", 0, match.end())
    yield Found(
        "creators",
        AgentValue(
            value=name,
            rule="signature_mark",
            status="derived",
            lines=(LineRange(line, line),),
            as_written=wording if wording != name else None,
            office=office,
        ),
    )


def read_copy_list(draft: Draft) -> Iterator[Found]:
    """Yield how many copies there were, where each went, and the number and day of the printing."""
    for block in draft.blocks_of("copy_list"):
        lines = list(enumerate(block.text.split("\n"), block.lines.first))
        for number, line in lines:
            yield from _copy_line(number, line)
        yield from _printing(lines)


def _copy_line(number: int, line: str) -> Iterator[Found]:
    here = (LineRange(number, number),)
    header = COPIES_HEADER.match(line)
    if header:
        word = header["total"] or ""
        total = _NUMBER_WORDS.get(word.casefold(), word)
        if total.isdigit():
            wording = line.strip()[: line.strip().lower().index("cop")] + "copies"
            yield Found(
                "copies",
                CopyValue(value=total, as_written=wording, rule="copy_list", lines=here, type="total"),
            )
        return
    row = _ROW.match(line)
    if row:
        receiver = without_form_of_address(row["receiver"])
        is_disposition = bool(_DISPOSITION.match(receiver))
        yield Found(
            "copies",
            CopyValue(
                value=receiver,
                rule="copy_list",
                lines=here,
                type="distribution",
                copy=row["copy"],
                as_written=row["receiver"] if row["receiver"] != receiver else None,
                disposition=receiver if is_disposition else None,
            ),
        )


def _printing(lines: list[tuple[int, str]]) -> Iterator[Found]:
    """Yield the number and date that close a copy list: the typing pool's own registration."""
    for (number, line), (next_number, next_line) in zip(lines, [*lines[1:], (0, "")], strict=True):
        match = NUMBER.match(line.strip())
        if not match:
            continue
        date = read_date(next_line)
        yield Found(
            "registrations",
            Registration(
                value=match["number"],
                rule="printing_note",
                status="derived",
                kind="printing",
                date=date,
                lines=(LineRange(number, next_number if date else number),),
            ),
        )
        if date:
            yield Found(
                "dates", dated(date, next_line, "printed", "printing_note", next_number, status="derived")
            )
