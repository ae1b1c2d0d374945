"""Running text as one reads it aloud: without the editors' signs, and without what only the eye needs.

A word that the editors supply is read with its neighbours (`[North] Hamgyeong`); another spelling, a doubtful reading
or a mark of omission is passed over. Every place of the reading leads back to its place in the block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from archivegen.records.body import RUNNING_TEXT, Block, Inline, Mark, Text, plain
from archivegen.seeds.signs import has_any
from archivegen.seeds.spans import NOWHERE, Spans, spans_of

# Signs whose words belong to the sentence, and those whose words the reader keeps for themselves.
_READ = ("supplied", "expansion", "added", "date")
_NO_SIGNS = ("seam", "emphasis", "strong", "note_reference", "page_break", "document_link", "superscript", "subscript", "inserted",
    "struck_out", "unclear", "language", "direction",
)  # fmt: skip
_KEPT = ("other_spelling", "identification")
# Two words or more in one pair are a name of their own beside the word before them.
_SEVERAL_NAMES = re.compile(r"^[^\W\d_a-z][^\s\d]*(?:\s+[^\W\d_a-z][^\s\d]*)+$")
_GOES_ON = re.compile(r" [^\W\d_a-z]")
_OF_SENTENCES = (*RUNNING_TEXT, "note")
# A block that is short and does not end as sentences do is a line of names, an address or a signature.
_ENDS_SENTENCE = re.compile(r"[.!?:;…][)\]”\"’'\d]*(?:\[?_ftn(?:ref)?\d{1,3}\]?)?\s*$")
_LONGEST_LINE = 200
# A line shorter than this was broken by its writer.
_WRITERS_LINE = 50
_LABELS = (
    r"participants?|present|attendance|attendees?|interpreters?|translators?|recorders?|clerk|visitors?|recipients?|subject|date|time|place|"
    r"location|priority|to|from|sender|author|addressee|signed|typed|by|side|copies|cc|source|title|committee members|absent|chair|index|contents|no"
)
_LABELLED = re.compile(
    rf"[ \t]*(?:\d{{1,3}}[.)]?[ \t]+)?(?:(?-i:[A-Z])[\w’' ]{{0,40}}?\b)?(?:{_LABELS})\.?[:\t][^\r\n]*|"
    r"[ \t]*(?:(?:My )?Dear|Esteemed|Respected|Honou?red)\b[^\r\n]{0,80}[,:!](?=[\r\n]|$)|"
    r"[ \t]*\[?To\b[^\r\n]{0,160}[^\r\n.](?=[\r\n]|$)",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"[^\W\d_A-Z]{2}[.!?] ")
_SIGNS_OF_LABEL = (":", "\t", "Dear", "Esteemed", "Respected", "Hono")
_TO = re.compile(r"\bTo\b")
_LINE_END = re.compile(r"[\r\n]")
_ITEM = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*[-–•*][ \t][^\r\n]{0,150}[^\r\n.](?=[\r\n]|$)")


class Insertion(NamedTuple):
    """Words of the editors that were passed over: what they are, after which place of the reading they stood."""

    kind: str
    words: str
    offset: int


class Passage(NamedTuple):
    """A block as it is read: its words, what was passed over, and how to find the way back.

    `read_at` are the places of the reading where it leaves something out, `block_at` those in the block that they lead to.
    """

    block: Block
    text: str
    insertions: tuple[Insertion, ...] = ()
    read_at: tuple[int, ...] = (0,)
    block_at: tuple[int, ...] = (0,)

    @property
    def is_edited(self) -> bool:
        """Whether signs of editors were passed over."""
        return len(self.read_at) > 1

    def in_block(self, offset: int) -> int:
        """Return the place in the block that a place of the reading leads to."""
        leg = bisect_right(self.read_at, offset) - 1
        return self.block_at[leg] + offset - self.read_at[leg]

    def as_written(self, start: int, end: int) -> str:
        """Return what stands in the block from one place of the reading to another, the editors' signs included."""
        first, last = self.in_block(start), self.in_block(end - 1) + 1
        opening = self.is_edited and self.block.text[first - 1 : first] == "["
        return self.block.text[first - 1 if opening else first : last]


def read_aloud(block: Block) -> Passage:
    """Return a block as it is read."""
    content = block.content
    if Mark not in map(type, content):
        return Passage(block, _in_lines(block, block.text))
    reader = _Reader()
    reader.read(content)
    text = _in_lines(block, "".join(reader.parts))
    return Passage(block, text, tuple(reader.insertions), tuple(reader.read_at), tuple(reader.block_at))


def is_prose(passage: Passage) -> bool:
    """Say whether a passage is running text: headings, lines of names and addresses are short and have no full stop."""
    text = passage.text
    if passage.block.kind not in _OF_SENTENCES:
        return False
    return len(text) >= _LONGEST_LINE or bool(_ENDS_SENTENCE.search(text)) or bool(_FULL_STOP.search(text))


def lines_of_names(passage: Passage) -> Spans:
    """Return where the lines of a passage are that list persons under a label, or after a dash, and tell nothing."""
    text = passage.text
    found: list[re.Match[str]] = []
    if has_any(_SIGNS_OF_LABEL, text) or ("To" in text and _TO.search(text)):
        starts = [0, *[end.end() for end in _LINE_END.finditer(text)]]
        found.extend(match for start in starts if (match := _LABELLED.match(text, start)))
    if "\r" in text:
        found.extend(_ITEM.finditer(text))
    return spans_of([match.span() for match in found]) if found else NOWHERE


def _in_lines(block: Block, text: str) -> str:
    """Keep a writer's own line breaks apart from those of the typist: a name does not run over them."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    breaks = ["\r" if block.is_line_broken or len(line) < _WRITERS_LINE else "\n" for line in lines[:-1]]
    return "".join(part for pair in zip(lines, [*breaks, ""], strict=True) for part in pair)


def _ends_name(content: tuple[Inline, ...], place: int) -> bool:
    """Say whether the words behind a mark are not the rest of the name that begins in it."""
    after = content[place + 1] if place + 1 < len(content) else None
    return not (isinstance(after, Text) and _GOES_ON.match(after.text))


class _Reader:
    """A walk through the content of a block."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.insertions: list[Insertion] = []
        self.read_at, self.block_at = [0], [0]
        self.length = self.position = 0

    def read(self, content: tuple[Inline, ...]) -> None:
        """Take in some content, its signs included."""
        for number, part in enumerate(content):
            if isinstance(part, Text):
                self._say(part.text)
            elif part.kind in _NO_SIGNS:
                self.read(part.content)
            else:
                words = plain(part.content)
                inside = words[1:-1]
                if part.kind in _READ and not (self._stands_apart(inside) and _ends_name(content, number)):
                    self._pass_over(1)
                    self._inside(part.content)
                    self._pass_over(1)
                elif part.kind in _READ or part.kind == "handwriting":
                    self._say(words)
                else:
                    self._pass_over(len(words), drops_space=True)
                    if part.kind in _KEPT:
                        self.insertions.append(Insertion(part.kind, inside, self.length))

    def _stands_apart(self, words: str) -> bool:
        """Say whether supplied words are a name of their own, or stand behind one that they would lengthen."""
        if _SEVERAL_NAMES.match(words):
            return True
        before = self.parts[-1].rsplit(None, 1)[-1:] if self.parts and words[:1].isupper() else []
        return bool(before) and before[0][:1].isupper() and before[0][-1].isalpha()

    def _inside(self, content: tuple[Inline, ...]) -> None:
        """Take in what stands between the signs of a mark, which are its first and its last letter."""
        first, last = content[0], content[-1]
        if len(content) == 1 and isinstance(first, Text):
            self._say(first.text[1:-1])
        elif isinstance(first, Text) and isinstance(last, Text):
            self.read((Text(first.text[1:]), *content[1:-1], Text(last.text[:-1])))

    def _say(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)
        self.position += len(words)

    def _pass_over(self, count: int, *, drops_space: bool = False) -> None:
        if drops_space and self.length > self.read_at[-1] and self.parts[-1].endswith(" "):
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
        self.position += count
        self.read_at.append(self.length)
        self.block_at.append(self.position)
