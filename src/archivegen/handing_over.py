"""`HANDOVER.md`: what whoever looks after an archive next must know, kept current beside what the archivist writes."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from archivegen import __version__
from archivegen.config import HANDOVER_NAME, PUBLISHED_FILES_NAME, SETTINGS_NAME
from archivegen.problems import Problem, Refusal
from archivegen.publish.upload import published_digests, published_files_text
from archivegen.reading import Reading
from archivegen.request import Request
from archivegen.seed_reading import documents_folder
from archivegen.storage.authority_files import AUTHORITY_NAMES
from archivegen.storage.ledger import LEDGER_NAME
from archivegen.storage.ledger_lines import SIDES_OF_A_MERGE
from archivegen.storage.published import PUBLISHED_NAME
from archivegen.storage.text_files import text_of

PROGRAM_FOLDER = "program"
FIRST_LINE = "<!-- archivegen writes what follows, at every publish; what stands outside of it is yours and is kept. -->"
LAST_LINE = "<!-- Here ends what archivegen writes. -->"
_MOST_NAMED = 5
_NOTHING_WRITTEN = """\
# Handing this archive over

Write here what only you know: why the documents were collected and from whom, what was agreed with whom, where the
originals are, who else has a copy of this folder, what should happen next.
"""
# What an archive may have beside its documents, and what each is.
_MAY_BE_THERE = {
    **dict.fromkeys(AUTHORITY_NAMES, "says which names are one"),
    f"{PROGRAM_FOLDER}/": "holds the program that makes the site, and what it needs, to install without anybody’s help",
    "pages/": "holds pages of the archive’s own",
    "templates/": "holds templates of the archive’s own, which take the place of the program’s",
    "static/": "holds styles and images of the archive’s own",
}


def texts_beside(request: Request, reading: Reading, site: Path) -> dict[str, str]:
    """Return the files beside the ledger, but for the ledger, that a publish changes: this page, and the list of files.

    `site` is the site as it will stand. Where the ledger lies among the documents there are none: the next build would
    take them for documents.

    Raises:
        Refusal: `HANDOVER.md` is not as the program can keep it current.

    """
    beside = request.ledger.parent
    if beside.resolve().is_relative_to(documents_folder(request.root, reading.config).resolve()):
        return {}
    written = {
        name: text_of(beside / name) if (beside / name).is_file() else None
        for name in (HANDOVER_NAME, PUBLISHED_FILES_NAME)
    }
    texts = {
        HANDOVER_NAME: handover_text(written[HANDOVER_NAME], request.root, reading),
        PUBLISHED_FILES_NAME: published_files_text(
            beside, published_digests(site), is_handed_out=request.changed_only is not None
        ),
    }
    return {name: text for name, text in texts.items() if text != written[name]}


def handover_text(written: str | None, root: Path, reading: Reading) -> str:
    """Return the text of `HANDOVER.md` for an archive as it is published; `written` is the text it has now, if any.

    What stands outside the generated part stays word for word.

    Raises:
        Refusal: one of the two lines that mark the generated part is gone or stands twice, or git's marks stand outside.

    """
    generated = "\n".join([FIRST_LINE, "", *_generated(root, reading), "", LAST_LINE])
    if not written:
        return f"{_NOTHING_WRITTEN}\n{generated}\n"
    if FIRST_LINE not in written and LAST_LINE not in written:
        return f"{written.rstrip()}\n\n{generated}\n"
    before, _, rest = written.partition(FIRST_LINE)
    _, last_line, after = rest.partition(LAST_LINE)
    if not last_line or FIRST_LINE in rest or LAST_LINE in before + after:
        raise Refusal(_marks_broken())
    if any(line.startswith(SIDES_OF_A_MERGE) for line in (before + after).splitlines()):
        raise Refusal(_merged())
    return f"{before}{generated}{after}"


def _generated(root: Path, reading: Reading) -> Iterator[str]:
    yield f"## {' '.join(reading.config.title.split())}"
    yield ""
    yield from _extent(reading)
    yield ""
    yield "## What to keep"
    yield ""
    yield from _kept(root, reading)
    yield ""
    yield "Everything else can be made again; `build/` is the site as it was last built. Copies and how to restore them: docs/backup.md of archivegen."
    yield ""
    yield "## Where it is on the web"
    yield ""
    yield from _hosting(reading)
    yield ""
    yield "## How to make it"
    yield ""
    yield from _making(root)
    yield ""
    yield "## What is open"
    yield ""
    yield from _open(reading)


def _extent(reading: Reading) -> Iterator[str]:
    documents = _counted(len(reading.archive.documents), "document")
    entries = reading.ledger.entries
    yield f"{documents}; {_counted(len(entries), 'address', 'es')} recorded in `{LEDGER_NAME}`."
    states = Counter(entry.state for entry in entries)
    gone = [f"{states[state]} {state}" for state in ("moved", "withdrawn") if states[state]]
    days = sorted(entry.first_published for entry in entries)
    if days:
        yield f"First published on {days[0]}, last added to on {days[-1]}{'; ' + ', '.join(gone) if gone else ''}."
    yield f"Responsible: {reading.config.editor or 'not stated'}. Contact: {reading.config.contact or 'not stated'}."


def _kept(root: Path, reading: Reading) -> Iterator[str]:
    folder = reading.config.documents.rstrip("/")
    yield f"- `{folder}/`: the documents, and beside them what corrects them: `NAME.yml` for one, `collection.yml` for a folder."
    yield f"- `{SETTINGS_NAME}`: the title, the introduction, the address."
    yield f"- `{LEDGER_NAME}` and `{PUBLISHED_NAME}`: every address ever published, and what stood there. Never delete a line: each is a promise to whoever has cited it."
    yield f"- `{PUBLISHED_FILES_NAME}`: every file of the site, and which of them the next archive to upload must tell of, so that only what changed need be uploaded."
    for name, what in _MAY_BE_THERE.items():
        if (root / name).exists():
            yield f"- `{name}`: {what}."
    yield f"- `{HANDOVER_NAME}`: this page."


def _hosting(reading: Reading) -> Iterator[str]:
    config = reading.config
    yield config.base_url or f"Its address is not stated: write `base_url:` into `{SETTINGS_NAME}`."
    yield ""
    yield (
        config.hosting
        or f"Who hosts it, and who has access, is not stated: write `hosting:` into `{SETTINGS_NAME}`."
    )


def _making(root: Path) -> Iterator[str]:
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    wheels = sorted((root / PROGRAM_FOLDER).glob(f"archivegen-{__version__}-*.whl"))
    yield f"It was made with archivegen {__version__} and Python {python}. In this folder:"
    yield ""
    yield "```sh"
    for wheel in wheels[:1]:
        yield f"python -m pip install --find-links {PROGRAM_FOLDER} {PROGRAM_FOLDER}/{wheel.name}"
    yield "archivegen build . --locked"
    yield "archivegen check ."
    yield "archivegen publish ."
    yield "```"
    yield ""
    if wheels:
        yield f"The first line installs that very version, which is kept in `{PROGRAM_FOLDER}/`; the next makes"
    else:
        yield f"Install that version first: the program is not kept in this folder. Ask whoever published the archive for its wheel or a copy of its source, or look for `archivegen=={__version__}` in a package index; `python -m pip install` takes each of them, and docs/backup.md of archivegen says how to keep it here. The first line makes"
    yield "the site in `build/` and fails where anything is not as it was published, the next looks for faults, the last shows what is new and records it. Then copy what is in `build/` to the web space; nothing needs to run there."


def _open(reading: Reading) -> Iterator[str]:
    levels = Counter(problem.level for problem in reading.problems)
    drafts = sum(document.is_provisional for document in reading.archive.documents)
    open_ends = [
        f"- {_counted(levels['error'], 'error')} and {_counted(levels['warning'], 'warning')}: `archivegen check .` says which."
        if levels["error"] + levels["warning"]
        else "",
        f"- {_counted(drafts, 'document')} without a recorded address." if drafts else "",
        *_closed(reading),
    ]
    yield from [line for line in open_ends if line] or ["Nothing that the program knows of."]


def _closed(reading: Reading) -> Iterator[str]:
    """Yield the documents that are not open, together where they are closed alike and open on one day."""
    paths_by_message: dict[str, list[str]] = {}
    for problem in reading.problems:
        if problem.code == "withheld":
            paths_by_message.setdefault(problem.message, []).append(f"`{problem.path}`")
    for message, paths in sorted(paths_by_message.items()):
        more = len(paths) - _MOST_NAMED
        shown = ", ".join(sorted(paths)[:_MOST_NAMED])
        yield f"- {shown}{f' and {more} more' if more > 0 else ''}: {message}."


def _counted(number: int, what: str, plural: str = "s") -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}{plural}"


def _marks_broken() -> Problem:
    return Problem(
        path=HANDOVER_NAME,
        code="handover-marks",
        message="the two lines between which archivegen writes are not both there once, in their order",
        fix="put them back as they were, or remove both: then a new part is written at the end",
    )


def _merged() -> Problem:
    return Problem(
        path=HANDOVER_NAME,
        code="handover-merged",
        message="two versions of this page were merged and git’s marks are left",
        fix="keep what you want of both and remove the marks; what archivegen writes it writes anew",
    )
