"""What tests share: the sample archive built once, a server that shows it, and a browser."""

import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from archivegen.archive.publication import review_of
from archivegen.build import build
from archivegen.reading import read_archive
from archivegen.request import Request
from archivegen.starter import start_archive

ROOT = Path(__file__).parents[1]
CHECKER = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# A letter whose first line and summary are not where a reader of letters looks for them.
LETTER = """\
Saved from a web page on a Tuesday
4 March 1961

Dear Mr. Okafor,

The surveyor has been to the harbour twice and found the pier in a worse state than either of us had feared it was.

Lindqvist tells Okafor about the pier and asks him to write to the board before the summer is over.

Yours sincerely,
Anna Lindqvist
"""
# What docs/hosting.md asks a host to send, so that nothing on a page can act or call elsewhere.
SECURITY_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)


def nu_messages(*places: Path) -> list[dict[str, object]]:
    """Return all that the Nu checker has to say of pages, and of those below folders."""
    options = ["--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always"]
    command = ["java", "-jar", str(CHECKER), *options, *map(str, places)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(finished.stdout)["messages"]


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path, but for what is kept for the next build."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and ".cache" not in file.parts
    }


def copy_sample(folder: Path) -> Path:
    """Copy the sample archive's sources into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("archive.yml", "permalinks.yml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


def request_for(root: Path, **parts: object) -> Request:
    """Return a request to build an archive into its own build folder."""
    return Request(root=root, output=root / "build", ledger=root / "permalinks.yml", **parts)


def build_quietly(root: Path, **parts: object) -> Path:
    """Build an archive and return the folder of its site."""
    return build(request_for(root, **parts)).output


def publish_quietly(root: Path, day: str, **parts: object) -> Path:
    """Record everything in an archive on a day, as if it had been approved, and return the folder of its site."""
    request = request_for(root, day=day, **parts)
    reading = read_archive(request)
    return build(request, review_of(reading.archive, reading.ledger)).output


@pytest.fixture(scope="session")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one letter, published twice: a paragraph was corrected, one put in after it, the third removed."""
    root = tmp_path_factory.mktemp("revised") / "demo"
    start_archive(root)
    base_url = "https://archive.example.org/"
    publish_quietly(root, "2026-11-21", base_url=base_url)
    (source,) = (root / "seeds").glob("*.txt")
    text = source.read_text("utf-8").replace("on Thursday", "on Friday")
    start = text.index("He does not believe")
    end = text.index("\n\n", start)
    source.write_text(f"{text[:start]}Snow fell on both days.{text[end:]}", "utf-8")
    return publish_quietly(root, "2026-11-22", base_url=base_url)


@pytest.fixture(scope="session")
def served_revised(revised: Path) -> Iterator[str]:
    """The address of the letter's site."""
    yield from served(revised)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample archive, without a base address."""
    return build_quietly(copy_sample(tmp_path_factory.mktemp("sample")))


@pytest.fixture(scope="session")
def hosted_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample archive for an address below a path of its host."""
    root = copy_sample(tmp_path_factory.mktemp("hosted"))
    return build_quietly(root, base_url="https://archive.example.org/papers/")


class _Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", SECURITY_POLICY)
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        pass


def served(folder: Path) -> Iterator[str]:
    """Serve a folder under the policy and yield its address."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def served_sample(sample: Path) -> Iterator[str]:
    """The address of the sample site at the root of a host."""
    yield from served(sample)


@pytest.fixture(scope="session")
def served_below_a_path(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample site below a path of a host."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(sample, host / "some" / "path")
    for address in served(host):
        yield f"{address}some/path/"


CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def chromium_executable() -> str:
    """Return the Chromium that CHROMIUM names, or the system's."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert executable, "run the tests with “make test”, which installs Chromium"
    return executable


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium that tests steer."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium_executable(), args=CHROMIUM_FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that all tests of pages share."""
    with chromium() as launched:
        yield launched
