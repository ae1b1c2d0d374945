"""Every rule that can give a value, by name, with the sentence that explains it to a reader."""

from __future__ import annotations

RULES: dict[str, str] = {
    # Labelled sources
    "label": "the source labels it",
    "heading_date": "the date stands as the heading of the cover sheet",
    "heading_title": "the title stands as the heading of the cover sheet",
    "citation_clause": "the citation given with the source says so",
    "citation_programme": "the citation names the collection it was published in",
    "citation_reference": "the citation gives the archive’s reference",
    "reference_repository": "the reference code begins with the name of the repository",
    "record_number": "the address printed in the source ends in this number",
    "printed_address": "the source prints this address",
    "credits_sentence": "the credit line thanks this funder",
    "version_list": "the list of contents names the versions and their languages",
    # Head of a document
    "letterhead": "it stands in the letterhead",
    "letterhead_line": "it is the first line of the letterhead",
    "stamp": "it stands in a stamp",
    "document_heading": "the document’s own heading says so",
    "entry_title": "composed from the document’s own heading and the date of the entry",
    "heading_as_title": "taken from the document’s own heading",
    "first_line_title": "taken from the first line of the text, for want of a heading",
    "file_name_title": "taken from the name of the file, for want of any heading",
    "form_word": "the title names this kind of document",
    "place_line": "the place stands alone on a line in the head of the document",
    "entry_dateline": "the entry’s own date stands on a line of its own above the text",
    "dateline": "the date stands on a line of its own above the text",
    "period_in_heading": "the document’s heading names the period it covers",
    "omission_marks": "marks of omission stand around the text",
    "address_line": "the document is addressed to them in its first line",
    "salutation": "the salutation names them",
    "identified_in_brackets": "the editors’ brackets name the holder of the office",
    # Foot of a document
    "signature_date": "the date stands under the signatures",
    "signatures": "the names stand as signatures under the text",
    "signature_mark": "the name stands beside the mark of a signature",
    "copy_list": "the list of copies at the foot says so",
    "printing_note": "it stands at the end of the list of copies, which records the printing",
    "closing_summary": "a closing paragraph after the signature speaks of the document in the third person and the present tense",
    # The text
    "title_parties": "the title names the parties",
    "first_person_author": "the author speaks in the first person of a meeting",
    "meeting_sentence": "a sentence says who was met",
    "presence_sentence": "a sentence says who was present",
    "meeting_date": "a sentence says on which day the meeting was; the year comes from the document’s own date",
    "other_spelling": "the editors’ brackets give another spelling of the name before them",
    "titled_name": "the name follows a title or form of address",
    "hyphenated_name": "a family name followed by a hyphenated given name",
    "known_name": "the name is given in full elsewhere in this document",
    "name_with_office": "the name is followed by its office",
    "place_word": "a word such as “province” says that it is a place",
    "place_of_movement": "the text speaks of going to, being in or reaching it",
    "language_of_words": "its commonest words and its script belong to this language",
    # The archivist
    "supplied": "supplied by the archivist",
}
