"""The command line: the only module that prints, asks, exits, or reads the clock."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from archivegen import __version__
from archivegen.archive.permalinks import mint
from archivegen.build import OUTPUT_NAME, build, new_entries
from archivegen.config import SETTINGS_NAME
from archivegen.inspection import describe_record
from archivegen.problems import Problem, Refusal
from archivegen.publish.verify import verify_site
from archivegen.publish.write import replace_text
from archivegen.reading import Request, read_archive, read_seed
from archivegen.records.serial import record_as_json
from archivegen.reports import new_addresses, summary
from archivegen.seeds.find import Seed, sidecar_of
from archivegen.serving import serve_folder
from archivegen.starter import start_archive
from archivegen.storage.ledger import LEDGER_NAME

_NOTHING_DONE, _SOME_REJECTED = 1, 3
_FOLDER = click.Path(path_type=Path)
_SOURCE = click.argument("source", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
_OUTPUT = click.option("--output", type=_FOLDER, help="The site's folder; default: build/ in the archive.")
_LEDGER = click.option("--ledger", type=_FOLDER, help="The ledger; default: permalinks.yml in the archive.")
_BASE_URL = click.option("--base-url", help="The address the site will have; overrides the setting.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="archivegen")
def main() -> None:
    """Turn a folder of historical documents into a searchable, citable website that needs no server."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


@main.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def init_command(folder: Path) -> None:
    """Start a new archive in FOLDER, with an example document, ready to build."""
    with _refusals_printed():
        click.echo(f"A new archive stands in {folder}: {', '.join(start_archive(folder))}.")
        click.echo(f"Next: archivegen build {folder}")


@main.command("build")
@_SOURCE
@_OUTPUT
@_LEDGER
@_BASE_URL
@click.option("--locked", is_flag=True, help="Fail where an address is not in the ledger.")
@click.option("--strict", is_flag=True, help="Fail on any warning.")
@click.option("--no-search", is_flag=True, help="Leave the search index out.")
@click.option("--report", type=_FOLDER, help="Write all problems to this file as JSON.")
@click.option("--quiet", is_flag=True, help="Print problems only.")
def build_command(source: Path, report: Path | None, *, quiet: bool, **options: Any) -> None:
    """Build the site of the archive, or of the bare folder of documents, in SOURCE."""
    request = replace(
        _request(source, options["output"], options["ledger"], options["base_url"]),
        with_search=not options["no_search"],
        is_locked=options["locked"],
        is_strict=options["strict"],
    )
    started = time.monotonic()
    with _refusals_printed(report):
        outcome = build(request, _steps(quiet=quiet))
        _print_problems(outcome.reading.problems)
        _write_report(report, outcome.reading.problems)
        if not quiet:
            click.echo(summary(outcome, source, time.monotonic() - started))
    sys.exit(_SOME_REJECTED if outcome.reading.rejected else 0)


@main.command("publish")
@_SOURCE
@_OUTPUT
@_LEDGER
@_BASE_URL
@click.option("--yes", is_flag=True, help="Record the new addresses without asking.")
def publish_command(
    source: Path, output: Path | None, ledger: Path | None, base_url: str | None, *, yes: bool
) -> None:
    """Show what is new, record its addresses for ever, and make the final build."""
    request = _request(source, output, ledger, base_url)
    with _refusals_printed():
        reading = read_archive(request)
        _print_problems(reading.problems)
        entries = new_entries(reading, _today())
        click.echo(new_addresses(reading, {entry.id for entry in entries}))
        question = "Record these addresses? They cannot be taken back"
        if entries and not yes and not click.confirm(question):
            click.echo("Nothing was recorded.")
            sys.exit(_NOTHING_DONE)
        outcome = build(request, _steps(quiet=False), entries)
        click.echo(summary(outcome, source))
    sys.exit(_SOME_REJECTED if outcome.reading.rejected else 0)


@main.command("check")
@_SOURCE
@_OUTPUT
def check_command(source: Path, output: Path | None) -> None:
    """Report all problems of the documents, and every dead link of the last build."""
    request = _request(source, output, None, None)
    with _refusals_printed():
        reading = read_archive(request)
        faults = verify_site(request.output) if request.output.is_dir() else ()
        problems = (*reading.problems, *faults)
        _print_problems(problems)
        click.echo(f"{len(reading.archive.documents)} documents, {len(problems)} problems.")
    sys.exit(_NOTHING_DONE if any(problem.level == "error" for problem in problems) else 0)


@main.command("inspect")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of records.")
def inspect_command(file: Path, as_json: bool) -> None:
    """Show what is read from FILE: its lines and zones, every value and why, and how to correct it."""
    with _refusals_printed():
        record = read_seed(Seed(file.as_posix(), file, sidecar_of(file)))
        _print_problems(record.problems)
        if as_json:
            click.echo(json.dumps([record_as_json(record, mint(record))], ensure_ascii=False, indent=1))
        else:
            click.echo(describe_record(record, mint(record), shutil.get_terminal_size().columns))


@main.command("serve")
@_SOURCE
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this machine."
)
def serve_command(source: Path, port: int) -> None:
    """Build a preview of SOURCE in a temporary folder and show it at http://127.0.0.1:PORT/."""
    with tempfile.TemporaryDirectory(prefix="archivegen-preview-") as folder, _refusals_printed():
        request = replace(_request(source, Path(folder) / "site", None, None), base_url="")
        outcome = build(request, _steps(quiet=False))
        _print_problems(outcome.reading.problems)
        click.echo(f"Open http://127.0.0.1:{port}/ in a browser. Ctrl-C ends.")
        serve_folder(outcome.output, port)


def _request(source: Path, output: Path | None, ledger: Path | None, base_url: str | None) -> Request:
    is_archive = (source / SETTINGS_NAME).is_file()
    if output is None and not is_archive:
        raise click.UsageError(
            f"{source} has no {SETTINGS_NAME}. Say where the site should go with --output, or start an archive with "
            "archivegen init."
        )
    return Request(
        root=source,
        output=output or source / OUTPUT_NAME,
        ledger=ledger or source / LEDGER_NAME,
        base_url=base_url,
    )


@contextmanager
def _refusals_printed(report: Path | None = None) -> Iterator[None]:
    """Print the problems of a refusal and of an interruption, and end with the exit code that says so."""
    try:
        yield
    except Refusal as refusal:
        _print_problems(refusal.problems)
        _write_report(report, refusal.problems)
        click.echo("Nothing was published.", err=True)
        sys.exit(_NOTHING_DONE)
    except KeyboardInterrupt:
        click.echo("Interrupted. What was published before is untouched.", err=True)
        sys.exit(130)
    except OSError as error:
        click.echo(
            f"{error.filename or 'disk'}: error: {error.strerror or error}; nothing was published", err=True
        )
        sys.exit(_NOTHING_DONE)


def _steps(*, quiet: bool) -> Callable[[str], None]:
    return lambda name: None if quiet else click.echo(f"  {name} …", err=True)


def _print_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        click.echo(problem.as_line(), err=True)


def _write_report(report: Path | None, problems: tuple[Problem, ...]) -> None:
    if not report:
        return
    text = json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=1)
    try:
        replace_text(report, text + "\n")
    except OSError as error:
        click.echo(f"{report}: warning: the report could not be written: {error.strerror}", err=True)


def _today() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdigit():
        raise click.UsageError("SOURCE_DATE_EPOCH must be a number of seconds")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date().isoformat()
