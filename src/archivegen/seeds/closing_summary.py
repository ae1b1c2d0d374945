"""The cataloguer's summary at the end of a text: the last paragraph, without a label.

Its words alone do not tell it from the document's own last paragraph. It stands apart from the text, below the foot
of the document or above the details of a page, and it is in another voice than the text.
"""

from __future__ import annotations

from typing import NamedTuple

from archivegen.records.record import Zone
from archivegen.records.values import Certainty, LineRange, Value
from archivegen.seeds.draft import Found
from archivegen.seeds.foot import Foot, foot_above, is_mark_of_foot
from archivegen.seeds.source_text import CONTINUED, SourceText
from archivegen.seeds.summary import PROSE_LINE, Voice, is_narrated, is_summary, voice_of

# A line longer than this was not broken by a typist: it is a paragraph of its own.
_UNBROKEN_LINE = 120
_COMPARED_LINES = 12


class Closing(NamedTuple):
    """The lines of a closing summary, and how sure it is that they are one."""

    lines: LineRange
    certainty: Certainty

    def found(self, source: SourceText, rule: str) -> Found:
        """Return the summary, its spaces made single."""
        words = " ".join(" ".join(source.lines[self.lines.first - 1 : self.lines.last]).split())
        summary = Value(
            value=words,
            rule=rule,
            status="derived",
            by="cataloguer",
            lines=(self.lines,),
            certainty=self.certainty,
        )
        return Found("summary", summary)

    @property
    def zone(self) -> Zone:
        """The summary's place in the file."""
        return Zone(self.lines, "field", "summary")


def closing_summary(source: SourceText, text: list[int], *, has_details: bool) -> Closing | None:
    """Return the summary that ends a text, or None where nothing decides that there is one.

    `text` are the numbers of the text's lines that are not blank; `has_details` says that the details of a page
    follow them, where a summary is the rule.
    """
    if not text or _is_of_a_note(source, text[-1]):
        return None
    lines = _last_paragraph(source, text)
    above = [number for number in text if number < lines.first]
    voice = voice_of(" ".join(source.lines[lines.first - 1 : lines.last]))
    has_text = bool(above) and (has_details or any(len(source.line(line)) >= PROSE_LINE for line in above))
    if voice is Voice.DOCUMENT or not has_text:
        return None
    foot = foot_above(source, above)
    if voice is Voice.EITHER:
        words = " ".join(source.lines[lines.first - 1 : lines.last])
        is_likely = foot is Foot.SURE and (has_details or not is_narrated(words))
        return Closing(lines, "probable") if is_likely else None
    if foot is Foot.SURE:
        return Closing(lines, "certain")
    if foot is Foot.NONE:
        return Closing(lines, "probable") if has_details else None
    if has_details:
        return Closing(lines, "certain")
    return Closing(lines, "probable") if _is_in_another_voice(source, above) else None


def _last_paragraph(source: SourceText, text: list[int]) -> LineRange:
    """Return the lines of the last paragraph: one long line, or lines that a typist has broken."""
    first = last = text[-1]
    near = text[-_COMPARED_LINES:-1]
    is_typed_in_lines = not any(len(source.line(number)) > _UNBROKEN_LINE for number in near)
    if is_typed_in_lines and len(source.line(last)) <= _UNBROKEN_LINE:
        filled = set(text)
        while first - 1 in filled and _may_go_on(source.line(first - 1)):
            first -= 1
    return LineRange(first, last)


def _is_of_a_note(source: SourceText, number: int) -> bool:
    """Say whether the format has a line as a note, which speaks in a third person too."""
    while number > 1 and source.style(number) == CONTINUED:
        number -= 1
    style = source.style(number)
    return style is not None and style.kind == "note"


def _may_go_on(line: str) -> bool:
    """Say whether a line that a typist has broken may belong to the paragraph below: a note begins with a number."""
    is_broken = PROSE_LINE <= len(line) <= _UNBROKEN_LINE and line.lstrip()[:1].isalpha()
    return is_broken and not is_mark_of_foot(line)


def _is_in_another_voice(source: SourceText, above: list[int]) -> bool:
    """Say whether no paragraph of the text itself speaks as a cataloguer does."""
    prose = [line for number in above if len(line := source.line(number)) >= PROSE_LINE]
    return not any(map(is_summary, prose[-_COMPARED_LINES:]))
