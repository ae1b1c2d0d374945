"""The commands that take all records out as one sheet, and bring back what was corrected in it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from archivegen.build import OUTPUT_NAME
from archivegen.cli.conduct import (
    ARCHIVE,
    FOLDER,
    NOTHING_DONE,
    confirmed,
    print_problems,
    refusals_printed,
    request_for,
)
from archivegen.cli.pasteable import pasteable, quoted
from archivegen.publish.lock import check_free
from archivegen.request import Request
from archivegen.review_sheet.exporting import export
from archivegen.review_sheet.importing import apply_import, import_of
from archivegen.review_sheet.report import import_text


@click.group("sheet", short_help="Review all records in a spreadsheet.")
def sheet_group() -> None:
    """Review all records in a spreadsheet: take them out, correct them in any program, bring them back."""


@sheet_group.command("export", short_help="Write all records as a spreadsheet.")
@click.argument("file", type=FOLDER)
@ARCHIVE
def export_command(file: Path, source: Path) -> None:
    """Write all records into FILE, one row for each value: .csv, .xlsx or .ods, as its name ends.

    The sheet has closed documents, too: it is for you, and never becomes part of the site. Redacted words are not in it.
    """
    with refusals_printed(outcome="No sheet was written."):
        written = export(_request(source), file)
        print_problems(tuple(problem for problem in written.problems if problem.level == "error"))
        click.echo(
            f"{written.rows} rows of {written.documents} documents stand in {file}. Closed ones are among them."
        )
        click.echo(f"Correct it, then: {pasteable('archivegen sheet import')} {quoted(file)}")


@sheet_group.command("import", short_help="Bring back what was corrected in a spreadsheet.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@ARCHIVE
@click.option("--yes", is_flag=True, help="Write what has changed without asking.")
def import_command(file: Path, source: Path, *, yes: bool) -> None:
    """Show what was corrected in FILE, a sheet that was exported, and write it into files of corrections.

    A row or a column that is gone changes nothing; an emptied value is removed. Documents are never written to.
    """
    request = _request(source)
    with refusals_printed(outcome="Nothing was changed."):
        check_free(request.ledger)
        brought = import_of(request, file)
        print_problems(brought.problems)
        click.echo(import_text(brought, request.root))
        if not brought.edited:
            return
        if not yes and not confirmed("Write these files of corrections?", "--yes writes them"):
            click.echo("Nothing was changed.")
            sys.exit(NOTHING_DONE)
        apply_import(brought)
        click.echo(f"Written: {', '.join(quoted(sidecar) for sidecar in brought.texts)}.")
        click.echo(pasteable("Next: archivegen check"))


def _request(source: Path) -> Request:
    """Return a request for the documents alone: no site is needed."""
    return request_for(source, source / OUTPUT_NAME, None, None)
