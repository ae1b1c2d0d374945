"""A page in a Chromium that nobody watches, so that it costs what it costs its readers: tools that steer a browser have every request
told to them, which makes the page pay half as much again for each.

The page fetches its errands from the host that serves the site, as modules, and posts what came of them. What the processor did is
read from Linux, to the microsecond.
"""

import functools
import gzip
import http.server
import json
import queue
import subprocess
import tempfile
import threading
import time
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

from tests.conftest import CHROMIUM_FLAGS, chromium_executable

_PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
_ERRANDS = "errands/"
_BEGINNING = '<script type="module" src="/errands/{}/run.js"></script></body>'
_RUN = b"""
const folder = new URL("./", import.meta.url);
for (let number = 0; ; number += 1) {
  const { errand } = await import(new URL(`${number}.js`, folder));
  const answer = await errand().then((value) => ({ value }), (error) => ({ error: `${error}` }));
  await fetch(new URL(`${number}.js`, folder), { method: "POST", body: JSON.stringify(answer) });
}
"""
_LONGEST_WAIT = 120
# What goes on behind when an answer is there, as what the browser makes quicker for the next time, belongs to it.
_SETTLING = 0.2
_EMPTY = "async () => null"
_EMPTY_RUNS = 5


class _Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if self.path.startswith(f"/{_ERRANDS}"):
            page, name = self.path.removeprefix(f"/{_ERRANDS}").split("/")
            self._send(_RUN if name == "run.js" else self.server.errand_of(page), "text/javascript")
        elif path.is_file():
            self._send_file(path)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        answer = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._send(b"", "text/plain")
        self.server.answers[self.path.removeprefix(f"/{_ERRANDS}").split("/")[0]].put(answer)

    def _send_file(self, path: Path) -> None:
        content, is_packed = path.read_bytes(), path.suffix in _PACKED
        page = self.path.partition("?")[2]
        if page:
            content = content.decode("utf-8").replace("</body>", _BEGINNING.format(page)).encode()
        content = gzip.compress(content, 6) if is_packed else content
        self._send(content, self.guess_type(path), **({"Content-Encoding": "gzip"} if is_packed else {}))
        self.server.sent[path.name] += len(content)

    def _send(self, content: bytes, kind: str, **more: str) -> None:
        self.send_response(200)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **more}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        pass


class Host(http.server.ThreadingHTTPServer):
    """A host that packs what is text, as the common ones do; `sent` are the bytes of what it sent, by the names of the files."""

    def __init__(self, site: Path) -> None:
        super().__init__(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
        self.sent: Counter[str] = Counter()
        self.errands: dict[str, queue.Queue[str]] = defaultdict(queue.Queue)
        self.answers: dict[str, queue.Queue[dict[str, object]]] = defaultdict(queue.Queue)

    def errand_of(self, page: str) -> bytes:
        """Return the next errand of a page as a module, as soon as there is one."""
        return f"export const errand = {self.errands[page].get()};".encode()


@contextmanager
def hosted(site: Path) -> Iterator[Host]:
    """Serve a site."""
    with Host(site) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()


class UndisturbedPage:
    """A page of the site in a Chromium of its own."""

    def __init__(self, host: Host, address: str) -> None:
        self._host, self._name = host, uuid.uuid4().hex
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        host.sent.clear()
        self._browser = subprocess.Popen(
            [
                chromium_executable(),
                "--headless=new",
                *CHROMIUM_FLAGS,
                f"--user-data-dir={self._folder.name}",
                f"http://127.0.0.1:{host.server_port}/{address}?{self._name}",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._sent_for(_EMPTY)
        time.sleep(1)
        self._of_an_errand = median(self._measured(_EMPTY)[1] for _ in range(_EMPTY_RUNS))

    def run(self, errand: str) -> tuple[object, float]:
        """Return what an asynchronous function of the page gives, and the milliseconds of all its threads, its workers’ too."""
        value, milliseconds = self._measured(errand)
        return value, max(0.0, milliseconds - self._of_an_errand)

    def _measured(self, errand: str) -> tuple[object, float]:
        before = self._processor()
        value = self._sent_for(errand)
        time.sleep(_SETTLING)
        return value, self._processor() - before

    def _sent_for(self, errand: str) -> object:
        self._host.errands[self._name].put(errand)
        answer = self._host.answers[self._name].get(timeout=_LONGEST_WAIT)
        assert "error" not in answer, answer
        return answer.get("value")

    def _processor(self) -> float:
        return sum(_milliseconds_of(process) for process in self._pages())

    def _pages(self) -> Iterator[Path]:
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                words = (process / "cmdline").read_bytes()
                if b"--type=renderer" in words and self._folder.name.encode() in words:
                    yield process

    def close(self) -> None:
        """End the browser."""
        self._browser.terminate()
        self._browser.wait()
        self._folder.cleanup()


def _milliseconds_of(process: Path) -> float:
    """Return how long the threads of a process have run."""
    nanoseconds = 0
    for thread in process.glob("task/*/schedstat"):
        with suppress(OSError):
            nanoseconds += int(thread.read_text().split()[0])
    return nanoseconds / 1_000_000
