"""What `certain` rests on: how often each rule was right on documents that it was not written from.

Archivists who had not seen the program wrote 238 documents and their records; what the program read from them at first
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
citation label 32 0
citation label_lost 12 0
classification head_label 3 0
classification letterhead 111 0
classification stamp 2 0
classification title_mark 3 0
completeness omission_marks 21 0
contributors citation_clause 102 0
contributors label 2 0
copies copy_list 184 10
copies letterhead 42 1
creators author_in_title 1 0
creators closing_name 14 0
creators document_heading 28 7
creators head_label 19 1
creators label 6 0
creators signature_mark 75 1
creators signatures 56 4
creators title_parties 9 0
credits credit_line 57 0
credits label 20 0
dates dateline 61 2
dates entry_dateline 24 2
dates head_label 45 0
dates heading_date 32 0
dates label 5 0
dates letterhead 42 4
dates meeting_date 16 0
dates meeting_in_heading 9 0
dates page_heading 65 0
dates period_in_heading 21 0
dates printing_note 24 0
dates routing_mark 4 0
dates signature_date 10 7
dates stamp 49 0
form form_by_salutation 27 0
form form_word 193 0
funders credits_sentence 86 0
funders label 14 0
identifiers label 16 0
identifiers record_number 40 0
issuing_body letterhead_line 108 1
language label 4 0
language language_of_words 186 0
language version_list 41 0
name_variants other_spelling 9 0
original_language label 31 0
part_of document_heading 13 0
part_of journal_heading 3 2
participants first_person_author 19 0
participants foot_label 14 0
participants head_label 136 1
participants meeting_sentence 27 0
participants presence_sentence 27 1
participants title_parties 31 2
people_mentioned apposition 93 8
people_mentioned family_name_first 1 0
people_mentioned given_name 9 0
people_mentioned hyphenated_name 1 0
people_mentioned named_so 2 0
people_mentioned occupation_before 47 1
people_mentioned other_spelling 6 0
people_mentioned titled_name 112 3
place_name_variants other_spelling 4 0
place_of_creation dateline_place 95 0
place_of_creation place_line 20 3
places_mentioned place_word 33 2
published_in citation_programme 44 0
recipients address_line 42 6
recipients head_label 30 2
recipients identified_in_brackets 1 0
recipients label 3 0
recipients salutation 5 3
recipients title_parties 11 1
reference_code citation_reference 73 0
reference_code source_note 4 0
registrations head_label 7 1
registrations letterhead 95 12
registrations printing_note 23 3
registrations stamp 46 0
registrations title_mark 1 0
repository label 5 0
repository reference_repository 58 2
repository source_note 3 1
rights label 31 0
source_url printed_address 40 0
subjects label 2 0
summary closing_summary 9 0
summary label 22 0
summary label_lost 11 0
summary page_summary 58 0
title citation_title 24 0
title composed_title 10 3
title edition_heading 4 0
title entry_title 9 3
title heading_as_title 61 11
title heading_title 20 0
title label 5 0
title page_heading 47 0
title subject_label 20 0
title_in_document document_heading 103 16
title_in_document heading_quoted_in_title 1 0
urgency head_label 7 0
urgency letterhead 11 0
urgency title_mark 2 0
versions version_list 47 0
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
