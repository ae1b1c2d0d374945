"""The lines above a text that name its addressee, with those on which they go on; and below it, those of its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archivegen.records.values import LineRange
from archivegen.seeds.address_forms import addresses_by_name, is_opening_alone, salutation_of
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Draft
from archivegen.seeds.foot_addresses import addresses_at_foot
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.names import is_whole_name, without_form_of_address
from archivegen.seeds.ordinary_case import body_in_ordinary_case, name_in_ordinary_case
from archivegen.seeds.placed_dates import is_date_line

# "To the Governor", "of the Northern Province"
_ARTICLE = re.compile(
    r"^\s*(?:(?:[Tt]he|[Dd](?:en|em|as|ie)|[Ll][ea]|[Ee]l)\s+|(?:Monsieur|Madame)\s+(?:l[ea]\s+|l['’]))(?=[^\W\d_a-z])"
)
_TO_THE_HOLDER = re.compile(r"^To\s+(?:His|Her|Your)\s+Excellency\s+the\s", re.IGNORECASE)
_LONGEST = 80
_GOES_ON = re.compile(r"^\s*(?:of|in|at|for|zu|für|beim?|des|der|à|de|du|en)\s(?!.*\d)")


def address_lines(draft: Draft) -> Iterator[tuple[LineRange, str]]:
    """Yield the lines that name an addressee: above the text, or below the signature with the lines under it."""
    heads = draft.paper.head
    for place, line in enumerate(heads):
        after = heads[place + 1] if place + 1 < len(heads) else None
        if line.kind == "address" and salutation_of(line.text) is None:
            words, last = line.text.strip(), line.number
            if after and after.number == last + 1 and _is_of_the_address(words, after.text):
                words, last = f"{words.rstrip(' ,')}, {after.text.strip()}", after.number
            elif after and after.number == last + 1 and _is_broken_office(words, after.text):
                words, last = f"{words} {after.text.strip()}", after.number
            yield LineRange(line.number, last), words
        elif is_opening_alone(line.text.rstrip(" ,")) and not line.is_labelled:
            yield from _address_below(heads[place : place + 3])
    yield from addresses_at_foot(draft)


def _address_below(rows: Sequence[HeadLine]) -> Iterator[tuple[LineRange, str]]:
    """Yield the office that stands below `To` or `An`, with the line on which it goes on: `den Herrn Landrat`, `in Westhafen`."""
    opening, *below = (row for row in rows if row.number <= rows[0].number + 2)
    words = _ARTICLE.sub("", below[0].text).strip(" ,.") if below else ""
    is_text = len(words) > _LONGEST or not words[:1].isupper() or is_date_line(words) or words.endswith(":")
    if is_text:
        return
    words = body_in_ordinary_case(words, "") if is_in_capitals(words) else words
    last = below[0].number
    if len(below) > 1 and _GOES_ON.match(below[1].text) and below[1].number == last + 1:
        words, last = f"{words} {below[1].text.strip(' ,.')}", below[1].number
    yield LineRange(opening.number, last), words


def _is_broken_office(words: str, below: str) -> bool:
    """Say whether the name of an office goes on below: `To His Excellency the Minister of the Royal`, `House.`."""
    is_open = words[-1:].isalpha() and _TO_THE_HOLDER.match(words) is not None
    return is_open and below.lstrip()[:1].isupper() and below.rstrip().endswith(".")


def _is_of_the_address(words: str, below: str) -> bool:
    """Say whether the line below an office has the name of its holder and nothing else, or that below a person the office."""
    bearer = name_in_ordinary_case(without_form_of_address(below.strip()))
    return is_whole_name(bearer) or ("," not in words.rstrip(" ,") and addresses_by_name(words, below))
