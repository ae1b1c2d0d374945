"""All that an archive has of its own for the look of its site: pages, logo, navigation, colours."""

from __future__ import annotations

from pathlib import Path

from archivegen.config import SETTINGS_NAME, Config
from archivegen.look.own_logo import read_logo
from archivegen.look.own_pages import read_pages
from archivegen.look.words import words_in
from archivegen.pages.look import Look
from archivegen.problems import Problem, Refusal
from archivegen.settings.colours import poor_contrasts
from archivegen.settings.navigation import unknown_sections


def own_look(root: Path, config: Config) -> Look:
    """Return what an archive has of its own, and the words of its interface; a folder without settings has those alone.

    Raises:
        Refusal: a page, the logo, the navigation or a file of words cannot be used.

    """
    problems: list[Problem] = []
    say = words_in(root, config.language, problems)
    if not (root / SETTINGS_NAME).is_file():
        return Look(say)
    pages, drafts = read_pages(root, config, problems)
    known = [page.name for page in pages]
    problems += unknown_sections(config.navigation, known, drafts, SETTINGS_NAME)
    problems += poor_contrasts(config.colours, SETTINGS_NAME)
    logo = read_logo(root, config.logo, problems) if config.logo.file else None
    if any(problem.level == "error" for problem in problems):
        raise Refusal(*problems)
    return Look(say, pages, logo, tuple(problems))
