"""What readers are told of a document's use: its rights, and where an error is reported."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.archive.test_relations import archive, paper
from tests.pages.test_paper_path import SAY

from archivegen.pages.document_use import use_view
from archivegen.pages.listing import lay_out
from archivegen.records.values import AccessValue, Value


def use(contact: str = "", base_url: str = "", *, announced: bool = False, rights: str = ""):
    made = paper(1, "Tides & “nets” of 100 %")
    fields = dict(made.fields)
    if rights:
        fields["rights"] = (Value(value=rights, rule="supplied"),)
    if announced:
        fields["title"] = (replace(fields["title"][0], by="archivist"),)
        fields["access"] = (AccessValue(value="restricted", rule="supplied", by="archivist", announce=True),)
    whole = archive([replace(made, fields=fields)])
    whole = replace(whole, config=replace(whole.config, contact=contact, base_url=base_url))
    return use_view(lay_out(whole, SAY), whole.documents[0])


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("desk@pier.example.org", "mailto:desk@pier.example.org"),
        ("mailto:desk@pier.example.org", "mailto:desk@pier.example.org"),
        ("Ada Brik <desk+papers@pier.example.org>", "mailto:desk%2Bpapers@pier.example.org"),
        (
            "https://pier.example.org/errors?from=papers#form",
            "https://pier.example.org/errors?from=papers#form",
        ),
        ("Ada Brik <https://pier.example.org/errors>", "https://pier.example.org/errors"),
        ("", ""),
        ("Room 3, Harbour Street", ""),
        ("javascript:alert(1)@pier.example.org", ""),
        ("desk@pier", ""),
        ("a@pier.example.org, b@pier.example.org", ""),
    ],
)
def test_where_an_error_is_reported(contact: str, expected: str):
    """By letter or on a page of the archive, which is linked as it is; a contact that is neither gives no link."""
    assert use(contact).report.partition("?subject")[0] == expected


def test_the_letter_says_of_which_document_it_is():
    """Its title and its address; nothing in a title ends the line or the link."""
    link = urlsplit(use("desk@pier.example.org", "https://pier.example.org/").report)
    words = parse_qs(link.query)
    assert words["subject"] == ["Error in “Tides & “nets” of 100 %”"]
    assert words["body"] == ["Tides & “nets” of 100 %\nhttps://pier.example.org/documents/1/\n"]


def test_rights_that_nobody_states_are_not_stated():
    """An announced document has none to say anything of."""
    assert [(each.rights, each.is_stated) for each in (use(rights="CC0"), use(), use(announced=True))] == [
        ("CC0", True),
        ("not stated", False),
        ("", False),
    ]
