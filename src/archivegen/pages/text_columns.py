"""The texts of a document as its page shows them: one alone, or the versions side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

from archivegen.archive.archive import Document
from archivegen.archive.version_texts import VersionText
from archivegen.pages.alignment import Step, aligned
from archivegen.pages.block_view import BlockView
from archivegen.pages.body import block_views
from archivegen.pages.citations import passage_citation
from archivegen.pages.links import relative_link
from archivegen.pages.listing import Desk
from archivegen.pages.originals import original_address
from archivegen.pages.parts import Link, TextRow, TextView
from archivegen.pages.versions import shown_version
from archivegen.pages.wording import version_label
from archivegen.records.languages import direction_of
from archivegen.records.record import JoinedVersion, Record
from archivegen.records.values import Version


def text_rows(desk: Desk, document: Document) -> tuple[TextRow, ...]:
    """Return the texts of a document in rows of two columns: one row of one text where it has no other versions.

    The original comes first, or the document's own text where no version is said to be the original; and beside it the text in the language of the pages, if there is one. The last text ends with
    the empty places of versions that are gone.
    """
    own = _own(document)
    shown = [text for text in (own, *document.texts.versions) if text.version.has_text or text.passages]
    ordered = sorted(shown, key=lambda text: _rank(desk, text)) or [own]
    ordered[-1] = replace(ordered[-1], passages=(*ordered[-1].passages, *document.texts.gone))
    if not document.texts.versions:
        return (TextRow((_view(desk, document, ordered[-1]),), is_aligned=False),)
    rows = []
    for start in range(0, len(ordered), 2):
        pair = ordered[start : start + 2]
        columns = [_blocks(desk, document, text) for text in pair]
        titles = {text.version.title for text in pair} - {""}
        steps = aligned(columns[0], columns[1], titles) if len(pair) == 2 else ()
        is_aligned = len(steps) > 1
        by_text: tuple[tuple[Step, ...], ...] = (
            tuple(zip(*steps, strict=True)) if is_aligned else tuple((column,) for column in columns)
        )
        views = (_view(desk, document, text, each) for text, each in zip(pair, by_text, strict=True))
        rows.append(TextRow(tuple(views), is_aligned))
    return tuple(rows)


def version_links(desk: Desk, document: Document, rows: tuple[TextRow, ...]) -> tuple[Link, ...]:
    """Return the links to the texts of a document in their rows, and to the files of versions without text; none where it has
    one version only.
    """
    if not document.texts.versions:
        return ()
    texts = [text for row in rows for text in row.texts]
    labels = Counter(text.label for text in texts)
    links = [
        Link(
            f"{text.label}, {text.makers}" if labels[text.label] > 1 and text.makers else text.label,
            f"{document.address}#{text.anchor}",
        )
        for text in texts
    ]
    files = [
        Link(version_label(desk.say, text.version), address)
        for text in document.texts.versions
        if not text.version.has_text and (address := original_address(document, text.version))
    ]
    return (*links, *files)


def text_anchor(text: VersionText) -> str:
    """Return where on the page a text begins."""
    return f"{text.anchor}-text" if text.anchor else "text"


def _own(document: Document) -> VersionText:
    """Return the document's own text as a version among the others."""
    record = document.record
    return VersionText(JoinedVersion(own_kind(record), record), document.texts.own)


def own_kind(record: Record) -> str:
    """Return what kind of version a document's own text is, as it is said, or as its language says; "" where nothing does."""
    originals = {value.value.split("-")[0] for value in record.fields.get("original_language", ())}
    is_original = (record.text_of("language") or "").split("-")[0] in originals
    return record.version.kind or ("original" if is_original else "")


def _rank(desk: Desk, text: VersionText) -> tuple[bool, bool, bool, bool, str]:
    version = text.version
    is_of_the_document = not text.anchor and not version.kind
    is_ours = version.language.split("-")[0] == desk.archive.config.language
    return (
        version.kind != "original",
        not is_of_the_document,
        bool(text.anchor) and not is_ours,
        not is_ours,
        text.anchor,
    )


def _blocks(desk: Desk, document: Document, text: VersionText) -> tuple[BlockView, ...]:
    prefix = f"{text.anchor}-" if text.anchor else ""
    return block_views(text.passages, link_to=partial(_link_to, desk, document), prefix=prefix)


def _view(
    desk: Desk, document: Document, text: VersionText, steps: tuple[Step, ...] | None = None
) -> TextView:
    version, record = text.version, text.version.record
    steps = steps if steps is not None else (_blocks(desk, document, text),)
    first = next((block.html for step in steps for block in step if block.kind != "removed"), "")
    language = desk.language_of(record)
    has_others = bool(document.texts.versions)
    stated = _stated(document, text)
    return TextView(
        anchor=text_anchor(text),
        label=version_label(desk.say, version) if has_others else "",
        title=version.title if text.anchor and version.title != str(first).strip() else "",
        makers=stated.pop("contributors", ""),
        facts=tuple((desk.say(f"field.{name}"), words) for name, words in stated.items()),
        language=language,
        direction=direction_of(language),
        steps=steps,
        passage_citation=passage_citation(
            document,
            desk.archive.config,
            shown_version(document),
            text=(version_label(desk.say, version), record) if has_others else None,
        ),
    )


def _stated(document: Document, text: VersionText) -> dict[str, str]:
    """Return what is said of one version alone, by the names of the fields; of the document's own text the panel says it."""
    values = document.record.values_of("versions", Version) if text.anchor else ()
    return dict(next((value.states for value in values if value.anchor == text.anchor), ()))


def _link_to(desk: Desk, document: Document, path: str) -> str | None:
    """Return the link from a document to the one whose source is at a path, or None where there is no page of it."""
    address = desk.address_by_source.get(path)
    return relative_link(document.address, address) if address else None
