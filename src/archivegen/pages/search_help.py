"""How to search, with examples from the archive itself, so that they find something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from archivegen.archive.archive import Document
from archivegen.archive.chronology import standing_of
from archivegen.archive.entities import Entity
from archivegen.pages.listing import Desk
from archivegen.pages.parts import Link
from archivegen.pages.search_table import rows_of_table
from archivegen.pages.views import PageView
from archivegen.records.redacted import REDACTED

# Shorter words are those that every title has.
_WORD = re.compile(r"[^\W\d_]{5,}")
_TWO_WORDS = re.compile(r"(?<![\w'’-])[^\W\d_]{4,} [^\W\d_]{4,}(?![\w'’-])")
_SPAN_OF_YEARS = 3
# Years of four figures, with those that follow them.
_YEARS = range(1000, 9990)


class Example(NamedTuple):
    """Words to search for, and what they find."""

    query: str
    finds: str


@dataclass(frozen=True, slots=True)
class HelpSection:
    """A part of the page: what can be done, and examples of it, as far as the archive has any."""

    heading: str
    words: str
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHelpView(PageView):
    """The page that says how to search."""

    template: ClassVar[str] = "pages/search_help.html"
    sections: tuple[HelpSection, ...]


def search_help_view(desk: Desk) -> SearchHelpView:
    """Return the page that says how to search; its examples are made of titles, names, dates and references of open documents."""
    documents = rows_of_table(desk.archive)
    examples = {
        "words": _of_words(desk, documents),
        "fields": _of_fields(desk, documents),
        "years": _of_years(desk, documents),
        "numbers": _of_numbers(desk, documents),
        "spellings": _of_spellings(desk, documents),
    }
    say = desk.say
    return SearchHelpView(
        address="search/help/",
        title=say("search_help.title"),
        trail=(desk.home_link(), Link(say("section.search"), "search/")),
        section="search",
        sections=(
            HelpSection(say("search_help.words"), say("search_help.words_how"), tuple(examples["words"])),
            HelpSection(say("search_help.fields"), say("search_help.fields_how"), tuple(examples["fields"])),
            HelpSection(say("search_help.years"), say("search_help.years_how"), tuple(examples["years"])),
            HelpSection(
                say("search_help.numbers"), say("search_help.numbers_how"), tuple(examples["numbers"])
            ),
            HelpSection(
                say("search_help.spellings"), say("search_help.spellings_how"), tuple(examples["spellings"])
            ),
            HelpSection(say("search_help.answers"), say("search_help.answers_how")),
            HelpSection(say("search_help.kept"), say("search_help.kept_how")),
            HelpSection(say("search_help.limits"), say("search_help.limits_how")),
        ),
    )


def _of_words(desk: Desk, documents: Sequence[Document]) -> Iterator[Example]:
    titles = [document.title.replace(REDACTED, "–") for document in documents]
    if two := next((found for title in titles if len(found := _words_of(title)) > 1), ()):
        yield Example(" ".join(two[:2]), desk.say("search_help.both"))
    if phrase := next(filter(None, map(_TWO_WORDS.search, titles)), None):
        yield Example(f"“{phrase.group()}”", desk.say("search_help.phrase"))
    words = [set(_words_of(title)) for title in titles]
    counts = Counter(word for each in words for word in each)
    common = sorted(counts, key=lambda word: (-counts[word], word))
    with_first = [each for each in words if each.intersection(common[:1])]
    # Without it there would be nothing that has the first word and not the other.
    if other := next((word for word in common[1:] if any(word not in each for each in with_first)), None):
        yield Example(f"{common[0]} OR {other}", desk.say("search_help.either"))
        yield Example(f"{common[0]} -{other}", desk.say("search_help.without"))


def _words_of(title: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall(title)))


def _of_fields(desk: Desk, documents: Sequence[Document]) -> Iterator[Example]:
    for prefix, index in (("person", "people"), ("place", "places"), ("archive", "archives")):
        if entity := _named_most(desk, index, documents):
            query = f'{prefix}:"{entity.name}"' if " " in entity.name else f"{prefix}:{entity.name}"
            yield Example(query, desk.say(f"search_help.{prefix}", name=entity.name))


def _named_most(desk: Desk, index: str, documents: Sequence[Document]) -> Entity | None:
    ids = {document.id for document in documents}
    named = [
        entity
        for entity in desk.archive.entities_in(index)
        if entity.has_page and not ids.isdisjoint(entity.document_ids) and _may_stand(entity.name)
    ]
    return max(named, key=lambda entity: len(ids.intersection(entity.document_ids)), default=None)


def _may_stand(name: str) -> bool:
    """Say whether a name can be asked for as it is written."""
    return '"' not in name and REDACTED not in name


def _of_years(desk: Desk, documents: Sequence[Document]) -> Iterator[Example]:
    dates = [each.record.principal_date for each in documents]
    standings = [standing_of(date.value) for date in dates if date]
    years = (standing.year for standing in standings if standing)
    first = next((year for year in years if year and year in _YEARS), 0)
    if first:
        last = first + _SPAN_OF_YEARS
        yield Example(f"year:{first}", desk.say("search_help.year", year=first))
        yield Example(f"year:{first}..{last}", desk.say("search_help.span", first=first, last=last))


def _of_numbers(desk: Desk, documents: Sequence[Document]) -> Iterator[Example]:
    for name in ("reference_code", "registrations"):
        values = (value.value for each in documents for value in each.record.fields.get(name, ()))
        numbers = (value for value in values if re.search(r"\d", value) and REDACTED not in value)
        if number := next(numbers, ""):
            yield Example(number, desk.say(f"search_help.{name}"))


def _of_spellings(desk: Desk, documents: Sequence[Document]) -> Iterator[Example]:
    ids = {document.id for document in documents}
    for entity in desk.archive.entities_in("people"):
        is_found = entity.has_page and not ids.isdisjoint(entity.document_ids)
        if is_found and entity.spellings and _may_stand(entity.name + entity.spellings[0]):
            yield Example(entity.spellings[0], desk.say("search_help.spelling", name=entity.name))
            return
