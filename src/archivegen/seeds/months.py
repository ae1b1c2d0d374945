"""The names of the months in the languages sources are written in, and the figures of East Asian dates."""

from __future__ import annotations

from archivegen.records.dates import MONTHS

# January to December; several forms of one month are divided by a stroke. Cases of Russian are those of dates.
_NAMES = (
    " ".join(MONTHS),
    "Jan Feb Mar Apr May Jun Jul Aug Sep|Sept Oct Nov Dec",
    "Januar|Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
MONTH_NUMBER = {
    name.casefold(): number
    for names in _NAMES
    for number, forms in enumerate(names.split(), 1)
    for name in forms.split("|")
}
ROMAN_MONTHS = {
    numeral: number for number, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)
}
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def month_pattern() -> str:
    """Return a pattern for the name of any month, the longest tried first."""
    names = sorted(MONTH_NUMBER, key=len, reverse=True)
    return "|".join(f"{name}" for name in names)


def han_number(numeral: str) -> int:
    """Return the number a Chinese numeral up to 99 or a row of digits means."""
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return int(numeral.translate(_HAN_DIGITS))
    return int(tens.translate(_HAN_DIGITS) or "1") * 10 + int(ones.translate(_HAN_DIGITS) or "0")
