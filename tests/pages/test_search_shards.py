"""Shards of the search index: cut at dates that never move, so that what is added moves nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivegen.pages import search_shards
from archivegen.pages.search_shards import SearchText, Shard, letters_of, shards_of
from archivegen.records.dates import days_since_1970

TEXTS, LETTERS = 4, 100
# Days that crowd together, as an archive's do, with some far away, some before our era, and some without any.
DAYS = st.one_of(
    st.integers(-8000, -7900),
    st.integers(-60_000, 20_000),
    st.sampled_from([-1_500_000, -2_000_000_000, 2_000_000_000, None]),
)
ARCHIVES = st.lists(
    st.builds(
        SearchText,
        document_id=st.text("abcdefghij", min_size=1, max_size=8),
        language=st.sampled_from(["en", "ko"]),
        day=DAYS,
        letters=st.integers(0, 70),
    ),
    max_size=40,
    unique_by=lambda text: (text.document_id, text.language),
)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_shards, "MOST_TEXTS", TEXTS)
    monkeypatch.setattr(search_shards, "MOST_LETTERS", LETTERS)


def shard_of_each(shards: tuple[Shard, ...]) -> dict[SearchText, str]:
    return {text: shard.name for shard in shards for text in shard.texts}


def is_light(texts: Iterator[SearchText] | tuple[SearchText, ...]) -> bool:
    own = tuple(texts)
    return len(own) < 2 or (len(own) <= TEXTS and sum(text.letters for text in own) <= LETTERS)


@settings(max_examples=300, deadline=None)
@given(ARCHIVES)
def test_every_text_is_in_one_shard_of_its_language(texts: list[SearchText]):
    """Each is there once, names tell shards and languages apart, and are tags that an indexer takes."""
    shards = shards_of(texts)
    assert sorted((text for shard in shards for text in shard.texts), key=repr) == sorted(texts, key=repr)
    assert [shard.name for shard in shards] == sorted({shard.name for shard in shards})
    for shard in shards:
        assert shard.texts
        assert {text.language for text in shard.texts} == {shard.language}
        language, _, part = shard.name.partition("-x-")
        assert language == shard.language
        assert not part or (len(part) == 8 and part.isalnum() and part == part.lower() and part.isascii())
        others = [other for other in shards if other.language == shard.language and other != shard]
        assert bool(others) == bool(part)


@settings(max_examples=300, deadline=None)
@given(ARCHIVES)
def test_no_shard_is_over_the_budget(texts: list[SearchText]):
    """But for one text that is too long alone, or texts of one day that share the beginning of a digest."""
    for shard in shards_of(texts):
        points = {(search_shards._point(text), text.day is None) for text in shard.texts}
        assert is_light(shard.texts) or len(points) == 1


@settings(max_examples=400, deadline=None)
@given(ARCHIVES, st.data())
def test_one_more_text_moves_no_other(texts: list[SearchText], data: st.DataObject):
    """Every text stays in its shard, unless that has become too heavy with the new one."""
    more = data.draw(ARCHIVES.filter(bool))[0]
    texts = [text for text in texts if (text.document_id, text.language) != (more.document_id, more.language)]
    before, after = shards_of(texts), shard_of_each(shards_of([*texts, more]))
    moved = {name for text, name in shard_of_each(before).items() if after[text] != name}
    assert len(moved) <= 1
    for shard in before:
        if shard.name in moved:
            assert shard.language == more.language
            assert not is_light((*shard.texts, more))


@settings(max_examples=100, deadline=None)
@given(ARCHIVES, st.randoms())
def test_the_order_in_which_texts_come_decides_nothing(texts: list[SearchText], random: Random):
    """Nor does the one in which files are found."""
    shuffled = list(texts)
    random.shuffle(shuffled)
    assert shards_of(shuffled) == shards_of(texts)


def test_within_a_shard_texts_stand_in_the_order_of_the_archive():
    """Not in that of their ids, nor of their days alone."""
    texts = [
        SearchText(name, "en", day, 1, place)
        for place, (name, day) in enumerate([("c", 1), ("a", 1), ("b", 9)])
    ]
    assert [text.document_id for text in shards_of(reversed(texts))[0].texts] == ["c", "a", "b"]


def test_shards_of_a_language_stand_in_the_order_of_time():
    """Their names sort as their dates do, those of texts without a date last."""
    texts = [SearchText(f"d{number}", "en", number * 400 - 9000, 40, number) for number in range(20)]
    texts += [SearchText(f"u{number}", "en", None, 40, 20 + number) for number in range(3)]
    shards = shards_of(texts)
    assert len(shards) > 8
    assert [text for shard in shards for text in shard.texts if text.day is not None] == texts[:20]
    assert {text.document_id for shard in shards[-2:] for text in shard.texts} == {"u0", "u1", "u2"}


def test_a_day_with_too_many_texts_is_divided_by_their_ids():
    """A ministry may have sent more in a day than a shard holds."""
    texts = [SearchText(f"telegram-{number}", "en", -5000, 1) for number in range(50)]
    shards = shards_of(texts)
    assert 13 <= len(shards) <= 50
    assert all(len(shard.texts) <= TEXTS for shard in shards)


def test_a_longer_text_that_still_fits_changes_no_shard():
    """The length decides only where it is too much."""
    texts = [SearchText(f"d{number}", "en", number, 20) for number in range(4)]
    longer = [replace(texts[0], letters=40), *texts[1:]]
    assert [shard.name for shard in shards_of(texts)] == [shard.name for shard in shards_of(longer)] == ["en"]


@pytest.mark.parametrize(
    ("words", "letters"),
    [("a harbour", 9), ("Weiß", 4), ("朝鲜战争", 20), ("쏘련 대사관", 26), ("สงคราม", 30), ("", 0)],
)
def test_a_letter_that_is_half_a_word_counts_for_several(words: str, letters: int):
    """The indexer takes as much more memory for it."""
    assert letters_of(words) == letters


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("0001-01-01", -719_162),
        ("0000-12-31", -719_163), ("0000-01-01", -719_528), ("-0001-12-31", -719_529), ("-0044-03-15", -735_525),
        ("12000-01-01", 3_663_382),
    ],
)  # fmt: skip
def test_days_are_counted_from_1970(day: str, number: int):
    """Also before our era, and past the last year that the library knows."""
    assert days_since_1970(day) == number


@given(st.dates())
def test_days_are_counted_as_the_library_counts_them(day: date):
    """From the year 1 to the year 9999."""
    assert days_since_1970(day.isoformat()) == (day - date(1970, 1, 1)).days
