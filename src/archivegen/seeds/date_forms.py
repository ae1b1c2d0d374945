"""The forms in which sources write one day, or a month: a pattern for each.

The groups of a pattern are named for the parts they hold, which `date_pieces` understands: `day`, `month` (a word),
`roman` and `figure` (other ways to write the month), `first` and `second` (day and month in an order that is not known),
`year` and `short_year`.
"""

from __future__ import annotations

import re

from archivegen.seeds.months import HAN_DIGITS

# White space is bounded everywhere, so that no text makes a pattern search far.
_SPACE, _GAP = r"\s{1,20}", r"\s{0,20}"
# A closing bracket of the editors, with their doubt: "3 [May?] 1961".
_CLOSE = r"(?:\??\])?"
# The editors' other reading of a figure: "14 [13?] May".
_OTHER_READING = r"(?:\s?\[\d{1,2}\?\])?"
_ORDINAL = r"(?i:\s?(?:st|nd|rd|th)\b|(?:d|er)\b|\.?[º°ª]|-г?о\b)?"
# A day, also in the quotation marks of a printed form: “3” May.
DAY = rf"\[?(?P<quote>[“\"«„])?(?P<day>\d{{1,2}})(?!\d)(?(quote)[”\"»“]){_ORDINAL}{_CLOSE}{_OTHER_READING}(?P<stop>\.)?"
# Any word; whether it is a month is looked up, which is faster than a pattern of all their names.
MONTH = rf"\[?(?P<month>[^\W\d_]{{3,12}}(?![^\W\d_])\.?){_CLOSE}"
# A year, also one of which the editors supply a half: "19[61]".
YEAR = rf"\[?(?P<year>1\d{{3}}|20\d\d|[12]\d\[\d\d\??\]|\[[12]\d\]\d\d|[12]\d\d\[\d\??\])(?!\d){_CLOSE}"
_SHORT_YEAR = r"(?P<short_year>\d\d)(?!\d|[:.]\d)"
_OF = rf"(?:(?i:of|de|di){_SPACE})?"
_ROMAN = r"(?P<roman>[IVXХ]{1,4}|[ivx]{1,4})(?!\w)\.?"
_FIGURE = r"(?P<figure>\d{1,2})(?!\d)"
_HAN_FIGURE = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"

# "3 May 1961", "3 de mayo de 1961", "3.May.1961", "3-May-61", "3 May '61", "3rd day of May"; but of
# "Document 12 May 3, 1961" the number before the month is not its day.
_YEAR_BEHIND = rf"(?(dash)-|\s?,?{_GAP})(?:(?i:de|del){_SPACE}|A\.\s?D\.,?\s)?{YEAR}"
_SHORT_YEAR_BEHIND = rf"(?(dash)-|(?(stop)(?<=\.)|\s?['’])){_SHORT_YEAR}"
_NO_YEAR_BEHIND = rf"(?(dash)(?!)|(?!{_SPACE}\d{{1,2}}(?:st|nd|rd|th)?,?{_SPACE}[12]\d{{3}}(?!\d)))"
_DAY_MONTH_YEAR = re.compile(
    rf"{DAY}(?:(?P<dash>-)|{_GAP}(?:(?i:day){_SPACE})?{_OF}){MONTH}(?:{_YEAR_BEHIND}|{_SHORT_YEAR_BEHIND}|{_NO_YEAR_BEHIND})"
)
# "23.05.1961", "11.29 [30?].1961", "5/3/61".
_NUMERIC = re.compile(
    rf"(?P<first>\d{{1,2}})(?!\d){_OTHER_READING}(?P<gap>\s?[./]\s?|-)(?P<second>\d{{1,2}})(?!\d){_OTHER_READING}"
    rf"(?P=gap)(?:{YEAR}|['’]?{_SHORT_YEAR})"
)
# "14 XI 1956", "23.VII.68", "3/V-61", "10 X".
_DAY_ROMAN_YEAR = re.compile(
    rf"{DAY}(?:\s?[./-]\s?|\s{{0,3}})(?<=[\s./-]){_ROMAN}"
    rf"(?:(?:\s?[./-]\s?|\s{{0,3}})(?<=[\s./-]){YEAR}|(?:(?<=\.)|\s?[./-]\s?){_SHORT_YEAR})?"
)
# "3 tháng 5 năm 1961".
_VIETNAMESE = re.compile(rf"{DAY}\s(?i:tháng)\s{_FIGURE}(?:\s(?i:năm)\s{YEAR})?")
# "3 May 61", "14 XI 56": two figures behind a space are a year only where nothing else is beside them.
_SHORT_YEAR_ALONE = tuple(
    re.compile(rf"{DAY}{_SPACE}{month},?{_SPACE}{_SHORT_YEAR}") for month in (MONTH, _ROMAN)
)
# "1961-05-03", "1961. 5. 3."
_YEAR_FIRST = re.compile(rf"{YEAR}(?P<gap>[-/]|\.\s?){_FIGURE}(?P=gap)(?P<day>\d{{1,2}})(?!\d)")
# "1961年5月3日", "一九六一年五月三日", "1961년 5월 3일".
EAST_ASIAN = re.compile(
    rf"(?P<year>\d{{4}}|[{HAN_DIGITS}]{{4}})\s?[年년](?:\s?(?P<figure>{_HAN_FIGURE})\s?[月월]"
    rf"(?:\s?(?P<day>{_HAN_FIGURE})\s?[日号號일])?)?"
)
# "1961. május 3-án", "1961 May 3".
_YEAR_MONTH_DAY = re.compile(
    rf"{YEAR}(?:-|[.,]?{_SPACE}){MONTH}(?:-|{_SPACE}){DAY}(?:-?(?:án|én|i|a|e)(?!\w))?"
)
# "1961. V. 3."
_YEAR_ROMAN_DAY = re.compile(rf"{YEAR}\.\s?{_ROMAN}\s?{DAY}(?:-?(?:án|én|i|a|e)(?!\w))?")
# "May 3rd, 1961", "May 3".
MONTH_DAY_YEAR = re.compile(rf"{MONTH}{_SPACE}(?:(?i:the){_SPACE})?{DAY}(?:\s?,?{_GAP}{YEAR})?")
# "May 1961", "May, 1961".
_MONTH_YEAR = re.compile(rf"{MONTH}(?:\s?,)?{_SPACE}{_OF}{YEAR}")

_FROM_A_DAY = (_DAY_MONTH_YEAR, _NUMERIC, _DAY_ROMAN_YEAR, _VIETNAMESE)
_FROM_A_YEAR = (_YEAR_FIRST, EAST_ASIAN, _YEAR_MONTH_DAY, _YEAR_ROMAN_DAY)
_FROM_A_MONTH = (MONTH_DAY_YEAR, _MONTH_YEAR)
_LONG_FIGURE = re.compile(rf"\[?\d{{3}}|\[\d\d\]\d\d|[{HAN_DIGITS}]{{4}}")


def forms_at(text: str, start: int, *, alone: bool) -> tuple[re.Pattern[str], ...]:
    """Return the forms a date may have that begins at a place of a text; `alone` if there is nothing else in it."""
    first = text[start + 1 : start + 2] if text[start] == "[" else text[start]
    if first.isalpha() and first not in HAN_DIGITS:
        return _FROM_A_MONTH
    if _LONG_FIGURE.match(text, start):
        return _FROM_A_YEAR
    return (*_SHORT_YEAR_ALONE, *_FROM_A_DAY) if alone else _FROM_A_DAY
