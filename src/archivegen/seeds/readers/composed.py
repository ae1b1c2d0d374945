"""What the program composes from what was read: a title, the language, completeness, and the principal date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from archivegen.records.dates import worded
from archivegen.records.values import AgentValue, DateValue, LineRange, Value
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import body_in_ordinary_case

# The commonest words of languages, enough to tell them apart in a page of text; none belongs to two of them.
_COMMON_WORDS = {
    "en": "the of and to that was with for he his they which this have from".split(),
    "fr": "le les des et du une est dans qui pour au avec cette sur par".split(),
    "de": "der die und das ist nicht von den dem zu mit sich auf ein eine".split(),
    "es": "el los las del que una con por para como está sus y lo más".split(),
    "ru": "и в не на что с по как это он к из но для от".split(),
    "pl": "w nie się że jest z przez oraz który był po jak od dla ze".split(),
}
_SCRIPTS = (
    ("ko", re.compile(r"[가-힣]")),
    ("ja", re.compile(r"[ぁ-ヿ]")),
    ("zh", re.compile(r"[一-鿿]")),
)
_ARTICLE = re.compile(r"^(?:From\s+(?=the\s))?(?:the|a|an)\s+", re.IGNORECASE)
_PERIOD_CLAUSE = re.compile(
    r"\s*,?\s*\b(?:for|covering|during|from)\s+(?:the\s+period\s+)?(?:from\s+|of\s+)?$",
    re.IGNORECASE,
)
# The document is listed under the first of these that it has.
_PRINCIPAL_ORDER = (
    "created",
    "entry",
    "signed",
    "sent",
    "event",
    "period_covered",
    "letterhead",
    "received",
    "printed",
)
_LONGEST_FIRST_LINE = 110
# A first line that is neither a salutation nor a label nor a row of signs.
_MAY_BE_TITLE = re.compile(r"^(?!Dear\b)[^\W\d_](?!.{0,20}:\s)(?=.*\s)[\w\s.’'“”()&:;,-]*[^\W_,.:;-][.)”]?$")


def compose_title(draft: Draft) -> Iterator[Found]:
    """Yield a title where none is stated: the heading with the entry's date, the heading, the first line, the
    file's name.
    """
    if draft.first("title"):
        return
    headings = draft.blocks_of("heading")
    if headings:
        yield Found("title", _title_from_heading(draft))
        return
    first = next(iter(draft.body.blocks), None)
    words = " ".join(first.text.split()) if first else ""
    if first and len(words) <= _LONGEST_FIRST_LINE and _MAY_BE_TITLE.match(words):
        lines: tuple[LineRange, ...] = (first.lines,)
        yield Found(
            "title",
            Value(
                value=words.rstrip(":"),
                rule="first_line_title",
                status="derived",
                lines=lines,
                certainty="uncertain",
            ),
        )
        return
    yield from name_by_file(draft)


def name_by_file(draft: Draft) -> Iterator[Found]:
    """Yield a title from the name of the file, for want of anything better."""
    name = re.sub(r"[_-]+", " ", PurePosixPath(draft.source.path).stem)
    yield Found(
        "title",
        Value(value=name, rule="file_name_title", status="derived", by="program", certainty="uncertain"),
    )


def _title_from_heading(draft: Draft) -> Value:
    block = draft.blocks_of("heading")[-1]
    period = next((found for found in find_dates(block.text) if "/" in found.edtf), None)
    entries = [date for date in draft.values_of("dates", DateValue) if date.type == "entry"]
    entry = entries[0] if len(entries) == 1 else None
    period = period if len(entries) < 2 else None
    heading = _PERIOD_CLAUSE.sub("", block.text[: period.start]) if period else block.text
    words = _ARTICLE.sub("", " ".join(heading.split()))
    for creator in draft.values_of("creators", AgentValue):
        if creator.as_written:
            words = words.replace(creator.as_written, creator.value)
    if sum(word.isupper() for word in words.split()) > 2:
        words = body_in_ordinary_case(words, draft.running_text)
    last = block.lines.first + heading.count("\n")
    lines: tuple[LineRange, ...] = (LineRange(block.lines.first, last),)
    if entry:
        return Value(
            value=f"{words} for {worded(entry.value)}",
            rule="entry_title",
            status="derived",
            by="program",
            lines=(*lines, *entry.lines),
        )
    return Value(value=words, rule="heading_as_title", status="derived", lines=lines)


def read_completeness(draft: Draft) -> Iterator[Found]:
    """Yield that the text is an excerpt where marks of omission stand before or after it, and what it is part of."""
    omissions = draft.blocks_of("omission")
    if omissions:
        lines = tuple(block.lines for block in omissions)
        yield Found(
            "completeness",
            Value(value="excerpt", rule="omission_marks", status="derived", by="editor", lines=lines),
        )
    heading = draft.first("title_in_document")
    if (
        heading
        and not draft.first("part_of")
        and any(date.type == "entry" for date in draft.values_of("dates", DateValue))
    ):
        yield Found("part_of", replace(heading, status="derived", rule="document_heading"))


def read_language(draft: Draft) -> Iterator[Found]:
    """Yield the language of the text where none is stated and its words and script leave no doubt."""
    paragraphs = draft.blocks_of("paragraph")
    if draft.first("language") or not paragraphs:
        return
    language = language_of(draft.running_text)
    if language:
        lines = (LineRange(paragraphs[0].lines.first, paragraphs[-1].lines.last),)
        yield Found(
            "language",
            Value(value=language, rule="language_of_words", status="derived", by="program", lines=lines),
        )


def language_of(text: str) -> str | None:
    """Return the language of a text by its script and commonest words, or None where that is not decisive."""
    for language, script in _SCRIPTS:
        if len(script.findall(text)) > len(text) / 6:
            return language
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    total = words.total()
    shares = sorted(
        ((sum(words[word] for word in common) / total, language) for language, common in _COMMON_WORDS.items()),
        reverse=True,
    ) if total >= 20 else []  # fmt: skip
    if shares and shares[0][0] > 0.1 and shares[0][0] > 2 * shares[1][0]:
        return shares[0][1]
    return None


def choose_principal_date(values: list[Value]) -> list[Value]:
    """Return the values of `dates` with one marked as the date the document is listed under."""
    dates = [value for value in values if isinstance(value, DateValue)]
    if not dates or any(date.principal for date in dates):
        return values
    if sum(date.type == "entry" for date in dates) > 1:
        dates = [date for date in dates if date.type != "entry"] or dates
    ranked = [date for kind in _PRINCIPAL_ORDER for date in dates if date.type == kind]
    chosen = ranked[0] if ranked else dates[0]
    return [
        replace(value, principal=True) if value is chosen and isinstance(value, DateValue) else value
        for value in values
    ]
