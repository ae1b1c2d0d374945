"""What a command says that could not go on: what it has done until then, as the disk has it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, NoReturn

from archivegen.problems import Refusal
from archivegen.publish.recording import settle
from archivegen.publish.standing import Standing, standing
from archivegen.request import Request

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_BROKEN_OFF = "while the record was being written"
_NEXT = "the next command finishes or drops it, and says which"


class Terminated(SystemExit):
    """SIGTERM has come: the command ends as after Ctrl-C, with an exit code of its own."""


def terminate(*_signal: object) -> NoReturn:
    """Take SIGTERM in: the handler of the command line.

    Raises:
        Terminated: always.

    """
    raise Terminated(143)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let nobody interrupt what tells of an interruption."""
    handlers = [signal.signal(each, signal.SIG_IGN) for each in _SIGNALS]
    try:
        yield
    finally:
        for each, handler in zip(_SIGNALS, handlers, strict=True):
            signal.signal(each, handler)


def failure(error: OSError) -> str:
    """Return the line that says what the system has refused."""
    return f"{error.filename or 'disk'}: error: {error.strerror or error}"


def what_stands(
    request: Request, before: Standing, ended: Literal["Interrupted", "Stopped"] = "Interrupted"
) -> str:
    """Finish or drop a recording that was broken off, and return what was done, from what stood `before` the command."""
    try:
        settle(request.ledger)
        after = standing(request.output, request.ledger)
    except Refusal as refusal:
        return f"{ended} {_BROKEN_OFF}.\n{refusal}"
    except OSError as error:
        return f"{failure(error)}\n{ended} {_BROKEN_OFF}: {_NEXT}."
    if not after.is_settled:
        return f"{ended} {_BROKEN_OFF}: {_NEXT}."
    has_new_site = after.site != before.site
    if after.record != before.record:
        lines = [f"{ended} when everything had been recorded already."]
    elif has_new_site:
        lines = [f"{ended} when the new site stood already; there was nothing to record."]
    else:
        lines = [f"{ended}. Nothing was recorded, and the site is as it was."]
    if has_new_site:
        lines.append(f"The new site is in {request.output}.")
        if request.changed_only:
            lines.append(f"For {request.changed_only} run the same command again.")
    return "\n".join(lines)
