"""What an id may be: the last folder of an address, on every system and in every web server."""

from __future__ import annotations

import re
import unicodedata

from archivegen.records.agents import SPELT_OUT

LONGEST_ID = 80
# Names that some systems keep for devices and refuse for folders.
DEVICE_NAMES = frozenset("con prn aux nul".split()) | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_fit(new_id: str) -> bool:
    """Return whether an id can stand in an address: lower-case ASCII words and digits joined by hyphens."""
    return bool(_ID.fullmatch(new_id)) and len(new_id) <= LONGEST_ID and new_id not in DEVICE_NAMES


def way_out(text: str) -> str:
    """Return what to write instead of a text that is no id, with the reason where its letters do not tell it."""
    near = slug(text)
    if near in DEVICE_NAMES:
        return f"write more than this word, as {near}-1: Windows keeps it for a device, and refuses folders of this name"
    example = f", as {near}" if is_fit(near) else ""
    return f"write lower-case letters a to z, digits and single hyphens, at most {LONGEST_ID} of them in all{example}"


def slug(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens; empty where it has no Latin letters or digits.

    Marks and apostrophes are dropped, letters that are no letter with a mark are spelt out, all else divides words.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(SPELT_OUT))
    unmarked = "".join(character for character in decomposed if not unicodedata.combining(character))
    return "-".join(re.findall(r"[a-z0-9]+", unmarked))


def id_of_number(number: str) -> str:
    """Return the id that the number of an archive gives: its letters and figures, as `HB 12/3` gives `hb-12-3`; "" where
    one of them has no Latin letter for it, so that two numbers could give one id, or where they are too many.
    """
    made = slug(number)
    is_whole = all(slug(sign) for sign in number if sign.isalnum())
    return made if is_whole and is_fit(made) else ""
