"""Names as citations write them: divided into family and given names only where the record can say which is which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archivegen.records.agents import is_family_name_first
from archivegen.records.values import AgentValue

_INITIAL = re.compile(r"[^\W\d_]{1,2}\.|[^\W\d_]")
_GIVEN = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_SCRIPTS_WITHOUT_CASE = re.compile(r"[\u0590-\u08ff\u0900-\u0fff\u3040-\u9fff\uac00-\ud7af]")
# What may stand before a name and is no part of it, and what is a part of a family name though it is no name by itself.
_NO_GIVEN_NAMES = frozenset(
    """Dr Prof Professor Sir Dame Lord Lady Count Baron Prince Princess King Queen General Marshal Admiral Colonel Major
    Captain Comrade Cde Mr Mrs Ms Miss Herr Frau Father Sister Brother Saint St Pope Bishop Emperor Minister President
    Abu Ibn Bin El Al De La Le Van Von""".split()
)


@dataclass(frozen=True, slots=True)
class CitedName:
    """A name as it stands on the page, with its family name and the rest where they can be told apart, else "".

    `is_family_first` says that it is written family name first and is not turned round; `is_body` that it is nobody’s.
    """

    whole: str
    family: str = ""
    given: str = ""
    is_family_first: bool = False
    is_body: bool = False

    @property
    def filed(self) -> str:
        """The name with the family name first: `Puzanov, A. M.`, but `Kim Il Sung`."""
        return f"{self.family}, {self.given}" if self.family and not self.is_family_first else self.whole

    @property
    def with_initials(self) -> str:
        """The family name with the initials of the rest: `Puzanov, A. M.`, `Pak, Y.-g.`."""
        if not self.family:
            return self.whole
        names = [
            "-".join(f"{part[0]}." for part in re.split(r"[-‐]", name) if part) for name in self.given.split()
        ]
        return f"{self.family}, {' '.join(names)}"

    @property
    def in_order_with_initials(self) -> str:
        """The initials before the family name: `A. M. Puzanov`."""
        family, _, initials = self.with_initials.partition(", ")
        return f"{initials} {family}" if self.family else self.whole


def cited_name(agent: AgentValue, sort_name: str = "") -> CitedName:
    """Return the name of an agent for citations; `sort_name` is how an authority file says that it is filed."""
    name = agent.value
    if agent.kind == "body":
        return CitedName(name, is_body=True)
    words = name.split()
    if is_family_name_first(name):
        return CitedName(name, words[0], " ".join(words[1:]), is_family_first=True)
    family, comma, given = sort_name.partition(", ")
    if comma and f"{given} {family}" == name:
        return CitedName(name, family, given)
    if _is_given_and_family(words):
        return CitedName(name, words[-1], " ".join(words[:-1]))
    return CitedName(name)


def _is_given_and_family(words: list[str]) -> bool:
    """Say whether words are initials and a family name, or one given name, perhaps with initials, and a family name.

    Of three names nobody can say whether the second belongs to the first or to the third.
    """
    if len(words) < 2 or _SCRIPTS_WITHOUT_CASE.search("".join(words)):
        return False
    first, *middle, last = words
    is_given = bool(_INITIAL.fullmatch(first) or _GIVEN.fullmatch(first)) and first not in _NO_GIVEN_NAMES
    is_family = bool(_GIVEN.fullmatch(last)) and last[0].isupper() and len(last) > 1 and first[0].isupper()
    return is_given and is_family and all(map(_INITIAL.fullmatch, middle))
