"""Lists of names in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.names import NamedOffice, is_whole_name, split_office_and_name, without_form_of_address

_BETWEEN_NAMES = re.compile(r"([,;]?\s+and\s+|[,;]\s*)")


def read_name_list(text: str) -> Iterator[NamedOffice]:
    """Yield the names of a list such as `Attaches M. P. Kurbatsky and Wan Baoqing`; an office before the first
    of several names is shared when it stands in the plural.
    """
    shared: str | None = None
    position = 0
    for part in _BETWEEN_NAMES.split(text):
        found = split_office_and_name(without_form_of_address(part.strip()))
        if found.name and is_whole_name(found.name) and not INSTITUTION.search(found.name):
            first = without_form_of_address(part.strip()).removeprefix("the ").split()[0]
            plural = first != (found.office or "").split(" ")[0] if found.office else False
            shared = found.office if plural else shared
            start = position + part.find(found.name_as_written or "")
            yield NamedOffice(
                found.name, found.office or shared, part.strip() if found.office else found.name, start
            )
        position += len(part)


def is_list_of_names(texts: Iterable[str]) -> bool:
    """Say whether every part of a text is a whole name."""
    parts = list(texts)
    return bool(parts) and all(is_whole_name(part) for part in parts)
