"""How the paths of files say which versions of one document they are: `{language}/{name}`, `{name}.{version}`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from archivegen.records.languages import tag_of_page
from archivegen.records.values import VERSION_KINDS

_PLACE = re.compile(r"\{(\w*)\}")
_ENDING = re.compile(r"\.\w{1,5}$")
_FORMS = {
    "name": "(?P<name>.+)",
    "language": r"(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)",
    "version": f"(?P<version>{'|'.join(VERSION_KINDS)})",
}


class VersionPath(NamedTuple):
    """What a path says of a file: the name that all versions of the document have, its language and the kind of version,
    "" where it does not say them.
    """

    name: str
    language: str = ""
    kind: str = ""


def is_version_pattern(pattern: str) -> bool:
    """Say whether a pattern names the document once, and the language or the kind of version, each at most once."""
    places = _PLACE.findall(pattern)
    has_others = any(sign in _PLACE.sub("", pattern) for sign in "{}")
    is_known = set(places) <= _FORMS.keys() and len(set(places)) == len(places)
    return is_known and not has_others and "name" in places and len(places) > 1


def version_path(pattern: str, path: str) -> VersionPath | None:
    """Return what a path below the documents' folder says of the file by a pattern; None where it does not follow it.

    The name alone, without language and kind, is that of a file beside its versions: `letter.txt` beside `letter.en.txt`.
    """
    path = unicodedata.normalize("NFC", path)
    whole, alone = _expressions(unicodedata.normalize("NFC", pattern))
    if match := whole.fullmatch(path):
        said = match.groupdict()
        language = tag_of_page(said.get("language") or "")
        if language or "language" not in said:
            return VersionPath(said["name"], language, (said.get("version") or "").lower())
    match = alone.fullmatch(path)
    return VersionPath(match["name"]) if match else None


@lru_cache(maxsize=8)
def _expressions(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a pattern as the expression of a whole path, and as that of the name alone; both with any ending, if the
    pattern has none.
    """
    alone = re.sub(r"[._ -]?\{(?:language|version)\}/?", "", pattern)
    return _expression(pattern), _expression(alone)


def _expression(pattern: str) -> re.Pattern[str]:
    parts = _PLACE.split(pattern)
    text = "".join(_FORMS[part] if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile(text if _ENDING.search(pattern) else rf"{text}\.[^./]+", re.IGNORECASE)
