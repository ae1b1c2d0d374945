"""How long a reader of the preview waits: from a document that is saved to the page in a browser that shows it."""

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.conftest import chromium
from tests.generated_archive import write_archive
from tests.previews import page_of, preview_of

_RUNS = 10
# So long until nothing is made behind any more, and the next change comes into a quiet machine.
_SECONDS_BETWEEN = 2.0
_LONGEST_WAIT = 60_000


def milliseconds_to_page(count: int) -> list[float]:
    """Return how long each of several changes of one document of so many takes to be shown by the page that is open."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        root = write_archive(Path(folder) / "archive", count)
        document = min((root / "seeds").rglob("*.md"))
        with document.open("a", encoding="utf-8") as text:
            text.write("\nThe id of this one stays.\n")
        document.with_suffix(".yml").write_text("id: measured\n", "utf-8")
        with preview_of(root, Path(folder) / "terminal.txt") as preview:
            return _measured(browser, f"{preview.address}documents/measured/", document)


def _measured(browser: Browser, address: str, document: Path) -> list[float]:
    page, whole = browser.new_page(), document.read_text("utf-8")
    page.goto(address)
    assert "The id of this one stays." in page_of(address)
    times = []
    for run in range(-1, _RUNS):
        time.sleep(_SECONDS_BETWEEN + run / 37)
        words = f"Changed for the {run}th time."
        began = time.perf_counter()
        document.write_text(f"{whole}\n{words}\n", "utf-8")
        _wait_for(page, words)
        times.append(1000 * (time.perf_counter() - began))
    # The first is that of a program that has just begun.
    return times[1:]


def _wait_for(page: Page, words: str) -> None:
    page.wait_for_function(
        "words => document.readyState === 'complete' && document.body.textContent.includes(words)",
        arg=words,
        timeout=_LONGEST_WAIT,
        polling=5,
    )


def figures(count: int) -> str:
    """Return the figures for an archive of so many documents, as a line."""
    times = milliseconds_to_page(count)
    return f"{statistics.median(times):.0f} ms (median of {_RUNS}), {max(times):.0f} ms at worst"
