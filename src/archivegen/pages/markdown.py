"""Markdown of the archive's own pages as HTML; HTML inside it stays text."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markupsafe import Markup

# Images are left out: one of another host would send its readers there.
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": False}).disable("image")


def markdown_html(text: str) -> Markup:
    """Return Markdown as HTML. Raw HTML is shown as text, and links with unsafe schemes are not links."""
    return Markup(_MARKDOWN.render(text))  # noqa: S704 -- the renderer escapes everything it does not make itself
