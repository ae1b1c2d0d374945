"""How every command behaves: the options they share, how they refuse, and how problems are printed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from archivegen.build import OUTPUT_NAME
from archivegen.cli.interruption import Terminated, failure, undisturbed, what_stands
from archivegen.cli.pasteable import with_commands
from archivegen.cli.progress import usual_jobs
from archivegen.config import SETTINGS_NAME
from archivegen.problems import Problem, Refusal, by_level, lines_of
from archivegen.publish.recording import is_interrupted, settle
from archivegen.publish.standing import standing
from archivegen.publish.write import clear_unless_held, replace_text
from archivegen.request import Request
from archivegen.storage.ledger import LEDGER_NAME

NOTHING_DONE, SOME_REJECTED, INTERRUPTED = 1, 3, 130
FOLDER = click.Path(path_type=Path)
_A_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
SOURCE = click.argument("source", default=".", type=_A_FOLDER)
ARCHIVE = click.option(
    "--archive", "source", default=".", type=_A_FOLDER, help="The archive's folder; default: this one."
)
OUTPUT = click.option("--output", type=FOLDER, help="The site's folder; default: build/ in the archive.")
LEDGER = click.option("--ledger", type=FOLDER, help="The ledger; default: permalinks.yml in the archive.")
BASE_URL = click.option("--base-url", help="The address the site will have; overrides the setting.")

JOBS = click.option(
    "--jobs",
    # Windows waits for no more than 63 at once.
    type=click.IntRange(1, 60),
    default=usual_jobs,
    metavar="N",
    help="Read with so many processes; default: by processors, 4 at most. With 1, a damaged file is not held to any bounds.",
)


def request_for(source: Path, output: Path | None, ledger: Path | None, base_url: str | None) -> Request:
    """Return what to build from where to where; a folder without settings must be told where its site goes."""
    is_archive = (source / SETTINGS_NAME).is_file()
    if output is None and not is_archive:
        raise click.UsageError(_no_archive(source))
    return Request(
        root=source,
        output=output or source / OUTPUT_NAME,
        ledger=ledger or source / LEDGER_NAME,
        base_url=base_url,
        day=today(),
        jobs=usual_jobs(),
        keeps_records=True,
    )


def _no_archive(source: Path) -> str:
    whole = source.resolve()
    for folder in whole.parents:
        if (folder / SETTINGS_NAME).is_file():
            return f"{source} lies inside an archive. Name the archive’s folder: {os.path.relpath(folder)}"
    return (
        f"{source} has no {SETTINGS_NAME}. Name the folder of an archive, which has one; start an archive with "
        "archivegen init; or, to build a bare folder of documents, say with --output where its site should go."
    )


def check_published(source: Path, ledger: Path) -> None:
    """Make sure that a folder is an archive, or has published something.

    Raises:
        click.UsageError: it is neither.

    """
    if not ledger.is_file() and not (source / SETTINGS_NAME).is_file():
        raise click.UsageError(_no_archive(source))


@contextmanager
def refusals_printed(
    report: Path | None = None, outcome: str = "Nothing was published.", request: Request | None = None
) -> Iterator[tuple[Problem, ...]]:
    """Print the problems of a refusal, or what an interruption left, and end with the exit code that says so.

    `outcome` is what a refusal comes to; `request` is what was asked for, of a command that writes. An earlier command's
    recording that was broken off is settled first, so that what this one says of itself is its own; the notice that says so
    is printed and given.
    """
    settled: tuple[Problem, ...] = ()
    before = None
    try:
        if request:
            settled = settle(request.ledger)
            print_problems(settled)
            # What was recorded last is told by what stands beside the site: first it must be settled.
            if not is_interrupted(request.ledger):
                clear_unless_held(request.output)
            before = standing(request.output, request.ledger)
        yield settled
    except Refusal as refusal:
        print_problems(refusal.problems)
        write_report(report, (*settled, *refusal.problems))
        click.echo(outcome, err=True)
        sys.exit(NOTHING_DONE)
    except (KeyboardInterrupt, Terminated) as ended:
        with undisturbed():
            click.echo(what_stands(request, before) if request and before else "Interrupted.", err=True)
        sys.exit(ended.code if isinstance(ended, Terminated) else INTERRUPTED)
    except OSError as error:
        if request and before:
            click.echo(f"{failure(error)}\n{what_stands(request, before, 'Stopped')}", err=True)
        else:
            click.echo(f"{failure(error)}; {outcome[0].lower()}{outcome[1:-1]}", err=True)
        sys.exit(NOTHING_DONE)


def confirmed(question: str, unasked: str) -> bool:
    """Ask, and return whether the answer was yes; `unasked` says which options answer where nobody can.

    Raises:
        KeyboardInterrupt: the answer was Ctrl-C.
        click.UsageError: nobody is there to answer.

    """
    try:
        return click.confirm(question)
    except click.Abort as abort:
        if isinstance(abort.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from abort
        click.echo()
        raise click.UsageError(f"nobody is there to answer: {unasked}, unasked") from abort


def print_problems(problems: tuple[Problem, ...]) -> None:
    """Print the problems in lines, apart from what a command gives out."""
    for line in lines_for(problems):
        click.echo(line, err=True)


def lines_for(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the lines that tell of problems, with commands that can be pasted."""
    return lines_of(with_commands(problem) for problem in problems)


def problems_as_json(problems: tuple[Problem, ...]) -> str:
    """Return problems as a JSON list, the gravest first, as other programs take them."""
    return json.dumps(
        [with_commands(problem).as_json() for problem in by_level(problems)], ensure_ascii=False, indent=1
    )


def write_report(report: Path | None, problems: tuple[Problem, ...]) -> None:
    """Write the problems as JSON, where a file is named for them."""
    if not report:
        return
    try:
        replace_text(report, problems_as_json(problems) + "\n")
    except OSError as error:
        click.echo(f"{report}: warning: the report could not be written: {error.strerror}", err=True)


def today() -> str:
    """Return the day (ISO 8601): that of SOURCE_DATE_EPOCH where it is set, else that of the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdigit():
        raise click.UsageError("SOURCE_DATE_EPOCH must be a number of seconds")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date().isoformat()
