"""A record: everything that was read from one source document, and nothing that was not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal, TypeVar

from archivegen.problems import Problem
from archivegen.records.body import Body
from archivegen.records.values import AccessValue, DateValue, LineRange, Value

ZoneKind = Literal["body", "field", "debris"]
# Volumes hold many documents in one file, inventories describe documents of which there is no file.
_OF_A_VOLUME = re.compile(r"^(?P<file>.+\.(?:xml|csv|xlsx|ods))#.+$", re.IGNORECASE)
SomeValue = TypeVar("SomeValue", bound=Value)


def file_of(path: str) -> str:
    """Return the path of the file that a document is in: its own, or that of its volume (`seeds/volume.xml#d12`)."""
    volume = _OF_A_VOLUME.match(path)
    return volume["file"] if volume else path


def is_among(path: str, paths: AbstractSet[str]) -> bool:
    """Say whether some paths have a document's own, or that of the volume it is in."""
    return not paths.isdisjoint((path, file_of(path)))


@dataclass(frozen=True, slots=True)
class Source:
    """The file a record was read from; `path` is relative to the archive, `text_lines` its decoded lines, `size` its bytes.

    The path of a document of a volume is that of the volume with the document's own name behind it. `unit` is what a line
    of the text is in the file.
    """

    path: str
    sha256: str
    layout: str
    encoding: str
    text_lines: tuple[str, ...]
    unit: Literal["line", "paragraph"] = "line"
    size: int = 0

    @property
    def file(self) -> str:
        """The path of the file, whether the document has it alone or not."""
        return file_of(self.path)

    @property
    def sidecar_name(self) -> str:
        """The name of the document's own file of corrections; that of a document of a volume has its name in the volume."""
        stem = PurePosixPath(self.file).stem
        part = self.path.removeprefix(self.file).removeprefix("#")
        return f"{stem}.{part}.yml" if part else f"{stem}.yml"

    @property
    def sidecar(self) -> str:
        """The path of the document's own file of corrections; a text and its scan may have one together."""
        return PurePosixPath(self.file).with_name(self.sidecar_name).as_posix()

    def quote(self, lines: LineRange) -> str:
        """Return the words of a range of lines, with white space folded."""
        return " ".join(" ".join(self.text_lines[lines.first - 1 : lines.last]).split())


@dataclass(frozen=True, slots=True)
class Zone:
    """What a range of lines is: part of the body, the place of a field, or recognised debris."""

    lines: LineRange
    kind: ZoneKind
    field: str | None = None


@dataclass(frozen=True, slots=True)
class SaidVersion:
    """What is said of a file as a version of a document: the kind of version, and the path or id of the document that it
    is a version of, "" where neither is said; and where it is said, in a sheet with the columns in words.
    """

    kind: str = ""
    of: str = ""
    path: str = ""
    line: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class SaidId:
    """Where the id of a document is supplied: the file, its line, and in a sheet the column, in words. `number` is what
    stands in its cell where that is the number of an archive, of which the id was made if one could be made.
    """

    path: str = ""
    line: int | None = None
    column: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One document as archival description: fields with their values, the body, and the zone of every line.

     `other_readings` are what was read for a field and gave way: to what the archivist supplies, or to what another
    part of the source says. `other_zones` are what the lines were read as that the archivist redrew. `changes` is what
    the archivist says has changed since the document was last published, `said_id` where `supplied_id` stands,
    `supplied_sha256` the digest of all that is supplied beside the source; empty where nothing is. `redacted_words`
    are what is left out of it and must be shown nowhere, `redacted_at` the file and line that say so of each. `version` is
    what is said of it as a version, `joined` are the other versions of the document, and `withheld` those that may not be
    seen, of which nothing is left but what kind of version they are, and what their files say has changed.
    """

    source: Source
    fields: Mapping[str, tuple[Value, ...]]
    body: Body
    zones: tuple[Zone, ...]
    other_readings: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    other_zones: tuple[Zone, ...] = ()
    supplied_id: str | None = None
    said_id: SaidId = SaidId()
    supplied_sha256: str = ""
    changes: tuple[str, ...] = ()
    redacted_words: tuple[str, ...] = ()
    redacted_at: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()
    version: SaidVersion = SaidVersion()
    joined: tuple[JoinedVersion, ...] = ()
    withheld: tuple[JoinedVersion, ...] = ()

    def first(self, name: str) -> Value | None:
        """Return the first value of a field, or None where it is not stated."""
        values = self.fields.get(name, ())
        return values[0] if values else None

    def text_of(self, name: str) -> str | None:
        """Return the first value of a field as text, or None."""
        value = self.first(name)
        return value.value if value else None

    def values_of(self, name: str, kind: type[SomeValue]) -> tuple[SomeValue, ...]:
        """Return the values of a field, typed as the field table declares them."""
        values = self.fields.get(name)
        return tuple(value for value in values if isinstance(value, kind)) if values else ()

    @property
    def texts(self) -> tuple[Record, ...]:
        """The record itself and those of the versions that are joined to it."""
        return (self, *(version.record for version in self.joined))

    @property
    def changes_of_all(self) -> tuple[str, ...]:
        """What the archivist says has changed, of the record itself or of a version that is joined to it, each once."""
        return tuple(dict.fromkeys(change for text in self.texts for change in text.changes))

    def source_of(self, value: Value) -> Source:
        """Return the file whose lines a value stands on: that of a joined version, or the document's own."""
        return next((text.source for text in self.texts if text.source.path == value.file), self.source)

    @property
    def held_at(self) -> str:
        """Where the original is held: its references, or else the archives; empty where neither is stated."""
        values = self.fields.get("reference_code") or self.fields.get("repository", ())
        return "; ".join(value.value for value in values)

    @property
    def only_repository(self) -> str:
        """The archive that holds the original, where no more than one is named: references without an archive are its; "" else."""
        repositories = self.fields.get("repository", ())
        return repositories[0].value if len(repositories) == 1 else ""

    @property
    def access(self) -> AccessValue | None:
        """Who may see the document; None where nothing is said of it, and then it is open."""
        # Asked several times of every document.
        said = self.fields.get("access")
        return next((value for value in said if isinstance(value, AccessValue)), None) if said else None

    @property
    def principal_date(self) -> DateValue | None:
        """The date the document is listed under, or None where it is undated."""
        return next((date for date in self.values_of("dates", DateValue) if date.principal), None)


@dataclass(frozen=True, slots=True)
class JoinedVersion:
    """A version of a document that was read from a file of its own, with what it is; `anchor` begins the anchors of its
    passages, and is known when its document is.
    """

    kind: str
    record: Record
    anchor: str = ""

    @property
    def language(self) -> str:
        """The language of its text; "" where it is not known."""
        return self.record.text_of("language") or ""

    @property
    def title(self) -> str:
        """Its own title; "" where it has none."""
        return self.record.text_of("title") or ""

    @property
    def has_text(self) -> bool:
        """Whether there is anything to read but the file itself."""
        return bool(self.record.body.blocks)
