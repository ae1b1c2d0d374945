"""The passages of a text, with the anchors and printed numbers by which they are cited: this is where both are given.

What was published keeps both, whatever is corrected in it or added around it; what was removed leaves an empty place,
and neither its anchor nor its number is ever given to other words.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from string import ascii_lowercase
from typing import Literal

from archivegen.archive.passage_matching import match
from archivegen.archive.sketches import is_same, sketch
from archivegen.records.body import RUNNING_TEXT, Block, Body
from archivegen.storage.published import PublishedPassage

NUMBERED = (*RUNNING_TEXT, "address", "quotation")
Change = Literal["", "corrected", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its anchor and its printed number, if it has one; without a block, the empty place of a removed one.

    `change` says what has become of it since the document was last published.
    """

    anchor: str
    number: str
    block: Block | None
    change: Change = ""


def passages_of(
    body: Body, last: Sequence[PublishedPassage] | None = None, prefix: str = ""
) -> tuple[Passage, ...]:
    """Return the passages of a text in its order, removed ones where they were; `last` is how they stood when they
    were published, None where they were not. New anchors begin with `prefix`.

    Unless they were published, anchors follow from the words and numbers count the blocks of running text.
    """
    published = last or ()
    live = [passage for passage in published if not passage.is_removed]
    matches = (
        match([passage.sketch for passage in live], [block.text for block in body.blocks]) if live else {}
    )
    kept = [live[matches[place]] if place in matches else None for place in range(len(body.blocks))]
    anchors = _anchors(body, kept, {passage.anchor for passage in published}, prefix)
    numbers = _numbers(body, kept, {passage.number for passage in published})
    places = {passage.anchor: place for place, passage in enumerate(kept) if passage}
    removed = _removed_after(published, places)
    passages = list(removed[-1])
    for place, block in enumerate(body.blocks):
        was = kept[place]
        change: Change = "" if last is None else "added"
        if was is not None:
            change = "" if is_same(was.sketch, block.text) else "corrected"
        passages.append(Passage(anchors[place], numbers[place], block, change))
        passages.extend(removed[place])
    return tuple(passages)


def as_published(passages: Sequence[Passage]) -> tuple[PublishedPassage, ...]:
    """Return passages as the ledger's companion keeps them."""
    return tuple(
        PublishedPassage(passage.anchor, passage.number, sketch(passage.block.text))
        if passage.block
        else PublishedPassage(passage.anchor, passage.number, is_removed=True)
        for passage in passages
    )


def _removed_after(published: Sequence[PublishedPassage], places: dict[str, int]) -> dict[int, list[Passage]]:
    """Return removed passages by the place of the passage they stood behind; -1 is the start of the text."""
    removed: defaultdict[int, list[Passage]] = defaultdict(list)
    behind = -1
    for passage in published:
        if passage.anchor in places:
            behind = places[passage.anchor]
        else:
            change: Change = "" if passage.is_removed else "removed"
            removed[behind].append(Passage(passage.anchor, passage.number, None, change))
    return removed


def _anchors(body: Body, kept: Sequence[PublishedPassage | None], used: set[str], prefix: str) -> list[str]:
    """Return an anchor for each block: the published one, or one made from its words that was never used."""
    anchors = []
    used = set(used)
    for block, passage in zip(body.blocks, kept, strict=True):
        anchor = passage.anchor if passage else _unused_anchor(block, used, prefix)
        used.add(anchor)
        anchors.append(anchor)
    return anchors


def _unused_anchor(block: Block, used: set[str], prefix: str) -> str:
    letters = "".join(re.findall(r"\w+", block.text.casefold()))
    anchor = f"{prefix}p-" + hashlib.sha256(letters.encode()).hexdigest()[:6]
    if anchor not in used:
        return anchor
    return next(candidate for n in count(2) if (candidate := f"{anchor}-{n}") not in used)


def _numbers(body: Body, kept: Sequence[PublishedPassage | None], used: set[str]) -> list[str]:
    """Return the printed number of each block: the published one; for a new block of running text between others the
    number before it with a letter, and behind all others the next number; "" for any other block.
    """
    used = set(used)
    highest = max((_whole(number) for number in used), default=0)
    numbers = [passage.number if passage else "" for passage in kept]
    last = max((place for place, number in enumerate(numbers) if number), default=-1)
    before = 0
    for place, block in enumerate(body.blocks):
        if numbers[place]:
            before = _whole(numbers[place])
        elif block.kind in NUMBERED and place < last:
            numbers[place] = next(number for number in _lettered(before) if number not in used)
            used.add(numbers[place])
        elif block.kind in NUMBERED:
            highest += 1
            numbers[place] = str(highest)
    return numbers


def _whole(number: str) -> int:
    return int(re.match(r"\d*", number)[0] or 0)  # type: ignore[index]


def _lettered(number: int) -> Iterator[str]:
    """Yield a number with every letter, then with two: 7a, 7b, 7c."""
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield f"{number}{''.join(letters)}"
