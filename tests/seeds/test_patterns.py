"""What every pattern that disregards capitals has to mind: `(?i)` takes `İ` and `ı` for an i, and no class of letters for capitals."""

import importlib
import pkgutil
import re

import pytest
from tests.seeds.test_papers import CASES, PLACES, paper_with

from archivegen import seeds
from archivegen.seeds.head_labels import LABELS, read_label
from archivegen.seeds.normalise import read_document

_EXEMPT = re.compile(r"\(\?-i:(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_MEANS_CAPITALS = re.compile(r"_a-z|\[A-Z\]|_A-Z")


def test_capitals_are_asked_for_where_they_can_be_told():
    """A class that means capitals, or small letters alone, stands in `(?-i:…)` where a pattern disregards them."""
    names = [found.name for found in pkgutil.walk_packages(seeds.__path__, f"{seeds.__name__}.")]
    patterns = [
        (name, key, value)
        for name in names
        for key, value in vars(importlib.import_module(name)).items()
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and value.flags & re.IGNORECASE
    ]
    assert len(patterns) > 100
    assert [(name, key) for name, key, value in patterns if _MEANS_CAPITALS.search(_EXEMPT.sub("", value.pattern))] == []  # fmt: skip


@pytest.mark.parametrize("other", ["ı", "İ", "I"])
def test_labels_with_any_i(other: str):
    """A label is read whichever i its typewriter had."""
    for words, label in LABELS.items():
        written = words.replace("i", other).replace("ı", other)
        read = read_label(f"{written}: 214")
        assert read is not None, written
        assert read.label.field == label.field, written


@pytest.mark.parametrize("other", ["ı", "İ", "ſ"])
def test_papers_with_any_i(other: str):
    """No paper with letters of Turkish or of old print ends in a traceback."""
    plain = "s" if other == "ſ" else "i"
    cases = [(case, place) for part in ("stamps", "above the date") for place in PLACES[part] for case in CASES[part]]  # fmt: skip
    for case, place in cases:
        paper_with(case["words"].replace(plain, other).replace(plain.upper(), other), place)


@pytest.mark.parametrize(
    "text",
    [
        "MİNUTES\nof the Harbour Board\n\n3 May 1961\n\nIt met.",
        "Report\n\nSAYI: 214\n3 May 1961\n\nThe pier is finished.",
        "Orıginal Language:: Turkish\n\nReport\n\nThe pier is finished.",
        "Report\n\nThe pier is finished.\n\n[Source: Harbour Archive, fond 4, fİle 12. Translated and obtaıned by Anna Lind.]",
    ],
)
def test_words_with_another_i_are_looked_up(text: str):
    """What a pattern found is in its table too."""
    assert read_document(text.encode(), "paper.txt").body is not None
