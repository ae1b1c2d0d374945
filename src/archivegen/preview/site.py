"""The site of an archive as it is now: every file of it is made when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archivegen.build import site_parts
from archivegen.problems import Problem
from archivegen.publish.site_files import Made, other_files, page_files
from archivegen.reading import read_archive
from archivegen.request import Request


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
        return path in self.pages or path in self.others


def site_of(request: Request) -> PreviewSite:
    """Read an archive and return its site, of which nothing is made yet.

    Raises:
        Refusal: there would be none; the problems say why.
        OSError: a file went away meanwhile, or cannot be read.

    """
    reading = read_archive(request)
    parts = site_parts(request, reading)
    return PreviewSite(
        dict(page_files(parts)),
        dict(other_files(parts)),
        reading.problems,
        parts.plan.desk.address_by_source,
    )


def path_at(address: str) -> str:
    """Return the path of the file at an address of the site, which begins with a slash."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path
