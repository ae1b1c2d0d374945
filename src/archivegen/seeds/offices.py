"""The office written beside a name, without the words of the sentence that it stood in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from archivegen.records.date_words import MONTHS
from archivegen.records.values import AgentValue
from archivegen.seeds.draft import Found
from archivegen.seeds.vocabulary import FORMS_OF_ADDRESS, alternatives

_COURTESY = rf"(?:{alternatives(FORMS_OF_ADDRESS)}|comrade)"
# "with the Minister was the chief engineer", "on the morning of 6 August Vice Minister": the office stands last.
_OF_THE_SENTENCE = re.compile(
    rf"^.*\b(?:(?:was|were|is|are)\s+|\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\s+(?:\d{{4}}\s+)?)", re.DOTALL
)
_BEFORE = re.compile(
    rf"^(?:(?:(?:and|also|the|new|an?|The|An?|[Dd](?:en|em|er|ie)|[LlDd]e|[Ee]l|[Aa]l|[Aa]o|[Ii]l)(?=\s)|[Ll]['’]|{_COURTESY}(?![\w.]))[\s,]*)+"
)
# The stop that ends the sentence is no part of the office; that of "Second Secy." is.
_STOP = re.compile(r"(?<=[a-zà-ÿ]{5})\.$")
_BEHIND = re.compile(rf"(?<![\s,])[\s,]+(?:(?:{_COURTESY}|and)$|who\s.*$)", re.DOTALL)


def with_offices_alone(found: Iterable[Found]) -> Iterator[Found]:
    """Yield what was found, the offices of persons without articles, forms of address and words of the sentence."""
    for each in found:
        value = each.value
        if isinstance(value, AgentValue) and value.office:
            office = office_alone(value.office)
            yield each if office == value.office else Found(each.field, replace(value, office=office))
        else:
            yield each


def office_alone(words: str) -> str | None:
    """Return the office in some words, or None where nothing is left of them."""
    words = _OF_THE_SENTENCE.sub("", words)
    return _STOP.sub("", _BEHIND.sub("", _BEFORE.sub("", words)).strip(" ,;:")) or None
