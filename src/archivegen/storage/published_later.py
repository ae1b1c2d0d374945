"""A line of the ledger's companion of which values and passages, nine tenths of it, are read only when they are asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar, overload

from archivegen.problems import Problem, Refusal
from archivegen.storage.published import PublishedPassage
from archivegen.storage.published_parts import RecordFault, check, passages_in, values_in

_Content = TypeVar("_Content")
# How the large parts of a line begin, and the small ones behind them: between quotation marks no words of anybody's are so.
_VALUES, _PASSAGES = ', "values": {', ', "passages": ['
_NAMES, _VERSION_ANCHORS = ', "named": [', ', "version_anchors": ['
_TO_BRACE = len(_VALUES) - 1


class Place(NamedTuple):
    """A line of a file."""

    path: str
    number: int

    def problem(self, fault: RecordFault) -> Problem:
        """Return a fault with its place."""
        return Problem(
            path=self.path,
            line=self.number,
            code="published-record-faulty",
            message=str(fault),
            fix=fault.fix,
        )


class _Later(Generic[_Content]):
    """A part of a line; it is read once.

    Raises:
        Refusal: when it is read, and cannot be.

    """

    __slots__ = ("_content", "_end", "_line", "_place", "_start")

    def __init__(self, line: str, start: int, end: int, place: Place) -> None:
        self._line, self._start, self._end = line, start, end
        self._place = place
        self._content: _Content | None = None

    @property
    def text(self) -> str:
        """The part as it stands in its line."""
        return self._line[self._start : self._end]

    def _read(self, take: Callable[[Any], _Content]) -> _Content:
        if self._content is None:
            try:
                self._content = take(_loaded(self.text))
            except RecordFault as fault:
                raise Refusal(self._place.problem(fault)) from fault
        return self._content

    def _is_same(self, other: object) -> bool:
        return isinstance(other, _Later) and self.text == other.text


class LaterValues(
    _Later[Mapping[str, tuple[Mapping[str, Any], ...]]], Mapping[str, tuple[Mapping[str, Any], ...]]
):
    """The values of a record, by field."""

    __slots__ = ()

    def __getitem__(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """Return the values of a field."""
        return self._read(values_in)[name]

    def __iter__(self) -> Iterator[str]:
        """Return the names of the fields."""
        return iter(self._read(values_in))

    def __len__(self) -> int:
        """Return how many fields have values."""
        return len(self._read(values_in))

    def __eq__(self, other: object) -> bool:
        """Say whether the same values are there, read or not."""
        return self._is_same(other) or self._read(values_in) == other

    __hash__ = None  # type: ignore[assignment]


class LaterPassages(_Later[tuple[PublishedPassage, ...]], Sequence[PublishedPassage]):
    """The passages of a record."""

    __slots__ = ()

    @overload
    def __getitem__(self, place: int) -> PublishedPassage: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[PublishedPassage, ...]: ...
    def __getitem__(self, place: int | slice) -> PublishedPassage | tuple[PublishedPassage, ...]:
        """Return a passage, or some."""
        return self._read(passages_in)[place]

    def __len__(self) -> int:
        """Return how many there are, removed ones too."""
        return len(self._read(passages_in))

    def __eq__(self, other: object) -> bool:
        """Say whether the same passages are there, read or not."""
        return self._is_same(other) or self._read(passages_in) == (
            other._read(passages_in) if isinstance(other, LaterPassages) else other
        )

    __hash__ = None  # type: ignore[assignment]


class LineParts(NamedTuple):
    """The small parts of a line, as they are read, and the large ones, which are not yet; None where there are none."""

    small: dict[str, Any]
    values: LaterValues | None
    passages: LaterPassages | None


def parts_of(line: str, without_check: int, place: Place) -> LineParts:
    """Return the parts of a line that is letter for letter as it was written; `without_check` is where its check begins.

    Raises:
        RecordFault: it is no line of this form.

    """
    values = line.find(_VALUES)
    passages = line.find(_PASSAGES, max(values, 0))
    large = max(values, passages, 0)
    end = line.rfind(_NAMES, large)
    if end < 0:
        end = line.rfind(_VERSION_ANCHORS, large)
    end = end if end >= 0 else without_check
    head = line[: min(at for at in (values, passages, end) if at >= 0)]
    small = _loaded(f"{head}{line[end:without_check]}}}")
    check(isinstance(small, dict), "this is not a whole record")
    end_of_values = passages if passages >= 0 else end
    is_known = (values < 0 or line[end_of_values - 1] == "}") and (passages < 0 or line[end - 1] == "]")
    check(is_known, "this line has parts that are no parts of a record")
    return LineParts(
        small,
        LaterValues(line, values + _TO_BRACE, end_of_values, place) if values >= 0 else None,
        LaterPassages(line, passages + len(_PASSAGES) - 1, end, place) if passages >= 0 else None,
    )


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        check(is_sound=False, message="this is not a whole record")
