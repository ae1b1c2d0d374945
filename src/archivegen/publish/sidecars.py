"""Files of corrections, written beside their documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from archivegen.publish.write import fresh_file, replace_bytes


def write_sidecars(texts: Mapping[Path, str]) -> None:
    """Replace some files of corrections, each in one step, or make them where there are none: all of them or none.

    Raises:
        OSError: one of them cannot be written; all are as they were.

    """
    before = {file: file.read_bytes() if file.is_file() else None for file in texts}
    try:
        # Whatever needs room on the disk comes first.
        fresh = {file: fresh_file(file, text.encode("utf-8")) for file, text in texts.items()}
        for file in texts:
            fresh[file].replace(file)
    except BaseException:
        for file, content in before.items():
            _restore(file, content)
        raise


def _restore(file: Path, content: bytes | None) -> None:
    """Bring a file back to what it was: None where it was not there."""
    file.with_name(f"{file.name}.new").unlink(missing_ok=True)
    if not file.is_file():
        return
    if content is None:
        file.unlink()
    elif file.read_bytes() != content:
        replace_bytes(file, content)
