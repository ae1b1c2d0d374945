"""The accessibility checker, run on a page as it stands."""

from playwright.sync_api import Page
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
