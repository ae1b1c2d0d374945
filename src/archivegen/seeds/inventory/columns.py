"""What the columns of an inventory give, by their heads: fields of the record, the file of the document, its number.

A head is looked up in the archive's own settings, among the names and labels of the fields, and among the names that
Dublin Core and CollectionBuilder use. To teach the program another one, add it here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archivegen.config import SETTINGS_NAME
from archivegen.problems import Problem, Refusal
from archivegen.records.fields import FIELD_BY_NAME, FIELDS
from archivegen.seeds.inventory.cells import Row
from archivegen.seeds.said_versions import VERSION_KEYS
from archivegen.seeds.supplied_faults import did_you_mean
from archivegen.seeds.supplied_values import PARTS
from archivegen.settings.inventory import InventorySettings

# Targets of a column that are no field: the file's name, a number that only finds the file, an approximate date, nothing.
FILE, NUMBER, APPROXIMATE, NONE = "file", "number", "approximate", "none"
OTHER_KEYS = ("id", "redact", "recognise", "encoding", "editorial_conventions", "changes", *VERSION_KEYS)
_NUMBERS = frozenset({"id", "identifiers", "reference_code", NUMBER})
_PREFIX = re.compile(r"^(?:dc|dcterms|schema)\s*[:._]\s*", re.IGNORECASE)

# Dublin Core terms that several fields share or that mean more there, and what CollectionBuilder's sheets have.
_OTHER_NAMES: Mapping[str, str] = {
    "file": FILE, "file name": FILE, "filename": FILE, "file path": FILE, "path": FILE, "text file": FILE,
    "number": NUMBER, "no": NUMBER, "nr": NUMBER, "#": NUMBER,
    "object id": "id",
    "identifier": "identifiers", "record number": "identifiers", "record num": "identifiers", "record no": "identifiers",
    "call number": "reference_code", "shelfmark": "reference_code", "shelf mark": "reference_code",
    "source": "reference_code",
    "contributor": "contributors", "subject": "subjects", "is part of": "part_of",
    "created": "dates", "issued": "dates", "type": "form", "genre": "form",
    "description": "summary", "abstract": "summary",
    "format original": "extent", "original format": "extent",
    "rights statement": "rights", "license": "rights", "access rights": "access",
    "object location": "source_url",
    "date is approximate": APPROXIMATE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its head as it is written, and what it gives; `part` is what of a value it gives.

    `sheet` is the name of its sheet, where the file has others.
    """

    place: int
    head: str
    target: str = ""
    part: str = ""
    sheet: str = ""

    @property
    def in_words(self) -> str:
        """The column as reports name it."""
        return in_words([self])

    @property
    def gives_number(self) -> bool:
        """Whether it has numbers by which a document may be found."""
        return self.target in _NUMBERS and not self.part


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet, and the number of the row that their heads stand in."""

    head_row: int
    all: tuple[Column, ...]

    def of(self, *targets: str) -> tuple[Column, ...]:
        """Return the columns that give any of these."""
        return tuple(column for column in self.all if column.target in targets)


def in_words(columns: Sequence[Column]) -> str:
    """Return columns of one sheet as reports name them."""
    heads = " and ".join(f"“{column.head}”" for column in columns)
    sheet = f" of the sheet “{columns[0].sheet}”" if columns[0].sheet else ""
    return f"column{'s' if len(columns) > 1 else ''} {heads}{sheet}"


def normal(head: str) -> str:
    """Return a head as heads are compared: in small letters, without spaces and signs, or what term set it is of."""
    words = unicodedata.normalize("NFKC", _PREFIX.sub("", head.strip())).casefold()
    return re.sub(r"[\W_]+", "", words) or words.strip()


def read_columns(head: Row, own: Mapping[str, tuple[str, str]]) -> Columns:
    """Return what the columns give whose heads stand in a row; `own` are the targets that the settings give, by `normal`."""
    known = {**_KNOWN, **own}
    return Columns(
        head.number,
        tuple(
            Column(place, cell.text, *known.get(normal(cell.text), ("", "")))
            for place, cell in enumerate(head.cells)
        ),
    )


def own_columns(settings: InventorySettings) -> dict[str, tuple[str, str]]:
    """Return the targets of the columns that the settings name, by `normal` of their heads.

    Raises:
        Refusal: they name a field that there is not.

    """
    own: dict[str, tuple[str, str]] = {}
    problems = []
    for head, target, line in settings.columns:
        found = _KNOWN.get(normal(target)) or ((target, "") if target in (NONE, NUMBER) else None)
        if found is None:
            problems.append(_no_target(head, target, line))
        else:
            own[normal(head)] = found
    if problems:
        raise Refusal(*problems)
    if settings.file_column:
        own[normal(settings.file_column)] = (FILE, "")
    return own


def _no_target(head: str, target: str, line: int) -> Problem:
    return Problem(
        path=SETTINGS_NAME,
        line=line,
        field="inventory",
        code="setting",
        message=f"“{target}”{did_you_mean(target, FIELD_BY_NAME)} is nothing that the column “{head}” could give",
        fix="write a field of docs/fields.md, “file”, “number”, or “none” if nothing of it is to be published",
    )


def _known_heads() -> dict[str, tuple[str, str]]:
    heads: dict[str, tuple[str, str]] = {}
    for field in FIELDS:
        singular = (field.name.removesuffix("s"),) if field.repeatable else ()
        for name in (field.name, field.label, *field.also, *singular):
            heads.setdefault(normal(name), (field.name, ""))
            for part in PARTS[field.kind]:
                heads.setdefault(normal(f"{name} {part}"), (field.name, part))
    heads |= {normal(key): (key, "") for key in OTHER_KEYS}
    heads |= {normal(name): (target, "") for name, target in _OTHER_NAMES.items()}
    for field in FIELDS:
        if field.dcterms:
            heads.setdefault(normal(field.dcterms), (field.name, ""))
    return heads


_KNOWN = _known_heads()
