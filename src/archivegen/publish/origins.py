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

    def beside(self, page: str, wordings: tuple[str, ...]) -> tuple[str, int] | None:
        """Return the file and line beside the document of a page in which a link is written in one of the wordings."""
        return _place(self.by_address.get(f"{page.rpartition('/')[0]}/", ()), wordings)

    def anywhere(self, wordings: tuple[str, ...]) -> tuple[str, int] | None:
        """Return the file and line in which a link of any page is written in one of the wordings, or None."""
        return _place(self.everywhere, wordings)


def _place(files: Iterable[tuple[str, Path]], wordings: tuple[str, ...]) -> tuple[str, int] | None:
    patterns = [re.compile(rf"(?<![\w./#-]){re.escape(words)}(?![\w/#-])") for words in wordings if words]
    for name, file in files:
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
