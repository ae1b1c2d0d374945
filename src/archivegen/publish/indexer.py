"""The pinned Pagefind, fed records one at a time through its service.

It reads no folder and writes none: what it is fed comes in our order, which no file system changes, and what it made is whole or
not there. No Pagefind filters are used: without them its output is the same bytes for the same input.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from io import BufferedReader
from pathlib import Path
from threading import Timer
from typing import IO, Any, cast

import pagefind_bin

from archivegen.pages.text_languages import UNSPACED
from archivegen.problems import Problem, Refusal

_EXTENDED = "pagefind_bin_extended"
_TIMEOUT_SECONDS = 3600.0
_END_OF_MESSAGE = b","
_READ_AT_ONCE = 1 << 20
_LONGEST_REASON = 300

Ask = Callable[..., dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Indexer:
    """A program that makes search indexes; `kind` says which it is, of which version: others may make other bytes."""

    program: Path
    kind: str


def divides_words() -> bool:
    """Say whether there is an indexer that knows where the words of languages without spaces begin."""
    return find_spec(_EXTENDED) is not None


def indexer_for(language: str) -> Indexer:
    """Return what indexes a language: the larger program for those without spaces only, where it is installed, so that all
    other indexes are the same bytes on every machine.
    """
    if language in UNSPACED and divides_words():
        extended = import_module(_EXTENDED)
        return Indexer(Path(extended.get_executable()), f"extended {version(_EXTENDED)}")
    return Indexer(Path(pagefind_bin.get_executable()), version("pagefind_bin"))


def indexed(indexer: Indexer, pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """Return the files of the index of some pages by their paths; a page is its address, which ends with a slash, and its HTML.

    Raises:
        Refusal: the indexer failed.

    """
    try:
        with _service(indexer.program) as ask:
            index = ask("NewIndex", "NewIndex", config={})["index_id"]
            for address, html in pages:
                place = {"file_path": f"{address}index.html", "file_contents": html}
                ask("AddFile", "IndexedFile", index_id=index, **place)
            files = ask("GetFiles", "GetFiles", index_id=index)["files"]
            return {file["path"]: b64decode(file["content"], validate=True) for file in files}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refusal(failed(f"{type(error).__name__}: {error}")) from error


@contextmanager
def _service(program: Path) -> Iterator[Ask]:
    """Give what asks the service and waits for its answer; the service ends with the block, however that ends."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryDirectory(prefix="archivegen-search-") as empty:
        # In an empty folder there are no settings for it to find.
        process = subprocess.Popen(
            [str(program), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            cwd=empty,
        )
        too_long = Timer(_TIMEOUT_SECONDS, process.kill)
        too_long.daemon = True
        too_long.start()
        try:
            yield _Conversation(cast("IO[bytes]", process.stdin), cast("BufferedReader", process.stdout)).ask
        except OSError as error:
            process.kill()
            process.wait()
            said.seek(0)
            reason = said.read().decode("utf-8", "replace").strip()[-_LONGEST_REASON:]
            raise OSError(reason or str(error)) from error
        finally:
            too_long.cancel()
            process.kill()
            _closed(process)


def _closed(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe:
            try:
                pipe.close()
            except OSError:
                # What could not be written any more to a service that is gone.
                continue
    process.wait()


class _Conversation:
    """One question at a time, and its answer: whoever asked two might wait for a service that waits itself."""

    def __init__(self, asking: IO[bytes], answering: BufferedReader) -> None:
        self._asking, self._answering, self._asked, self._heard = asking, answering, 0, bytearray()

    def ask(self, kind: str, answered: str, **payload: object) -> dict[str, Any]:
        """Return the answer, which has to be of a kind.

        Raises:
            OSError: the service is gone, or answers that it cannot.

        """
        self._asked += 1
        message = {"message_id": self._asked, "payload": {"type": kind, **payload}}
        self._asking.write(b64encode(json.dumps(message).encode()) + _END_OF_MESSAGE)
        self._asking.flush()
        answer: dict[str, Any] = json.loads(b64decode(self._next()))["payload"]
        if answer["type"] != answered:
            raise OSError(str(answer.get("message", answer["type"])))
        return answer

    def _next(self) -> bytes:
        searched = 0
        while (end := self._heard.find(_END_OF_MESSAGE, searched)) < 0:
            searched = len(self._heard)
            part = self._answering.read1(_READ_AT_ONCE)
            if not part:
                raise OSError("it ended before it had answered")
            self._heard += part
        message = bytes(self._heard[:end])
        del self._heard[: end + 1]
        return message


def failed(message: str) -> Problem:
    """Return the problem of a search index that cannot be made."""
    return Problem(
        path="search index",
        code="search-index-failed",
        message=message,
        fix="run the build again, or build without search: --no-search",
    )
