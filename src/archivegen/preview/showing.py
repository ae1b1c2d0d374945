"""What is shown at a moment, whole: it is put in place of what was shown before, and whoever waits for news hears of it."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition
from typing import Any

from archivegen.preview.site import PreviewSite, path_at
from archivegen.problems import Problem

# The lines that tell of problems, as the terminal has them.
Lines = Callable[[Iterable[Problem]], Iterable[str]]
# So many addresses that documents no longer have are remembered.
_MOST_FORMER = 1000


@dataclass(frozen=True, slots=True)
class Shown:
    """The site and its search index; `refused` is what keeps the files as they are now from being shown, `found` what a whole
    build of the site has found wrong with it; `lines` are the words for all of that.

    `news` rises with every change of anything, `pages` with one of the pages, `index` with one of the search index: 0 as long as there is
    none. `is_indexing` says that another one is being made. `former` are the files of documents by the addresses that they had.
    """

    site: PreviewSite | None = None
    refused: tuple[Problem, ...] = ()
    found: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    news: int = 0
    pages: int = 0
    index: int = 0
    index_files: Mapping[str, Path] = field(default_factory=dict)
    is_indexing: bool = True
    former: Mapping[str, str] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong at this moment, each once."""
        read = self.refused or (self.site.problems if self.site else ())
        return tuple(dict.fromkeys((*read, *self.found)))

    def now_at(self, address: str) -> str:
        """Return where the document is now that stood at an address, which begins with a slash; "" where nobody knows."""
        source = self.former.get(address.removeprefix("/"), "")
        return self.site.address_by_source.get(source, "") if self.site else ""


class Showing:
    """What is shown now, for any number of readers and one who changes it; `run` tells this preview from an earlier one."""

    def __init__(self, lines: Lines) -> None:
        """Show nothing yet; `lines` are the words for problems."""
        self.now = Shown()
        self._lines = lines
        self.run = secrets.token_hex(4)
        self._changed = Condition()
        self._open: Counter[str] = Counter()

    def change(self, **parts: Any) -> None:
        """Put something else in the place of parts of what is shown, all at once."""
        shown = replace(self.now, news=self.now.news + 1, **parts)
        grave = [problem for problem in shown.problems if problem.level != "notice"]
        shown = replace(shown, lines=tuple(self._lines(grave)))
        with self._changed:
            self.now = shown
            self._changed.notify_all()

    def put(self, site: PreviewSite) -> None:
        """Show another site."""
        self.change(
            site=site, refused=(), pages=self.now.pages + 1, is_indexing=True, former=self._former(site)
        )

    def refuse(self, problems: tuple[Problem, ...]) -> None:
        """Leave the site that is there, and say why; where there is none, other problems are another page."""
        pages = self.now.pages + (self.now.site is None)
        self.change(refused=problems, pages=pages, is_indexing=False)

    def _former(self, site: PreviewSite) -> dict[str, str]:
        before = self.now.site.address_by_source if self.now.site else {}
        gone = {address: source for source, address in before.items()}
        former = {**self.now.former, **gone}
        for address in site.address_by_source.values():
            former.pop(address, None)
        return dict(list(former.items())[-_MOST_FORMER:])

    def after(self, news: int, seconds: float) -> Shown:
        """Return what is shown as soon as it is other than at some news, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.now.news != news, seconds)
            return self.now

    def indexed(self, seconds: float) -> Shown:
        """Return what is shown as soon as there is a search index or none is being made, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.now.index or not self.now.is_indexing, seconds)
            return self.now

    @contextmanager
    def opened(self, address: str) -> Iterator[None]:
        """Count an address among those that are open in a browser."""
        with self._changed:
            self._open[path_at(address)] += 1
        try:
            yield
        finally:
            with self._changed:
                self._open -= Counter([path_at(address)])

    @property
    def open_paths(self) -> tuple[str, ...]:
        """The paths of the pages that are open in a browser."""
        with self._changed:
            return tuple(self._open)
