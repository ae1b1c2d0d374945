"""The citation the program composes for a document, in the form of a note after The Chicago Manual of Style, 17th ed.,
14.221: the item first, then its date, its reference, and the archive and site in which it is found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from archivegen.archive.archive import Document
from archivegen.config import Config
from archivegen.pages.cited_names import cited_name
from archivegen.records.record import Record
from archivegen.records.values import AgentValue, ReferenceCode
from archivegen.records.worded_dates import worded
from archivegen.storage.published import PublishedVersion

NO_DATE = "n.d."
# A stop behind a word, and none of a shortened one: “Sir A. Hale to Mr. Norbury.”
_STOP_AT_END = re.compile(r"(?<=[^\W\d_]{4})\.(?=[’'”\"]?$)")
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
# Of more writers a note names the first alone.
_MOST_WRITERS = 3


class PassageCitation(NamedTuple):
    """The citation of a passage but for its number, which stands between the two, and its address, which ends it: as a
    footnote begins, with the reference of the paper.
    """

    before: str
    after: str


def compose_citation(document: Document, config: Config, version: PublishedVersion | None = None) -> str:
    """Return a citation as one line of text; it ends with the site's address where the site has one."""
    address = config.base_url + document.address if config.base_url else document.address.rstrip("/")
    return f"{_item(document)}{', '.join([*_whereabouts(document, config, version), address])}."


def citation_without_address(document: Document, config: Config) -> str:
    """Return a citation that is the same wherever the site is."""
    return f"{_item(document)}{', '.join(_whereabouts(document, config))}."


def passage_citation(
    document: Document,
    config: Config,
    version: PublishedVersion | None,
    text: tuple[str, Record] | None = None,
) -> PassageCitation:
    """Return the citation of any passage of a document in the version that is shown; `text` says in which of its texts the
    passage is, and gives the record of that one.
    """
    held = whole_reference(document.record)
    rest = _found(document, config, version, text[1] if text else None)
    where = f"{text[0]}, " if text else ""
    return PassageCitation(
        f"{held}; {_item(document)}{where}" if held else f"{_item(document)}{where}",
        f"{', '.join(part for part in rest if part)}, ",
    )


def whole_reference(record: Record) -> str:
    """Return the references of a document, each with the archive that holds it; "" where neither is known."""
    named = record.only_repository
    codes = [
        f"{named}, {code.value}"
        if named and named not in code.value and not dict(code.parts).get("repository")
        else code.value
        for code in record.values_of("reference_code", ReferenceCode)
    ]
    return "; ".join(codes) or record.held_at


def quoted(title: str, sign: str = "") -> str:
    """Return a title in quotation marks, those inside it single, with a sign that stands before the marks at its end; a comma takes
    the place of the title's own stop.
    """
    title = _STOP_AT_END.sub("", title) if sign == "," else title
    inner = _QUOTED.sub(lambda match: f"‘{match[1] or match[2] or ''}’", title)
    ends_quoted = inner != title and inner.endswith("’") and not title.endswith("’")
    return f"“{inner[:-1]}{sign}’”" if ends_quoted else f"“{inner}{sign}”"


def titled_and_dated(title: str, date: str) -> str:
    """Return a title with its date (EDTF, "" for none), unless it ends with it, and what divides them from the rest."""
    return f"{quoted(title, ',')} " + ("" if is_dated_by(title, date) else f"{day_in_words(date)}, ")


def is_dated_by(title: str, date: str) -> bool:
    """Say whether a title ends with the date, so that it need not be said again."""
    return bool(date) and title.endswith(worded(date))


def day_in_words(date: str) -> str:
    """Return a date (EDTF) as citations write it: `6–29 May 1957`, `ca. 1963`; `n.d.` where there is none."""
    return re.sub(r"\babout\b", "ca.", worded(date)) if date else NO_DATE


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])}, and {names[-1]}"


def _item(document: Document) -> str:
    principal = document.record.principal_date
    return _written_by(document) + titled_and_dated(document.title, principal.value if principal else "")


def _written_by(document: Document) -> str:
    """Return the writers as a note begins with them; "" where the title names one of them, or none is certain enough."""
    writers = [
        cited_name(agent)
        for agent in document.record.values_of("creators", AgentValue)
        if agent.certainty != "uncertain"
    ]
    title = document.title.casefold()
    if not writers or any((name.family or name.whole).casefold() in title for name in writers):
        return ""
    whole = [name.whole for name in writers]
    return f"{f'{whole[0]} et al.' if len(whole) > _MOST_WRITERS else listed(whole)}, "


def _whereabouts(document: Document, config: Config, version: PublishedVersion | None = None) -> list[str]:
    parts = [whole_reference(document.record), *_found(document, config, version, None)]
    return [part for part in parts if part]


def _found(
    document: Document, config: Config, version: PublishedVersion | None, text: Record | None
) -> tuple[str, str, str]:
    """Return who translated what is cited, the archive in which it was found, and in which version."""
    record = document.record
    files = {joined.record.source.path for joined in record.joined} if text is record else set()
    translators = [
        agent.value
        for agent in (text or record).values_of("contributors", AgentValue)
        if agent.role == "translator" and agent.file not in files
    ]  # fmt: skip
    return (
        f"trans. {listed(translators)}" if translators else "",
        config.title,
        f"version of {worded(version.on)} ({version.digest})" if version else "",
    )
