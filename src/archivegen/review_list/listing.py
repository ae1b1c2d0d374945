"""The page that lists inferred values: which of them, in which groups, how many, and what leads on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from archivegen.pages.messages import Messages
from archivegen.pages.parts import Link
from archivegen.pages.review_parts import ChoiceView, InferredGroup
from archivegen.pages.views import ReviewView
from archivegen.problems import Problem
from archivegen.reading import Survey
from archivegen.records.fields import FIELDS
from archivegen.records.values import Confirmation
from archivegen.review_list.inferred import LEAST_CERTAIN_FIRST, Inferred
from archivegen.review_list.question import Question, chosen
from archivegen.review_list.rows import Shelf, inferred_row, paste_of_all

ADDRESS = "review/"
_ROWS = 25
_MOST_FOLDERS = 100
_NEIGHBOURING_PAGES = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """What an archive has to be reviewed: all inferred values of the documents that are open, and how many values of how
    many others are left.
    """

    found: Survey
    inferred: tuple[Inferred, ...]
    unlisted: int
    unlisted_documents: int


def review_view(listed: Listed, question: Question, say: Messages, root: Path, day: str) -> ReviewView:
    """Return the page that answers a question; confirmations bear the day."""
    left = [each for each in listed.inferred if each.is_left]
    asked = chosen(question, left)
    last_page = max(1, -(-len(asked) // _ROWS))
    number = min(question.page_number, last_page)
    on_page = asked[(number - 1) * _ROWS : number * _ROWS]
    shelf = Shelf(listed.found, root, say, question, Confirmation(question.by, day))
    return ReviewView(
        address=ADDRESS,
        title=say("review.title"),
        is_indexable=False,
        left=_left(say, len(left), len(listed.inferred)),
        unlisted=say("review.unlisted", count=listed.unlisted_documents, values=listed.unlisted)
        if listed.unlisted
        else "",
        faults=(),
        by=question.by,
        within=question.within,
        certainties=_choices(
            say("review.any_certainty"),
            question.certainty,
            {certainty: say(f"review_certainty.{certainty}") for certainty in LEAST_CERTAIN_FIRST},
            Counter(each.value.certainty for each in left),
        ),
        fields=_choices(
            say("review.any_field"),
            question.field,
            {field.name: say(f"field.{field.name}") for field in FIELDS},
            Counter(each.field.name for each in left),
        ),
        folders=_folders(left),
        asked=_asked(say, len(asked), number, last_page),
        whole=paste_of_all(asked, shelf) if number == last_page else None,
        groups=tuple(_groups(on_page, shelf)),
        pages=tuple(_pages(say, question, number, last_page)),
    )


def refused_view(problems: Iterable[Problem], say: Messages) -> ReviewView:
    """Return the page of an archive that cannot be read, with the problems."""
    return ReviewView(
        address=ADDRESS,
        title=say("review.title"),
        is_indexable=False,
        left="",
        unlisted="",
        faults=tuple(problem.as_line() for problem in problems if problem.level == "error"),
        by="",
        within="",
        certainties=(),
        fields=(),
        folders=(),
        asked="",
        whole=None,
        groups=(),
        pages=(),
    )


def _left(say: Messages, left: int, inferred: int) -> str:
    if not inferred:
        return say("review.nothing_inferred")
    return say("review.left", left=left, count=inferred) if left else say("review.none_left", count=inferred)


def _asked(say: Messages, asked: int, number: int, last_page: int) -> str:
    if not asked:
        return say("review.none_asked")
    if last_page == 1:
        return say("review.asked", count=asked)
    first = (number - 1) * _ROWS + 1
    return say("review.asked_page", first=first, last=min(asked, number * _ROWS), all=asked)


def _choices(
    any_of_them: str, asked: str, labels: Mapping[str, str], counts: Mapping[str, int]
) -> tuple[ChoiceView, ...]:
    """Return the choices of a list: all, and each that would leave anything, or was chosen."""
    names = [name for name in labels if counts[name] or name == asked]
    return (
        ChoiceView("", any_of_them, not asked),
        *(ChoiceView(name, f"{labels[name]} ({counts[name]})", name == asked) for name in names),
    )


def _folders(left: Iterable[Inferred]) -> tuple[str, ...]:
    """Return the folders that have values left, as hints for the form; none where they are too many to look through."""
    folders = sorted({f"{PurePosixPath(each.record.source.file).parent}/" for each in left})
    return tuple(folders) if 1 < len(folders) <= _MOST_FOLDERS else ()


def _groups(on_page: list[Inferred], shelf: Shelf) -> Iterable[InferredGroup]:
    for certainty in LEAST_CERTAIN_FIRST:
        rows = tuple(inferred_row(each, shelf) for each in on_page if each.value.certainty == certainty)
        if rows:
            yield InferredGroup(certainty, shelf.say(f"review_group.{certainty}"), rows)


def _pages(say: Messages, question: Question, number: int, last_page: int) -> Iterable[tuple[Link, bool]]:
    """Yield the pages near this one, the first and the last, and of each whether it is this one."""
    if last_page == 1:
        return
    near = range(max(1, number - _NEIGHBOURING_PAGES), min(last_page, number + _NEIGHBOURING_PAGES) + 1)
    for each in sorted({1, *near, last_page}):
        yield Link(say("review.page", number=each), question.address(page=str(each))), each == number
