"""A preview of an archive as tests ask it: in this process, as it is at the moment, or the command itself."""

import os
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from archivegen.preview.server import preview_server
from archivegen.preview.showing import Showing
from archivegen.preview.site import site_of
from archivegen.preview.words import PreviewWords
from archivegen.problems import lines_of
from archivegen.request import Request
from tests.conftest import ROOT


@contextmanager
def previewed(
    request: Request, made: Mapping[str, Callable[[str], str]] | None = None, *, with_site: bool = True
) -> Iterator[tuple[str, Showing]]:
    """Serve a preview of an archive and give its address, and what is shown, so that it may be changed."""
    showing = Showing(lines_of)
    if with_site:
        showing.put(site_of(request))
    with preview_server(0, showing, PreviewWords(request.root, lines_of), made or {}) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", showing
        server.shutdown()
        thread.join()


def page_of(address: str) -> str:
    """Return a page as text."""
    with urllib.request.urlopen(address) as answer:  # noqa: S310 -- our own server
        return answer.read().decode("utf-8")


class Preview:
    """`archivegen serve`, started on an archive; `said` is what its terminal shows until now."""

    def __init__(self, root: Path, terminal: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = str(free.getsockname()[1])
        self.address, self._terminal = f"http://127.0.0.1:{port}/", terminal
        command = [sys.executable, "-m", "archivegen", "serve", str(root), "--port", port]
        more = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1", "LOGNAME": "marta"}
        with terminal.open("w") as said:
            self.process = subprocess.Popen(
                command, env=os.environ | more, stdout=subprocess.PIPE, stderr=said, text=True
            )
        assert self.process.stdout
        self.first_lines = [self.process.stdout.readline() for _ in range(2)]

    @property
    def said(self) -> str:
        """What the terminal shows of problems and of what has come of changes."""
        return self._terminal.read_text("utf-8")

    def end(self) -> int:
        """End it as Ctrl-C does, and return its exit code."""
        self.process.send_signal(2)
        self.process.communicate()
        return self.process.returncode


@contextmanager
def preview_of(root: Path, terminal: Path) -> Iterator[Preview]:
    """Start `archivegen serve` and end it."""
    preview = Preview(root, terminal)
    try:
        yield preview
    finally:
        if preview.process.poll() is None:
            preview.process.terminate()
            preview.process.communicate()
