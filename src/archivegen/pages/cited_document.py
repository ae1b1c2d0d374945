"""What citations are made of: who wrote a document, what it is called, when, and where it is held and found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archivegen.archive.archive import Document
from archivegen.pages.citations import day_in_words, is_dated_by, whole_reference
from archivegen.pages.cited_names import CitedName, cited_name
from archivegen.pages.listing import Desk
from archivegen.records.agents import sort_name
from archivegen.records.date_words import MONTHS, SEASONS
from archivegen.records.dates import bounds
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.values import AgentValue

_NAMES = dict(enumerate(MONTHS, 1)) | {number: name.capitalize() for number, name in SEASONS.items()}
_DAY_AND_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A document as it is cited. `date` is EDTF, `reference` begins with the repository where that is known, `address` is
    whole; "" where one of them is not.
    """

    id: str
    title: str
    archive: str
    authors: tuple[CitedName, ...] = ()
    translators: tuple[CitedName, ...] = ()
    date: str = ""
    form: str = ""
    kind: str = ""
    repository: str = ""
    reference: str = ""
    language: str = ""
    address: str = ""

    @property
    def day(self) -> str:
        """The date in words, `n.d.` where there is none: `6–29 May 1957`, `ca. 1963`."""
        return day_in_words(self.date)

    @property
    def is_dated_by_title(self) -> bool:
        """Whether the title ends with the date, so that it need not be said again."""
        return is_dated_by(self.title, self.date)

    @property
    def year_first(self) -> str:
        """The date with its year first: `1957, May 22`, `1957, May 6–29`; `n.d.` where there is none."""
        ends = [_DAY_AND_MONTH.fullmatch(end) for end in self.date.split("/")]
        first, last = ends[0], ends[-1]
        if not (first and last) or first["year"] != last["year"] or bounds(self.date) is None:
            return self.day
        if not _NAMES.keys() >= {int(first["month"]), int(last["month"])}:
            return self.day
        words = [f"{_NAMES[int(end['month'])]} {int(end['day'] or 0) or ''}".strip() for end in (first, last)]
        if len(ends) == 1:
            return f"{first['year']}, {words[0]}"
        if first["month"] == last["month"] and first["day"] and last["day"]:
            return f"{first['year']}, {words[0]}–{int(last['day'])}"
        return f"{first['year']}, {words[0]} – {words[1]}"


def cited_document(desk: Desk, document: Document) -> CitedDocument:
    """Return what the citations of a document are made of. A writer whose name is uncertain is named by none of them."""
    record = document.record
    principal, form = record.principal_date, record.text_of("form") or ""
    config = desk.archive.config
    return CitedDocument(
        id=document.id,
        title=document.title,
        archive=config.title,
        authors=tuple(
            _name(desk, document, "creators", agent)
            for agent in record.values_of("creators", AgentValue)
            if agent.certainty != "uncertain"
        ),
        translators=tuple(
            _name(desk, document, "contributors", agent)
            for agent in record.values_of("contributors", AgentValue)
            if agent.role == "translator"
        ),
        date=principal.value if principal else "",
        form=form,
        kind=desk.form_name(form) if form else "",
        repository=record.text_of("repository") or "",
        reference=whole_reference(record),
        language=record.text_of("language") or "",
        address=f"{config.base_url}{document.address}" if config.base_url else "",
    )


def _name(desk: Desk, document: Document, field: str, agent: AgentValue) -> CitedName:
    entity = desk.entity_of(FIELD_BY_NAME[field], agent, document.id)
    is_filed_otherwise = entity and entity.name == agent.value and entity.sort_name != sort_name(agent.value)
    return cited_name(agent, entity.sort_name if entity and is_filed_otherwise else "")
