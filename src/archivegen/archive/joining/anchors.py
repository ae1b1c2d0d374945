"""What the anchors of a version's passages begin with: its language, and it keeps what it was published under."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from archivegen.records.body import Body
from archivegen.records.record import JoinedVersion, Record, Source
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
    """Return a record whose versions have their anchors and are named in its field `versions`.

    What was closed when it was last recorded and has no file any more is still withheld.
    """
    closed = published.version_anchors if published else ()
    if not (record.withheld or record.joined or closed):
        return record
    anchors = _anchors(record, published.other_versions if published else (), closed)
    gone = tuple(_without_file(was) for was in closed if was["anchor"] not in anchors.values())
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
        withheld=(*withheld, *gone),
        fields={**record.fields, "versions": values} if values else record.fields,
    )


def _without_file(was: Mapping[str, str]) -> JoinedVersion:
    """Return a version that was closed and whose file is gone, from what is kept of it."""
    source = Source(was["file"], "", "", "", ())
    language = Value(value=was["language"], rule="")
    nothing = Record(source, {"language": (language,)} if was["language"] else {}, Body(), ())
    return JoinedVersion(was["kind"], nothing, was["anchor"])


def _anchors(record: Record, published: Iterable[_Shown], closed: Collection[_Shown]) -> dict[str, str]:
    """Return the anchor of each version by its path: the one it was published under; else its language, with a number
    where another version has it.

    Files exchange their names, so who made a version, of which kind and in which language, goes before its file. An open
    version is one that was `closed` only in the file of that: what may not be seen must not come back with another.
    """
    known = [each for each in published if each.get("anchor")]
    # Those that are closed and were renamed go before others that might be taken for them.
    left = {version.record.source.path: version for version in (*record.withheld, *record.joined)}
    withheld = {version.record.source.path for version in record.withheld}
    anchors: dict[str, str] = {}
    same: tuple[Callable[[JoinedVersion, _Shown], bool], ...] = (
        lambda version, was: _is_its_file(version, was) and _what(version) == _what_then(was),
        lambda version, was: _what(version) == _what_then(was),
        _is_its_file,
        lambda version, was: _what(version)[:2] == _what_then(was)[:2],
    )
    for is_same in same:
        for path, version in list(left.items()):
            own = [
                each
                for each in known
                if path in withheld or each not in closed or _is_its_file(version, each)
            ]
            was = next((each for each in own if is_same(version, each)), None)
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
