"""Fields written into a file of corrections: what stands there stays, or the file is refused."""

import pytest

from archivegen.problems import Refusal
from archivegen.review_sheet.sidecar_text import with_fields

MERGED = [
    ("", 'title: "Pier"\n'),
    ("# by Ada\nid: pier  # chosen in 1999\n", '# by Ada\nid: pier  # chosen in 1999\ntitle: "Pier"\n'),
    ("title: Mole\nid: pier\n", 'title: "Pier"\nid: pier\n'),
    ("id: pier\ntitle: |\n  Mole\n  # 2\n\n# of the paper\nform: letter\n", 'id: pier\ntitle: "Pier"\n\n# of the paper\nform: letter\n'),
    ("title:\n  # as on the cover\n  value: Mole\n", '# as on the cover\ntitle: "Pier"\n'),
    ("title: Mole", 'title: "Pier"\n'),
    ('title: {value: "Mole #1", confirmed: {by: \'Ada: #2\', on: 2026-03-01}}\n', 'title: "Pier"\n'),
    ("---\ntitle: Mole\n", '---\ntitle: "Pier"\n'),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), MERGED)
def test_everything_else_stays_as_it_is(before: str, after: str):
    """Comments too, those between the lines of the old entry among them."""
    assert with_fields(before, {"title": ({"value": "Pier"},)}, "pier.yml") == after


def test_an_entry_stays_under_the_key_it_has_no_longer():
    """The other keys of a field mean it: what they gave is replaced."""
    after = with_fields("author: Ada\n", {"creators": ({"value": "Ben", "office": "Consul"},)}, "pier.yml")
    assert after == 'creators: {value: "Ben", office: "Consul"}\n'


REFUSED = [
    ('title: 5" mole # see "Ada"\n', 'pier.yml:1: error: a comment stands in the lines of “title”, and would be lost; put it on a line of its own, or write it by hand: title: "Pier"'),
    ("title: Ada's # as in Ben's\n", 'pier.yml:1: error: a comment stands in the lines of “title”, and would be lost; put it on a line of its own, or write it by hand: title: "Pier"'),
    ("title: Mole  # checked\n", 'pier.yml:1: error: a comment stands in the lines of “title”, and would be lost; put it on a line of its own, or write it by hand: title: "Pier"'),
    ("{title: Mole}\n", 'pier.yml:1: error: “title” is written in a form in which it cannot be replaced; write it by hand: title: "Pier"'),
    ("{id: pier}\n", 'pier.yml: error: “title” cannot be written here so that it says what is meant; write it by hand: title: "Pier"'),
    ("form: letter\nconfirmed: {by: Ada, on: 2026-03-01}\n", 'pier.yml:3: error: this file is confirmed as a whole, and “title” would be, too; write it by hand: title: "Pier"'),
    ("form: [\n", "pier.yml:2: error: this is not valid YAML: expected the node content, but found '<stream end>'; close every bracket and quotation mark, and let lines that belong together begin below each other"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "said"), REFUSED)
def test_what_cannot_be_kept_is_refused(before: str, said: str):
    """With the line to write by hand."""
    with pytest.raises(Refusal) as refusal:
        with_fields(before, {"title": ({"value": "Pier"},)}, "pier.yml")
    assert str(refusal.value) == said
