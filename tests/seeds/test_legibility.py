"""Texts that a machine recognised badly: what is read from them is never certain."""

from archivegen.seeds.normalise import read_document

MEMORANDUM = """\
MINISTRY OF SUPPLY

MEMORANDUM

To: Edward Thornhill
From: Ada Marsh
Date: 17 February 1943

The contractors cannot begin before the frost is over, and I have told them that we shall not pay for the weeks lost.
"""
DAMAGE = (
    "Th3 c0ntract0rs |~ c@nn0t b~gin bef{re th# fr0st 1s ov%r, a^d I h*ve t|ld th[m th@t w~ sh&ll n|t p@y. "
    * 3
)


def test_nothing_is_certain_in_a_damaged_text():
    """The same head says the same, but no value of it claims to be certain, and the report says why."""
    clean = read_document(MEMORANDUM.encode(), "a.txt")
    damaged = read_document(f"{MEMORANDUM}\n{DAMAGE}\n".encode(), "a.txt")
    assert [value.certainty for value in clean.fields["dates"]] == ["certain"]
    for name in ("creators", "recipients", "dates", "issuing_body", "form"):
        assert [value.value for value in damaged.fields[name]] == [
            value.value for value in clean.fields[name]
        ]
        assert [value.certainty for value in damaged.fields[name]] == ["probable"]
    assert [problem.code for problem in clean.problems] == []
    assert [problem.code for problem in damaged.problems] == ["damaged-text"]


def test_unusual_words_are_no_damage():
    """References, dates, dashes without spaces and editors' brackets are what such texts are full of."""
    words = "f. 12, op. 3, d. 44, ll. 7-9 — Nº 0077/sz of 3.5.1961—I said [so]—and “v[i]gilance,” (p. 82) 4:30 p.m., ON/11/12/V/61. "
    record = read_document(f"{MEMORANDUM}\n{words}\n".encode(), "a.txt")
    assert "damaged-text" not in [problem.code for problem in record.problems]


def test_a_table_is_no_damage():
    """The strokes of a table are no words that a machine misread."""
    table = "| item | cost |\n| --- | --- |\n| two oars | 4 |\n| a sail | 12 |"
    record = read_document(f"{MEMORANDUM}\n{table}\n".encode(), "a.md")
    assert "damaged-text" not in [problem.code for problem in record.problems]


def test_marks_within_korean_words_are_no_damage():
    """Quotation marks, middle dots and glosses stand inside words there, with endings behind them."""
    words = "제6호 「오하이오」州의 政治·道德·宗敎·文學 『바다는 넓다』고 壬午(22歲)에 半分이라」하고 策으로＜84＞ 「하」氏와 술가락(匙)을 "
    record = read_document((words * 4).encode(), "a.txt")
    assert "damaged-text" not in [problem.code for problem in record.problems]
