"""The words that are redacted, however they stand."""

import unicodedata

import pytest

from archivegen.records.redacted import covered

MUELLER = "Jörg Müller"


@pytest.mark.parametrize(
    "written",
    [
        "JÖRG MÜLLER",
        "Jörg\nMüller",
        "Jörg-Müller",
        unicodedata.normalize("NFD", MUELLER),
        "Jörg Mül-\nler",
        "Jörg Mül\u00adler",
        "Jörg Mül\u2010\n  ler",
    ],
)
def test_words_are_covered_however_they_are_written(written: str):
    """In capitals, over lines, with marks apart as other systems write them, and broken at the end of a line."""
    for words in (MUELLER, unicodedata.normalize("NFD", MUELLER)):
        assert covered(f"We saw {written} there.", (words,)) == "We saw [redacted] there."


@pytest.mark.parametrize("written", ["Jörg Müllers", "Jorg Müller", "Jörg Mül-ler"])
def test_other_words_stay(written: str):
    """A longer word, other letters, and a hyphen that stands in a line are something else."""
    assert covered(written, (MUELLER,)) == written
