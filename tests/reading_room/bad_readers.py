"""Work that goes wrong as readers of documents do, for processes to load: it runs for ever, takes all memory, or breaks."""

import gc
import os
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from archivegen.seeds.formats.html.tree import parse_xhtml
from archivegen.seeds.formats.xml_part import parse_xml

MANY_ELEMENTS = "<body>" + "<p>a</p>" * 3_000_000 + "</body>"


def work(name: str) -> bytes:
    """Do what a task says; whatever is no misfortune comes back as it went in."""
    if name.startswith("once "):
        end_the_first_time(Path(name.removeprefix("once ")))
    if name == "values between two looks for cycles":
        return str(gc.get_threshold()[0]).encode()
    if name in MISFORTUNES:
        MISFORTUNES[name]()
    return name.encode()


def hang() -> None:
    """Think for ever."""
    while True:
        pass


def swell() -> None:
    """Take all memory that there is."""
    swollen = []
    while True:
        swollen.append(bytes(10_000_000))


def make_noise() -> None:
    """Print, as libraries do over damaged files."""
    os.write(1, b"noise on the terminal\n")
    os.write(2, b"noise on the terminal\n")


def linger() -> None:
    """End this process when it has answered, as a system does that is short of memory."""

    def leave_soon() -> None:
        time.sleep(0.05)
        os._exit(9)

    threading.Thread(target=leave_soon).start()


def stammer() -> None:
    """Begin an answer, and stop."""
    os.write(line_to_the_first(), struct.pack("!i", 1000) + b"=and so")
    os.kill(os.getpid(), signal.SIGSTOP)


def boast() -> None:
    """Begin an answer that is larger than any can be."""
    os.write(line_to_the_first(), struct.pack("!i", 2_000_000_000) + b"=and so")
    time.sleep(600)


def end_the_first_time(tally: Path) -> None:
    """End this process, unless one has been ended here before."""
    if not tally.exists():
        tally.touch()
        os._exit(9)


def line_to_the_first() -> int:
    """Return the line by which a worker answers, as a reader finds it that a document has taken over."""
    return sys._getframe(3).f_locals["connection"].fileno()


def work_of_nobody(_task: str) -> bytes:
    """Fail with what no worker catches."""
    raise SystemExit(3)


MISFORTUNES: dict[str, Callable[[], object]] = {
    "hang": hang,
    "sleep": lambda: time.sleep(600),
    "swell": swell,
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "leave": lambda: os._exit(0),
    "linger": linger,
    "stammer": stammer,
    "boast": boast,
    "xml": lambda: parse_xml(MANY_ELEMENTS.encode()),
    "xhtml": lambda: parse_xhtml(MANY_ELEMENTS),
    "print": make_noise,
}
