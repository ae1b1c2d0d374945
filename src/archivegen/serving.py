"""A folder shown to this machine's own browser, and to nobody else."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import BinaryIO

_HOSTS = ("127.0.0.1", "localhost")


class _Handler(SimpleHTTPRequestHandler):
    """Serves files; lists no folders, shows no hidden files, answers only to this machine's names."""

    # Fixed, because some systems register other types for scripts, which browsers then refuse.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript", ".css": "text/css"}

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Refuse other hosts' names and hidden files, then serve."""
        host = (self.headers.get("Host") or "").rpartition(":")[0]
        if host not in _HOSTS or "/." in self.path:
            self.send_error(404)
            return None
        return super().send_head()

    def list_directory(self, path: str | PathLike[str]) -> BytesIO | None:
        """List nothing."""
        del path
        self.send_error(404)
        return None

    def log_message(self, *_arguments: object) -> None:
        """Say nothing of each request."""


def serve_folder(folder: Path, port: int) -> None:
    """Serve a folder on 127.0.0.1 until interrupted.

    Raises:
        OSError: the port is taken.

    """
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder))) as server:
        server.serve_forever()
