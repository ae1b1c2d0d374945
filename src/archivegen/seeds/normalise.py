"""One document, from bytes to a Record: the order of the steps, each handed what the ones before it found."""

from __future__ import annotations

from collections.abc import Mapping

from archivegen.problems import Problem, Refusal
from archivegen.records.changed import changed
from archivegen.records.record import Record, Source, Zone
from archivegen.records.values import LineRange
from archivegen.seeds.conventions import CONVENTIONS, DIGITAL_ARCHIVE
from archivegen.seeds.corrected_lines import drawn_zones, with_values_of_zones, zones_given_way
from archivegen.seeds.draft import Sheet
from archivegen.seeds.formats.manuscript import Manuscript, files_of_parts
from archivegen.seeds.formats.reading import is_offered, manuscripts_in
from archivegen.seeds.front_matter import without_front_matter
from archivegen.seeds.inventory.archive_numbers import with_numbers
from archivegen.seeds.inventory.rows import InventoryRow
from archivegen.seeds.layouts.recognise import AS_IT_STANDS, recognise
from archivegen.seeds.legibility import damaged_text
from archivegen.seeds.margins import with_margin, without_margin
from archivegen.seeds.markdown_text import is_written_in_markdown, without_signs
from archivegen.seeds.merging import contradictions, merge, unread_dates
from archivegen.seeds.nearest import nearest, nearest_id, supplied_by_folders
from archivegen.seeds.reading_order import BY_FILE_NAME, MARKED_UP, UNMARKED, read_sheet
from archivegen.seeds.redacted_names import words_left
from archivegen.seeds.redactions import digest_of_source, redact, without_redacted, without_words
from archivegen.seeds.redrawn import redraw, values_of
from archivegen.seeds.said_versions import nearest_said
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.supplied import Supplied, read_supplied
from archivegen.seeds.supplied_digest import digest_of_supplied
from archivegen.seeds.wishes_to_close import wishes_to_close
from archivegen.seeds.zones import lines_not_used, tile


def read_document(
    content: bytes,
    path: str,
    defaults: tuple[tuple[str, str], ...] = (),
    sidecar: tuple[str, str] | None = None,
    row: InventoryRow | None = None,
) -> Record:
    """Read a file that holds one document; see `read_documents`."""
    (record,) = read_documents(content, path, defaults, sidecar, row)
    return record


def read_documents(
    content: bytes,
    path: str,
    defaults: tuple[tuple[str, str], ...] = (),
    sidecar: tuple[str, str] | None = None,
    row: InventoryRow | None = None,
    *,
    companions: Mapping[str, bytes] | None = None,
    parts: Mapping[str, tuple[str, str]] | None = None,
) -> tuple[Record, ...]:
    """Read the documents of a file.

    `defaults` are the paths and texts of the `collection.yml` of its folders, the outermost first, `row` is that of an
    inventory, and `sidecar` path and text of the file of corrections beside it. Of what these and front matter supply the
    nearest wins: folders, then the row, then front matter, then the sidecar. `companions` are the files
    beside it that have its notes, by their names; `parts` path and text of the file of corrections of single documents of a
    volume, by their names in it. Nothing else has a part in the result.

    Raises:
        Refusal: the file is damaged, or has nothing in it; or a document of a volume is corrected that is not in it.

    """
    above = supplied_by_folders(defaults)
    beside = _supplied_by(sidecar)
    in_row = [row.supplied] if row else []
    encoding = nearest([part.encoding for part in (*above, *in_row, *beside)])
    manuscripts = manuscripts_in(content, path, encoding, companions)
    own = files_of_parts(parts or {}, manuscripts)
    records = tuple(
        changed(
            _read_manuscript(each, above, in_row, [*beside, *_supplied_by(own.get(each.text.path))], sidecar),
            supplied_sha256=digest_of_supplied(defaults, row, sidecar, own.get(each.text.path)),
        )
        for each in manuscripts
    )
    return tuple(_naming_columns(record, row) for record in records) if row else records


def _naming_columns(record: Record, row: InventoryRow) -> Record:
    return changed(record, problems=tuple(map(row.naming_column, record.problems)))


def _supplied_by(file: tuple[str, str] | None) -> list[Supplied]:
    return [read_supplied(file[1], file[0])] if file else []


def _read_manuscript(
    manuscript: Manuscript,
    above: list[Supplied],
    in_row: list[Supplied],
    beside: list[Supplied],
    sidecar: tuple[str, str] | None,
) -> Record:
    """Read one document: `above` is what its folders supply, `in_row` what its row does, `beside` the file of corrections."""
    source = manuscript.text
    matter_lines, source_below = without_front_matter(source)
    own = [*in_row, *([_read_matter(source, matter_lines)] if matter_lines else []), *beside]
    supplied = [*above, *own]
    redactions = tuple(redaction for part in supplied for redaction in part.redactions)
    whole, unredacted = redact(source, redactions, matter_lines)
    source_below = whole if source_below is source else redact(source_below, redactions)[0]
    record = without_words(
        _read_text(without_redacted(manuscript, redactions), whole, source_below, supplied), redactions
    )
    zones = (Zone(matter_lines, "field"),) if matter_lines else ()
    tiles = tile((*zones, *record.zones), record.body.lines, whole.lines)
    unmarked = wishes_to_close(source_below, sidecar, above, own)
    said = _in_order((*record.problems, *_said_wrongly(supplied), *unmarked), source.path)
    read = (*whole.problems, *lines_not_used(whole, tiles, record.zones))
    left = words_left(source, whole, record, redactions, matter_lines)
    return changed(
        record,
        source=changed(record.source, sha256=digest_of_source(manuscript.content, whole, redactions)),
        zones=tiles,
        problems=(*read, *said, *unredacted, *left),
    )


def _read_text(
    manuscript: Manuscript, source: SourceText, below: SourceText, supplied: list[Supplied]
) -> Record:
    """Read the text below the front matter; the zones of the record are those that the layout, or the format, knows."""
    is_recognised = nearest([part.recognise for part in supplied]) != "off"
    convention = CONVENTIONS[nearest([part.conventions for part in supplied]) or DIGITAL_ARCHIVE.name]
    drawn, faults = drawn_zones(supplied, source, below)
    if below is not source and is_written_in_markdown(below):
        below = without_signs(below)
    layout_name, as_laid_out = _laid_out(manuscript, below, is_recognised=is_recognised)
    sheet = redraw(as_laid_out, below, drawn)
    if sheet.body_lines is None and not (sheet.found or drawn or is_offered(source.path)):
        raise Refusal(_empty(source.path), *_said_wrongly(supplied))
    readers = (MARKED_UP if manuscript.sheet else UNMARKED) if is_recognised else BY_FILE_NAME
    given = values_of(drawn, source)
    read = read_sheet(sheet, below, convention, readers, given)
    # What the rules read before the archivist redrew the lines is what gives way to the redrawing.
    before = read_sheet(as_laid_out, below, convention, readers).found if drawn else ()
    merged = merge(read.found[len(given) :], with_values_of_zones(supplied, drawn, given), before)
    supplied_id, said_id = nearest_id(supplied)
    return Record(
        source=_source(source, layout_name, len(manuscript.content)),
        fields=with_numbers(merged.fields, supplied),
        other_readings=merged.other_readings,
        body=read.body,
        zones=sheet.zones,
        other_zones=zones_given_way(as_laid_out, sheet, below),
        supplied_id=supplied_id,
        said_id=said_id,
        changes=next((part.changes for part in reversed(supplied) if part.changes), ()),
        version=nearest_said([part.version for part in supplied]),
        problems=(
            *faults,
            *([damaged_text(source.path)] if read.is_doubtful else []),
            *unread_dates(merged, source.path),
            *contradictions(merged, source.path),
        ),
    )


def _source(source: SourceText, layout: str, size: int) -> Source:
    """Return the file of a record; its digest is known when its words to redact are."""
    return Source(source.path, "", layout, source.encoding, source.lines, source.unit, size)


def _laid_out(manuscript: Manuscript, below: SourceText, *, is_recognised: bool) -> tuple[str, Sheet]:
    """Return the name of a document's layout, or of its format where that says itself what its parts are, and the parts."""
    if manuscript.sheet:
        return manuscript.layout, manuscript.sheet
    text = without_margin(below)
    layout = recognise(text) if is_recognised else AS_IT_STANDS
    return layout.name, with_margin(layout.read(text), below, is_recognised=is_recognised)


def _said_wrongly(supplied: list[Supplied]) -> tuple[Problem, ...]:
    """Return what is wrong with what is supplied, whether it would be used or not."""
    return tuple(problem for part in supplied for problem in part.problems)


def _in_order(problems: tuple[Problem, ...], path: str) -> list[Problem]:
    """Return problems by file and line, those of the document itself first."""
    return sorted(problems, key=lambda problem: (problem.path != path, problem.path, problem.line or 0))


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
