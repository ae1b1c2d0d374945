"""What an id may be: the last folder of an address, on every system and in every web server."""

from __future__ import annotations

import re

LONGEST_ID = 80
# Names that some systems keep for devices and refuse for folders.
DEVICE_NAMES = frozenset("con prn aux nul".split()) | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_fit(new_id: str) -> bool:
    """Return whether an id can stand in an address: lower-case ASCII words and digits joined by hyphens."""
    return bool(_ID.fullmatch(new_id)) and len(new_id) <= LONGEST_ID and new_id not in DEVICE_NAMES
