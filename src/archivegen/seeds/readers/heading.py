"""The document's own heading: its wording, author, and the period or the day it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.values import AgentValue, Certainty, LineRange, Lines, Value, Voice
from archivegen.seeds.alphabet import is_in_capitals
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
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.names import (
    WHOLE_NAME,
    NamedOffice,
    body_in_ordinary_case,
    is_whole_name,
    split_office_and_name,
)
from archivegen.seeds.readers.labelled_head import labelled_rows
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.vocabulary import FORMS, OFFICES, SMALL_WORDS, alternatives

_STOPS = r"for|on|about|with|regarding|concerning|at|before|during"
# "Journal of the Ambassador to the DPRK": of the forms only a journal is never sent "to" somebody.
_DIARIST = re.compile(
    rf"\b(?:journal|diary)\s+(?:of|by)\s+(?P<who>.+?)(?=\s+(?:{_STOPS}|from|covering)\s|[,\n]|$)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    rf"\b(?i:by|(?<=letter )from|(?<=telegram )from|(?<=cable )from|(?<=message )from)\s+(?P<who>(?i:the\s+)?[^\W\d_a-z].+?)(?=\s+(?i:{_STOPS}|to)\s|[,\n]|$)"
)
# What is left of "Journal of …" where a page has lost its first line.
_HEADLESS = re.compile(rf"^of\s+(?P<who>[^\W\d_a-z].+?)(?=\s+(?:{_STOPS})\s|$)")
_RECORDED = re.compile(r"\b(?i:conversation|talk)\s+(?:of|by)\s+(?P<who>[^\W\d_a-z].+?)(?=\s+with\s)")
_NAME_BEHIND = re.compile(rf",\s+(?P<name>{WHOLE_NAME})(?=[,\s]|$)")
_MEETING_OF = re.compile(
    r"\b(?:session|meeting|conversation|talk|talks|sitting|plenum)\b(?:(?!\s+on\s).){0,100}?(?:\s(?:of|on|held\s+on)\s+(?:[a-z]+day,?\s+)?|,\s+(?:on\s+)?)$",
    re.IGNORECASE,
)


# Reports come from places too: only an office says that they are a person's.
_REPORTED = re.compile(
    rf"\b(?i:report)\s+from\s+(?P<who>(?:the\s+)?(?:{alternatives(OFFICES)})\s[^,\n]+?)(?=\s+(?i:{_STOPS}|to)\s|[,\n]|$)"
)
_AT_A_PLACE = re.compile(r"\s+(?:in|at)\s+[^\W\d_a-z][^,]*$")
# "Minutes of the Lamp Committee of 3 March": of its meeting on that day, as a rule.
_MINUTES_OF = re.compile(
    r"^\s*minutes\b(?:(?!\son\s).){0,100}?(?:\s(?:of|held\s+on)\s+|,\s+)$", re.IGNORECASE
)
_QUOTED = re.compile(r"(?:^|[\s(])['‘“\"](?P<words>[^'‘’“”\"]+(?:['’][^'‘’“”\"]+)*)[’'”\"]")
# "INCOMING TELEGRAM" says no more than "TELEGRAM".
_QUALIFIERS = re.compile(
    r"^\s*(?:(?:incoming|outgoing|cipher|ciphered|coded|secret|urgent|official|internal|short)\s+){1,2}(?=\S)",
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
        authors = [] if has_creators else list(_authors(lines))
        has_creators = has_creators or bool(authors)
        yield from authors


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
    is_bare = len(lines) == 1 and _QUALIFIERS.sub("", lines[0].text).strip().casefold() in FORMS
    return is_bare and any(row.label.field == "subject" for row in labelled_rows(draft.paper.head))


def _dates(lines: list[HeadLine]) -> Iterator[Found]:
    """Yield the period a heading names, or the day of the meeting."""
    text = "\n".join(line.text for line in lines)
    for found in find_dates(text):
        line = lines[0].number if "\n" not in text else _line_at(lines, found.start)
        is_month_of_a_journal = len(found.edtf) == _MONTH and JOURNAL.search(text[: found.start])
        if "/" in found.edtf or (is_month_of_a_journal and _FOR.search(text[: found.start])):
            yield Found(
                "dates", dated(found.edtf, found.wording, "period_covered", "period_in_heading", line)
            )
            continue
        above = text[: found.start].replace("\n", " ")
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


def _line_at(lines: list[HeadLine], offset: int) -> int:
    for line in lines:
        if offset <= len(line.text):
            return line.number
        offset -= len(line.text) + 1
    return lines[-1].number


def _authors(lines: list[HeadLine]) -> Iterator[Found]:
    folded = " ".join(
        body_in_ordinary_case(line.text, "") if is_in_capitals(line.text) else line.text for line in lines
    )
    recorded = _RECORDED.search(folded)
    match = _DIARIST.search(folded) or _HEADLESS.match(folded) or recorded or _AUTHOR.search(folded)
    if not match:
        return
    is_of_a_talk = match is recorded
    start = match.start("who")
    # "the Consul in Port Alver, Ada Brik": the name may stand behind the office.
    who = split_office_and_name(match["who"])
    is_office_alone = not who.name or (who.office or "").rpartition(" ")[2] in SMALL_WORDS
    behind = _NAME_BEHIND.match(folded, match.end("who")) if is_office_alone else None
    for part in re.split(r"(\s+and\s+)", f"{match['who']}, {behind['name']}" if behind else match["who"]):
        found = split_office_and_name(part)
        if found.name and (found.office or is_whole_name(found.name)) and not INSTITUTION.search(found.name):
            number = _line_at(lines, start + found.start)
            author = named(found, "document_heading", (LineRange(number, number),))
            # Records of "the conversation of X with Y" are X's as a rule, and sometimes a third person's.
            yield Found("creators", replace(author, certainty="probable") if is_of_a_talk else author)
        start += len(part)


def read_author_in_title(draft: Draft) -> Iterator[Found]:
    """Yield the author whom the catalogue's title names, where the document does not."""
    title = draft.first("title")
    if title and title.by == "cataloguer" and not draft.values_of("creators", AgentValue):
        match = _DIARIST.search(title.value) or _AUTHOR.search(title.value) or _REPORTED.search(title.value)
        found = split_office_and_name(match["who"]) if match else None
        if match and found and not found.name:  # "Consul Ishida in Port Alver"
            found = split_office_and_name(_AT_A_PLACE.sub("", match["who"]))
        if not found or not found.name or INSTITUTION.search(found.name):
            return
        # A surname alone is the writer's where an office stands before it, and the text is signed with it.
        is_signed = any(line.strip(" ().") == found.name for _, line in draft.foot)
        if is_whole_name(found.name) or (found.office and " " not in found.name):
            value = named(found, "author_in_title", title.lines, "cataloguer")
            is_sure = is_whole_name(found.name) or is_signed
            yield Found(
                "creators", replace(value, status="derived", certainty="certain" if is_sure else "probable")
            )


def named(found: NamedOffice, rule: str, lines: Lines, by: Voice = "source") -> AgentValue:
    """Return a person the source states with office and wording."""
    name = found.name or ""
    return AgentValue(
        value=name,
        office=found.office,
        rule=rule,
        by=by,
        lines=lines,
        as_written=found.name_as_written if found.name_as_written != name else None,
    )
