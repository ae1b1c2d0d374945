"""An archive of documents that have a title and dates and nothing else, made in memory."""

from archivegen.archive.archive import Archive, assemble
from archivegen.archive.permalinks import Addresses
from archivegen.config import Config
from archivegen.records.body import Body
from archivegen.records.record import Record, Source
from archivegen.records.values import DateValue, Value


def dated_archive(*documents: tuple[str, ...]) -> Archive:
    """Return an archive of documents by id and principal date in EDTF, "" for an undated one, and their other dates."""
    records = [dated_record(*document) for document in documents]
    ids = {record.source.path: record.source.path for record in records}
    return assemble(Config(title="Dated papers"), records, Addresses(ids, frozenset(ids)))


def dated_record(name: str, principal: str, *others: str) -> Record:
    """Return the record of a document that is called by its id."""
    dates = [(principal, True)] if principal else []
    dates += [(other, False) for other in others]
    return Record(
        Source(name, "", "", "utf-8", ()),
        {
            "title": (Value(value=f"The {name}", rule="supplied"),),
            "dates": tuple(
                DateValue(value=edtf, rule="supplied", type="created", principal=is_principal)
                for edtf, is_principal in dates
            ),
        },
        Body(),
        (),
    )
