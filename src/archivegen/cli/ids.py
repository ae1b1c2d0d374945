"""The commands for published addresses: what there is, what moved, what was withdrawn, what was lost."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from archivegen.build import OUTPUT_NAME
from archivegen.cli.conduct import (
    ARCHIVE,
    LEDGER,
    NOTHING_DONE,
    SOURCE,
    check_published,
    confirmed,
    print_problems,
    refusals_printed,
    request_for,
    today,
)
from archivegen.cli.pasteable import pasteable
from archivegen.ledger_keeping import move, withdraw
from archivegen.ledger_reading import promises_at
from archivegen.ledger_recovery import recover, recovery_of
from archivegen.reports import ledger_lines, recovered_lines, recovery_lines, words_of_title_in
from archivegen.request import Request

_NOTHING_CHANGED = "Nothing was changed."


@click.group("ids", short_help="Look after the addresses that were published.")
def ids_group() -> None:
    """Look after the addresses that were published: list, move, withdraw, recover."""


@ids_group.command("list", short_help="List every published address.")
@SOURCE
@LEDGER
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def list_command(source: Path, ledger: Path | None, *, as_json: bool) -> None:
    """List every address the archive in SOURCE has published, and what became of it."""
    with refusals_printed(outcome=_NOTHING_CHANGED):
        request = _request_of_published(source, ledger)
        promises = promises_at(request.ledger, request.output)
        print_problems(promises.notices)
        if as_json:
            entries = [asdict(entry) for entry in promises.ledger.entries]
            click.echo(json.dumps(entries, ensure_ascii=False, indent=1))
        else:
            click.echo(ledger_lines(promises))


@ids_group.command("move", short_help="Let an address lead to another.")
@click.argument("old_id", metavar="ID")
@click.argument("new_id", metavar="NEW")
@ARCHIVE
@LEDGER
def move_command(old_id: str, new_id: str, source: Path, ledger: Path | None) -> None:
    """Give a document another id, or let one that is gone lead to another; the old address redirects for ever."""
    request = _request_of_published(source, ledger)
    with refusals_printed(outcome=_NOTHING_CHANGED, request=request):
        move(request, old_id, new_id, today())
        click.echo(f"documents/{old_id}/ leads to documents/{new_id}/ from the next build on.")
        click.echo(f"If a sidecar or front matter says “id: {old_id}”, change it to “id: {new_id}”.")
        _say_next()


@ids_group.command("withdraw", short_help="Say why a document is gone.")
@click.argument("old_id", metavar="ID")
@click.option("--reason", required=True, help="Why; readers see it at the address.")
@click.option("--conceal", is_flag=True, help="Keep neither title nor citation nor names.")
@ARCHIVE
@LEDGER
def withdraw_command(old_id: str, reason: str, source: Path, ledger: Path | None, *, conceal: bool) -> None:
    """Withdraw a document whose file was taken out; its address says that it was, when and why.

    Title and citation stay there, unless it is concealed; the text is gone from everything.
    """
    request = _request_of_published(source, ledger)
    with refusals_printed(outcome=_NOTHING_CHANGED, request=request):
        before = promises_at(request.ledger, request.output)
        withdraw(request, old_id, reason, today(), conceal=conceal)
        click.echo(f"documents/{old_id}/ was withdrawn; from the next build on it says so.")
        if conceal:
            click.echo(words_of_title_in(before, old_id))
        click.echo("Copies that others have made, and the history of a repository, keep what they have.")
        _say_next()


@ids_group.command("recover", short_help="Restore a lost ledger from a published site.")
@click.argument("old_build", type=click.Path(exists=True, file_okay=False, path_type=Path))
@ARCHIVE
@LEDGER
@click.option("--yes", is_flag=True, help="Replace what is intact, too, without asking.")
def recover_command(old_build: Path, source: Path, ledger: Path | None, *, yes: bool) -> None:
    """Restore what is lost or damaged of the ledger and its companion from the copy in OLD_BUILD, a published site."""
    request = _request(source, ledger)
    with refusals_printed(outcome=_NOTHING_CHANGED, request=request):
        recovery = recovery_of(request, old_build)
        click.echo(recovery_lines(recovery))
        if (
            recovery.replaces_intact
            and not yes
            and not confirmed("Replace what is intact?", "--yes replaces what is intact")
        ):
            click.echo(_NOTHING_CHANGED)
            sys.exit(NOTHING_DONE)
        recover(request, old_build, recovery)
        if done := recovered_lines(recovery):
            click.echo(done)
        click.echo(pasteable("Next: archivegen check"))


def _request(source: Path, ledger: Path | None) -> Request:
    """Return a request for the ledger alone: no site is needed."""
    return request_for(source, source / OUTPUT_NAME, ledger, None)


def _request_of_published(source: Path, ledger: Path | None) -> Request:
    """Return such a request, for a folder that is an archive or has published something."""
    request = _request(source, ledger)
    check_published(source, request.ledger)
    return request


def _say_next() -> None:
    click.echo(f"{pasteable('Next: archivegen build')}, and upload the site.")
