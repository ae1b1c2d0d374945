"""What an earlier build had and the new one has no more: addresses, anchors, and files that people cite.

An address counts as kept where its page now leads on to another, or says that its document was withdrawn or closed; the anchors of
a page that leads on are looked for where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archivegen.checking.loss_problems import (
    lost_address,
    lost_anchor,
    lost_document,
    lost_file,
    no_site,
    rightly_gone,
)
from archivegen.problems import Problem, Refusal
from archivegen.publish.references import PageParts, read_page
from archivegen.publish.verify import resolve

_PAGE = "index.html"
# A host shows it for addresses that are not there: nobody can cite it.
_NOT_AN_ADDRESS = "404.html"
# What stands on the pages of a long list moves whenever something is added before it, names that do not say who is meant stand with
# their documents, and a list of what is missing goes when it is found.
_PAGE_OF_A_LIST = re.compile(
    r"(?:^|/)(?:page-\d+|unnamed(?:-\d+)?)\.html$|^(?:years/undated|about/without-[a-z-]+)/index\.html$"
)
# Files in these folders are cited by people and asked for again by programs.
_CITED_FOLDERS = ("documents/", "data/")
_FEED = "changes.xml"
# A page that has controls only: its ids are its script's.
_CONTROLS = "search/index.html"
_DOCUMENT = re.compile(r"documents/[^/]+/index\.html")
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
    hidden: frozenset[str]

    def found(self) -> Iterator[Problem]:
        for name in sorted(self.old_files):
            if _is_address(name):
                yield from self._of_page(name)
            elif _is_cited(name) and not self._keeps_file(name):
                yield lost_file(name)

    def _of_page(self, name: str) -> Iterator[Problem]:
        if name not in self.new_files:
            yield self._lost_page(name)
            return
        if (self.old / name).read_bytes() == (self.new / name).read_bytes() or name in self.without_text:
            return
        end = self._end_of(name)
        if end in self.without_text:
            return
        there = self._page(end).ids if end else frozenset()
        for anchor in sorted(_anchors(_read(self.old / name), name) - there):
            listed = self._listed_at(name, anchor)
            if listed and all(map(self._is_without_text, listed)):
                yield rightly_gone(f"{_address(name)}#{anchor}")
            else:
                yield lost_anchor(_address(name), anchor, _address(end) if end else "")

    def _lost_page(self, name: str) -> Problem:
        """Return what is to be said of a page that is gone: it need not be a fault where it listed documents."""
        address = _address(name)
        if _DOCUMENT.fullmatch(name):
            return lost_document(address)
        listed = self._listed_on(name)
        left = sorted(_address(document) for document in listed if not self._is_without_text(document))
        if name in self.hidden or (listed and not left):
            return rightly_gone(address)
        return lost_address(address, left)

    def _listed_on(self, name: str) -> frozenset[str]:
        """Return the pages of the documents that an old page listed, or the page that it led to, on all of its pages."""
        end = self._end_of(name, self.old, self.old_files) or name
        further = f"{end.removesuffix(_PAGE)}page-"
        pages = [end, *(each for each in self.old_files if each.startswith(further))]
        return frozenset().union(*(_documents_in(_read(self.old / page), page) for page in pages))

    def _listed_at(self, name: str, anchor: str) -> frozenset[str]:
        """Return the pages of the documents that an old page listed from a place on to the next one: under a name in an index."""
        html = (self.old / name).read_text("utf-8", errors="replace")
        whole = read_page(html)
        places = [each for each in whole.in_order if each not in whole.wiring]
        following = places[places.index(anchor) + 1 :]
        start = html.find(f'id="{anchor}"')
        end = html.find(f'id="{following[0]}"', start) if following else len(html)
        part = read_page(html[max(start, 0) : end])
        return _documents_in(part, name)

    def _is_without_text(self, document: str) -> bool:
        """Say whether a document was withdrawn or closed, also under another address."""
        return document in self.without_text or (
            document in self.new_files and self._end_of(document) in self.without_text
        )

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

    def _end_of(self, name: str, site: Path | None = None, files: frozenset[str] = frozenset()) -> str | None:
        """Return the page that the reader of a page ends on, in the new site if no other is given; None where it leads
        out of the site or around.
        """
        for _ in range(_MOST_STEPS):
            sends_to = _read((site or self.new) / name).sends_to
            if sends_to is None:
                return name
            target, _ = resolve(name, sends_to)
            if target is None or target not in (files or self.new_files):
                return None
            name = target
        return None

    def _page(self, name: str) -> PageParts:
        return _read(self.new / name)


def losses(
    old: Path, new: Path, without_text: frozenset[str] = frozenset(), hidden: frozenset[str] = frozenset()
) -> tuple[Problem, ...]:
    """Return a problem for every address, anchor and cited file that the old build has and the new one has lost.

    `without_text` are the addresses of documents that were withdrawn or closed: they stay, and their passages are gone
    rightly. `hidden` are those of names that must not be seen.

    Raises:
        Refusal: one of the two folders holds no site.

    """
    for folder, is_old in ((old, True), (new, False)):
        if not (folder / _PAGE).is_file():
            raise Refusal(no_site(folder, is_old=is_old))
    pages, gone = (frozenset(f"{address}{_PAGE}" for address in each) for each in (without_text, hidden))
    return tuple(_Losses(old, new, _files(old), _files(new), pages, gone).found())


def _documents_in(parts: PageParts, page: str) -> frozenset[str]:
    """Return the pages of the documents to which parts of a page lead."""
    targets = (resolve(page, reference.address)[0] for reference in parts.references)
    return frozenset(target for target in targets if target and _DOCUMENT.fullmatch(target))


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
