"""The accessibility checker, run on a page as it stands, and pages as it is to see them."""

from collections.abc import Iterable, Iterator

from playwright.sync_api import Browser, Page
from tests.conftest import ROOT

_AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (1280, 390)


def axe_faults(page: Page) -> list[str]:
    """Return the rules that a page breaks, each with the beginning of the first element that does.

    The checker is added to the page, which the site's own policy would forbid: the context has to bypass it.
    """
    page.add_script_tag(path=_AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found["violations"]]


def seen_at_every_width(
    browser: Browser, start: str, addresses: Iterable[str], scheme: str
) -> Iterator[tuple[Page, str]]:
    """Yield a page that shows each of some addresses below a start, at each width, in a colour scheme, and what to call it."""
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for address in addresses:
            page.goto(start + address)
            yield page, f"{address} {width}"
    context.close()


def is_wider_than_its_window(page: Page) -> bool:
    """Say whether a page scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth") > page.viewport_size["width"]
