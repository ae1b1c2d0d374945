"""The document's own heading: its wording, author, and the period or the day it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, Certainty, LineRange, Value
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.heading_lines import (
    JOURNAL,
    HeadLine,
    headings,
    is_headless,
    names_kind_of_paper,
    without_byline,
)
from archivegen.seeds.readers.headed_authors import authors_in, line_at
from archivegen.seeds.readers.labelled_head import labelled_rows
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.signed_rows import MARK_OF_SIGNATURE
from archivegen.seeds.vocabulary import FORMS

_MEETING_OF = re.compile(
    r"\b(?:session|meeting|conversation|talk|talks|sitting|plenum)\b(?:(?!\s+on\s).){0,100}?(?:\s(?:of|on|held\s+on)\s+(?:[a-z]+day,?\s+)?|,\s+(?:on\s+)?)$",
    re.IGNORECASE,
)

# "Minutes of the Lamp Committee of 3 March": of its meeting on that day, as a rule.
_MINUTES_OF = re.compile(
    r"^\s*minutes\b(?:(?!\son\s).){0,100}?(?:\s(?:of|held\s+on)\s+|,\s+)$", re.IGNORECASE
)
# "Minutes of the Meeting of 3 May 1961, approved on 9 May 1961"
_OF_ANOTHER_DAY = re.compile(
    r"\b(?:approved|adopted|signed|confirmed|published|printed|received)\s+(?:on|of|by\b[^,]{3,40})\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NOTES_OF_EMBASSIES = ("note verbale", "verbal note", "circular note")
_QUOTED = re.compile(r"(?:^|[\s(])['‘“\"](?P<words>[^'‘’“”\"]+(?:['’][^'‘’“”\"]+)*)[’'”\"]")
# "INCOMING TELEGRAM" says no more than "TELEGRAM".
_QUALIFIERS = re.compile(
    r"^\s*(?:(?:incoming|outgoing|cipher|ciphered|coded|code|secret|urgent|official|internal|short)\s+){1,2}(?=\S)",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|covering|during)\s+(?:the\s+month\s+of\s+)?$", re.IGNORECASE)
_MONTH = len("1961-05")
FROM_A_JOURNAL = re.compile(r"^\s*From\s+the\s+(?:journal|diary)\b", re.IGNORECASE)


def read_heading(draft: Draft) -> Iterator[Found]:
    """Yield the heading word for word, the author it names and the period it covers.

    Of two headings the first is that of the journal which the document, named by the second, is taken from.
    """
    every = headings(draft.paper.head)
    groups = [lines for lines in every if not is_only_a_label(draft, lines)]
    for lines in every if not groups else ():
        if " " not in _QUALIFIERS.sub("", lines[0].text).strip():
            continue  # "MEMORANDUM" says the kind of paper and no more
        yield Found(
            "title_in_document",
            Value(
                value=lines[0].text.strip(),
                rule="document_heading",
                lines=(LineRange(lines[0].number, lines[0].number),),
            ),
        )
    if not every:
        yield from _quoted_in_title(draft)
    has_creators = bool(draft.values_of("creators", AgentValue))
    for lines in groups:
        named_lines = without_byline(lines)
        wording = " ".join(" ".join(line.text for line in named_lines).split())
        here = (LineRange(lines[0].number, named_lines[-1].number),)
        is_last = lines is groups[-1]
        if FROM_A_JOURNAL.match(wording) or not is_last:
            yield Found("part_of", Value(value=wording, rule="journal_heading", status="derived", lines=here))
        if is_last and not (is_headless(wording) and draft.first("title") and not wording.startswith("of ")):
            # Capitals that name no kind of paper may be an office of which the program has never heard.
            certainty: Certainty = "certain" if names_kind_of_paper(lines) else "probable"
            value = Value(value=wording, rule="document_heading", lines=here, certainty=certainty)
            yield Found("title_in_document", value)
        yield from _dates(lines)
        authors = [] if has_creators else [each for each in authors_in(lines) if not _is_signed(draft, each)]
        has_creators = has_creators or bool(authors)
        yield from authors


def _is_signed(draft: Draft, author: Found) -> bool:
    """Say whether a record of somebody's conversation bears the signature of somebody else, who wrote it."""
    surname = author.value.value.rpartition(" ")[2].casefold()
    signed = [line.casefold() for _, line in draft.foot if MARK_OF_SIGNATURE.search(line)]
    return (
        author.value.certainty == "probable" and bool(signed) and not any(surname in line for line in signed)
    )


def _quoted_in_title(draft: Draft) -> Iterator[Found]:
    """Yield the line of the head whose words a title puts in quotation marks: `Report …, 'On the Lake Ferries'`."""
    title = draft.first("title")
    quoted = _QUOTED.search(title.value) if title else None
    for line in draft.paper.head if quoted else ():
        words = " ".join(line.text.split())
        if quoted and words.casefold() == quoted["words"].casefold():
            here = (LineRange(line.number, line.number),)
            value = Value(value=words, rule="heading_quoted_in_title", status="derived", lines=here)
            yield Found("title_in_document", value)
            return


def is_only_a_label(draft: Draft, lines: list[HeadLine]) -> bool:
    """Say whether a heading only names the kind of paper, above a subject line that says what it is."""
    words = _QUALIFIERS.sub("", lines[0].text).strip().casefold()
    is_bare = len(lines) == 1 and (words in FORMS or words in _NOTES_OF_EMBASSIES)
    return is_bare and any(row.label.field == "subject" for row in labelled_rows(draft.paper.head))


def _dates(lines: list[HeadLine]) -> Iterator[Found]:
    """Yield the period a heading names, or the day of the meeting."""
    text = "\n".join(line.text for line in lines)
    has_day = False
    for found in find_dates(text):
        line = lines[0].number if "\n" not in text else line_at(lines, found.start)
        is_month_of_a_journal = len(found.edtf) == _MONTH and JOURNAL.search(text[: found.start])
        if "/" in found.edtf or (is_month_of_a_journal and _FOR.search(text[: found.start])):
            yield Found(
                "dates", dated(found.edtf, found.wording, "period_covered", "period_in_heading", line)
            )
            continue
        above = text[: found.start].replace("\n", " ")
        if has_day and _OF_ANOTHER_DAY.search(above):
            continue
        has_day = True
        is_of_meeting = _MEETING_OF.search(above) is not None
        if is_of_meeting or _MINUTES_OF.search(above):
            sure = "certain" if is_of_meeting else "probable"
            value = dated(
                found.edtf,
                found.wording,
                "event",
                "meeting_in_heading",
                line,
                status="derived",
                certainty=sure,
            )
            yield Found("dates", value)
