"""Sources and published documents brought together, where two sources may both be one document.

The one lies where the document lay, the other elsewhere: a copy, or what the archivist says is the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from archivegen.archive.likeness import Traits, has_same_words, likeness, traits_of_published, words_shared
from archivegen.records.record import Record, is_among
from archivegen.storage.ledger import LedgerEntry
from archivegen.storage.promises import Promises

_Standing = Literal["surely", "perhaps", "no"]
# From this share of common words on, a text is the one that was published, whatever is said of it.
_NEARLY_ALL = 0.8


class Matching:
    """The sources and the entries that are still to be brought together, and what was found and doubted on the way.

    `left` and `free` show what is left at the moment: only `settle` takes from them.
    """

    def __init__(
        self,
        records: Iterable[Record],
        promises: Promises,
        not_read: AbstractSet[str],
        traits_now: Callable[[Record], Traits],
    ) -> None:
        self._left = {record.source.path: record for record in records}
        self._free = {
            entry.id: entry
            for entry in promises.ledger.entries
            if entry.state == "live" and not is_among(entry.source, not_read)
        }
        self.left: Mapping[str, Record] = MappingProxyType(self._left)
        self.free: Mapping[str, LedgerEntry] = MappingProxyType(self._free)
        self.found: dict[str, LedgerEntry] = {}
        self.doubtful: list[tuple[Record, Record, LedgerEntry]] = []
        self._published = {record.id: record for record in promises.published}
        self._traits_now = traits_now
        self._now: dict[str, Traits] = {}
        self._was: dict[str, Traits] = {}

    def settle(self, path: str, entry: LedgerEntry, *, is_claimed: bool = False) -> None:
        """Give an entry to a source, or to the other one that is its document; to none where that cannot be told."""
        if path not in self.left or entry.id not in self.free:
            return
        contenders = self._contenders(path, entry, is_claimed=is_claimed)
        free = self._free.pop(entry.id)
        records = [self._left.pop(each) for each in contenders]
        if len(records) == 1:
            self.found[contenders[0]] = free
        else:
            self.doubtful.append((records[0], records[1], free))

    def _contenders(self, path: str, entry: LedgerEntry, *, is_claimed: bool) -> tuple[str, ...]:
        """Return the source that an entry belongs to if it was found for `path`; two where it may be either.

        Where the archivist has claimed it, it can be told, except that what is like the document goes before what is not.
        """
        is_far_fetched = is_claimed and not self._is_like_unclaimed(path, entry)
        there = self.left.get(entry.source)
        if there is None or there.supplied_id in self.free.keys() - {entry.id}:
            copies = [each for each, record in self.left.items() if record.source.sha256 == entry.sha256]
            return (copies[0],) if is_far_fetched and copies else (path,)
        if there.source.path == path:
            return (path,)
        others = [self._traits_published(each) for each in self.free if each != entry.id]
        stands = _standing(self._traits(entry.source), self._traits_published(entry.id), others)
        if stands == "perhaps" and is_claimed:
            stands = "surely" if is_far_fetched else "no"
        return {"surely": (entry.source,), "perhaps": (entry.source, path), "no": (path,)}[stands]

    def _is_like_unclaimed(self, path: str, entry: LedgerEntry) -> bool:
        """Say whether a source is like a document even without the id that claims it."""
        return bool(likeness(replace(self._traits(path), id=""), self._traits_published(entry.id)))

    def traits_of_left(self) -> dict[str, Traits]:
        """Return what the sources that are left are recognised by, by their paths."""
        return {path: self._traits(path) for path in self.left}

    def traits_of_free(self) -> dict[str, Traits]:
        """Return what the documents that are left are recognised by, by their ids."""
        return {document_id: self._traits_published(document_id) for document_id in self.free}

    def _traits(self, path: str) -> Traits:
        if path not in self._now:
            self._now[path] = self._traits_now(self.left[path])
        return self._now[path]

    def _traits_published(self, document_id: str) -> Traits:
        if document_id not in self._was:
            entry = self.free[document_id]
            self._was[document_id] = traits_of_published(entry, self._published.get(document_id))
        return self._was[document_id]


def _standing(now: Traits, was: Traits, others: Iterable[Traits]) -> _Standing:
    """Return whether a source that lies where a document lay still is that document, though another may be, too.

    `others` are what else was published and is not found yet. The place alone proves nothing: files change places, and a
    copy lies elsewhere while the original is corrected.
    """
    if not likeness(now, was):
        return "no"
    if now.number and now.number == was.number:
        return "surely"
    share = words_shared(now, was)
    if any(words_shared(now, other) > share for other in others):
        return "no"
    has_same_head = (now.title, now.date) == (was.title, was.date)
    return "surely" if share >= _NEARLY_ALL or (has_same_words(now, was) and has_same_head) else "perhaps"
