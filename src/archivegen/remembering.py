"""What work came to, kept for whoever does the same work again and again; it follows from what the work was done on alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_Came = TypeVar("_Came")
_PLAIN = frozenset((str, int, bool, type(None)))


class Memory:
    """Gives what work came to. This one keeps nothing: all work is done anew."""

    @property
    def is_kept(self) -> bool:
        """Whether anything is kept at all."""
        return False

    def get(self, key: Hashable) -> Any:
        """Return what is kept under a key, or None."""

    def put(self, key: Hashable, value: Any) -> None:
        """Keep something under a key that stands for all it follows from."""

    def recall(self, work: Callable[..., _Came], *arguments: Any) -> _Came:
        """Return what a function of a module makes of its arguments, which nobody changes."""
        return work(*arguments)

    def as_before(self, value: _Came) -> _Came:
        """Return a value, or one equal to it from which something was made that is kept: `recall` knows values by themselves."""
        return value

    def alike(self, key: Hashable, value: _Came, part: Callable[[_Came], object]) -> _Came:
        """Return a value, or the one given under the same key before if `part` makes the same of both: for whoever looks at
        nothing else of them, and can then `recall` what came of the one before.
        """
        known: _Came | None = self.get(key)
        if known is not None and (known is value or part(known) == part(value)):
            return known
        self.put(key, value)
        return value

    def forget_unused(self) -> None:
        """Forget what nobody has asked for since this was last said: no more is kept than was needed twice running."""


class Remembering(Memory):
    """Keeps what work came to, for one who does it at a time."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._kept: dict[Hashable, Any] = {}
        self._used: dict[Hashable, Any] = {}

    @property
    def is_kept(self) -> bool:
        """Everything is, for a while."""
        return True

    def get(self, key: Hashable) -> Any:
        """Return what is kept under a key, which is needed then, or None."""
        value = self._used.get(key)
        if value is None:
            value = self._kept.get(key)
            if value is not None:
                self._used[key] = value
        return value

    def put(self, key: Hashable, value: Any) -> None:
        """Keep something until nobody has asked for it for a while."""
        self._used[key] = value

    def recall(self, work: Callable[..., _Came], *arguments: Any) -> _Came:
        """Return what a function makes of its arguments, or has made of the same.

        Arguments are the same where they are equal texts and numbers, lists of rows that have the same in them, or else the
        very same objects: these are kept with what came of them, so that none can take another's place.
        """
        key = (work, *[_known_by(each) for each in arguments])
        known = self.get(key)
        if known is None:
            known = (arguments, work(*arguments))
            self.put(key, known)
        came: _Came = known[1]
        return came

    def as_before(self, value: _Came) -> _Came:
        """Return the first of equal values; it can be a key."""
        key = (type(value), value)
        known: _Came | None = self.get(key)
        if known is None:
            self.put(key, value)
            return value
        return known

    def forget_unused(self) -> None:
        """Forget what was not asked for since this was last said, and begin again."""
        self._kept, self._used = self._used, {}


def _known_by(argument: Any) -> Hashable:
    if type(argument) is list:
        return tuple([tuple([_known_by(each) for each in row]) for row in argument])
    return argument if type(argument) in _PLAIN else id(argument)
