"""The citation the program composes for a document, in the form of The Chicago Manual of Style, 17th ed., 14.221:
the item first, then its date, its reference, and the archive and site in which it is found.
"""

from __future__ import annotations

from archivegen.archive.archive import Document
from archivegen.config import Config
from archivegen.records.dates import worded
from archivegen.records.values import AgentValue


def compose_citation(document: Document, config: Config, undated: str) -> str:
    """Return a citation as one line of text; it ends with the site's address where the site has one."""
    record = document.record
    principal = record.principal_date
    date = worded(principal.value) if principal else undated
    parts = [f"“{document.title},”" + ("" if document.title.endswith(date) else f" {date}")]
    parts[0] = parts[0].rstrip()
    if record.held_at:
        parts.append(record.held_at)
    translators = [
        agent.value
        for agent in record.values_of("contributors", AgentValue)
        if agent.role == "translator"
    ]  # fmt: skip
    if translators:
        parts.append(f"trans. {_listed(translators)}")
    parts.append(config.title)
    address = config.base_url + document.address if config.base_url else document.address.rstrip("/")
    start = parts[0] + (" " if parts[0].endswith("”") else ", ")
    return f"{start}{', '.join([*parts[1:], address])}."


def _listed(names: list[str]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
