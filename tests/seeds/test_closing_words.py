"""What may be meant to close a document, or to redact words of it: never passed over, whatever it is called."""

import pytest

from archivegen.seeds.closing_words import wish_of_entry, wish_of_line
from archivegen.storage.yaml_lines import read_yaml

RESTRICTED = "access: restricted"
UNTIL_2030 = "access: {status: embargoed, until: 2030-01-01}"
UNTIL_A_DAY = "access: {status: embargoed, until: 2030-12-31}"
REDACT = "redact: [{lines: 14, words: Jan Lind}]"


@pytest.mark.parametrize(
    ("entry", "instead"),
    [
        ("redacted: [{lines: 1, words: Jan Lind}]", REDACT),
        ("Redact: Jan Lind", REDACT),
        ("redactions: Jan Lind", REDACT),
        ("censored: yes", REDACT),
        ("acess: draft", "access: draft"),
        ("Access: restrcted", RESTRICTED),
        ("access_rights: open", "access: open"),
        ("status: restricted", RESTRICTED),
        ("status: draft", "access: draft"),
        ("status: [restricted]", RESTRICTED),
        ("visibility: private", RESTRICTED),
        ("restricted: yes", RESTRICTED),
        ("restricted:", RESTRICTED),
        ("confidental: yes", RESTRICTED),
        ("closed: true", RESTRICTED),
        ("closed_until: 2030-01-01", UNTIL_2030),
        ("embargo: 2030-01-01", UNTIL_2030),
        ("embargo: 1 January 2030", UNTIL_2030),
        ("embargoUntil: 2030", UNTIL_A_DAY),
        ("embargo_until: December 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("until: 2030-01-01", UNTIL_2030),
        ("draft: true", "access: draft"),
        ("hide: Jan Lind", RESTRICTED),
        ("publish: no", RESTRICTED),
        ("published: false", RESTRICTED),
        ("not_public: yes", RESTRICTED),
        ("open_from: 2030-01-01", UNTIL_2030),
        ("web: {embargo: 2030-01-01}", UNTIL_2030),
        ("policy: [{access: restricted}]", RESTRICTED),
        ("visibility: hidden from the public", RESTRICTED),
        ("status: closed until 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("policy: closed until 2040-01-01", "access: {status: embargoed, until: 2040-01-01}"),
        ("visible_to: staff only", RESTRICTED),
        ("visible_to: nobody", RESTRICTED),
        ("sharing: private, do not publish", RESTRICTED),
        ("not_before: 2040-01-01", "access: {status: embargoed, until: 2040-01-01}"),
        ("locked: yes", RESTRICTED),
        ("sealed: yes", RESTRICTED),
        ("classified: yes", RESTRICTED),
        ("anonymise: Jan Lind", REDACT),
        # These keep nothing from anybody.
        ("remark: The pier was closed until 2040.", None),
        ("remark: Secret letter of the harbour master", None),
        ("remark: Draft of the minutes", None),
        ("relation: Lindt papers", None),
        ("relations: [Lindt papers]", None),
        ("Redaktion: E. Lang", None),
        ("Rédaction: M. Dupont", None),
        ("reaction: none came", None),
        ("united: the two harbours", None),
        ("seated: from the left", None),
        ("restricted: no", None),
        ("draft: false", None),
        ("redacted: none", None),
        ("status: final", None),
        ("published: 1963-05-01", None),
        ("accession_number: 1994-12", None),
        ("enclosures: two photographs", None),
        ("secretary: Anna Lindqvist", None),
        ("colour: blue", None),
    ],
)
def test_what_an_entry_may_be_meant_to_do(entry: str, instead: str | None):
    """The line to write instead has the day and the kind of closing that stand there."""
    [(key, node)] = read_yaml(entry, "letter.yml").entries.items()
    wish = wish_of_entry(key, node)
    assert (wish and wish.instead) == instead


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("Restricted: until 2040-01-01", "access: {status: embargoed, until: 2040-01-01}"),
        ("Access conditions: not for publication", RESTRICTED),
        ("Confidential: do not publish", RESTRICTED),
        # Papers and catalogues have such lines.
        ("Secret: No. 14", None),
        ("Draft: 3 May", None),
        ("Access: open to all readers", None),
        ("Access: no restrictions, may be published", None),
        ("Relation: Lindt papers", None),
        ("Rédaction: M. Dupont", None),
    ],
)
def test_what_a_line_at_the_head_of_a_text_may_be_meant_to_do(line: str, instead: str | None):
    """It closes nothing where it stands, and would be published."""
    key, _, text = line.partition(": ")
    wish = wish_of_line(key, text)
    assert (wish and wish.instead) == instead
