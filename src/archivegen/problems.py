"""What is wrong with a source or a setting, as data: where, what, and what to do about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["error", "warning", "notice"]
# The gravest first.
LEVELS: tuple[Level, ...] = ("error", "warning", "notice")

_LONGEST_MESSAGE = 400
# What is wrong is cut before the way out, whose commands must stand whole.
_SHORTEST_CUT, _LONGEST_FIX = 300, 1000
# As many warnings that say the same are bearable.
_MOST_ALIKE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, and the way out.

    `path` is relative to the archive; `line` counts from 1 in that file and is None where the whole file is
    meant. An `error` keeps its document from being published; a `warning` and a `notice` do not.
    """

    path: str
    line: int | None = None
    field: str | None = None
    level: Level = "error"
    code: str
    message: str
    fix: str

    def as_line(self) -> str:
        """The problem as one printable line: `path:line: level: what is wrong; what to do`."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        fix = printable(f"; {self.fix}", _LONGEST_FIX)
        longest = max(_SHORTEST_CUT, _LONGEST_MESSAGE - len(fix))
        return printable(f"{place}: {self.level}: {self.message}", longest) + fix

    def as_json(self) -> dict[str, str | int | None]:
        """The problem as it stands in a `--report` file."""
        return asdict(self)


def by_level(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with the errors first, then the warnings, then the notices, those of each level in their order."""
    return sorted(problems, key=lambda problem: LEVELS.index(problem.level))


def lines_of(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the problems as lines, the gravest first. Warnings and notices that say the same of many places are one line,
    which counts them and names the first; errors are all named.
    """
    found = by_level(problems)
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in found:
        alike.setdefault(_said_by(problem), []).append(problem)
    for problem in found:
        same = alike[_said_by(problem)]
        if problem.level == "error" or len(same) <= _MOST_ALIKE:
            yield problem.as_line()
        elif problem is same[0]:
            files = len({each.path for each in same})
            where = f"{files} files" if files > 1 else f"{len(same)} places of this file"
            yield f"{problem.as_line()} (the same in {where})"


def _said_by(problem: Problem) -> tuple[str, str, str]:
    """Return what a problem says, whichever file it names in a command."""
    words = (problem.message, problem.fix)
    message, fix = (each.replace(problem.path, "") for each in words) if problem.path else words
    return problem.level, message, fix


class Refusal(Exception):  # noqa: N818 -- it is a decision, with its reasons, not a fault of the program
    """Work stopped for good reasons; carries the problems that explain it to the user."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(problem.as_line() for problem in problems))
        self.problems = problems


def printable(text: str, longest: int | None = _LONGEST_MESSAGE) -> str:
    """Return text that cannot steer the terminal it is printed on, cut at a bearable length.

    Control and format characters (Unicode categories Cc and Cf, which include the bidirectional overrides) are
    written as escapes.
    """
    safe = "".join(
        character if unicodedata.category(character) not in {"Cc", "Cf", "Cs"} else f"\\u{ord(character):04x}"
        for character in text
    )
    return safe if longest is None or len(safe) <= longest else safe[: longest - 1] + "…"
