"""The field table: one row per descriptive element. Validation, pages, indexes, exports and docs obey it.

Names follow ISAD(G), second edition, and DACS; the columns beside them are the same element in Dublin Core terms,
schema.org and Zotero. To add a field, add a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from archivegen.records.values import (
    AccessValue,
    AgentValue,
    Classification,
    CopyValue,
    DateValue,
    Identifier,
    NameVariant,
    ReferenceCode,
    Registration,
    Value,
    Version,
)

Area = Literal["identity", "context", "content", "paper", "provenance", "access", "control"]
IndexName = Literal[
    "years", "kinds", "people", "organisations", "places", "archives", "collections", "languages", "subjects"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One descriptive element.

    `kind` is the type of its values; `indexes` the browse pages its values lead to; a `core` field shows "not
    stated" when it is empty. `area` places it in the panel beside the text. `in_panel` is false for what the page
    shows elsewhere; `also` are other keys that mean it in a sidecar or front matter; `dacs` is the element of the
    single-level minimum it gives (DACS, chapter 1): of the fields of one element, one is enough.
    """

    name: str
    label: str
    area: Area
    kind: type[Value] = Value
    repeatable: bool = False
    indexes: tuple[IndexName, ...] = ()
    core: bool = False
    in_panel: bool = True
    dcterms: str | None = None
    schema_org: str | None = None
    zotero: str | None = None
    dacs: str | None = None
    also: tuple[str, ...] = ()
    help: str


_AGENTS: tuple[IndexName, ...] = ("people", "organisations")

FIELDS: tuple[Field, ...] = (
    Field(name="title", label="Title", area="identity", core=True, in_panel=False, dcterms="title", schema_org="name", zotero="title", dacs="2.3 Title", help="The title the document is listed under (ISAD(G) 3.1.2)."),
    Field(name="title_in_document", label="Heading in the document", area="identity", dcterms="alternative", schema_org="alternateName", help="The document’s own heading, word for word."),
    Field(name="dates", label="Dates", also=("date",), area="identity", kind=DateValue, repeatable=True, indexes=("years",), core=True, dcterms="created", schema_org="dateCreated", zotero="date", dacs="2.4 Date", help="Every date with what happened then; one is principal (ISAD(G) 3.1.3)."),
    Field(name="form", label="Kind", also=("kind",), area="identity", indexes=("kinds",), core=True, dcterms="type", schema_org="genre", zotero="manuscriptType", help="What kind of document it is: report, journal, letter, telegram."),
    Field(name="completeness", label="Completeness", area="identity", help="Whether the text is the whole document or an excerpt."),
    Field(name="part_of", label="Part of", area="identity", dcterms="isPartOf", schema_org="isPartOf", help="The larger document or series this one belongs to."),
    Field(name="level_of_description", label="Level", area="identity", help="Whether it describes an item, a file or a series (ISAD(G) 3.1.4)."),
    Field(name="extent", label="Extent", area="identity", dcterms="extent", schema_org="size", dacs="2.5 Extent", help="How much there is: pages, leaves (ISAD(G) 3.1.5)."),
    Field(name="creators", label="Written by", also=("creator", "author", "authors"), area="context", kind=AgentValue, repeatable=True, indexes=_AGENTS, core=True, dcterms="creator", schema_org="author", zotero="author", dacs="2.6 Name of Creator", help="Who wrote or signed it (ISAD(G) 3.2.1)."),
    Field(name="issuing_body", label="Issued by", area="context", kind=AgentValue, indexes=_AGENTS, dcterms="publisher", help="The office on whose paper it stands."),
    Field(name="recipients", label="Sent to", also=("recipient",), area="context", kind=AgentValue, repeatable=True, indexes=_AGENTS, dcterms="audience", schema_org="recipient", zotero="recipient", help="To whom it is addressed."),
    Field(name="place_of_creation", label="Written at", also=("location", "place"), area="context", indexes=("places",), schema_org="locationCreated", zotero="place", help="Where it was written."),
    Field(name="participants", label="Present", also=("participant",), area="content", kind=AgentValue, repeatable=True, indexes=_AGENTS, dcterms="contributor", schema_org="participant", help="Who took part in the meeting it records, interpreters and recorders among them."),
    Field(name="summary", label="Summary", area="content", core=True, in_panel=False, dcterms="abstract", schema_org="abstract", zotero="abstractNote", dacs="3.1 Scope and Content", help="What the document says, and whose words the summary is (ISAD(G) 3.3.1)."),
    Field(name="people_mentioned", label="People mentioned", area="content", kind=AgentValue, repeatable=True, indexes=_AGENTS, dcterms="subject", schema_org="mentions", help="Persons named in the text who have no other role here. Found by rule: the list may be incomplete."),
    Field(name="places_mentioned", label="Places mentioned", area="content", repeatable=True, indexes=("places",), dcterms="spatial", schema_org="contentLocation", help="Places named in the text, below the level of countries and regions. Found by rule: the list may be incomplete."),
    Field(name="name_variants", label="Other spellings of names", area="content", kind=NameVariant, repeatable=True, help="Other spellings of persons’ names that the editors give in brackets."),
    Field(name="place_name_variants", label="Other spellings of places", area="content", kind=NameVariant, repeatable=True, help="Other spellings of place names that the editors give in brackets."),
    Field(name="original_language", label="Original language", area="content", repeatable=True, indexes=("languages",), schema_org="translationOfWork", dacs="4.5 Languages and Scripts of the Material", help="The language the document was written in (ISAD(G) 3.4.3)."),
    Field(name="language", label="Language of the text", area="content", repeatable=True, indexes=("languages",), core=True, dcterms="language", schema_org="inLanguage", zotero="language", dacs="4.5 Languages and Scripts of the Material", help="The language of the text given here."),
    Field(name="versions", label="Versions", area="content", kind=Version, repeatable=True, dcterms="hasVersion", help="The versions the source offers: translation, transcription, scan."),
    Field(name="classification", label="Classification", area="paper", kind=Classification, repeatable=True, help="Security markings, and where on the paper they stand."),
    Field(name="urgency", label="Urgency", area="paper", repeatable=True, help="Marks of haste: Urgent, Top Priority."),
    Field(name="registrations", label="Registered", area="paper", kind=Registration, repeatable=True, help="Numbers given to the paper, each with its office and day."),
    Field(name="copies", label="Copies", area="paper", kind=CopyValue, repeatable=True, help="Which copy this is, how many there were, and who received them."),
    Field(name="repository", label="Held by", area="provenance", repeatable=True, indexes=("archives",), core=True, dcterms="provenance", schema_org="holdingArchive", zotero="archive", dacs="2.2 Name and Location of Repository", help="The archive that holds the original (ISAD(G) 3.1.1)."),
    Field(name="reference_code", label="Reference", area="provenance", kind=ReferenceCode, repeatable=True, dcterms="identifier", schema_org="itemLocation", zotero="archiveLocation", dacs="2.1 Reference Code", help="Where in that archive it is (ISAD(G) 3.1.1)."),
    Field(name="published_in", label="Published in", area="provenance", dcterms="isPartOf", help="The collection or edition this text was taken from."),
    Field(name="source_url", label="Address printed in the source", area="provenance", dcterms="source", schema_org="isBasedOn", help="An address found in the source. It is not this page’s address."),
    Field(name="identifiers", label="Identifiers", area="provenance", kind=Identifier, repeatable=True, dcterms="identifier", schema_org="identifier", help="Numbers by which other catalogues know the document."),
    Field(name="contributors", label="Text prepared by", area="provenance", kind=AgentValue, repeatable=True, indexes=_AGENTS, dcterms="contributor", schema_org="contributor", zotero="contributor", help="Who obtained, transcribed, translated or edited the text given here."),
    Field(name="citation", label="Citation as given", area="provenance", in_panel=False, dcterms="bibliographicCitation", help="The citation that came with the source, word for word."),
    Field(name="credits", label="Credits", area="provenance", schema_org="creditText", help="Acknowledgements that came with the source, word for word."),
    Field(name="funders", label="Funded by", area="provenance", kind=AgentValue, repeatable=True, indexes=_AGENTS, schema_org="funder", help="Who paid for the preparation of the text."),
    Field(name="access", label="Access", area="access", kind=AccessValue, dcterms="accessRights", schema_org="conditionsOfAccess", dacs="4.1 Conditions Governing Access", help="Whether the document may be seen: open, draft, restricted, or embargoed until a day (ISAD(G) 3.4.1)."),
    Field(name="reproduction", label="Reproduction", area="access", help="How copies of it may be had (ISAD(G) 3.4.2)."),
    Field(name="rights", label="Rights", area="access", core=True, dcterms="rights", schema_org="license", zotero="rights", help="What may be done with the document and the text (ISAD(G) 3.4.2)."),
    Field(name="collections", label="Collections", area="identity", repeatable=True, indexes=("collections",), dcterms="isPartOf", help="The collections of this archive it belongs to."),
    Field(name="related", label="Related documents", area="content", repeatable=True, dcterms="relation", help="Other documents that belong with it (ISAD(G) 3.5.3): those of this archive by their ids or addresses, others in words."),
    Field(name="subjects", label="Subjects", also=("tags", "keywords"), area="content", repeatable=True, indexes=("subjects",), dcterms="subject", schema_org="about", help="What the document is about, in the archivist’s words."),
    Field(name="notes", label="Notes", also=("note",), area="control", repeatable=True, schema_org="comment", help="Notes on the document (ISAD(G) 3.6.1)."),
    Field(name="archivist_note", label="Archivist’s note", area="control", help="How the description was made, and by whom (ISAD(G) 3.7.1)."),
)  # fmt: skip

FIELD_BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}
FIELD_BY_KEY: dict[str, Field] = {key: field for field in FIELDS for key in (field.name, *field.also)}
