"""Why something cannot be shown, as problems, whatever has kept it from being made."""

from __future__ import annotations

import errno
from pathlib import Path

from archivegen.problems import Problem, Refusal


def problems_of(error: Exception, root: Path, path: str = ".") -> tuple[Problem, ...]:
    """Return what an error says is wrong with an archive at `root`, or with the file of its site at a path."""
    if isinstance(error, Refusal):
        return error.problems
    if isinstance(error, OSError):
        return (_not_read(error, root, path),)
    return (
        Problem(
            path=path,
            code="program-failed",
            message=f"this cannot be shown: {type(error).__name__}: {error}",
            fix="this is a fault of the program; please report it",
        ),
    )


def no_process(error: OSError) -> Problem:
    """Return what is wrong where the system starts no process that builds the whole site behind."""
    return Problem(
        path=".",
        code="no-process",
        message=f"the links and the search index are not looked at: {error.strerror or error}",
        fix="end what else runs on this machine; they are with the next change",
    )


def no_port(place: str, port: int, error: OSError) -> Problem:
    """Return what is wrong where the system gives no port of this machine to a preview."""
    is_taken = error.errno == errno.EADDRINUSE
    why = "is in use" if is_taken else f"cannot be had: {error.strerror or error}"
    other = "choose another with --port"
    return Problem(
        path=place,
        code="no-port",
        message=f"the port {port} of this machine {why}",
        fix=f"end what uses it, or {other}" if is_taken else other,
    )


def _not_read(error: OSError, root: Path, path: str) -> Problem:
    file = Path(error.filename or root / path)
    return Problem(
        path=file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file),
        code="not-readable",
        message=f"this file cannot be read: {error.strerror or error}",
        fix="get the right to read it, or take it away",
    )
