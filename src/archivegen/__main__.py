"""The program: `archivegen`, and `python -m archivegen`."""

import os
import signal
from importlib import import_module
from types import FrameType


def _leave(_signal: int, _frame: FrameType | None) -> None:
    os.write(2, b"Interrupted before anything was done.\n")
    os._exit(130)


def start() -> None:
    """Run the command that was typed; once it has ended there is nothing left to interrupt."""
    # The command line takes a moment to load, and begins nothing in it. Its first command hears Ctrl-C otherwise.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)
    try:
        # The processes that read documents load this module as well, and need no command line.
        import_module("archivegen.cli").main(prog_name="archivegen")
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    start()
