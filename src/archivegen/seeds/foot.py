"""Whether a document's foot stands above a line: its signature, date, copy list, typist or notes.

What follows a foot is no longer the document's running text.
"""

from __future__ import annotations

import re
from enum import IntEnum

from archivegen.seeds.block_kinds import CLOSING_WORDS
from archivegen.seeds.copy_rows import header_of_copies
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.initials import INITIALS
from archivegen.seeds.markings import NUMBER_SIGN
from archivegen.seeds.names import WORD, is_whole_name, split_office_and_name
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.summary import PROSE_LINE
from archivegen.seeds.vocabulary import FOREIGN_OFFICES, OFFICES


class Foot(IntEnum):
    """How sure it is that a foot stands above a line."""

    NONE = 0
    POSSIBLE = 1
    SURE = 2


_SURE = re.compile(
    r"\[(?:signature|signed)\b|\((?:signed|signature|-)\)|\bsigned:|^/[^/]{3,40}/$|/signed/|/-+/|"
    r"^\d+\s*(?:[-–]|x\s)\s*\S|^\[?(?:source|archival note)\b[^:]{0,20}:|"
    r"^(?:typed|typist|printed|drafted|deciphered|dictated|prepared|executed|written|cc|copies|copy|distribut(?:ion|ed)|sent|forwarded|circulated)\b[^.]{0,30}:|"
    r"^\w+\s+cop(?:y|ies)\s+(?:were\s+)?(?:printed|produced|made|typed)\b|"
    r"^\[(?:hand-?writ|stamp|in hand|faded)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(rf"^{NUMBER_SIGN}\s*\d[\w/.-]*$")
_INITIALS_AND_SURNAME = re.compile(rf"(?:^|[(\s]){INITIALS}\s?(?:{WORD}|[^\W\d_a-z]{{3,}})[)]?,?(?:\s|$)")
_BETWEEN = re.compile(r"^\[?\s*(?:…|\.{3,4})\s*\]?$|^(?:[x#=_*~-]\s*){3,}$")
_PLACE_BEFORE_DATE = re.compile(r"^[^\W\d_][^,\d]{1,40},\s+(?=\S)")
_NOTE = re.compile(r"^(?:\[?\d{1,3}\]?\s+[^\W\d_]|\*+\s|\[?_ftn)")
_ENDS_SENTENCE = re.compile(r"[.!?][”\"’')]*$")
_OFFICE_WORDS = frozenset(word.casefold() for word in (*OFFICES, *FOREIGN_OFFICES)) | frozenset(
    "embassy consulate mission legation ministry committee department bureau".split()
)
_LONGEST_FOOT = 40


def foot_above(source: SourceText, above: list[int]) -> Foot:
    """Return how sure it is that the last of some lines, by number, are the foot of a document.

    One mark of a signature or of the copies is enough; a date, a name and an office must stand together.
    """
    foot: list[str] = []
    for number in reversed(above[-_LONGEST_FOOT:]):
        line = source.line(number).strip()
        if not _may_belong_to_foot(line):
            break
        foot.append(line)
    else:
        return Foot.NONE
    if any(map(is_mark_of_foot, foot)):
        return Foot.SURE
    kinds = {kind for line in foot if (kind := _kind_of(line))}
    if len(kinds) > 1:
        return Foot.SURE
    return Foot.POSSIBLE if kinds else Foot.NONE


def _may_belong_to_foot(line: str) -> bool:
    """Say whether a line is short and no sentence, or a note, or what editors say of the paper in brackets."""
    if _NOTE.match(line) or is_mark_of_foot(line) or (line.startswith("[") and line.endswith("]")):
        return True
    return len(line) < PROSE_LINE and (not _ENDS_SENTENCE.search(line) or _is_date(line))


def is_mark_of_foot(line: str) -> bool:
    """Say whether a line alone shows that a document's foot stands there: a signature, a list of copies, a typist."""
    marks = _SURE.search(line) or _NUMBER_ALONE.match(line) or header_of_copies(line)
    is_short = len(line) < PROSE_LINE
    return bool(marks or (is_short and (CLOSING_WORDS.match(line) or _INITIALS_AND_SURNAME.search(line))))


def _kind_of(line: str) -> str | None:
    """Return what a line without a mark may be in a foot: a date, a name, an office, or a sign between parts."""
    if _is_date(line):
        return "date"
    if _BETWEEN.match(line):
        return "sign"
    before, _, after = line.strip("(),").partition(",")
    named = split_office_and_name(before.title() if before.isupper() else before)
    if named.name and is_whole_name(named.name):
        return "name and office" if after or named.office else "name"
    words = {word.strip("(),.").casefold() for word in line.split()}
    return "office" if words & _OFFICE_WORDS else None


def _is_date(line: str) -> bool:
    """Say whether a line is a date, or a place and a date; the year may be missing."""
    wording = line.strip("()")
    return bool(read_date(wording, "2000") or read_date(_PLACE_BEFORE_DATE.sub("", wording), "2000"))
