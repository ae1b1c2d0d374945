"""One document, from bytes to a Record: the order of the steps, each handed what the ones before it found."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from archivegen.problems import Problem, Refusal
from archivegen.records.record import Record, Source, Zone
from archivegen.records.values import LineRange
from archivegen.seeds.blocks import Paper, read_paper
from archivegen.seeds.conventions import CONVENTIONS, DIGITAL_ARCHIVE, Convention
from archivegen.seeds.corrected_lines import drawn_zones, with_values_of_zones, zones_given_way
from archivegen.seeds.decode import SourceText, decode
from archivegen.seeds.draft import Draft, Found, Sheet
from archivegen.seeds.frame import settled
from archivegen.seeds.front_matter import unmarked_entries, without_front_matter
from archivegen.seeds.layouts.recognise import AS_IT_STANDS, recognise
from archivegen.seeds.legibility import damaged_text, doubted, is_damaged
from archivegen.seeds.markdown_text import without_line_signs
from archivegen.seeds.merging import contradictions, merge, unread_dates
from archivegen.seeds.offices import with_offices_alone
from archivegen.seeds.readers import (
    composed,
    copies,
    datelines,
    heading,
    letterhead,
    meeting,
    meeting_date,
    mentions,
    sign_off,
    stamps,
    title,
    title_bodies,
    title_parties,
)
from archivegen.seeds.readers.address_line import read_address_line
from archivegen.seeds.readers.labelled_head import read_labelled_head
from archivegen.seeds.readers.language import read_language
from archivegen.seeds.redacted_names import words_left
from archivegen.seeds.redactions import digest_of_source, redact, without_words
from archivegen.seeds.redrawn import redraw, values_of
from archivegen.seeds.supplied import Supplied, read_supplied
from archivegen.seeds.zones import lines_not_used, tile

Reader = Callable[[Draft], Iterator[Found]]
# Each reader sees what the ones above it found; the order is that of the paper, then of inference.
READERS: tuple[Reader, ...] = (
    letterhead.read_letterhead,
    stamps.read_stamps,
    read_labelled_head,
    heading.read_heading,
    datelines.read_place,
    datelines.read_datelines,
    copies.read_copies,
    composed.read_completeness,
    composed.compose_title,
    title.read_form,
    title.read_title_marks,
    title_parties.read_parties,
    read_address_line,
    sign_off.read_signature,
    datelines.read_given_at,
    title_bodies.read_issuing_body,
    heading.read_author_in_title,
    composed.title_for_want,
    meeting.read_meeting,
    meeting_date.read_meeting_date,
    mentions.read_mentions,
    read_language,
)


def read_document(
    content: bytes,
    path: str,
    defaults: tuple[tuple[str, str], ...] = (),
    sidecar: tuple[str, str] | None = None,
) -> Record:
    """Read a document.

    `defaults` are the paths and texts of the `collection.yml` of its folders, the outermost first, and `sidecar` those
    of the file of corrections beside it. Of what these and front matter supply the nearest wins: folders, then front
    matter, then the sidecar. The result depends on nothing but the arguments.

    Raises:
        Refusal: the file is not text, or has nothing in it.

    """
    above = [read_supplied(text, where) for where, text in defaults]
    beside = [read_supplied(sidecar[1], sidecar[0])] if sidecar else []
    source = decode(content, path, _nearest([part.encoding for part in (*above, *beside)]))
    matter_lines, source_below = without_front_matter(source)
    own = [*([_read_matter(source, matter_lines)] if matter_lines else []), *beside]
    supplied = [*above, *own]
    redactions = tuple(redaction for part in supplied for redaction in part.redactions)
    whole, unredacted = redact(source, redactions, matter_lines)
    source_below = whole if source_below is source else redact(source_below, redactions)[0]
    record = without_words(_read_text(whole, source_below, supplied), redactions)
    zones = (Zone(matter_lines, "field"),) if matter_lines else ()
    tiles = tile((*zones, *record.zones), record.body.lines, whole.lines)
    unmarked = _unmarked(source_below, path, sidecar, own)
    said = _in_order((*record.problems, *_said_wrongly(supplied), *unmarked), path)
    read = (*whole.problems, *lines_not_used(whole, tiles, record.zones))
    left = words_left(source, whole, record, redactions, matter_lines)
    return replace(
        record,
        source=replace(record.source, sha256=digest_of_source(content, whole, redactions)),
        supplied_sha256=_digest_of((*defaults, sidecar) if sidecar else defaults),
        zones=tiles,
        problems=(*read, *said, *unredacted, *left),
    )


def _unmarked(
    below: SourceText, path: str, sidecar: tuple[str, str] | None, own: list[Supplied]
) -> tuple[Problem, ...]:
    """Return what at the head of a text belongs in its file of corrections, unless what is its `own` says so already."""
    belongs_in = sidecar[0] if sidecar else f"{path.rpartition('.')[0] or path}.yml"
    return tuple(unmarked_entries(below, belongs_in, {name for part in own for name in part.gives}))


def _digest_of(files: tuple[tuple[str, str], ...]) -> str:
    """Return the digest of all that stands beside a document, whatever the files are called; "" where nothing does."""
    text = "\0".join(text for _, text in files)
    return hashlib.sha256(text.encode()).hexdigest() if text else ""


def _read_text(source: SourceText, below: SourceText, supplied: list[Supplied]) -> Record:
    """Read the text below the front matter; the zones of the record are those that the layout knows."""
    is_recognised = _nearest([part.recognise for part in supplied]) != "off"
    convention = CONVENTIONS[_nearest([part.conventions for part in supplied]) or DIGITAL_ARCHIVE.name]
    drawn, faults = drawn_zones(supplied, source, below)
    if below is not source and source.path.lower().endswith(".md"):
        below = without_line_signs(below)
    layout = recognise(below) if is_recognised else AS_IT_STANDS
    as_laid_out = layout.read(below)
    sheet = redraw(as_laid_out, below, drawn)
    if sheet.body_lines is None and not (sheet.found or drawn):
        raise Refusal(_empty(source.path), *_said_wrongly(supplied))
    readers = READERS if is_recognised else (composed.name_by_file,)
    given = values_of(drawn, source)
    draft = _read_sheet(sheet, below, convention, readers, given)
    # What the rules read before the archivist redrew the lines is what gives way to the redrawing.
    before = _read_sheet(as_laid_out, below, convention, readers).found if drawn else ()
    merged = merge(draft.found[len(given) :], with_values_of_zones(supplied, drawn, given), before)
    return Record(
        source=Source(source.path, "", layout.name, source.encoding, source.lines),
        fields=merged.fields,
        other_readings=merged.other_readings,
        body=draft.body,
        zones=sheet.zones,
        other_zones=zones_given_way(as_laid_out, sheet, below),
        supplied_id=_nearest([part.supplied_id for part in supplied]),
        changes=next((part.changes for part in reversed(supplied) if part.changes), ()),
        problems=(
            *faults,
            *([damaged_text(source.path)] if draft.is_doubtful else []),
            *unread_dates(merged, source.path),
            *contradictions(merged, source.path),
        ),
    )


def _read_sheet(
    sheet: Sheet,
    below: SourceText,
    convention: Convention,
    readers: tuple[Reader, ...],
    given: tuple[Found, ...] = (),
) -> Draft:
    """Return what a layout and the readers find; what is read from a damaged text is doubted.

    `given` are values that stand already, before all that is found: the readers go on from them.
    """
    text = sheet.body_source or below
    paper = read_paper(text, sheet.body_lines, convention) if sheet.body_lines else Paper()
    frame = (*given, *settled(sheet.found))
    draft = Draft(text, paper, frame, convention)
    for reader in readers:
        if found := tuple(reader(draft)):
            draft = draft.with_found(with_offices_alone(found))
    if sheet.body_lines and is_damaged(text.lines[sheet.body_lines.first - 1 : sheet.body_lines.last]):
        return replace(draft, found=(*frame, *doubted(draft.found[len(frame) :])), is_doubtful=True)
    return draft


def _said_wrongly(supplied: list[Supplied]) -> tuple[Problem, ...]:
    """Return what is wrong with what is supplied, whether it would be used or not."""
    return tuple(problem for part in supplied for problem in part.problems)


def _in_order(problems: tuple[Problem, ...], path: str) -> list[Problem]:
    """Return problems by file and line, those of the document itself first."""
    return sorted(problems, key=lambda problem: (problem.path != path, problem.path, problem.line or 0))


def _nearest(given: list[str | None]) -> str | None:
    """Return the last of what was given at all."""
    return next((text for text in reversed(given) if text is not None), None)


def _read_matter(source: SourceText, lines: LineRange) -> Supplied:
    text = "\n".join(source.lines[lines.first : lines.last - 1])
    return read_supplied(text, source.path, first_line=lines.first + 1)


def _empty(path: str) -> Problem:
    return Problem(
        path=path,
        code="empty",
        message="there is no text in this file",
        fix="add the text, or remove the file",
    )
