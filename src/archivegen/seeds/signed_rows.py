"""The lines on which a document is signed: below its text, and inside it where a covering letter ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archivegen.records.languages import territory_names
from archivegen.seeds.address_forms import (
    is_address,
    is_address_at_foot,
    lines_of_persons_addressed,
    salutation_of,
)
from archivegen.seeds.cities import known_city
from archivegen.seeds.copy_rows import header_of_copies
from archivegen.seeds.draft import Draft
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.markings import read_marks
from archivegen.seeds.names import has_word_of_office, is_occupation, is_whole_name
from archivegen.seeds.ordinary_case import name_in_ordinary_case
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.same_person import surname_key

MARK_OF_SIGNATURE = re.compile(
    r"\[(?:signature|signed|seal\.?|L\.\s?S\.)\]|\((?:L\.?\s?S\.?|seal|signed|signature|sgd\.?|ss|s\.|gez\.|fdo\.?|[-–—])\)|/signed/|/-+/|^\s*/?s/\s*|\s+m\.\s?p\.\s*$|"
    r"^\s*(?:sgd\.?|sd\.?(?:/-)?|gez\.|fdo\.|p\.\s?p\.|per\s+pro\.|podp\.)[:\s]+(?=(?-i:(?:von|van|de|du|zu)\s)?(?-i:[^\W\d_a-z]))|^\s*(?:Counter)?[Ss]igned\s*(?::|by\b:?|(?=(?-i:[^\W\d_a-z][\w.’'-]+\s+[^\W\d_a-z])))",
    re.IGNORECASE,
)
# Below these words stand the makers of the copy, witnesses, notes and postscripts.
_END = re.compile(
    r"^\s*(?:(?:Typed|Typist|Deciphered|Translated|Copied|True copy|Received by|Attested|Attest|Witness(?:es|ed)?|In\s+(?:the\s+)?presence\s+of)\b|P\.?\s?-?\s?S\.|NOTE\b|Notes?:|cc\b|"
    r"Enclosure|\[?_ftn|\[?\d{1,3}\]?\s+\S|To\b)",
    re.IGNORECASE,
)
# Below "Signed:" the names may be a list.
_SIGNED_ALONE, _ITEM = (
    re.compile(r"^\s*Signed\s*(?:by)?\s*:?\s*$", re.IGNORECASE),
    re.compile(r"^\s*(?:[-–—•*]|\d{1,2}[.)])\s+"),
)
# The number of a note behind a signature: "Anna Lind6", "Karl Weiss, Jr.6".
_GLUED_NOTE = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[JS]r\.))(?:\d{1,2}|\[\d{1,2}\])$")
_ENDS_OF_MESSAGES = ("end", "stop", "ends", "ende", "fin")
_MAKERS = ("typed", "typist", "deciphered", "decoded", "processed")
_SURNAME = re.compile(r"[^\W\d_a-z][^\W\d_]{2,19}(?:-[^\W\d_]{2,19})?")


def signed_rows(draft: Draft) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines of each place where the document is signed: inside the text for a covering letter, and below it."""
    end = draft.paper.text.last if draft.paper.text else 0
    for block in draft.blocks_of("signature"):
        if block.lines.last < end:
            yield list(enumerate(block.text.split("\n"), block.lines.first))
    rows: list[tuple[int, str]] = []
    addressed = lines_addressed(draft)
    for number, line in _without_address(draft.foot):
        is_addressed = bool(rows) and (is_address_at_foot(line) or number in addressed)
        if is_addressed or header_of_copies(line) or (_END.match(line) and not is_date_line(line)):
            break
        if _names_no_signatory(line):
            continue
        is_listed = any(_SIGNED_ALONE.match(above) for _, above in rows)
        words = _GLUED_NOTE.sub("", line.rstrip())
        rows.append((number, _ITEM.sub("", words) if is_listed else words))
    if rows:
        yield rows


def _names_no_signatory(line: str) -> bool:
    """Say whether a label says that whoever is named was there, or made the copy: `Also present: Director Anna Lind`."""
    label = read_label(line)
    if label is None or not label.value or MARK_OF_SIGNATURE.search(line):
        return False
    is_present = label.label.field == "participants" and label.label.office is None
    was_there = is_present and label.label.what != "recorder"
    return was_there or label.words.startswith(_MAKERS)


def lines_addressed(draft: Draft) -> frozenset[int]:
    """Return the lines of the foot that begin the address of somebody, by a form of address or because the head greets
    the bearer of that surname.
    """
    foot = draft.foot
    greeted = next((name for line in draft.paper.head if (name := salutation_of(line.text))), "")
    surname = surname_key(greeted) if greeted else ""
    named = (
        number
        for number, line in foot[1:]
        if surname and surname_key(line.strip(" ,")) == surname and is_whole_name(line.strip(" ,"))
    )
    return lines_of_persons_addressed(foot) | frozenset(named)


def _without_address(foot: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the lines of a foot without an address that stands above the signature."""
    marked = next((place for place, (_, line) in enumerate(foot) if MARK_OF_SIGNATURE.search(line)), 0)
    opened = next((place for place, (_, line) in enumerate(foot[:marked]) if is_address(line)), marked)
    return [*foot[:opened], *foot[marked:]]


def surname_alone(line: str) -> str | None:
    """Return the surname with which a telegram is signed, where a line has nothing else, or None."""
    words = line.strip(" ().")
    is_else = (
        known_city(words)
        or has_word_of_office(words)
        or INSTITUTION.search(words)
        or is_occupation(words.casefold())
        or read_marks(words).is_marked
        or words.casefold() in _ENDS_OF_MESSAGES
        or words[-1:] in ("日", "年", "일", "년")
    )
    if not _SURNAME.fullmatch(words) or is_else or words in territory_names():
        return None
    return name_in_ordinary_case(words)


def follows_words(rows: list[tuple[int, str]]) -> bool:
    """Say whether a date of the foot stands under words, as it does under an office that signs without a name."""
    return any(
        is_date_line(line)
        and not is_date_line(above)
        and not (above.strip().startswith("[") and above.strip().endswith("]"))
        and number - before <= 2
        for (before, above), (number, line) in pairwise(rows)
    )
