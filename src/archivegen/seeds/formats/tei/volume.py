"""A file in TEI as its documents: one letter, or all the documents of a volume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from archivegen.problems import Problem, Refusal
from archivegen.records.languages import is_tag
from archivegen.records.values import LineRange, Value
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.formats.left_out import left_out
from archivegen.seeds.formats.manuscript import Manuscript
from archivegen.seeds.formats.stated_access import stated_in_comments
from archivegen.seeds.formats.tei.document import Place, values_in
from archivegen.seeds.formats.tei.elements import LANGUAGE, child, children, id_of, name_of, within
from archivegen.seeds.formats.tei.header import stated_in_header, values_of_file, values_of_letter
from archivegen.seeds.formats.tei.not_shown import (
    DIVISIONS,
    DOCUMENT_TYPES,
    is_register,
    registers,
    sections_left_out,
)
from archivegen.seeds.formats.tei.people import Register
from archivegen.seeds.formats.tei.text import TextWriter
from archivegen.seeds.formats.xml_part import BadXml, Element, parse_xml

NAME = "tei"
_ROOTS = ("TEI", "TEI.2", "teiCorpus")


@dataclass(frozen=True, slots=True)
class _File:
    """A file in TEI: its bytes, its root, header and text, and whom it lists."""

    path: str
    content: bytes
    root: Element
    header: Element | None
    text: Element
    register: Register


def read_tei(content: bytes, path: str) -> tuple[Manuscript, ...]:
    """Return the documents of a file: each division that the file calls a document, or else the text as one.

    Raises:
        Refusal: it is no XML, or no TEI, or has no text.

    """
    try:
        root = parse_xml(content)
    except BadXml as error:
        raise Refusal(_broken(path, error)) from error
    text = child(root, "text")
    if name_of(root) not in _ROOTS or text is None:
        raise Refusal(_no_tei(path, root))
    file = _File(path, content, root, child(root, "teiHeader"), text, Register(root))
    divisions = [each for each in within(text, *DIVISIONS) if each.get("type") in DOCUMENT_TYPES]
    manuscripts = _volume(file, divisions) if len(divisions) > 1 else (_letter(file),)
    problems = (
        *_repeated_ids(root, path),
        *(sections_left_out(text, path) if len(divisions) > 1 else ()),
        *registers(text, path),
    )
    stated = (*stated_in_header(file.header), *stated_in_comments(content.decode("utf-8", "replace")))
    manuscripts = tuple(replace(each, text=replace(each.text, stated=stated)) for each in manuscripts)
    first, *others = manuscripts
    return (replace(first, text=replace(first.text, problems=(*first.text.problems, *problems))), *others)


def _letter(file: _File) -> Manuscript:
    """Return the one document of a file, with what its header says of it."""
    writer = TextWriter(file.path)
    for part in children(file.text, "front", "body", "group"):
        writer.write(part)
    for part in children(child(file.text, "back")):
        if not is_register(part):
            writer.write(part)
    writer.write_notes()
    found: list[Found] = []
    if file.header is not None:
        found = [*values_of_letter(file.header, file.register), *values_of_file(file.header)]
    known = {each.field for each in found}
    elements = [each for each in file.text.iter(etree.Element) if each in writer.lines]
    body = next(iter(children(file.text, "body")), file.text)
    inner = values_in(body, elements, file.register, Place(writer.lines))
    found.extend(each for each in inner if each.field not in known)
    return _manuscript(writer, file.text, file.path, tuple(found), file.content)


def _volume(file: _File, divisions: list[Element]) -> tuple[Manuscript, ...]:
    """Return the documents of a volume; a document inside another is a document of its own."""
    shared = tuple(values_of_file(file.header)) if file.header is not None else ()
    names = _names(divisions)
    manuscripts = []
    for division in divisions:
        inside = within(division, *DIVISIONS)
        others = frozenset(each for each in inside if each in names and each is not division)
        writer = TextWriter(file.path, others)
        writer.write(division)
        writer.write_notes()
        own = _own_elements(division, others)
        found = (*values_in(division, own, file.register, Place(writer.lines)), *shared)
        content = etree.tostring(division, encoding="utf-8", with_tail=False)
        manuscripts.append(_manuscript(writer, division, f"{file.path}#{names[division]}", found, content))
    return tuple(manuscripts)


def _own_elements(element: Element, others: frozenset[Element]) -> Iterator[Element]:
    for each in element:
        if each not in others:
            yield each
            yield from _own_elements(each, others)


def _manuscript(
    writer: TextWriter, element: Element, path: str, found: tuple[Found, ...], content: bytes
) -> Manuscript:
    source = writer.paragraphs.source(path, "tei", tuple(left_out(path, {}, writer.heads)))
    if not any(line.strip() for line in source.lines):
        raise Refusal(_empty(path, element))
    language = next(
        (str(each.get(LANGUAGE)) for each in (element, *element.iterancestors()) if each.get(LANGUAGE)), ""
    )
    if is_tag(language) and not any(each.field == "language" for each in found):
        found = (*found, Found("language", Value(value=language, rule="tei_element", by="editor")))
    return Manuscript(source, content, Sheet(found, (), LineRange(1, len(source.lines))), NAME)


def _names(divisions: list[Element]) -> dict[Element, str]:
    """Return the name of each document within its file: its id, or else its number among them; none twice."""
    counts: Counter[str] = Counter()
    names = {}
    for number, division in enumerate(divisions, 1):
        name = id_of(division) or f"document-{number}"
        counts[name] += 1
        names[division] = name if counts[name] == 1 else f"{name}-{counts[name]}"
    return names


def _repeated_ids(root: Element, path: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for each in root.iter(etree.Element):
        name = id_of(each)
        if name and name in first:
            yield Problem(
                path=path,
                line=each.sourceline,
                level="warning",
                code="tei-repeated-id",
                message=f"the id “{name}” stands on line {first[name]} already",
                fix="give each element an id of its own",
            )
        elif name:
            first[name] = each.sourceline


def _broken(path: str, error: BadXml) -> Problem:
    return Problem(
        path=path,
        line=error.line,
        code="tei-not-well-formed",
        message=f"this is no well-formed XML: {error}",
        fix="open it in an XML editor, and mend the place it names",
    )


def _no_tei(path: str, root: Element) -> Problem:
    return Problem(
        path=path,
        line=root.sourceline,
        code="not-tei",
        message=f"this XML begins with “{name_of(root)}”; only TEI with a text in it is read",
        fix="keep it outside this folder, or turn it into TEI, HTML or text",
    )


def _empty(path: str, element: Element) -> Problem:
    return Problem(
        path=path,
        line=element.sourceline,
        code="empty",
        message="there is no text in this document",
        fix="add the text, or remove the document",
    )
