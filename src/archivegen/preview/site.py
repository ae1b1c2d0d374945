"""The site of an archive as it is now: every file of it is made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archivegen.build import site_parts
from archivegen.problems import Problem
from archivegen.publish.site_files import Made, SiteParts, other_files, page_files
from archivegen.reading import read_archive
from archivegen.request import Request


class PreviewPages(Mapping[str, Made]):
    """What makes each page, by its path: whoever asks for the page of a document need not wait until the lists are laid out."""

    def __init__(self, parts: SiteParts) -> None:
        """Take what the site is made from."""
        self._parts = parts
        self._single = dict(page_files(parts, parts.plan.single))

    @cached_property
    def _all(self) -> dict[str, Made]:
        return dict(page_files(self._parts, self._parts.plan.pages))

    def __getitem__(self, path: str) -> Made:
        return self._single.get(path) or self._all[path]

    def __contains__(self, path: object) -> bool:
        # That of a mapping would take a fault in the lists for a page that is not there.
        return path in self._single or path in self._all

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


@dataclass(frozen=True, slots=True)
class PreviewSite:
    """What makes each page and each other file, by its path; what was said of the archive; and where each document is, by the
    paths of its files.
    """

    pages: Mapping[str, Made]
    others: Mapping[str, Made]
    problems: tuple[Problem, ...]
    address_by_source: Mapping[str, str]

    def has(self, path: str) -> bool:
        """Say whether there is a file at a path."""
        return path in self.others or path in self.pages


def site_of(request: Request) -> PreviewSite:
    """Read an archive and return its site, of which nothing is made yet.

    Raises:
        Refusal: there would be none; the problems say why.
        OSError: a file went away meanwhile, or cannot be read.

    """
    reading = read_archive(request)
    parts = site_parts(request, reading)
    return PreviewSite(
        PreviewPages(parts),
        dict(other_files(parts)),
        reading.problems,
        parts.plan.desk.address_by_source,
    )


def path_at(address: str) -> str:
    """Return the path of the file at an address of the site, which begins with a slash."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path
