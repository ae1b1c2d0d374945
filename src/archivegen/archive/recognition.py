"""Which of the published documents each source is, whatever was renamed, moved or corrected since."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import nsmallest

from archivegen.archive.likeness import (
    Traits,
    has_same_words,
    likeness,
    traits_of_record,
)
from archivegen.archive.rivals import Matching
from archivegen.archive.sketches import digest_in
from archivegen.records.record import Record
from archivegen.storage.ledger import LedgerEntry
from archivegen.storage.promises import Promises, is_bare

# Of two texts that share half their words, two of so many rare ones are as good as certain to stand in both.
_RAREST = 8
# What more published documents than this have in common leads to none of them.
_MOST = 64


@dataclass(frozen=True, slots=True)
class Recognition:
    """The entry of each source that was published, by its path; the sources that took the place of another document,
    with the entry of that one; and the entries that either of two sources may have, the one in its place first.
    """

    entry_by_path: Mapping[str, LedgerEntry]
    replaced: tuple[tuple[Record, LedgerEntry], ...] = ()
    doubtful: tuple[tuple[Record, Record, LedgerEntry], ...] = ()

    @property
    def disputed_ids(self) -> frozenset[str]:
        """The ids that no source has until the archivist has said which."""
        return frozenset(
            [entry.id for _, entry in self.replaced] + [entry.id for _, _, entry in self.doubtful]
        )

    @property
    def set_aside(self) -> frozenset[str]:
        """The paths of the sources that get no address until then."""
        sources = [record.source.path for record, _ in self.replaced]
        for in_place, elsewhere, _ in self.doubtful:
            sources += [in_place.source.path, elsewhere.source.path]
        return frozenset(sources)


def recognise(
    records: Iterable[Record],
    promises: Promises,
    ids_of: Callable[[Record], tuple[str, ...]],
    closed: AbstractSet[str] = frozenset(),
    not_read: AbstractSet[str] = frozenset(),
) -> Recognition:
    """Return the entry of each record that was published, no entry twice. `ids_of` gives the ids a record would have:
    as it is, and as it is announced.

    A record is recognised by its path and digest together (nothing was done to it), then by the id that the archivist
    supplies, then by its digest (it was moved), and else by what it is most like of all that is left. What surely is the
    document that lay in its place gives way to none of these. The sources at the paths in `closed` are taken for nothing
    that was elsewhere: nobody would see what they were taken for; but an address of which nothing is known is that of the
    one source that would have its id. Those in `not_read` are there, whatever they are.
    """
    matching = Matching(
        records,
        promises,
        not_read,
        lambda each: traits_of_record(each, ids_of(each)[0], is_closed=each.source.path in closed),
    )
    for path, entry in _by_digest(matching.left.values(), matching.free, is_in_place=True):
        matching.settle(path, entry)
    for path, entry in _by_supplied_id(matching.left.values(), matching.free):
        matching.settle(path, entry, is_claimed=True)
    for path, entry in _by_digest(matching.left.values(), matching.free, is_in_place=False):
        matching.settle(path, entry)
    if matching.free and matching.left:
        for pairs in (_corrected_in_place, _most_alike):
            for path, document_id in pairs(matching.traits_of_left(), matching.traits_of_free()):
                if document_id in matching.free:
                    matching.settle(path, matching.free[document_id])
    for path, entry in _by_own_id(matching.left, matching.free, ids_of):
        matching.settle(path, entry)
    by_source = {entry.source: entry for entry in matching.free.values()}
    replaced = tuple((record, by_source[path]) for path, record in matching.left.items() if path in by_source)
    return Recognition(matching.found, replaced, tuple(matching.doubtful))


def _by_supplied_id(
    records: Iterable[Record], free: Mapping[str, LedgerEntry]
) -> list[tuple[str, LedgerEntry]]:
    """Return the sources whose sidecar says which document they are; of several the one that the ledger knows best."""
    claims: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.supplied_id and record.supplied_id in free:
            claims[record.supplied_id].append(record)
    return [
        (
            min(claimants, key=lambda each: each.source.path != free[document_id].source).source.path,
            free[document_id],
        )
        for document_id, claimants in claims.items()
    ]


def _by_own_id(
    left: Mapping[str, Record], free: Mapping[str, LedgerEntry], ids_of: Callable[[Record], tuple[str, ...]]
) -> list[tuple[str, LedgerEntry]]:
    """Return the sources that would have the id of an entry of which nothing else is known, where only one would: a site,
    from which a ledger may be restored, tells of closed documents nothing but the address.
    """
    bare = {document_id for document_id, entry in free.items() if is_bare(entry)}
    paths: dict[str, list[str]] = defaultdict(list)
    for path, record in left.items() if bare else ():
        for own_id in dict.fromkeys(ids_of(record)):
            paths[own_id].append(path)
    return [(own[0], free[each]) for each, own in paths.items() if each in bare and len(own) == 1]


def _by_digest(
    records: Iterable[Record], free: Mapping[str, LedgerEntry], *, is_in_place: bool
) -> list[tuple[str, LedgerEntry]]:
    """Return the sources whose bytes were published: those that lie where they lay, or those that lie elsewhere."""
    by_digest = {
        (entry.sha256, entry.source if is_in_place else ""): entry for entry in free.values() if entry.sha256
    }
    pairs = []
    for record in records:
        entry = by_digest.get((record.source.sha256, record.source.path if is_in_place else ""))
        if entry:
            pairs.append((record.source.path, entry))
    return pairs


def _corrected_in_place(now: Mapping[str, Traits], was: Mapping[str, Traits]) -> list[tuple[str, str]]:
    """Return the sources that are without doubt the document that lay there: of that title and date, and no other is, or
    letter for letter its text.
    """
    names = Counter((traits.title, traits.date) for traits in now.values())
    names_before = Counter((traits.title, traits.date) for traits in was.values())
    id_by_path = {traits.path: document_id for document_id, traits in was.items()}
    pairs = []
    for path, traits in now.items():
        before = was.get(id_by_path.get(path, ""))
        if before is None or (before.title, before.date) != (traits.title, traits.date):
            continue
        name = (traits.title, traits.date)
        is_only_one = names[name] == names_before[name] == 1 and has_same_words(traits, before)
        if (is_only_one or traits.sketches == before.sketches) and likeness(traits, before):
            pairs.append((path, id_by_path[path]))
    return pairs


def _most_alike(now: Mapping[str, Traits], was: Mapping[str, Traits]) -> list[tuple[str, str]]:
    """Return sources and ids of published documents that are alike, the most alike first."""
    with_trait: dict[object, list[str]] = defaultdict(list)
    with_word: dict[str, list[str]] = defaultdict(list)
    for document_id, traits in was.items():
        for trait in _sought_by(traits):
            with_trait[trait].append(document_id)
        for word in traits.words:
            with_word[word].append(document_id)
    pairs = []
    for path, traits in now.items():
        having = [with_trait[trait] for trait in _sought_by(traits) if trait in with_trait]
        candidates = dict.fromkeys(document_id for ids in having if len(ids) <= _MOST for document_id in ids)
        candidates |= dict.fromkeys(_with_rare_words(traits, with_word))
        for document_id in candidates:
            found = likeness(traits, was[document_id])
            if found:
                pairs.append((-found, path, document_id))
    return [(path, document_id) for _, path, document_id in sorted(pairs)]


def _with_rare_words(traits: Traits, with_word: Mapping[str, list[str]]) -> list[str]:
    """Return the ids of the documents that have two of the rarest words of a text that any of them has."""
    rarest = nsmallest(_RAREST, (with_word[word] for word in traits.words if word in with_word), key=len)
    times = Counter(document_id for ids in rarest if len(ids) <= _MOST for document_id in ids)
    return sorted(document_id for document_id, count in times.items() if count >= min(2, len(rarest)))


def _sought_by(traits: Traits) -> Iterable[object]:
    """Return what two states of a document have in common at least, but for words; titles and dates alone are not enough."""
    yield "stem", traits.stem
    yield "id", traits.id
    if traits.number:
        yield "number", traits.number
    if traits.title and traits.date:
        yield "title", traits.title, traits.date
    for sketched in traits.sketches:
        yield "passage", digest_in(sketched)
