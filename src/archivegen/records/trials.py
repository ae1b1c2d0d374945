"""What `certain` rests on: how often each rule was right on documents that it was not written from.

Archivists who had not seen the program wrote 432 documents and their records; what the program read from them at first
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
citation label 76 0
citation label_lost 20 0
classification head_label 6 0
classification letterhead 177 1
classification stamp 5 1
classification title_mark 8 0
completeness omission_marks 35 0
contributors citation_clause 205 0
contributors label 4 0
copies copy_list 270 13
copies letterhead 64 1
creators author_in_title 8 0
creators closing_name 24 0
creators document_heading 41 14
creators head_label 28 2
creators label 9 0
creators signature_mark 108 3
creators signatures 122 8
creators title_parties 22 1
credits credit_line 117 0
credits label 40 0
dates dateline 111 3
dates dispatch_line 1 0
dates entry_dateline 33 2
dates head_label 77 0
dates heading_date 67 0
dates label 9 0
dates letterhead 58 4
dates meeting_date 22 0
dates meeting_in_heading 17 0
dates page_heading 139 0
dates period_in_heading 30 0
dates printing_note 33 0
dates routing_mark 9 1
dates signature_date 27 7
dates stamp 73 0
form form_by_salutation 40 0
form form_word 363 1
form label 1 0
funders credits_sentence 173 0
funders label 31 0
identifiers label 38 0
identifiers record_number 83 0
issuing_body letterhead_line 195 12
language label 8 0
language language_of_words 312 0
language version_list 93 0
name_variants other_spelling 17 1
original_language label 76 1
part_of document_heading 22 0
part_of journal_heading 4 2
participants first_person_author 28 2
participants foot_label 18 0
participants head_label 241 7
participants meeting_sentence 36 1
participants presence_sentence 44 1
participants title_parties 53 2
people_mentioned apposition 107 9
people_mentioned family_name_first 1 0
people_mentioned given_name 9 0
people_mentioned hyphenated_name 1 0
people_mentioned named_so 2 0
people_mentioned occupation_before 53 1
people_mentioned other_spelling 7 1
people_mentioned titled_name 137 11
place_name_variants other_spelling 9 0
place_of_creation dateline_place 163 0
place_of_creation place_line 37 5
places_mentioned place_word 50 3
published_in citation_programme 96 0
recipients address_line 80 11
recipients head_label 45 4
recipients identified_in_brackets 1 0
recipients label 5 0
recipients salutation 9 3
recipients title_parties 25 4
reference_code citation_reference 151 0
reference_code source_note 5 0
registrations head_label 20 2
registrations letterhead 167 21
registrations printing_note 33 3
registrations stamp 66 1
registrations title_mark 2 1
repository label 8 0
repository reference_repository 110 6
repository source_note 4 1
rights label 75 0
source_url printed_address 84 0
subjects label 7 0
summary closing_summary 12 0
summary label 51 0
summary label_lost 19 0
summary page_summary 108 0
summary scan_summary 5 0
title citation_title 49 1
title composed_title 18 4
title edition_heading 4 0
title entry_title 17 3
title heading_as_title 104 13
title heading_title 47 0
title label 9 0
title page_heading 96 0
title subject_label 30 0
title_in_document document_heading 184 26
title_in_document heading_quoted_in_title 1 0
urgency head_label 9 0
urgency letterhead 24 0
urgency title_mark 6 0
versions version_list 102 0
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
