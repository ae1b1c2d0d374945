"""What stands on the disk: by it an interrupted command can tell truly what it has done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archivegen.publish.manifest import MARKER
from archivegen.publish.recording import is_interrupted
from archivegen.storage.published import PUBLISHED_NAME


@dataclass(frozen=True, slots=True)
class Standing:
    """A site and its record at a moment: two are equal where neither was written in between."""

    site: tuple[int, ...]
    record: tuple[tuple[int, ...], ...]
    is_settled: bool


def standing(output: Path, ledger: Path) -> Standing:
    """Return what stands of a site and of the record beside a ledger; `is_settled` where no recording was broken off."""
    return Standing(
        site=_written(output / MARKER),
        record=tuple(_written(file) for file in (ledger, ledger.with_name(PUBLISHED_NAME))),
        is_settled=not is_interrupted(ledger),
    )


def _written(file: Path) -> tuple[int, ...]:
    """Return what is another after every writing of a file: each takes the place of the one before."""
    try:
        status = file.stat()
    except OSError:
        return ()
    return status.st_ino, status.st_mtime_ns, status.st_size
