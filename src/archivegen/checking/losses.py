"""What an earlier build had and the new one has no more: addresses, anchors, and files that people cite.

An address counts as kept where its page now leads on to another, or says that its document was withdrawn or closed; the anchors of
a page that leads on are looked for where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.references import PageParts, read_page
from archivegen.publish.verify import resolve

_PAGE = "index.html"
# A host shows it for addresses that are not there: nobody can cite it.
_NOT_AN_ADDRESS = "404.html"
# The pages of a long list move whenever something is added before them.
_PAGE_OF_A_LIST = re.compile(r"(?:^|/)page/\d+/index\.html$")
# Files in these folders are cited by people and asked for again by programs.
_CITED_FOLDERS = ("documents/", "data/")
_FEED = "changes.xml"
# A page that has controls only: its ids are its script's.
_CONTROLS = "search/index.html"
# Ids that count the parts of a page, and where the link that skips to the text leads.
_NOT_A_PLACE = re.compile(r"^(?:(?:letter|role)-\d+|main)$")
_MOST_STEPS = 10


@dataclass(frozen=True, slots=True)
class _Losses:
    old: Path
    new: Path
    old_files: frozenset[str]
    new_files: frozenset[str]
    without_text: frozenset[str]

    def found(self) -> Iterator[Problem]:
        for name in sorted(self.old_files):
            if _is_address(name):
                yield from self._of_page(name)
            elif _is_cited(name) and not self._keeps_file(name):
                yield _lost_file(name)

    def _of_page(self, name: str) -> Iterator[Problem]:
        if name not in self.new_files:
            yield _lost_address(_address(name))
            return
        if (self.old / name).read_bytes() == (self.new / name).read_bytes() or name in self.without_text:
            return
        end = self._end_of(name)
        if end in self.without_text:
            return
        there = self._page(end).ids if end else frozenset()
        for anchor in sorted(_anchors(_read(self.old / name), name) - there):
            yield _lost_anchor(_address(name), anchor, _address(end) if end else "")

    def _keeps_file(self, name: str) -> bool:
        """Say whether a file is there, or was a withdrawn or closed document's, or stands where its page leads on to."""
        folder, _, file = name.rpartition("/")
        page = f"{folder}/{_PAGE}"
        if name in self.new_files or page in self.without_text:
            return True
        end = self._end_of(page) if page in self.new_files else None
        return bool(end) and (
            end in self.without_text or f"{str(end).rpartition('/')[0]}/{file}" in self.new_files
        )

    def _end_of(self, name: str) -> str | None:
        """Return the page that the reader of a page ends on; None where it leads out of the site or around."""
        for _ in range(_MOST_STEPS):
            sends_to = self._page(name).sends_to
            if sends_to is None:
                return name
            target, _ = resolve(name, sends_to)
            if target not in self.new_files:
                return None
            name = target
        return None

    def _page(self, name: str) -> PageParts:
        return _read(self.new / name)


def losses(old: Path, new: Path, without_text: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    """Return a problem for every address, anchor and cited file that the old build has and the new one has lost.

    `without_text` are the addresses of documents that were withdrawn or closed: they stay, and their passages are gone
    rightly.

    Raises:
        Refusal: one of the two folders holds no site.

    """
    for folder, is_old in ((old, True), (new, False)):
        if not (folder / _PAGE).is_file():
            raise Refusal(_no_site(folder, is_old=is_old))
    pages = frozenset(f"{address}{_PAGE}" for address in without_text)
    return tuple(_Losses(old, new, _files(old), _files(new), pages).found())


def _files(site: Path) -> frozenset[str]:
    return frozenset(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())


def _read(file: Path) -> PageParts:
    return read_page(file.read_text("utf-8", errors="replace"))


def _is_address(name: str) -> bool:
    return name.endswith(".html") and name != _NOT_AN_ADDRESS and not _PAGE_OF_A_LIST.search(name)


def _is_cited(name: str) -> bool:
    return name == _FEED or (name.startswith(_CITED_FOLDERS) and not name.endswith(".html"))


def _anchors(page: PageParts, name: str) -> set[str]:
    """Return the ids of a page that are places: passages, names of an index; not labels, controls and counted parts."""
    if name == _CONTROLS:
        return set()
    return {anchor for anchor in page.ids - page.wiring if not _NOT_A_PLACE.match(anchor)}


def _address(name: str) -> str:
    return name.removesuffix(_PAGE) or "./"


def _lost_address(address: str) -> Problem:
    return Problem(
        path=address,
        code="address-lost",
        message="the earlier build has a page at this address, and the new one has none",
        fix="bring its document back, or let the address lead on: “archivegen ids move”, “archivegen ids withdraw”",
    )


def _lost_anchor(address: str, anchor: str, end: str) -> Problem:
    where = "the new page" if end == address else f"{end}, where this page leads," if end else "the new site"
    return Problem(
        path=f"{address}#{anchor}",
        code="anchor-lost",
        message=f"the earlier build has this place, and {where} does not",
        fix="links and citations to it now lead to the top of the page: bring the words back if you can",
    )


def _lost_file(name: str) -> Problem:
    return Problem(
        path=name,
        code="file-lost",
        message="the earlier build has this file, and the new one does not",
        fix="programs and citations ask for it at this address: bring its document back",
    )


def _no_site(folder: Path, *, is_old: bool) -> Problem:
    what = "a file and no folder" if folder.exists() else "no such folder"
    return Problem(
        path=str(folder),
        code="no-site",
        message="there is no site in this folder" if folder.is_dir() else f"this is {what}",
        fix=(
            "give the folder of an earlier build, the one with index.html in it"
            if is_old
            else "run “archivegen build” first"
        ),
    )
