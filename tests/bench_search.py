"""What a search costs: bytes and processor time in a real Chromium, over made-up documents with words as often as in real texts."""

import functools
import gzip
import http.server
import os
import resource
import statistics
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from archivegen.build import site_parts
from archivegen.publish.site_files import path_of
from archivegen.publish.write import write_text
from archivegen.reading import read_archive
from tests.conftest import chromium, request_for
from tests.generated_archive import write_archive
from tests.generated_words import Words

_RUNS = 9
_LONGEST_WAIT = 120_000
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
_FACETS = ("people", "organisations", "places", "archives", "kinds", "languages", "collections", "subjects", "statuses")


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host that packs what is text, as the common ones do."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in _PACKED:
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        pass


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Serve a site and yield its address."""
    handler = functools.partial(_Host, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@dataclass(frozen=True, slots=True)
class Searched:
    """A word that was searched for: how many documents have it, the milliseconds of processor time and of waiting, each time."""

    documents: int
    processor: tuple[float, ...]
    waiting: tuple[float, ...]

    def __str__(self) -> str:
        return f"{self.documents:,} documents: {_spread(self.processor)} of processor time, {_spread(self.waiting)} of waiting"


def _spread(times: tuple[float, ...]) -> str:
    """Return the median and the 95th of a hundred."""
    last = sorted(times)[min(len(times) - 1, round(0.95 * len(times)))]
    return f"p50 {statistics.median(times):.0f} ms, p95 {last:.0f} ms"


def searchable_site(count: int, folder: Path) -> Path:
    """Write the search page of an archive of so many documents with all that it asks; no other page. Return the site."""
    root = write_archive(folder / "archive", count, words=Words())
    request = request_for(root)
    parts = site_parts(request, read_archive(request))
    site = folder / "site"
    for page in parts.plan.pages:
        if page.address == "search/":
            write_text(site / path_of(page.address), parts.renderer.page(page.view()))
    write_assets_and_search(site, parts)
    return site


class Reader:
    """A page of the site in a browser, before anything was searched for."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._context = browser.new_context()
        self._page = self._context.new_page()
        self.transferred: Counter[str] = Counter()
        session = self._context.new_cdp_session(self._page)
        session.send("Network.enable")
        addresses: dict[str, str] = {}
        session.on("Network.responseReceived", lambda event: addresses.update({event["requestId"]: event["response"]["url"]}))
        session.on("Network.loadingFinished", lambda event: self._count(addresses.get(event["requestId"], ""), event["encodedDataLength"]))
        self._page.goto(f"{address}search/", wait_until="networkidle")

    def _count(self, address: str, size: float) -> None:
        self.transferred[address] += round(size)

    def search(self, text: str, **narrowed: object) -> tuple[int, float, float]:
        """Return the documents, and the milliseconds of processor time and of waiting until ten hits have their passages."""
        before = self._processor()
        total, waited = self._page.evaluate(_SEARCH, {"text": text, "facets": {}, "from": "", "to": "", "sort": "relevance", **narrowed})
        return total, 1000 * (self._processor() - before), waited

    def count_facets(self, text: str, **narrowed: object) -> tuple[int, float, float]:
        """Return the same of the counts of every facet and of the bars of the years."""
        before = self._processor()
        total, waited = self._page.evaluate(_COUNTS, {"text": text, "facets": {}, "from": "", "to": "", "sort": "relevance", **narrowed})
        return total, 1000 * (self._processor() - before), waited

    def _processor(self) -> float:
        """Return the seconds that the browser's pages have used, their workers with them."""
        session = self._browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        session.detach()
        return sum(each["cpuTime"] for each in processes if each["type"] == "renderer")

    def slugs(self, facet: str) -> list[str]:
        return self._page.evaluate("async (name) => (await (await window.archive).ask({text: '', facets: {}}, {count: 0})).facets(name).then((values) => values.slice(0, 9).map(({slug}) => slug))", facet)

    def close(self) -> None:
        self._context.close()
