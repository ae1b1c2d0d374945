"""The score itself: what counts as right, wrong, missed and a lie."""

from collections import Counter
from pathlib import Path

import pytest

from tests.truth import CASES, agreement_of, bar, cases_in, figures, main, table

LETTER = """Date: 3 May 1961

Dear Anna Lindqvist,

The pier was closed on the day of the storm, and nobody has seen the surveyor since he went to look at it.

Yours,
Peter Okafor
"""


def case(folder: Path, record: str) -> Path:
    (folder / "letter.txt").write_text(LETTER, "utf-8")
    (folder / "letter.expect.yml").write_text(record, "utf-8")
    return folder / "letter.txt"


def test_a_wrong_certain_value_is_a_lie(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A value that is not wanted is wrong, one that claims to be certain a lie; one wanted and not found is missed."""
    record = "body: [1, 8]\nfields:\n  dates: [{value: '1961-05-04', principal: true}]\n  recipients: [{value: Anna Lindqvist}]\n"
    result = agreement_of(case(tmp_path, record))
    assert result.counts["dates"] == {"wrong": 1, "lies": 1, "missed": 1}
    assert result.counts["recipients"] == {"right": 1, "missed": 0}
    assert not result.shares["dates"]
    assert result.shares["body"]
    assert "dates lies: 1961-05-03 (head_label)" in result.faults
    assert "dates missed: 1961-05-04" in result.faults
    assert "principal date                     0.0%  (0 of 1 documents)" in bar([result])
    main(tmp_path)
    printed = capsys.readouterr().out
    assert "; dates lies: 1961-05-03 (head_label); dates missed: 1961-05-04; " in printed
    assert "1 documents, 1 with faults" in printed


def test_a_refused_document_misses_all(tmp_path: Path):
    """What cannot be read is not right by silence."""
    file = case(tmp_path, "body: [1, 8]\nfields:\n  dates: [{value: '1961-05-03', principal: true}]\n")
    file.write_text("", "utf-8")
    result = agreement_of(file)
    assert result.counts["dates"] == {"missed": 1}
    assert not result.shares["dates"]
    assert result.faults[0].startswith("refused")


def test_the_committed_cases_hold_the_bar():
    """Of our own cases nothing is read wrong, and nearly everything is read."""
    results = [agreement_of(path) for path in cases_in(CASES)]
    counts = sum((counts for result in results for counts in result.counts.values()), Counter[str]())
    precision, recall, _ = figures(counts)
    assert (precision, counts["lies"]) == (1, 0)
    assert recall >= 0.97
    assert all(all(result.shares.values()) for result in results)
    assert table(results)[-1].startswith("all fields")
