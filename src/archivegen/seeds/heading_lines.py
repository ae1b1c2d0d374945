"""The headings of a document: which lines above its text are one, and how far each goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from archivegen.records.body import BlockKind
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.initials import INITIALS
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.markings import read_marks
from archivegen.seeds.names import WHOLE_NAME
from archivegen.seeds.newspapers import heads_cutting
from archivegen.seeds.polities import names_polity
from archivegen.seeds.routing_marks import read_routing_mark
from archivegen.seeds.sent_by_title import is_between_titled_persons
from archivegen.seeds.vocabulary import FORMS, PAPERS, TITLE, alternatives

FORM_START = re.compile(
    rf"^\s*(?!Of\s)(?:(?:The|A|An)\s+)?(?:(?!(?:Embassy|Ministry|Office|Consulate)\b)[\w’'-]+\s+){{0,3}}?(?:{alternatives(FORMS)})\b",
    re.IGNORECASE,
)
# "Information on the harvest", "PROPOSAL FOR THE EXCHANGE OF ENGINEERS"
PAPER_START = re.compile(
    rf"^\s*(?:(?:The|A|An)\s+)?(?:(?-i:[^\W\d_a-z])[\w’'-]+\s+){{0,2}}?(?-i:(?=[^\W\d_a-z]))(?:{alternatives(PAPERS)})(?:\s+No\.?\s*\d[\w/-]*)?\s+"
    r"(?:on|about|concerning|regarding|of|for|to|from|by|with|against)\s+\S+\s+\S",
    re.IGNORECASE,
)
FORM_WORD = re.compile(rf"\b(?:{alternatives(FORMS)})\b", re.IGNORECASE)
JOURNAL = re.compile(r"\b(?:journal|diary)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^\s*(?:kept\s+by|of|on|about|with|between|for|from|concerning|regarding|in|to|at|and|by|covering|during|held|о|об|с|sur|über|zu)\s",
    re.IGNORECASE,
)
# "from the Journal of", in small letters, above the diarist's name.
_FROM_A_JOURNAL = re.compile(
    r"^from\s+the\s+(?:[\w-]+\s+){0,2}(?:journal|diary)\s+(?:of|by)\b", re.IGNORECASE
)
_LONGEST_PART = 80
_BYLINE = re.compile(rf"^\s*by\s+(?:{TITLE})?\s*{WHOLE_NAME}\s*(?:,|$)", re.IGNORECASE)
_BREAKS_OFF = re.compile(r"\b(?:of|on|about|with|between|and|the|for|from|to|in|by)\s*$", re.IGNORECASE)
# A heading whose first words were lost begins in the middle: "about the opening of a school".
_HEADLESS = re.compile(r"^\s*(?:of|on|about|concerning|regarding)\s+(?:\S+\s+){3,}\S*[^\s.:;,]\s*$")
# "NOTE: the list was pinned to the second leaf" is a note and no heading.
_LABEL_LIKE = re.compile(r"^[^\s:]+(?:\s[^\s:]+){0,2}:\s")
# What a resolution is about, in quotation marks below the body that made it.
_IN_QUOTES = re.compile(r"^\s*[\"“„«'‘].{4,}[\"”“»'’]\s*$")
# What a kind of paper alone on its line goes on with: "amending the regulations for pilots".
_ABOUT_IT = re.compile(r"^\s*[a-z]{3,}ing\s(?!.*[:;]\s*$).{8,160}[^.,:;\s]\s*$")
# "The Journal of the Ambassador in Peru", and on the next line "Ya. F. BRIKOV"
_DIARIST = re.compile(rf"^\s*{INITIALS}\s?[^\W\d_a-z][^\W\d_]+\s*$")
# "MINUTES OF THE WELLS COMMITTEE", below it "Held in the Town Hall on 3 May 1961": where and when is no part of a title.
_HELD = re.compile(r"^\s*Held\s(?:.*\s)?on\s.*\d")
_IN_BRACKETS = re.compile(r"^\s*\((?:[^\W\d_]|\s){4,30}\)\s*$")
# Completes the century of a routing mark, where only its form matters.
ANY_YEAR = "1950"
# What is left of the name of an office whose first line is lost: "of the Republic of Austria".
_REST_OF_OFFICE = re.compile(
    r"^of\s+(?:the\s+)?(?:[^\W\d_a-z][\w’'-]*\s+){0,5}(?:Republics?|Kingdom|Empire|Federation|Commonwealth|Union|States|Confederation)"
    r"(?:\s+of\s+(?:the\s+)?(?:[^\W\d_a-z][\w’'-]*\s*)+)?$"
)
# What stands on papers that are given to the press.
RELEASED = re.compile(
    r"^FOR (?:(?:IMMEDIATE |PRESS )?RELEASE\b.*|THE PRESS)$|^(?:PRESS|NEWS) RELEASE$", re.IGNORECASE
)
# "BOROUGH OF WESTHAVEN" above the name of one of its departments.
PLACE_THAT_GOVERNS = re.compile(
    r"^(?:(?:CITY|TOWN|ROYAL BURGH|COUNTY) (?:AND )?)?(?:BOROUGH|BURGH|CITY|TOWN|PARISH|PROVINCE|COLONY|TERRITORY|DIOCESE|UNIVERSITY|GOVERNMENT) OF [^\W\d_a-z][^\d.,:;]{2,40}$"
)
_WORD = re.compile(r"[^\W\d_]+")
# "RECORD", "of a conversation with …"
_RECORD = "record"
_MOST_LINES = 12
_LONGEST_HEADING, _LONGEST_HEAD = 300, 60


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head, and the kind of block it belongs to; `is_labelled` for a label's row or its value."""

    number: int
    text: str
    kind: BlockKind
    is_labelled: bool = False


def are_set_apart(head: Iterable[HeadLine]) -> bool:
    """Say whether blank lines stand between all lines of a head, so that those of an address are apart too."""
    return all(below.number > above.number + 1 for above, below in pairwise(head))


def headings(head: Iterable[HeadLine]) -> list[list[HeadLine]]:
    """Return the headings of a head, each with its lines; a heading goes on over lines that could not begin one."""
    groups: list[list[HeadLine]] = []
    before: HeadLine | None = None
    for line in head:
        if line.kind == "heading":
            if before and before.kind == "heading" and _continues(line.number, line.text, before):
                groups[-1].append(line)
            else:
                groups.append([line])
        before = line
    return groups


def without_byline(heading: list[HeadLine]) -> list[HeadLine]:
    """Return the lines of a heading without a last one that says who wrote the document: `by Anna Lind, Delegate`."""
    last = heading[-1].text if len(heading) > 1 else ""
    return heading[:-1] if _BYLINE.match(last) else heading


def names_kind_of_paper(heading: list[HeadLine]) -> bool:
    """Say whether a heading has a word for a kind of document, or is not in capitals and so told by something else."""
    return not is_in_capitals(heading[0].text) or any(FORM_WORD.search(line.text) for line in heading)


def is_headless(wording: str) -> bool:
    """Say whether a heading has lost its first words, so that it is no heading word for word."""
    return wording[:1].islower() and bool(_HEADLESS.match(wording))


def _continues(number: int, text: str, before: HeadLine) -> bool:
    if number == before.number + 1 and (_IN_BRACKETS.match(text) or _IN_QUOTES.match(text)):
        return True
    if number == before.number + 1 and _ABOUT_IT.match(text) and before.text.strip().casefold() in FORMS:
        return True  # "DECREE", "regulating the clearing of canals"
    if _HELD.match(text) and is_in_capitals(before.text):
        return False
    if number == before.number + 1 and JOURNAL.search(before.text) and _DIARIST.match(text):
        return True
    is_next_row = number == before.number + 1 and is_in_capitals(before.text) and is_in_capitals(text)
    # Behind a gap "For service use only" begins something else.
    is_near = number == before.number + 1 or text.lstrip()[:1].islower() or is_in_capitals(before.text)
    # "On the proposal of the Council … the Presidium decrees:" opens the text.
    is_sentence = text.rstrip().endswith(":") and len(text) > _LONGEST_PART
    return (
        is_next_row
        or (is_near and goes_on(text) and not is_sentence)
        or bool(_BREAKS_OFF.search(before.text))
    )


def goes_on(text: str) -> bool:
    """Say whether a line of a head cannot begin a heading; `Of Special Significance` is a marking."""
    return bool(_GOES_ON.match(text)) and not read_marks(text).is_marked


def is_heading(
    number: int, text: str, before: list[HeadLine], heading: HeadLine | None, after: str = ""
) -> bool:
    """Say whether a line is a heading, or a part of one; `before` are the lines above it, `heading` the last heading,
    `after` the line below it.
    """
    words = text.strip()
    marks = read_marks(words)
    if (marks.is_marked and not marks.rest) or RELEASED.match(words) or heads_cutting(words, after):
        return False
    is_in_large_letters = is_in_capitals(words, 3)
    if is_in_large_letters and FORM_START.match(words) and _may_go_on(after):
        words = words.rstrip(",")
    if heading is None and is_between_titled_persons(words):
        return True
    if len(words) > _LONGEST_HEADING or (
        words.endswith((".", ";", ",")) and not words.endswith((".m.", " g."))
    ):
        return False
    is_long = len(before) >= _MOST_LINES and all(line.kind == "heading" for line in before[-_MOST_LINES:])
    if before and before[-1].kind == "heading" and not is_long and _continues(number, words, before[-1]):
        return True
    if heading is not None and (len(before) > _LONGEST_HEAD or not _may_follow(headings(before))):
        return False
    if is_headless(words):
        return not _REST_OF_OFFICE.match(words)
    if _FROM_A_JOURNAL.match(words):
        return True
    if words.endswith((":", "!", "?")) or not words[:1].isupper() or _LABEL_LIKE.match(words):
        return False
    if is_in_large_letters:
        return _is_heading_in_capitals(words, before, after)
    if PAPER_START.match(words):
        return True
    # "The cable by way of Callao is broken; I am" begins the text.
    return (
        bool(FORM_START.match(words))
        and "; " not in words
        and (len(_WORD.findall(words)) > 1 or words.casefold() in FORMS)
    )


def _is_heading_in_capitals(words: str, before: list[HeadLine], after: str) -> bool:
    match, institution = FORM_WORD.search(words), INSTITUTION.search(words)
    if match is not None:
        return institution is None or match.start() < institution.start()
    is_record = words.casefold() == _RECORD and goes_on(after)
    return is_record or bool(PAPER_START.match(words)) or _is_free_heading(words, before)


def _may_go_on(after: str) -> bool:
    """Say whether a heading in capitals may go on with the line below it."""
    return is_in_capitals(after, 3) and goes_on(after)


def _may_follow(above: list[list[HeadLine]]) -> bool:
    """Say whether a document's own heading may stand below: only the journal's that it comes from is above."""
    return len(above) == 1 and any(JOURNAL.search(line.text) for line in above[0])


def _is_free_heading(words: str, before: list[HeadLine]) -> bool:
    """Say whether words in capitals that name no kind of document head it: they are its first line."""
    is_of_the_paper = (
        INSTITUTION.search(words)
        or PLACE_THAT_GOVERNS.match(words)
        or names_polity(words)
        or read_marks(words).is_marked
        or read_routing_mark(words, ANY_YEAR) is not None
    )
    return not before and not is_of_the_paper and len(words) > 9
