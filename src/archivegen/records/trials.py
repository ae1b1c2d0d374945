"""What `certain` rests on: how often each rule was right on documents that it was not written from.

Archivists who had not seen the program wrote 300 documents and their records; what the program read from them at first
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
citation label 45 0
citation label_lost 15 0
classification head_label 5 0
classification letterhead 137 0
classification stamp 4 0
classification title_mark 6 0
completeness omission_marks 25 0
contributors citation_clause 134 0
contributors label 4 0
copies copy_list 219 10
copies letterhead 50 1
creators author_in_title 2 0
creators closing_name 16 0
creators document_heading 32 10
creators head_label 21 1
creators label 8 0
creators signature_mark 91 1
creators signatures 78 5
creators title_parties 11 0
credits credit_line 72 0
credits label 27 0
dates dateline 78 3
dates entry_dateline 27 2
dates head_label 52 0
dates heading_date 43 0
dates label 7 0
dates letterhead 46 4
dates meeting_date 18 0
dates meeting_in_heading 9 0
dates page_heading 83 0
dates period_in_heading 24 0
dates printing_note 27 0
dates routing_mark 7 1
dates signature_date 14 7
dates stamp 55 0
form form_by_salutation 34 0
form form_word 244 0
funders credits_sentence 110 0
funders label 19 0
identifiers label 21 0
identifiers record_number 54 0
issuing_body letterhead_line 136 5
language label 5 0
language language_of_words 226 0
language version_list 57 0
name_variants other_spelling 12 0
original_language label 44 0
part_of document_heading 16 0
part_of journal_heading 3 2
participants first_person_author 20 0
participants foot_label 16 0
participants head_label 157 1
participants meeting_sentence 29 0
participants presence_sentence 36 1
participants title_parties 40 2
people_mentioned apposition 107 9
people_mentioned family_name_first 1 0
people_mentioned given_name 9 0
people_mentioned hyphenated_name 1 0
people_mentioned named_so 2 0
people_mentioned occupation_before 53 1
people_mentioned other_spelling 7 0
people_mentioned titled_name 137 11
place_name_variants other_spelling 6 0
place_of_creation dateline_place 119 0
place_of_creation place_line 25 4
places_mentioned place_word 41 2
published_in citation_programme 60 0
recipients address_line 57 7
recipients head_label 34 3
recipients identified_in_brackets 1 0
recipients label 5 0
recipients salutation 7 3
recipients title_parties 13 2
reference_code citation_reference 95 0
reference_code source_note 4 0
registrations head_label 10 2
registrations letterhead 116 15
registrations printing_note 27 3
registrations stamp 52 0
registrations title_mark 1 1
repository label 7 0
repository reference_repository 72 4
repository source_note 3 1
rights label 41 0
source_url printed_address 54 0
subjects label 7 0
summary closing_summary 9 0
summary label 30 0
summary label_lost 14 0
summary page_summary 73 0
summary scan_summary 2 0
title citation_title 31 1
title composed_title 14 3
title edition_heading 4 0
title entry_title 12 3
title heading_as_title 77 12
title heading_title 28 0
title label 7 0
title page_heading 57 0
title subject_label 22 0
title_in_document document_heading 130 18
title_in_document heading_quoted_in_title 1 0
urgency head_label 8 0
urgency letterhead 15 0
urgency title_mark 4 0
versions version_list 63 0
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
