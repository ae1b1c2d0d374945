"""Archives that are made in memory: documents that have a title and dates, and nothing else unless it is given."""

from pathlib import Path

from archivegen.archive.archive import Archive, assemble
from archivegen.archive.permalinks import Addresses
from archivegen.config import Config
from archivegen.pages.look import Look
from archivegen.pages.messages import read_messages
from archivegen.pages.plan import Page, plan_site
from archivegen.pages.render import Renderer
from archivegen.records.body import Body
from archivegen.records.record import Record, Source
from archivegen.records.values import DateValue, Value

TEMPLATES = Path(__file__).parents[1] / "templates"
SAY = read_messages([(TEMPLATES / "messages.yml").read_text("utf-8")], "messages.yml")


def dated_archive(*documents: tuple[str, ...]) -> Archive:
    """Return an archive of documents by id and principal date in EDTF, "" for an undated one, and their other dates."""
    return archive_of(*(dated_record(*document) for document in documents))


def archive_of(*records: Record) -> Archive:
    """Return an archive of records that are called by their ids, as it is on a day of 2026."""
    ids = {record.source.path: record.source.path for record in records}
    return assemble(Config(title="Papers of the mill"), records, Addresses(ids), day="2026-11-22")


def dated_record(name: str, principal: str, *others: str, **fields: tuple[Value, ...]) -> Record:
    """Return the record of a document that is called by its id, with dates and whatever fields are given."""
    dates = [(principal, True)] if principal else []
    dates += [(other, False) for other in others]
    own = {
        "title": (Value(value=f"The {name}", rule="supplied"),),
        "dates": tuple(
            DateValue(value=edtf, rule="supplied", type="created", principal=is_principal)
            for edtf, is_principal in dates
        ),
    }
    return Record(Source(name, "", "", "utf-8", ()), own | fields, Body(), ())


def pages_of(archive: Archive) -> dict[str, Page]:
    """Return the pages of an archive's site by their addresses."""
    return {page.address: page for page in plan_site(archive, Look(SAY)).pages}


def html_of(archive: Archive, page: Page) -> str:
    """Return a page as it is written."""
    return Renderer([TEMPLATES], archive.config, Look(SAY)).page(page.view())
