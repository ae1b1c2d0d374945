"""A document set as PDF gives the same record as its text: the covers of the catalogue, in one line, damaged, over pages."""

from pathlib import Path

import pytest
from tests.seeds.formats.pdf_files import set_as_pdf

from archivegen.records.record import Record
from archivegen.seeds.normalise import read_document

CASES = Path(__file__).parents[2] / "cases" / "documents"
# Covers whose letters the fonts have that every PDF may use.
COVERS = """
    broad_damaged_cover_letter cover_in_one_line cover_sheet_inline_labels cover_sheet_of_a_meeting cover_sheet_values_lost
    covers_bold_cover_broken_title covers_contents_label_and_credit_label_lost covers_cover_and_page_numbers
    covers_cover_on_one_line covers_cover_on_one_line_talks covers_cover_one_line_after_host_lines
    covers_damaged_cover_summary_lost covers_damaged_cover_value_lost covers_old_site_capital_heading
    covers_seed_shape_bold_cover_cable covers_telegram_number_only_in_title covers_values_lost_and_letters_lost
    meetings_hungarian_cover_labels_lost meetings_pdf_cover_one_line_talk mixed_cover_chinese_embassy_cable_one_line
    meetings_pdf_cover_subject_participants_two_romanisations mixed_cover_gdr_report_labels_lost
    mixed_cover_korean_letter_words_lost mixed_cover_south_african_memorandum_pages
    mixed_cover_vietnamese_albanian_conversation_bold unseen_pdf_cover_labels_inline
    unseen_pdf_markdown_cover_value_lost various_cover_australian_tuna_report_pages
    various_cover_chinese_tanzanian_conversation_one_line various_cover_hungarian_report_india_labels_lost
""".split()


def said(record: Record) -> dict[str, list[str]]:
    """Return what a record says, whatever rows its words stood in."""
    return {
        name: [" ".join(value.value.split()) for value in values] for name, values in record.fields.items()
    }


@pytest.mark.parametrize("head", ["", "Papers of the Harbour Trust"], ids=["plain", "running head"])
@pytest.mark.parametrize("name", COVERS)
def test_a_cover_is_read_as_in_text(name: str, head: str):
    """Layout and values are the same, whether a head and numbers stand on the pages or not."""
    text = (CASES / f"{name}.txt").read_text("utf-8")
    of_text = read_document(text.encode(), "seeds/a.txt")
    of_pdf = read_document(set_as_pdf(text, head, 1 if head else None), "seeds/a.pdf")
    assert of_pdf.source.layout == of_text.source.layout
    assert said(of_pdf) == said(of_text)
