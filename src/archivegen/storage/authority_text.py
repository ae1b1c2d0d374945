"""An entry of an authority file as YAML text, for the archivist to look at and paste."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from archivegen.storage.authority_files import Authority

# Text that YAML reads as itself without quotes, wherever it stands.
_PLAIN = re.compile(r"^[^\W\d_](?:[\w.,'’()/-]| (?!#))*$")
_OTHER_MEANINGS = ("null", "true", "false", "yes", "no", "on", "off")


def authority_lines(authority: Authority, remarks: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of an entry; `remarks` says of spellings why they are there."""
    yield f"{_scalar(authority.name)}:"
    if authority.sort_name:
        yield f"  sort_name: {_scalar(authority.sort_name)}"
    for key in ("variants", "same_as", "keep_apart"):
        texts = getattr(authority, key)
        if texts:
            yield f"  {key}:"
        for text in texts:
            remark = f"  # {remarks[text]}" if key == "variants" and text in remarks else ""
            yield f"    - {_scalar(text)}{remark}"
    if authority.coordinates:
        yield f"  coordinates: {authority.coordinates.latitude}, {authority.coordinates.longitude}"
    if authority.is_not_placed:
        yield "  coordinates: none"


def _scalar(text: str) -> str:
    if _PLAIN.match(text) and text == text.strip() and text.casefold() not in _OTHER_MEANINGS:
        return text
    return '"' + "".join(map(_quoted, text)) + '"'


def _quoted(character: str) -> str:
    """Return a character as it stands between double quotes (YAML 1.1, 5.6)."""
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
