"""The line in which a collection thanks those who paid for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, LineRange, Lines, Value
from archivegen.seeds.draft import Found

_SUPPORT = re.compile(
    r"\b(?:with|through|by|thanks to)\s+(?:(?:the|a|an)\s+)?(?:(?:generous|kind|financial)\s+)?"
    r"(?:support|grants?|gifts?|funding|assistance|help|contributions?)\s+(?:from|of|by)\s+(?P<names>.+?)\.?\s*$",
    re.IGNORECASE,
)
CREDIT_LINE = re.compile(
    r"^\s*(?:This|The)\s+(?:document|translation|text|publication)\s+(?:was|has been|is)\s+(?:made possible|supported|funded)\b",
    re.IGNORECASE,
)
# A name that ends without such a word goes on behind the "and": "the Ann and Peter Lee Foundation".
_ENDS_NAME = re.compile(
    r"\b(?:Foundation|Fund|Trust|Institute|Ministry|Corporation|University|Bequest|Council|Endowment|Cent(?:er|re)|Society|"
    r"Association|Bank|Program(?:me)?|Project|Academy|Company|Inc|Agency|Commission|Office|Embassy|Museum|Library|"
    r"Archives?|Service|Committee|Charity|Stiftung)\b"
)


def read_credit_line(line: str, number: int) -> Iterator[Found]:
    """Yield the credit, word for word, and whom it thanks."""
    here = (LineRange(number, number),)
    words = " ".join(line.split())
    yield Found("credits", Value(value=words, rule="credit_line", by="cataloguer", lines=here))
    yield from read_funders(words, here)


def read_funders(credit: str, lines: Lines) -> Iterator[Found]:
    """Yield whoever a credit line thanks for support."""
    match = _SUPPORT.search(credit)
    for name in funders_in(match["names"]) if match else ():
        yield Found(
            "funders",
            AgentValue(
                value=name,
                kind="body",
                rule="credits_sentence",
                status="derived",
                by="cataloguer",
                lines=lines,
            ),
        )


def funders_in(names: str) -> list[str]:
    """Return the names of a list of bodies, without their article."""
    parts = re.split(r"(,\s*(?:and\s+)?|;\s*|\s+and\s+)", names.strip())
    found = [[parts[0]]]
    for sign, name in zip(parts[1::2], parts[2::2], strict=True):
        is_one_name = sign.strip() == "and" and not (
            _ENDS_NAME.search(found[-1][-1]) or name.startswith("the ")
        )
        if is_one_name:
            found[-1] += [sign, name]
        else:
            found.append([name])
    whole = ("".join(name).strip() for name in found)
    return [re.sub(r"^the\s+", "", name, flags=re.IGNORECASE) for name in whole if name]
