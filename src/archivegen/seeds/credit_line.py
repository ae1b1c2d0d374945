"""The line in which a collection thanks those who paid for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, LineRange, Lines, Value
from archivegen.seeds.draft import Found

_SUPPORT = re.compile(r"\bwith\s+(?:the\s+)?(?:generous\s+)?support\s+(?:from|of)\s+(?P<names>.+?)\.?\s*$")
CREDIT_LINE = re.compile(r"^\s*This document was made possible\b", re.IGNORECASE)


def read_credit_line(line: str, number: int) -> Iterator[Found]:
    """Yield the credit, word for word, and whom it thanks."""
    here = (LineRange(number, number),)
    words = " ".join(line.split())
    yield Found("credits", Value(value=words, rule="credit_line", by="cataloguer", lines=here))
    yield from read_funders(words, here)


def read_funders(credit: str, lines: Lines) -> Iterator[Found]:
    """Yield whoever a credit line thanks for support."""
    match = _SUPPORT.search(credit)
    for name in re.split(r",\s*(?:and\s+)?|\s+and\s+", match["names"]) if match else ():
        words = re.sub(r"^the\s+", "", name.strip())
        yield Found(
            "funders",
            AgentValue(
                value=words,
                kind="body",
                rule="credits_sentence",
                status="derived",
                by="cataloguer",
                lines=lines,
            ),
        )
