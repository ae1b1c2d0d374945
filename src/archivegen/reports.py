"""What was built and published, as text for a terminal."""

from __future__ import annotations

import shlex
from pathlib import Path

from archivegen.build import Outcome
from archivegen.config import SETTINGS_NAME
from archivegen.problems import printable


def summary(outcome: Outcome, source: Path, seconds: float | None = None) -> str:
    """Return what a build did, where the site is, and what to do next."""
    reading = outcome.reading
    drafts = sum(document.is_provisional for document in reading.archive.documents)
    took = f" in {seconds:.1f} s" if seconds is not None else ""
    lines = [f"Built {_counted(len(reading.archive.documents))} on {outcome.pages} pages{took}."]
    if reading.rejected:
        lines.append(f"Rejected {_counted(reading.rejected)}; the reasons stand above.")
    if drafts:
        lines.append(
            f"Draft addresses: {drafts}. “archivegen publish {shlex.quote(str(source))}” records them for ever."
        )
    if not reading.config.base_url:
        lines.append(f"No base_url is set in {SETTINGS_NAME}: canonical links and the sitemap are left out.")
    lines.append(f"The site is in {outcome.output}. To read it: archivegen serve {shlex.quote(str(source))}")
    return "\n".join(lines)


def _counted(documents: int) -> str:
    return "1 document" if documents == 1 else f"{documents} documents"


def printable_lines(lines: list[str]) -> str:
    """Return lines of text that cannot steer the terminal they are printed on."""
    return "\n".join(printable(line) for line in lines)
