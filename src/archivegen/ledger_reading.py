"""The ledger and its companion as they lie beside each other, after an interrupted recording is settled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.recording import settle
from archivegen.publish.upload import last_published
from archivegen.storage.promises import Promises, read_promises
from archivegen.storage.published import PUBLISHED_NAME
from archivegen.storage.text_files import text_of

COMPANION_COPY = f"data/{PUBLISHED_NAME}"


def promises_at(ledger: Path) -> Promises:
    """Read the ledger at a path and its companion; an archive that has published nothing has neither.

    Raises:
        Refusal: with every fault of both files and every contradiction between them; or the companion is lost, which
            the last publish has put on the web.

    """
    notices = settle(ledger)
    companion = ledger.with_name(PUBLISHED_NAME)
    if ledger.is_file() and not companion.is_file() and COMPANION_COPY in last_published(ledger.parent):
        raise Refusal(_companion_lost())
    texts = [text_of(file) if file.is_file() else None for file in (ledger, companion)]
    return replace(read_promises(texts[0], texts[1], ledger.name), notices=notices)


def _companion_lost() -> Problem:
    """Without it every passage would be numbered anew, and nobody would know what has changed."""
    return Problem(
        path=PUBLISHED_NAME,
        code="published-records-lost",
        message="this file is not there, but it was when the archive was published last",
        fix="restore it from your last backup or version, or from the last site: archivegen ids recover OLD_BUILD",
    )
