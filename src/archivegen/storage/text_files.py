"""The archive's own text files."""

from __future__ import annotations

from pathlib import Path

from archivegen.problems import Problem, Refusal


def text_of(file: Path, path: str = "") -> str:
    """Return the text of one of the archive's own files; `path` is how reports name it, where its name is not enough.

    Raises:
        Refusal: it is not UTF-8.

    """
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            Problem(
                path=path or file.name,
                code="not-text",
                message="this is not text in UTF-8",
                fix="save it as UTF-8",
            )
        ) from error
