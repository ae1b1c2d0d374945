"""Lines at the head of a text that say until when, or from when, it may be seen: no old paper knows of a day to come."""

import pytest

from archivegen.problems import Problem
from archivegen.seeds.closing_days import wish_of_dated_line
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.unmarked import unmarked_lines

CLOSES = """
Not to be put online before 2030|Not to be published before 2040.|Not to be opened before 1 January 2030
Not to be made public until 2031|Not to be released before 2030|No access before 2030|No access until 2035
May not be published before 2040|Must not be shown before 2030|To remain closed until 2030|Will be opened in 2035|Opens 2035
Open from 2035|Release date: 2040|Available from 2035|Public from 1 January 2040|Publication not before 2030
Confidential until 2040|Sealed until 2030|Withheld until 2040|Under seal until 2035|Closed for 30 years, until 2041
Closure period ends 2040|Restricted access|Closed to the public until 2040|Not open to readers until 2030|Do not upload
Do not put online|Please keep offline|Not for online publication|Publish only after 2030|Publish after 2030
Publish no earlier than 2030|Embargo ends 2030|Embargo expires 31 December 2030|Embargo 2030|Keep offline until 2030
Access closed until 2040|Closed (data protection) until 2040|Sperrfrist bis 2040|Sperrfrist 2040|Sperrfrist endet 2040
Gesperrt bis 31.12.2040|Bis 2040 gesperrt|Nicht vor 2040 veröffentlichen|Nicht vor 2040 zu veröffentlichen
Darf nicht vor 2040 veröffentlicht werden|Erst ab 2040 zugänglich|Zugang erst ab 2040|Schutzfrist bis 2040
Nicht online stellen|Nicht ins Internet|Freigabe ab 2040|Veröffentlichung erst 2040|Unter Verschluss bis 2040
Nicht öffentlich bis 2040|Ne pas publier avant 2040|Ne pas mettre en ligne|Ne pas diffuser avant 2040|Fermé jusqu'en 2040
Non communicable avant 2040|Communicable à partir de 2040|Communicable en 2040|Sous embargo jusqu'au 31 décembre 2040
Embargo jusqu'en 2040|Accès restreint|À ne pas publier avant 2040|Accès interdit avant 2040|Réservé jusqu'en 2040
Publication interdite avant 2040|No publicar antes de 2040|Cerrado hasta 2040|Reservado hasta 2040|No difundir
Acceso restringido|Acceso cerrado hasta 2040|Prohibida su publicación hasta 2040|Abierto a partir de 2040
Bajo embargo hasta 2040|Non pubblicare prima del 2040|Riservato fino al 2040|Chiuso fino al 2040|Accesso riservato
Consultabile dal 2040|Sotto embargo fino al 2040|Non mettere online|Não publicar antes de 2040|Fechado até 2040
Acesso restrito|Reservado até 2040|Sob embargo até 2040|Не публиковать до 2040 года|Закрыто до 2040|Доступ закрыт до 2040 г.
Доступ ограничен|Не выкладывать в интернет|До 2040 года закрыто|Открыть в 2040 году|Не подлежит публикации до 2040
Публикация запрещена до 2040|Засекречено до 2040|Ограничение доступа до 2040|2040년까지 비공개|비공개 (2040년까지)|2040년 이후 공개|2040年前不得公开
2040年以前不公开|保密至2040年|封存至2040年|2040年后公开|不得上网|2040年まで非公開|2040年まで公開しない|Nie publikować przed 2040|Zamknięte do 2040
Zastrzeżone do 2040|Dostęp ograniczony|Udostępnić po 2040|Nie udostępniać przed 2040|Nie umieszczać w internecie
مغلق حتى 2040|لا ينشر قبل 2040|Закрыто до 31 декабря 2040 года|Closed until the year 2040|Released to the public only in 2045
To be unsealed in 2040|This letter is not to be published before 2040|By wish of the family not to be published before 2040
"""
OF_THE_PAPER = """
Available from the archive 2014|First published before 2005|Published after 2000|Published online 2014|Accessed 12 May 2021
Open since 2001|Released 2005|Declassified 2004|Access from 2012 edition|Published 2040 copies
The pier is open from May to September|Not to be opened before Christmas|Closed until Monday|Restricted|Secret
Available from all booksellers|Opening of the harbour in 1920|Access to the harbour|Report on the use of the pier until 1963
Public works from 1950 to 1960|In 2001 the archive opened its doors|Translated in 2014|Not a word of it before 1940
Publication of the treaty of 1920|Draft of 2 May 2001|Open letter of 2003 to the board|Published in 2011|Digitised in 2019
Free use from 2012|Copyright 2015 Harbour Board|Open letter|Public meeting on 3 May|No publication was made
Use of the pier from 1950|Harbour open from 2005 to 2010|2014年公开出版|公开会议|비밀회의록|公開会議 1960年|Für den öffentlichen Verkehr ab 1920
Доступ к морю|Opened in 2004|Released by the archive in 2004|Declassified in 2012 and published
Closed from 2040 hours|Secret No. 2145|Edition of 2040 copies|Published in 2100 copies|Sent at 2130 hours|f. 3, op. 1, d. 2040
Report on access to the pier, HB 12/2040|Public works: 2048 roubles
"""


def said_of(line: str) -> list[Problem]:
    source = SourceText("x.txt", (line, "", "The pier is sound."), "utf-8")
    return list(unmarked_lines(source, "x.yml", (), is_access_stated=False))


def lines(table: str) -> list[str]:
    return table.replace("\n", "|").strip("|").split("|")


@pytest.mark.parametrize("line", lines(CLOSES))
def test_a_line_that_closes_keeps_the_document_out(line: str):
    """In whatever words and order: something about access, and a day to come; or an order to whoever publishes."""
    [problem] = said_of(line)
    assert (problem.level, problem.line, problem.code) == ("error", 1, "unmarked-entry")
    assert "access: open”" not in problem.fix.partition("; if")[0]


@pytest.mark.parametrize("line", lines(OF_THE_PAPER))
def test_a_line_of_the_paper_does_not(line: str):
    """Numbers of papers, hours and copies are no years, and what was published long ago may be seen."""
    assert [problem for problem in said_of(line) if problem.level == "error"] == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Not to be put online before 2040", "2040-12-31"),
        ("Sperrfrist bis 1. Januar 2040", "2040-01-01"),
        ("Closed, and in 2030 half of it, until 2045", "2045-12-31"),
        ("2040년까지 비공개", "2040-12-31"),
    ],
)
def test_the_day_stands_in_what_is_to_be_written(line: str, day: str):
    """Never one before that which is named."""
    wish = wish_of_dated_line(line)
    assert wish is not None
    assert wish.instead == f"access: {{status: embargoed, until: {day}}}"
