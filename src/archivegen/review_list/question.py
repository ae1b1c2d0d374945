"""What the address of the review page asks for: some of the values, one page of them, and who is reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qs, urlencode

from archivegen.problems import printable
from archivegen.records.record import Record
from archivegen.records.redacted import covered
from archivegen.review_list.inferred import Inferred

_LONGEST = 200
_MOST_PARTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked for; an empty part asks for all. `within` is a part of the path or the title of documents, `value` the
    number of one value of a field, counted from 1, and `by` the name that confirmations are to bear.
    """

    certainty: str = ""
    field: str = ""
    within: str = ""
    value: str = ""
    by: str = ""
    page: str = ""

    @property
    def page_number(self) -> int:
        """The page that is asked for, counted from 1; what is no number asks for the first."""
        return max(1, int(self.page)) if self.page.isdecimal() and len(self.page) < len("1000000") else 1

    def chooses(self, each: Inferred) -> bool:
        """Say whether a value is among those that are asked for."""
        return (
            self.certainty in ("", each.value.certainty)
            and self.field in ("", each.field.name)
            and self.value in ("", str(each.place + 1))
            and self.chooses_document(each.record)
        )

    def chooses_document(self, record: Record) -> bool:
        """Say whether a document is among those that are asked for."""
        if not self.within:
            return True
        told = f"{record.source.path}\n{record.text_of('title') or ''}"
        return self.within.casefold() in covered(told, record.redacted_words).casefold()

    def address(self, **parts: str) -> str:
        """Return the address of this question with other parts, as a link from the review page; of its first page, unless
        a page is given.
        """
        asked = replace(self, **{"page": "", **parts})
        query = {part.name: text for part in fields(asked) if (text := getattr(asked, part.name))}
        return f"?{urlencode(query)}" if query else "./"


def question_of(query: str, by: str = "") -> Question:
    """Return what a query asks for, `by` being the name where it gives none; what it should not have is passed over."""
    try:
        given = parse_qs(query, max_num_fields=_MOST_PARTS, errors="replace")
    except ValueError:
        given = {}
    names = {part.name for part in fields(Question)}
    parts = {name: _in_one_line(texts[0]) for name, texts in given.items() if name in names}
    return Question(**{"by": by, **{name: text for name, text in parts.items() if text}})


def _in_one_line(text: str) -> str:
    return printable(" ".join(text.split()), longest=_LONGEST)


def chosen(question: Question, found: Iterable[Inferred]) -> list[Inferred]:
    """Return those values that are left and asked for."""
    return [each for each in found if each.is_left and question.chooses(each)]
