"""What the anchors of a version's passages begin with: its language, and it keeps what it was published under."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from archivegen.records.record import JoinedVersion, Record
from archivegen.records.values import AgentValue, Value, Version
from archivegen.seeds.formats.reading import is_offered
from archivegen.storage.published import PublishedRecord

# What is shown with a version, beside its title and language.
_STATED = (
    "contributors", "title_in_document", "completeness", "extent", "published_in", "source_url", "identifiers", "citation",
    "credits", "funders", "reproduction", "rights", "notes", "archivist_note",
)  # fmt: skip
# `to` begins the places that notes lead back to; `original` is the name of the file of the document itself.
_OTHERWISE = {"to": "ton", "original": "original-version"}
_Shown = Mapping[str, Any]


def with_anchors(record: Record, published: PublishedRecord | None) -> Record:
    """Return a record whose versions have their anchors and are named in its field `versions`."""
    # Those that are closed and were renamed go before others that might be taken for them.
    versions = (*record.withheld, *record.joined)
    if not versions:
        return record
    anchors = _anchors(versions, published.other_versions if published else ())
    joined, withheld = (
        tuple(
            sorted(
                (replace(each, anchor=anchors[each.record.source.path]) for each in some),
                key=lambda version: version.anchor,
            )
        )
        for some in (record.joined, record.withheld)
    )
    own = tuple(value for value in record.fields.get("versions", ()))
    values = (*own, *(_value(version, record.redacted_words) for version in joined))
    return replace(
        record,
        joined=joined,
        withheld=withheld,
        fields={**record.fields, "versions": values} if values else record.fields,
    )


def _anchors(versions: Iterable[JoinedVersion], published: Iterable[_Shown]) -> dict[str, str]:
    """Return the anchor of each version by its path: the one it was published under; else its language, with a number
    where another version has it.

    Files exchange their names, so who made a version, of which kind and in which language, goes before its file.
    """
    known = [each for each in published if each.get("anchor")]
    left = {version.record.source.path: version for version in versions}
    anchors: dict[str, str] = {}
    same: tuple[Callable[[JoinedVersion, _Shown], bool], ...] = (
        lambda version, was: _is_its_file(version, was) and _what(version) == _what_then(was),
        lambda version, was: _what(version) == _what_then(was),
        _is_its_file,
        lambda version, was: _what(version)[:2] == _what_then(was)[:2],
    )
    for is_same in same:
        for path, version in list(left.items()):
            was = next((each for each in known if is_same(version, each)), None)
            if was is not None:
                anchors[path] = str(was["anchor"])
                known.remove(was)
                del left[path]
    taken = {*anchors.values(), *(str(was["anchor"]) for was in known)}
    for path, version in sorted(left.items()):
        base = _base(version)
        anchors[path] = next(
            each for n in count(1) if (each := f"{base}-{n}" if n > 1 else base) not in taken
        )
        taken.add(anchors[path])
    return anchors


def _base(version: JoinedVersion) -> str:
    tag = version.language.lower()
    is_told = version.kind != "scan" and tag.replace("-", "").isalnum() and tag.isascii()
    base = tag if is_told else version.kind
    return _OTHERWISE.get(base, base)


def _what(version: JoinedVersion) -> tuple[str | None, str | None, str | None]:
    return version.kind, version.language or None, _makers(version.record)


def _makers(record: Record) -> str | None:
    return "; ".join(map(_in_words, record.fields.get("contributors", ()))) or None


def _is_its_file(version: JoinedVersion, was: _Shown) -> bool:
    return bool(was.get("file") == version.record.source.path)


def _what_then(was: _Shown) -> tuple[str | None, str | None, str | None]:
    states = was.get("states")
    makers = states.get("contributors") if isinstance(states, Mapping) else None
    return was.get("kind"), was.get("language"), makers


def _value(version: JoinedVersion, redacted_words: Iterable[str]) -> Version:
    """Return a version as a value of its document's field `versions`, with all that is said of it alone; without the digest
    of its file where this is not offered, as none is of a document that has redacted words.
    """
    record = version.record
    stated = ((name, "; ".join(map(_in_words, record.fields.get(name, ())))) for name in _STATED)
    return Version(
        value=version.title or version.kind,
        rule="joined_version",
        status="supplied",
        by="archivist",
        file=record.source.path,
        kind=version.kind,
        language=version.language or None,
        anchor=version.anchor,
        digest=record.source.sha256 if is_offered(record.source.path) and not redacted_words else "",
        states=tuple((name, text) for name, text in stated if text and text != version.title),
    )


def _in_words(value: Value) -> str:
    return f"{value.value} ({value.role})" if isinstance(value, AgentValue) and value.role else value.value
