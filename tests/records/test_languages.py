"""Languages that are told by the script of a title or a name."""

import pytest

from archivegen.records.languages import language_by_letters, language_by_script


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("김일성", (), "ko"),
        ("けいさつ", (), "ja"),
        ("警視庁けいさつ", ("ko",), "ja"),
        ("毛泽东", (), "und"),
        ("毛泽东", ("en", "zh"), "zh"),
        ("毛澤東", ("ja",), "ja"),
        ("نامه به انجمن", ("fa", "en"), "fa"),
        ("نامه به انجمن", ("ko", "Persian"), "und"),
        ("Пузанов", ("ru",), "ru"),
        ("Kim Il Sung (김일성)", ("ko",), ""),
        ("Łódź", ("pl",), ""),
        ("1961", ("ko",), ""),
        ("", (), ""),
    ],
)
def test_the_script_decides_the_language_of_a_name(text: str, known: tuple[str, ...], expected: str):
    """A language of the document that is written so, else the only one in that script; Latin letters say nothing."""
    assert language_by_script(text, known) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was begun in 1931.", ""),
        ("Le préfet a écrit à Đỗ Mười.", ""),
        ("Капитан приехал в город (see Box 4).", "ru"),
        ("时间：1960年3月21日。金策钢铁厂缺焦炭。", "zh"),
        ("昭和三十五年、大使は東京に帰った。", "ja"),
        ("평양, 1963년 5월 8일. 경제 원조에 관한 편지.", "ko"),
        ("Letter of Kim Il Sung (김일성) to the board.", ""),
        ("1931–1945", ""),
    ],
)
def test_letters_tell_in_which_language_to_look_for_words(text: str, language: str):
    """Those of most of the text; with Latin letters it may be in any."""
    assert language_by_letters(text) == language
