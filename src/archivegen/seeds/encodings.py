"""Which old encoding a text is in: named by the archivist, or found where nothing else is possible.

A detector always has an answer. Here it is taken only where no other reading of the bytes comes near it; where two
readings are alike likely, as with Windows-1252 and Windows-1250 in a short text, the archivist has to say.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

# Encodings that documents have really been saved in; rarer ones only offer wrong readings of these.
_CANDIDATES = [
    "cp1250", "cp1251", "cp1252", "koi8_r", "cp850", "cp852", "cp866", "iso8859_2", "iso8859_5", "mac_roman",
    "mac_cyrillic", "gb18030", "big5", "cp949", "cp932", "euc_jp",
]  # fmt: skip
_NAMEABLE = re.compile(
    r"^(?:utf-8|utf-16(?:-[lb]e)?|utf-32(?:-[lb]e)?|ascii|iso8859-\d+|cp\d+|mac-\w+|koi8-\w|gb\w+|big5\w*|euc_\w+|"
    r"shift_\w+|johab|hz|ptcp154|tis-620)$"
)
# The quotation marks, dashes and dots that Windows puts into a text of plain English letters, as they stand in one.
_WINDOWS_PUNCTUATION = re.compile(
    rb"(?:[\x00-\x7f\xa0]|(?<![A-Za-z])[\x91\x93](?=[A-Za-z0-9(\[\x85\x91])|(?<=[A-Za-z0-9.,;:!?)\]\x85\x92])\x94(?![A-Za-z])|"
    rb"(?<=[A-Za-z0-9.,!?])\x92(?=(?:s|t|d|m|re|ll|ve)\b|[^A-Za-z\x80-\xff]|\x94|$)|[\x85\x96\x97])*"
)
# The least differences in disorder and in likeness to a language (both 0 to 1) at which one reading excludes another.
_MORE_ORDERLY, _MORE_COHERENT, _MOST_DISORDER = 0.09, 0.1, 0.05


@dataclass(frozen=True, slots=True)
class Detection:
    """A reading of the bytes, by the name of its encoding; `is_sure` where no other reading comes near it.

    `others` are the encodings of the readings that do.
    """

    encoding: str
    text: str
    is_sure: bool
    others: tuple[str, ...] = ()


def codec_named(name: str) -> str | None:
    """Return the codec an encoding's name stands for, or None for a name that is none of a text's (or is UTF-7)."""
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return codec if _NAMEABLE.match(codec) else None


def detect_encoding(content: bytes) -> Detection | None:
    """Return the likeliest reading of bytes that are not UTF-8, and whether it is sure; None where there is none."""
    if _WINDOWS_PUNCTUATION.fullmatch(content):
        return Detection("cp1252", content.decode("cp1252"), is_sure=True)
    readings: dict[str, tuple[float, float, str]] = {}
    for match in from_bytes(content, cp_isolation=_CANDIDATES):
        is_western = "cp1252" in match.could_be_from_charset
        reading = (match.chaos, -match.coherence, "cp1252" if is_western else match.encoding)
        text = str(match)
        readings[text] = min(reading, readings.get(text, reading))
    ranked = sorted(readings.items(), key=lambda item: item[1])
    if not ranked:
        return None
    text, (disorder, unlikeness, encoding) = ranked[0]
    rivals = tuple(
        other[2]
        for _, other in ranked[1:]
        if other[0] - disorder < _MORE_ORDERLY and other[1] - unlikeness < _MORE_COHERENT
    )
    return Detection(encoding, text, is_sure=not rivals and disorder <= _MOST_DISORDER, others=rivals)
