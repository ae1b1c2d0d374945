"""The readers of a text in their order, each handed what the ones before it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from archivegen.records.body import Body
from archivegen.seeds.blocks import Paper, read_paper
from archivegen.seeds.borne_out import doubted_where_alone
from archivegen.seeds.conventions import Convention
from archivegen.seeds.draft import Draft, Found, Sheet
from archivegen.seeds.frame import settled
from archivegen.seeds.full_names import with_full_names
from archivegen.seeds.legibility import doubted, is_damaged
from archivegen.seeds.offices import with_offices_alone
from archivegen.seeds.readers import (
    composed,
    copies,
    dated_headings,
    datelines,
    headed_authors,
    heading,
    letterhead,
    meeting,
    meeting_date,
    mentions,
    sign_off,
    source_note,
    stamps,
    title,
    title_bodies,
    title_parties,
)
from archivegen.seeds.readers.above_enclosures import read_writer_above_enclosures
from archivegen.seeds.readers.address_line import read_address_line
from archivegen.seeds.readers.addressee_below import read_addressee_below
from archivegen.seeds.readers.completeness import read_completeness
from archivegen.seeds.readers.cutting_head import read_cutting_head, read_headline
from archivegen.seeds.readers.dispatch_lines import read_dispatch_lines
from archivegen.seeds.readers.drafting_marks import read_drafting_mark
from archivegen.seeds.readers.given_at import read_given_at
from archivegen.seeds.readers.labelled_head import read_labelled_head
from archivegen.seeds.readers.language import read_language
from archivegen.seeds.readers.opened_minutes import read_opened_minutes
from archivegen.seeds.readers.parties_by_surname import read_participants_by_surname, read_parties_by_surname
from archivegen.seeds.readers.place_lines import read_place
from archivegen.seeds.readers.said_dates import read_said_dates
from archivegen.seeds.readers.sworn_statements import read_deponent, read_sworn_date
from archivegen.seeds.readers.unknown_office import read_unknown_office
from archivegen.seeds.readers.wills import read_testator
from archivegen.seeds.source_text import SourceText

Reader = Callable[[Draft], Iterator[Found]]
# Each reader sees what the ones above it found; the order is that of the paper, then of inference.
UNMARKED: tuple[Reader, ...] = (
    letterhead.read_letterhead,
    stamps.read_stamps,
    read_labelled_head,
    read_dispatch_lines,
    read_cutting_head,
    heading.read_heading,
    read_place,
    datelines.read_datelines,
    copies.read_copies,
    read_completeness,
    composed.compose_title,
    title.read_form,
    title.read_title_marks,
    title_parties.read_parties,
    read_address_line,
    read_deponent,
    read_testator,
    sign_off.read_signature,
    read_writer_above_enclosures,
    read_addressee_below,
    read_parties_by_surname,
    read_given_at,
    read_sworn_date,
    dated_headings.read_date_of_heading,
    read_opened_minutes,
    read_said_dates,
    title_bodies.read_issuing_body,
    read_unknown_office,
    headed_authors.read_author_in_title,
    read_headline,
    composed.title_for_want,
    meeting.read_meeting,
    read_participants_by_surname,
    read_drafting_mark,
    meeting_date.read_meeting_date,
    source_note.read_source_note,
    source_note.read_translation_note,
    mentions.read_mentions,
    read_language,
)
# What the mark-up of a text does not say itself.
MARKED_UP: tuple[Reader, ...] = (title.read_form, composed.title_for_want, read_language)
BY_FILE_NAME: tuple[Reader, ...] = (composed.name_by_file,)


class ReadSheet(NamedTuple):
    """What was read of a text: its blocks, its values in the order of finding, and whether it is so damaged that none of
    them is certain.
    """

    body: Body
    found: tuple[Found, ...]
    is_doubtful: bool


def read_sheet(
    sheet: Sheet,
    below: SourceText,
    convention: Convention,
    readers: tuple[Reader, ...],
    given: tuple[Found, ...] = (),
) -> ReadSheet:
    """Return what a layout and the readers find; none of it is surer than its rule has been, nor than its text is.

    `given` are values that stand already, before all that is found: the readers go on from them.
    """
    text = sheet.body_source or below
    paper = read_paper(text, sheet.body_lines, convention) if sheet.body_lines else Paper()
    frame = (*given, *settled(sheet.found))
    draft = Draft(text, paper, frame, convention)
    for reader in readers:
        if found := tuple(reader(draft)):
            draft = draft.with_found(with_offices_alone(found))
    is_bad = (
        readers is UNMARKED
        and sheet.body_lines is not None
        and is_damaged(text.lines[sheet.body_lines.first - 1 : sheet.body_lines.last])
    )
    read = (
        *doubted(frame[len(given) :], is_damaged=False),
        *doubted(doubted_where_alone(draft.found[len(frame) :], draft), is_damaged=is_bad),
    )
    return ReadSheet(paper.body, (*given, *with_full_names(read)), is_bad)
