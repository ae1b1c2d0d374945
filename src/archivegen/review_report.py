"""What `publish` would record, as text for a terminal: new addresses, and every change with its place and cause."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.archive.archive import Document
from archivegen.archive.publication import Review
from archivegen.archive.redacted_addresses import redacted_words_of, words_of_closed_versions_of
from archivegen.archive.revisions import Revision, count_of
from archivegen.archive.value_changes import ValueChange
from archivegen.records.worded_dates import worded
from archivegen.reports import printable_lines
from archivegen.storage.ledger import EntityEntry


def review_text(review: Review) -> str:
    """Return what would be recorded: a line for each new address, the changes of each document, and figures."""
    lines = [_line("new", document) for document in review.new]
    lines.extend(f"{_line('opened', document)}{_embargo(document)}" for document in review.opened)
    lines.extend(f"  closed  {document.address}  {document.record.source.path}" for document in review.closed)
    for document in review.revised:
        lines.append(_line("changed", document))
        if document.revision:
            lines.extend(f"    {line}" for line in _changes(document.revision))
    lines.extend(
        f"  moved  {document.address}  {source} is now {document.record.source.path}"
        for document, source in review.moved
    )
    lines.extend(f"  {_of_name(entry)}" for entry in review.names)
    return printable_lines([*lines, *_redacted_addresses(review), *_figures(review)])


def _redacted_addresses(review: Review) -> Iterator[str]:
    """Yield which addresses have words that may not be seen: a new one can still be another, a published one cannot."""
    for document in (*review.new, *review.revised):
        if words := ", ".join(words_of_closed_versions_of(document)):
            yield (
                f"{document.address} has words of a version that is closed ({words}): they are the address itself, and remain "
                "as long as the address does."
            )
        words = ", ".join(redacted_words_of(document))
        if words and document.is_provisional:
            yield (
                f"{document.address} has words that are redacted ({words}), and would have them for ever: unless they mean "
                "somebody else, supply an “id:” without them before you publish."
            )
        elif words:
            yield (
                f"{document.address} has words that are redacted ({words}): they are the address itself, and remain as long "
                "as the address does."
            )


def _figures(review: Review) -> Iterator[str]:
    if review.unkept:
        count = len(review.unkept)
        yield (
            f"What {_counted(count)} published earlier {'shows' if count == 1 else 'show'} is kept from now on, in "
            "published.jsonl; what has changed before today is not known."
        )
    if review.opened:
        count = len(review.opened)
        yield (
            f"{_counted(count)} that {'was' if count == 1 else 'were'} closed {'is' if count == 1 else 'are'} open now: "
            "everybody can read what is published."
        )
    if review.closed:
        count = len(review.closed)
        its = "its address says" if count == 1 else "their addresses say"
        yield (
            f"{_counted(count)} that {'was' if count == 1 else 'were'} open {'is' if count == 1 else 'are'} closed now: "
            f"text and description leave the site, and {its} that nothing is shown there. What others have copied stays "
            "with them."
        )
    if review.revised:
        values = sum(len(document.revision.values) for document in review.revised if document.revision)
        named = "1 value" if values == 1 else f"{values} values"
        yield f"{_counted(len(review.revised))} would change" + (f", with {named}." if values else ".")
    if review.names:
        count = len(review.names)
        named = "1 address of a name" if count == 1 else f"{count} addresses of names"
        yield f"{named} would change: if that is not meant, look into people.yml and the files like it."
    if not (review.new or review.revised or review.opened or review.closed or review.names):
        yield "Nothing is new: every address is recorded, and nothing published has changed."


def _line(what: str, document: Document) -> str:
    date = document.record.principal_date
    return f"  {what}  {document.address}  {worded(date.value) if date else 'undated'}  {document.title}"


def _of_name(entry: EntityEntry) -> str:
    """Return what becomes of the address of a name: it is new, leads to another, or has a page of its own again."""
    if entry.moved_to:
        return f"merged  {entry.address}  leads to {entry.moved_to}"
    if not entry.first_published:
        return f"new  {entry.address}  {entry.name}"
    return f"divided  {entry.address}  has a page of its own again"


def _embargo(document: Document) -> str:
    """Return which embargo has ended, where it was one that kept a document closed."""
    access = document.record.access
    until = access.until if access and access.value == "embargoed" else None
    return f"  (embargoed until {worded(until)})" if until else ""


def _changes(revision: Revision) -> Iterator[str]:
    for change in revision.values:
        yield _value(change)
    if revision.file:
        before, now = revision.file.in_short()
        yield f"file offered: {before} -> {now}  ({revision.file.path})"
    counts = [
        f"{count} {change}"
        for change in ("corrected", "added", "removed")
        if (count := count_of(revision.passages, change))
    ]
    if counts:
        yield f"text: {', '.join(counts)}: {'; '.join(change.in_short() for change in revision.passages)}"
    if revision.is_reordered:
        yield "text: passages stand in another order"


def _value(change: ValueChange) -> str:
    before, now = change.in_short()
    place = change.path if change.line is None else f"{change.path}:{change.line}"
    return f"{change.field}: {before} -> {now}  ({place}, {change.cause})"


def _counted(documents: int) -> str:
    return "1 document" if documents == 1 else f"{documents} documents"
