"""What an archivist writes into a field that closes nothing, and means to close the document."""

import pytest

from archivegen.seeds.normalise import read_document

LETTER = b"Port Ashby, 2 July 1931\n\nDear Miss Haverkamp,\n\nThe hut needs a new roof.\n\nOswin Tarrant\n"


def faults(corrections: str) -> list[str]:
    record = read_document(LETTER, "seeds/hut.txt", sidecar=("seeds/hut.yml", corrections))
    return [problem.as_line() for problem in record.problems if problem.code == "closing-value"]


@pytest.mark.parametrize(
    ("key", "value", "instead"),
    [
        ("notes", "Do not publish before 2040", "access: restricted"),
        ("notes", "Given by the family. Do not publish.", "access: restricted"),
        ("notes", "not to be published", "access: restricted"),
        ("rights", "restricted until 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("rights", "Closed until 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("title", "CONFIDENTIAL - do not publish", "access: restricted"),
        ("tags", "closed", "access: restricted"),
        ("notes", "secret", "access: restricted"),
        ("notes", "Vertraulich", "access: restricted"),
        ("rights", "private", "access: restricted"),
        ("notes", "personal data", "access: restricted"),
        ("notes", "nur intern", "access: restricted"),
        ("notes", "For internal use", "access: restricted"),
    ],
)
def test_a_value_that_asks_to_close_the_document_keeps_it_out(key: str, value: str, instead: str):
    """File and line are named, and what to write; who says that the document is open has said what is meant."""
    field = {"tags": "subjects"}.get(key, key)
    (fault,) = faults(f"place: Port Ashby\n{key}: {value}\n")
    assert fault == (
        f"seeds/hut.yml:2: error: “{value}” as “{field}” may be meant to say who may see the document, and closes nothing; "
        f"add “{instead}”; or, if the document is open, “access: open”"
    )
    assert faults(f"{key}: {value}\naccess: open\n") == []


@pytest.mark.parametrize(
    "said",
    [
        "title: Draft",
        "title: Restricted circulation of coal",
        "title: Confidential letter to the harbour board",
        "notes: Draft",
        "notes: Secret letter to the internal committee of use to nobody who was not at the meeting itself",
        "notes: International use of the harbour",
        "notes: [Stamped secret, Interned in 1941 only]",
        "tags: [secret, private]",
        "notes: The harbour was closed until Monday for want of pilots.",
        "notes: Never published in the minutes",
        "notes: Unpublished",
        "notes: Not published at the time",
        "notes: Published in the edition of 1987",
        "rights: In copyright until 2040",
        "rights: Public domain",
        "rights: No known restrictions",
        "tags: [embargo, censorship, secret police]",
        "form: draft",
    ],
)
def test_what_is_said_of_the_paper_closes_nothing(said: str):
    """Papers are drafts and confidential, ports are closed, and copyright has an end."""
    assert faults(f"{said}\n") == []


def test_a_redacted_name_may_not_be_who_checked_a_value():
    """Readers see who has confirmed a value."""
    corrections = (
        "redact: [{lines: 7, words: Oswin Tarrant}]\n"
        "title: {value: The hut, confirmed: {by: Oswin Tarrant, on: 2026-01-01}}\n"
    )
    record = read_document(LETTER, "seeds/hut.txt", sidecar=("seeds/hut.yml", corrections))
    [fault] = [each.as_line() for each in record.problems if each.level == "error"]
    assert (
        fault
        == "seeds/hut.yml:2: error: “title” has words that are redacted in the text; leave them out of it"
    )
