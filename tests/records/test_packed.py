"""Records packed and unpacked are the same records."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.truth import CASES, cases_in

from archivegen.records.packed import packed, unpacked
from archivegen.seed_reading import read_seed, seed_of

SOURCES = [*sorted((ROOT / "seeds").glob("*.txt")), *cases_in(CASES)]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_record_comes_back_as_it_was(source: Path):
    """Whatever it holds, in the same order, and through JSON."""
    for record in read_seed(seed_of(source)):
        again = unpacked(json.loads(json.dumps(packed(record))))
        assert again == record
        assert repr(again) == repr(record)
        assert [block.text for block in again.body.blocks] == [block.text for block in record.body.blocks]


def test_what_records_do_not_hold_is_not_packed():
    """A new type of value must be made known."""
    (record,) = read_seed(seed_of(SOURCES[0]))
    with pytest.raises(TypeError, match="records hold no set"):
        packed(replace(record, redacted_words={"a"}))


@pytest.mark.parametrize("tree", [[99, 1], [2, 1], [2, 1, 2, 3], [-40]])
def test_what_was_not_packed_is_refused(tree: list[int]):
    """As a value of another version would be."""
    with pytest.raises((LookupError, TypeError, ValueError)):
        unpacked(tree)
