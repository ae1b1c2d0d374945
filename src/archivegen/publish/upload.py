"""What is to be uploaded after a publish: the files that are new or otherwise than the last time, in one archive.

What the last `publish` made is known from `published-files.txt` beside the ledger: digest and path, as `sha256sum` writes
them. Below them, in lines that it passes over, stand the archive that was last handed out, and the files that were
changed or deleted since: whether the host has them nobody knows, and so the next archive tells of them again.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from archivegen.config import PUBLISHED_FILES_NAME
from archivegen.problems import Problem, Refusal
from archivegen.publish.manifest import MARKER, digest_lines, digests_of, marker_text, read_digests
from archivegen.publish.write import replace_text
from archivegen.storage.ledger_lines import MARK_LEFT, is_mark_of_merge, line_problem
from archivegen.storage.text_files import text_of

_HEADING = "# changed or deleted since an archive to upload was last handed out; the next one tells of them:"
_NOTE = "#   {}"
_LAST_ARCHIVE = "# the archive last handed out: "
_UNKNOWN = "of two versions"
_OURS = b"archivegen: the files to upload"
# The first moment that a zip archive can name: none of it is ours to tell.
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
_READABLE_FILE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Upload:
    """The files of a site that the host does not have as they are, and those it should have no more."""

    changed: tuple[str, ...]
    deleted: tuple[str, ...]


def published_digests(site: Path) -> dict[str, str]:
    """Return the digest of every file of a new site as it will stand, its marker included."""
    digests = digests_of(site)
    return digests | {MARKER: hashlib.sha256(marker_text(digests).encode()).hexdigest()}


def last_published(beside: Path) -> dict[str, str]:
    """Return the digests of the files that the last publish made; none where there was none."""
    lines = _lines_of(beside).splitlines(keepends=True)
    digests = read_digests("".join(lines))
    # Of a file that a merge put twice nobody knows which the host has: its line in the other order tells.
    other_way = read_digests("".join(reversed(lines)))
    return {
        name: digest if other_way[name] == digest else _UNKNOWN for name, digest in digests.items() if digest
    }


def upload_of(beside: Path, after: Mapping[str, str], file: Path | None = None) -> Upload:
    """Return what is to be uploaded, from the digests of the new files by path.

    It is what differs from the last publish, what was not handed out since, and for a new archive in `file` what the one
    in its place and the last one tell of: as long as they are there, they may not have been uploaded.
    """
    before = last_published(beside)
    earlier = {file, *_last_archives(beside)} if file else ()
    open_names = _not_handed_out(beside).union(*map(_told_in, earlier))
    return Upload(
        tuple(sorted(name for name in after if before.get(name) != after[name] or name in open_names)),
        tuple(sorted((before.keys() | open_names) - after.keys())),
    )


def published_files_text(beside: Path, after: Mapping[str, str], *, is_handed_out: bool) -> str:
    """Return the text of `published-files.txt` for the digests of new files by path.

    After the first publish the whole folder is uploaded, and nothing is left to tell, unless an archive
    `is_handed_out`: until it has its name it may be lost.
    """
    is_first = not (beside / PUBLISHED_FILES_NAME).is_file()
    upload = upload_of(beside, after)
    names = () if is_first and not is_handed_out else sorted({*upload.changed, *upload.deleted})
    lines = [line for line in _lines_of(beside).split("\n") if line.startswith(_LAST_ARCHIVE)]
    if names:
        lines += [_HEADING, *map(_NOTE.format, names)]
    return digest_lines(after) + "".join(f"{line}\n" for line in lines)


def note_handed_out(beside: Path, file: Path) -> None:
    """Record that the archive in `file` has told of every file: while it is there, the next one tells of them, too."""
    if (beside / PUBLISHED_FILES_NAME).is_file():
        # It is named from here, so that both may be moved together; a name may hold the end of a line.
        place = json.dumps(os.path.relpath(file.resolve(), beside.resolve()), ensure_ascii=False)
        replace_text(
            beside / PUBLISHED_FILES_NAME, f"{digest_lines(last_published(beside))}{_LAST_ARCHIVE}{place}\n"
        )


def _last_archives(beside: Path) -> set[Path]:
    """Return the archive last handed out; two where a merge kept the lines of both, and none of a line that is broken."""
    places = set()
    for line in _lines_of(beside).split("\n"):
        if line.startswith(_LAST_ARCHIVE):
            with suppress(ValueError):
                places.add(beside / str(json.loads(line.removeprefix(_LAST_ARCHIVE))))
    return places


def _not_handed_out(beside: Path) -> frozenset[str]:
    prefix = _NOTE.format("")
    return frozenset(
        line.removeprefix(prefix) for line in _lines_of(beside).splitlines() if line.startswith(prefix)
    )


def _lines_of(beside: Path) -> str:
    """Return the text of `published-files.txt`; empty where there is none.

    Raises:
        Refusal: two versions of it were merged, and the marks are left.

    """
    file = beside / PUBLISHED_FILES_NAME
    text = text_of(file) if file.is_file() else ""
    for number, line in enumerate(text.splitlines(), 1):
        if is_mark_of_merge(line):
            raise Refusal(line_problem(PUBLISHED_FILES_NAME, number, MARK_LEFT))
    return text


def _told_in(file: Path) -> frozenset[str]:
    """Return the files that an archive holds, and those that the list beside it, or left of it, says are to be deleted."""
    if not _is_ours(file) and (file.exists() or file.is_symlink()):
        return frozenset()
    deleted = deleted_list(file)
    names = text_of(deleted).splitlines() if deleted.is_file() else []
    if file.is_file():
        with zipfile.ZipFile(file) as archive:
            names += archive.namelist()
    return frozenset(names)


def check_upload(file: Path, kept: list[Path], output: Path) -> None:
    """Make sure that an archive to upload, and the list of deleted files beside it, may be written.

    `kept` are the folders of documents, in which nothing is ever written; what is in `output` is replaced.

    Raises:
        Refusal: something stands there that an earlier publish did not write, or the place is one of these folders.

    """
    if file.suffix.lower() != ".zip":
        raise Refusal(_refused(file, "this is no name of a zip archive", "give a name that ends in .zip"))
    for folder in (*(path for path in kept if path.is_dir()), output):
        if file.resolve().is_relative_to(folder.resolve()):
            raise Refusal(_refused(file, f"this file would stand in {folder.name or folder}"))
    if (file.exists() or file.is_symlink()) and not _is_ours(file):
        raise Refusal(_refused(file, "there is a file of this name that archivegen did not write"))
    deleted = deleted_list(file)
    if (deleted.exists() or deleted.is_symlink()) and not _is_ours(file):
        raise Refusal(_refused(deleted, "there is a file of this name that archivegen did not write"))


def lay_upload_ready(file: Path, site: Path, upload: Upload) -> Path:
    """Write the archive under a passing name beside its own, from a site that does not stand yet; return that file."""
    ready = file.with_name(f".{file.name}.archivegen-new")
    file.parent.mkdir(parents=True, exist_ok=True)
    marker = marker_text(digests_of(site)).encode()
    try:
        with zipfile.ZipFile(ready, "w") as archive:
            _fill(archive, site, upload, marker)
    except BaseException:
        ready.unlink(missing_ok=True)
        raise
    return ready


def _fill(archive: zipfile.ZipFile, site: Path, upload: Upload, marker: bytes) -> None:
    archive.comment = _OURS
    for name in upload.changed:
        entry = zipfile.ZipInfo(name, _NO_MOMENT)
        # Not compressed, and of one system: the same bytes on every machine, with every compressor.
        entry.compress_type = zipfile.ZIP_STORED
        entry.create_system = 3
        entry.external_attr = _READABLE_FILE
        archive.writestr(entry, marker if name == MARKER else (site / name).read_bytes())


def hand_out_upload(file: Path, ready: Path, upload: Upload) -> None:
    """Give the archive its name, and write what is to be deleted on the host beside it if there is anything."""
    ready.replace(file)
    if upload.deleted:
        replace_text(deleted_list(file), "".join(f"{name}\n" for name in upload.deleted))
    else:
        deleted_list(file).unlink(missing_ok=True)


def deleted_list(file: Path) -> Path:
    """Return the list of deleted files that belongs to an archive."""
    return file.with_name(f"{file.stem}.deleted.txt")


def _is_ours(file: Path) -> bool:
    """Say whether a file is an archive that an earlier publish wrote."""
    if file.is_symlink() or not file.is_file() or not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as archive:
        return archive.comment == _OURS


def _refused(file: Path, message: str, fix: str = "choose another name") -> Problem:
    return Problem(path=str(file), code="upload-refused", message=message, fix=fix)
