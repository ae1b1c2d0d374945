"""Copies of what may not be seen: a text that one file closes stands in another, of which nobody has said who may see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from archivegen.archive.access import is_open
from archivegen.problems import Problem
from archivegen.records.record import Record

# As few words as many papers may have, as “Not legible”.
_FEWEST_WORDS = 8


def copies_of_closed(
    day: str, records: Iterable[Record], closed: Iterable[Record], unredacted: Mapping[str, str]
) -> Iterator[tuple[Record, Problem]]:
    """Yield each record with an error, that would show the bytes or the words of a file that may not be seen on a day, and of
    which it is not said that it is open.

    `closed` are such files beyond the records themselves, `unredacted` the paths of files with redacted words by the
    digests of their bytes: a copy has these words.
    """
    records = list(records)
    hidden = [record for record in records if not is_open(record, day)]
    path_of = dict(unredacted)
    for record in (*hidden, *closed):
        for key in _keys(record):
            path_of.setdefault(key, record.source.path)
    for record in records if path_of else ():
        if record.access is None:
            texts = (text for text in record.texts if text.access is None)
            found = ((text, path_of[key]) for text in texts for key in _keys(text) if key in path_of)
            for text, path in found:
                if path != text.source.path:
                    yield record, _copy(text.source.path, path)
                    break


def _keys(record: Record) -> Iterator[str]:
    """Yield by what a file is known as a copy of another: the digest of its bytes, and all its words."""
    if record.source.sha256:
        yield record.source.sha256
    words = [word for block in record.body.blocks for word in block.text.split()]
    if len(words) >= _FEWEST_WORDS:
        yield " ".join(words)


def _copy(path: str, closed: str) -> Problem:
    return Problem(
        path=path,
        field="access",
        code="copy-of-closed",
        message=f"what stands here stands in {closed}, too, where it or words of it may not be seen; it is not published",
        fix="take one of the two out of the folder, or write into the file of corrections of this one who may see it: "
        "“access: restricted”, or “access: open”",
    )
