"""From an archive that was read to the archive as it is when `publish` has recorded it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from archivegen.archive.archive import Document
from archivegen.archive.entity_addresses import entries_to_record
from archivegen.archive.publication import Review, closed_records, published_archive, review_of
from archivegen.pages.citations import citation_without_address
from archivegen.pages.versions import change_words
from archivegen.problems import Problem, Refusal
from archivegen.reading import Reading
from archivegen.storage.ledger import LEDGER_NAME, EntityEntry, LedgerEntry
from archivegen.storage.promises import Promises, promise_texts
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord


def as_recorded(reading: Reading, approved: Review, day: str) -> Reading:
    """Return a reading as if everything in it had been published on a day (ISO 8601).

    Raises:
        Refusal: what is there now is not what was approved, a checked value would change, ids are not settled, or the day is
            earlier than one that is recorded.

    """
    say = reading.look.say
    review = review_of(reading.archive, reading.ledger)
    if review.problems():
        raise Refusal(*review.problems())
    check_settled(reading)
    if review != approved:
        raise Refusal(_changed_since())
    entities = entries_to_record(reading.archive.entities, reading.ledger.entities, day)
    ledger = reading.ledger.with_entries(new_entries(reading, day), entities)

    cite = partial(citation_without_address, config=reading.config)
    archive = published_archive(reading.archive, ledger, day, cite, partial(change_words, say=say))
    records: dict[str, PublishedRecord] = {record.id: record for record in reading.published}
    records |= {document.id: document.published for document in archive.documents if document.published}
    # A line for each address, so that a lost one is missed; of what was never open it says nothing.
    live = [entry.id for entry in ledger.entries if entry.state == "live"]
    records = {key: PublishedRecord(key, "", "") for key in live} | records
    records |= closed_records(archive, records)
    published = tuple(
        replace(records[key], first_published=ledger.by_id[key].first_published) for key in sorted(records)
    )
    recorded = replace(reading, ledger=ledger, archive=archive, published=published)
    last = Promises(reading.ledger, reading.published).last_day
    if day < last and not _is_recorded_alike(reading, recorded):
        raise Refusal(_day_gone_back(day, last))
    return recorded


def check_settled(reading: Reading) -> None:
    """Check that no document was rejected for the id that it asks for.

    Raises:
        Refusal: one is.

    """
    if reading.unsettled:
        raise Refusal(_unsettled(reading.unsettled[0]))


def record_texts(before: Reading, after: Reading, ledger_name: str) -> dict[str, str]:
    """Return the files to be written beside the ledger, by their names; none where nothing is otherwise.

    Raises:
        Refusal: the next command could not read them.

    """
    if _is_recorded_alike(before, after):
        return {}
    return promise_texts(Promises(after.ledger, after.published), ledger_name)


def _is_recorded_alike(before: Reading, after: Reading) -> bool:
    return (before.ledger, before.published) == (after.ledger, after.published)


def new_entries(reading: Reading, day: str) -> tuple[LedgerEntry, ...]:
    """Return the ledger entries of an archive that `publish` would add or change on a day (ISO 8601)."""
    entries = []
    kept = {record.id for record in reading.published if record.source_sha256}
    for document in reading.archive.documents:
        source = document.record.source
        known = reading.ledger.entry(document.id)
        if known is None:
            entries.append(LedgerEntry(document.id, document.address, source.path, source.sha256, day))
            continue
        # While a document is closed, what is kept of it is of the text that was open.
        is_kept_as_it_was = not document.is_open and document.id in kept
        sha256 = known.sha256 if is_kept_as_it_was else source.sha256
        if (known.source, known.sha256) != (source.path, sha256):
            entries.append(replace(known, source=source.path, sha256=sha256))
    # A ledger that was restored from a site does not say where a closed document lies until it is found again.
    closed = {document.id: document.record.source for document in reading.archive.closed}
    entries += [
        replace(entry, source=closed[entry.id].path, sha256=entry.sha256 or closed[entry.id].sha256)
        for entry in reading.ledger.entries
        if entry.id in closed and not entry.source
    ]
    return tuple(entries)


def unrecorded(reading: Reading) -> tuple[Problem, ...]:
    """Return an error for each address, value and text of an archive that is not as it was published."""
    review = review_of(reading.archive, reading.ledger)
    problems = [*reading.unsettled, *(_not_recorded(document) for document in review.new)]
    problems += [_turned(document, "closed", "open") for document in review.opened]
    problems += [_turned(document, "open", "closed") for document in review.closed]
    problems += [_name_not_recorded(entry) for entry in review.names]
    for document in review.revised:
        revision = document.revision
        if revision is None:
            continue
        for change in revision.values:
            before, now = change.in_short()
            problems.append(
                _differs(change.path, change.line, change.field, f"{before}, and now it is {now}", document)
            )
        if revision.file:
            before, now = revision.file.in_short()
            what = f"another file, {before}, and now it is {now}"
            problems.append(_differs(revision.file.path, None, None, what, document))
        texts = [passage.in_short() for passage in revision.passages]
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


def _name_not_recorded(entry: EntityEntry) -> Problem:
    became = f"leads to {entry.moved_to} now" if entry.moved_to else "has a page of its own now"
    return Problem(
        path=LEDGER_NAME,
        code="name-not-recorded",
        message=f"{entry.address} {became}, and the ledger does not say so",
        fix="run “archivegen publish” and keep what it writes",
    )


def _turned(document: Document, before: str, now: str) -> Problem:
    return Problem(
        path=document.record.source.path,
        field="access",
        code="access-not-recorded",
        message=f"{document.address} is recorded as {before} and is {now} now",
        fix="run “archivegen publish” and keep what it writes",
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


def _day_gone_back(day: str, last: str) -> Problem:
    return Problem(
        path=LEDGER_NAME,
        code="day-gone-back",
        message=f"today is {day}, but the last day recorded is {last}",
        fix="set the clock right, or SOURCE_DATE_EPOCH where that is set; if the recorded day is the wrong one, correct it "
        f"in {LEDGER_NAME} and {PUBLISHED_NAME}, and take the “check” out of each line that you change there",
    )


def _unsettled(first: Problem) -> Problem:
    return replace(
        first,
        code="ids-unsettled",
        message="ids are not settled, as is said above, and nothing is recorded before they are",
        fix="settle them, and run “archivegen publish” again",
    )


def _changed_since() -> Problem:
    return Problem(
        path=".",
        code="changed-since-shown",
        message="documents have changed since you were shown what would be recorded",
        fix="run “archivegen publish” again",
    )
