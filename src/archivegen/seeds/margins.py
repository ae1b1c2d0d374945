"""What stands beside the text of a document in its file: recognised debris, or values that its format states."""

from __future__ import annotations

from dataclasses import replace

from archivegen.records.record import Zone
from archivegen.records.values import AgentValue, LineRange, Value
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.source_text import MarginLine, SourceText
from archivegen.seeds.text_language import language_of

RULE = "html_metadata"


def without_margin(source: SourceText) -> SourceText:
    """Return a text without the lines below the document that are not its own."""
    if not source.margin:
        return source
    return replace(source, lines=source.lines[: source.margin[0].number - 1], margin=())


def with_margin(sheet: Sheet, source: SourceText, *, is_recognised: bool) -> Sheet:
    """Return what a layout made of a document together with what stands beside it. A value that the document itself gives
    is the nearer one; a page without a document states nothing, nor one of which nothing is to be recognised. Who may see it
    is never taken from a page.
    """
    if not source.margin:
        return sheet
    known = {found.field for found in sheet.found}
    is_document = is_recognised and (sheet.body_lines is not None or bool(sheet.found))
    found = [
        Found(line.field, _value(line, source))
        for line in source.margin
        if line.field not in ("", "access")
        and is_document
        and line.field not in known
        and _may_be(line, sheet, source)
    ]
    fields = {(each.field, each.value.lines[0].first) for each in found}
    zones = [
        Zone(LineRange(line.number, line.number), "field", line.field)
        if (line.field, line.number) in fields
        else Zone(LineRange(line.number, line.number), "debris")
        for line in source.margin
    ]
    body = sheet.body_source
    if body:
        body = replace(body, lines=body.lines + source.lines[len(body.lines) :])
    return Sheet((*sheet.found, *found), (*sheet.zones, *zones), sheet.body_lines, body)


def _words(line: MarginLine, source: SourceText) -> str:
    """Return what is stated on a line, without its label."""
    return source.line(line.number).partition(": ")[2]


def _may_be(line: MarginLine, sheet: Sheet, source: SourceText) -> bool:
    """Say whether a statement can be true: pages often give the language of their site for that of the text."""
    if line.field != "language" or sheet.body_lines is None:
        return bool(_words(line, source))
    first, last = sheet.body_lines
    language = language_of("\n".join(source.lines[first - 1 : last]))
    return language is None or language.partition("-")[0] == _words(line, source).partition("-")[0]


def _value(line: MarginLine, source: SourceText) -> Value:
    words, here = _words(line, source), (LineRange(line.number, line.number),)
    if line.field == "creators":
        return AgentValue(value=words, rule=RULE, by="cataloguer", lines=here)
    return Value(value=words, rule=RULE, by="cataloguer", lines=here)
