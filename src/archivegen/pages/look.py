"""What an archive puts into the frame of its pages: pages of its own, and a logo."""

from __future__ import annotations

from dataclasses import dataclass

from archivegen.pages.messages import Messages
from archivegen.problems import Problem


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page that the archivist wrote: its name, which is its folder in the site, its title, its Markdown without the title, and
    the file.
    """

    name: str
    title: str
    text: str
    path: str

    @property
    def address(self) -> str:
        """The page's folder inside the site."""
        return f"{self.name}/"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in the head of each page: where it is in the site, and its size, so that nothing shifts when it comes."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Look:
    """The words of an archive's interface, what it has of its own, and what is to be said of these."""

    say: Messages
    pages: tuple[OwnPage, ...] = ()
    logo: Logo | None = None
    problems: tuple[Problem, ...] = ()
