"""The citations of a document as its page offers them."""

from __future__ import annotations

from archivegen.archive.archive import Document
from archivegen.pages.citation_formats import FORMATS
from archivegen.pages.citation_styles import STYLES
from archivegen.pages.citations import compose_citation
from archivegen.pages.cited_document import cited_document
from archivegen.pages.document_parts import CitationViews, StyledCitation
from archivegen.pages.isolated import isolated
from archivegen.pages.listing import Desk
from archivegen.pages.versions import shown_version


def citation_views(desk: Desk, document: Document) -> CitationViews:
    """Return the citations of a document: the archive's own, that of this version, the one given, and those in styles."""
    config, version = desk.archive.config, shown_version(document)
    cited = cited_document(desk, document)
    return CitationViews(
        ours=isolated(compose_citation(document, config)),
        version=isolated(compose_citation(document, config, version) if version else ""),
        given=isolated(document.record.text_of("citation") or ""),
        styles=tuple(
            StyledCitation(desk.say(f"style.{name}"), *map(isolated, style(cited))) for name, style in STYLES
        ),
        programs=tuple((desk.say(f"style.{name}"), write(cited)) for name, write in FORMATS),
    )
