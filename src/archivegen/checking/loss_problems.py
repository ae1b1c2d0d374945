"""What is said of each thing that an earlier build had and the new one has no more, and what can be done."""

from __future__ import annotations

from pathlib import Path

from archivegen.problems import Problem

_MOST_NAMED = 3
_NO_PAGE = "the earlier build has a page at this address, and the new one has none"


def lost_document(address: str) -> Problem:
    """Return the problem with a document's address that is gone."""
    own = address.split("/")[1]
    return Problem(
        path=address,
        code="address-lost",
        message=_NO_PAGE,
        fix=f"bring its document back; or let the address lead on: archivegen ids move {own} NEW; or say why it is gone: "
        f'archivegen ids withdraw {own} --reason "…"',
    )


def lost_address(address: str, listed: list[str]) -> Problem:
    """Return the problem with another page that is gone; `listed` are the open documents that it listed."""
    more = f" and {len(listed) - _MOST_NAMED} more" if len(listed) > _MOST_NAMED else ""
    return Problem(
        path=address,
        code="address-lost",
        message=_NO_PAGE,
        fix=f"it listed {', '.join(listed[:_MOST_NAMED])}{more}: put back what was taken out there, if that was a slip"
        if listed
        else "put back what it was made of: a setting, a template or documents",
    )


def rightly_gone(address: str) -> Problem:
    """Return the notice that a page, or a place on one, is gone because the archivist has closed or withdrawn what it was made of."""
    what = (
        "this place, and the new one has not"
        if "#" in address
        else "a page at this address, and the new one has none"
    )
    return Problem(
        path=address,
        level="notice",
        code="address-closed",
        message=f"the earlier build has {what}, because what it was made of is closed, redacted or withdrawn",
        fix="this is as it must be",
    )


def lost_anchor(address: str, anchor: str, end: str) -> Problem:
    """Return the problem with a place on a page; `end` is where that page leads now."""
    where = "the new page" if end == address else f"{end}, where this page leads," if end else "the new site"
    return Problem(
        path=f"{address}#{anchor}",
        code="anchor-lost",
        message=f"the earlier build has this place, and {where} does not",
        fix="links and citations to it now lead to the top of the page: bring the words back if you can",
    )


def lost_file(name: str) -> Problem:
    """Return the problem with a file that people or programs ask for."""
    return Problem(
        path=name,
        code="file-lost",
        message="the earlier build has this file, and the new one does not",
        fix="programs and citations ask for it at this address: bring its document back",
    )


def no_site(folder: Path, *, is_old: bool) -> Problem:
    """Return the problem with a folder that holds no site."""
    what = "a file and no folder" if folder.exists() else "no such folder"
    return Problem(
        path=str(folder),
        code="no-site",
        message="there is no site in this folder" if folder.is_dir() else f"this is {what}",
        fix=(
            "give the folder of an earlier build, the one with index.html in it"
            if is_old
            else "run “archivegen build” first"
        ),
    )
