"""What came of reading one file: records, problems, or the one problem that kept it from being read."""

from __future__ import annotations

import json
import traceback
from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.records.packed import packed, unpacked
from archivegen.records.record import Record
from archivegen.seed_reading import read_seed
from archivegen.seeds.find import Seed

_NOT_READABLE = "not-readable"
SAVE_AGAIN = "open it in the program that made it and save it again, or keep it outside this folder"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a file gave: the records that can be published, what is wrong, and the paths of those that cannot; of those
    `rejected` are the records, where so much could be read.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    not_read: tuple[str, ...]
    rejected: tuple[Record, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the file is rejected. Otherwise another time it may come out better, as when memory was short."""
        return not self.not_read

    @property
    def is_lasting(self) -> bool:
        """Whether it follows from what is in the file; whether that can be read at all, the system may say otherwise any time."""
        return all(problem.code != _NOT_READABLE for problem in self.problems)


def outcome_of(seed: Seed) -> Outcome:
    """Return what comes of reading a file, whatever it does to its reader; only memory that runs out is not caught.

    Raises:
        MemoryError: the file needs more memory than there is.

    """
    try:
        records = read_seed(seed)
    except Refusal as refusal:
        return Outcome((), refusal.problems, (seed.path,), ())
    except MemoryError:
        raise
    except OSError as error:
        return failed(
            seed,
            _NOT_READABLE,
            f"this file cannot be read: {error.strerror or error}",
            "get the right to read it",
        )
    except Exception as error:  # noqa: BLE001 -- one file costs one file, also where a rule is wrong
        return failed(
            seed,
            "reader-failed",
            _in_words(error),
            "keep this file outside the folder, and report this with the file",
        )
    rejected = tuple(record for record in records if not _is_sound(record))
    return Outcome(
        tuple(record for record in records if _is_sound(record)),
        tuple(problem for record in records for problem in record.problems),
        tuple(record.source.path for record in rejected),
        rejected,
    )


def failed(seed: Seed, code: str, message: str, fix: str) -> Outcome:
    """Return the outcome of a file that could not be read at all."""
    return Outcome((), (Problem(path=seed.path, code=code, message=message, fix=fix),), (seed.path,), ())


def packed_outcome(outcome: Outcome) -> bytes:
    """Return an outcome as JSON."""
    tree = packed((outcome.records, outcome.problems, outcome.not_read, outcome.rejected))
    return json.dumps(tree, separators=(",", ":")).encode()


def unpacked_outcome(content: bytes) -> Outcome:
    """Return the outcome that was packed.

    Raises:
        LookupError, TypeError, ValueError, RecursionError: no outcome was packed in this content by this version of the
            program.

    """
    records, problems, not_read, rejected = unpacked(json.loads(content))
    for parts, kind in ((records, Record), (problems, Problem), (not_read, str), (rejected, Record)):
        if type(parts) is not tuple or not all(type(part) is kind for part in parts):
            raise TypeError(f"this is no {kind.__name__}")
    return Outcome(records, problems, not_read, rejected)


def _is_sound(record: Record) -> bool:
    return not any(problem.level == "error" for problem in record.problems)


def _in_words(error: Exception) -> str:
    """Return where the program failed, for whoever mends it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"the program failed over this file ({type(error).__name__}{place})"
