"""Words that are found beside those of a text: what brackets break, and what long runs of letters have inside."""

import pytest

from archivegen.pages.search_names import bracketed_words, parts_inside, words_in_two_letters

# What is written, and the words that its brackets break.
BROKEN = """
the [Kor]ean Party : Korean
the Kor[ean] Party : Korean
Kor[e]an Workers : Korean
the [Workers’] Party :
a note [1] and [sic] :
[Dem]ocratic and Repub[lic] : Democratic Republic
note[1] : note1
[[Kor]ean : Korean
朝[鮮]戦争 : 朝鮮戦争
[Kor]ean[s] : Koreans
an [open bracket, a closed] one :
""".strip().splitlines()


@pytest.mark.parametrize("case", BROKEN)
def test_a_word_that_brackets_break_is_found_whole(case: str):
    """Brackets around whole words break none."""
    written, _, words = case.partition(" :")
    assert list(bracketed_words(written)) == words.split()


@pytest.mark.parametrize("run", ["朝" * 100_000, "a" * 100_000, "[" * 100_000, "a[" * 50_000, "[a]" * 30_000])
def test_a_run_of_letters_may_be_as_long_as_it_likes(run: str):
    """Texts in Chinese need not have a stop, nor a table any space; letters are read once, not once for each before them."""
    assert list(bracketed_words(f"[see] {run} [Kor]ean"))[-1] == "Korean"


def test_what_a_long_name_has_inside_is_no_more_than_it_can_be_asked_for():
    """A title may be given as the name of another version."""
    name = "".join(chr(0x4E00 + number) for number in range(4_000))
    inside = parts_inside((), (name,))
    assert sum(map(len, inside)) < 25 * len(name)
    assert {name[1:25], name[2000:2024], name[-2:], name[-1:]} <= set(inside)


# What is written, and its words as they are spelt where such letters cannot be typed.
SPELT = """
Müller und Söhne : mueller soehne
Ärger in ÅRHUS : aerger aarhus
Größenverhältnisse : groessenverhaeltnisse
Müller : mueller
Tromsø, Ålesund-Røst : tromsoe aalesund roest
naïve café über : ueber
value blue Mueller :
""".strip().splitlines()


@pytest.mark.parametrize("case", SPELT)
def test_german_and_nordic_letters_are_two(case: str):
    """Only words that have them are written otherwise."""
    written, _, words = case.partition(" :")
    assert list(words_in_two_letters(written)) == words.split()


def test_a_word_of_a_name_is_not_said_twice():
    """What stands in a name as it is written in two letters need not stand beside the text."""
    assert parts_inside(("Müller in Århus",), ("Hans Muller", "Hans Mueller")) == ["aarhus"]
