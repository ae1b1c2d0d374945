"""Files of corrections, written beside their documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from archivegen.publish.write import replace_text


def write_sidecars(texts: Mapping[Path, str]) -> None:
    """Replace each of some files of corrections in one step; a new file is made where there is none."""
    for file, text in texts.items():
        replace_text(file, text)
