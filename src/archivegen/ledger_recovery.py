"""A lost or damaged half of the record restored from the copy that a site carries; what is intact stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeVar

from archivegen.archive.recovered import Own, lost_of_companion, lost_of_ledger, recovered
from archivegen.config import SETTINGS_NAME
from archivegen.problems import Problem, Refusal
from archivegen.publish.manifest import LEDGER_COPY
from archivegen.publish.recording import ledger_held, record
from archivegen.request import Request
from archivegen.storage.ledger import Ledger
from archivegen.storage.ledger_reading import read_ledger
from archivegen.storage.promises import Promises, promise_texts, read_promises
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord
from archivegen.storage.published_reading import read_published
from archivegen.storage.text_files import text_of

_Content = TypeVar("_Content")


@dataclass(frozen=True, slots=True)
class Half:
    """The ledger or its companion: its state, the text that would be written, None where it stays, and the ids and
    addresses of which an intact one says nothing or something else. Nothing is asked where it only loses names whose addresses
    no site has shown.
    """

    name: str
    state: Literal["missing", "damaged", "intact"]
    text: str | None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recovery:
    """What would be restored, and how many addresses there would be; `address_alone` are the ids of live documents of
    which nothing else would be known, because they were closed when the copy was made.
    """

    halves: tuple[Half, Half]
    addresses: int
    address_alone: tuple[str, ...] = ()

    @property
    def replaces_intact(self) -> bool:
        """Whether a file would be replaced that can be read."""
        return any(half.state == "intact" and half.text is not None and half.changed for half in self.halves)


def recovery_of(request: Request, old_build: Path) -> Recovery:
    """Return what the copy in an old site would restore of a ledger and its companion: nothing where both are sound.

    What is intact stays, unless it contradicts what is restored, or its other half.

    Raises:
        Refusal: the site has no copy that can be read, there is no archive here, or a file holds what the copy does not.

    """
    ledger = request.ledger
    own = _own(ledger)
    copy = _copy_in(old_build)
    if not _is_archive(request.root, own, copy):
        raise Refusal(_no_archive(request.root))
    after = recovered(own, copy)
    lost = {
        ledger.name: () if after.ledger == own.ledger else tuple(lost_of_ledger(own, after.ledger)),
        PUBLISHED_NAME: () if after.published == own.published else tuple(lost_of_companion(own, after)),
    }
    if any(lost.values()):
        raise Refusal(*[_holds_more(name, names) for name, names in lost.items() if names])
    known = {record.id for record in after.published if record.title}
    return Recovery(
        _halves(own, after, ledger.name),
        len(after.ledger.entries),
        tuple(
            entry.id
            for entry in after.ledger.entries
            if entry.state == "live" and not entry.sha256 and entry.id not in known
        ),
    )


def _halves(own: Own, after: Promises, name: str) -> tuple[Half, Half]:
    texts = promise_texts(after, name)
    return (
        Half(
            name,
            _state(own.ledger_text, own.ledger),
            None if after.ledger == own.ledger else texts[name],
            tuple(_changed_in_ledger(own.ledger, after.ledger)) if own.ledger else (),
        ),
        Half(
            PUBLISHED_NAME,
            _state(own.companion_text, own.published),
            None if after.published in (own.published, ()) else texts[PUBLISHED_NAME],
            tuple(_changed_in_companion(own.published, after.published)) if own.published else (),
        ),
    )


def recover(request: Request, old_build: Path, approved: Recovery) -> None:
    """Restore what was approved.

    Raises:
        Refusal: it is not what would be restored now.

    """
    with ledger_held(request.ledger):
        if recovery_of(request, old_build) != approved:
            raise Refusal(_changed_since(request.ledger))
        texts = {half.name: half.text for half in approved.halves if half.text is not None}
        if texts:
            record(request.ledger, texts)


def _own(ledger: Path) -> Own:
    companion = ledger.with_name(PUBLISHED_NAME)
    ledger_text, companion_text = (text_of(file) if file.is_file() else None for file in (ledger, companion))
    return Own(
        ledger_text,
        companion_text,
        _intact(read_ledger, ledger_text),
        _intact(read_published, companion_text),
    )


def _intact(read: Callable[[str], _Content], text: str | None) -> _Content | None:
    try:
        return None if text is None else read(text)
    except Refusal:
        return None


def _state(text: str | None, content: object) -> Literal["missing", "damaged", "intact"]:
    return "missing" if text is None else "damaged" if content is None else "intact"


def _is_archive(root: Path, own: Own, copy: Promises) -> bool:
    """Say whether a folder is an archive: it has settings, half a record, or a document that the copy names."""
    if (root / SETTINGS_NAME).is_file() or own.ledger_text is not None or own.companion_text is not None:
        return True
    return any(entry.source and (root / entry.source).is_file() for entry in copy.ledger.entries)


def _copy_in(old_build: Path) -> Promises:
    copy_of_ledger = old_build / LEDGER_COPY
    copy_of_companion = copy_of_ledger.with_name(PUBLISHED_NAME)
    if not copy_of_ledger.is_file():
        raise Refusal(_no_copy(copy_of_ledger))
    has_companion = copy_of_companion.is_file()
    return read_promises(
        text_of(copy_of_ledger), text_of(copy_of_companion) if has_companion else None, LEDGER_COPY
    )


def _changed_in_ledger(own: Ledger, after: Ledger) -> Iterator[str]:
    yield from (entry.id for entry in after.entries if own.entry(entry.id) != entry)
    known = set(own.entities)
    yield from (each.address for each in after.entities if each not in known)


def _changed_in_companion(
    own: tuple[PublishedRecord, ...], after: tuple[PublishedRecord, ...]
) -> Iterator[str]:
    before = {each.id: replace(each, named=()) for each in own}
    yield from (each.id for each in after if before.get(each.id) != replace(each, named=()))


def _no_copy(file: Path) -> Problem:
    return Problem(
        path=file.as_posix(),
        code="no-ledger-copy",
        message="there is no copy of a ledger here",
        fix="give the folder of a site that archivegen has published",
    )


def _no_archive(root: Path) -> Problem:
    return Problem(
        path=str(root),
        code="no-archive",
        message=f"this is no archive: it has no {SETTINGS_NAME}, no ledger, and no document that the site names",
        fix="give the archive’s folder with --archive",
    )


def _holds_more(name: str, lost: tuple[str, ...]) -> Problem:
    return Problem(
        path=name,
        code="ledger-holds-more",
        message=f"this file holds what the copy does not: {', '.join(lost[:5])}"
        + (f" and {len(lost) - 5} more" if len(lost) > 5 else ""),
        fix="mend what is reported of it, or give a later site; to restore the copy all the same, move this file away "
        "first",
    )


def _changed_since(ledger: Path) -> Problem:
    return Problem(
        path=ledger.name,
        code="changed-since-shown",
        message="this file or its companion has changed since you were shown what would be restored",
        fix="run the command again",
    )
