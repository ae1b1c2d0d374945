"""What was published of every document, `published.jsonl`: the ledger's companion, one document a line.

It keeps the values as readers have seen them, the versions with their days, and every passage with its anchor and
printed number, so that the next `publish` knows what has changed and no anchor is ever given to other words.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any

PUBLISHED_NAME = "published.jsonl"
DIGEST_LENGTH = 12
_ANCHOR = re.compile(r"^(?:(?P<version>.+)-)?p-[0-9a-f]{6}(?:-\d+)?$")


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A version of a document: the day it was published, the digest of what it showed, and what had changed.

    `voices` are the anchors of the files that said so, one for each change, "" for the document's own; none are kept where
    all are its own, and none are known of older records.
    """

    on: str
    digest: str
    changes: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()

    def said_changes(self) -> tuple[tuple[str, str], ...]:
        """Return each change with the anchor of the file that said so."""
        return tuple(zip_longest(self.changes, self.voices, fillvalue=""))

    def with_changes(self, said: Iterable[tuple[str, str]]) -> PublishedVersion:
        """Return the version with other changes, each with the anchor of the file that said so."""
        said = tuple(said)
        voices = tuple(voice for _, voice in said)
        return replace(
            self, changes=tuple(change for change, _ in said), voices=voices if any(voices) else ()
        )


@dataclass(frozen=True, slots=True)
class PublishedPassage:
    """A passage of the text: its anchor, its printed number or "", and what its words are recognised by.

    A removed passage keeps its place, so that nothing else ever gets its anchor or its number.
    """

    anchor: str
    number: str
    sketch: str = ""
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class PublishedRecord:
    """A document as it was last published; of a withdrawn one only id, title, citation, versions and `named` are kept.

    `named` are the addresses of all entities that it ever named: concealing must know them, and no site shows them.
    `first_published` is the day in the ledger's line, kept twice, so that neither can be changed alone; a record that was
    made before it was kept twice has none. `offered_sha256` is the digest of the document's own file where readers were offered
    it. `version_anchors` are file, kind, language and anchor of versions that were
    seen once and are closed; no site has them.
    """

    id: str
    title: str
    citation: str
    source_sha256: str = ""
    supplied_sha256: str = ""
    offered_sha256: str = ""
    program: str = ""
    versions: tuple[PublishedVersion, ...] = ()
    values: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    passages: Sequence[PublishedPassage] = ()
    named: tuple[str, ...] = ()
    first_published: str = ""
    version_anchors: tuple[Mapping[str, str], ...] = ()

    @property
    def other_versions(self) -> tuple[Mapping[str, Any], ...]:
        """The versions in other files that were published: those that were seen last, and those that were not."""
        seen = (each for each in self.values.get("versions", ()) if each.get("anchor"))
        return (*seen, *self.version_anchors)


def version_of(anchor: str) -> str:
    """Return what the anchors of a version's passages begin with; "" for the document's own text."""
    match = _ANCHOR.match(anchor)
    return (match["version"] or "") if match else ""


def published_text(records: Iterable[PublishedRecord]) -> str:
    """Return the records as the text of their file: a line each, in the order of ids, parts in a fixed order.

    Each line ends with a check, made of the rest of it: whatever is changed by hand no longer fits.
    """
    lines = (line_without_check(record) for record in sorted(records, key=lambda record: record.id))
    return "".join(f"{line[:-1]}{check_part(check_of(line))}}}\n" for line in lines)


def line_without_check(record: PublishedRecord) -> str:
    """Return a record as its line, but for the check."""
    return json.dumps(_as_json(record), ensure_ascii=False, separators=(", ", ": "))


def check_of(line: str, end: str = "") -> str:
    """Return the check of a line, from the line without it, and its `end` where that is not yet put to it."""
    digest = hashlib.sha256(line.encode("utf-8", "surrogatepass"))
    digest.update(end.encode())
    return digest.hexdigest()[:DIGEST_LENGTH]


def check_part(check: str) -> str:
    """Return the part of a line that holds its check, as it is written."""
    return f', "check": "{check}"'


def _as_json(record: PublishedRecord) -> dict[str, object]:
    """Return a record as JSON values; parts that are empty are left out, `values` stand in the order of names."""
    parts: dict[str, object] = {
        "id": record.id,
        "title": record.title,
        "citation": record.citation,
        "source_sha256": record.source_sha256,
        "supplied_sha256": record.supplied_sha256,
        "offered_sha256": record.offered_sha256,
        "program": record.program,
        "first_published": record.first_published,
        # Whoever loses the last version by hand would otherwise leave a record that looks whole.
        "version_count": len(record.versions),
        "versions": [
            {"on": version.on, "digest": version.digest, "changes": list(version.changes)}
            | ({"voices": list(version.voices)} if version.voices else {})
            for version in record.versions
        ],
        "values": {name: list(record.values[name]) for name in sorted(record.values)},
        "passages": [
            {"anchor": passage.anchor, "number": passage.number, "removed": True}
            if passage.is_removed
            else {"anchor": passage.anchor, "number": passage.number, "sketch": passage.sketch}
            for passage in record.passages
        ],
        "named": list(record.named),
        "version_anchors": list(record.version_anchors),
    }
    return {
        name: content for name, content in parts.items() if content or name in ("id", "title", "citation")
    }
