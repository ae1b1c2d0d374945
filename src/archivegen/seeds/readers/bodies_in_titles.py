"""The bodies and offices to which, or from which, a title says that a document was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, Value
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Found
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.names import has_word_of_office, is_whole_name
from archivegen.seeds.office_holders import holder_in_brackets
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.persons_listed import persons_listed
from archivegen.seeds.title_wording import SHORT_NAME

# "the Secretary of State", and not "the Secretary", which is one only beside whose he is.
_OFFICE = re.compile(
    r"the\s(?:[^\W\d_a-z][\w-]*\s){1,3}(?:of|for)\s(?:the\s)?[^\W\d_a-z][\w-]*(?:\s[^\W\d_a-z][\w-]*)?"
)


def body_named(field: str, phrase: str, title: Value) -> Iterator[Found]:
    """Yield the body from which, or to which, a title says that the document was sent, or the office to which; none where persons stand
    beside it.
    """
    if persons_listed(phrase, "titled_surname"):
        return
    name = re.sub(r"^the\s+", "", phrase.strip(), flags=re.IGNORECASE)
    is_office = field == "recipients" and _OFFICE.fullmatch(phrase.strip()) and has_word_of_office(name)
    if (
        (INSTITUTION.search(name) or SHORT_NAME.search(name) or is_office)
        and not is_whole_name(name)
        and not holder_in_brackets(name)
    ):
        name = body_in_ordinary_case(name, "") if is_in_capitals(name) else name
        body = AgentValue(
            value=name, kind="body", rule="title_parties", status="derived", by=title.by, lines=title.lines
        )
        yield Found(field, body)
