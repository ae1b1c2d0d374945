"""The texts of a document's versions, each with passages of its own: the anchor of a version begins those of its passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archivegen.archive.passages import Passage, passages_of
from archivegen.records.record import JoinedVersion, Record
from archivegen.storage.published import PublishedPassage, version_of


@dataclass(frozen=True, slots=True)
class VersionText:
    """A version of a document with the passages of its text."""

    version: JoinedVersion
    passages: tuple[Passage, ...]

    @property
    def anchor(self) -> str:
        """What the anchors of its passages begin with, without the hyphen; "" for the document's own text."""
        return self.version.anchor


@dataclass(frozen=True, slots=True)
class Texts:
    """All passages of a document: of its own text, of its versions, the empty places of versions that are gone, and what is
    kept of those that may not be seen.
    """

    own: tuple[Passage, ...] = ()
    versions: tuple[VersionText, ...] = ()
    gone: tuple[Passage, ...] = ()
    withheld: tuple[PublishedPassage, ...] = ()

    @property
    def shown(self) -> tuple[Passage, ...]:
        """The passages in the order in which they are kept."""
        return (*self.own, *(each for text in self.versions for each in text.passages), *self.gone)


def texts_of(record: Record, last: Sequence[PublishedPassage] | None) -> Texts:
    """Return the passages of a document whose versions have their anchors; `last` is how they stood when they were
    published, None where they were not.
    """
    known = {"", *(each.anchor for each in (*record.joined, *record.withheld))}

    def of(anchor: str) -> list[PublishedPassage] | None:
        return None if last is None else [each for each in last if version_of(each.anchor) == anchor]

    gone = [each for each in last or () if version_of(each.anchor) not in known]
    hidden = {each.anchor for each in record.withheld}
    return Texts(
        own=passages_of(record.body, of("")),
        versions=tuple(
            VersionText(each, passages_of(each.record.body, of(each.anchor), f"{each.anchor}-"))
            for each in record.joined
        ),
        gone=tuple(
            Passage(each.anchor, each.number, None, "" if each.is_removed else "removed") for each in gone
        ),
        withheld=tuple(each for each in last or () if version_of(each.anchor) in hidden),
    )


def without_versions(
    passages: Iterable[PublishedPassage], versions: Iterable[str]
) -> tuple[PublishedPassage, ...]:
    """Return passages without those of some versions, by their anchors."""
    hidden = set(versions)
    return tuple(passage for passage in passages if version_of(passage.anchor) not in hidden)
