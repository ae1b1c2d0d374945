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
_DATA = re.compile(r'"(?P<name>conditionsOfAccess|accessRights)"\s*:\s*"(?P<words>[^"<>]{1,200})"')
# Other comments of a page are its makers' to each other, but for one with a day to come.
_DATED_COMMENT = re.compile(r"<!--(?P<words>[^<>]{0,200}?\b2[01]\d\d\b[^<>]{0,200}?)-->")
_COMMENT = re.compile(
    r"<!--\s*(?P<name>access|redact|embargo)\s*:\s*(?P<words>[^<>]{1,200}?)\s*-->", re.IGNORECASE
)


def may_state_access(name: str) -> bool:
    """Say whether an entry of this name may state who may see a document."""
    return bool(_NAME.search(name))


def stated_in_entry(name: str, words: str) -> str:
    """Return an entry of a head as one line if it states who may see its page, or may do so; else ""."""
    if not (words and (may_state_access(name) or _TERM.search(words))):
        return ""
    return f"{_RUN_TOGETHER.sub(lambda known: _PARTED[known[0].lower()], name)}: {words}"


def stated_in_comments(text: str) -> Iterator[Statement]:
    """Yield what comments in mark-up say of who may see it, or of words that are not to be seen, and what data for machines
    do (`"conditionsOfAccess": "…"`).
    """
    for form in (_COMMENT, _DATA):
        for said in form.finditer(text):
            line = text.count("\n", 0, said.start()) + 1
            yield Statement(said["name"], " ".join(said["words"].split()), line)
    for comment in _DATED_COMMENT.finditer(text):
        line = text.count("\n", 0, comment.start()) + 1
        yield Statement("a comment", " ".join(comment["words"].split()), line, kind="remark")
