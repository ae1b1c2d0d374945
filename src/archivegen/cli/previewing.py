"""The command that shows a preview, keeps it as the files are, and lists what is left to review."""

from __future__ import annotations

import getpass
import tempfile
from dataclasses import replace
from pathlib import Path
from threading import Thread

import click

from archivegen.cli.conduct import (
    JOBS,
    SOURCE,
    lines_for,
    print_problems,
    refusals_printed,
    request_for,
    today,
)
from archivegen.cli.progress import shown
from archivegen.config import SETTINGS_NAME
from archivegen.preview.behind import Behind
from archivegen.preview.following import Follower
from archivegen.preview.server import preview_server
from archivegen.preview.showing import Showing
from archivegen.preview.words import PreviewWords
from archivegen.problems import Problem
from archivegen.remembering import Remembering
from archivegen.review_list.keeping import STYLE_NAME, ReviewList
from archivegen.review_list.listing import ADDRESS


@click.command("serve", short_help="Show a preview in a browser on this machine.")
@SOURCE
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this machine."
)
@JOBS
def serve_command(source: Path, port: int, jobs: int) -> None:
    """Show a preview of SOURCE at http://127.0.0.1:PORT/, and nothing of it elsewhere.

    When a file of the archive changes, the open page shows the change by itself. What is wrong stands at the top of the page and
    in this terminal; where it keeps the archive from being built, the preview stays as it was until it is mended. The search index
    and the links are made and looked at behind, once no more changes come.

    At http://127.0.0.1:PORT/review/ stands what was inferred, the least certain first, with the lines that confirm or correct
    it; that page is never part of the site.
    """
    with (
        tempfile.TemporaryDirectory(prefix="archivegen-preview-", ignore_cleanup_errors=True) as folder,
        refusals_printed(outcome="Nothing is shown."),
    ):
        asked = request_for(source, Path(folder) / "site", None, None)
        is_archive = (source / SETTINGS_NAME).is_file()
        request = replace(asked, base_url="", jobs=jobs, needs_settings=is_archive)
        showing, words = Showing(lines_for), PreviewWords(source, lines_for)
        follower = Follower(replace(request, memory=Remembering()), showing, _tell)
        with shown() as watch:
            follower.begin(watch)
        review = ReviewList(request, _login_name(), today)
        made = {f"/{ADDRESS}": review.page, f"/{ADDRESS}{STYLE_NAME}": lambda _query: review.style()}
        behind = Behind(request, Path(folder))
        try:
            with preview_server(port, showing, words, made) as server:
                Thread(target=server.serve_forever, daemon=True).start()
                click.echo(f"Open http://127.0.0.1:{port}/ in a browser. Ctrl-C ends.")
                click.echo(f"What was inferred, to be reviewed: http://127.0.0.1:{port}/{ADDRESS}")
                follower.follow(behind)
        finally:
            behind.end()


def _tell(problems: tuple[Problem, ...], outcome: str) -> None:
    print_problems(problems)
    if outcome:
        click.echo(outcome, err=True)


def _login_name() -> str:
    """Return who is at this machine, or nothing where it does not know."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
