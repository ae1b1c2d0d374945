"""Addresses inside the site, written relative to the page they stand on, so that the site works anywhere."""

from __future__ import annotations

import posixpath


def relative_link(from_address: str, to_address: str) -> str:
    """Return the link from one page to another; addresses are folders of the site that end in a slash, or files.

    A link to a folder ends in a slash, so that no server needs to redirect it.
    """
    target, hash_sign, anchor = to_address.partition("#")
    start = posixpath.dirname(from_address) or "."
    is_folder = target == "" or target.endswith("/")
    link = posixpath.relpath(target or ".", start)
    if is_folder:
        link = "./" if link == "." else f"{link}/"
    return f"{link}{hash_sign}{anchor}"
