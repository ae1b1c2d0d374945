"""Nouns inside Korean compounds, by what is typed and what is written."""

import unicodedata

import pytest

from archivegen.pages.hangul import nouns_inside

# What is written, and what somebody may look for in it.
FOUND = """
소련대사관 : 대사관
소련대사관에서 : 대사관 소련대사관
조선민주주의인민공화국 : 인민공화국 공화국 민주주의인민공화국
전쟁에서 : 전쟁
전쟁에서는 : 전쟁
수상으로부터 : 수상
노동당의 : 노동당 동당
김일성동지께서 : 일성동지 동지 김일성동지
평양까지도 : 평양
서울로 : 서울
조선[민주주의]인민공화국 : 인민공화국
""".strip().splitlines()
# What is written, and what must not be made of it.
NOT_FOUND = """
전쟁에서 : 에서
전쟁에서는 : 에서는 는
국가 : 국
소련 : 련
노동자가 : 노
사람이 : 람이이
학교를 : 학
Korea : Korea
""".strip().splitlines()


def cases(rows: list[str]) -> list[tuple[str, str]]:
    return [
        (written, part) for row in rows for written, parts in [row.split(" : ")] for part in parts.split()
    ]


@pytest.mark.parametrize(("written", "asked"), cases(FOUND))
def test_a_noun_inside_is_found(written: str, asked: str):
    """Where it ends the compound, and with the particle taken away."""
    assert asked in set(nouns_inside(f"그 {written}, 그리고"))


@pytest.mark.parametrize(("written", "asked"), cases(NOT_FOUND))
def test_nothing_is_made_that_is_no_noun(written: str, asked: str):
    """Particles alone, single syllables and short words are left."""
    assert asked not in set(nouns_inside(f"그 {written}, 그리고"))


def test_letters_written_in_parts_are_read_as_whole_ones():
    """Some systems divide syllables into their letters."""
    assert "대사관" in set(nouns_inside(unicodedata.normalize("NFD", "소련대사관")))


def test_only_the_particle_that_can_follow_is_taken_away():
    """After a consonant it is “eun”, after a vowel “neun”; after l the particle of direction is as after a vowel."""
    assert "모스크바" in set(nouns_inside("모스크바는"))
    assert "모스크바" not in set(nouns_inside("모스크바은"))
    assert "모스크바" in set(nouns_inside("모스크바로"))
    assert "평양시당" not in set(nouns_inside("평양시당로"))
    assert "인민의날" in set(nouns_inside("인민의날로"))


def test_no_more_particles_are_taken_away_than_words_have():
    """Syllables that are particles one by one may follow each other by the thousand, in a text that was read badly."""
    assert {"대사관에서까지도", "대사관에서까지", "대사관에서", "대사관"} <= set(
        nouns_inside("소련대사관에서까지도")
    )
    for run in ("도" * 1_200, "가나" * 500):
        assert {len(part) for part in nouns_inside(run)} <= set(range(2, 17))


def test_a_long_run_gives_no_more_than_can_be_asked_for():
    """Whatever word is inside is found as what a part begins with; the letters do not grow with the square of the run."""
    run = "".join(chr(ord("가") + 28 * (number % 300)) for number in range(4_000))
    parts = list(nouns_inside(run))
    assert sum(map(len, parts)) < 70 * len(run)
    for start in range(1, len(run) - 4):
        assert run[start : start + 4] == parts[start - 1][:4]
