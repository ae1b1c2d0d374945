"""Where the files of an archive are read: each once, by whom it is safe and quick, and only if it was not read before."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from archivegen.reading_room.keys import key_of
from archivegen.reading_room.outcome import (
    SAVE_AGAIN,
    Outcome,
    failed,
    outcome_of,
    packed_outcome,
    unpacked_outcome,
)
from archivegen.reading_room.worker import Failure, Job
from archivegen.reading_room.workers import Crew
from archivegen.remembering import Memory
from archivegen.seeds.find import Seed
from archivegen.seeds.formats.reading import TEXT_TYPES
from archivegen.storage.record_cache import RecordCache
from archivegen.watching import Watch

MEGABYTE = 1_000_000
# Before what is kept of a file of which something was rejected, as long as it came out so only once.
_REJECTED_ONCE = b"?"
# What is read before a process has started: so many texts, or so many bytes.
_FILES_FOR_PROCESS, _BYTES_FOR_PROCESS = 60, MEGABYTE // 2


@dataclass(frozen=True, slots=True)
class Bounds:
    """What reading one file may cost: seconds, with more of them for each megabyte, and bytes of memory.

    A minute is a hundred times what usual documents take; a PDF of a megabyte can have hundreds of pages.
    """

    seconds: float = 60
    seconds_for_megabyte: float = 30
    memory: int = 1000 * MEGABYTE

    def seconds_for(self, size: int) -> float:
        """Return how long reading a file of a size may take."""
        return self.seconds + self.seconds_for_megabyte * size / MEGABYTE


@dataclass(frozen=True, slots=True)
class ReadingRoom:
    """How files are read: by `jobs` processes, or in this one where it is 1; records that are kept are taken from `memory` or `cache`.

    Only other processes can be bounded: read in this one, a file that breaks its reader breaks the build.
    """

    jobs: int = 1
    cache: RecordCache = field(default_factory=lambda: RecordCache(None))
    watch: Watch = field(default_factory=Watch)
    memory: Memory = field(default_factory=Memory)
    bounds: Bounds = field(default_factory=Bounds)

    def read(self, seeds: Mapping[str, Seed]) -> dict[str, Outcome]:
        """Return what comes of each file, by path, in the order given.

        Raises:
            Refusal: no process can be started.

        """
        if not seeds:
            return {}
        self.watch.begin("documents", len(seeds))
        keys = {path: _key(seed) if self._is_keeping else "" for path, seed in seeds.items()}
        found: dict[str, Outcome] = {}
        for path, key in keys.items():
            if kept := self._kept(key):
                found[path] = kept
                self.watch.advance()
        unread = [seed for path, seed in seeds.items() if path not in found]
        self.watch.note("kept", len(found))
        self.watch.note("read", len(unread))
        for seed, outcome in self._read_now(unread, keys):
            found[seed.path] = outcome
            self.watch.advance()
        return {path: found[path] for path in seeds}

    def _kept(self, key: str) -> Outcome | None:
        if not key:
            return None
        known: Outcome | None = self.memory.get(key)
        if known:
            self.cache.want(key)
            return known
        content = self.cache.get(key)
        kept = _opened(content) if content and not content.startswith(_REJECTED_ONCE) else None
        self._remember(key, kept)
        return kept

    @property
    def _is_keeping(self) -> bool:
        return self.cache.is_kept or self.memory.is_kept

    def _remember(self, key: str, outcome: Outcome | None) -> None:
        if outcome and outcome.is_whole:
            self.memory.put(key, outcome)

    def _read_now(self, seeds: list[Seed], keys: Mapping[str, str]) -> Iterator[tuple[Seed, Outcome]]:
        """Yield what comes of files that are not kept, and keep what was read of those that nobody changed meanwhile."""
        size = min(self.jobs, _processes_for(seeds))
        is_safe = size < 2 and all(seed.file.suffix.lower() in TEXT_TYPES for seed in seeds)
        results = _here(seeds) if self.jobs == 1 or is_safe else self._in_processes(seeds, size)
        for seed, result in results:
            if isinstance(result, Outcome):
                yield seed, result
                continue
            outcome, key = _opened(result), keys[seed.path]
            if outcome and outcome.is_lasting and key and _key(seed) == key:
                self._keep(key, outcome, result)
                self._remember(key, outcome)
            yield seed, outcome or self._given_up(seed, "died")

    def _keep(self, key: str, outcome: Outcome, result: bytes) -> None:
        """Keep what came of a file; what was rejected is taken for known only if two builds find the same of it."""
        once = _REJECTED_ONCE + result
        self.cache.put(key, result if outcome.is_whole or self.cache.get(key) == once else once)

    def _in_processes(self, seeds: list[Seed], size: int) -> Iterator[tuple[Seed, bytes | Outcome]]:
        jobs = [Job(seed, self.bounds.seconds_for(_size(seed))) for seed in seeds]
        for place, result in Crew(read_and_packed, size, self.bounds.memory).results(jobs):
            seed = seeds[place]
            if isinstance(result, bytes):
                yield seed, result
            else:
                yield seed, self._given_up(seed, result)

    def _given_up(self, seed: Seed, failure: Failure) -> Outcome:
        seconds = self.bounds.seconds_for(_size(seed))
        messages: dict[Failure, str] = {
            "too-slow": f"reading this file was given up after {seconds:.0f} seconds",
            "too-large": f"reading this file takes more than {self.bounds.memory // MEGABYTE} MB of memory",
            "died": "this file breaks the program that reads it",
        }
        return failed(seed, f"reader-{failure}", messages[failure], SAVE_AGAIN)


def read_and_packed(seed: Seed) -> bytes:
    """Read a file and return what came of it as it is sent and kept.

    Raises:
        MemoryError: it needs more than there is.

    """
    return packed_outcome(outcome_of(seed))


def _here(seeds: list[Seed]) -> Iterator[tuple[Seed, bytes | Outcome]]:
    for seed in seeds:
        try:
            yield seed, read_and_packed(seed)
        except MemoryError:
            yield (
                seed,
                failed(
                    seed, "reader-too-large", "reading this file takes more memory than there is", SAVE_AGAIN
                ),
            )


def _opened(content: bytes) -> Outcome | None:
    """Return the outcome that is in bytes from elsewhere, None where they hold something else."""
    try:
        return unpacked_outcome(content)
    except (LookupError, TypeError, ValueError, RecursionError):
        return None


def _key(seed: Seed) -> str:
    """Return the key of what is read from a file; "" where it cannot even be opened."""
    try:
        return key_of(seed)
    except OSError:
        return ""


def _processes_for(seeds: list[Seed]) -> int:
    """Return how many processes are worth the second of a processor that each takes to start."""
    files, size = len(seeds), sum(_size(seed) for seed in seeds)
    return math.ceil(max(files / _FILES_FOR_PROCESS, size / _BYTES_FOR_PROCESS))


def _size(seed: Seed) -> int:
    try:
        return seed.file.stat().st_size
    except OSError:
        return 0
