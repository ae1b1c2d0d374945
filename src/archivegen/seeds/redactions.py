"""Words of a document that must not be seen: taken out of its text before anything is read from it.

Whatever is made of the document afterwards, its digest among it, is made of the text without them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from archivegen.problems import Level, Problem
from archivegen.records.record import Record
from archivegen.records.redacted import (
    REDACTED,
    REDACTED_WORD,
    covered,
    covered_values,
    pattern_of,
    texts_of,
)
from archivegen.records.values import AgentValue, LineRange, Value
from archivegen.seeds.closing_words import REDACT_EXAMPLE
from archivegen.seeds.draft import Found
from archivegen.seeds.formats.manuscript import Manuscript
from archivegen.seeds.line_lists import lines_in_words
from archivegen.seeds.line_ranges import read_line_range
from archivegen.seeds.source_text import SourceText
from archivegen.storage.yaml_lines import YamlNode

FILE_NAME_TITLE = "file_name_title"
_PARTS = ("lines", "words", "reason")
_FIX = f"write it as “{REDACT_EXAMPLE}”"


@dataclass(frozen=True, slots=True)
class Redaction:
    """Words to be taken out of some lines; `path` and `line` are where the archivist says so."""

    lines: LineRange
    words: str
    path: str
    line: int

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words as they may stand."""
        return pattern_of(self.words)


def read_redactions(node: YamlNode | None, path: str, problems: list[Problem]) -> tuple[Redaction, ...]:
    """Return what a `redact:` entry takes out; an entry that cannot be understood is an error, so that nothing is
    published that should have been taken out.
    """
    found: list[Redaction] = []
    for item in (node.items if node.items is not None else (node,)) if node else ():
        entries = item.entries or {}
        lines = read_line_range(entries["lines"].text or "") if "lines" in entries else None
        words = (entries["words"].text or "").strip() if "words" in entries else ""
        if lines is None or not words or set(entries) - set(_PARTS):
            problems.append(
                _problem(path, item.line, "this does not say which words of which lines are redacted", _FIX)
            )
        else:
            found.append(Redaction(lines, words, path, item.line))
    return tuple(found)


def redact(
    source: SourceText, redactions: Iterable[Redaction], matter: LineRange | None = None
) -> tuple[SourceText, tuple[Problem, ...]]:
    """Return a text without the words that are redacted, line by line as long as before, and what is wrong; `matter` are
    the lines of front matter, which are not published.
    """
    redactions = tuple(redactions)
    if not redactions:
        return source, ()
    problems: list[Problem] = []
    lines = list(source.lines)
    for redaction in redactions:
        first, last = redaction.lines
        before = "\n".join(lines[first - 1 : last])
        after = redaction.pattern.sub(_covered, before)
        if after == before:
            problems.append(
                _problem(
                    redaction.path,
                    redaction.line,
                    f"the words that are redacted do not stand on lines {first}-{last}" if last > first
                    else f"the words that are redacted do not stand on line {first}",
                    _where_they_stand(redaction, source, matter),
                )
            )  # fmt: skip
        lines[first - 1 : last] = after.split("\n")[: max(0, len(lines) - first + 1)]
    redacted = source.with_lines(tuple(lines))
    problems.extend(_standing_elsewhere(redacted, redactions, matter))
    return redacted, tuple(problems)


def _where_they_stand(redaction: Redaction, source: SourceText, matter: LineRange | None) -> str:
    """Return what to do about words that do not stand where they are redacted."""
    lines = [
        number
        for number, line in enumerate(source.lines, 1)
        if redaction.pattern.search(line) and not (matter and matter.first <= number <= matter.last)
    ]
    if not lines:
        return "give the line of the document as inspect counts it, and the words as they are written"
    return f"they stand on line{'s' if len(lines) > 1 else ''} {lines_in_words(lines)}: give an entry of “redact:” for each"


def _covered(match: re.Match[str]) -> str:
    """Return what stands in place of redacted words; within the editors' own brackets they need no more of them."""
    text, start, end = match.string, match.start(), match.end()
    is_in_brackets = text[start - 1 : start] == "[" and text[end : end + 1] == "]"
    return (REDACTED_WORD if is_in_brackets else REDACTED) + "\n" * match.group().count("\n")


def _standing_elsewhere(
    source: SourceText, redactions: Iterable[Redaction], matter: LineRange | None
) -> Iterator[Problem]:
    """Yield a warning for every line on which redacted words stand still; a short word may be another one there."""
    for redaction in redactions:
        for number, line in enumerate(source.lines, 1):
            is_matter = matter is not None and matter.first <= number <= matter.last
            if redaction.pattern.search(line) and not is_matter:
                yield _problem(
                    source.path,
                    number,
                    f"words that {redaction.path} redacts elsewhere stand on this line too",
                    f"if they mean the same, add “{{lines: {number}, words: …}}” with them to “redact:” in {redaction.path}",
                    "warning",
                )


def without_redacted(manuscript: Manuscript, redactions: Iterable[Redaction]) -> Manuscript:
    """Return a document with the words covered in what its format states of it; of a name with them nothing is left."""
    words = tuple(redaction.words for redaction in redactions)
    if manuscript.sheet is None or not words:
        return manuscript
    found = [
        Found(field, value)
        for field, own in manuscript.sheet.found
        for value in covered_values({field: (own,)}, words)[field]
        if value.value == own.value or not (isinstance(own, AgentValue) or value.value == REDACTED)
    ]
    return replace(manuscript, sheet=replace(manuscript.sheet, found=tuple(found)))


def digest_of_source(content: bytes, source: SourceText, redactions: Iterable[Redaction]) -> str:
    """Return the digest of a file; of one with redacted words that of its text without them, which gives nothing away."""
    text = "\n".join(source.lines).encode() if tuple(redactions) else content
    return hashlib.sha256(text).hexdigest()


def without_words(record: Record, redactions: tuple[Redaction, ...]) -> Record:
    """Return a record with redacted words covered in what no line of the text gives: what gave way, what is said to have changed,
    and a title that is the name of the file.
    """
    words = tuple(redaction.words for redaction in redactions)
    if not words:
        return record
    fields = dict(record.fields)
    fields["title"] = tuple(
        covered_values({"title": (value,)}, words)["title"][0] if value.rule == FILE_NAME_TITLE else value
        for value in record.fields.get("title", ())
    )
    return replace(
        record,
        fields={name: values for name, values in fields.items() if values},
        other_readings=covered_values(record.other_readings, words),
        changes=tuple(covered(change, words) for change in record.changes),
        redacted_words=words,
        redacted_at=tuple((redaction.path, redaction.line) for redaction in redactions),
    )


def shown_though_redacted(record: Record, redactions: Iterable[Redaction]) -> Iterator[Problem]:
    """Yield an error for every value that would show what is redacted, such as one the archivist supplies."""
    redactions = tuple(redactions)
    for field, value in ((name, value) for name, values in record.fields.items() for value in values):
        checked_by = [value.confirmed.by] if value.confirmed else []
        texts = [*texts_of(value).values(), *checked_by] if redactions else []
        shown = next((each for each in redactions if any(each.pattern.search(text) for text in texts)), None)
        if shown:
            yield Problem(
                path=value.file or record.source.path,
                line=value.lines[0].first if value.lines else None,
                field=field,
                code="redacted-words-supplied",
                message=f"“{field}” has words that are redacted in the text",
                fix=_to_leave_out(field, value, shown),
            )


def _to_leave_out(field: str, value: Value, redaction: Redaction) -> str:
    if value.status == "supplied":
        return "leave them out of it"
    another = f"give another “{field}:” in {redaction.path}"
    if not value.lines:
        return another
    first, last = value.lines[0]
    lines = f"{first}-{last}" if last > first else str(first)
    return f"add “{{lines: {lines}, words: …}}” with them to “redact:” in {redaction.path}, or {another}"


def _problem(path: str, line: int, message: str, fix: str, level: Level = "error") -> Problem:
    return Problem(
        path=path, line=line, field="redact", level=level, code="redaction", message=message, fix=fix
    )
