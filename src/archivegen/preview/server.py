"""The preview as a web server, for this machine's own browser and nobody else."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote

from archivegen.pages.preview_pages import followed
from archivegen.preview.faults import no_port, problems_of
from archivegen.preview.news import NEWS_ADDRESS, news_of
from archivegen.preview.showing import Showing, Shown
from archivegen.preview.site import PreviewSite, path_at
from archivegen.preview.words import PreviewWords
from archivegen.problems import Refusal
from archivegen.publish.search_table import SEARCH_FOLDERS
from archivegen.publish.site_files import Made

_HOSTS = ("127.0.0.1", "localhost")
# Nothing on a page that is made here can act or call elsewhere, and nobody else's page can have it in a frame.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
# Fixed, because some systems register other types for scripts, which browsers then refuse.
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
}
_NOT_FOUND = "404.html"
_SECONDS_BETWEEN_SIGNS = 5.0
_SECONDS_FOR_INDEX = 600.0

# The text of a page for the query of its address.
MadePage = Callable[[str], str]


class _Handler(BaseHTTPRequestHandler):
    """Answers from one whole state of the preview; shows no hidden files, answers only to this machine's names.

    `made` are pages of the preview that are in no site, by their addresses.
    """

    def __init__(
        self,
        *arguments: Any,
        showing: Showing,
        words: PreviewWords,
        made: Mapping[str, MadePage],
        **options: Any,
    ) -> None:
        self._showing, self._words, self._made = showing, words, made
        super().__init__(*arguments, **options)

    def do_HEAD(self) -> None:
        """Answer without content."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer, unless whoever asked has gone."""
        # Browsers leave the port out where it is 80.
        host = (self.headers.get("Host") or "").partition(":")[0]
        address, _, query = self.path.partition("?")
        try:
            if host not in _HOSTS or "/." in unquote(address):
                self.send_error(HTTPStatus.NOT_FOUND)
            elif address == NEWS_ADDRESS:
                self._tell_news(query)
            else:
                self._answer(address, unquote(address), query)
        except ConnectionError:
            return

    def _answer(self, address: str, place: str, query: str) -> None:
        shown = self._showing.now
        path, folder = path_at(place), f"{address}/{'?' if query else ''}{query}"
        if place in self._made:
            self._send_made(shown, place, query)
        elif f"{place}/" in self._made:
            self._lead_on(folder)
        elif path.startswith(tuple(f"{folder}/" for folder in SEARCH_FOLDERS)):
            self._send_of_index(path)
        elif shown.site:
            self._answer_from(shown.site, shown, path, folder)
        elif path in (theme := self._words.assets()):
            self._send(theme[path](), _type_of(path))
        else:
            self._send_problems(shown, shown.lines, HTTPStatus.SERVICE_UNAVAILABLE)

    def _answer_from(self, site: PreviewSite, shown: Shown, path: str, folder: str) -> None:
        """Send a file of the site, or lead on to the folder of its name, or say that there is neither."""
        try:
            is_file = site.has(path)
            is_folder = not is_file and site.has(f"{path}/index.html")
        except Exception as error:  # noqa: BLE001 -- whatever keeps the lists from being laid out, whoever asked is to see it
            self._send_failure(shown, path, error)
            return
        if is_folder:
            self._lead_on(folder)
        elif is_file:
            self._send_file(shown, path, site.others.get(path) or site.pages[path])
        else:
            self._send_file(shown, _NOT_FOUND, site.pages[_NOT_FOUND], HTTPStatus.NOT_FOUND)

    def _send_file(self, shown: Shown, path: str, make: Made, status: HTTPStatus = HTTPStatus.OK) -> None:
        try:
            content = make()
        except Exception as error:  # noqa: BLE001 -- whatever it is, whoever asked is to see it
            self._send_failure(shown, path, error)
        else:
            if shown.site and path not in shown.site.others:
                content = self._followed(shown, content.decode("utf-8"), status)
            self._send(content, _type_of(path), status)

    def _send_failure(self, shown: Shown, path: str, error: Exception) -> None:
        problems = problems_of(error, self._words.root, path)
        self._send_problems(shown, tuple(self._words.lines(problems)))

    def _send_problems(
        self, shown: Shown, lines: tuple[str, ...], status: HTTPStatus = HTTPStatus.INTERNAL_SERVER_ERROR
    ) -> None:
        content = self._followed(shown, self._words.page_of_problems(lines), HTTPStatus.OK)
        self._send(content, _TYPES[".html"], status, _POLICY)

    def _send_made(self, shown: Shown, place: str, query: str) -> None:
        try:
            text = self._made[place](query)
        except Exception as error:  # noqa: BLE001 -- whatever it is, whoever asked is to see it
            self._send_failure(shown, path_at(place), error)
            return
        kind = _type_of(path_at(place))
        is_page = kind == _TYPES[".html"]
        content = self._followed(shown, text, HTTPStatus.OK) if is_page else text.encode("utf-8", "replace")
        self._send(content, kind, HTTPStatus.OK, _POLICY)

    def _send_of_index(self, path: str) -> None:
        """Send a file of the search index; whoever asks for one before there is any waits for it."""
        file = self._showing.indexed(_SECONDS_FOR_INDEX).index_files.get(path)
        try:
            content = file.read_bytes() if file else None
        except OSError:
            # Another index took its place in this moment.
            content = None
        if content is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(content, _type_of(path))

    def _followed(self, shown: Shown, page: str, status: HTTPStatus) -> bytes:
        pages = f"{self._showing.run}-{shown.pages}"
        text = followed(page, pages, shown.index, is_missing=status != HTTPStatus.OK)
        return text.encode("utf-8", "replace")

    def _lead_on(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, policy: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        # What is shown may be other at any moment.
        self.send_header("Cache-Control", "no-store")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell_news(self, query: str) -> None:
        """Tell what is shown, and again whenever anything of it is other, until nobody listens (server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        address = parse_qs(query).get("address", ["/"])[0]
        told = -1
        with self._showing.opened(unquote(address)):
            while self.command != "HEAD":
                shown = self._showing.after(told, _SECONDS_BETWEEN_SIGNS)
                if shown.news == told:
                    self.wfile.write(b":\n\n")
                else:
                    news = news_of(shown, unquote(address), self._showing.run, self._words, self._made)
                    self.wfile.write(f"data: {news}\n\n".encode())
                told = shown.news

    def log_message(self, *_arguments: object) -> None:
        """Say nothing of each request."""


def _type_of(path: str) -> str:
    ending = path[path.rfind(".") :] if "." in path else ""
    return _TYPES.get(ending.lower()) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def preview_server(
    port: int, showing: Showing, words: PreviewWords, made: Mapping[str, MadePage]
) -> ThreadingHTTPServer:
    """Return a server on 127.0.0.1 of what is shown, and of the preview's own pages, which are made when they are asked for, by
    their addresses.

    Raises:
        Refusal: the port cannot be had.

    """
    own = {**words.own_files(), **made}
    handler = partial(_Handler, showing=showing, words=words, made=own)
    try:
        return ThreadingHTTPServer((_HOSTS[0], port), handler)
    except OSError as error:
        raise Refusal(no_port(f"{_HOSTS[0]}:{port}", port, error)) from error
