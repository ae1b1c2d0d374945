"""The names of the months in the languages sources are written in, and numbers that are written as words or signs."""

from __future__ import annotations

import unicodedata

from archivegen.records.date_words import MONTHS

ENGLISH_MONTHS = (
    " ".join(MONTHS),
    "Jan|Jany Feb|Feby Mar Apr|Apl May Jun Jul Aug|Augt Sep|Sept|Septr Oct|Octr|Octbr Nov|Novr Dec|Decr",
)
# January to December; several forms of one month are divided by a stroke. Where a language declines its months, the
# nominative (of "May 1961") stands before the genitive (of "3 May").
OTHER_MONTHS = (
    # German
    "Januar|Jänner Februar|Feber März April Mai Juni Juli August September Oktober November Dezember",
    "Jan Febr Mrz Apr Mai Jun Jul Aug Sept Okt Nov Dez",
    # French
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    # Spanish
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    # Portuguese
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    # Italian
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    # Dutch
    "januari februari maart april mei juni juli augustus september oktober november december",
    # Danish, Norwegian, Swedish
    "januar februar marts april maj juni juli august september oktober november december",
    "januari februari mars april mai juni juli augusti september oktober november desember",
    # Finnish
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    # Turkish
    "Ocak Şubat Mart Nisan Mayıs|Mayis Haziran Temmuz Ağustos Eylül Ekim Kasım|Kasim Aralık|Aralik",
    # Indonesian
    "Januari Februari|Pebruari Maret April Mei Juni|Djuni Juli|Djuli Agustus September Oktober November|Nopember Desember",
    # Romanian
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    # Hungarian
    "január február március április május június július augusztus szeptember október november december",
    "jan febr márc ápr máj jún júl aug szept okt nov dec",
    # Polish
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    # Czech
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    # Slovak
    "január február marec apríl máj jún júl august september október november december",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    # Serbian
    "januar februar mart april maj jun|juni jul|juli avgust septembar oktobar novembar decembar",
    "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
    # Croatian, whose October is the Polish and Czech November, and Slovene
    "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan oktobar studeni prosinac",
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna oktobra studenoga|studenog prosinca",
    "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    # Albanian
    "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    # Russian
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "янв февр|фев мар апр май июн июл авг сент|сен окт нояб|ноя дек",
    # Russian in Latin letters
    "yanvarya fevralya marta aprelya maya iyunya iyulya avgusta sentyabrya oktyabrya noyabrya dekabrya",
    # Ukrainian
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    # Bulgarian
    "януари февруари март април май юни юли август септември октомври ноември декември",
    # Greek
    "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος",
    "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
)
ROMAN_MONTHS = {
    numeral: number for number, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)
}
_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS = {
    word: number
    for number, word in enumerate(
        f"""{_UNITS} tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
        twentieth {" ".join(f"twenty-{unit}" for unit in _UNITS.split())} thirtieth thirty-first""".split(),
        1,
    )
}
HAN_DIGITS = "〇○零一二三四五六七八九"
_HAN_DIGIT_VALUES = str.maketrans(HAN_DIGITS, "000123456789")
# The signs for twenty and thirty that calendars use.
_HAN_TENS = str.maketrans({"廿": "二十", "卅": "三十"})


def without_accents(name: str) -> str:
    """Return a name as typewriters without accents and French capitals have it."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))


def _numbers(tables: tuple[str, ...]) -> dict[str, int]:
    return {
        name.casefold(): number
        for names in tables
        for number, forms in enumerate(names.split(), 1)
        for name in forms.split("|")
    }


_ENGLISH = _numbers(ENGLISH_MONTHS)
_NUMBERS = _numbers((*ENGLISH_MONTHS, *OTHER_MONTHS))
_NUMBERS = {without_accents(name): number for name, number in _NUMBERS.items()} | _NUMBERS
# Latin names of months that are words of an English sentence where they stand in small letters.
_ALSO_WORDS = frozenset(["may", "march", "mar", "mars", "august", "marco"])
# "3. listopada" is a day of October in Croatian, "3 listopada" one of November in Polish, which has no full stop.
NOT_AFTER_A_STOP = "listopada"


def month_number(word: str) -> int | None:
    """Return the number of the month a word names, in any language and with or without a full stop, or None.

    `Maj.` with its full stop is an officer.
    """
    return None if word == "Maj." else _NUMBERS.get(word.rstrip(".").casefold())


def is_english_month(word: str) -> bool:
    """Say whether a word is the name of a month in English, the one language that sets it before the day."""
    return word.rstrip(".").casefold() in _ENGLISH


def may_be_another_word(word: str) -> bool:
    """Say whether the name of a month, as it is written here, may be a word of an English sentence."""
    return word in _ALSO_WORDS


def han_number(numeral: str) -> int:
    """Return the number that Chinese numerals up to 99, or a row of digits of any script, mean; 0 if they mean none."""
    tens, ten, ones = numeral.translate(_HAN_TENS).partition("十")
    if not ten:
        return int(numeral.translate(_HAN_DIGIT_VALUES))
    figures = (tens or "1").translate(_HAN_DIGIT_VALUES), (ones or "0").translate(_HAN_DIGIT_VALUES)
    return int("".join(figures)) if all(len(figure) == 1 and figure.isdigit() for figure in figures) else 0
