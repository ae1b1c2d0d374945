"""The labels of a catalogue's head above a document, and the fields that their values belong to.

To teach the layout a label, in any language, add it to the row of its field.
"""

from __future__ import annotations

import re

_ROWS = {
    "title": "title|document title|article title|title of document|titel|titre|título|название|заглавие|기사제목|제목",
    "dates:created": "date|creation date|document date|date of document|date created|date of creation|date written|datum|дата|날짜|일자",
    "dates:published": "publication date|date of publication|date published|published|발행일",
    "dates:sent": "date sent|sent",
    "dates:received": "date received|received",
    "creators": "author|authors|author(s)|creator|creators|writer|written by|sender|from|by|autor|verfasser|auteur|автор|필자|저자",
    "recipients": "recipient|recipients|addressee|addressees|addressed to|to|empfänger|destinataire|адресат|수신",
    "participants:participant": "participants|participant|attendees|present",
    "people_mentioned": "people|persons|people mentioned|persons mentioned|names mentioned|associated people",
    "place_of_creation": "place|place of writing|place of creation|place written|written at|written in|ort|lieu|место",
    "reference_code": "source|reference|reference code|archival reference|archive reference|call number|shelfmark|shelf mark|physical location|location of original|"
    "provenance|quelle|источник|출처",
    "repository": "repository|archive|archives|held by|holding archive|holding institution|archiv|архив|소장처",
    "published_in": "published in|publication|magazine title|magazine|journal title|newspaper|잡지명|신문명",
    "language": "language|languages|language of text|language of the text|sprache|langue|язык|언어",
    "original_language": "original language|original languages|language of original|language of the original|originalsprache",
    "summary": "summary|abstract|description|scope and content|zusammenfassung|résumé|аннотация|요약",
    "rights": "rights|copyright|licence|license|terms of use|usage rights|access rights|rechte",
    "contributors:translator": "translator|translators|translated by|translation by|übersetzer|переводчик|역자",
    "contributors:transcriber": "transcriber|transcribed by|transcription by",
    "contributors:editor": "editor|editors|edited by|herausgeber|편집자",
    "contributors:obtained_by": "obtained by|contributed by|provided by|copy courtesy of",
    "source_url": "url|link|web address|permalink|source url",
    "identifiers": "id|identifier|record|record no|record id|record number|document id|document number|accession number",
    "form": "type|kind|genre|document type|article type|form|기사형태|종류",
    "subjects": "subjects|keywords|topics|tags|subject headings|subject|schlagwörter|ключевые слова|주제",
    "extent": "extent|pages|physical description|umfang",
    "credits": "credits|credit|acknowledgements|acknowledgments",
    "funders": "funder|funders|funded by|donor|donors|sponsor|sponsors",
    "citation": "citation|cite as|preferred citation",
    "notes": "note|notes|remarks|editor's note|editor’s note|translator's note|translator’s note",
}  # fmt: skip
FIELD_OF_LABEL = {label: field for field, labels in _ROWS.items() for label in labels.split("|")}
# A memorandum has the others too; these only a catalogue has.
ONLY_IN_CATALOGUES = frozenset(
    "title reference_code repository published_in language original_language summary rights source_url identifiers citation".split()
)
# What a row says that has nothing to say.
NOTHING = re.compile(
    r"^\W*(?:(?:not|un) ?(?:specified|stated|known|given|available)\b.*|none|n\.?[/.]?\s?[ad]\.?|na|undated|anonymous|미상|неизвестно)?\W*$",
    re.IGNORECASE,
)
