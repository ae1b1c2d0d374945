"""The sections of a site, and which of them an archive has in the head of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archivegen.problems import Problem
from archivegen.settings.faults import nearest, setting_fault
from archivegen.storage.yaml_lines import YamlNode

# In the order of the foot of each page, which has them all. To add one, add its name: it is the folder of its page, and the
# key of its words in the group `section` of the catalogue.
SECTIONS = (
    "documents", "timeline", "years", "people", "organisations", "places", "archives", "collections", "kinds", "languages",
    "subjects", "search", "changes", "about",
)  # fmt: skip
IN_HEADER = ("documents", "timeline", "people", "organisations", "places", "archives", "search", "about")
# Where files of the site lie that are no pages, and a page of the preview.
_OTHER_FOLDERS = ("data", "assets", "pagefind", "review")
TAKEN = frozenset((*SECTIONS, *_OTHER_FOLDERS))


@dataclass(frozen=True, slots=True)
class Navigation:
    """The sections and own pages in the head of each page, in order, each with the line on which it is named; none where
    the archive leaves them to the program.
    """

    given: tuple[tuple[str, int], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sections and own pages in the head of each page."""
        return tuple(name for name, _ in self.given) or IN_HEADER


def read_navigation(node: YamlNode, path: str, problems: list[Problem]) -> Navigation:
    """Return the navigation that a list of names gives; what cannot be one is added to the problems."""
    items = node.items or ()
    if not items or any(not item.text for item in items):
        fix = "write “navigation: [documents, people, search]”, with the names of sections and of pages of your own"
        problems.append(setting_fault(path, node.line, "navigation", "this is no list of sections", fix))
        return Navigation()
    given = tuple((item.text or "", item.line) for item in items)
    for number, (name, line) in enumerate(given):
        if name in [each for each, _ in given[:number]]:
            message, fix = f"“{name}” stands in the navigation twice", "keep one of the two"
            problems.append(setting_fault(path, line, "navigation", message, fix))
    return Navigation(given)


def unknown_sections(
    navigation: Navigation, pages: Iterable[str], drafts: Iterable[str], path: str
) -> Iterator[Problem]:
    """Yield a problem for each name in the navigation that is neither a section nor a page of the archive's own, be it a draft."""
    known = (*SECTIONS, *pages)
    for name, line in navigation.given:
        if name not in (*known, *drafts):
            fix = f"{nearest(name, known)}write one of {', '.join(known)}"
            message = f"there is no section, and no page of your own, called “{name}”"
            yield setting_fault(path, line, "navigation", message, fix)
