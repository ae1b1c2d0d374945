"""The list of a site's files with their digests: what archivegen made, and whether it still is what was made."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from archivegen.problems import Problem

MARKER = ".archivegen"
# Where the site has its copy of the ledger: every site has one.
LEDGER_COPY = "data/permalinks.yml"
_HEADER = "This folder was made by archivegen, which replaces it whole. It made these files:\n"
_LINE = re.compile(r"^(?:([0-9a-f]{64})  )?(.+)$")


def files_of(folder: Path) -> list[str]:
    """Return the paths of all files of a folder, links and whatever else is no folder among them, sorted."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir())


def digests_of(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every regular file of a folder by its path, without the marker's."""
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in files_of(folder)
        if name != MARKER and (folder / name).is_file()
    }


def marker_text(digests: Mapping[str, str]) -> str:
    """Return the text of a site's marker: whose the folder is, and its files with their digests."""
    return _HEADER + digest_lines(digests)


def digest_lines(digests: Mapping[str, str]) -> str:
    """Return a line for each file as `sha256sum` writes it, in the order of the paths."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))


def read_digests(text: str) -> dict[str, str]:
    """Return the digest of each file that a marker or a list of digests names; empty where only the name is given."""
    lines = text.removeprefix(_HEADER).split("\n")
    return {match[2]: match[1] or "" for line in lines if (match := _LINE.match(line))}


def marked_files(folder: Path) -> dict[str, str] | None:
    """Return the files that the marker of a folder names with their digests, or None where there is no marker."""
    marker = folder / MARKER
    return read_digests(marker.read_text("utf-8", errors="replace")) if marker.is_file() else None


def verify_manifest(site: Path) -> Iterator[Problem]:
    """Yield a problem for each file of a site that is missing, is not what was made, or was not made by archivegen."""
    expected = marked_files(site)
    if expected is None:
        if is_without_list(site):
            yield without_list(MARKER)
        return
    found = digests_of(site)
    for name in sorted(expected.keys() | found.keys()):
        if name not in found:
            yield _fault(name, "file-missing", "this file of the site is gone")
        elif name not in expected:
            yield _fault(name, "file-not-ours", "this file stands in the site and was not made by archivegen")
        elif expected[name] and expected[name] != found[name]:
            yield _fault(name, "file-changed", "this file of the site is not as it was made")


def is_without_list(folder: Path) -> bool:
    """Say whether a folder is a site that archivegen made, but for the list of its files, which is gone."""
    return not (folder / MARKER).is_file() and (folder / LEDGER_COPY).is_file()


def without_list(path: str) -> Problem:
    """Return the problem with a site that has lost the list of its files."""
    return Problem(
        path=path,
        code="file-list-missing",
        message=f"{MARKER}, the list of the files that archivegen made in this site, is gone, so that a build does not "
        "replace them",
        fix=f"put {MARKER} back from a copy of the site; or take the whole folder away, and build again",
    )


def _fault(name: str, code: str, message: str) -> Problem:
    fix = (
        "move it out of the site: the next build would stop here"
        if code == "file-not-ours"
        else "build again"
    )
    return Problem(path=name, code=code, message=message, fix=fix)
