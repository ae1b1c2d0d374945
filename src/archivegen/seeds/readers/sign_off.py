"""The foot of a document: who signed it, in which office, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.values import AgentValue, LineRange, Value
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.block_kinds import CLOSING_WORDS, is_closing_alone
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.letter_heading import RULE as LETTER_HEADING
from archivegen.seeds.list_parts import ends_with_occupation
from archivegen.seeds.meeting_sentences import RECORDS_OF_A_MEETING
from archivegen.seeds.names import has_word_of_office, is_whole_name
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.readers.sworn_statements import RULE as DEPONENT
from archivegen.seeds.readers.wills import RULE as TESTATOR
from archivegen.seeds.same_person import is_same_person
from archivegen.seeds.sent_by_title import sent_by_title, signs_for_none
from archivegen.seeds.sentence_subjects import fuller_name
from archivegen.seeds.signatories import Signatory, read_signed_line
from archivegen.seeds.signed_columns import columns_of, labelled_signatories, names_one, offices_below
from archivegen.seeds.signed_rows import follows_words, signed_rows, surname_alone

# For whom somebody signs: "On behalf of the night shift: Jan Lind".
_ON_BEHALF = re.compile(r"^\s*(?:For|On behalf of|In the name of)\s+(?:the\s+)?[^:]{3,50}:\s*")
# Who signs side by side, and for whom: "On behalf of the night shift: Jan Lind".
_COLUMNS = re.compile(r"\s{4,}|\t")
# "Anna Lind, glazier": whoever signs together says so alike.
_NAME_AND_WORK = re.compile(
    r"^\s*(?P<name>[^,;:]{4,50}),\s+(?P<work>[^\W\d_A-Z][^\W\d_]+(?:[ -][^\W\d_A-Z][^\W\d_]*){0,3})\s*[,.;]?\s*$"
)
# "I await instructions. MARCOS LEAL": two words at least, for one may be the sign of the office.
_NAME_AT_END = re.compile(
    r"[.!?”\"]\s+(?P<name>[^\W\d_a-z]{2,}(?:[ -](?:[^\W\d_a-z]{2,}|de|da|do|dos|e|y)){1,5})\.?\s*$"
)
# "With best wishes to", and the name of whoever is wished well.
_GOES_ON = re.compile(r"\b(?:to|for|from|of|and|an|für|à|pour|para|per)$", re.IGNORECASE)
_NEXT = 2  # with a blank line between them
_MOST_SIGNATORIES, _LONGEST_OFFICE = 8, 90
# Below a sworn statement signs the officer before whom it was sworn, below a heading that names the writer nobody else.
_SIGN_ALONE = (DEPONENT, TESTATOR, LETTER_HEADING)
_TELEGRAMS = ("telegram", "cable")
_SIGNED_BEHIND_LABELS = (*RECORDS_OF_A_MEETING, "resolution", "decree")
# Where the catalogue names the author, these put the paper into words.
_FEWEST_OF_MARK = 2
_DRAFTED = ("prepared by", "drafted by", "compiled by")


def read_signature(draft: Draft) -> Iterator[Found]:
    """Yield the signatories who are not known as authors already, and the date under the signatures."""
    known = [agent.value for agent in draft.values_of("creators", AgentValue)]
    is_known = any(agent.rule in _SIGN_ALONE for agent in draft.values_of("creators", AgentValue))
    for signatory in _labelled_at_foot(draft):
        known.append(signatory.name)
        yield Found("creators", _creator(signatory))
    for signatory in _named_at_end(draft):
        if not any(is_same_person(signatory.name, name) for name in known):
            known.append(signatory.name)
            yield Found("creators", _creator(signatory))
    title = draft.first("title")
    for rows in signed_rows(draft):
        named = _signatories(rows, draft)[:_MOST_SIGNATORIES]
        sent = sent_by_title(title.value) if title else None
        signatories = [each for each in named if sent is None or not signs_for_none(each.name, sent)]
        if not signatories:
            signatories = _by_surname_alone(draft, rows)
        is_signed = bool(signatories) or follows_words(rows)
        for signatory in signatories if not is_known else ():
            if not any(
                is_same_person(signatory.name, name) or signatory.name in name.split() for name in known
            ):
                known.append(signatory.name)
                yield Found("creators", _creator(signatory))
        for number, line in rows:
            place, edtf = draft.placed_date(line.strip())
            if edtf:
                what, rule = (
                    ("signed", "signature_date") if is_signed and not place else ("created", "dateline")
                )
                yield Found("dates", dated(edtf, line, what, rule, number))
            if place:
                here = (LineRange(number, number),)
                yield Found("place_of_creation", Value(value=place, rule="dateline_place", lines=here))


def _last_of_text(draft: Draft, number: int) -> str:
    """Return the last line of the text, where it stands right above a line of the foot or with a gap between."""
    last = draft.paper.text.last if draft.paper.text else 0
    return draft.source.line(last).strip() if 0 < number - last <= _NEXT else ""


def _labelled_at_foot(draft: Draft) -> Iterator[Signatory]:
    """Yield the writers whom labels below the text name."""
    is_catalogued = any(agent.by == "cataloguer" for agent in draft.values_of("creators", AgentValue))
    for number, line in draft.foot:
        label = read_label(line)
        if label is None or label.label.field != "creators" or (label.words in _DRAFTED and is_catalogued):
            continue
        # "Drafted by: EUR/EE:EDykstra:mlb" is the mark of the drafter, and no name.
        for agent in read_agent_list(label.value) if label.value.count(":") < _FEWEST_OF_MARK else ():
            yield Signatory(agent.name, agent.name, number, "foot_label", agent.office)


def _by_surname_alone(draft: Draft, rows: list[tuple[int, str]]) -> list[Signatory]:
    """Return who signs a telegram with a surname, or any paper with one that its text or its heading has."""
    number, line = next((row for row in rows if surname_alone(row[1])), rows[0])
    name, title = surname_alone(line), draft.first("title")
    if name is None or (title and name in title.value):
        return []  # "Cable from Consul Ishihara" says more of him than the signature
    # Elsewhere the heading or the text has his whole name.
    is_known = (
        len(rows) == 1
        and bool(draft.form)
        and any(fuller_name(name, block.text) != name for block in draft.blocks_of("heading", "paragraph"))
    )
    may_sign = draft.form in _TELEGRAMS or is_known
    return [Signatory(name, line.strip(" ()."), number, "surname_alone")] if may_sign else []


def _named_at_end(draft: Draft) -> Iterator[Signatory]:
    """Yield the writer of a telegram whose name stands in capitals behind its last sentence."""
    for block in draft.blocks_of("paragraph", "lines")[-2:] if draft.form in _TELEGRAMS else ():
        if match := _NAME_AT_END.search(block.text):
            yield from read_signed_line(match["name"], block.lines.last, after_closing=False)


def _signatories(rows: list[tuple[int, str]], draft: Draft) -> list[Signatory]:
    is_record = draft.form in _SIGNED_BEHIND_LABELS
    found: list[Signatory] = []
    with_work = [
        match for _, line in rows if (match := _NAME_AND_WORK.match(line)) and is_whole_name(match["name"])
    ]
    for position, (number, line) in enumerate(rows):
        above = rows[position - 1][1].strip() if position else _last_of_text(draft, number)
        words = line.strip(" ,.()")
        if is_closing_alone(words):
            continue
        is_below = bool(found) and number - found[-1].line <= _NEXT and " " in found[-1].name
        # One word may be a surname: Mason, Cooper.
        if is_below and " " in words and "," not in words and ends_with_occupation(words):
            found[-1] = replace(found[-1], office=found[-1].office or words)
            continue
        after_closing = bool(CLOSING_WORDS.match(above)) and not _GOES_ON.search(above)
        columns = columns_of(_ON_BEHALF.sub("", line).strip())
        if (len(columns) > 1 or is_record) and (labelled := labelled_signatories(columns, number)):
            found += labelled
            continue
        parts = columns if all(map(names_one, columns)) else [line]
        if len(with_work) > 1 and (match := _NAME_AND_WORK.match(line)) and is_whole_name(match["name"]):
            found.append(Signatory(match["name"], match["name"], number, "signatures", match["work"]))
            continue
        after_closing = after_closing or _stands_above_office(rows, position)
        offices = offices_below(rows, position, len(parts))
        for place, part in enumerate(parts):
            for signatory in read_signed_line(part, number, after_closing=after_closing):
                office = offices[place] if offices else _office_near(rows, position, draft.running_text)
                found.append(replace(signatory, line=number, office=signatory.office or office))
    return found


def _stands_above_office(rows: list[tuple[int, str]], position: int) -> bool:
    """Say whether a word alone is a surname, with the office of its bearer on the last line below it."""
    below = rows[position + 1 : position + 2]
    number, line = rows[position]
    if not below or below[0][0] != number + 1 or " " in line.strip():
        return False
    words = below[0][1].strip(" .,")
    is_last = not any(other == number + 2 for other, _ in rows)
    is_office = has_word_of_office(words) and not is_whole_name(words) and len(words) < _LONGEST_OFFICE
    return is_last and is_office and surname_alone(line) is not None


def _office_near(rows: list[tuple[int, str]], position: int, running_text: str) -> str | None:
    """Return the office that stands on the line above a signature, or below it."""
    number = rows[position][0]
    for place in (position - 1, position + 1):
        is_of_another = place == position - 1 and place > 0 and _belongs_above(rows, place, number)
        if 0 <= place < len(rows) and abs(rows[place][0] - number) <= 2 and not is_of_another:
            words = re.sub(r"^\s*\(?|\)?\s*$", "", rows[place][1]).strip(" ,")
            if (
                has_word_of_office(words)
                and len(words) < 90
                and not read_signed_line(rows[place][1], 0, after_closing=False)
            ):
                return body_in_ordinary_case(words, running_text) if is_in_capitals(words) else words
    return None


def _belongs_above(rows: list[tuple[int, str]], place: int, number: int) -> bool:
    """Say whether an office stands closer to the name above it than to the one on a line below."""
    (above, name), (here, _) = rows[place - 1], rows[place]
    return here - above < number - here and bool(read_signed_line(name, above, after_closing=False))


def _creator(signatory: Signatory) -> AgentValue:
    return AgentValue(
        value=signatory.name,
        rule=signatory.rule,
        status="derived",
        lines=(LineRange(signatory.line, signatory.line),),
        as_written=signatory.wording if signatory.wording != signatory.name else None,
        office=signatory.office,
        certainty="probable" if signatory.rule == "surname_alone" else "certain",
    )
