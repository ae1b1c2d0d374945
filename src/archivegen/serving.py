"""A folder shown to this machine's own browser, and to nobody else, with pages that are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from archivegen.problems import Refusal

_HOSTS = ("127.0.0.1", "localhost")
# Nothing on a page that is made here can act or call elsewhere, and nobody else's page can have it in a frame.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)

# The text of a page for the query of its address.
MadePage = Callable[[str], str]


class _Handler(SimpleHTTPRequestHandler):
    """Serves files; lists no folders, shows no hidden files, answers only to this machine's names.

    `made` are pages that are no files, by their addresses.
    """

    # Fixed, because some systems register other types for scripts, which browsers then refuse.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript", ".css": "text/css"}

    def __init__(self, *arguments: Any, made: Mapping[str, MadePage] | None = None, **options: Any) -> None:
        self._made = made or {}
        super().__init__(*arguments, **options)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Refuse other hosts' names and hidden files, then serve."""
        # Browsers leave the port out where it is 80.
        host = (self.headers.get("Host") or "").partition(":")[0]
        address, _, query = self.path.partition("?")
        if host not in _HOSTS or "/." in unquote(address):
            self.send_error(404)
            return None
        if f"{address}/" in self._made:
            self.send_response(301)
            self.send_header("Location", f"{address}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        return self._make(address, query) if address in self._made else super().send_head()

    def _make(self, address: str, query: str) -> BytesIO | None:
        try:
            content = self._made[address](query).encode("utf-8", "replace")
        except Refusal as refusal:
            self.send_error(500, explain=str(refusal))
            return None
        self.send_response(200)
        self.send_header(
            "Content-Type", f"text/{'css' if address.endswith('.css') else 'html'}; charset=utf-8"
        )
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        return BytesIO(content)

    def list_directory(self, path: str | PathLike[str]) -> BytesIO | None:
        """List nothing."""
        del path
        self.send_error(404)
        return None

    def log_message(self, *_arguments: object) -> None:
        """Say nothing of each request."""


def preview_server(folder: Path, port: int, made: Mapping[str, MadePage]) -> ThreadingHTTPServer:
    """Return a server of a folder on 127.0.0.1, and of pages that are made when they are asked for, by their addresses.

    Raises:
        OSError: the port is taken.

    """
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder), made=made))
