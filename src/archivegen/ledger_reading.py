"""The ledger and its companion as they lie beside each other, after an interrupted recording is settled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.manifest import LEDGER_COPY, MARKER
from archivegen.publish.recording import settle
from archivegen.publish.upload import last_published
from archivegen.remembering import Memory
from archivegen.storage.ledger import Ledger
from archivegen.storage.promises import RECOVER, Promises, read_promises
from archivegen.storage.published import PUBLISHED_NAME
from archivegen.storage.text_files import text_of

COMPANION_COPY = f"data/{PUBLISHED_NAME}"


def promises_at(ledger: Path, output: Path, memory: Memory | None = None) -> Promises:
    """Read the ledger at a path and its companion; an archive that has published nothing has neither.

    `output` is where the site is, if there is one: a bare folder has no other sign that it was published.

    Raises:
        Refusal: with every fault of both files and every contradiction between them; or one is lost, which the last
            publish has put on the web.

    """
    notices = settle(ledger)
    companion = ledger.with_name(PUBLISHED_NAME)
    if not companion.is_file():
        missing, copy = (companion, COMPANION_COPY) if ledger.is_file() else (ledger, LEDGER_COPY)
        if _was_published(copy, ledger.parent, output):
            raise Refusal(_lost(missing.name))
    texts = [text_of(file) if file.is_file() else None for file in (ledger, companion)]
    promises = (memory or Memory()).recall(_promises, *texts, ledger.name)
    if texts[1] is None and _had_companion(promises.ledger):
        raise Refusal(_half())
    return replace(promises, notices=notices)


def _promises(in_ledger: str | None, in_companion: str | None, name: str) -> Promises:
    return read_promises(in_ledger, in_companion, name, is_all_needed=False)


def _had_companion(ledger: Ledger) -> bool:
    """Say whether a ledger has what it never had before there was a companion: entities, or an address that was live."""
    return bool(ledger.entities) or any(entry.state != "live" for entry in ledger.entries)


def _was_published(copy: str, beside: Path, output: Path) -> bool:
    """Say whether the last publish, as far as it is known, has put the copy of a file on the web."""
    is_in_site = (output / MARKER).is_file() and (output / copy).is_file()
    return is_in_site or copy in last_published(beside)


def _half() -> Problem:
    return Problem(
        path=PUBLISHED_NAME,
        code="published-records-lost",
        message="this file is not there, but the ledger was written together with it",
        fix=RECOVER,
    )


def _lost(name: str) -> Problem:
    """Without them every address would be given anew, or every passage be numbered anew."""
    return Problem(
        path=name,
        code="published-records-lost",
        message="this file is not there, but it was when the archive was published last",
        fix=RECOVER,
    )
