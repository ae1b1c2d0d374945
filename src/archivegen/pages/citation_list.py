"""The citations of a document as its page offers them."""

from __future__ import annotations

from archivegen.archive.archive import Document
from archivegen.pages.citation_formats import FORMATS
from archivegen.pages.citation_styles import STYLES
from archivegen.pages.citations import compose_citation
from archivegen.pages.cited_document import cited_document
from archivegen.pages.document_parts import CitationViews, StyledCitation
from archivegen.pages.listing import Desk
from archivegen.pages.versions import shown_version


def citation_views(desk: Desk, document: Document) -> CitationViews:
    """Return the citations of a document: the archive's own, that of this version, the one given, and those in styles."""
    config, version = desk.archive.config, shown_version(document)
    cited = cited_document(desk, document)
    return CitationViews(
        ours=compose_citation(document, config),
        version=compose_citation(document, config, version) if version else "",
        given=document.record.text_of("citation") or "",
        styles=tuple(StyledCitation(desk.say(f"style.{name}"), *style(cited)) for name, style in STYLES),
        programs=tuple(StyledCitation(desk.say(f"style.{name}"), form(cited)) for name, form in FORMATS),
    )
