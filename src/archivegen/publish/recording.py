"""The record of what is published, written with the site in one transaction: both stand, or neither.

The new texts are laid ready in a folder beside the ledger, then the site is swapped in, then each text takes the
place of its file and the folder goes. A proof in the folder says how to tell whether the site stands; whichever
command comes next finishes the recording, or drops it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.lock import locked
from archivegen.publish.manifest import LEDGER_COPY
from archivegen.publish.write import new_folder, put_in_place, recover, replace_text, to_disk, write_text

RECORDING = ".archivegen-recording"
_UNREADY, _DONE = f"{RECORDING}-new", f"{RECORDING}-done"
_PROOF = "proof.json"
_TEXTS = "texts"


@contextmanager
def site_and_record(output: Path, ledger: Path, texts: Mapping[str, str]) -> Iterator[Path]:
    """Give a new folder; when the block ends without an error it becomes the site, and the texts are recorded.

    `texts` are the files beside the ledger by their names, the ledger among them; none for a build that records
    nothing. The block may add to them what only the finished site can tell. On any error neither the site nor the record changes.

    Raises:
        Refusal: the site is not found in its place after the swap, and nothing was recorded; or the files beside the
            ledger were changed meanwhile.

    """
    with new_folder(output) as fresh:
        try:
            yield fresh
            if texts:
                _lay_ready(ledger, texts, _proof(ledger, output, fresh))
            put_in_place(fresh, output)
        except BaseException:
            if texts:
                _conclude(ledger)
            raise
    if texts and not _conclude(ledger):
        raise Refusal(_not_found(output))


def record(ledger: Path, texts: Mapping[str, str]) -> None:
    """Record texts beside the ledger without a site: all of them or none."""
    _lay_ready(ledger, texts, {})
    _conclude(ledger)


@contextmanager
def ledger_held(ledger: Path) -> Iterator[None]:
    """Hold a ledger from before it is read until what was decided on it is recorded; what was interrupted is settled.

    Raises:
        Refusal: another command holds it, or an interrupted recording cannot be finished.

    """
    with locked(ledger):
        if is_interrupted(ledger):
            _conclude(ledger)
        yield


def settle(ledger: Path) -> tuple[Problem, ...]:
    """Finish or drop a recording that was interrupted; return a notice that says which.

    While another command is at work on the ledger nothing is touched.

    Raises:
        Refusal: it should be finished, but a file that it replaces was changed since.

    """
    if not is_interrupted(ledger):
        return ()
    with ExitStack() as held:
        try:
            held.enter_context(locked(ledger))
        except Refusal:
            return ()
        is_finished = _conclude(ledger)
    return () if is_finished is None else (_settled(ledger, is_finished=is_finished),)


def is_interrupted(ledger: Path) -> bool:
    """Say whether a recording was broken off beside a ledger, or is under way."""
    return any((ledger.parent / name).exists() for name in (RECORDING, _UNREADY, _DONE))


def _lay_ready(ledger: Path, texts: Mapping[str, str], proof: Mapping[str, str]) -> None:
    """Lay texts ready beside the ledger, with their proof and the digests of the files whose place they will take."""
    replaced = {name: _digest(ledger.parent / name) for name in texts}
    unready = ledger.parent / _UNREADY
    shutil.rmtree(unready, ignore_errors=True)
    for name, text in texts.items():
        write_text(unready / _TEXTS / name, text)
    write_text(unready / _PROOF, json.dumps({**proof, "replaced": replaced}, indent=1, sort_keys=True) + "\n")
    for file in (*sorted(unready.rglob("*")), unready):
        to_disk(file)
    unready.rename(ledger.parent / RECORDING)
    to_disk(ledger.parent)


def _proof(ledger: Path, output: Path, fresh: Path) -> dict[str, str]:
    """Return what tells, later, whether the new site stands in its place."""
    return {
        "site": _path_from(ledger.parent, output),
        "fresh": _path_from(ledger.parent, fresh),
        "ledger_copy": _digest(fresh / LEDGER_COPY),
    }


def _path_from(beside: Path, folder: Path) -> str:
    """Return the path from one folder to another: with both moved together it still holds. Between two drives of
    Windows there is none, and the whole path is returned.
    """
    try:
        return os.path.relpath(folder.resolve(), beside.resolve())
    except ValueError:
        return str(folder.resolve())


def _conclude(ledger: Path) -> bool | None:
    """Finish what is laid ready if its site stands, or drop it; return which, or None where nothing is.

    Raises:
        Refusal: it must be finished, but a file that it replaces is not as it was when it was laid ready.

    """
    folder = ledger.parent / RECORDING
    for leftover in (_UNREADY, _DONE):
        shutil.rmtree(ledger.parent / leftover, ignore_errors=True)
    if not folder.is_dir():
        return None
    proof = json.loads((folder / _PROOF).read_text("utf-8"))
    stands = _site_stands(proof, ledger.parent.resolve())
    if stands:
        _check_unchanged(proof["replaced"], folder / _TEXTS, ledger.parent)
        # The ledger first: at no moment does another file name an address that the ledger has not.
        for file in sorted(
            (folder / _TEXTS).iterdir(), key=lambda file: (file.name != ledger.name, file.name)
        ):
            replace_text(ledger.parent / file.name, file.read_text("utf-8"))
        to_disk(ledger.parent)
    folder.rename(ledger.parent / _DONE)
    shutil.rmtree(ledger.parent / _DONE, ignore_errors=True)
    return stands


def _check_unchanged(replaced: Mapping[str, str], texts: Path, beside: Path) -> None:
    """Make sure that each file is as it was when its new text was laid ready, or has that text already."""
    changed = [
        name
        for name, digest in sorted(replaced.items())
        if _digest(beside / name) not in (digest, _digest(texts / name))
    ]
    if changed:
        raise Refusal(*[_changed_meanwhile(name) for name in changed])


def _site_stands(proof: Mapping[str, str], beside: Path) -> bool:
    """Return whether the site of a recording stands in its place, after a swap that broke off is undone."""
    if "site" not in proof:
        return True
    site, fresh = beside / proof["site"], beside / proof["fresh"]
    if fresh.exists():
        recover(site)
        return False
    return site.is_dir() and _digest(site / LEDGER_COPY) == str(proof["ledger_copy"])


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _settled(ledger: Path, *, is_finished: bool) -> Problem:
    return Problem(
        path=ledger.name,
        level="notice",
        code="recording-settled",
        message="an interrupted recording was finished: the new site stands, and now its record does"
        if is_finished
        else "an interrupted recording was dropped: the new site does not stand, and nothing was recorded",
        fix="nothing needs to be done" if is_finished else "publish again",
    )


def _not_found(output: Path) -> Problem:
    return Problem(
        path=str(output),
        code="site-not-found",
        message="the new site was swapped in but is not found here, and nothing was recorded",
        fix="look at what else changes this folder, and publish again",
    )


def _changed_meanwhile(name: str) -> Problem:
    laid_ready = f"{RECORDING}/{_TEXTS}/{name}"
    return Problem(
        path=name,
        code="recording-outdated",
        message=f"this file was changed after a recording was interrupted, which would put {laid_ready} in its place",
        fix="bring both together and save the same text in both; the next command finishes the recording",
    )
