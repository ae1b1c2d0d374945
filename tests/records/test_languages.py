"""Languages that are told by the script of a title or a name."""

import pytest

from archivegen.records.languages import language_by_script


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
