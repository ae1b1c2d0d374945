"""The commands that only look: at the problems and names of an archive, at what is read from one file."""

from __future__ import annotations

import difflib
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import click

from archivegen.archive.permalinks import mint
from archivegen.build import OUTPUT_NAME
from archivegen.checking.check import examine, outcome_of
from archivegen.cli.conduct import (
    BASE_URL,
    FOLDER,
    LEDGER,
    NOTHING_DONE,
    OUTPUT,
    SOURCE,
    print_problems,
    problems_as_json,
    refusals_printed,
    request_for,
    write_report,
)
from archivegen.cli.pasteable import pasteable
from archivegen.inspection.describe import describe_record
from archivegen.inspection.margin import FIELD_STYLES
from archivegen.inspection.screen import plain
from archivegen.inspection.why import describe_field
from archivegen.names_report import describe_names
from archivegen.reading import read_archive
from archivegen.records.fields import FIELD_BY_KEY, FIELD_BY_NAME, Field
from archivegen.records.serial import record_as_json
from archivegen.seed_reading import read_seed, seed_of

# What the styles of an inspection look like; the words say the same to those who see no colours.
_STYLES: dict[str, dict[str, Any]] = {
    "body": {"fg": "green"},
    "field": {"fg": "bright_black"},
    "debris": {"fg": "bright_black"},
    "quiet": {"fg": "bright_black"},
    "label": {"bold": True},
    "value": {"bold": True},
    "probable": {"fg": "yellow"},
    "uncertain": {"fg": "red"},
    "confirmed": {"fg": "green"},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    **{
        style: {"fg": colour}
        for style, colour in zip(
            FIELD_STYLES, ("cyan", "magenta", "yellow", "blue", "bright_cyan", "bright_magenta"), strict=True
        )
    },
}


def _field(_context: click.Context, _option: click.Parameter, name: str | None) -> Field | None:
    """Return the field of a name or of another key that means it."""
    if name is None or name in FIELD_BY_KEY:
        return FIELD_BY_KEY[name] if name else None
    near = difflib.get_close_matches(name, FIELD_BY_KEY, n=1)
    hint = f"did you mean {near[0]}?" if near else f"the fields are {', '.join(FIELD_BY_NAME)}"
    raise click.BadParameter(f"“{name}” is no field; {hint}")


@click.command("check", short_help="Report what is wrong or missing.")
@SOURCE
@OUTPUT
@LEDGER
@BASE_URL
@click.option(
    "--against",
    type=FOLDER,
    metavar="OLD_BUILD",
    help="Name what this earlier build had and the last has lost.",
)
@click.option("--descriptions", is_flag=True, help="List what each description lacks, and where to write it.")
@click.option("--names", is_flag=True, help="List how names are spelt, and names that may be one.")
@click.option("--json", "as_json", is_flag=True, help="Print all problems as a JSON list.")
@click.option("--report", type=FOLDER, help="Write all problems to this file as JSON.")
def check_command(source: Path, *, names: bool, descriptions: bool, **options: Any) -> None:
    """Report what is wrong with the documents and the last build, and what descriptions lack.

    Of the build: links, anchors, images and styles that lead nowhere, files that are not as they were made, and with
    --against every address and anchor that is gone. Of the descriptions: how many lack which element of the minimum that
    DACS asks for. Errors come first.
    """
    with refusals_printed(options["report"]):
        if names:
            _print_names(source)
            return
        request = request_for(source, options["output"], options["ledger"], options["base_url"])
        examination = examine(request, options["against"])
        problems = examination.problems
        write_report(options["report"], problems)
        if options["as_json"]:
            click.echo(problems_as_json(problems))
        else:
            print_problems(problems if descriptions else examination.without_descriptions)
            click.echo(pasteable(outcome_of(examination)))
    sys.exit(NOTHING_DONE if any(problem.level == "error" for problem in problems) else 0)


def _print_names(source: Path) -> None:
    """Print the names of an archive, or of a bare folder of documents: no site is needed for that."""
    reading = read_archive(request_for(source, source / OUTPUT_NAME, None, None))
    print_problems(reading.problems)
    click.echo(describe_names(reading.archive, reading.authorities))


@click.command("inspect", short_help="Show what is read from one document, and why.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of records.")
@click.option(
    "--why", "field", metavar="FIELD", callback=_field, help="Show one field, and what it was read from."
)
def inspect_command(file: Path, field: Field | None, *, as_json: bool) -> None:
    """Show what is read from FILE: its lines and zones, every value and why, and how to correct it."""
    if field and as_json:
        raise click.UsageError("--why is for people and --json for programs: give one of the two")
    is_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if is_terminal else None
    paint = _painted if is_terminal and not os.environ.get("NO_COLOR") else plain
    with refusals_printed():
        records = read_seed(seed_of(file))
        if as_json:
            print_problems(tuple(problem for record in records for problem in record.problems))
            found = [record_as_json(record, mint(record)) for record in records]
            click.echo(json.dumps(found, ensure_ascii=False, indent=1))
            return
        for record in records:
            click.echo(
                describe_field(record, field, width, paint)
                if field
                else describe_record(record, mint(record), width, paint)
            )


def _painted(text: str, style: str) -> str:
    return click.style(text, **_STYLES.get(style, {}))
