"""How many copies were made, and where each went: the list of copies, at the head or the foot, and rows without a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.values import CopyValue, LineRange
from archivegen.seeds.copy_rows import (
    COPIES_IN_A_ROW,
    COPY_ROW,
    NUMBERED_IN_A_ROW,
    ONE_OF_A_ROW,
    header_of_copies,
)
from archivegen.seeds.date_wordings import is_date
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.markings import NUMBER
from archivegen.seeds.names import (
    WORD,
    has_word_of_office,
    is_occupation,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.readers.labelled_head import labelled_rows
from archivegen.seeds.readers.printing_notes import printing_of, typists_number
from archivegen.seeds.vocabulary import SMALL_WORDS

_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(),
        1,
    )
}
_DISPOSITION = re.compile(
    r"^(?:to|for|in)\s+(?:the\s+)?(?:file|files|archive|records?)\b|^file$|^z\.?\s?d\.?\s?A(?:kten|\.)?$|^a/a$|^ad acta$|^в дело$",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"(?<!\d)\s*[-–]\s*\d{1,2}$")
_SURNAME = re.compile(rf"^{WORD}$")


def read_copies(draft: Draft) -> Iterator[Found]:
    """Yield how many copies there were, where each went, and the number and day of the printing."""
    for rows in _lists(draft):
        header = header_of_copies(rows[0][1])
        is_plain = header is not None and header["list"] is not None
        for number, line in rows:
            yield from _copy_line(number, line, is_plain=is_plain)
        yield from printing_of(draft, rows)
    for labelled in labelled_rows(draft.paper.head):
        for number, value in labelled.values if labelled.label.field == "copies" else ():
            yield from _inline(value, number)
    is_in_list = False
    for row in draft.paper.head:
        header = header_of_copies(row.text) if not row.is_labelled else None
        receiver = COPY_ROW.match(row.text) if is_in_list else None
        is_in_list = header is not None or receiver is not None
        if header:
            yield from _header(header, row.number)
        elif receiver:
            yield _copy(receiver["receiver"], receiver["copy"], row.number)
        elif COPIES_IN_A_ROW.match(row.text):
            yield from (_copy(one["receiver"], None, row.number) for one in ONE_OF_A_ROW.finditer(row.text))
    for number, text in draft.foot:
        if COPIES_IN_A_ROW.match(text):
            yield from (_copy(one["receiver"], None, number) for one in ONE_OF_A_ROW.finditer(text))
    yield from typists_number(draft)


def _lists(draft: Draft) -> list[list[tuple[int, str]]]:
    """Return the rows of each list of copies; on a saved page every row may be a block of its own."""
    lists: list[list[tuple[int, str]]] = []
    before = None
    for block in draft.body.blocks:
        if block.kind == "copy_list":
            if before != "copy_list":
                lists.append([])
            lists[-1].extend(enumerate(block.text.split("\n"), block.lines.first))
        before = block.kind
    return lists


def _copy_line(number: int, line: str, *, is_plain: bool) -> Iterator[Found]:
    """Yield what a row says; in a list of receivers without numbers every row is one, with or without how many it got."""
    header = header_of_copies(line)
    if header:
        yield from _header(header, number)
        return
    if is_date(line.strip()):
        return
    row = COPY_ROW.match(line)
    numbered = NUMBERED_IN_A_ROW.split(line)
    if len(numbered) > 3 and not numbered[0].strip():
        yield from _numbered(numbered[1:], number)
        return
    words = _HOW_MANY.sub("", line.strip())
    if row:
        yield _copy(row["receiver"], row["copy"], number)
    elif words and (is_plain or line.startswith(" ")) and not NUMBER.match(words) and not is_date(words):
        copy = _copy(words, None, number)
        is_known = INSTITUTION.search(words) or has_word_of_office(words) or is_whole_name(copy.value.value)
        yield copy if is_known else Found(copy.field, replace(copy.value, certainty="probable"))


def _header(header: re.Match[str], number: int) -> Iterator[Found]:
    word = header["total"] or header["number"] or header["alone"] or ""
    total = _NUMBER_WORDS.get(word.casefold(), word)
    if total.isdigit():
        wording = f"{word} copies" if word != "1" else "1 copy"
        yield Found(
            "copies",
            CopyValue(
                value=total,
                as_written=wording,
                rule="copy_list",
                lines=(LineRange(number, number),),
                type="total",
            ),
        )
    yield from _inline(header["inline"] or header["behind"] or header["each"] or "", number)


def _inline(row: str, number: int) -> Iterator[Found]:
    """Yield the receivers that stand behind the header of a list, on its own line."""
    numbered = NUMBERED_IN_A_ROW.split(row)
    if len(numbered) > 1 and not numbered[0].strip():
        yield from _numbered(numbered[1:], number)
        return
    for receiver, is_alone in _receivers(row):
        copy = _copy(_HOW_MANY.sub("", receiver), None, number)
        is_known = INSTITUTION.search(receiver) or is_whole_name(without_form_of_address(receiver))
        # What stands behind a comma may be an office of the person before it, or the place of a body.
        is_sure = is_alone and (is_known or "," not in row)
        yield copy if is_sure else Found(copy.field, replace(copy.value, certainty="probable"))


def _numbered(parts: list[str], line: int) -> Iterator[Found]:
    """Yield the receivers of a row in which each has the number of its copy: `1 - Hrubý, 2 - Valach`."""
    for copy, receiver in zip(parts[::2], parts[1::2], strict=True):
        yield _copy(receiver.strip(" .,;"), copy, line)


def _receivers(row: str) -> Iterator[tuple[str, bool]]:
    """Yield the receivers that stand in a row, and whether each is surely one of its own: the office behind a name is
    none, nor is the body behind a single name, and that behind one of several names may be its bearer's.
    """
    is_single = row.count(",") == 1 and ";" not in row
    is_named = False
    for part in re.split(r"([,;])\s*", f",{row}")[1:]:
        if part == ";":
            is_named = False
        words = part.strip(" .,;")
        is_of_a_person = is_named and INSTITUTION.search(words) is not None
        if words and not (is_named and _may_be_office(words)) and not (is_of_a_person and is_single):
            yield words, not is_of_a_person
        if words:
            is_named = is_whole_name(without_form_of_address(words))


def _may_be_office(words: str) -> bool:
    """Say whether words behind a name may be the office of its bearer: `Collector of Purnea`, `Harbour Engineer`."""
    found = split_office_and_name(words)
    if found.name and found.office and found.office.split()[-1] not in SMALL_WORDS:
        return False  # "Ambassador Puzanov"
    is_person = without_form_of_address(words) != words or is_whole_name(words)
    holder = words.partition(" of ")[0].rpartition(" ")[2].casefold()
    return has_word_of_office(words) or (not is_person and is_occupation(holder))


def _copy(wording: str, copy: str | None, number: int) -> Found:
    receiver = re.sub(r"^the\s+", "", without_form_of_address(wording))
    name, comma, _ = receiver.partition(",")
    if comma and receiver != wording and (_SURNAME.match(name) or is_whole_name(name)):
        receiver = name  # "Cde. Lind, Trade Mission"
    value = CopyValue(
        value=receiver,
        rule="copy_list",
        lines=(LineRange(number, number),),
        type="distribution",
        copy=copy,
        as_written=wording if wording != receiver else None,
        disposition=receiver if _DISPOSITION.match(receiver) else None,
    )
    return Found("copies", value)
