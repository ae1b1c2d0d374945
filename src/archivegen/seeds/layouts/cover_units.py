"""The lines of a cover sheet divided into units: a label, a date, a citation, a line of thanks, a run of words.

A unit is known by its own words, so that it is found where its label is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archivegen.records.languages import languages_in, tag_of
from archivegen.records.values import LineRange
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.citation import parse_citation, without_address
from archivegen.seeds.credit_line import CREDIT_LINE
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.vocabulary import alternatives

LABELS = {
    "citation": "citation", "summary": "summary", "credits": "credits", "original language": "original_language",
    "original languages": "original_language", "contents": "versions",
}  # fmt: skip
_BARE_LABELS = {
    spelling for label in LABELS for spelling in (label.capitalize(), label.title(), label.upper())
}
# A paper may have a summary and a list of its contents, but neither of these.
_OF_SHEETS = {"citation", "original_language"}
_LABEL = re.compile(
    rf"^\s*\**\s*(?P<label>{alternatives(LABELS)})\s*(?P<sign>:?)\s*\**\s*(?P<sign_after>:?)\s*\**\s*(?P<value>.*?)\s*$",
    re.IGNORECASE,
)
# A bold label that no field has: it ends the value before it.
_OTHER_LABEL = re.compile(r"^\s*\*\*(?P<label>[A-Z][\w ()]{2,40}):\*\*\s*(?P<value>.*?)\s*$")
_ADDRESS = re.compile(r"^<?https?://[^\s<>]+>?\s*$")
_KINDS = "Translation|Transcription|Transcript|Scan|Original"
VERSION_LINE = re.compile(
    rf"^\s*[-•*]?\s*(?:(?P<kind>{_KINDS})\s*[-–—]\s*(?P<language>(?-i:[A-Z])[\w ]+?)|"
    rf"(?P<language_first>(?-i:[A-Z])\w+)\s+(?P<kind_last>{_KINDS})|(?P<kind_alone>Scan|Original|(?<=[-•*]\s)(?:Transcript(?:ion)?|Translation)))\s*$",
    re.IGNORECASE,
)
# What a site or a reader of PDF files prints around a sheet: its name, its address, the number of a page.
HOST = re.compile(
    r"^(?:<<\s*)?(?:Digital Archive|International History Declassified|Digital Archive International History Declassified|"
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)+/?|Total Pages? ?:? ?\d+|File (?:type|size):.*|\[?Show full text\]?|Skip to content|Download|"
    r"Transcription|Transcript|Translation|(?:Page )?\d{1,4}(?: (?:of|/) \d{1,4})?|<<|\d+ KB|"
    r"View (?:the )?(?:document|text|original|scan|translation|transcript)\b[\w ]{0,30}|[^\W\d_][\w ]*(?: [|·•›»>] [^\W\d_][\w .]*){2,})$",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(r"^\s*(?:Page )?\d{1,4}(?: (?:of|/) \d{1,4})?\s*$", re.IGNORECASE)
# A button below the text; it may be glued to the last line.
SHOW_MORE = re.compile(r"(?:^|\s+)\[Show (?:full text|more|less)\]\s*$|^\s*Show full text\s*$", re.IGNORECASE)
_LONGEST_LANGUAGES = 60
# A line of a citation that goes on below: the lines of the file are broken at a measure.
_WRAPPED = re.compile(r".{59,129}[^.!?>]")


class Unit(NamedTuple):
    """Lines that say one thing: `kind` is the field they belong to, `label`, `host` or `words`.

    `field` is that of a label, and `text` its value on the same line.
    """

    kind: str
    text: str
    lines: LineRange
    field: str | None = None


def units_of(source: SourceText, last: int) -> Iterator[Unit]:
    """Yield the units of the first lines; lines of words that follow each other are one unit."""
    words: list[int] = []
    bare_labels = _bare_labels(source.lines[:last])
    for number in range(1, min(last, len(source.lines)) + 1):
        line = source.line(number)
        label = bare_labels.get(line.strip())
        here = LineRange(number, number)
        if label:
            unit: Unit | None = Unit("label", "", here, label)
        else:
            unit = _unit(_without_stars(line), line, here) if line.strip() else None
            if unit and unit.kind == "citation" and _WRAPPED.fullmatch(unit.text):
                unit = unit._replace(kind="words")
        if words and (unit is None or unit.kind != "words"):
            yield _words(source, words)
            words = []
        if unit is not None and unit.kind == "words":
            words.append(number)
        elif unit is not None:
            yield unit
    if words:
        yield _words(source, words)


def _bare_labels(lines: tuple[str, ...]) -> dict[str, str]:
    """Return the lines that are labels without any sign, by their fields: one alone may be a heading of the text."""
    labels = {text: LABELS[in_small_letters(text)] for text in map(str.strip, lines) if text in _BARE_LABELS}
    return labels if len(labels) > 1 and _OF_SHEETS & set(labels.values()) else {}


def _unit(text: str, line: str, here: LineRange) -> Unit:
    label = _LABEL.match(line)
    if label and (
        label["sign"] or label["sign_after"] or (line.strip().startswith("**") and not label["value"])
    ):
        return Unit("label", label["value"], here, LABELS[in_small_letters(label["label"])])
    if other := _OTHER_LABEL.match(line):
        return Unit("label", other["value"], here, "notes")
    return Unit(kind_of_words(text), text, here)


def kind_of_words(text: str) -> str:
    """Return what a text is by its own words."""
    if CREDIT_LINE.match(text):
        return "credits"
    if VERSION_LINE.match(text):
        return "versions"
    if _ADDRESS.match(text):
        return "source_url"
    if read_date(text):
        return "dates"
    if HOST.match(text):
        return "host"
    may_be_citation = text[:1] in '“"' or "Digital" in text
    return "citation" if may_be_citation and _is_citation(text) else "words"


def is_language(text: str) -> bool:
    """Say whether a text is the names of languages and nothing else."""
    return len(text) <= _LONGEST_LANGUAGES and text[:1].isupper() and all(map(tag_of, languages_in(text)))


def _is_citation(text: str) -> bool:
    return parse_citation(without_address(text)[0]) is not None


def _words(source: SourceText, numbers: list[int]) -> Unit:
    """Return lines of words as one unit; a citation may run over several of them."""
    text = " ".join(_without_stars(source.line(number)) for number in numbers)
    may_be_citation = text[:1] in '“"' or ("Digital" in text and len(numbers) > 1)
    kind = "citation" if may_be_citation and _is_citation(text) else "words"
    return Unit(kind, text, LineRange(numbers[0], numbers[-1]))


def _without_stars(line: str) -> str:
    """Return a line without the signs of emphasis around it."""
    return line.strip().strip("*").strip()
