"""What `certain` rests on: how often each rule was right on documents that it was not written from.

Archivists who had not seen the program wrote 184 documents and their records; what the program read from them at first
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
citation label 28 0
citation label_lost 8 0
classification head_label 3 0
classification letterhead 81 0
classification title_mark 2 0
completeness omission_marks 17 0
contributors citation_clause 84 0
contributors label 1 0
copies copy_list 135 10
copies letterhead 29 1
creators author_in_title 1 0
creators closing_name 10 0
creators document_heading 22 6
creators head_label 15 1
creators label 4 0
creators signature_mark 50 1
creators signatures 50 4
creators title_parties 6 0
credits credit_line 43 0
credits label 17 0
dates dateline 43 2
dates entry_dateline 21 1
dates head_label 35 0
dates heading_date 26 0
dates label 3 0
dates letterhead 34 3
dates meeting_date 11 0
dates meeting_in_heading 8 0
dates page_heading 51 0
dates period_in_heading 16 0
dates printing_note 16 0
dates routing_mark 2 0
dates signature_date 9 7
dates stamp 36 0
form form_by_salutation 20 0
form form_word 146 0
funders credits_sentence 66 0
funders label 13 0
identifiers label 13 0
identifiers record_number 32 0
issuing_body letterhead_line 82 0
language label 2 0
language language_of_words 144 0
language version_list 33 0
name_variants other_spelling 8 0
original_language label 26 0
part_of document_heading 10 0
part_of journal_heading 3 1
participants first_person_author 15 0
participants foot_label 9 0
participants head_label 110 1
participants meeting_sentence 24 0
participants presence_sentence 18 1
participants title_parties 26 2
people_mentioned apposition 77 7
people_mentioned given_name 7 0
people_mentioned hyphenated_name 1 0
people_mentioned named_so 2 0
people_mentioned occupation_before 42 1
people_mentioned other_spelling 5 0
people_mentioned titled_name 98 3
place_name_variants other_spelling 3 0
place_of_creation dateline_place 72 0
place_of_creation place_line 16 3
places_mentioned place_word 24 2
published_in citation_programme 36 0
recipients address_line 32 5
recipients head_label 24 2
recipients identified_in_brackets 1 0
recipients label 2 0
recipients salutation 4 3
recipients title_parties 7 0
reference_code citation_reference 58 0
reference_code source_note 2 0
registrations head_label 5 0
registrations letterhead 74 11
registrations printing_note 15 2
registrations stamp 33 0
repository label 3 0
repository reference_repository 47 2
repository source_note 2 0
rights label 27 0
source_url printed_address 32 0
summary closing_summary 7 0
summary label 19 0
summary label_lost 8 0
summary page_summary 46 0
title citation_title 18 0
title composed_title 7 2
title edition_heading 2 0
title entry_title 7 2
title heading_as_title 43 11
title heading_title 18 0
title label 3 0
title page_heading 37 0
title subject_label 16 0
title_in_document document_heading 77 16
title_in_document heading_quoted_in_title 1 0
urgency head_label 6 0
urgency letterhead 9 0
urgency title_mark 2 0
versions version_list 38 0
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
