"""The sentences that say who was there: `X and Y were present`, `interpreted by Z`, `we were accompanied by …`."""

from __future__ import annotations

import re

PRESENT = re.compile(
    r"^\s*(?:Also\s+)?[Pp]resent:|\b(?:(?:was|were)\s+(?:also\s+)?present\b|[Pp]resent\s+(?:at\s+the\s+\w+\s+)?(?:(?:(?:on|from)\s+(?:our|their|the\s+\w+)\s+side|for\s+[A-Z]\w+)\s+)?(?:was|were)\b|(?:was|were)\s+with\s+me\b|(?:was|were)\s+(?:also\s+)?in\s+attendance\b|(?:also\s+)?(?:went|came)\s+with\s+(?:us|me)\b(?=\s*[.;,])|(?:attended|took\s+part\s+in)\s+the\s+(?:conversation|meeting|talks?|reception|dinner|lunch|session)\b|"
    r"took\s+part(?=\s*[;.,]|\s+(?:on|from|for)\s|\s+in\s+it\b)|(?:[Tt]aking\s+part|[Pp]articipating|[Pp]articipants)(?:\s+in\s+the\s+\w+)?(?:\s+(?:on|from|for)\s+(?:the\s+[\w-]+|our|their)\s+side)?\s+(?:was|were)\b|[Tt]here\s+took\s+part\b|[Ss]ide\s+there\s+(?:were|was)(?:\s+present)?\b|(?:also\s+)?accompanied\s+(?:us|me|him|the\s+[A-Z]\w+)\b|also\s+attended\b|\battended(?=\s*[.;])|[Ii]n\s+attendance\s+(?:was|were)\b|(?:was|were)\s+accompanied\s+by\b|(?:received|visited|met|told|spoke)\b[^.;]{0,160}\bin\s+the\s+presence\s+of\b|(?<!\b[Hh]e\s)(?<!\b[Ss]he\s)(?<!\bI\s)(?<!\bwho\s)(?:was|were)\s+attended,?\s+(?:by\b|(?=(?:on|from)\s+(?:the\s+\w+|our|their)\s+side\b))|"
    r"(?:side|delegation)\s+(?:was|were)\s+represented\s+by\b|delegation\s+(?:consisted|was\s+composed|was\s+made\s+up)\s+of\b)"
)
# One of them stands in every sentence that the patterns find; most paragraphs have none.
SIGNS_OF_PRESENCE = (
    "resen", "ttend", "delegation", "nterpret", "accompan", "with me", "translat", "came with", "went with",
)  # fmt: skip
SIGNS_OF_INTERPRETERS = ("nterpret", "ranslat")
PART = re.compile(r"art[\s;.,]|articipa")
INTERPRETED = re.compile(
    r"\b(?:[Tt]he\s+(?:interpreter|translator)s?\s+(?:was|were)\b|interpreted\b(?!\s+(?:the\s+(?!conversation|talk|meeting|discussion)|this\b|it\b|that\b|as\b))|as\s+(?:an?\s+|the\s+)?interpreters?\b|"
    r"Interpreted\s+by\b|(?:conversation|talk|meeting|discussion)s?\s+(?:was|were)\s+translated\s+by\b)"
)
# "Present were X and Y", "interpreted by Z": those named stand behind the verb.
TURNED_ROUND = re.compile(
    r"^[Pp]resent\s|[Pp]resent:|(?:was|were)\s+(?:also\s+)?present\s*:|in\s+the\s+presence|(?:was|were)\s+attended|were\s+accompanied|[Tt]aking\s+part|[Pp]articipating|[Pp]articipants|[Tt]here\s+took\s+part|side\s+there|was\s+accompanied\s+by\b|represented\s+by\b|delegation\s|[Ii]nterpreted\s+by\b|[Tt]he\s+(?:interpreter|translator)|(?:conversation|talk|meeting|discussion)s?\s+(?:was|were)\s+translated\s+by\b|[Ii]n\s+attendance\s"
)
# What is longer, or has a gap, is no sentence but a table or what is left of one.
LONGEST_SENTENCE = 4000
GAP = re.compile(r"\s{30}")
# "the meeting where X presided and Y interpreted" was another one.
ELSEWHERE = re.compile(
    r"\b(?:where|at which|in which|[Nn]either|[Nn]obody|[Nn]one|[Nn]ot|[Ii]f|[Uu]nless|[Ll]ast (?:year|month)|[Ii]n (?:18|19|20)\d\d)\b|\bhad\s+(?:also\s+)?(?:been\s+)?$"
)
WRITER = re.compile(r"\b(?:myself|the undersigned)\b")
OF_A_GUEST = re.compile(r"(?:was|were)\s+accompanied\s+by|accompanied\s+(?:him|us|me|the)\b")
OF_A_SIDE = re.compile(r"(?:side|delegation)\s")
TOOK_PART = re.compile(r"(?:taking|took|participat|side\s|delegation\s)", re.IGNORECASE)
ACCOMPANIED = re.compile(r"accompanied\s+by\b|accompanied\s+(?:us|me|him)\b")
# "The Director [X] sent his regrets, and Y was present": only Y was.
DID_ELSE = re.compile(
    r"\b(?:sent|was|were|had|has|did|could|came|went|left|said|told|gave|fell|(?<!appoint)(?<!nam)[a-z]{3,}ed)\b"
)
# "was present at the opera": at no meeting.
AT_SOMETHING_ELSE = re.compile(
    r"\s+at\s+(?!(?:the|this|that|our|their|an?|his|her|my)\s+(?:[\w-]+\s+){0,2}?(?:conversations?|talks?|meetings?|discussions?|receptions?|dinner|lunch|luncheon|supper|breakfast|tea|"
    r"sessions?|negotiations?|interview|visit|signing|audience|ceremony|exchange|call)\b|it\b)"
)
