"""The headings that editors of a documentary edition set above each document.

`142. Letter From the Ambassador in Peru (Hollis) to the Secretary of State1`: a number, the kind of paper with its parties,
whose surnames stand in brackets behind their offices, and the mark of the note on the source.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import NamedTuple

from archivegen.records.values import LineRange
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.markings import read_marks
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.sent_by_title import TITLES_IN_HEADINGS
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.vocabulary import FORMS

_PAPERS = (
    r"(?:Letters?|Telegrams?|Cables?|Memorandum|Memoranda|Despatch|Dispatch|Airgram|Note|Message|Circular|Instructions?|Report|"
    r"Aide-M[ée]moire|Paper|Minutes?|Record|Notes|Summary|Statement|Draft|Communiqu[ée]|Directive|Protocol|Resolution|Agreement|Diary|Extract|Cablegram|Radiogram|Study|Estimate|Declaration|Order|Decree|Decision|Proclamation|Convention|Speech|Address|Appeal|Petition|Proposal|Review|Analysis|Assessment)"
)
_SIGN = r"(?:No\.|Nº|№|Nr\.|Document|Doc\.|DOCUMENT|#)"
_NUMBER_ALONE = re.compile(rf"^\*?\[?(?:{_SIGN}\s*)?\[?\d{{1,4}}[a-z]?\]{{0,2}}\.?\]?$", re.IGNORECASE)
# The number of a decimal file, as it stands above the papers of a state's department, and what kind of paper it is:
# `768.5/10–2051: Telegram`.
_DECIMAL = (
    r"\d{3}[A-Z]?\.\w[\w.]{0,11}(?:\s[^\W\d_a-z][\w. ()-]{0,40})?/(?:\d{1,2}[–-]\d{3,4}|\d{1,5}[½a-z]?)"
)
_OF_A_PERSON = r"\d{3}\s[^\W\d_a-z][^/\d]{3,40}/\d{1,4}"
FILE_NUMBER = re.compile(
    rf"^(?P<number>{_DECIMAL}|{_OF_A_PERSON}|File\sNo\.\s\d{{3}}[\w./]{{1,20}}|[^\W\d_a-z][\w ]{{3,30}}\sFiles(?=:))(?:\s?:\s*(?:Circular\s+)?(?P<kind>[^\W\d_]+)\b.{{0,30}})?$"
)
# The number that the sender gave to it, in brackets, with how secret it is: `(No. 137.) Confidential.`
SENDERS_NUMBER = re.compile(
    r"^\((?P<number>(?:No|Nr|Tel|Telegram No)\.?\s?\d{1,5}[A-Za-z]?)\.?\)\.?(?:\s+(?P<marks>[^\W\d_][^\d]{2,60}))?$"
)
# What editors say in brackets above a heading: “Extract.”, “Strictly confidential.”
_REMARK = re.compile(r"^[\[(]\s*(?P<words>[^\W\d_][^\[\]()\d]{2,40}?)\s*\.?\s*[\])]\.?$")
_EXTRACT = re.compile(r"^Extracts?$", re.IGNORECASE)
_REMARKS = frozenset("translation private separate unofficial copy".split())
_NUMBER = re.compile(
    rf"^(?:{_SIGN}\s*\[?\d{{1,4}}[a-z]?\]?[.):]?|\[?\d{{1,4}}[a-z]?\]?[.):]?)\s+(?=[^\W\d_a-z])"
)
# The mark of a note: glued to the last word or to the year, or with a sign of its own.
_NOTE_MARK = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[)\]”’\"])|(?<=\b1[5-9]\d\d)|(?<=\b20\d\d)|(?<=[ap]\.m\.))\d{1,2}$|(?<=\S)\s?(?:\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]+|\*{1,2}|†)$"
)
# What a paper is, and from whom, to whom, of what: the prepositions may be large, as in headings.
_OF_A_PAPER = re.compile(
    rf"^(?:(?:(?-i:[^\W\d_a-z])[\w-]*|of)\s+){{0,4}}?{_PAPERS}(?:\s+(?:No\.\s*)?[\w/-]*\d[\w/-]*(?:\s\d+)?)?,?\s+(?:(?:Sent|Prepared|Drafted|Handed)\s+)?(?:from|to|by|for|of|between|on|prepared)\s",
    re.IGNORECASE,
)
_BETWEEN_OFFICES = re.compile(
    rf"^(?:The|{TITLES_IN_HEADINGS}|President|Secretary|Colonel|Commander|Lieutenant|Governor|(?:\w+-)?Admiral)\s.{{3,120}}?\sto\s(?:the\s|[^\W\d_a-z])"
)
# "Intelligence Memorandum", "National Intelligence Estimate 36-71"
_BARE_PAPER = re.compile(
    rf"^(?:[^\W\d_a-z][\w’'-]*\s+){{0,6}}?{_PAPERS}(?:\s+(?:No\.\s*)?[A-Z]?\d[\w/–-]*)?$"
)
# What stands behind the names: —(Received May 4.)
_RECEIVED = re.compile(
    r"[\s.—–-]*[(\[]Rec(?:eived|[’']d)\.?,?\s(?P<day>[^()\[\]]{3,40}?)\.?[)\]]$", re.IGNORECASE
)
_NUMBER_BEHIND = re.compile(r"(?<=\S)\s(?P<number>\d{1,2})$")
_SPACE_IN_BRACKETS = re.compile(r"(?<=\()\s+|\s+(?=\))")
_NAMED_HOLDER = re.compile(r"[^\W\d_]\s\([^\W\d_a-z][^\W\d_]*(?:[ .’'-]+[^\W\d_]+){0,3}\)(?=[\s,]|$)")
SOURCE_NOTE = re.compile(
    r"^\s*(?:(?:\[?\d{1,2}\]?[.)]?|[¹*†]+)\s*)?(?:Summary:\s*(?P<summary>.+?)\s+)?\[?Source:\s*(?P<source>\S.*?)\]?\s*$"
)
_MOST_LINES, _LONGEST, _LONGEST_LINE = 3, 320, 200
_MOST_ABOVE = 3
_LAST_LINES = 30
_EDITORIAL_NOTE = "Editorial Note"
_PAPER = re.compile(rf"^(?:[^\W\d_][\w’'-]*\s+){{0,6}}?{_PAPERS}\b", re.IGNORECASE)


class EditionHeading(NamedTuple):
    """An editors' heading: its lines, its words without number and mark, how many signs show that it is one, and the lines of
    numbers and of remarks in brackets that stand above its words, and the day behind them on which the paper came in.
    """

    lines: LineRange
    title: str
    signs: int
    numbers: tuple[int, ...]
    remarks: tuple[int, ...]
    received: str | None = None


def read_edition_heading(source: SourceText) -> EditionHeading | None:
    """Return the heading that editors set above a document, or None where its first lines are none."""
    filled = list(
        islice(
            (number for number, line in enumerate(source.lines, 1) if line.strip()),
            _MOST_ABOVE + _MOST_LINES + 1,
        )
    )
    above = list(takewhile(lambda number: _stands_above(source.line(number).strip()), filled[:_MOST_ABOVE]))
    remarks = tuple(number for number in above if remark_in(source.line(number).strip()))
    numbers = tuple(number for number in above if number not in remarks)
    below = filled[len(above) :]
    rows = _rows(source, below)
    words = " ".join(" ".join(source.line(number) for number in rows).split()).lstrip("*†")
    bare = _NUMBER.sub("", words)
    bare = body_in_ordinary_case(bare, "") if is_in_capitals(bare) else bare
    if not rows or len(words) > _LONGEST or not _may_head(bare):
        return None
    note = source_note_of(source)
    marked = _NOTE_MARK.search(bare)
    title = (bare[: marked.start()] if marked else _without_number(source, bare, note)).rstrip(" .")
    has_number = bool(numbers) or _NUMBER.match(words) is not None
    is_between = _BETWEEN_OFFICES.match(title) is not None
    # No heading between two offices ends in a number of its own.
    title = _SPACE_IN_BRACKETS.sub("", _NUMBER_BEHIND.sub("", title)) if is_between else title
    is_note = title == _EDITORIAL_NOTE and has_number
    if not (_OF_A_PAPER.match(title) or is_between or is_note or _BARE_PAPER.match(title)):
        return None
    received = _RECEIVED.search(title)
    title = title[: received.start()].rstrip(" .") if received else title
    is_marked, has_holder = title != bare.rstrip(" ."), _NAMED_HOLDER.search(title) is not None
    first = below[len(rows)] if len(below) > len(rows) else None
    is_dated = is_between and first is not None and is_date_line(source.line(first))
    signs = sum((has_number, is_marked, has_holder, note is not None, is_note, is_between, is_dated))
    return EditionHeading(
        LineRange(filled[0], rows[-1]), title, signs, numbers, remarks, received and received["day"]
    )


def remark_in(line: str) -> str | None:
    """Return the words of a remark in brackets that editors set above a heading: that the text is an extract, what it is, or
    how secret it is.
    """
    words = match["words"] if (match := _REMARK.match(line)) else ""
    is_known = words.casefold() in _REMARKS or words.casefold() in FORMS
    return words if words and (is_known or says_extract(words) or read_marks(words).is_marked) else None


def says_extract(remark: str) -> bool:
    """Say whether a remark tells that the text is but an extract."""
    return _EXTRACT.match(remark) is not None


def _stands_above(line: str) -> bool:
    is_number = _NUMBER_ALONE.match(line) or FILE_NUMBER.match(line) or SENDERS_NUMBER.match(line)
    return is_number is not None or remark_in(line) is not None


def _may_head(words: str) -> bool:
    """Say whether words may be a heading, whatever mark stands behind them: those of nearly no document may."""
    return bool(_PAPER.search(words) or _BETWEEN_OFFICES.match(words)) or words.startswith(_EDITORIAL_NOTE)


def _without_number(source: SourceText, title: str, note: int | None) -> str:
    """Return a title without the number of the note on the source that stands behind a space."""
    match = _NUMBER_BEHIND.search(title)
    is_its = (
        match is not None
        and note is not None
        and source.line(note).lstrip().startswith(f"{match['number']} ")
    )
    return title[: match.start()] if match and is_its else title


def _rows(source: SourceText, filled: list[int]) -> list[int]:
    """Return the lines of a heading that goes on over lines: those without a gap, as far as none is something else."""
    rows = filled[:1]
    for number in filled[1:_MOST_LINES]:
        line = source.line(number).strip()
        is_end = _NOTE_MARK.search(source.line(rows[-1]).strip()) is not None
        if (
            number != rows[-1] + 1
            or is_end
            or is_date_line(line)
            or read_label(line)
            or len(line) > _LONGEST_LINE
        ):
            break
        if not (
            line[0].islower()
            or line[0] == "("
            or source.line(rows[-1]).rstrip().endswith((" the", " to", " of", " for", ","))
        ):
            break
        rows.append(number)
    return rows


def source_note_of(source: SourceText) -> int | None:
    """Return the line of the editors' note on the source, among the last of a text, or None."""
    first = max(1, len(source.lines) - _LAST_LINES)
    return next(
        (number for number in range(first, len(source.lines) + 1) if SOURCE_NOTE.match(source.line(number))),
        None,
    )
