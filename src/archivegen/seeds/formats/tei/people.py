"""Whom the mark-up names: by the words of the text, or by the lists of persons and places that the file itself has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from archivegen.seeds.formats.tei.elements import child, id_of, name_of, target_of, within, words_of
from archivegen.seeds.formats.xml_part import Element

_LISTED = ("person", "org", "place", "persName", "orgName", "placeName", "name")
_BODIES = ("orgName", "org", "gloss")
_FORM_OF_ADDRESS = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Sir|The Hon)\.?\s+)+")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that an element names: by its own words, and by the file's list where it refers to one."""

    name: str
    wording: str
    is_body: bool
    is_listed: bool


class Register:
    """The persons, bodies and places that a file lists under ids."""

    def __init__(self, root: Element) -> None:
        self._names: Mapping[str, str] = {
            id_of(each): name
            for each in within(root, *_LISTED)
            if id_of(each) and (name := _listed_name(each))
        }

    def named_by(self, element: Element) -> Named | None:
        """Return whom an element names, or None where it has no words."""
        wording = words_of(element)
        listed = self._names.get(target_of(element), "")
        name = listed or natural_order(_FORM_OF_ADDRESS.sub("", wording.strip(" ,;:")))
        if not name:
            return None
        return Named(name, wording, name_of(element) in _BODIES, bool(listed))


def natural_order(name: str) -> str:
    """Return a name as it is spoken: `Bahr, Hermann` is Hermann Bahr; one with more commas stays as it is."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) != 2:
        return name.strip(" ,;:")
    return f"{_FORM_OF_ADDRESS.sub('', parts[1])} {parts[0]}"


def _listed_name(element: Element) -> str:
    """Return the name under which a list has somebody; the first of several."""
    name = next(within(element, "persName", "orgName", "placeName", "name"), element)
    surname, forename = child(name, "surname"), child(name, "forename")
    if surname is not None:
        return " ".join(filter(None, (words_of(forename), words_of(surname))))
    return natural_order(words_of(name))
