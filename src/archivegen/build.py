"""The pipeline, one line per step: from a folder of documents to a folder of pages."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from archivegen.archive.access import ledger_to_show, published_to_show
from archivegen.archive.publication import Review
from archivegen.config import SETTINGS_NAME, Config
from archivegen.handing_over import texts_beside
from archivegen.pages.look import Look
from archivegen.pages.plan import plan_site
from archivegen.pages.render import Renderer
from archivegen.problems import Refusal
from archivegen.publish.hosts import SiteSize
from archivegen.publish.lock import locked
from archivegen.publish.origins import Origins
from archivegen.publish.recording import ledger_held, site_and_record
from archivegen.publish.search import IndexedShard
from archivegen.publish.site import write_site
from archivegen.publish.site_files import SiteParts
from archivegen.publish.upload import (
    Upload,
    check_upload,
    hand_out_upload,
    lay_upload_ready,
    note_handed_out,
    published_digests,
    upload_of,
)
from archivegen.publish.write import check_output
from archivegen.publishing import as_recorded, record_texts, unrecorded
from archivegen.reading import Reading, read_archive
from archivegen.request import Request
from archivegen.seed_reading import documents_folder
from archivegen.seeds.beside import COLLECTION_NAME, files_beside
from archivegen.storage.authority_files import AUTHORITY_NAMES
from archivegen.storage.ledger import LEDGER_NAME, ledger_text
from archivegen.storage.published import PublishedRecord
from archivegen.theme import own_and_theme, theme_folder

OUTPUT_NAME = "build"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    reading: Reading
    pages: int
    size: SiteSize
    output: Path
    shards: tuple[IndexedShard, ...] = ()
    upload: Upload | None = None


def build(request: Request, approved: Review | None = None) -> Outcome:
    """Build the site of an archive and swap it in whole; the watch of the request hears how it goes on.

    `approved` is what the archivist has seen and wants recorded with this build: both the site and its record are
    there in the end, or neither. Without it nothing is recorded.

    Raises:
        Refusal: nothing was published, and the old site stays; the problems say why.

    """
    with locked(request.output), ledger_held(request.ledger) if approved else nullcontext():
        before = reading = read_archive(request)
        _check_strictness(request, reading)
        check_output(request.output, _kept(request, reading))
        if request.changed_only:
            check_upload(request.changed_only, _kept(request, reading), request.output)
        if approved:
            reading = as_recorded(reading, approved, request.day)
        parts = site_parts(request, reading)
        texts = record_texts(before, reading, request.ledger.name)
        with site_and_record(request.output, request.ledger, texts) as site:
            size, shards = write_site(site, parts, request.output, request.watch)
            uploading = _upload_laid_ready(request, site)
            if approved:
                texts |= texts_beside(request, reading, site)
        if uploading:
            hand_out_upload(*uploading)
            note_handed_out(request.ledger.parent, uploading[0])
    pages = len(parts.plan.pages)
    return Outcome(reading, pages, size, request.output, shards, uploading[2] if uploading else None)


def _upload_laid_ready(request: Request, site: Path) -> tuple[Path, Path, Upload] | None:
    """Return the archive of what is to be uploaded, where one was asked for: its name, the file until then, the files."""
    if request.changed_only is None:
        return None
    upload = upload_of(request.ledger.parent, published_digests(site), request.changed_only)
    return request.changed_only, lay_upload_ready(request.changed_only, site, upload), upload


def _kept(request: Request, reading: Reading) -> list[Path]:
    """Return what an output folder may neither hold nor lie in."""
    documents = documents_folder(request.root, reading.config)
    own_files = [request.root / SETTINGS_NAME, request.root / LEDGER_NAME, request.ledger]
    return [documents, *own_files]


def renderer_for(request: Request, config: Config, look: Look) -> Renderer:
    """Return the templates of an archive, its own before the theme's, and what they share."""
    return Renderer(own_and_theme(request.root, "templates"), config, look, has_search=request.with_search)


def site_parts(request: Request, reading: Reading) -> SiteParts:
    """Return what the site of an archive that was read is made from; most of it is made when it is asked for."""
    return SiteParts(
        root=request.root,
        plan=plan_site(reading.archive, reading.look, request.memory),
        config=reading.config,
        renderer=renderer_for(request, reading.config, reading.look),
        static_folders=tuple(folder for folder in own_and_theme(request.root, "static") if folder.is_dir()),
        with_search=request.with_search,
        ledger_text=partial(_ledger_shown, reading) if reading.ledger.entries else None,
        origins=partial(origins_of, request.root, reading),
        published=partial(_published_shown, reading) if reading.published else None,
    )


def _ledger_shown(reading: Reading) -> str:
    archive = reading.archive
    closed = {document.id for document in archive.not_open}
    redacted = {doc.id: doc.record for doc in archive.documents if doc.record.redacted_words}
    return ledger_text(ledger_to_show(reading.ledger, closed, archive.hidden, redacted))


def _published_shown(reading: Reading) -> tuple[PublishedRecord, ...]:
    archive = reading.archive
    closed = {document.id for document in archive.not_open}
    redacted = {doc.id: doc.record for doc in archive.documents if doc.record.redacted_words}
    withheld = {doc.id: doc.record for doc in archive.documents if doc.record.withheld}
    return published_to_show(reading.published, closed, redacted, withheld)


def origins_of(root: Path, reading: Reading | None) -> Origins:
    """Return the files in which a link of the site may be written, the archive's own before the theme's.

    Without a reading, what documents say is left out.
    """
    own = [root / name for name in (SETTINGS_NAME, *AUTHORITY_NAMES)]
    if reading:
        own += sorted(documents_folder(root, reading.config).rglob(COLLECTION_NAME))
    folders = [(root / name, root) for name in ("templates", "static")]
    folders += [(theme_folder(name), theme_folder(name).parent) for name in ("templates", "static")]
    everywhere = {file.relative_to(root).as_posix(): file for file in own if file.is_file()}
    for folder, above in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                everywhere.setdefault(file.relative_to(above).as_posix(), file)
    by_address: dict[str, tuple[tuple[str, Path], ...]] = {}
    if reading:
        by_address = {page.address: ((page.path, root / page.path),) for page in reading.look.pages}
        documents = [
            (root / text.source.file, document)
            for document in reading.archive.documents
            for text in document.record.texts
        ]
        files = dict.fromkeys(file for file, _ in documents)
        beside = files_beside(files, documents_folder(root, reading.config), root)
        for file, document in documents:
            paths = (beside[file].sidecar, file, *reversed(beside[file].collections))
            by_address[document.address] = by_address.get(document.address, ()) + tuple(
                (path.relative_to(root).as_posix(), path) for path in paths if path
            )
    return Origins(tuple(everywhere.items()), by_address)


def _check_strictness(request: Request, reading: Reading) -> None:
    if request.is_strict and any(problem.level != "notice" for problem in reading.problems):
        raise Refusal(*reading.problems)
    if request.is_locked and (problems := unrecorded(reading)):
        raise Refusal(*problems)
