"""Stamps that have lost their frame: one that stood beside the letterhead and ran into its lines, one whose opening
words are lost so that only a closing bracket is left, and one that is a line like any other: `Received 11 June, No. 18`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.directions import EVENTS
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.markings import COPY_NUMBER, NUMBER, read_marks

_OPENS_BESIDE = re.compile(r"\S.*\[(?P<owner>[^\[\]]*)$")
_OPENS_ABOVE = re.compile(r"^\s*\[[^\[\]]*\bstamp\b[^\[\]]*$", re.IGNORECASE)
_STAMP_WORD = re.compile(r"\bstamp\s*:?", re.IGNORECASE)
_WAYS = "|".join(map(re.escape, EVENTS))
DIRECTION = re.compile(r"\b(?P<direction>Incoming|Outgoing|Received|Sent|Registered)\b", re.IGNORECASE)
_EVENT_LINE = re.compile(
    rf"^\W{{0,3}}(?:(?:[^\W\d_]+\s+){{0,2}}stamp\s*:\s*)?(?P<direction>{_WAYS})(?!\w)[\s:]*(?P<rest>[^\s\[\]][^\[\]]{{0,90}})$",
    re.IGNORECASE,
)
# Beside the number and the day of such a line stand the office, with capitals, and these.
_OTHER_WORD = re.compile(
    r"(?<![\w.])(?!(?:in|at|by|the|on|of|from|under|with|and|to|dated|as|h|hrs?|hours|[ap]\.?m)\b)[^\W\d_A-Z][^\W\d_]*"
)
# "Received 3 May 1861 No. 12 Barrels" is a row of a ledger: with a capital stands the office, or where it keeps its book.
_NAMED = re.compile(
    r"(?<![\w.])(?!(?:Registry|Register|Chancery|Archives?|General|Secret|Journal|Book|File|Entry|Under|In|Of|On)\b)[^\W\d_a-z][^\W\d_]+"
)
_DAY_IN_NUMBERS = re.compile(r"(?<!\w)\d{1,2}[./-](?:\d{1,2}|[IVX]{1,4})[./-]\d{2,4}(?!\w)")
_MOST_LINES = 8

StampLines = list[tuple[int, str]]


def loose_stamps(head: tuple[HeadLine, ...]) -> list[StampLines]:
    """Return the lines of each stamp without a frame, by number."""
    stamps = []
    collapsed = _collapsed(head)
    if collapsed:
        first, last = collapsed
        stamps.append(
            [
                (line.number, _columns(line.text, line is head[first], line is head[last])[1])
                for line in head[first : last + 1]
            ]
        )
    stamps.extend(
        [(line.number, line.text) for line in head[first : last + 1]]
        for first, last in (*_never_closed(head), *_orphans(head))
    )
    return stamps


def event_line(text: str) -> re.Match[str] | None:
    """Return the parts of a line that says when and under which number a paper came, went or was entered, or None."""
    match = _EVENT_LINE.match(text)
    words = NUMBER.sub("", match["rest"]) if match else ""
    if match is None or words == match["rest"]:
        return None
    date = next(find_dates(words), None)
    without = words[: date.start] + words[date.end :] if date else _DAY_IN_NUMBERS.sub("", words)
    is_event = without != words and not _OTHER_WORD.search(without)
    return match if is_event and (INSTITUTION.search(without) or not _NAMED.search(without)) else None


def without_loose_stamps(head: tuple[HeadLine, ...]) -> list[HeadLine]:
    """Return the lines of the letterhead without the words of stamps that ran into them."""
    stamped = {
        number
        for first, last in (*_never_closed(head), *_orphans(head))
        for number in range(head[first].number, head[last].number + 1)
    }
    lines = [line for line in head if line.kind != "stamp" and line.number not in stamped]
    collapsed = _collapsed(head)
    if not collapsed:
        return lines
    first, last = collapsed
    left = [
        replace(line, text=text, kind="letterhead")
        for line in head[first : last + 1]
        if (text := _columns(line.text, line is head[first], line is head[last])[0].strip())
    ]
    before = [line for line in lines if line.number < head[first].number]
    return [*before, *left, *(line for line in lines if line.number > head[last].number)]


def _collapsed(head: tuple[HeadLine, ...]) -> tuple[int, int] | None:
    """Return the first and last place of lines over which a bracket opened beside the letterhead goes."""
    for first, line in enumerate(head[:_MOST_LINES]):
        opening = _OPENS_BESIDE.match(line.text)
        if opening is None:
            continue
        for last in range(first + 1, min(len(head), first + _MOST_LINES)):
            if head[last].text.rstrip().endswith("]"):
                words = " ".join(other.text for other in head[first : last + 1])
                return (first, last) if _STAMP_WORD.search(words) else None
    return None


def _columns(text: str, is_first: bool, is_last: bool) -> tuple[str, str]:
    """Divide a line into the words of the letterhead and those of the stamp to the right of it."""
    if is_last:
        words = text.strip().rstrip("]")
        date = next(find_dates(words), None)
        is_beside = date is not None and date.start == 0 and re.search(r"\d", words[date.end :]) is not None
        return (words[: date.end], words[date.end :]) if date and is_beside else ("", words)
    if is_first:
        before, _, owner = text.rpartition("[")
        marks = read_marks(owner)
        secrecy = marks.secrecy[0].words if marks.secrecy else ""
        return f"{before} {secrecy}", owner.replace(secrecy, "")
    copy = COPY_NUMBER.search(text)
    copy_words = copy.group() if copy else ""
    text = text.replace(copy_words, " ") if copy_words else text
    stamp = _STAMP_WORD.search(text)
    if stamp:
        return f"{text[: stamp.start()]} {copy_words}", text[stamp.start() :]
    date = next(find_dates(text), None)
    if date and not text[: date.start].strip():
        return f"{text[: date.end]} {copy_words}", text[date.end :]
    number = NUMBER.match(text.strip())
    if number:
        return f"{number.group()} {copy_words}", text.strip()[number.end() :]
    return copy_words, text


def _never_closed(head: tuple[HeadLine, ...]) -> list[tuple[int, int]]:
    """Return the first and last place of each stamp whose bracket never closes: it goes on as far as no line is blank."""
    found: list[tuple[int, int]] = []
    for first, line in enumerate(head):
        if not _OPENS_ABOVE.match(line.text):
            continue
        last = first
        while last + 1 < len(head) and head[last + 1].number == head[last].number + 1:
            last += 1
        rows = head[first + 1 : last + 1]
        if rows and last - first < _MOST_LINES and not any(row.text.rstrip().endswith("]") for row in rows):
            found.append((first, last))
    return found


def _orphans(head: tuple[HeadLine, ...]) -> list[tuple[int, int]]:
    """Return the first and last places of stamps of which only the closing bracket is left."""
    found: list[tuple[int, int]] = []
    for last, line in enumerate(head):
        text = line.text.strip()
        if not text.endswith("]") or "[" in text or line.is_labelled:
            continue
        if any(
            "[" in other.text and "]" not in other.text for other in head[max(0, last - _MOST_LINES) : last]
        ):
            continue
        first = last
        while first > 0 and last - first < 4 and _may_be_stamped(head[first - 1], head[first]):
            first -= 1
            if DIRECTION.search(head[first].text) and head[first - 1].number < head[first].number - 1:
                break
        if not all(_says_what_it_is(row.text) for row in head[first : last + 1]):
            found.append((first, last))
    return found


def _says_what_it_is(text: str) -> bool:
    """Say whether a line has but how secret a paper is, or which copy: so does every letterhead."""
    marks = read_marks(text.strip(" ]!"))
    return bool(marks.secrecy or marks.copy_number) and not (marks.number or marks.rest)


def _may_be_stamped(line: HeadLine, below: HeadLine) -> bool:
    """Say whether a line above one of a stamp belongs to it: it touches it, or says which way the paper went."""
    if line.kind in ("heading", "address") or line.is_labelled:
        return False
    return line.number == below.number - 1 or bool(DIRECTION.search(line.text))
