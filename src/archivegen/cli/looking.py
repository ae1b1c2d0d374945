"""The commands that only look: at the problems and names of an archive, at what is read from one file."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import click

from archivegen.archive.permalinks import mint
from archivegen.build import OUTPUT_NAME
from archivegen.cli.conduct import (
    NOTHING_DONE,
    OUTPUT,
    SOURCE,
    print_problems,
    refusals_printed,
    request_for,
)
from archivegen.inspection import describe_record
from archivegen.names_report import describe_names
from archivegen.publish.verify import verify_site
from archivegen.reading import read_archive, read_seed
from archivegen.records.serial import record_as_json
from archivegen.seeds.find import Seed, sidecar_of


@click.command("check")
@SOURCE
@OUTPUT
@click.option("--names", is_flag=True, help="List how names are spelt, and names that may be one.")
def check_command(source: Path, output: Path | None, *, names: bool) -> None:
    """Report all problems of the documents, and every dead link of the last build."""
    with refusals_printed():
        if names:
            _print_names(source)
            return
        request = request_for(source, output, None, None)
        reading = read_archive(request)
        faults = verify_site(request.output) if request.output.is_dir() else ()
        problems = (*reading.problems, *faults)
        print_problems(problems)
        click.echo(f"{len(reading.archive.documents)} documents, {len(problems)} problems.")
    sys.exit(NOTHING_DONE if any(problem.level == "error" for problem in problems) else 0)


def _print_names(source: Path) -> None:
    """Print the names of an archive, or of a bare folder of documents: no site is needed for that."""
    reading = read_archive(request_for(source, source / OUTPUT_NAME, None, None))
    print_problems(reading.problems)
    click.echo(describe_names(reading.archive, reading.authorities))


@click.command("inspect")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of records.")
def inspect_command(file: Path, as_json: bool) -> None:
    """Show what is read from FILE: its lines and zones, every value and why, and how to correct it."""
    with refusals_printed():
        record = read_seed(Seed(file.as_posix(), file, sidecar_of(file)))
        print_problems(record.problems)
        if as_json:
            click.echo(json.dumps([record_as_json(record, mint(record))], ensure_ascii=False, indent=1))
        else:
            click.echo(describe_record(record, mint(record), shutil.get_terminal_size().columns))
