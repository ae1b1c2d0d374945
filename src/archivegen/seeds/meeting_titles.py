"""The words of a title that name those who met: `Conversation between X and Y`, `X's Talk with Y`, `X Receives Y`."""

from __future__ import annotations

import re

_TALK = r"(?:conversation|talk|meeting|discussion|interview)s?"
_END = r"(?=[,;(]\s|\)|(?<=\w{4})\.\s|\s+(?:on|in|at|about|regarding|concerning)\s+|\s*\(|$)"
_BETWEEN = re.compile(
    rf"\b(?:{_TALK}|exchanges?|correspondence),?\s+(?:\w+\s+){{0,3}}?between\s+(?P<one>.+?)\s+(?:and|with)\s+(?P<other>.+?)(?=[,;]\s|(?<=\w{{4}})\.\s|[,.;(]$|\s+(?:on|in|at|about)\s+|\s*\(|$)",
    re.IGNORECASE,
)
_WITH = re.compile(
    rf"\b{_TALK}(?:\s+(?-i:on|in|at)\s+(?-i:[^\W\d_a-z])[\w-]+(?:\s(?-i:[^\W\d_a-z])[\w-]+)?)?\s+with\s+(?P<one>[^,;(]+?(?:,\s+[^,;(]+?)?){_END}",
    re.IGNORECASE,
)
# "Conversation of Ada Brik with Jan Novak", "Conversation, Ada Brik with Jan Novak"
_OF_WITH = re.compile(
    rf"\b(?i:conversation|talk|meeting)(?:,|\s+(?:of|by))\s+(?:the\s+)?(?P<one>[^\W\d_a-z].+?)\s+with\s+(?P<other>.+?){_END}"
)
# "Ada Brik's Talk with Jan Novak", "Record from Ada Brik's Reception of Jan Novak"
_OWN_TALK = re.compile(
    rf"(?:^|[,:]\s+|\b(?i:of|from|on|concerning|regarding)\s+(?:the\s+)?)(?P<one>[^\W\d_a-z](?:(?!\s(?:of|from|on)\s)[^,:;()]){{2,60}}?)(?:['’]s|(?<=s)['’])\s+(?:(?i:notes?|record|memorandum|minutes)\s+of\s+(?:an?\s+|the\s+)?)?(?:\w+\s+)?(?:(?i:{_TALK})\s+(?i:with)|(?i:reception)\s+(?i:of))\s+(?P<other>.+?){_END}"
)
# "Meeting of Ada Brik and Jan Novak"
_OF_BOTH = re.compile(rf"\b(?i:{_TALK})\s+of\s+(?P<one>[^\W\d_a-z][^,;()]*?\s+and\s+[^\W\d_a-z].*?){_END}")
# "Ada Brik Receives Jan Novak", "Ada Brik Talking to Jan Novak"
_RECEIVES = re.compile(
    rf"(?:^|:\s+)(?P<one>[^\W\d_a-z][^,:;()]{{2,60}}?)\s+(?i:receives|meets(?:\s+with)?|(?:talks|talking|speaks|speaking)\s+(?:to|with))\s+(?P<other>.+?){_END}"
)
# "Reception by Ada Brik of Jan Novak", "Dinner Hosted by Ada Brik in Honor of Jan Novak"
_RECEPTION = re.compile(
    rf"\b(?i:reception\s+by)\s+(?P<one>.+?)\s+of\s+(?P<other>.+?){_END}|\b(?i:(?:dinner|lunch|luncheon|reception|breakfast)\s+(?:hosted|given)\s+by)\s+(?P<host>.+?)\s+(?i:in\s+hono(?:u)?r\s+of)\s+(?P<guest>.+?){_END}"
)
# "Note on a Visit by the Consul, Ada Brik, to Minister Lind", "Record of the Reception of Ada Brik by Minister Lind"
_VISIT = re.compile(
    r"\b(?:(?:visit|call)\s+(?:of|by)\s+(?P<one>[^\W\d_].+?)\s+(?:to|on|with)|reception\s+of\s+(?P<received>[^\W\d_].+?)\s+by)\s+(?P<other>.+?)(?=[,;(]\s|(?<=\w{4})\.\s|\s+(?:on|in|at|about|regarding)\s+|\s*\(|$)",
    re.IGNORECASE,
)
_RECORD = re.compile(r"^\W*(?:note|notes|record|memorandum|minutes)\b", re.IGNORECASE)
# Behind these the persons are over, however long they are listed.
_SUBJECT = re.compile(
    r"(?:\s+and\s+others\b|\s+(?:on|about|regarding|concerning|during|following|after|before|at(?!\s+Large)|to\s+discuss)\s).*$",
    re.IGNORECASE,
)


def those_who_met(wording: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a title that name the sides of a meeting, each as the words that may all name persons and as those
    that do so at least; none where the title is of something else.
    """
    meeting = (
        _BETWEEN.search(wording)
        or _OF_WITH.search(wording)
        or _OWN_TALK.search(wording)
        or _WITH.search(wording)
        or _RECEIVES.search(wording)
        or _OF_BOTH.search(wording)
        or _RECEPTION.search(wording)
    )
    return _sides(wording, meeting) if meeting else ()


def those_who_visited(wording: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases that name visitor and host by the title of the record of a visit."""
    visit = _VISIT.search(wording) if _RECORD.match(wording) else None
    return _sides(wording, visit) if visit else ()


def _sides(wording: str, meeting: re.Match[str]) -> tuple[tuple[str, ...], ...]:
    """Return the sides in their order: of the last one all words up to a subject, too."""
    found = [(name, words) for name, words in meeting.groupdict().items() if words]
    last, words = found[-1]
    to_the_end = _SUBJECT.sub("", wording[meeting.start(last) :])
    return (*((words,) for _, words in found[:-1]), (to_the_end, words))
