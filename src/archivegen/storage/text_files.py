"""The archive's own text files."""

from __future__ import annotations

from pathlib import Path

from archivegen.problems import Problem, Refusal


def text_of(file: Path) -> str:
    """Return the text of one of the archive's own files.

    Raises:
        Refusal: it is not UTF-8.

    """
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            Problem(
                path=file.name, code="not-text", message="this is not text in UTF-8", fix="save it as UTF-8"
            )
        ) from error
