"""What `certain` rests on: how often each rule was right on documents that it was not written from.

Archivists who had not seen the program wrote 144 documents and their records; what the program read from them at first
contact was counted, before any rule was changed for them. Only values that a rule gave without a doubt of its own count.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

_FEWEST_RIGHT = 10
# Mark-up says itself what its words are, and was compared with a count of its own elements; archivists know what they supply.
_NOT_TRIED = ("tei_", "html_", "supplied")


class Trial(NamedTuple):
    """How many values of a rule were right, and how many wrong."""

    right: int
    wrong: int


_COUNTED = """
citation label 25 0
citation label_lost 6 0
classification head_label 3 0
classification letterhead 62 0
classification title_mark 2 0
completeness omission_marks 14 0
contributors citation_clause 71 0
copies copy_list 95 10
copies letterhead 21 1
creators author_in_title 1 0
creators closing_name 7 0
creators document_heading 17 4
creators head_label 13 1
creators label 2 0
creators signature_mark 33 1
creators signatures 46 2
creators title_parties 5 0
credits credit_line 34 0
credits label 15 0
dates dateline 30 2
dates entry_dateline 20 0
dates head_label 28 0
dates heading_date 22 0
dates label 1 0
dates letterhead 27 3
dates meeting_date 8 0
dates meeting_in_heading 6 0
dates page_heading 41 0
dates period_in_heading 13 0
dates printing_note 11 0
dates routing_mark 2 0
dates signature_date 8 6
dates stamp 28 0
form form_by_salutation 17 0
form form_word 113 0
funders credits_sentence 54 0
funders label 11 0
identifiers label 10 0
identifiers record_number 27 0
issuing_body letterhead_line 67 0
language label 1 0
language language_of_words 111 0
language version_list 28 0
name_variants other_spelling 8 0
original_language label 21 0
part_of document_heading 7 0
part_of journal_heading 3 1
participants first_person_author 12 0
participants foot_label 8 0
participants head_label 84 1
participants meeting_sentence 21 0
participants presence_sentence 13 1
participants title_parties 19 2
people_mentioned apposition 65 3
people_mentioned given_name 6 0
people_mentioned hyphenated_name 1 0
people_mentioned named_so 2 0
people_mentioned occupation_before 25 0
people_mentioned other_spelling 5 0
people_mentioned titled_name 86 3
place_name_variants other_spelling 2 0
place_of_creation dateline_place 55 0
place_of_creation place_line 14 3
places_mentioned place_word 20 1
published_in citation_programme 31 0
recipients address_line 25 4
recipients head_label 20 2
recipients identified_in_brackets 1 0
recipients label 1 0
recipients salutation 2 3
recipients title_parties 6 0
reference_code citation_reference 47 0
registrations head_label 4 0
registrations letterhead 57 8
registrations printing_note 10 2
registrations stamp 25 0
repository label 1 0
repository reference_repository 38 2
rights label 22 0
source_url printed_address 27 0
summary closing_summary 5 0
summary label 16 0
summary label_lost 6 0
summary page_summary 36 0
title citation_title 15 0
title composed_title 5 2
title entry_title 6 2
title heading_as_title 31 11
title heading_title 16 0
title label 1 0
title page_heading 29 0
title subject_label 13 0
title_in_document document_heading 59 15
urgency head_label 6 0
urgency letterhead 7 0
urgency title_mark 2 0
versions version_list 32 0
"""


def _trials() -> dict[tuple[str, str], Trial]:
    rows = (row.split() for row in _COUNTED.split("\n") if row)
    return {(field, rule): Trial(int(right), int(wrong)) for field, rule, right, wrong in rows}


TRIALS = _trials()


def _of_rules() -> dict[str, Trial]:
    of_rules: dict[str, Trial] = defaultdict(lambda: Trial(0, 0))
    for (_, rule), trial in TRIALS.items():
        of_rules[rule] = Trial(of_rules[rule].right + trial.right, of_rules[rule].wrong + trial.wrong)
    return dict(of_rules)


TRIALS_OF_RULES = _of_rules()


@cache
def may_be_certain(field: str, rule: str) -> bool:
    """Say whether the values of a field that a rule reads may claim to be certain.

    They may where ten were right and none wrong: with fewer, or with an error, nothing better than `probable` is known of them.
    A rule that was never wrong in any field needs no ten in each.
    """
    if rule.startswith(_NOT_TRIED):
        return True
    here = TRIALS.get((field, rule), Trial(0, 0))
    anywhere = TRIALS_OF_RULES.get(rule, Trial(0, 0))
    return here.wrong == 0 and (
        here.right >= _FEWEST_RIGHT or (anywhere.wrong == 0 and anywhere.right >= _FEWEST_RIGHT)
    )
