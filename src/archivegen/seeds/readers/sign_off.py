"""The foot of a document: who signed it, in which office, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from archivegen.records.values import AgentValue, LineRange, Value
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.block_kinds import CLOSING_WORDS, names_of_signatories
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.name_lists import is_list_of_names
from archivegen.seeds.names import (
    body_in_ordinary_case,
    has_word_of_office,
    is_occupation,
    is_whole_name,
    name_in_ordinary_case,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.same_person import is_same_person
from archivegen.seeds.signed_rows import MARK_OF_SIGNATURE, signed_rows, surname_alone

_WRAPPED = re.compile(r"^\s*(?:\((?P<round>[^()\n]+)\)|/(?P<slashes>[^/\n]+)/?)\s*$")
# "Head of the Department /A. Novak/"
_ENCLOSED_BEHIND = re.compile(r"^(?P<office>[^/()]{4,80}?)\s+(?:/|\()(?P<name>[^/()\n]{4,40})(?:/|\))\s*$")
_LETTER_SPACED = re.compile(r"(?:(?<=\s)|^)(?:\w ){2,}\w(?=\s|$)")
_WIDE_SPACE = re.compile(r"\s{2,}")
# Who signs side by side, and for whom: "On behalf of the night shift: Jan Lind".
_COLUMNS = re.compile(r"\s{4,}|\t")
_ON_BEHALF = re.compile(r"^\s*(?:For|On behalf of|In the name of)\s+(?:the\s+)?[^:]{3,50}:\s*")
_RESPELLING = re.compile(r"\s*\[[^\]]*\]\s*$")
# "Tobias Lang." but not "Sr."
_STOP_BEHIND = re.compile(r"(?<=[^\W\d_A-Z]{3})\.$")
_MOST_SIGNATORIES = 8
_TELEGRAMS = ("telegram", "cable")
# They made the copy, and did not sign the text.
_MAKER = re.compile(r"(?:interpreter|translator|typist|stenographer|copyist|clerk)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Signatory:
    """A name under a text; `is_marked` where a sign says that it is a signature."""

    name: str
    wording: str
    line: int
    rule: str
    office: str | None = None


def read_signature(draft: Draft) -> Iterator[Found]:
    """Yield the signatories who are not known as authors already, and the date under the signatures."""
    known = [agent.value for agent in draft.values_of("creators", AgentValue)]
    for number, line in draft.foot:
        label = read_label(line)
        for agent in read_agent_list(label.value) if label and label.label.field == "creators" else ():
            known.append(agent.name)
            yield Found(
                "creators", _creator(_Signatory(agent.name, agent.name, number, "foot_label", agent.office))
            )
    for rows in signed_rows(draft):
        signatories = _signatories(rows, draft.running_text)[:_MOST_SIGNATORIES]
        if not signatories and draft.form in _TELEGRAMS:
            number, line = rows[0]
            name, title = surname_alone(line), draft.first("title")
            # "Cable from Consul Ishihara" says more of him than the signature.
            if name and not (title and name in title.value):
                signatories = [_Signatory(name, line.strip(" ()."), number, "surname_alone")]
        is_signed = bool(signatories) or _follows_words(rows)
        for signatory in signatories:
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


def _follows_words(rows: list[tuple[int, str]]) -> bool:
    """Say whether a date of the foot stands under words, as it does under an office that signs without a name."""
    return any(
        is_date_line(line)
        and not is_date_line(above)
        and not (above.strip().startswith("[") and above.strip().endswith("]"))
        and number - before <= 2
        for (before, above), (number, line) in pairwise(rows)
    )


def _signatories(rows: list[tuple[int, str]], running_text: str) -> list[_Signatory]:
    found = []
    for position, (number, line) in enumerate(rows):
        after_closing = position > 0 and bool(CLOSING_WORDS.match(rows[position - 1][1].strip()))
        columns = _COLUMNS.split(_ON_BEHALF.sub("", line).strip())
        parts = columns if all(map(is_whole_name, columns)) else [line]
        for signatory in (
            found for part in parts for found in _read_line(part, number, after_closing=after_closing)
        ):
            office = signatory.office or _office_near(rows, position, running_text)
            found.append(_Signatory(signatory.name, signatory.wording, number, signatory.rule, office))
    return found


def _read_line(line: str, number: int, *, after_closing: bool) -> list[_Signatory]:
    """Return the names that a line of the foot signs with."""
    mark = MARK_OF_SIGNATURE.search(line)
    before = line[: mark.start()].strip(" ,:") if mark else ""
    enclosed = _ENCLOSED_BEHIND.match(line)
    office = MARK_OF_SIGNATURE.sub("", enclosed["office"]).strip(" ,:") if enclosed else ""
    may_sign = has_word_of_office(office) or (is_occupation(office.lower()) and not _MAKER.match(office))
    if enclosed and may_sign and is_whole_name(enclosed["name"]):
        words = enclosed["name"]
        return [_Signatory(words, words, number, "signature_mark", office)]
    if mark and has_word_of_office(before):
        behind = _read_line(line[mark.start() :], number, after_closing=after_closing)
        return [replace(signatory, office=signatory.office or before) for signatory in behind]
    words, is_marked = _words_of_signature(line)
    bare = without_form_of_address(words)
    rule = "signature_mark" if is_marked else "closing_name" if after_closing else "signatures"
    name = _name(bare)
    if name:
        return [_Signatory(name, words, number, rule)]
    parts = names_of_signatories(bare)
    if len(parts) > 1 and is_list_of_names(parts):
        return [_Signatory(part, part, number, rule) for part in parts]
    before, comma, after = bare.partition(",")
    name = _name(before)
    if comma and name and has_word_of_office(after):
        return [_Signatory(name, before, number, rule, after.strip(" ,"))]
    found = split_office_and_name(bare)
    if found.name and found.office and is_whole_name(found.name) and len(bare) < 80:
        return [_Signatory(found.name, found.name_as_written or found.name, number, rule, found.office)]
    is_surname = is_marked or after_closing
    if (
        is_surname
        and re.fullmatch(r"[^\W\d_]{3,20}", bare)
        and not has_word_of_office(bare)
        and bare[0].isupper()
    ):
        return [_Signatory(bare.capitalize() if bare.isupper() else bare, bare, number, rule)]
    return []


def _words_of_signature(line: str) -> tuple[str, bool]:
    """Return a line without the marks of a signature and the signs around it, and whether it had any."""
    mark = MARK_OF_SIGNATURE.search(line)
    words = _RESPELLING.sub("", MARK_OF_SIGNATURE.sub("", line)).strip(" \t,_." if mark else " ,")
    wrapped = _WRAPPED.match(words)
    if wrapped:
        words = (wrapped["round"] or wrapped["slashes"]).strip()
    words = " ".join(
        _LETTER_SPACED.sub(lambda match: match.group().replace(" ", ""), part)
        for part in _WIDE_SPACE.split(words)
    )
    words = _STOP_BEHIND.sub("", words)
    is_spaced = bool(_LETTER_SPACED.fullmatch(line.strip()))
    return words, mark is not None or wrapped is not None or is_spaced


def _name(words: str) -> str | None:
    """Return a whole name in ordinary case, or None where the words are none."""
    name = " ".join(name_in_ordinary_case(words).split())
    if is_in_capitals(words, 6) and not is_whole_name(name):
        name = " ".join(word.capitalize() if len(word) > 2 else word for word in words.split())
        name = " ".join(
            word.lower() if word in ("De", "DE", "DA", "DOS", "VON", "VAN") else word for word in name.split()
        )
    return name if is_whole_name(name) and not has_word_of_office(name) else None


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
                and not _read_line(rows[place][1], 0, after_closing=False)
            ):
                return body_in_ordinary_case(words, running_text) if is_in_capitals(words) else words
    return None


def _belongs_above(rows: list[tuple[int, str]], place: int, number: int) -> bool:
    """Say whether an office stands closer to the name above it than to the one on a line below."""
    (above, name), (here, _) = rows[place - 1], rows[place]
    return here - above < number - here and bool(_read_line(name, above, after_closing=False))


def _creator(signatory: _Signatory) -> AgentValue:
    return AgentValue(
        value=signatory.name,
        rule=signatory.rule,
        status="derived",
        lines=(LineRange(signatory.line, signatory.line),),
        as_written=signatory.wording if signatory.wording != signatory.name else None,
        office=signatory.office,
        certainty="probable" if signatory.rule == "surname_alone" else "certain",
    )
