"""The citation the program composes for a document, in the form of The Chicago Manual of Style, 17th ed., 14.221:
the item first, then its date, its reference, and the archive and site in which it is found.
"""

from __future__ import annotations

from typing import NamedTuple

from archivegen.archive.archive import Document
from archivegen.config import Config
from archivegen.pages.messages import Messages
from archivegen.records.record import Record
from archivegen.records.values import AgentValue
from archivegen.storage.published import PublishedVersion


class PassageCitation(NamedTuple):
    """The citation of a passage, but for its number, which stands between the two, and its address, which ends it."""

    before: str
    after: str


def compose_citation(
    document: Document, config: Config, say: Messages, version: PublishedVersion | None = None
) -> str:
    """Return a citation as one line of text; it ends with the site's address where the site has one."""
    address = config.base_url + document.address if config.base_url else document.address.rstrip("/")
    return f"{_item(document, say)}{', '.join([*_whereabouts(document, config, say, version), address])}."


def citation_without_address(document: Document, config: Config, say: Messages) -> str:
    """Return a citation that is the same wherever the site is."""
    return f"{_item(document, say)}{', '.join(_whereabouts(document, config, say))}."


def passage_citation(
    document: Document,
    config: Config,
    say: Messages,
    version: PublishedVersion | None,
    text: tuple[str, Record] | None = None,
) -> PassageCitation:
    """Return the citation of any passage of a document in the version that is shown; `text` says in which of its texts the
    passage is, and gives the record of that one.
    """
    rest = ", ".join(_whereabouts(document, config, say, version, text[1] if text else None))
    where = f"{text[0]}, " if text else ""
    return PassageCitation(f"{_item(document, say)}{where}¶ ", f", {rest}, ")


def _item(document: Document, say: Messages) -> str:
    """Return the title with the date, unless it ends with it, and what divides them from the rest."""
    principal = document.record.principal_date
    date = say.date(principal.value) if principal else say("undated")
    if document.title.endswith(date):
        return say("citation.item", title=document.title) + " "
    return say("citation.item_of_day", title=document.title, date=date) + " "


def _whereabouts(
    document: Document,
    config: Config,
    say: Messages,
    version: PublishedVersion | None = None,
    text: Record | None = None,
) -> list[str]:
    record = document.record
    files = {joined.record.source.path for joined in record.joined} if text is record else set()
    translators = [
        agent.value
        for agent in (text or record).values_of("contributors", AgentValue)
        if agent.role == "translator" and agent.file not in files
    ]  # fmt: skip
    parts = [
        record.held_at,
        say("citation.translators", names=_listed(translators, say)) if translators else "",
        config.title,
        say("citation.version", day=say.date(version.on), digest=version.digest) if version else "",
    ]
    return [part for part in parts if part]


def _listed(names: list[str], say: Messages) -> str:
    if len(names) < 3:
        return say("citation.two", first=names[0], second=names[1]) if names[1:] else "".join(names)
    return say("citation.several", names=", ".join(names[:-1]), last=names[-1])
