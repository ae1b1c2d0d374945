"""From an archive that was read to the archive as it is when `publish` has recorded it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from archivegen.archive.archive import Document
from archivegen.archive.entity_addresses import entries_to_record
from archivegen.archive.publication import Review, published_archive, review_of
from archivegen.pages.citations import citation_without_address
from archivegen.pages.messages import Messages
from archivegen.pages.versions import change_words
from archivegen.problems import Problem, Refusal
from archivegen.reading import Reading
from archivegen.storage.ledger import LedgerEntry, ledger_text
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord, published_text


def as_recorded(reading: Reading, approved: Review, day: str, say: Messages) -> Reading:
    """Return a reading as if everything in it had been published on a day (ISO 8601).

    Raises:
        Refusal: what is there now is not what was approved, or a checked value would change.

    """
    review = review_of(reading.archive, reading.ledger)
    if review.problems():
        raise Refusal(*review.problems())
    if review != approved:
        raise Refusal(_changed_since())
    entities = entries_to_record(reading.archive.entities, reading.ledger.entities, day)
    ledger = reading.ledger.with_entries(new_entries(reading, day), entities)

    def cite(document: Document) -> str:
        return citation_without_address(document, reading.config, say("undated"))

    archive = published_archive(reading.archive, ledger, day, cite, partial(change_words, say=say))
    records: dict[str, PublishedRecord] = {record.id: record for record in reading.published}
    records |= {document.id: document.published for document in archive.documents if document.published}
    return replace(
        reading, ledger=ledger, archive=archive, published=tuple(records[key] for key in sorted(records))
    )


def record_texts(before: Reading, after: Reading, ledger_name: str) -> dict[str, str]:
    """Return the files to be written beside the ledger, by their names; none where nothing is otherwise."""
    if (before.ledger, before.published) == (after.ledger, after.published):
        return {}
    return {ledger_name: ledger_text(after.ledger), PUBLISHED_NAME: published_text(after.published)}


def new_entries(reading: Reading, day: str) -> tuple[LedgerEntry, ...]:
    """Return the ledger entries of an archive that `publish` would add or change on a day (ISO 8601)."""
    entries = []
    for document in reading.archive.documents:
        source = document.record.source
        known = reading.ledger.entry(document.id)
        if known is None:
            entries.append(LedgerEntry(document.id, document.address, source.path, source.sha256, day))
        elif (known.source, known.sha256) != (source.path, source.sha256):
            entries.append(replace(known, source=source.path, sha256=source.sha256))
    return tuple(entries)


def unrecorded(reading: Reading) -> tuple[Problem, ...]:
    """Return an error for each address, value and text of an archive that is not as it was published."""
    review = review_of(reading.archive, reading.ledger)
    problems = [_not_recorded(document) for document in review.new]
    for document in review.revised:
        revision = document.revision
        if revision is None:
            continue
        for change in revision.values:
            before, now = change.in_short()
            problems.append(
                _differs(change.path, change.line, change.field, f"{before}, and now it is {now}", document)
            )
        texts = [f"{passage.change} “{passage.name}”" for passage in revision.passages]
        if revision.is_reordered:
            texts.append("put in another order")
        if texts:
            what = f"another text: {', '.join(texts)}"
            problems.append(_differs(document.record.source.path, None, None, what, document))
    return tuple(problems)


def _not_recorded(document: Document) -> Problem:
    return Problem(
        path=document.record.source.path,
        code="address-not-recorded",
        message=f"the address {document.address} is not in the ledger",
        fix="run “archivegen publish” and keep the ledger it writes",
    )


def _differs(path: str, line: int | None, field: str | None, what: str, document: Document) -> Problem:
    return Problem(
        path=path,
        line=line,
        field=field,
        code="change-not-recorded",
        message=f"{document.address} was published with {what}",
        fix="run “archivegen publish” and keep what it writes",
    )


def _changed_since() -> Problem:
    return Problem(
        path=".",
        code="changed-since-shown",
        message="documents have changed since you were shown what would be recorded",
        fix="run “archivegen publish” again",
    )
