"""Titles that name the writer alone, the addressee alone, or whoever wrote before the kind of the paper: `Ada Brik, Notes from a
Meeting`, `Harbour Board Cable 214 to the Embassy`.
"""

from __future__ import annotations

import re

from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.office_holders import holder_in_brackets
from archivegen.seeds.sent_by_title import IS_SENT_TO, Sent
from archivegen.seeds.title_wording import SHORT_NAME, without_tails

_SENT = r"letter|telegram|cable|airgram|e-?mail|message|d[ei]spatch|note|memorandum|memo"
_START, _NUMBER = r"^(?:\W*\w+\s+){0,3}?", r"(?:\s+(?i:no\.?)\s*\S+)?,?"
_SUBJECT = r"(?=\s+(?i:on|about|regarding|concerning)\s|$)"


def _somebody(party: str) -> str:
    """Return the pattern of the words that name a party, as few as can be."""
    return rf"(?:the\s+)?(?P<{party}>[^\W\d_a-z].+?)"


# "Letter to the Harbour Board, from Ada Brik"
_TO_FROM = re.compile(
    rf"{_START}(?i:{_SENT})\b{_NUMBER}\s+(?:to|for)\s+{_somebody('other')},?\s+from\s+{_somebody('one')}{_SUBJECT}"
)
# "Memorandum for the Record from Ada Brik", "Report of the Consul Ada Brik"
_FROM = re.compile(
    rf"{_START}(?i:{_SENT}|report|information|statement|speech|address|account|journal|diary|memoirs?|recollections)\b{_NUMBER}(?:\s+(?i:for\s+the\s+record))?\s+(?:from|of)\s+(?!(?i:the\s+)?(?:Conversation|Discussion|Talk|Meeting|Reception|Understanding)s?\b){_somebody('one')}{_SUBJECT}"
)
# "Memorandum for Ada Brik"
_FOR = re.compile(
    rf"{_START}(?i:{_SENT}|comment|bulletin|brief|briefing|report|information)s?\b{_NUMBER}\s+for\s+{_somebody('other')}(?=,\s+[a-z]|$)"
)
# "Report to the Harbour Board"
_TO = re.compile(rf"{_START}(?i:{_SENT}|report|information)\b{_NUMBER}\s+to\s+{_somebody('other')}{_SUBJECT}")
# "Excerpts from A. Brik, 'The Pier'"
_EXCERPTS = re.compile(
    r"^(?:Excerpt|Extract)s?\s+from\s+(?P<one>(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_a-z][\w-]+)$"
)
_KINDS = r"notes?|record|memorandum|report|minutes|diary|journal|letter|telegram|cable|information|speech|statement|resolution|decision|decree|directive|proposal|protocol"
_NO_KIND = rf"(?!\b(?i:from|by|for|between|with|on|{_SENT}|{_KINDS})\b)"
# "Ada Brik, Notes from a Meeting", "Consul Ada Brik, 'Note on the Pier'"
_HEAD = re.compile(
    rf"^(?P<one>(?=[^\W\d_a-z])(?:{_NO_KIND}[^,:;\"“„«‘()]){{4,120}})(?P<bracket>,?\s\([^()]+\))?(?:,\s[^\W\d_a-z][\w-]*)?,\s+(?=[\"“„«‘']|(?i:{_KINDS}|draft|summary|bulletin)\b)"
)
# "Harbour Board Cable 214 to the Embassy"
_BODY_TO = re.compile(
    rf"^(?:the\s+)?(?P<one>(?=[^\W\d_a-z])(?:{_NO_KIND}[^,:;\"“„«‘()]){{4,80}}?)\s+(?i:{_SENT}|information|report)(?:\s+\S*\d\S*)?\s+to\s+(?:the\s+)?(?P<other>[^\W\d_a-z][^,:;]+)"
)
# "Ada Brik's Speech at the Opening"
_OWN = re.compile(
    rf"^(?:(?:Excerpts?|Extracts?)\s+(?:from|of)\s+)?(?P<one>[^\W\d_a-z][^,:;()]{{2,60}}?)(?:['’]s|(?<=s)['’])\s+(?i:{_KINDS}|account|address|remarks|message|recollections|memoirs?)\b"
)
# "Harbour Ministry Background Report on the Pier"
_BODYS_OWN = re.compile(
    rf"^(?:(?:Top\s+)?Secret\s+)?(?:the\s+)?(?P<one>(?:[^\W\d_a-z][\w-]*\s){{0,4}}(?:Embassy|Legation|Ministry|Department|Directorate|Committee|Politburo|Agency|Secretariat|Presidium|Council(?:\s+of\s+Ministers)?|CC(?:\s[A-Z]{{2,5}})?|KGB|CIA|NKVD))\s+(?:[^\W\d_a-z][\w-]*\s+)?(?i:{_KINDS})\b"
)
# "Ada Brik's 'Long Telegram'"
_OWN_QUOTED = re.compile(
    rf"^(?P<one>[^\W\d_a-z][^,:;()]{{2,60}}?)(?:['’]s|(?<=s)['’])\s+[‘'“\"„«](?:\w+\s+){{0,3}}(?i:{_KINDS}|speech)[’'”\"»]"
)
_KIND_BEHIND = re.compile(r"\s+(?:(?i:no\.?|nr\.?)\s*\S+|(?i:resolution|decision|decree|directive|order))$")
# "Ada Brik's Account of Her Visit to Peru to the Central Committee"
_OWN_TO = re.compile(r".*\sto\s+(?:the\s+)?(?P<other>[^\W\d_a-z][^,;:]*)$")
# "A. Brik Reports on the Pier"
_REPORTS = re.compile(r"^(?P<one>[^\W\d_a-z][^,:;()'‘“]{2,50}?)\s+(?i:reports)\s+(?i:on|about|to|that)\s")


def sent_one_way(wording: str) -> Sent | None:
    """Return the sender or the addressee of a title that names one of them, or the addressee first."""
    words = without_tails(wording)
    match = (
        _TO_FROM.match(words)
        or _FROM.match(words)
        or _FOR.match(words)
        or _TO.match(words)
        or _EXCERPTS.match(words)
    )
    found = _sent(match) if match else None
    before, to, _ = found.one.partition(" to ") if found else ("", "", "")
    return None if to and not IS_SENT_TO.search(before) else found


def heads_title(wording: str) -> Sent | None:
    """Return who stands before the kind of a paper, or before its title in quotation marks, and to whom it was sent."""
    body = _BODY_TO.match(without_tails(wording)) or _BODYS_OWN.match(wording)
    if body and (INSTITUTION.search(body["one"]) or SHORT_NAME.search(body["one"])):
        return _sent(body)
    if own := _own(wording):
        to = _OWN_TO.search(without_tails(wording), own.end())
        other = to["other"] if to and INSTITUTION.search(to["other"]) else ""
        return Sent(own["one"], other, other)
    match = _HEAD.match(wording)
    if match is None:
        return None
    if match["bracket"] and holder_in_brackets(match["one"] + match["bracket"]):
        return Sent(match["one"] + match["bracket"], "")
    one, _, other = match["one"].partition(" to ")
    is_pair = other and not IS_SENT_TO.search(one)
    return Sent(one, other, other) if is_pair else Sent(_KIND_BEHIND.sub("", match["one"]), "")


def is_in_own_name(wording: str) -> bool:
    """Say whether a title is of somebody's own words: `Lindqvist's Speech at the Opening`."""
    return _own(wording) is not None


def _own(wording: str) -> re.Match[str] | None:
    return _OWN.match(without_tails(wording)) or _OWN_QUOTED.match(wording) or _REPORTS.match(wording)


def _sent(match: re.Match[str]) -> Sent:
    found = match.groupdict()
    other = found.get("other") or ""
    return Sent(found.get("one") or "", other, other)
