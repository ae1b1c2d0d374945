"""Where a link was written: in the settings, in a file of corrections, in a template, and on which line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_LARGEST_FILE = 2_000_000


@dataclass(frozen=True, slots=True)
class Origins:
    """The files that a site is made from: the name reports give each, and the file.

    `by_address` are those that can speak on the page of a document only; `everywhere` those that can on any.
    """

    everywhere: tuple[tuple[str, Path], ...] = ()
    by_address: Mapping[str, tuple[tuple[str, Path], ...]] = field(default_factory=dict)

    def place_of(self, page: str, wordings: Iterable[str]) -> tuple[str, int] | None:
        """Return the file and line in which a link of a page is written in one of the wordings, or None."""
        address = page.rpartition("/")[0] + "/"
        patterns = [re.compile(rf"(?<![\w./#-]){re.escape(words)}(?![\w/#-])") for words in wordings if words]
        for name, file in (*self.by_address.get(address, ()), *self.everywhere):
            text = _text(file)
            for pattern in patterns:
                match = pattern.search(text)
                if match:
                    return name, 1 + text.count("\n", 0, match.start())
        return None


def _text(file: Path) -> str:
    """Return the text of a file as well as it can be read: here it is only searched."""
    try:
        return file.read_text("utf-8", errors="replace") if file.stat().st_size <= _LARGEST_FILE else ""
    except OSError:
        return ""
