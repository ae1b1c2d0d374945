"""What a sentence says of each person present: that he interpreted, or kept the record."""

from __future__ import annotations

import re

from archivegen.seeds.presence_sentences import ELSEWHERE
from archivegen.seeds.sentences import Sentence
from archivegen.seeds.signs import has_any

_SIGNS = ("nterpret", "otes", "inutes", "ecord")

_KEPT = (
    r"(?:took|kept|made|wrote)\s+(?:down\s+)?(?:(?:the|this|these)\s+)?(?:notes|minutes|record)|recorded\s+the\s+(?:conversation|talk|meeting)|"
    r"(?:acted\s+)?as\s+(?:an?\s+|the\s+)?(?:recorder|note-?\s?taker|stenographer|secretary\s+of\s+the\s+meeting)"
)
_INTERPRETED = r"interpreted|(?:acted\s+)?as\s+(?:an?\s+|the\s+)?interpreter"
# Where a gap between words begins: from every space in a wide one the patterns would be tried anew.
_AT_GAP = r"(?:(?<!\s)|(?=[;,]))"
# ", who took notes", "and interpreted", "as note-taker"
_SAID = re.compile(
    rf"{_AT_GAP}(?:,?\s+who\s+|,?\s+and\s+|,?\s+(?=as\s))(?:also\s+)?(?:(?P<recorder>{_KEPT})|(?P<interpreter>{_INTERPRETED}))\b"
)
_AND_WRITER = re.compile(rf"{_AT_GAP},?\s+(?:and|as\s+well\s+as)\s+(?:the\s+undersigned|myself)\b")
# "X and Y were present and took notes" does not say which of them did.
_SEVERAL = re.compile(r"\bwere\b")
# "X and Y were present, and Z interpreted": what follows has a subject of its own.
_OTHER_CLAUSE = re.compile(
    rf"{_AT_GAP}(?:[;,]|[;,]?\s+and|[;,]\s+while|\s+while)\s+(?=(?:the\s+)?(?:(?:[^\W\d_a-z][\w.'’-]*|of|the|in)\s+){{1,10}}(?:also\s+)?(?:{_KEPT}|{_INTERPRETED})\b|"
    r"(?:the\s+)?(?:notes|minutes|record)\s+(?:was|were)\s|(?:the\s+)?(?:interpreter|translator|recorder)s?\s+(?:was|were)\s|(?:it\s+was\s+)?interpreted\s+by\s)"
)
# What stands in the place of an office is what somebody did at the meeting: "Second Secretary, interpreting".
_DID = re.compile(
    r"(?:^|,\s*)(?:the\s+|as\s+|acting\s+as\s+)?(?:(?P<interpreter>interpret(?:er|ing))|(?P<recorder>recorder|note-?\s?taker|taking\s+notes|stenographer|who\s+(?:took|kept|made)\s+the\s+(?:minutes|notes|record)))[.\s]*$",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:was|were|took|met|came|went|spoke|[a-z]{3,}ed)\b")


def without_roles(words: str) -> str:
    """Return a list of persons without what it says of each that he did, and without whoever wrote it."""
    return _AND_WRITER.sub("", _SAID.sub("", words))


def role_of_office(office: str | None) -> tuple[str | None, str | None]:
    """Return an office without what its bearer did at the meeting, and that role; None for what is not there."""
    did = _DID.search(office or "")
    return (office, None) if did is None else ((office or "")[: did.start()] or None, did.lastgroup)


def role_in_sentence(sentence: str, name: str, names: list[str], role: str) -> str:
    """Return what one of those whom a sentence names was there, who have a role together: of "X and Y, who interpreted"
    only Y interpreted.
    """
    said = _role_behind(sentence, name, names)
    is_of_another = role == "interpreter" and any(
        _role_behind(sentence, other, names) == role for other in names
    )
    return said or ("attendee" if is_of_another else role)


def _role_behind(sentence: str, name: str, names: list[str]) -> str | None:
    """Return the role that a sentence gives somebody behind his name, before it names any of the others, or None."""
    start = sentence.find(name) + len(name)
    ends = [place for other in names if other != name and (place := sentence.find(other, start)) >= 0]
    said = _SAID.search(sentence, start, min(ends, default=len(sentence)))
    if said is None or _SEVERAL.search(sentence, start, said.start()):
        return None
    return said.lastgroup


def clauses(sentence: Sentence) -> list[Sentence]:
    """Return the parts of a sentence that each say what others did: who was present, who interpreted, who took notes."""
    if not has_any(_SIGNS, sentence.text):
        return [sentence]
    breaks = [
        (match.start(), match.end())
        for match in _OTHER_CLAUSE.finditer(sentence.text)
        if _VERB.search(sentence.text, 0, match.start())
        and not ELSEWHERE.search(sentence.text, 0, match.start())
    ]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(sentence.text)]
    return [
        Sentence(sentence.start + start, sentence.text[start:end])
        for start, end in zip(starts, ends, strict=True)
    ]
