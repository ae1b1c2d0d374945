"""What the header of a file in TEI states of the document: correspondence, manuscript, languages, editors, licence.

After TEI P5, chapter 2 (The TEI Header), 2.4.6 (correspDesc) and chapter 10 (Manuscript Description).
"""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.records.languages import is_tag
from archivegen.records.values import AgentValue, DateValue, Identifier, ReferenceCode, Value
from archivegen.seeds.draft import Found
from archivegen.seeds.formats.tei.dates import date_of
from archivegen.seeds.formats.tei.elements import child, children, name_of, within, words_of
from archivegen.seeds.formats.tei.people import Register, natural_order
from archivegen.seeds.formats.xml_part import Element
from archivegen.seeds.source_text import Statement

_RULE = "tei_header"
_SENT, _RECEIVED = "sent", "received"
# Of the states of a file that the guidelines know (att.docStatus), those of one that readers should not have.
_NOT_PUBLISHED = ("draft", "embargoed", "withdrawn")


def values_of_letter(header: Element, register: Register) -> Iterator[Found]:
    """Yield what a header says of the one document of its file."""
    statement = child(header, "fileDesc", "titleStmt")
    titles = children(statement, "title")
    own = [title for title in titles if title.get("level") == "a"] or [
        title for title in titles if title.get("level") != "s" and not title.get("when-iso")
    ]
    for title in own[:1]:
        yield Found("title", Value(value=words_of(title), rule=_RULE, by="editor"))
    actions = list(within(header, "correspAction"))
    if actions:
        yield Found("form", Value(value="letter", rule="tei_correspondence", status="derived", by="editor"))
    yield from _correspondence(actions, register)
    if not actions:
        for author in children(statement, "author"):
            for each in _names_in(author):
                yield Found("creators", _person(each, register))
    yield from _manuscript(header)
    yield from _identifiers(header)


def values_of_file(header: Element) -> Iterator[Found]:
    """Yield what a header says of every document of its file: who made it, in which language, under which licence."""
    yield from _edition(header)
    yield from _makers(child(header, "fileDesc"))
    languages = [str(each.get("ident", "")) for each in within(child(header, "profileDesc"), "language")]
    for language in languages:
        if is_tag(language):
            yield Found("language", Value(value=language, rule=_RULE, by="editor"))
    licence = next(within(header, "licence"), None)
    if licence is not None:
        words = str(licence.get("target", "")) or words_of(licence)
        yield Found("rights", Value(value=words, rule=_RULE, by="editor"))
    for availability in within(header, "availability"):
        words = words_of(availability)
        if words and next(within(availability, "licence"), None) is None:
            yield Found("rights", Value(value=words, rule=_RULE, by="editor"))


def stated_in_header(header: Element | None) -> Iterator[Statement]:
    """Yield what a header states of who may see its documents: in words, or by the status of the texts or of the file.

    A status beside words, and that of a draft, is said of the use of an edition, or of its making.
    """
    for availability in within(header, "availability"):
        paragraphs = children(availability) or [availability]
        said = [(each, words_of(each)) for each in paragraphs]
        yield from (Statement("availability", words, each.sourceline) for each, words in said if words)
        status = str(availability.get("status", ""))
        if status == "restricted" and next(within(availability, "licence"), None) is None:
            has_words = any(words for _, words in said)
            yield Statement("availability status", status, availability.sourceline, is_loose=has_words)
    for revisions in within(header, "revisionDesc"):
        status = str(revisions.get("status", ""))
        if status in _NOT_PUBLISHED:
            yield Statement("revision status", status, revisions.sourceline, is_loose=status == "draft")


def _identifiers(header: Element) -> Iterator[Found]:
    for number in within(child(header, "fileDesc", "publicationStmt"), "idno"):
        kind = str(number.get("type", "")) or "identifier"
        if words_of(number):
            yield Found("identifiers", Identifier(value=words_of(number), kind=kind, rule=_RULE, by="editor"))


def _edition(header: Element) -> Iterator[Found]:
    """Yield the title of the edition that a file is a volume or a part of."""
    titles = children(child(header, "fileDesc", "titleStmt"), "title")
    whole = [title for title in titles if title.get("type") == "complete" or title.get("level") in ("s", "m")]
    for title in whole[:1]:
        yield Found("published_in", Value(value=words_of(title), rule=_RULE, by="editor"))


def _person(element: Element, register: Register) -> AgentValue:
    named = register.named_by(element)
    wording = words_of(element)
    name = named.name if named else natural_order(wording)
    return AgentValue(
        value=name,
        as_written=wording if wording != name else None,
        kind="body" if name_of(element) == "orgName" else "person",
        rule=_RULE,
        by="editor",
    )


def _correspondence(actions: list[Element], register: Register) -> Iterator[Found]:
    for action in actions:
        kind = str(action.get("type", ""))
        field = {_SENT: "creators", _RECEIVED: "recipients"}.get(kind)
        if field is None:
            continue
        for each in children(action, "persName", "orgName"):
            yield Found(field, _person(each, register))
        for each in children(action, "date"):
            if dated := date_of(each):
                date = DateValue(
                    value=dated.edtf, as_written=words_of(each) or None, type=kind, rule=_RULE, by="editor",
                    certainty=dated.certainty,
                )  # fmt: skip
                yield Found("dates", date)
        if kind == _SENT:
            for each in children(action, "placeName", "settlement")[:1]:
                yield Found("place_of_creation", Value(value=words_of(each), rule=_RULE, by="editor"))


def _manuscript(header: Element) -> Iterator[Found]:
    """Yield where the first manuscript is held; other witnesses are no originals of this text."""
    identifier = next(within(header, "msIdentifier"), None)
    if identifier is None:
        return
    repository = words_of(child(identifier, "repository")) or words_of(child(identifier, "institution"))
    parts = [words_of(child(identifier, name)) for name in ("settlement", "repository", "collection", "idno")]
    if repository:
        yield Found("repository", Value(value=repository, rule=_RULE, by="editor"))
    if parts[-1]:
        reference = ReferenceCode(value=", ".join(filter(None, parts)), rule=_RULE, by="editor")
        yield Found("reference_code", reference)


def _makers(description: Element | None) -> Iterator[Found]:
    if description is None:
        return
    # A header may name whoever made the edition at several places.
    yield from (
        Found("contributors", _maker(name, role)) for name, role in dict.fromkeys(_named(description))
    )
    for funder in within(child(description, "titleStmt"), "funder"):
        for each in _names_in(funder):
            yield Found("funders", AgentValue(value=words_of(each), kind="body", rule=_RULE, by="editor"))


def _named(description: Element) -> Iterator[tuple[str, str]]:
    """Yield who made an edition, and as what."""
    for editor in children(child(description, "titleStmt"), "editor"):
        for each in _names_in(editor):
            yield natural_order(words_of(each)), "editor"
    for statement in within(description, "respStmt"):
        role = (
            "transcriber"
            if "transcri" in words_of(child(statement, "resp")).casefold().replace("k", "c")
            else "editor"
        )
        for each in children(statement, "persName", "name"):
            yield natural_order(words_of(each)), role


def _names_in(element: Element) -> list[Element]:
    """Return the elements that name somebody each; where none does, the element itself is the name."""
    return children(element, "name", "persName", "orgName") or [element]


def _maker(name: str, role: str) -> AgentValue:
    return AgentValue(value=name, role=role, rule=_RULE, by="editor")
