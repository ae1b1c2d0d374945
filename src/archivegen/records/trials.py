"""What `certain` rests on: how often each rule was right on documents that it was not written from.

Archivists who had not seen the program wrote 278 documents and their records; what the program read from them at first
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
citation label 40 0
citation label_lost 14 0
classification head_label 4 0
classification letterhead 127 0
classification stamp 3 0
classification title_mark 5 0
completeness omission_marks 24 0
contributors citation_clause 124 0
contributors label 3 0
copies copy_list 208 10
copies letterhead 47 1
creators author_in_title 2 0
creators closing_name 15 0
creators document_heading 31 8
creators head_label 20 1
creators label 7 0
creators signature_mark 87 1
creators signatures 68 5
creators title_parties 11 0
credits credit_line 67 0
credits label 25 0
dates dateline 72 2
dates entry_dateline 26 2
dates head_label 48 0
dates heading_date 39 0
dates label 6 0
dates letterhead 44 4
dates meeting_date 17 0
dates meeting_in_heading 9 0
dates page_heading 76 0
dates period_in_heading 23 0
dates printing_note 26 0
dates routing_mark 7 1
dates signature_date 12 7
dates stamp 53 0
form form_by_salutation 32 0
form form_word 226 0
funders credits_sentence 102 0
funders label 18 0
identifiers label 19 0
identifiers record_number 50 0
issuing_body letterhead_line 126 2
language label 5 0
language language_of_words 212 0
language version_list 51 0
name_variants other_spelling 11 0
original_language label 39 0
part_of document_heading 15 0
part_of journal_heading 3 2
participants first_person_author 20 0
participants foot_label 14 0
participants head_label 147 1
participants meeting_sentence 29 0
participants presence_sentence 31 1
participants title_parties 38 2
people_mentioned apposition 107 9
people_mentioned family_name_first 1 0
people_mentioned given_name 9 0
people_mentioned hyphenated_name 1 0
people_mentioned named_so 2 0
people_mentioned occupation_before 53 1
people_mentioned other_spelling 7 0
people_mentioned titled_name 137 11
place_name_variants other_spelling 5 0
place_of_creation dateline_place 112 0
place_of_creation place_line 22 4
places_mentioned place_word 39 2
published_in citation_programme 54 0
recipients address_line 52 6
recipients head_label 33 3
recipients identified_in_brackets 1 0
recipients label 4 0
recipients salutation 7 3
recipients title_parties 12 2
reference_code citation_reference 86 0
reference_code source_note 4 0
registrations head_label 10 1
registrations letterhead 109 15
registrations printing_note 25 3
registrations stamp 50 0
registrations title_mark 1 0
repository label 6 0
repository reference_repository 67 2
repository source_note 3 1
rights label 37 0
source_url printed_address 50 0
subjects label 5 0
summary closing_summary 9 0
summary label 27 0
summary label_lost 13 0
summary page_summary 67 0
summary scan_summary 1 0
title citation_title 29 0
title composed_title 13 3
title edition_heading 4 0
title entry_title 11 3
title heading_as_title 73 11
title heading_title 25 0
title label 6 0
title page_heading 53 0
title subject_label 22 0
title_in_document document_heading 121 16
title_in_document heading_quoted_in_title 1 0
urgency head_label 7 0
urgency letterhead 14 0
urgency title_mark 3 0
versions version_list 57 0
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
