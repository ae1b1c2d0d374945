"""What a process may use, as far as the system holds it to that: Windows does not, and macOS only to its seconds."""

from __future__ import annotations

import gc
import math
import os
import signal
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any

_VALUES_BETWEEN = 50_000
_VALUES_BEFORE_REST = 1_000_000
# Windows has no such module.
_RESOURCE: Any = import_module("resource") if find_spec("resource") else None


def bound_memory(most: int) -> None:
    """Hold this process to so many bytes of memory; when it dies it leaves no image of them on the disk."""
    if _RESOURCE:
        with suppress(OSError, ValueError):
            _RESOURCE.setrlimit(_RESOURCE.RLIMIT_CORE, (0, 0))
            _RESOURCE.setrlimit(_RESOURCE.RLIMIT_DATA, (most, most))


def bound_seconds(most: float) -> None:
    """Let this process use so many seconds of a processor from now on: nobody stops it if who started it was killed."""
    if _RESOURCE:
        used = _RESOURCE.getrusage(_RESOURCE.RUSAGE_SELF)
        until = math.ceil(used.ru_utime + used.ru_stime + most) + 1
        with suppress(OSError, ValueError):
            _RESOURCE.setrlimit(_RESOURCE.RLIMIT_CPU, (until, _RESOURCE.getrlimit(_RESOURCE.RLIMIT_CPU)[1]))


def collect_rarely() -> None:
    """Look for cycles of values that nobody holds once in so many new ones: what documents are read into has few, and looking
    as often as Python does by itself takes a twentieth of the time of reading.
    """
    gc.set_threshold(_VALUES_BETWEEN, *gc.get_threshold()[1:])


def collect_at_rest() -> None:
    """Leave looking for cycles to whoever has time for it, by `gc.collect`, unless very many values are new; what is held now is
    looked at no more, so that it takes a moment.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_VALUES_BEFORE_REST)


def fall_silent() -> None:
    """Leave Ctrl-C and the terminal to the process that started this one: what libraries print is for nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
