"""The pages of the tests, and how long one may take: a preview reads documents anew, on machines that may have other work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.harbour_letters import write_letters
from tests.conftest import ROOT, publish_quietly, served

_MOST_MILLISECONDS = 30_000

expect.set_options(timeout=_MOST_MILLISECONDS)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose script has nothing to complain of."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


@pytest.fixture(scope="session")
def harbour_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive of twenty letters, published on one day."""
    root = write_letters(tmp_path_factory.mktemp("harbour") / "letters")
    publish_quietly(root, "2026-11-20")
    return root


@pytest.fixture(scope="session")
def harbour(harbour_root: Path) -> Iterator[str]:
    """The address of its site."""
    yield from served(harbour_root / "build")


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Page]:
    """A page that can import the modules of the search."""
    for address in served(ROOT / "static"):
        page = browser.new_page()
        page.goto(f"{address}js/search/query.js")
        yield page
        page.close()
