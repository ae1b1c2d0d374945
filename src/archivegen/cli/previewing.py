"""The command that shows a preview, keeps it as the files are, and lists what is left to review."""

from __future__ import annotations

import getpass
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import NoReturn

import click

from archivegen.archive_files import State, state_of
from archivegen.build import build
from archivegen.cli.conduct import JOBS, SOURCE, print_problems, refusals_printed, request_for, today
from archivegen.cli.progress import shown
from archivegen.problems import Problem, Refusal
from archivegen.reading import Request
from archivegen.review_list.keeping import STYLE_NAME, ReviewList
from archivegen.review_list.listing import ADDRESS
from archivegen.serving import preview_server

_PAUSE = 1.0


@click.command("serve", short_help="Show a preview in a browser on this machine.")
@SOURCE
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this machine."
)
@JOBS
def serve_command(source: Path, port: int, jobs: int) -> None:
    """Build a preview of SOURCE in a temporary folder and show it at http://127.0.0.1:PORT/.

    When a file of the archive changes, the preview is built again. At http://127.0.0.1:PORT/review/ stands what was
    inferred, the least certain first, with the lines that confirm or correct it; that page is never part of the site.
    """
    with tempfile.TemporaryDirectory(prefix="archivegen-preview-") as folder, refusals_printed():
        request = replace(request_for(source, Path(folder) / "site", None, None), base_url="", jobs=jobs)
        before = state_of(source)
        with shown() as watch:
            outcome = build(replace(request, watch=watch))
        print_problems(outcome.reading.problems)
        review = ReviewList(request, _login_name(), today)
        made = {f"/{ADDRESS}": review.page, f"/{ADDRESS}{STYLE_NAME}": lambda _query: review.style()}
        with preview_server(outcome.output, port, made) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            click.echo(f"Open http://127.0.0.1:{port}/ in a browser. Ctrl-C ends.")
            click.echo(f"What was inferred, to be reviewed: http://127.0.0.1:{port}/{ADDRESS}")
            _build_again(request, before, outcome.reading.problems)


def _build_again(request: Request, built: State, told: Iterable[Problem]) -> NoReturn:
    """Build whenever the files have changed and have then stood still; problems that were told are not told again."""
    seen = built
    while True:
        time.sleep(_PAUSE)
        now = state_of(request.root)
        is_still, seen = now == seen, now
        if now == built or not is_still:
            continue
        built = now
        try:
            problems = build(request).reading.problems
            outcome = "The preview was built again."
        except Refusal as refusal:
            problems = refusal.problems
            outcome = "The preview stays as it was."
        print_problems(tuple(problem for problem in problems if problem not in set(told)))
        click.echo(outcome, err=True)
        told = problems


def _login_name() -> str:
    """Return who is at this machine, or nothing where it does not know."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
