"""What an element says of all that is in it, words and paragraphs alike."""

from __future__ import annotations

from typing import NamedTuple

from archivegen.seeds.formats.html.element_styles import kinds_of, tongue_of
from archivegen.seeds.formats.html.tree import Element
from archivegen.seeds.source_text import NOTHING_SAID, LineStyle, SpanKind, Tongue


class Context(NamedTuple):
    """What is so for all that is in an element: `tongues` are that of the paragraph and those of words in it, the inner behind the
    outer ones.
    """

    kinds: frozenset[SpanKind] = frozenset()
    style: LineStyle | None = None
    tongues: tuple[Tongue, ...] = (NOTHING_SAID,)
    depth: int = 0
    is_typed: bool = False

    def within(self, element: Element) -> Context:
        """Return what is so in an element that has paragraphs, or a line of its own."""
        inner = self.among_words(element)
        return inner._replace(tongues=inner.tongues[-1:])

    def among_words(self, element: Element) -> Context:
        """Return what is so in an element that stands among the words of a paragraph."""
        tongue = tongue_of(element, self.tongues[-1])
        tongues = self.tongues if tongue == self.tongues[-1] else (*self.tongues, tongue)
        return self._replace(kinds=kinds_of(element, self.kinds), tongues=tongues)
