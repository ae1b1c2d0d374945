"""The pages that the archivist wrote: Markdown files in `pages/`, beside `archive.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from archivegen.config import Config
from archivegen.pages.look import OwnPage
from archivegen.pages.markdown import inside, pictures_in, title_and_rest
from archivegen.problems import Level, Problem, Refusal
from archivegen.settings.faults import nearest
from archivegen.settings.navigation import TAKEN
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import YamlNode, read_yaml

FOLDER = "pages"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_NAME = 80
_KEYS = ("title", "draft")
_YES_OR_NO = ("true", "false", "yes", "no")


class _Draft(NamedTuple):
    """A page that is not to be shown yet."""

    name: str


def read_pages(
    root: Path, config: Config, problems: list[Problem]
) -> tuple[tuple[OwnPage, ...], tuple[str, ...]]:
    """Return the pages of an archive in the order of their names, and the names of those that are not to be shown yet; what
    is wrong with them is added to the problems. A folder of this name that holds the documents holds none.
    """
    folder = root / FOLDER
    if not folder.is_dir() or (root / config.documents).resolve().is_relative_to(folder.resolve()):
        return (), ()
    read: list[OwnPage | _Draft] = []
    for file in sorted(folder.iterdir()):
        path = f"{FOLDER}/{file.name}"
        if file.name.startswith("."):
            continue
        if not file.is_file() or file.suffix != ".md":
            problems.append(_not_shown(path))
            continue
        problems += _faults_of_name(file.stem, path)
        try:
            read += _read(file, path, problems)
        except Refusal as refusal:
            problems += refusal.problems
    pages = tuple(each for each in read if isinstance(each, OwnPage))
    return pages, tuple(each.name for each in read if isinstance(each, _Draft))


def _read(file: Path, path: str, problems: list[Problem]) -> Iterator[OwnPage | _Draft]:
    """Yield the page of a file, if there is one.

    Raises:
        Refusal: it is no text, or its front matter has no end.

    """
    entries, text = _apart(text_of(file, path), path, problems)
    title = entries.get("title")
    draft = entries.get("draft")
    if draft and draft.text not in _YES_OR_NO:
        fix = "write “draft: true”, or leave it out"
        problems.append(
            _fault(path, draft.line, "draft", "this does not say whether the page is a draft", fix)
        )
    if draft and draft.text in ("true", "yes"):
        problems.append(_left_out(path, draft.line))
        yield _Draft(file.stem)
        return
    words, rest = title_and_rest(text)
    given = ((title.text or "") if title else "").strip()
    if not given and not words:
        fix = "begin it with a heading, as “# How to use the papers”, or write “title: …” between two lines of ---"
        problems.append(_fault(path, 1, "title", "this page has no title", fix))
        return
    problems += _faults_of_pictures(text, path)
    # With a title in the front matter, the first heading is one of the text, unless it says the same.
    yield OwnPage(file.stem, given or words, rest if given in ("", words) else text, path)


def _apart(text: str, path: str, problems: list[Problem]) -> tuple[dict[str, YamlNode], str]:
    """Return what stands between two lines of hyphens at the top, and the text with these lines blank.

    Raises:
        Refusal: the second is missing.

    """
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0].rstrip() != "---":
        return {}, "\n".join(lines)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        fix = "put a line of three hyphens after its last line"
        raise Refusal(_fault(path, 1, None, "the front matter that begins here has no end", fix))
    reading = read_yaml("\n".join(lines[1:end]), path, first_line=2)
    problems += reading.problems
    for key, node in reading.entries.items():
        if key not in _KEYS:
            fix = f"{nearest(key, _KEYS)}a page has {' and '.join(_KEYS)}"
            problems.append(_fault(path, node.line, key, f"“{key}” is nothing that a page has", fix))
    return reading.entries, "\n".join([*[""] * (end + 1), *lines[end + 1 :]])


def _faults_of_name(name: str, path: str) -> Iterator[Problem]:
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        message = f"“{name}” cannot be the address of a page"
        fix = "call it by lower-case letters a to z, figures and single hyphens, as how-to-use.md"
        yield _fault(path, None, None, message, fix)
    elif name in TAKEN:
        message = f"the folder {name}/ of the site is the program’s own"
        fix = "give the file another name; what a reader should know of the archive stands under “about” in archive.yml"
        yield _fault(path, None, None, message, fix)


def _faults_of_pictures(text: str, path: str) -> Iterator[Problem]:
    for picture in pictures_in(text):
        line = picture.line + 1
        if not (inside(picture.address) or "").startswith("assets/"):
            message = f"the picture “{picture.address}” is not in static/"
            fix = "put it there, and write ![what is to be seen](static/pier.jpg): pages ask no other host for anything"
            yield _fault(path, line, None, message, fix)
        elif not picture.words.strip():
            message = f"the picture “{picture.address}” has no words for who cannot see it"
            fix = f"write ![what is to be seen]({picture.address})"
            yield _fault(path, line, None, message, fix, level="warning")


def _not_shown(path: str) -> Problem:
    message = "this is no page, and no document: what lies in pages/ is shown only where its name ends in .md"
    fix = "call it by such a name; put pictures into static/, and documents into their own folder"
    return _fault(path, None, None, message, fix, level="warning")


def _left_out(path: str, line: int) -> Problem:
    message, fix = "this page is a draft and is left out", "remove “draft” when it is ready"
    return _fault(path, line, "draft", message, fix, level="notice")


def _fault(
    path: str, line: int | None, field: str | None, message: str, fix: str, *, level: Level = "error"
) -> Problem:
    return Problem(path=path, line=line, field=field, level=level, code="own-page", message=message, fix=fix)
