"""An inferred value as a row of the list: what it is, the words it was read from, and the lines that confirm it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archivegen.inspection.why import QuotedLine, quoted_lines
from archivegen.pages.messages import Messages
from archivegen.pages.review_parts import InferredRow, MarkedText, PasteView, SourceLineView
from archivegen.pages.wording import details_in_words, places_in_words, value_in_words
from archivegen.reading import Survey
from archivegen.records.redacted import covered
from archivegen.records.values import Confirmation
from archivegen.review_list.confirming import Confirming, confirming, confirming_all
from archivegen.review_list.inferred import Inferred
from archivegen.review_list.question import Question

_MOST_LINES = 2
_LONGEST_TEXT = 200
_AROUND = 90
# Of a value with many others beside it, the lines have a page of their own.
_LONGEST_PASTE = 500
_SEVERAL = 2
_LONGEST_OF_ALL = 12_000


@dataclass(frozen=True, slots=True)
class Shelf:
    """What every row is made with."""

    found: Survey
    root: Path
    say: Messages
    question: Question
    confirmation: Confirmation


def inferred_row(each: Inferred, shelf: Shelf) -> InferredRow:
    """Return a value as a row; redacted words are covered in it."""
    record, value, say = each.record, each.value, shelf.say

    def shown(text: str) -> str:
        return _cut(covered(text, record.redacted_words))

    lines = () if value.file else value.lines
    quoted = [_covered(line, each) for those in lines for line in quoted_lines(record, value, those)]
    first = next((place for place, line in enumerate(quoted) if line.found), 0)
    shown_lines = quoted[first : first + _MOST_LINES]
    path = covered(record.source.path, record.redacted_words)
    address = shelf.found.addresses.id_by_path.get(each.path)
    return InferredRow(
        label=each.field.label,
        text=shown(value_in_words(say, each.field, value)),
        detail=shown(", ".join(part for part in details_in_words(say, value) if part)),
        written=shown(value.as_written or ""),
        title=shown(record.text_of("title") or path),
        document=f"documents/{address}/" if address else "",
        only=shelf.question.address(certainty="", field="", value="", within=path),
        place=", ".join(
            part for part in (value.file or path, places_in_words(say, record, value.lines)) if part
        ),
        quotes=tuple(SourceLineView(line.number, _short(line)) for line in shown_lines),
        more=say("review.more_lines", count=more) if (more := len(quoted) - len(shown_lines)) else "",
        reason=say("basis.because", reason=say(f"rule.{value.rule}")),
        paste=_paste(each, shelf),
    )


def _covered(line: QuotedLine, each: Inferred) -> QuotedLine:
    """Return a line without redacted words; one that had any is not divided."""
    whole = f"{line.before}{line.found}{line.after}"
    told = covered(whole, each.record.redacted_words)
    return line if told == whole else QuotedLine(line.number, told, "", "")


def _short(line: QuotedLine) -> MarkedText:
    """Return a line with no more than what stands around the words of the value; without them its beginning."""
    if not line.found:
        return MarkedText(_cut(line.before))
    before = line.before if len(line.before) <= _AROUND else f"… {line.before[-_AROUND:]}"
    after = line.after if len(line.after) <= _AROUND else f"{line.after[:_AROUND]} …"
    return MarkedText(before, _cut(line.found), after)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]} …"


def paste_of_all(those: Sequence[Inferred], shelf: Shelf) -> PasteView | None:
    """Return lines that confirm all of some values at once, where these are several of one document."""
    is_one = len({each.record.source.path for each in those}) == 1
    if not is_one or len(those) < _SEVERAL or not shelf.question.by:
        return None
    lines = confirming_all(those, shelf.found, shelf.root, shelf.confirmation)
    if lines is None or len(lines.text) > _LONGEST_OF_ALL:
        return None
    say = shelf.say
    advice = say("review.left_out", fields=", ".join(lines.left_out)) if lines.left_out else ""
    return PasteView(say(f"review_place.{lines.place}"), lines.path, lines.lines, advice, "")


def _paste(each: Inferred, shelf: Shelf) -> PasteView:
    lines = confirming(each, shelf.found, shelf.root, shelf.confirmation)
    say, asked = shelf.say, shelf.question
    if lines.place == "nowhere":
        fault = say("review.redacted") if lines.fault == "redacted" else lines.fault
        return PasteView(say("review.nowhere", fault=fault), lines.path, (), "", "")
    if lines.place != "cell" and not asked.by:
        return PasteView(say("review.nobody"), lines.path, (), "", "")
    alone = ""
    if len(lines.text) > _LONGEST_PASTE and not asked.value:
        number = str(each.place + 1)
        alone = asked.address(within=each.record.source.path, field=each.field.name, value=number)
    return PasteView(
        _where(each, lines, say), lines.path, () if alone else lines.lines, _advice(lines, say), alone
    )


def _where(each: Inferred, lines: Confirming, say: Messages) -> str:
    """Return where in their file lines go, in words."""
    if lines.place == "instead":
        count = lines.last - lines.first + 1
        return say("review_place.instead", count=count, first=lines.first, last=lines.last)
    if lines.place == "cell":
        return say("review_place.cell", first=lines.first, column=each.field.name)
    return say(f"review_place.{lines.place}")


def _advice(lines: Confirming, say: Messages) -> str:
    """Return what else is to be known of lines."""
    if lines.place == "cell":
        return say("review.in_a_cell")
    if not lines.is_confirming:
        return say("review.corrects_only")
    return say("review.others", count=lines.others) if lines.others else ""
