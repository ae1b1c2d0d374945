"""What pages and files of mark-up state of who may see them, which is the archivist's to say: entries of a head, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.seeds.source_text import Statement

# "access", "DC.accessRights", "conditionsOfAccess", "embargo", "dcterms.available", "copyright", "robots".
_NAME = re.compile(
    r"(?:^|[.:_-])(?:access(?:[ _-]?(?:rights|level|status|conditions?|restrict\w*))?|(?:conditions|restrictions)[ _-]?(?:of|on)[ _-]?access"
    r"|(?:date[.:_-]?)?available|accessibilityScope|embargo\w*|redact\w*|visibility|publication[ _-]?status|confidentiality"
    r"|sensitivity|restrictions?|withheld|robots|googlebot|bingbot|rights"
    r"|copyright|status)$",
    re.IGNORECASE,
)
# What repositories say in any entry, after the vocabulary of info:eu-repo.
_TERM = re.compile(r"info:eu-repo/(?:semantics/(?:closed|restricted|embargoed)Access|date/embargoEnd/)")
# Words run together in one of these are known by their capitals.
_RUN_TOGETHER = re.compile("accessrights|conditionsofaccess", re.IGNORECASE)
_PARTED = {"accessrights": "accessRights", "conditionsofaccess": "conditionsOfAccess"}
_COMMENT = re.compile(
    r"<!--\s*(?P<name>access|redact|embargo)\s*:\s*(?P<words>[^<>]{1,200}?)\s*-->", re.IGNORECASE
)


def stated_in_entry(name: str, words: str) -> str:
    """Return an entry of a head as one line if it states who may see its page, or may do so; else ""."""
    if not (words and (_NAME.search(name) or _TERM.search(words))):
        return ""
    return f"{_RUN_TOGETHER.sub(lambda known: _PARTED[known[0].lower()], name)}: {words}"


def stated_in_comments(text: str) -> Iterator[Statement]:
    """Yield what comments in mark-up say of who may see it, or of words that are not to be seen."""
    for comment in _COMMENT.finditer(text):
        line = text.count("\n", 0, comment.start()) + 1
        yield Statement(comment["name"], " ".join(comment["words"].split()), line)
