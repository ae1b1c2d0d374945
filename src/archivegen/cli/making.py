"""The commands that make something: a new archive, its site, its record of addresses."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from archivegen.archive.publication import Review, review_of
from archivegen.build import build
from archivegen.cli.conduct import (
    BASE_URL,
    FOLDER,
    JOBS,
    LEDGER,
    NOTHING_DONE,
    OUTPUT,
    SOME_REJECTED,
    SOURCE,
    confirmed,
    print_problems,
    refusals_printed,
    request_for,
    write_report,
)
from archivegen.cli.pasteable import pasteable, quoted
from archivegen.cli.progress import shown, timings
from archivegen.problems import Refusal
from archivegen.publish.lock import check_free
from archivegen.publishing import check_settled
from archivegen.reading import read_archive
from archivegen.reports import summary, upload_lines
from archivegen.review_report import review_text
from archivegen.starter import start_archive

_UNASKED = "--yes records what is new, --accept what has changed"


@click.command("init", short_help="Start a new archive.")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def init_command(folder: Path) -> None:
    """Start a new archive in FOLDER, with an example document, ready to build."""
    with refusals_printed(outcome="No archive was started."):
        click.echo(f"A new archive stands in {folder}: {', '.join(start_archive(folder))}.")
        click.echo(f"Next: archivegen build {quoted(folder)}")


@click.command("build", short_help="Make the site; nothing is recorded.")
@SOURCE
@OUTPUT
@LEDGER
@BASE_URL
@click.option("--locked", is_flag=True, help="Fail where anything is not as it was published.")
@click.option("--strict", is_flag=True, help="Fail on any warning.")
@click.option("--no-search", is_flag=True, help="Leave the search index out.")
@click.option("--report", type=FOLDER, help="Write all problems to this file as JSON.")
@JOBS
@click.option("--timings", "with_timings", is_flag=True, help="Print how long each step took.")
@click.option("--quiet", is_flag=True, help="Print problems only.")
def build_command(
    source: Path, report: Path | None, *, quiet: bool, with_timings: bool, **options: Any
) -> None:
    """Build the site of the archive, or of the bare folder of documents, in SOURCE. Nothing is recorded.

    Errors are printed first, then warnings, then notices.
    """
    request = replace(
        request_for(source, options["output"], options["ledger"], options["base_url"]),
        with_search=not options["no_search"],
        is_locked=options["locked"],
        is_strict=options["strict"],
        jobs=options["jobs"],
    )
    started = time.monotonic()
    with refusals_printed(report, request=request) as settled:
        with shown(quiet=quiet) as watch:
            outcome = build(replace(request, watch=watch))
        print_problems(outcome.reading.problems)
        write_report(report, (*settled, *outcome.reading.problems))
        if not quiet:
            click.echo(pasteable(summary(outcome, time.monotonic() - started, watch.figures)))
        if with_timings:
            click.echo(timings(watch), err=True)
    sys.exit(SOME_REJECTED if outcome.reading.rejected else 0)


@click.command("publish", short_help="Show what is new or changed, record it, make the final site.")
@SOURCE
@OUTPUT
@LEDGER
@BASE_URL
@click.option("--yes", is_flag=True, help="Record new addresses, and documents that open, without asking.")
@click.option(
    "--accept",
    is_flag=True,
    help="Record changes of published documents and names, and documents that close, without asking.",
)
@JOBS
@click.option(
    "--changed-only",
    type=FOLDER,
    metavar="FILE.zip",
    help="Write the files to upload into this zip file: those that are new or changed since the last one.",
)
def publish_command(source: Path, *, yes: bool, accept: bool, **options: Any) -> None:
    """Show what is new and what has changed, record it for ever, and make the final build."""
    request = replace(
        request_for(source, options["output"], options["ledger"], options["base_url"]),
        changed_only=options["changed_only"],
        jobs=options["jobs"],
    )
    with refusals_printed(request=request):
        check_free(*[place for place in (request.output, request.ledger, request.changed_only) if place])
        with shown() as watch:
            reading = read_archive(replace(request, watch=watch))
        print_problems(reading.problems)
        check_settled(reading)
        review = review_of(reading.archive, reading.ledger)
        click.echo(review_text(review))
        if review.problems():
            raise Refusal(*review.problems())
        is_approved = (yes or not (review.new or review.opened)) and (
            accept or not (review.revised or review.closed or review.names)
        )
        if not is_approved and not confirmed("Publish? What is recorded cannot be taken back", _UNASKED):
            click.echo("Nothing was recorded.")
            sys.exit(NOTHING_DONE)
        with shown() as watch:
            outcome = build(replace(request, watch=watch), review)
        click.echo(pasteable(summary(outcome)))
        if review != Review():
            click.echo(f"Recorded in {request.ledger.name} and the files beside it. Now upload the site.")
        if outcome.upload:
            click.echo(upload_lines(outcome.upload, options["changed_only"]))
    sys.exit(SOME_REJECTED if outcome.reading.rejected else 0)
