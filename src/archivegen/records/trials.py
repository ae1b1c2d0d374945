"""What `certain` rests on: how often each rule was right on documents that it was not written from.

Archivists who had not seen the program wrote 486 documents and their records; what the program read from them at first
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
citation label 91 0
citation label_lost 22 0
classification head_label 6 0
classification letterhead 197 1
classification stamp 7 1
classification title_mark 9 0
completeness omission_marks 41 0
contributors citation_clause 240 0
contributors label 4 0
copies copy_list 300 15
copies letterhead 69 1
creators author_in_title 9 0
creators closing_name 25 0
creators document_heading 48 16
creators foot_label 0 1
creators head_label 32 4
creators label 11 0
creators signature_mark 112 4
creators signatures 140 9
creators title_parties 29 1
credits credit_line 137 0
credits label 48 0
dates dateline 122 5
dates dispatch_line 1 0
dates entry_dateline 35 2
dates head_label 87 0
dates heading_date 80 0
dates label 9 0
dates letterhead 68 4
dates meeting_date 23 0
dates meeting_in_heading 21 0
dates page_heading 165 0
dates period_in_heading 34 0
dates printing_note 36 0
dates routing_mark 13 1
dates signature_date 28 7
dates stamp 78 0
form form_by_salutation 42 0
form form_word 415 1
form label 1 0
funders credits_sentence 200 0
funders label 38 0
identifiers label 48 0
identifiers record_number 96 0
issuing_body letterhead_line 220 12
language label 11 0
language language_of_words 344 0
language version_list 110 0
name_variants other_spelling 19 1
notes label_lost 0 1
original_language label 95 1
part_of document_heading 26 0
part_of journal_heading 4 2
participants first_person_author 32 2
participants foot_label 20 0
participants head_label 273 11
participants meeting_sentence 39 2
participants presence_sentence 49 1
participants title_parties 61 2
people_mentioned apposition 107 9
people_mentioned family_name_first 1 0
people_mentioned given_name 9 0
people_mentioned hyphenated_name 1 0
people_mentioned named_so 2 0
people_mentioned occupation_before 53 1
people_mentioned other_spelling 7 1
people_mentioned titled_name 137 11
place_name_variants other_spelling 9 0
place_of_creation dateline_place 181 0
place_of_creation place_line 43 5
places_mentioned place_word 55 4
published_in citation_programme 113 0
recipients address_line 89 13
recipients head_label 52 4
recipients identified_in_brackets 1 0
recipients label 5 0
recipients salutation 9 4
recipients title_parties 32 4
reference_code citation_reference 174 0
reference_code source_note 5 0
registrations head_label 24 3
registrations letterhead 190 23
registrations printing_note 36 3
registrations stamp 70 1
registrations title_mark 2 1
repository label 8 0
repository reference_repository 124 6
repository source_note 4 1
rights label 94 0
source_url printed_address 97 0
subjects label 7 0
summary closing_summary 13 0
summary label 62 0
summary label_lost 20 0
summary page_summary 123 0
summary scan_summary 7 0
title citation_title 55 1
title composed_title 19 4
title edition_heading 4 0
title entry_title 19 3
title heading_as_title 112 14
title heading_title 58 0
title label 9 0
title page_heading 116 0
title subject_label 33 0
title_in_document document_heading 204 30
title_in_document heading_quoted_in_title 2 0
urgency head_label 9 0
urgency letterhead 25 0
urgency title_mark 7 0
versions version_list 122 0
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
