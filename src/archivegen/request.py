"""What is asked of the program: which archive to read, and where to what is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from archivegen.remembering import Memory
from archivegen.watching import Watch


@dataclass(frozen=True, slots=True)
class Request:
    """What to build, from where, to where; `day` is today in ISO 8601, which is what is published bears.

    `changed_only` is the archive that `publish` writes the files to upload into, where one is wanted. `jobs` is how many
    processes read documents; with one job this process does. `keeps_records` says that what is read is kept beside the
    documents, and that what was kept need not be read again. `memory` is for whoever reads the same archive again and again.
    `watch` hears how the work goes on. `needs_settings` is for a folder that was an archive when the work began: without its
    settings it would be a bare folder, whose documents are all that is in it.
    """

    root: Path
    output: Path
    ledger: Path
    base_url: str | None = None
    with_search: bool = True
    is_locked: bool = False
    is_strict: bool = False
    day: str = ""
    changed_only: Path | None = None
    jobs: int = 1
    keeps_records: bool = False
    needs_settings: bool = False
    memory: Memory = field(default_factory=Memory)
    watch: Watch = field(default_factory=Watch)
