"""What a search shows of a document that it found, and what it hands out: its line in a list of hits, and its citations."""

from __future__ import annotations

from archivegen.archive.archive import Document
from archivegen.pages.citation_formats import ris
from archivegen.pages.citations import compose_citation, whole_reference
from archivegen.pages.cited_document import cited_document
from archivegen.pages.listing import Desk
from archivegen.records.values import AgentValue

_LONGEST_SUMMARY = 200


def card(desk: Desk, document: Document) -> list[object]:
    """Return what a hit shows: title, its language where its script says so, date, kind, archive and reference, address,
    the start of its summary.
    """
    row = desk.row(document)
    return [
        document.title,
        desk.language_of_words(document.record, document.title),
        row.date,
        row.kind,
        whole_reference(document.record),
        document.address,
        _start(row.summary),
    ]


def citations(desk: Desk, document: Document) -> dict[str, object]:
    """Return the citations of a document as a list of hits is exported: the note, RIS, and the cells of a table."""
    record, cited = document.record, cited_document(desk, document)
    recipients = [agent.value for agent in record.values_of("recipients", AgentValue)]
    return {
        "citation": compose_citation(document, desk.archive.config),
        "ris": ris(cited),
        "fields": [
            cited.title,
            cited.date,
            cited.kind,
            "; ".join(agent.value for agent in record.values_of("creators", AgentValue)),
            "; ".join(recipients),
            "; ".join(value.value for value in record.fields.get("repository", ())),
            "; ".join(value.value for value in record.fields.get("reference_code", ())),
            cited.address or document.address,
        ],
    }


def _start(summary: str) -> str:
    """Return the start of a summary, ended between two words where it is cut."""
    if len(summary) <= _LONGEST_SUMMARY:
        return summary
    cut = summary[: _LONGEST_SUMMARY - 2]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(',;:')} …"
