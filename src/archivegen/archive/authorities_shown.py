"""The authority files without the names and spellings that closed documents alone use: no page of a person may show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from archivegen.archive.access import is_open
from archivegen.archive.announcements import announced
from archivegen.records.agents import folded
from archivegen.records.record import Record
from archivegen.records.redacted import texts_of
from archivegen.storage.authority_files import Authority

_WORDS = re.compile(r"\w+")
_OWNED = re.compile(r"[’']s\b")
# In a closed document a name may stand with an ending, as names do in many languages.
_ENDING = r"\w{0,3}"


def authorities_to_show(
    authorities: tuple[Authority, ...], records: Sequence[Record], day: str
) -> tuple[Authority, ...]:
    """Return the entries as pages may have them on a day (ISO 8601).

    A spelling that stands in closed documents, and in nothing that is shown, is left out. Where it is the preferred name,
    an entry has the first of its other spellings that is shown instead, and nothing that would tell of whom it speaks.
    """
    names = {_plain(name) for entry in authorities for name in (entry.name, *entry.variants)} - {""}
    closed = [record for record in records if not is_open(record, day)]
    shown = [record if is_open(record, day) else announced(record) for record in records]
    hidden = _standing_in(names, closed, _everything, _ENDING)
    # What the fields of open documents have is soon found; their texts are long.
    hidden -= _standing_in(hidden, shown, _described)
    hidden -= _standing_in(hidden, shown, _everything)
    if not hidden:
        return authorities
    without = (_without(entry, hidden) for entry in authorities)
    return tuple(entry for entry in without if entry)


def _without(entry: Authority, hidden: set[str]) -> Authority | None:
    variants = tuple(spelling for spelling in entry.variants if _plain(spelling) not in hidden)
    if _plain(entry.name) not in hidden:
        return replace(entry, variants=variants)
    if not variants:
        return None
    return replace(entry, name=variants[0], variants=variants[1:], sort_name=None, same_as=())


def _standing_in(
    names: set[str], records: Iterable[Record], texts: Callable[[Record], Iterator[str]], ending: str = ""
) -> set[str]:
    """Return those of some names, in plain words, that stand in the texts of any record, with or without an ending."""
    left = set(names)
    for record in records if left else ():
        text = f" {' - '.join(_plain(each) for each in texts(record))} "
        left -= {name for name in left if f" {name}" in text and re.search(rf" {name}{ending} ", text)}
    return names - left


def _described(record: Record) -> Iterator[str]:
    for values in record.fields.values():
        for value in values:
            yield from texts_of(value).values()


def _everything(record: Record) -> Iterator[str]:
    yield from _described(record)
    for block in record.body.blocks:
        yield block.text


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(folded(_OWNED.sub("", text))))
