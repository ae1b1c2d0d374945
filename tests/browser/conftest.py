"""How long a page may take in the tests: a preview reads documents anew, on machines that may have other work."""

from playwright.sync_api import expect

_MOST_MILLISECONDS = 30_000

expect.set_options(timeout=_MOST_MILLISECONDS)
