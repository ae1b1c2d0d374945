"""What stands around a document: pages and cover sheets with parts of them lost, citations, closing summaries.

The tables are tests/cases/voices.yml, references.yml and citations.yml.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from archivegen.problems import Refusal
from archivegen.records.record import Record
from archivegen.records.values import AgentValue
from archivegen.seeds.citation import parse_citation, without_address
from archivegen.seeds.credit_line import funders_in
from archivegen.seeds.normalise import read_document
from archivegen.seeds.reference import read_reference
from archivegen.seeds.summary import voice_of

TABLES = Path(__file__).parents[1] / "cases"

TEXT = """\
CONSULATE OF SYLVANIA IN NORTHPORT
Nº 31

The harbour master came to see me in the morning about the two boats that had been held since the storm. He brought the log of the pilot.

I replied that the boats would be given back as soon as the pilot had signed, and that nobody wished to keep them over the winter.
"""
SIGNATURE = "\nI. Brom\nConsul\n"
SUMMARY = "Brom and the harbour master discuss two boats that have been held since a storm."
CITATION = "“Note on Two Boats,” May 3, 1961, Pier Papers Digital Archive, TSGA, f. 1, op. 2, d. 3. Translated by Rosa Lind."
THANKS = "This document was made possible with support from the Pier Fund"
HEAD = f"Skip to content\n\nMay 3, 1961\n\nNote on Two Boats\n\n{THANKS}\n\n"
DETAILS = "\nDocument Information\n\nSource\n\nTSGA, f. 1, op. 2, d. 3\n\nLanguage\n\nRussian\n"


def table(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((TABLES / f"{name}.yml").read_text("utf-8"))


def read(text: str) -> Record:
    return read_document(text.encode(), "paper.txt")


def words_of(record: Record) -> str:
    """Return the words of the body."""
    return " ".join(" ".join(block.text for block in record.body.blocks).split())


def values(record: Record, field: str) -> list[str]:
    return [value.value for value in record.fields.get(field, ())]


@pytest.mark.parametrize("case", table("voices"), ids=lambda case: case["words"][:40])
def test_voices(case: dict[str, Any]):
    """A paragraph is in the voice that the table says."""
    assert voice_of(case["words"]).value == case["voice"]


@pytest.mark.parametrize("case", table("references"), ids=lambda case: case["text"][:40])
def test_references(case: dict[str, Any]):
    """A reference has the repositories, codes and parts of the table, and names who prepared the text."""
    found = list(read_reference(case["text"], ()))
    assert [value.value for field, value in found if field == "repository"] == case.get("repositories", [])
    codes = [value for field, value in found if field == "reference_code"]
    assert [code.value for code in codes] == case.get("codes", [case["text"]])
    parts = dict(codes[0].parts) if codes else {}
    assert {name: part for name, part in parts.items() if name != "repository"} == case.get("parts", {})
    people = [[value.value, value.role] for _, value in found if isinstance(value, AgentValue)]
    assert people == case.get("contributors", [])


@pytest.mark.parametrize("case", table("citations"), ids=lambda case: case["text"][:40])
def test_citations(case: dict[str, Any]):
    """A citation is divided as the table says, or not at all."""
    citation = parse_citation(case["text"])
    if "title" not in case:
        assert citation is None
        return
    assert citation is not None
    date = citation.date.edtf if citation.date else None
    assert (citation.title, date, citation.collection, citation.rest) == (
        case["title"],
        case.get("date"),
        case.get("collection"),
        case["rest"],
    )


def test_the_address_is_no_part_of_a_citation():
    """An address at the end is split off, in angle brackets or bare."""
    for address in ("<https://a.org/document/77>", "https://a.org/document/77", "https://a.org/document/77."):
        assert without_address(f"{CITATION} {address}") == (CITATION, "https://a.org/document/77")


@pytest.mark.parametrize(
    ("names", "funders"),
    [
        ("the Pier Fund and Quay Trust", ["Pier Fund", "Quay Trust"]),
        ("Pier Fund, Quay Trust, and the Lock Society", ["Pier Fund", "Quay Trust", "Lock Society"]),
        ("the Ann and Peter Brom Foundation", ["Ann and Peter Brom Foundation"]),
    ],
)
def test_funders_are_divided_between_names_only(names: str, funders: list[str]):
    """An “and” inside a name divides nothing."""
    assert funders_in(names) == funders


@pytest.mark.parametrize(
    "foot",
    [
        "\n[signature] (I. BROM)\n",
        "\n(I. BROM)\n",
        "\nI. Brom\n",
        "\nIlya Brom\nConsul\n",
        "\nIlya Brom\n3 May [1961]\n",
        "\nI. Brom\n\nTo Mr. Otto Lind,\nSecretary of the Port Office\n",
        "\nTwo copies printed:\n1 - Cde. Lind\n2 - to file\nNº 44\n3 May 1961\n",
        "\nI. Brom\n\nTyped by: ml\n",
        "\n[signature]\n\n1 Otto Lind (1901 - 1970), pilot of the port of Northport from 1931 to 1960.\n",
    ],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_summary_below_a_foot_is_a_summary(foot: str, gap: str):
    """Whatever the foot is made of, and whether or not a blank line stands between."""
    record = read(f"{TEXT}{foot}{gap}{SUMMARY}\n")
    assert values(record, "summary") == [SUMMARY]
    assert "Brom and the harbour master" not in words_of(record)


@pytest.mark.parametrize(
    "end",
    [
        "\nThe consulate asks the ministry to decide about the boats before the end of the month.\n",
        f"{SIGNATURE}\nP.S. The pilot leaves on Monday and takes the log with him to the capital.\n",
        f"{SIGNATURE}\nI ask for an answer about the boats before the pilot leaves the town.\n",
        "\nConclusions\n\nThe harbour master expects an answer and keeps the two boats until it comes.\n",
        "\n2 May\n\nThe pilot came to me about the two boats and I sent him to the harbour master.\n",
    ],
)
def test_the_last_paragraph_of_a_text_is_its_own(end: str):
    """Without a foot above it, or in another voice, the last paragraph stays in the text."""
    record = read(f"{TEXT}{end}")
    assert "summary" not in record.fields
    assert words_of(record).endswith(" ".join(end.split()[-6:]))


def test_a_page_cut_off_before_its_details_is_a_page():
    """Its head is no part of the text, and nothing is known of the rest."""
    record = read(HEAD + TEXT[:300])
    assert record.source.layout == "page_capture"
    assert values(record, "title") == ["Note on Two Boats"]
    assert words_of(record).startswith("CONSULATE OF SYLVANIA")


def test_a_page_without_its_date_keeps_its_title():
    """The line of thanks, or the words of the host, say where the title is."""
    for head in (f"Note on Two Boats\n\n{THANKS}\n\n", "Skip to content\n\nNote on Two Boats\n\n"):
        record = read(head + TEXT + SIGNATURE + "\n" + SUMMARY + "\n" + DETAILS)
        assert values(record, "title") == ["Note on Two Boats"]
        assert values(record, "summary") == [SUMMARY]
        assert values(record, "original_language") == ["ru"]
        assert values(record, "language") == ["en"]


def test_a_source_without_its_label_is_the_source():
    """What follows the heading of the details is the reference; a sentence on use below it are the rights."""
    details = "\nDocument Information\n\nTSGA, f. 1, op. 2, d. 3\n\nFree for teaching and research.\n\nType\n\nNote\n"
    record = read(HEAD + TEXT + details)
    assert values(record, "reference_code") == ["TSGA, f. 1, op. 2, d. 3"]
    assert values(record, "rights") == ["Free for teaching and research."]


COVER = {
    "Citation": CITATION,
    "Summary": SUMMARY,
    "Credits": THANKS,
    "Original Language": "Russian",
    "Contents": "English Translation\nRussian Scan",
}
FIELDS = {
    "Citation": "citation",
    "Summary": "summary",
    "Credits": "credits",
    "Original Language": "original_language",
    "Contents": "versions",
}


def cover(*, without_labels: tuple[str, ...] = (), without_values: tuple[str, ...] = ()) -> str:
    """Return a cover sheet over the text, some of its labels or values lost."""
    sections = []
    for label, value in COVER.items():
        lines = [] if label in without_labels else [f"{label}:"]
        sections.append("\n".join(lines + ([] if label in without_values else [value])))
    head = "Digital Archive\nInternational History Declassified\n\nMay 3, 1961\nNote on Two Boats"
    return "\n\n".join([head, *filter(None, sections), TEXT])


@pytest.mark.parametrize("lost", [(), *((label,) for label in COVER), tuple(COVER)], ids=str)
def test_a_lost_label_loses_nothing(lost: tuple[str, ...]):
    """The value is known by its own words, and the text begins where it begins."""
    record = read(cover(without_labels=lost))
    assert record.source.layout == "cover_sheet"
    assert set(FIELDS.values()) <= set(record.fields)
    assert values(record, "title") == ["Note on Two Boats"]
    assert values(record, "summary") == [SUMMARY]
    assert values(record, "language") == ["en"]
    assert words_of(record) == " ".join(TEXT.split())


@pytest.mark.parametrize("lost", COVER)
def test_a_lost_value_takes_no_other_in_its_place(lost: str):
    """The field is empty, the others are not, and the text is whole."""
    record = read(cover(without_values=(lost,)))
    assert FIELDS[lost] not in record.fields
    assert {FIELDS[label] for label in COVER if label != lost} <= set(record.fields)
    assert words_of(record) == " ".join(TEXT.split())


@pytest.mark.parametrize("lost", [(), *((label,) for label in list(COVER)[:4])], ids=str)
def test_a_cover_in_one_line_may_lose_a_label(lost: tuple[str, ...]):
    """What stands behind a value whose next label is lost is divided from it by its own words."""
    values_of_line = {**COVER, "Citation": f"{CITATION} https://a.org/document/77", "Credits": f"{THANKS}."}
    parts = [value if label in lost else f"{label}: {value}" for label, value in values_of_line.items()]
    line = " ".join(["<< Digital Archive a.org May 3, 1961 Note on Two Boats", *parts]).replace("\n", " ")
    record = read(f"Note on Two Boats\nTotal Page 3\n{line} {TEXT}[Show full text]\n")
    assert record.source.layout == "flattened_cover"
    assert values(record, "summary") == [SUMMARY]
    assert values(record, "original_language") == ["ru"]
    assert values(record, "credits") == [f"{THANKS}."]
    assert words_of(record) == " ".join(TEXT.split())
    assert not record.problems


def test_of_two_titles_the_whole_one_stands():
    """A title that has lost words or letters gives way to the other."""
    for damaged in ("Note on Boats", "Note on T?o Boats"):
        record = read(cover().replace("1961\nNote on Two Boats", f"1961\n{damaged}"))
        assert values(record, "title") == ["Note on Two Boats"]


def test_the_version_in_the_language_of_the_text_is_the_text():
    """Where the original stands first in the list of contents, the text below may still be the translation."""
    record = read(
        cover().replace("English Translation\nRussian Scan", "Korean Transcription\nEnglish Translation")
    )
    assert values(record, "language") == ["en"]


def test_what_the_frame_says_twice_is_one_value():
    """A funder in the line of thanks and among the donors is one, and stands on both lines."""
    record = read(HEAD + TEXT + DETAILS + "\nDonors\n\nPier Fund\n\nQuay Trust\n")
    assert values(record, "funders") == ["Pier Fund", "Quay Trust"]
    assert len(record.fields["funders"][0].lines) == 2


def test_a_catalogue_head_is_no_memorandum():
    """Labels that a memorandum has as well do not make a catalogue's head; a title and a source do."""
    catalogue = "Title: Note on Two Boats\nDate: 3 May 1961\nAuthor: Brom, Ilya\nSource: TSGA, f. 1, op. 2, d. 3\nTone: dry\n\n"
    record = read(catalogue + TEXT)
    assert record.source.layout == "catalogue_head"
    assert (values(record, "title"), values(record, "repository")) == (["Note on Two Boats"], ["TSGA"])
    assert (values(record, "creators"), values(record, "notes")) == (["Ilya Brom"], ["Tone: dry"])
    assert words_of(record) == " ".join(TEXT.split())
    memorandum = read("To: Otto Lind\nFrom: Ilya Brom\nDate: 3 May 1961\nSubject: Boats\n\n" + TEXT)
    assert memorandum.source.layout != "catalogue_head"
    assert "To: Otto Lind" in words_of(memorandum)


def test_a_catalogue_may_stand_above_and_below_a_text():
    """A summary and notes below the text, under headings in bold type, are the catalogue's too."""
    below = f"\n**Summary**\n\n{SUMMARY}\n\n**Glossary**\n\nlog	a book of the sea\n"
    record = read("잡지명\t바다 제3호\n발행일\t1921년 05월 03일\n기사제목\t두 배\n\n" + TEXT + below)
    assert (values(record, "title"), values(record, "published_in")) == (["두 배"], ["바다 제3호"])
    assert [date.type for date in record.fields["dates"] if date.principal] == ["published"]
    assert (values(record, "summary"), values(record, "notes")) == (
        [SUMMARY],
        ["Glossary: log a book of the sea"],
    )
    assert words_of(record) == " ".join(TEXT.split())


def test_rows_of_dates_titles_and_summaries_are_a_list():
    """A page of a topic says nowhere that it lists documents, but it is nothing else."""
    rows = "\n\n".join(f"May {day}, 1961\n\nNote Nº {day}\n\n{SUMMARY}" for day in (3, 4, 5))
    with pytest.raises(Refusal):
        read(f"Skip to content\n\nBoats\n\nA collection of papers on boats.\n\n{rows}\n")
