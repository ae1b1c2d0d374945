"""What a command says that was interrupted: what it has done until then, as the disk has it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from archivegen.problems import Refusal
from archivegen.publish.recording import settle
from archivegen.publish.standing import Standing, standing
from archivegen.reading import Request


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let nobody interrupt what tells of an interruption."""
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def what_stands(request: Request, before: Standing) -> str:
    """Finish or drop a recording that was broken off, and return what was done, from what stood `before` the command."""
    try:
        settle(request.ledger)
    except Refusal as refusal:
        return f"Interrupted while the record was being written.\n{refusal}"
    after = standing(request.output, request.ledger)
    if not after.is_settled:
        return "Interrupted while the record was being written: the next command finishes or drops it, and says which."
    has_new_site = after.site != before.site
    if after.record != before.record:
        lines = ["Interrupted when everything had been recorded already."]
    elif has_new_site:
        lines = ["Interrupted when the new site stood already; there was nothing to record."]
    else:
        lines = ["Interrupted. Nothing was recorded, and the site is as it was."]
    if has_new_site:
        lines.append(f"The new site is in {request.output}.")
        if request.changed_only:
            lines.append(f"For {request.changed_only} run the same command again.")
    return "\n".join(lines)
