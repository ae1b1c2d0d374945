"""What `certain` rests on: how often each rule was right on documents that it was not written from.

Archivists who had not seen the program wrote 350 documents and their records; what the program read from them at first
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
citation label 57 0
citation label_lost 17 0
classification head_label 5 0
classification letterhead 154 1
classification stamp 5 0
classification title_mark 7 0
completeness omission_marks 29 0
contributors citation_clause 166 0
contributors label 4 0
copies copy_list 239 10
copies letterhead 57 1
creators author_in_title 5 0
creators closing_name 21 0
creators document_heading 35 13
creators head_label 24 1
creators label 9 0
creators signature_mark 96 2
creators signatures 93 5
creators title_parties 16 0
credits credit_line 94 0
credits label 32 0
dates dateline 88 3
dates entry_dateline 29 2
dates head_label 62 0
dates heading_date 52 0
dates label 9 0
dates letterhead 51 4
dates meeting_date 18 0
dates meeting_in_heading 11 0
dates page_heading 110 0
dates period_in_heading 26 0
dates printing_note 30 0
dates routing_mark 7 1
dates signature_date 21 7
dates stamp 62 0
form form_by_salutation 38 0
form form_word 287 1
form label 1 0
funders credits_sentence 138 0
funders label 24 0
identifiers label 30 0
identifiers record_number 65 0
issuing_body letterhead_line 160 7
language label 6 0
language language_of_words 258 0
language version_list 72 0
name_variants other_spelling 16 1
original_language label 61 0
part_of document_heading 18 0
part_of journal_heading 4 2
participants first_person_author 23 1
participants foot_label 18 0
participants head_label 198 2
participants meeting_sentence 32 1
participants presence_sentence 40 1
participants title_parties 41 2
people_mentioned apposition 107 9
people_mentioned family_name_first 1 0
people_mentioned given_name 9 0
people_mentioned hyphenated_name 1 0
people_mentioned named_so 2 0
people_mentioned occupation_before 53 1
people_mentioned other_spelling 7 1
people_mentioned titled_name 137 11
place_name_variants other_spelling 6 0
place_of_creation dateline_place 132 0
place_of_creation place_line 30 5
places_mentioned place_word 42 2
published_in citation_programme 74 0
recipients address_line 65 7
recipients head_label 40 3
recipients identified_in_brackets 1 0
recipients label 5 0
recipients salutation 8 3
recipients title_parties 18 2
reference_code citation_reference 121 0
reference_code source_note 4 0
registrations head_label 11 2
registrations letterhead 136 19
registrations printing_note 30 3
registrations stamp 59 0
registrations title_mark 2 1
repository label 8 0
repository reference_repository 89 5
repository source_note 3 1
rights label 55 0
source_url printed_address 65 0
subjects label 7 0
summary closing_summary 11 0
summary label 39 0
summary label_lost 16 0
summary page_summary 89 0
summary scan_summary 3 0
title citation_title 39 1
title composed_title 17 3
title edition_heading 4 0
title entry_title 14 3
title heading_as_title 82 12
title heading_title 35 0
title label 9 0
title page_heading 76 0
title subject_label 24 0
title_in_document document_heading 149 20
title_in_document heading_quoted_in_title 1 0
urgency head_label 8 0
urgency letterhead 19 0
urgency title_mark 5 0
versions version_list 80 0
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
