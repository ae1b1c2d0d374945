"""The letters behind a name: degrees, orders and memberships, as in `E. R. Lind, A.M.I.C.E.` and `Ada Brik, Ph.D., M.P.`."""

from __future__ import annotations

import re

# With stops after letters; without them only those that nothing else is.
_HONOUR = r"(?:(?:[A-Z][A-Za-z]{0,3}\.\s?){1,6}[A-Z][A-Za-z]{0,3}\.?|MP|MA|BA|BSc|MSc|PhD|MD|DD|LLD|OBE|MBE|CBE|KBE|KG|KT|GCB|GCMG|KCMG|CMG|KCB|KC|QC|JP|FRS|RN|USN|USA|SJ|OP)"
# “Esq.” is none of them: who signs does not call himself so, and at the foot it shows whom a letter addresses.
_BEHIND = re.compile(rf"(?:,\s*{_HONOUR})+\s*$")
# Inside a list initials may stand behind a surname: only behind a whole name they are none.
_INSIDE = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’-]*\.?\s(?:[^\W\d_a-z]\.\s?)*[^\W\d_a-z][\w’-]+),\s*(?:J\.P\.|M\.P\.|K\.C\.|Q\.C\.|[OMC]\.B\.E\.|(?:K\.)?C\.M\.G\.|JP|MP|KC|QC|OBE|MBE|CBE)(?=\s*[,;(]|\s*$)"
)


def without_honours(words: str) -> str:
    """Return a name without the letters behind it."""
    return _BEHIND.sub("", words) if "," in words else words


def without_honours_inside(words: str) -> str:
    """Return a list of names without the letters behind any whole name in it."""
    return _INSIDE.sub(r"\g<name>", words) if "," in words else words
