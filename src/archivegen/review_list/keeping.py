"""The list as the archive is now: read again as soon as any of its files is another."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from archivegen.archive.access import is_open
from archivegen.archive_files import State, state_of
from archivegen.build import renderer_for
from archivegen.config import Config
from archivegen.look.own_look import own_look
from archivegen.look.words import words_in
from archivegen.pages.look import Look
from archivegen.pages.messages import ENGLISH
from archivegen.problems import Refusal
from archivegen.reading import survey
from archivegen.request import Request
from archivegen.review_list.inferred import inferred_in
from archivegen.review_list.listing import Listed, refused_view, review_view
from archivegen.review_list.question import question_of
from archivegen.storage.text_files import text_of
from archivegen.theme import own_and_theme

STYLE_NAME = "review.css"


class ReviewList:
    """What is left to review in an archive; several may ask at once."""

    def __init__(self, request: Request, reader: str, today: Callable[[], str]) -> None:
        """Read nothing yet; `reader` is the name that confirmations bear where a query gives none, `today` their day."""
        self._request = request
        self._reader = reader
        self._today = today
        self._lock = Lock()
        self._read: tuple[State, Listed] | None = None

    def page(self, query: str) -> str:
        """Return the page that answers a query, with the problems where the archive cannot be read.

        Raises:
            Refusal: the templates, or the words of the interface, cannot be read.

        """
        try:
            listed = self._as_it_is()
            look = own_look(self._request.root, listed.found.config)
        except Refusal as refusal:
            look = Look(words_in(self._request.root, ENGLISH, []))
            return renderer_for(self._request, Config(), look).page(refused_view(refusal.problems, look.say))
        question = question_of(query, self._reader)
        view = review_view(listed, question, look.say, self._request.root, self._today())
        return renderer_for(self._request, listed.found.config, look).page(view)

    def style(self) -> str:
        """Return the style of the page, the archive's own before the theme's."""
        files = [folder / STYLE_NAME for folder in own_and_theme(self._request.root, "templates")]
        return text_of(next(file for file in files if file.is_file()))

    def _as_it_is(self) -> Listed:
        with self._lock:
            state = state_of(self._request.root)
            if self._read and self._read[0] == state:
                return self._read[1]
            listed = _listed(self._request)
            self._read = (state, listed)
            return listed


def _listed(request: Request) -> Listed:
    found = survey(request)
    shown = [record for record in found.records if is_open(record, request.day)]
    closed = [record for record in found.records if not is_open(record, request.day)]
    left = [each for each in inferred_in(closed) if each.is_left]
    return Listed(found, inferred_in(shown), len(left), len({each.path for each in left}))
