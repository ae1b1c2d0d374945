"""The theme: its templates and static files, those an archive has in their place, and those that are in nobody's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archivegen.config import SETTINGS_NAME
from archivegen.problems import Problem, Refusal
from archivegen.seeds.supplied_faults import did_you_mean
from archivegen.storage.text_files import text_of


def theme_folder(name: str) -> Path:
    """Return the theme's `templates` or `static` folder: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parents[1] / name


def own_and_theme(root: Path, name: str) -> list[Path]:
    """Return where templates or static files are sought: in the archive's own folder before the theme's."""
    return [root / name, theme_folder(name)]


def without_place(root: Path) -> Iterator[Problem]:
    """Yield a warning for each file of an archive's own theme that takes the place of none, and that none of its own asks for.

    Static files are published whatever they are called, so that only those are named that are nearly called like another, and
    style sheets are all joined; notes and licences may lie beside templates.
    """
    if not (root / SETTINGS_NAME).is_file():
        return
    own = {name: _files(root / name) for name in ("templates", "static")}
    odd = {file: problem for folder, files in own.items() for file, problem in _odd(folder, files)}
    texts = {file: _text(file) for files in own.values() for file in files.values()} if odd else {}
    for file, problem in odd.items():
        if not any(file.name in text for other, text in texts.items() if other != file):
            yield problem


def _odd(folder: str, files: dict[str, Path]) -> Iterator[tuple[Path, Problem]]:
    """Yield each file of a folder that takes no other’s place though it should, and what is to be said of it."""
    if not files:
        return
    known = _files(theme_folder(folder))
    endings = {file.suffix for file in known.values()}
    for name in sorted(files.keys() - known.keys()):
        is_joined = folder == "static" and files[name].suffix == ".css"
        if is_joined or (folder == "templates" and files[name].suffix not in endings):
            continue
        near = did_you_mean(name, known) or _in_another_folder(name, known)
        if near or folder == "templates":
            yield files[name], _not_used(f"{folder}/{name}", near)


def _files(folder: Path) -> dict[str, Path]:
    """Return the files of a folder that are not hidden, by their names in it."""
    found = {file.relative_to(folder): file for file in sorted(folder.rglob("*")) if file.is_file()}
    return {
        name.as_posix(): file
        for name, file in found.items()
        if not any(part.startswith(".") for part in name.parts)
    }


def _text(file: Path) -> str:
    """Return the text of a file that may ask for another; "" of one that is none, which is named where it is used."""
    try:
        return text_of(file) if file.suffix in (".html", ".xml", ".css", ".js") else ""
    except (OSError, UnicodeDecodeError, Refusal):
        return ""


def _in_another_folder(name: str, known: dict[str, Path]) -> str:
    """Return a question for the known file that is called the same and lies elsewhere."""
    same = [each for each in known if each.rpartition("/")[2] == name.rpartition("/")[2]]
    return f" (did you mean “{same[0]}”?)" if same else ""


def _not_used(path: str, near: str) -> Problem:
    return Problem(
        path=path,
        level="warning",
        code="theme-file-not-used",
        message=f"the theme has no file of this name{near}, and none of yours asks for it: it changes nothing",
        fix="give it the name of the file whose place it should take, or remove it",
    )
