"""What was built and published, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from archivegen.build import Outcome
from archivegen.config import SETTINGS_NAME
from archivegen.ledger_recovery import Half, Recovery
from archivegen.pages.search_shards import MEMORY_OF_ONE, MOST_LETTERS, MOST_TEXTS
from archivegen.problems import printable
from archivegen.publish.hosts import in_megabytes, too_large_for
from archivegen.publish.search import IndexedShard
from archivegen.publish.upload import Upload, deleted_list
from archivegen.storage.ids import slug
from archivegen.storage.promises import Promises
from archivegen.storage.published import PUBLISHED_NAME


def summary(outcome: Outcome, seconds: float | None = None, figures: Mapping[str, int] | None = None) -> str:
    """Return what a build did, where the site is, and what to do next; `figures` say how many files were read for it, and
    how many were kept from an earlier build.
    """
    reading = outcome.reading
    drafts = sum(document.is_provisional for document in reading.archive.documents)
    took = f" in {seconds:.1f} s" if seconds is not None else ""
    lines = [f"Built {_counted(len(reading.archive.documents))} on {outcome.pages} pages{took}."]
    if figures and figures.get("kept"):
        files = figures["read"] + figures["kept"]
        lines.append(
            f"Read {figures['read']} of {files} files; the others have not changed since they were last read."
        )
    if reading.rejected:
        lines.append(f"Rejected {_counted(reading.rejected)}; the reasons stand above.")
    if drafts:
        lines.append(f"Draft addresses: {drafts}. “archivegen publish” records them for ever.")
    revised = sum(document.revision is not None for document in reading.archive.documents)
    if revised:
        lines.append(f"Not as published: {_counted(revised)}. “archivegen publish” shows what differs.")
    if not reading.config.base_url:
        lines.append(f"No base_url is set in {SETTINGS_NAME}: canonical links and the sitemap are left out.")
    size = outcome.size
    lines.append(f"The site has {size.files:,} files, {in_megabytes(size.total)} in all.")
    lines.extend(too_large_for(size))
    lines.extend(_search_lines(outcome.shards))
    lines.append(f"The site is in {outcome.output}. To read it: archivegen serve")
    return "\n".join(lines)


def _search_lines(shards: tuple[IndexedShard, ...]) -> Iterator[str]:
    """Yield what the search index is made of, what of it was made now, and what a part of it may cost."""
    if not shards:
        return
    largest = max(shard.documents for shard in shards)
    kept = sum(shard.is_taken_over for shard in shards)
    parts = "1 part" if len(shards) == 1 else f"{len(shards)} parts"
    size = in_megabytes(sum(shard.size for shard in shards))
    yield (
        f"The search index has {parts}, the largest of {_counted(largest)}, {size} in all; made now: {len(shards) - kept}, "
        f"unchanged: {kept}. A part has {MOST_TEXTS:,} documents or {MOST_LETTERS:,} letters at most, and takes about "
        f"{MEMORY_OF_ONE} of memory to make."
    )


def _counted(documents: int) -> str:
    return "1 document" if documents == 1 else f"{documents} documents"


def ledger_lines(promises: Promises) -> str:
    """Return every published address with its day, its title where it is known, and what became of it."""
    title_by_id = {record.id: record.title for record in promises.published}
    lines = []
    for entry in promises.ledger.entries:
        became = {
            "live": "",
            "moved": f", moved on {entry.on} to documents/{entry.moved_to}/",
            "withdrawn": f", withdrawn on {entry.on}: {entry.reason}",
        }[entry.state]
        title = title_by_id.get(entry.id, "")
        lines.append(f"{entry.id}  {entry.first_published}{became}{'  ' + title if title else ''}")
    return printable_lines(lines) or "Nothing was ever published."


def recovery_lines(recovery: Recovery) -> str:
    """Return what a recovery would do to the ledger and its companion, and what it cannot restore."""
    lines = [_half_line(half) for half in recovery.halves]
    if all(half.text is None for half in recovery.halves):
        lines.append("Nothing that the copy has is missing.")
    if recovery.halves[0].text and recovery.halves[1] == Half(PUBLISHED_NAME, "missing", None):
        lines.append(
            "What stood at them is not in that site: the next publish takes the documents as they are now."
        )
    alone = recovery.address_alone
    if alone:
        lines.append(
            f"Of {_counted(len(alone))} that {'was' if len(alone) == 1 else 'were'} closed the site tells the address and "
            f"its days, and neither the file nor what stood there: {', '.join(alone)}. The next build finds each by the id "
            "that it has or would have, and names those that it does not find."
        )
    return printable_lines(lines)


def _half_line(half: Half) -> str:
    if half.text is None:
        stays = {"intact": "is intact and stays as it is", "missing": "is not there", "damaged": "is damaged"}
        return f"{half.name} {stays[half.state]}."
    if half.state == "intact" and not half.changed:
        return f"{half.name} can be read, but does not agree with the other: names in it that have no address are taken out."
    if half.state == "intact":
        changed = ", ".join(half.changed)
        return f"{half.name} can be read, but does not agree with the other: the copy would replace it. To change: {changed}."
    return f"{half.name} {'is not there' if half.state == 'missing' else 'is damaged'}: the copy has it."


def recovered_lines(recovery: Recovery) -> str:
    """Return what a recovery has done; "" where there was nothing to do."""
    names = " and ".join(half.name for half in recovery.halves if half.text is not None)
    addresses = f" (addresses: {recovery.addresses})" if recovery.halves[0].text is not None else ""
    return printable_lines([f"Restored: {names}{addresses}."] if names else [])


def words_of_title_in(promises: Promises, document_id: str) -> str:
    """Return what is left of a concealed document: words of its title in its id, which is the address."""
    own = next((record for record in promises.published if record.id == document_id), None)
    # Of a title that a closed version had nothing is known any more.
    title = own.title if own and not own.version_anchors else ""
    words = [word for word in document_id.split("-") if not word.isdigit() and word != "undated"]
    left = [word for word in words if word in slug(title).split("-")] if title else words
    if not left:
        return "Its id has no words of its title."
    return (
        f"Its id has words of its title ({', '.join(left)}): they are the address itself, and remain as long as the "
        "address does."
    )


def upload_lines(upload: Upload, file: Path) -> str:
    """Return what is to be uploaded after a publish, and what is to be deleted on the host."""
    files = "1 file" if len(upload.changed) == 1 else f"{len(upload.changed)} files"
    lines = [f"To upload: {files}, in {file}."]
    if upload.deleted:
        lines.append(f"To delete on the host (the list is in {deleted_list(file)}):")
        lines.extend(f"  {name}" for name in upload.deleted)
    return printable_lines(lines)


def printable_lines(lines: list[str]) -> str:
    """Return lines of text that cannot steer the terminal they are printed on."""
    return "\n".join(printable(line) for line in lines)
