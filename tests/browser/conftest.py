"""The pages of the tests, and how long one may take: a preview reads documents anew, on machines that may have other work."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

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
