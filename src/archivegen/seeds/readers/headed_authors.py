"""The authors whom a heading or a title names: `Journal of the Ambassador`, `Report by the Consul in Port Alver, Ada Brik`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.values import AgentValue, LineRange, Lines, Voice
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.names import (
    WHOLE_NAME,
    NamedOffice,
    is_whole_name,
    split_office_and_name,
)
from archivegen.seeds.ordinary_case import body_in_ordinary_case, name_in_ordinary_case
from archivegen.seeds.persons_listed import is_surname
from archivegen.seeds.title_wording import without_tails
from archivegen.seeds.vocabulary import OFFICES, SMALL_WORDS, alternatives

_STOPS = r"for|on|about|with|regarding|concerning|at|before|during"
# "Journal of the Ambassador to the DPRK": of the forms only a journal is never sent "to" somebody.
_DIARIST = re.compile(
    rf"\b(?:journal|diary)\s+(?:of|by)\s+(?P<who>.+?)(?=\s+(?:{_STOPS}|from|covering)\s|[,\n]|:\s|$)",
    re.IGNORECASE,
)
_KEPT_BY = re.compile(
    rf"\b(?:journal|diary|log)\b.{{0,80}}?\bkept\s+by\s+(?!order\b)(?P<who>.+?)(?=\s+(?:{_STOPS}|from|covering)\s|[,\n]|$)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    rf"\b(?i:(?<!led )(?<!headed )(?<!hosted )(?<!visit )(?<!reception )by|(?<=letter )from|(?<=telegram )from|(?<=cable )from|(?<=message )from)\s+(?P<who>(?i:the\s+)?[^\W\d_a-z].+?)(?=\s+(?i:{_STOPS}|to)\s|[,\n]|$)"
)
# "Speech of Comrade Ada Brik at the Congress"
_SPEAKER = re.compile(
    r"\b(?i:speech|address|lecture|sermon|testimony|toast|remarks)\s+(?i:of|by|(?:given|delivered|made|held)\s+by)\s+(?P<who>[^\W\d_a-z].+?)(?=\s+(?i:at|before|on|in|to|during|for|about)\s|[,\n]|$)"
)
# What is left of "Journal of …" where a page has lost its first line.
_HEADLESS = re.compile(rf"^of\s+(?P<who>[^\W\d_a-z].+?)(?=\s+(?:{_STOPS})\s|$)")
_RECORDED = re.compile(r"\b(?i:conversation|talk)\s+(?:of|by)\s+(?P<who>[^\W\d_a-z].+?)(?=\s+with\s)")
_NAME_BEHIND = re.compile(rf",\s+(?P<name>{WHOLE_NAME})(?=[,\s]|$)")
# Reports come from places too: only an office says that they are a person's.
_REPORTED = re.compile(
    rf"\b(?i:report)\s+from\s+(?P<who>(?:the\s+)?(?:{alternatives(OFFICES)})\s[^,\n]+?)(?=\s+(?i:{_STOPS}|to)\s|[,\n]|$)"
)
_INITIALS_BEHIND = re.compile(r"^[^\W\d_a-z][^\W\d_]+ (?:[^\W\d_a-z]\.\s?){1,3}$")
_AT_A_PLACE = re.compile(r"\s+(?:in|at)\s+[^\W\d_a-z][^,]*$")


def line_at(lines: list[HeadLine], offset: int) -> int:
    """Return the line of the file on which a character of a heading stands, its lines taken together."""
    for line in lines:
        if offset <= len(line.text):
            return line.number
        offset -= len(line.text) + 1
    return lines[-1].number


def authors_in(lines: list[HeadLine]) -> Iterator[Found]:
    """Yield the authors whom a heading names: `Journal of …`, `Report by …`."""
    folded = " ".join(
        body_in_ordinary_case(line.text, "") if is_in_capitals(line.text) else line.text for line in lines
    )
    recorded = _RECORDED.search(folded)
    match = (
        _KEPT_BY.search(folded)
        or _DIARIST.search(folded)
        or _HEADLESS.match(folded)
        or recorded
        or _SPEAKER.search(folded)
        or _AUTHOR.search(folded)
    )
    if not match:
        return
    is_of_a_talk = match is recorded
    start = match.start("who")
    # "the Consul in Port Alver, Ada Brik": the name may stand behind the office.
    who = split_office_and_name(match["who"])
    is_office_alone = not who.name or (who.office or "").rpartition(" ")[2] in SMALL_WORDS
    rest = name_in_ordinary_case(folded[match.end("who") :])
    behind = _NAME_BEHIND.match(rest) if is_office_alone else None
    if who.name and is_office_alone and not behind:
        return  # "Journal of the Ambassador of Freedonia"
    for part in re.split(r"(\s+and\s+)", f"{match['who']}, {behind['name']}" if behind else match["who"]):
        found = split_office_and_name(part)
        if found.name and (found.office or is_whole_name(found.name)) and not INSTITUTION.search(found.name):
            number = line_at(lines, start + found.start)
            author = _named(found, "document_heading", (LineRange(number, number),))
            # Records of "the conversation of X with Y" are X's as a rule, and sometimes a third person's.
            yield Found("creators", replace(author, certainty="probable") if is_of_a_talk else author)
        start += len(part)


def read_author_in_title(draft: Draft) -> Iterator[Found]:
    """Yield the author whom the catalogue's title names, where the document does not."""
    title = draft.first("title")
    if title and title.by == "cataloguer" and not draft.values_of("creators", AgentValue):
        words = without_tails(title.value)
        diarist = _DIARIST.search(words)
        match = diarist or _AUTHOR.search(words) or _REPORTED.search(words)
        found = split_office_and_name(match["who"]) if match else None
        # Whoever keeps a journal is a person, also where the surname stands alone, or before the initials.
        if diarist and (is_surname(diarist["who"]) or _INITIALS_BEHIND.match(diarist["who"])):
            value = _named(NamedOffice(diarist["who"], None), "author_in_title", title.lines, "cataloguer")
            yield Found("creators", replace(value, status="derived", certainty="probable"))
            return
        if match and found and not found.name:  # "Consul Ishida in Port Alver"
            found = split_office_and_name(_AT_A_PLACE.sub("", match["who"]))
        if not found or not found.name or INSTITUTION.search(found.name):
            return
        # A surname alone is the writer's where an office stands before it, and the text is signed with it.
        is_signed = any(line.strip(" ().") == found.name for _, line in draft.foot)
        if is_whole_name(found.name) or (found.office and " " not in found.name):
            value = _named(found, "author_in_title", title.lines, "cataloguer")
            is_sure = is_whole_name(found.name) or is_signed
            yield Found(
                "creators", replace(value, status="derived", certainty="certain" if is_sure else "probable")
            )


def _named(found: NamedOffice, rule: str, lines: Lines, by: Voice = "source") -> AgentValue:
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
