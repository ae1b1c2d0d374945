"""What no wording is a date without: few of the lines that have figures need to be read closely."""

from __future__ import annotations

import re

from archivegen.seeds.months import month_number

_FIGURE = re.compile(r"[\d一二三四五六七八九]")
# Years, decades, "3/5", "19--", "5 X"; "the first century", "44 B.C.", "A.D. 70"; "1961年", "3 tháng 5".
_SIGN_OF_DATE = re.compile(
    r"\d(?:\d\d|\d?(?:\s?\[\d{1,2}\?\])?\s?[./-]\s?[\d-])|[年년]|(?<![^\W\d_])(?:[IVXХ]{1,4}|[ivx]{1,4})(?!\w)|(?i:century|tháng)|[BC]\.?\s?[CE]|A\.?\s?D"
)
_WORD = re.compile(r"[^\W\d_]{3,12}")


def may_have_date(text: str) -> bool:
    """Say whether a text has a figure, or the one word that makes a date without any."""
    return _FIGURE.search(text) is not None or "century" in text.casefold()


def has_sign_of_date(text: str) -> bool:
    """Say whether a text with single spaces has a year, figures beside figures, a numeral, the sign of an era or of a year, or
    the name of a month: without them it has no date, whatever figures it has.
    """
    return bool(_SIGN_OF_DATE.search(text)) or any(map(month_number, _WORD.findall(text)))
