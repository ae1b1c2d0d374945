"""Passages: whatever is edited, each anchor and number stays with its words, and none is given twice."""

import random
import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivegen.archive.passage_matching import match
from archivegen.archive.passages import Passage, as_published, passages_of
from archivegen.archive.sketches import sketch
from archivegen.records.body import Block, Body, Text
from archivegen.records.values import LineRange
from archivegen.storage.published import PublishedPassage

A = "The ambassador received the delegation in the morning and spoke about the harvest of the past year."
B = "He asked whether the railway between the two capitals would be repaired before the first snow falls."
C = "Comrade Okafor replied that workers had been found, while rails and timber were still wanting everywhere."
D = "Both sides agreed to exchange engineers, and Lindqvist promised a written answer within ten days."
NEW = "Tea was served at noon; nobody mentioned fishing, although every guest had brought a rod along."
NEWER = "A telegram from Westhaven interrupted them twice, once with numbers and once with congratulations."
YES = "Yes."
LONG = f"{B} {C} {D}"


def body(*texts: str, heading: str = "") -> Body:
    """Return a body of paragraphs, below a heading if one is given."""
    blocks = [("heading", heading)] if heading else []
    blocks += [("paragraph", text) for text in texts]
    return Body(tuple(Block(kind, LineRange(1, 1), (Text(text),)) for kind, text in blocks))


def edited(*versions: Sequence[str]) -> tuple[Passage, ...]:
    """Return the passages of the last version, each version published after the one before it."""
    published: tuple[PublishedPassage, ...] | None = None
    for texts in versions:
        passages = passages_of(body(*texts), published)
        published = as_published(passages)
    return passages


def numbers(passages: Sequence[Passage]) -> str:
    """Return the numbers in the order of the page, those of empty places in brackets."""
    return " ".join(passage.number if passage.block else f"({passage.number})" for passage in passages)


def with_words_exchanged(text: str, every: int) -> str:
    return " ".join(
        f"other{place}" if place % every == 0 else word for place, word in enumerate(text.split())
    )


CORRECTED_WORD = A.replace("morning", "evening")
CORRECTED_HALF = with_words_exchanged(A, 2)
SCENARIOS = {
    "nothing is published": ([[A, B, C]], "1 2 3"),
    "nothing changes": ([[A, B, C]] * 2, "1 2 3"),
    "a paragraph between two": ([[A, B], [A, NEW, B]], "1 1a 2"),
    "two between two": ([[A, B], [A, NEW, NEWER, B]], "1 1a 1b 2"),
    "one more, later": ([[A, B], [A, NEW, B], [A, NEW, NEWER, B]], "1 1a 1b 2"),
    "one more before it, later": ([[A, B], [A, NEW, B], [A, NEWER, NEW, B]], "1 1b 1a 2"),
    "a paragraph before the first": ([[A, B], [NEW, A, B]], "0a 1 2"),
    "a paragraph at the end": ([[A, B], [A, B, NEW]], "1 2 3"),
    "a paragraph is removed": ([[A, B, C], [A, C]], "1 (2) 3"),
    "the first is removed": ([[A, B, C], [B, C]], "(1) 2 3"),
    "the last is removed, and another added": ([[A, B, C], [A, B], [A, B, NEW]], "1 2 (3) 4"),
    "the last is another": ([[A, B, C], [A, B, NEW]], "1 2 (3) 4"),
    "one between is another": ([[A, B, C], [A, NEW, C]], "1 (2) 1a 3"),
    "a letter is removed, and another added": (
        [[A, B], [A, NEW, B], [A, B], [A, NEWER, B]],
        "1 (1a) 1b 2",
    ),
    "what was removed comes back": ([[A, B, C], [A, C], [A, B, C]], "1 (2) 1a 3"),
    "a word is corrected": ([[A, B], [CORRECTED_WORD, B]], "1 2"),
    "half the words are corrected": ([[A, B], [CORRECTED_HALF, B]], "1 2"),
    "every paragraph is corrected": (
        [[A, B, C, D], [with_words_exchanged(text, 3) for text in (A, B, C, D)]],
        "1 2 3 4",
    ),
    "all words are others": ([[A, B], [A, NEW]], "1 (2) 3"),
    "a divided paragraph, the larger part first": ([[A, B + " " + C + " " + D], [A, B + " " + C, D]], "1 2 3"),
    "a divided paragraph, the larger part last": (
        [[A, B + " " + C + " " + D, NEW], [A, B, C + " " + D, NEW]],
        "1 1a 2 3",
    ),
    "divided, and words added to the larger part": (
        [[A, LONG], [A, f"{LONG[:155]} {NEW} {NEWER}", LONG[155:]]],
        "1 2 3",
    ),
    "divided into three": ([[A, B + " " + C[:60] + D[:40], NEW], [A, B, C[:60], D[:40], NEW]], "1 2 2a 2b 3"),
    "two paragraphs made one": ([[A, B + " " + C, D, NEW], [A, B + " " + C + " " + D, NEW]], "1 2 (3) 4"),
    "made one, the larger share last": ([[A, B, C + " " + D, NEW], [A, B + " " + C + " " + D, NEW]], "1 (2) 3 4"),
    "reordered": ([[A, B, C, D], [C, A, B, D]], "3 1 2 4"),
    "turned about": ([[A, B, C, D], [D, C, B, A]], "4 3 2 1"),
    "reordered, and a word corrected": ([[A, B, C, D], [C, B, CORRECTED_WORD, D]], "3 2 1 4"),
    "turned about, and every paragraph corrected": (
        [[A, B, C, D], [with_words_exchanged(text, 6) for text in (D, C, B, A)]],
        "4 3 2 1",
    ),
    "moved, with a quarter of the words corrected": (
        [[A, B, C, D], [B, C, D, with_words_exchanged(A, 4)]],
        "2 3 4 1",
    ),
    "moved, with all words others": ([[A, B, C], [B, C, NEW]], "(1) 2 3 4"),
    "a few words moved and corrected are others": ([["Yes, sir.", A, B], [A, B, "Yes, Peter, sir."]], "(1) 2 3 4"),
    "what is like another passage, too, is not known elsewhere": (
        [[A, with_words_exchanged(A, 9), B], [with_words_exchanged(A, 9), B, with_words_exchanged(A, 7)]],
        "(1) 2 3 4",
    ),
    "the same words twice": ([[A, YES, B, YES, C]] * 2, "1 2 3 4 5"),
    "the first of the same words is removed": ([[A, YES, B, YES, C], [A, B, YES, C]], "1 (2) 3 4 5"),
    "the last of the same words is removed": ([[A, YES, B, YES, C], [A, YES, B, C]], "1 2 3 (4) 5"),
    "the same words once more": ([[A, YES, B], [A, YES, B, YES]], "1 2 3 4"),
    "all at once": (
        [[A, B, C, D, YES], [NEW, CORRECTED_WORD, NEWER, C, B, YES, YES]],
        "0a 1 1a 3 (4) 2 5 6",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("versions", "expected"), SCENARIOS.values(), ids=SCENARIOS)
def test_numbers_stay_with_their_words(versions: list[list[str]], expected: str):
    """A number that was printed is found again at its words; what is new stands beside it."""
    assert numbers(edited(*versions)) == expected


@pytest.mark.parametrize("versions", [case[0] for case in SCENARIOS.values()], ids=SCENARIOS)
def test_anchors_stay_with_their_numbers(versions: list[list[str]]):
    """A passage that keeps its number keeps its anchor, also where its words are others now."""
    before = {passage.number: passage.anchor for passage in edited(*versions[:-1])} if versions[1:] else {}
    now = {passage.number: passage.anchor for passage in edited(*versions)}
    assert before.items() <= now.items()
    assert len(set(now.values())) == len(now)


@pytest.mark.parametrize(
    ("versions", "changes"),
    [
        ([[A, B]], ["", ""]),
        ([[A, B], [A, B]], ["", ""]),
        ([[], [A]], ["added"]),
        ([[A, B], [CORRECTED_WORD, NEW, B]], ["corrected", "added", ""]),
        ([[A, B, C], [A, C]], ["", "removed", ""]),
        ([[A, B, C], [A, C], [A, C]], ["", "", ""]),
        ([[A], [A.replace(",", ";").replace(".", "!")]], ["corrected"]),
        ([["two  words"], ["two words"]], [""]),
    ],
)  # fmt: skip
def test_what_has_become_of_a_passage(versions: list[list[str]], changes: list[str]):
    """Only what has happened since the last publication is called a change; white space is no word."""
    assert [passage.change for passage in edited(*versions)] == changes


def test_anchors_of_what_is_not_published_follow_from_the_words():
    """Without a ledger an anchor is a digest of the words, and the same words are counted."""
    anchors = [passage.anchor for passage in passages_of(body(A, YES, YES))]
    assert all(re.fullmatch(r"p-[0-9a-f]{6}", anchor) for anchor in anchors[:2])
    assert anchors[2] == f"{anchors[1]}-2"
    assert [passage.anchor for passage in passages_of(body(B, A.upper(), YES))][1:] == anchors[:2]


def test_a_block_without_a_number_keeps_its_anchor_and_place():
    """Headings and stamps are passages too; a removed one leaves a place without a number."""
    published = as_published(passages_of(body(A, B, heading="Report on the harvest")))
    corrected = passages_of(body(A, B, heading="Report on the late harvest"), published)
    assert [passage.anchor for passage in corrected] == [passage.anchor for passage in published]
    without = passages_of(body(A, B), published)
    assert [(passage.number, passage.block is None) for passage in without] == [
        ("", True),
        ("1", False),
        ("2", False),
    ]


def test_a_paragraph_that_is_read_as_a_heading_keeps_its_printed_number():
    """Somebody has cited paragraph 1: whatever the program calls it today, it is still found there."""
    published = as_published(passages_of(body("Of the harvest", B)))
    assert numbers(passages_of(body(B, heading="Of the harvest"), published)) == "1 2"
    published = as_published(passages_of(body(B, C, heading="Of the harvest")))
    assert numbers(passages_of(body("Of the harvest", B, C), published)) == "0a 1 2"


def test_what_is_kept_has_no_words():
    """The companion of the ledger can be given away: sketches are digests."""
    (passage,) = as_published(passages_of(body(A)))
    assert re.fullmatch(r"[0-9a-f]+", passage.sketch)
    assert len(passage.sketch) <= 12 + 32 * 4


def test_words_of_scripts_without_spaces_are_compared_by_letters():
    """A corrected character in a Chinese paragraph leaves it the same paragraph."""
    before = "苏联大使在早上接见了代表团并谈到了去年的收成情况"
    assert match([sketch(before)], [before.replace("早", "晚")]) == {0: 0}


def test_a_document_of_two_thousand_paragraphs():
    """Each keeps its number, though half of them say the same and a hundred are corrected."""
    texts = [YES if place % 2 else f"{A} {place}" for place in range(2000)]
    published = as_published(passages_of(body(*texts)))
    now = [text.replace("spoke", "wrote") if place % 20 == 0 else text for place, text in enumerate(texts)]
    assert numbers(passages_of(body(*now), published)).split() == [str(n) for n in range(1, 2001)]
    del now[1000]
    kept = numbers(passages_of(body(*now), published)).split()
    assert kept[998:1003] == ["999", "1000", "(1001)", "1002", "1003"]


def test_two_thousand_corrected_paragraphs_are_matched_in_a_moment():
    """Every one has another word, some are gone and some are new; the words are as common as in any language."""
    chance = random.Random(1)  # noqa: S311 -- the same words each time
    words = [f"w{rank}" for rank in range(3000)]
    often = [1 / (rank + 1) for rank in range(3000)]
    before = [chance.choices(words, often, k=90) for _ in range(2000)]
    now: list[str] = []
    expected: dict[int, int] = {}
    for place, paragraph in enumerate(before):
        if place % 10 == 3:
            continue
        expected[len(now)] = place
        now.append(" ".join([*paragraph[:40], f"new{place}", *paragraph[41:]]))
        if place % 15 == 4:
            now.append(" ".join(chance.choices(words, often, k=90)))
    sketches = [sketch(" ".join(paragraph)) for paragraph in before]
    start = time.process_time()
    assert match(sketches, now) == expected
    assert time.process_time() - start < 3


WORDS = st.sampled_from(f"{A} {B} {C} {D}".split())
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
TEXTS = st.lists(PARAGRAPHS, max_size=9)


@st.composite
def edits(draw: st.DrawFn) -> list[list[str]]:
    """Return versions of a text, each made from the one before by random edits."""
    versions = [draw(TEXTS)]
    for _ in range(draw(st.integers(1, 4))):
        texts = list(versions[-1])
        for _ in range(draw(st.integers(0, 4))):
            place = draw(st.integers(0, len(texts)))
            match draw(st.sampled_from(["insert", "delete", "repeat", "correct", "divide", "join", "move"])):
                case "insert":
                    texts.insert(place, draw(PARAGRAPHS))
                case "delete":
                    del texts[place : place + 1]
                case "repeat":
                    texts[place:place] = texts[:1]
                case "correct":
                    texts[place : place + 1] = [
                        draw(PARAGRAPHS) + " " + text for text in texts[place : place + 1]
                    ]
                case "divide":
                    halves = [text.partition(" ") for text in texts[place : place + 1]]
                    texts[place : place + 1] = [
                        half for first, _, rest in halves for half in (first, rest) if half
                    ]
                case "join":
                    texts[place : place + 2] = [" ".join(texts[place : place + 2])] if texts[place:] else []
                case _:
                    texts = texts[place:] + texts[:place]
        versions.append(texts)
    return versions


@settings(max_examples=400, deadline=None)
@given(edits())
def test_random_edits_never_give_anything_twice(versions: list[list[str]]):
    """No two passages have one anchor or number; the same words keep theirs; nothing removed is given again."""
    published: tuple[PublishedPassage, ...] = ()
    gone: set[str] = set()
    before: tuple[Passage, ...] = ()
    texts_before: list[str] = []
    for texts in versions:
        passages = passages_of(body(*texts), published)
        for given_once in (
            [passage.anchor for passage in passages],
            [passage.number for passage in passages if passage.number],
        ):
            assert len(given_once) == len(set(given_once))
        live = {passage.anchor: passage for passage in passages if passage.block}
        assert gone.isdisjoint(live)
        assert gone.isdisjoint(passage.number for passage in live.values())
        for text in {text for text in texts if texts.count(text) == texts_before.count(text) == 1}:
            was = next(p for p in before if p.block and p.block.text == text)
            assert (live[was.anchor].number, live[was.anchor].block.text) == (was.number, text)
        before, texts_before, published = passages, texts, as_published(passages)
        again = passages_of(body(*texts), published)
        assert (as_published(again), {passage.change for passage in again}) == (
            published,
            {""} if again else set(),
        )
        gone |= {
            name for passage in passages if not passage.block for name in (passage.anchor, passage.number)
        }
