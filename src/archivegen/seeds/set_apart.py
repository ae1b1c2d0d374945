"""What a format says of words (emphasis, references to notes, their language), laid over what the editors' signs say of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from archivegen.records.body import Inline, Mark, Text, plain
from archivegen.records.values import LineRange
from archivegen.seeds.source_text import POINTS, TONGUES, SourceText, Span


def spans_on(source: SourceText, lines: LineRange) -> tuple[Span, ...]:
    """Return what a format says of words on some lines, by their places in the text that the lines joined by line ends
    are.
    """
    if source.styles is None or not source.styles.spans:
        return ()
    found: list[Span] = []
    offset = 0
    for number in range(lines.first, lines.last + 1):
        found.extend(
            span._replace(start=span.start + offset, end=span.end + offset)
            for span in source.styles.spans.get(number, ())
        )
        offset += len(source.line(number)) + 1
    return tuple(found)


def with_spans(content: tuple[Inline, ...], spans: tuple[Span, ...]) -> tuple[Inline, ...]:
    """Return the content of a block with marks for the spans of its text. The words stay as they are; a span that begins
    within an editor's sign and ends behind it is divided there.

    Words of one language or direction are one mark with all that is set in them: as several they would be set in the order
    of the text around them.
    """
    set_apart = tuple(span for span in spans if span.kind not in TONGUES)
    content = _Overlay(set_apart).laid_over(content) if set_apart else content
    tongues = (span for span in spans if span.kind in TONGUES)
    for span in sorted(tongues, key=lambda span: (span.end - span.start, TONGUES.index(span.kind))):
        content = _framed(content, span)
    return content


def _framed(content: tuple[Inline, ...], span: Span) -> tuple[Inline, ...]:
    """Return content with what stands in a span within one mark; a sign of the editors that reaches over its border keeps
    its own part of it.
    """
    parts: list[Inline] = []
    for is_inside, group in groupby(_by_side(content, span), lambda piece: piece[0]):
        pieces = tuple(piece for _, piece in group)
        parts.extend([Mark(span.kind, pieces, span.label)] if is_inside else pieces)
    return tuple(parts)


def _by_side(content: tuple[Inline, ...], span: Span) -> Iterator[tuple[bool, Inline]]:
    """Yield pieces of content with whether they stand in a span."""
    position = 0
    for part in content:
        start, end, length = span.start - position, span.end - position, len(plain((part,)))
        position += length
        if start <= 0 and length <= end and (length or start < 0 < end):
            yield True, part
        elif end <= 0 or length <= start:
            yield False, part
        elif isinstance(part, Text):
            cuts = (0, max(start, 0), min(end, length), length)
            for is_inside, first, last in zip((False, True, False), cuts[:-1], cuts[1:], strict=True):
                if first < last:
                    yield is_inside, Text(part.text[first:last])
        else:
            yield (
                False,
                Mark(part.kind, _framed(part.content, Span(start, end, span.kind, span.label)), part.label),
            )


class _Overlay:
    """A walk through content by the places of its text, and the spans that have not ended yet."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = sorted(spans)
        self.position = 0

    def laid_over(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        parts: list[Inline] = []
        for part in content:
            if isinstance(part, Text):
                parts.extend(self._pieces(part.text))
            else:
                parts.append(Mark(part.kind, self.laid_over(part.content), part.label))
        return tuple(parts)

    def _pieces(self, text: str) -> Iterator[Inline]:
        """Yield a text in pieces, divided where spans begin and end."""
        start, end = self.position, self.position + len(text)
        self.position = end
        near = [span for span in self.spans if span.start <= end and span.end >= start]
        cuts = sorted({start, end, *(cut for span in near for cut in span[:2] if start < cut < end)})
        # A reference at the very end of a text belongs to it, one at its beginning to the text before.
        for first, last in zip(cuts, [*cuts[1:], None], strict=True):
            yield from (
                Mark(span.kind, (), span.label)
                for span in near
                if span.kind in POINTS and span.start == first and (first > start or first == 0)
            )
            if last is not None and first < last:
                yield self._marked(text[first - start : last - start], first, last, near)

    @staticmethod
    def _marked(text: str, first: int, last: int, near: list[Span]) -> Inline:
        piece: Inline = Text(text)
        for span in near:
            if span.kind not in POINTS and span.start <= first and last <= span.end:
                piece = Mark(span.kind, (piece,), span.label)
        return piece
