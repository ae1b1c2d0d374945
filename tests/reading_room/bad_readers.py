"""Work that goes wrong as readers of documents do, for processes to load: it runs for ever, takes all memory, or breaks."""

import os
import signal
import time


def work(name: str) -> bytes:
    """Do what a task says; whatever is no misfortune comes back as it went in."""
    if name == "hang":
        while True:
            pass
    if name == "sleep":
        time.sleep(600)
    if name == "swell":
        swollen = []
        while True:
            swollen.append(bytes(10_000_000))
    if name == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if name == "leave":
        os._exit(0)
    if name == "print":
        os.write(1, b"noise on the terminal\n")
        os.write(2, b"noise on the terminal\n")
    return name.encode()


def work_of_nobody(_task: str) -> bytes:
    """Fail with what no worker catches."""
    raise SystemExit(3)
