"""The rows of a list of copies: its header, where each copy went, and the note of the printing below them."""

from __future__ import annotations

import re

from archivegen.seeds.date_wordings import is_date
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.markings import NUMBER
from archivegen.seeds.names import has_word_of_office, is_whole_name, without_form_of_address
from archivegen.seeds.signs import has_any
from archivegen.seeds.vocabulary import SMALL_WORDS

COPIES_HEADER = re.compile(
    r"^\s*(?:Of this \w+,?\s+)?(?P<total>\w+)\s+cop(?:y|ies)\s+(?:were\s+)?(?:printed|produced|made|typed|multiplied|reproduced|duplicated)\b(?![^\n]*\b(?:was|were|is|are)\b)[^\n]*:?\s*(?:$|\n)|"
    r"^\s*(?:Printed|Produced|Executed|Typed|Made|Issued|Prepared|Written|Done|Drawn up|Multiplied|Reproduced|Duplicated|Mimeographed|Copied|Run off)\s*:?\s+in\s+(?P<number>\w+)\s+cop(?:y|ies)\b(?:[^\n:]{0,20}:?\s*(?:$|\n)|[^\n:]{0,20}:\s+(?P<behind>[^\n]+)(?:$|\n))|"
    r"^\s*(?P<alone>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+cop(?:y|ies)\s*(?:[:.]?\s*(?:$|\n)|:\s+(?P<each>(?:[^\W\d_][^\n,;]{1,40}\s-\s?\d{1,2}[,;]?\s?)+)[.;]?\s*(?:$|\n))|"
    r"^\s*(?P<list>Distribution(?: list)?|Distributed to|Copies(?: to)?|Copy to|Copy(?=:\s+[^\W\d_]{3})|Copies sent to|Sent to(?=:)|Extracts?(?: sent)? to|Forwarded to|Deliver(?:ed)? to|To be (?:presented|communicated|delivered|shown) to|Communicated|Abschrift(?:en)?(?: an)?|Durchschrift(?:en)?(?: an)?|Durchschl(?:a|ä)ge?(?: an)?|Verteiler|Nachrichtlich(?: an)?|Copies? à|Copias? a|Copia per|Otrzymują|Do wiadomości|Rozdělovník|Kapják|Рассылка|Копи[яи]|cc|c\.c\.|c\.c\.(?=\s+[^\W\d_])|cc(?=\s+[^\W\d_]))\s*(?::|(?<=c\.)\s|(?<=cc)\s|(?<=opy to|ies to)\s(?=(?:the\s+)?(?-i:[^\W\d_a-z])(?:[^\n.:]|(?<=\b(?-i:[A-Z]))\.){2,70}\.?(?:$|\n)))(?P<inline>[^\n]*)(?:$|\n)",
    re.IGNORECASE,
)
# One of them stands in every header; most lines have none.
_SIGNS_OF_HEADER = ("cop", ":", "cc", "c.c.")
_RECEIVER = re.compile(
    r"^(?!Typed|Printed|Written|Drawn|Signed|Seen|Sent|Received|Returned|Approved|Filed|Translat|Enclos|Annex|Attach|Note|P\.\s?S)[^\W\d_][^:?!]*$"
)
_WORD = re.compile(r"[^\W\d_]+")
_IN_RECEIVERS = (SMALL_WORDS | {"file", "files", "archive", "records"}) - {"by", "with"}
_LONGEST_RECEIVER = 60
# As far as "cop(y|ies)" or the colon may stand from its beginning.
_WORDS_OF_HEADER, _LONGEST_HEADER = 5, 200
COPY_ROW = re.compile(
    r"^\s*(?:to:\s*)?(?:(?:Copy\s+)?(?:(?:Nº|No\.|Nr\.|#)\s*)?(?P<copy>\d+(?:[-–]\d+(?=\s[^\W\d_]))?)\s*(?:[-–—.)]|(?<=\d):|(?<=[-–]\d)\s)|\d+\s?x(?=\s)|[-–—•])\s*(?P<receiver>\S.*?)\s*(?:;|(?<=\w\w)\.)?\s*$"
)
# "DEA - 2, DPO-1, SG - 1": offices, each with how many copies it got.
COPIES_IN_A_ROW = re.compile(r"^\s*(?:[A-Z][\w/]{1,12}\s*[-–]\s*\d{1,2}\s*[,;]?\s*){2,}$")
# "1 - Hrubý, 2 - Valach": each with the number of its copy.
NUMBERED_IN_A_ROW = re.compile(
    r"(?:^\s*|[,;]\s*|\s{2,})(?:(?:Nº|No\.|Nr\.|#)\s*)?(\d{1,2})\s*[-–—.)]\s*(?=[^\W\d_])"
)
ONE_OF_A_ROW = re.compile(r"(?P<receiver>[A-Z][\w/]{1,12})\s*[-–]\s*\d{1,2}")


def header_of_copies(line: str) -> re.Match[str] | None:
    """Return how a line, or a block, begins that is the header of a list of copies, or None."""
    return COPIES_HEADER.match(line) if has_any(_SIGNS_OF_HEADER, line[:_LONGEST_HEADER].casefold()) else None


def is_copies_header(text: str) -> bool:
    """Say whether a text begins with the header of a list of copies."""
    start = text[:_LONGEST_HEADER].casefold()
    # Most texts begin with neither: their words need not be counted.
    if "cop" not in start and ":" not in start:
        return False
    head = " ".join(start.split(maxsplit=_WORDS_OF_HEADER)[:_WORDS_OF_HEADER])
    return ("cop" in head or ":" in head) and bool(COPIES_HEADER.match(text))


def is_copy_row(line: str) -> bool:
    """Say whether a line below the header of a list of copies still belongs to it."""
    return bool(COPY_ROW.match(line) or NUMBER.match(line)) or is_date(line)


def may_be_receiver(line: str, above: str) -> bool:
    """Say whether a line may be a receiver in a list of copies without numbers, by the block above it in the list.

    On a page that keeps no bullets every receiver is a block: below the header alone, and below another receiver.
    """
    header = header_of_copies(above)
    is_plain = not COPY_ROW.match(above) and not NUMBER.match(above) and "\n" not in above.strip()
    stands_alone = header["list"] is not None and not header["inline"] if header else is_plain
    is_short = len(line) <= _LONGEST_RECEIVER
    return stands_alone and is_short and bool(_RECEIVER.match(line)) and _names_somebody(line)


def _names_somebody(line: str) -> bool:
    """Say whether a line is a name of a person, body or office, and no remark: `The enclosure follows`."""
    if INSTITUTION.match(line) or is_whole_name(without_form_of_address(line)):
        return True
    small = [word for word in _WORD.findall(line) if word[0].islower()]
    return all(word in _IN_RECEIVERS or has_word_of_office(word) or INSTITUTION.match(word) for word in small)
