"""Chinese, Japanese and Korean paragraphs are short in letters, and paragraphs all the same: numbered, and beside their translation."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup, escape

from archivegen.pages.alignment import aligned
from archivegen.pages.block_view import BlockView
from archivegen.pages.section_numbers import number_before
from archivegen.seeds.normalise import read_document
from tests.conftest import build_quietly
from tests.joined_archives import ENGLISH, KOREAN, LETTER, lay_out

HEAD = "항구 위원회에 보내는 편지\n\n측량사는 지난 가을에 부두를 두 번 살펴보았고, 두 번째 기중기를 놓을 수 없다고 말하였습니다.\n\n"
PARAGRAPHS = {
    "a last sentence with its page": "위원회는 아직 돈을 내지 않았으며 배들은 먼 밖에서 오래 기다리고 있으니 어찌하랴. ＜2＞\n",
    "a last sentence in Chinese": "委員會至今沒有付款，船隻仍在港外等候，請於冬季之前答覆我們，以便早日開工修理舊碼頭。\n",
    "a last sentence in Japanese": "委員会はまだ支払っておらず、船は港の外で待っておりますので、冬が来る前にお返事をください。\n",
}
VERSE = "밤바다에 배가 하나\n돛을 내리고 서 있네,\n바람은 자고 물결도 자는데\n등대만 홀로 깨어 있네.\n"


def kinds(text: str) -> list[str]:
    return [block.kind for block in read_document(text.encode(), "seeds/letter.txt").body.blocks]


@pytest.mark.parametrize("last", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_short_paragraph_at_the_end_is_one(last: str):
    """It is as broad as two lines of a letter in an alphabet."""
    assert kinds(HEAD + last)[-1] == "paragraph"


def test_a_heading_and_a_paragraph_below_it_are_two():
    """Where every paragraph stands on one line, short ones do, too."""
    paragraph = (
        "측량사는 지난 가을에 부두를 두 번 살펴보았고, 두 번째 기중기를 놓을 수 없다고 말하였습니다.\n"
    )
    lines = f"{HEAD.strip()}\n{paragraph * 4}"
    longest = paragraph.strip() * 3
    assert kinds(f"{lines}{longest}\n위원회의 뜻\n{paragraph}{longest}\n")[-4:] == ["paragraph"] * 4


def test_verse_stays_verse():
    """Its lines are short in any script; and a translation of verse is verse, whatever names it gives in Chinese signs."""
    assert kinds(f"{HEAD}{VERSE}\n{HEAD}")[2] == "lines"
    english = "A single ship upon the sea at night (夜海) has its sail\nlowered, and the wind (風) and the waves are now asleep,\n"
    assert kinds(f"{ENGLISH}\n{english * 2}\n{ENGLISH}")[4] == "lines"


def blocks(*kinds: str) -> list[BlockView]:
    return [
        BlockView(kind, f"p-{number}", str(number) if kind == "paragraph" else "", Markup())
        for number, kind in enumerate(kinds, 1)
    ]


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (("lines", "paragraph", "paragraph", "lines"), ("lines", "paragraph", "paragraph", "paragraph"), 4),
        (("lines", "paragraph", "signature"), ("lines", "paragraph", "paragraph"), 1),
        (("paragraph", "lines"), ("paragraph", "paragraph", "paragraph"), 1),
    ],
)
def test_a_line_may_be_a_paragraph_of_the_other_text(one: tuple[str, ...], other: tuple[str, ...], rows: int):
    """Where paragraphs are not as many, blocks stand side by side only if all of them are of the same kinds."""
    assert len(aligned(blocks(*one), blocks(*other))) == rows


def text_of(*paragraphs: str) -> list[BlockView]:
    """Return numbered paragraphs, and what has a stroke before it as lines without a number."""
    return [
        BlockView(
            "lines" if words.startswith("-") else "paragraph",
            f"p-{place}",
            "" if words.startswith("-") else str(place),
            escape(words.removeprefix("-")),
        )
        for place, words in enumerate(paragraphs, 1)
    ]


SECTIONS = {
    "whose beginnings differ": (
        ("-항구 一. 처음", "글", "二. 부두", "글", "三", "글"),
        ("-Harbour", "I. At first", "Words.", "Words.", "II. The pier", "Words.", "III", "Words."),
        [(2, 4), (1, 1), (1, 1), (1, 1), (1, 1)],
    ),
    "of which one differs": (
        ("1. 부두", "글", "글", "2. 배", "글"),
        ("1. Pier", "Words.", "2. Ships", "Words."),
        [(3, 2), (1, 1), (1, 1)],
    ),
    "one number alone": (("글", "글", "2. 배"), ("Words.", "2. Ships"), [(3, 2)]),
    "a number twice": (("1. 부두", "1. 배", "2. 기중기", "글"), ("1. Pier", "2. Ships"), [(4, 2)]),
    "another order": (("2. 부두", "1. 배", "글"), ("2. Pier", "1. Ships"), [(3, 2)]),
    "words that are no numbers": (("一部 글", "2월 글", "글"), ("I have words.", "2 ships"), [(3, 2)]),
}


@pytest.mark.parametrize(("one", "other", "sizes"), SECTIONS.values(), ids=SECTIONS)
def test_sections_of_one_number_stand_side_by_side(
    one: tuple[str, ...], other: tuple[str, ...], sizes: list[tuple[int, int]]
):
    """Their numbers divide texts of which one has more paragraphs, where they stand once in both, in their order."""
    rows = aligned(text_of(*one), text_of(*other))
    assert [tuple(map(len, row)) for row in rows if all(row)] == sizes
    assert [block.anchor for left, _ in rows for block in left] == [block.anchor for block in text_of(*one)]
    assert [block.anchor for _, right in rows for block in right] == [
        block.anchor for block in text_of(*other)
    ]


def test_a_paragraph_that_is_the_title_stands_above_the_text():
    """A title that ends as sentences do is numbered, and has no counterpart among the paragraphs."""
    one, other = ("삶이냐 죽음이냐?", "글", "글", "-끝"), ("-Life or death?", "Words.", "Words.")
    assert len(aligned(text_of(*one), text_of(*other))) == 1
    rows = aligned(text_of(*one), text_of(*other), {"삶이냐 죽음이냐?"})
    assert [tuple(map(len, row)) for row in rows] == [(1, 1), (1, 1), (2, 1)]


@pytest.mark.parametrize(
    ("words", "number"),
    [("12) b", 12), ("XIV. b", 14), ("十二、甲", 12), ("二十一. 甲", 21), ("(三) 甲", 3), ("六", 6), ("十十.", 0), ("IV b", 0), ("1961. b", 0), ("", 0)],
)  # fmt: skip
def test_numbers_before_sections(words: str, number: int):
    """In figures, in Roman and in Chinese signs, with a sign behind them that says they are numbers."""
    assert number_before(words) == number


def test_a_short_last_sentence_keeps_the_columns_together(tmp_path: Path):
    """It is numbered, and stands beside its translation."""
    last = "겨울이 오기 전에 답을 주시기를 바랍니다."
    assert last in KOREAN
    longer = "겨울이 와서 배들이 얼기 전에 위원회에서 부디 답을 주시기를 간절히 바라옵니다 ＜2＞"
    site = build_quietly(lay_out(tmp_path, {**LETTER, "seeds/ko/letter.txt": KOREAN.replace(last, longer)}))
    [page] = [file.read_text("utf-8") for file in site.glob("documents/*/index.html")]
    assert re.search(r'class="texts aligned"', page)
