"""The time of day and the day of the week beside a date: they are no part of the date and are taken off."""

from __future__ import annotations

import re

_HOUR = r"(?:[01]?\d|2[0-4])"
_MINUTES = r"[0-5]\d"
_CLOCK = rf"{_HOUR}\s?:\s?{_MINUTES}(?::{_MINUTES})?"
_HALF = r"(?:\(?[ap]\.?\s?m\b\.?\??\)?)"
_UNIT = r"(?:GMT|UTC|Z|hs|hrs?|hours|heures|h|Uhr|o['’]clock|час(?:ов|а)?|ч)\b\.?"
_TO = r"\s?(?:[-–—]|to|until|bis|до)\s?"
_ANY_HOUR = rf"(?:{_CLOCK}|{_HOUR}[.h]{_MINUTES}|{_HOUR}{_MINUTES}|{_HOUR})"
# A time says that it is one: by its colon, its half of the day, or its unit.
_TIME = (
    rf"(?:{_ANY_HOUR}(?:{_TO}{_ANY_HOUR})?\s?(?:{_HALF}|{_UNIT})(?:\s?{_UNIT})?|{_CLOCK}(?:{_TO}{_CLOCK})?|{_HOUR}h{_MINUTES}"
    r"|noon|midday|midnight)"
)
_PART_OF_DAY = r"(?:morning|forenoon|noon|afternoon|evening)"
_BEFORE = re.compile(
    rf"^(?:(?:at|from|um|à|в)\s)?{_TIME}(?:,\s?|\s)(?:on\s)?|^(?:(?:in|on)\s)?(?:the\s)?{_PART_OF_DAY}\s(?:of|on)\s",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:\s?[,;/]\s?|\s)(?:(?:at|from|um|à|в)\s)?\(?{_TIME}\)?$|(?:,\s|\s)(?:in\sthe\s)?{_PART_OF_DAY}$|"
    rf",\s(?:at\s)?{_HOUR}(?:[.:]\d{{1,2}})?\s(?:at\snight|in\sthe\s{_PART_OF_DAY})$|"
    # Four figures are an hour only behind a year: "14 November 1962, 2205".
    rf"(?:(?<=\d{{4}})|(?<=[./]\d\d))(?:,\s?{_HOUR}\.?{_MINUTES}|\s0\d{_MINUTES})$",
    re.IGNORECASE,
)
# "June 3, 1953—4 p.m."
_DASH_BETWEEN = re.compile(
    rf"(?<=\d{{4}})\s?[—–]\s?(?=(?:{_HOUR}(?:[:.]{_MINUTES})?\s?[ap]\.?\s?m|noon|midnight))", re.IGNORECASE
)
_WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
    lunedì martedì mercoledì giovedì venerdì sabato domenica luni marți miercuri joi vineri sâmbătă duminică
    poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle
    hétfő kedd szerda csütörtök péntek szombat vasárnap
    понедельник вторник среда четверг пятница суббота воскресенье""".split()
)
_WORD_BEFORE = re.compile(
    rf"^([^\W\d_]+(?:-[^\W\d_]+)?)(?:\s(?:{_PART_OF_DAY}|night))?\.?,?\s", re.IGNORECASE
)
_WORD_BEHIND = re.compile(r",?\s\(?([^\W\d_]+(?:-[^\W\d_]+)?)\.?\)?$")


def without_time(wording: str) -> str:
    """Return a wording without the time of day before or behind it; its white space is folded."""
    if "—" in wording or "–" in wording:
        wording = _DASH_BETWEEN.sub(", ", wording, count=1)
    return _BEHIND.sub("", _BEFORE.sub("", wording, count=1), count=1)


def without_weekday(wording: str) -> str:
    """Return a wording without the day of the week before or behind it; its white space is folded."""
    before = _WORD_BEFORE.match(wording)
    if before and before[1].casefold() in _WEEKDAYS:
        return wording[before.end() :]
    behind = _WORD_BEHIND.search(wording)
    return wording[: behind.start()] if behind and behind[1].casefold() in _WEEKDAYS else wording
