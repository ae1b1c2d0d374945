"""The citation of a document in the forms of several styles beside the note of `citations.py`, each a function from what is
cited to words.

What a style sets in italics stands between the words before and behind it. To add a style, write its function and a row
of `STYLES`, and cases of it in `tests/cases/citation_styles.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from archivegen.pages.citations import listed, quoted, titled_and_dated
from archivegen.pages.cited_document import CitedDocument
from archivegen.pages.cited_names import CitedName

_ENDS_ITSELF = (".", "?", "!", "…")
# Months as MLA shortens them; those of four letters and fewer stay whole.
_SHORT_MONTHS = {
    "January": "Jan.", "February": "Feb.", "March": "Mar.", "April": "Apr.", "August": "Aug.",
    "September": "Sept.", "October": "Oct.", "November": "Nov.", "December": "Dec.",
}  # fmt: skip
_MONTH = re.compile("|".join(_SHORT_MONTHS))


class StyledWords(NamedTuple):
    """A citation: the words before, in and behind what is set in italics."""

    before: str
    italic: str = ""
    after: str = ""


def archive_first(cited: CitedDocument) -> StyledWords:
    """Return the form of historians: where the paper is held, what it is, where it was read."""
    held = f"{cited.reference}; " if cited.reference else ""
    return StyledWords(
        f"{held}{titled_and_dated(cited.title, cited.date)}in ", cited.archive, _tail(cited.address, ".")
    )


def chicago_bibliography(cited: CitedDocument) -> StyledWords:
    """Return an entry of a bibliography after The Chicago Manual of Style, 17th edition, 14.222."""
    authors = listed([name.filed if not place else name.whole for place, name in enumerate(cited.authors)])
    if len(cited.authors) == 2 and not cited.authors[0].is_family_first and cited.authors[0].family:
        authors = f"{cited.authors[0].filed}, and {cited.authors[1].whole}"
    return StyledWords(
        _sentences(
            authors,
            _quoted_sentence(cited.title),
            "" if cited.is_dated_by_title else cited.day,
            cited.reference,
            _translated(cited),
            cited.archive,
            cited.address,
        )
    )


def mla(cited: CitedDocument) -> StyledWords:
    """Return an entry of works cited after the MLA Handbook, 9th edition: of three writers and more the first alone."""
    authors = [name.filed if not place else name.whole for place, name in enumerate(cited.authors)]
    named = f"{authors[0]}, et al." if len(authors) > 2 else ", and ".join(authors)
    day = _MONTH.sub(lambda match: _SHORT_MONTHS[match.group()], cited.day)
    before = _sentences(
        named,
        _quoted_sentence(cited.title),
        "" if cited.is_dated_by_title else day,
        _translated(cited),
        cited.reference,
    )
    return StyledWords(f"{before} ", cited.archive, _tail(cited.address, "."))


def apa(cited: CitedDocument) -> StyledWords:
    """Return a reference after the Publication Manual of the APA, 7th edition, 10.3: of an untitled writer the title leads."""
    authors = _with_ampersand([name.with_initials for name in cited.authors])
    translators = _with_ampersand([name.in_order_with_initials for name in cited.translators], " & ")
    made = f" ({translators}, Trans.)" if translators else ""
    kind = f" [{cited.kind}]" if cited.kind else ""
    held = _sentences(cited.reference, cited.archive) + (f" {cited.address}" if cited.address else "")
    if not authors:
        return StyledWords("", cited.title, f"{made}{kind}. ({cited.year_first}). {held}")
    end = "" if not (made or kind) and cited.title.endswith(_ENDS_ITSELF) else "."
    return StyledWords(f"{_ended(authors)} ({cited.year_first}). ", cited.title, f"{made}{kind}{end} {held}")


def iso_690(cited: CitedDocument) -> StyledWords:
    """Return a reference after ISO 690:2010: family names in capitals; the day on which it was read is the reader’s to add."""
    authors = listed([_in_capitals(name) for name in cited.authors])
    lead = f"{_ended(authors)} " if authors else ""
    held = [
        _translated(cited),
        cited.day,
        f"Held at: {cited.reference}" if cited.reference else "",
        f"In: {cited.archive}",
        f"Available from: {cited.address}" if cited.address else "",
    ]
    return StyledWords(lead, cited.title, f" [online]. {_sentences(*held)}")


STYLES: tuple[tuple[str, Callable[[CitedDocument], StyledWords]], ...] = (
    ("archive_first", archive_first),
    ("chicago_bibliography", chicago_bibliography),
    ("mla", mla),
    ("apa", apa),
    ("iso_690", iso_690),
)


def _translated(cited: CitedDocument) -> str:
    translators = listed([name.whole for name in cited.translators])
    return f"Translated by {translators}" if translators else ""


def _in_capitals(name: CitedName) -> str:
    if not name.family:
        return name.whole.upper() if name.is_body else name.whole
    between = " " if name.is_family_first else ", "
    return f"{name.family.upper()}{between}{name.given}"


def _with_ampersand(names: Sequence[str], between_two: str = ", & ") -> str:
    if len(names) < 3:
        return between_two.join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _ended(words: str) -> str:
    return words if words.rstrip("”’").endswith(_ENDS_ITSELF) else f"{words}."


def _sentences(*parts: str) -> str:
    """Return parts as sentences, each with its stop."""
    return " ".join(_ended(part) for part in parts if part)


def _quoted_sentence(title: str) -> str:
    return quoted(title, "" if title.rstrip('”’"').endswith(_ENDS_ITSELF) else ".")


def _tail(address: str, end: str) -> str:
    return f", {address}{end}" if address else end
