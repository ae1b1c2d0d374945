"""Numbers and references as they are compared, so that they are found however they are typed."""

import random

import pytest
import yaml
from tests.conftest import ROOT
from tests.dated_archives import archive_of, dated_record

from archivegen.pages.search_numbers import LEVEL_BY_WORD, number_key, numbers_column, reference_keys
from archivegen.records.values import Identifier, LineRange, ReferenceCode, Registration
from archivegen.seeds.reference import parts_of, read_reference

CASES = yaml.safe_load((ROOT / "tests" / "cases" / "search_numbers.yml").read_text("utf-8"))


@pytest.mark.parametrize(("typed", "key"), CASES["numbers"], ids=[typed for typed, _ in CASES["numbers"]])
def test_a_number_is_the_same_however_it_is_written(typed: str, key: str):
    """Signs, spaces, hyphens, strokes and case are none of it."""
    assert number_key(typed) == key


def code_of(reference: str) -> ReferenceCode:
    """Return the reference as it is read from a source note."""
    [code] = [
        each.value
        for each in read_reference(reference, (LineRange(1, 1),))
        if isinstance(each.value, ReferenceCode)
    ]
    return code


@pytest.mark.parametrize("case", CASES["references"], ids=[case["reference"] for case in CASES["references"]])
def test_a_reference_is_found_whole_by_its_file_and_by_each_level(case: dict):
    """Under the number as it is written, and without the noughts before it; every leaf of a span is one."""
    keys = set(reference_keys(code_of(case["reference"]))) - {""}
    assert keys == set(case["keys"])


def test_a_footnote_in_another_order_has_the_same_levels():
    """Whatever order the levels stand in, and however their words are shortened."""
    levels = ["fond 0102", "opis 13", "delo 5", "list 20"]
    shortened = {"fond": "ф.", "opis": "op.", "delo": "d.", "list": "л."}
    chance = random.Random(13)  # noqa: S311 -- an order, no secret
    wanted = {"fond:0102", "fond:102", "opis:13", "delo:5", "list:20"}
    for _ in range(10):
        written = [
            f"{shortened[level.split()[0]]} {level.split()[1]}" if chance.random() < 0.5 else level
            for level in levels
        ]
        chance.shuffle(written)
        reference = ", ".join(written)
        code = ReferenceCode(
            value=reference, parts=tuple(parts_of(reference).items()), rule="citation_reference"
        )
        assert {key for key in reference_keys(code) if ":" in key} == wanted, reference


def test_of_a_long_span_of_leaves_the_first_two_hundred_and_the_last_are_keys():
    """A whole volume would be thousands."""
    code = ReferenceCode(value="ll. 1-5000", parts=(("leaves", "1-5000"),), rule="citation_reference")
    leaves = {key for key in reference_keys(code) if key.startswith("list:")}
    assert leaves == {f"list:{leaf}" for leaf in (*range(1, 201), 5000)}


def test_every_word_for_a_level_leads_to_a_level_that_keys_have():
    """What the page reads in a footnote is what documents are found by."""
    assert {LEVEL_BY_WORD[word] for word in ("ф", "фонд", "fond", "f")} == {"fond"}
    assert set(LEVEL_BY_WORD.values()) == {"fond", "opis", "papka", "delo", "box", "file", "list"}


def test_rows_of_a_key_are_those_of_the_documents_that_have_it():
    """Whether the number is a reference, a registration or an identifier; a value that is partly covered has none."""
    number = {"rule": "label", "value": "№ 17/s"}
    archive = archive_of(
        dated_record("a", "1957", registrations=(Registration(**number, kind="outgoing"),)),
        dated_record("b", "1958", registrations=(Registration(rule="label", value="17 [redacted]", kind="outgoing"),)),
        dated_record("c", "1959", identifiers=(Identifier(rule="label", value="17-S", kind="other"),)),
        dated_record("d", "1960", identifiers=(Identifier(rule="label", value="without", kind="other"),)),
    )  # fmt: skip
    assert numbers_column(archive.documents) == [("17s", [0, 2])]
