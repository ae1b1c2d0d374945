"""Nothing claims to be certain whose rule has not earned it."""

from pathlib import Path

import pytest
from tests.truth import CASES, cases_in

from archivegen.records.fields import FIELDS
from archivegen.records.rules import RULES
from archivegen.records.trials import TRIALS, may_be_certain
from archivegen.seeds.normalise import read_document

VERDICTS = """
    title         page_heading        certain    many right, none wrong
    registrations letterhead          probable   many right, some wrong
    urgency       title_mark          probable   two right, none wrong: too few to know
    rights        label               certain    labels were never wrong in any field
    creators      head_label          probable   wrong once
    dates         tei_element         certain    mark-up says what it is
    summary       supplied            certain    the archivist knows
    title         a_rule_of_tomorrow  probable   never tried
"""


@pytest.mark.parametrize(
    "case", [line.split(maxsplit=3) for line in VERDICTS.strip().splitlines()], ids=" ".join
)
def test_a_rule_earns_its_certainty(case: list[str]):
    field, rule, wanted, _ = case
    assert may_be_certain(field, rule) is (wanted == "certain")


def test_only_rules_and_fields_that_there_are_were_tried():
    assert {rule for _, rule in TRIALS} <= RULES.keys()
    assert {field for field, _ in TRIALS} <= {field.name for field in FIELDS}


@pytest.mark.parametrize("path", cases_in(CASES), ids=lambda path: path.stem)
def test_no_value_of_a_document_is_surer_than_its_rule(path: Path):
    record = read_document(path.read_bytes(), path.name)
    for name, values in record.fields.items():
        for value in values:
            assert value.certainty != "certain" or may_be_certain(name, value.rule), (name, value)
