"""The pipeline, one line per step: from a folder of documents to a folder of pages."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from archivegen.archive.archive import Archive, assemble
from archivegen.archive.permalinks import assign
from archivegen.config import SETTINGS_NAME, Config, read_config
from archivegen.pages.messages import read_messages
from archivegen.pages.plan import plan_site
from archivegen.pages.render import Renderer
from archivegen.problems import Problem, Refusal
from archivegen.publish.site import SiteParts, write_site
from archivegen.publish.write import check_output, fresh_folder, replace_text
from archivegen.records.record import Record
from archivegen.seeds.find import Seed, find_seeds
from archivegen.seeds.normalise import read_document
from archivegen.storage.ledger import LEDGER_NAME, Ledger, LedgerEntry, ledger_text, read_ledger

OUTPUT_NAME = "build"


@dataclass(frozen=True, slots=True)
class Request:
    """What to build, from where, to where."""

    root: Path
    output: Path
    ledger: Path
    base_url: str | None = None
    with_search: bool = True
    is_locked: bool = False
    is_strict: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from an archive's folder, before anything is written."""

    config: Config
    ledger: Ledger
    archive: Archive
    problems: tuple[Problem, ...]
    rejected: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    reading: Reading
    pages: int
    output: Path


def read_archive(request: Request) -> Reading:
    """Read settings, ledger and documents into an archive; one bad document costs one document.

    Raises:
        Refusal: the settings or the ledger cannot be read, a published document is gone, or addresses clash.

    """
    config = _config(request)
    ledger = (
        read_ledger(_text_of(request.ledger), request.ledger.name) if request.ledger.is_file() else Ledger()
    )
    folder = _documents_folder(request.root, config)
    found = find_seeds(folder, request.root)
    records, problems = _read_all(found.seeds)
    problems = [*found.problems, *problems]
    rejected = sum(1 for problem in problems if problem.level == "error")
    addresses = assign(records, ledger, by_record_number=config.id_from == "record_number")
    if addresses.problems:
        raise Refusal(*problems, *addresses.problems)
    if not records:
        raise Refusal(*problems, _nothing_found(request.root, folder))
    return Reading(config, ledger, assemble(config, records, addresses), tuple(problems), rejected)


def build(request: Request, step: Callable[[str], None]) -> Outcome:
    """Build the site of an archive and swap it in whole; `step` is told what is being done.

    Raises:
        Refusal: nothing was published, and the old site stays; the problems say why.

    """
    kept = [request.root / name for name in (SETTINGS_NAME, LEDGER_NAME)] + [request.ledger]
    with _lock(request.output):
        step("documents")
        reading = read_archive(request)
        documents = _documents_folder(request.root, reading.config)
        is_bare = not (request.root / SETTINGS_NAME).is_file()
        check_output(request.output, [*kept, documents] if not is_bare else [*kept, request.root])
        _check_strictness(request, reading)
        parts = _site_parts(request, reading)
        with fresh_folder(request.output) as site:
            pages = write_site(site, parts, step)
    return Outcome(reading, pages, request.output)


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


def record_publication(request: Request, reading: Reading, entries: tuple[LedgerEntry, ...]) -> None:
    """Write the ledger with new and changed entries."""
    replace_text(request.ledger, ledger_text(reading.ledger.with_entries(entries)))


def theme_folder(name: str) -> Path:
    """Return the theme's `templates` or `static` folder: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parents[1] / name


def _config(request: Request) -> Config:
    file = request.root / SETTINGS_NAME
    config = read_config(_text_of(file)) if file.is_file() else Config(title=request.root.resolve().name)
    if request.base_url is None:
        return config
    return replace(config, base_url=read_config(f"base_url: '{request.base_url}'", "--base-url").base_url)


def _documents_folder(root: Path, config: Config) -> Path:
    return root / config.documents if (root / SETTINGS_NAME).is_file() else root


def _text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            Problem(
                path=file.name, code="not-text", message="this is not text in UTF-8", fix="save it as UTF-8"
            )
        ) from error


def _read_all(seeds: tuple[Seed, ...]) -> tuple[list[Record], list[Problem]]:
    records: list[Record] = []
    problems: list[Problem] = []
    for seed in seeds:
        try:
            record = read_seed(seed)
        except Refusal as refusal:
            problems.extend(refusal.problems)
            continue
        problems.extend(record.problems)
        if any(problem.level == "error" for problem in record.problems):
            continue
        records.append(record)
    return records, problems


def read_seed(seed: Seed) -> Record:
    """Read one document with its sidecar.

    Raises:
        Refusal: it cannot be read, or is withheld.

    """
    sidecar = None
    if seed.sidecar:
        sidecar = (seed.path.rpartition(".")[0] + seed.sidecar.suffix, _text_of(seed.sidecar))
    return read_document(seed.file.read_bytes(), seed.path, sidecar)


def _site_parts(request: Request, reading: Reading) -> SiteParts:
    templates, static = ([request.root / name, theme_folder(name)] for name in ("templates", "static"))
    catalogue = next(folder / "messages.yml" for folder in templates if (folder / "messages.yml").is_file())
    say = read_messages(_text_of(catalogue), catalogue.name)
    return SiteParts(
        plan=plan_site(reading.archive, say),
        config=reading.config,
        renderer=Renderer(templates, reading.config, say),
        static_folders=tuple(folder for folder in static if folder.is_dir()),
        with_search=request.with_search,
        ledger_text=ledger_text(reading.ledger) if reading.ledger.entries else None,
    )


def _check_strictness(request: Request, reading: Reading) -> None:
    if request.is_strict and any(problem.level != "notice" for problem in reading.problems):
        raise Refusal(*reading.problems)
    if request.is_locked:
        drafts = [document for document in reading.archive.documents if document.is_provisional]
        if drafts:
            raise Refusal(*(_not_recorded(document.record.source.path, document.id) for document in drafts))


def _lock(output: Path) -> FileLock:
    """Return a lock for an output folder, held outside it and released by the system when the program ends."""
    name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
    lock = FileLock(Path(tempfile.gettempdir()) / f"archivegen-{name}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise Refusal(
            Problem(
                path=str(output),
                code="output-locked",
                message="another build is writing this folder",
                fix="wait until it has ended",
            )
        ) from error
    return lock


def _not_recorded(path: str, document_id: str) -> Problem:
    return Problem(
        path=path,
        code="address-not-recorded",
        message=f"the address documents/{document_id}/ is not in the ledger",
        fix="run “archivegen publish” and keep the ledger it writes",
    )


def _nothing_found(root: Path, folder: Path) -> Problem:
    where = folder.relative_to(root).as_posix() if folder != root else "this folder"
    return Problem(
        path=str(root),
        code="no-documents",
        message=f"no document was found in {where}",
        fix="put .txt or .md files there",
    )
