"""Names are found in texts however they are written there, and so are no others."""

import pytest

from archivegen.archive.names_standing import forms_of, forms_standing_in, plain_text


def stands(spelling: str, text: str, *, is_person: bool = True, with_endings: bool = True) -> bool:
    forms = forms_of(spelling, is_person=is_person)
    return bool(forms_standing_in(forms, [plain_text([text])], with_endings=with_endings))


@pytest.mark.parametrize(
    ("spelling", "text"),
    [
        ("Johanna Lindqvist-Berg", "They came for Johanna Lindqvist-Berg."),
        ("Johanna Lindqvist-Berg", "They came for Johanna Lindqvist-\nBerg three times."),
        ("Johanna Lindqvist-Berg", "They came for Johanna Lind-\nqvist-\nBerg three times."),
        ("Johanna Lindqvist-Berg", "They came for Jo\u00adhan\u00adna Lind\u00adqvist\u2010Berg."),
        ("Johanna Lindqvist-Berg", "Lindqvist-Berg, Johanna: a file"),
        ("Johanna Lindqvist-Berg", "J. Lindqvist-Berg was asked."),
        ("Johanna Lindqvist-Berg", "Lindqvist-Berg, J."),
        ("Lindqvist-Berg, Johanna", "Johanna Lindqvist-Berg was asked."),
        ("J. Lindqvist-Berg", "Johanna Lindqvist-Berg was asked."),
        ("J. Lindqvist-Berg", "J Lindqvist-Bergs Haus"),
        ("Johanna Maria Lindqvist", "J. M. Lindqvist"),
        ("Anna van der Berg", "van der Berg, Anna"),
        ("Nikolai Puzanov", "с Puzanovym, Nikolai Puzanovym"),
        ("José Núñez", "JOSE NUN\u0303EZ’s letter"),
        ("Westhaven", "Of _Westhaven_ he says nothing."),
        ("Kim Il Sung", "Kim Il-sung"),
    ],
)
def test_a_name_stands_in_a_text(spelling: str, text: str):
    """Over the end of a line, family name first, with initials in either, with an ending."""
    assert stands(spelling, text)


@pytest.mark.parametrize(
    ("spelling", "text"),
    [
        ("Johanna Lindqvist", "Jonas Lindqvist"),
        ("Johanna Lindqvist", "Johanna and Lindqvist"),
        ("J. Lindqvist", "M. Lindqvist"),
        ("Johanna Lindqvist", "the Lindqvist papers"),
        ("Johanna Lindqvist", "Johanna Lindqvistsson"),
        ("Anna Berg", "Marianna Berg"),
        ("New Westhaven", "Westhaven, New"),
    ],
)
def test_another_name_does_not(spelling: str, text: str):
    """Half a name, one with other given names, and another that is longer are other names; only people’s are turned round."""
    assert not stands(spelling, text, is_person=spelling != "New Westhaven")


def test_endings_count_only_where_they_are_asked_for():
    """What is shown must have the name itself."""
    assert not stands("Nikolai Puzanov", "Nikolai Puzanovym", with_endings=False)
    assert stands("Nikolai Puzanov", "Nikolai\nPuzanov", with_endings=False)
