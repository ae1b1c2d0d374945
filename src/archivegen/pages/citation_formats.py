"""The citation of a document for programs: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from archivegen.pages.citations import NO_DATE
from archivegen.pages.cited_document import CitedDocument
from archivegen.pages.cited_names import CitedName
from archivegen.records.dates import bounds
from archivegen.records.worded_dates import worded

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0\d|1[0-2])(?:-(?P<day>\d\d))?)?(?P<doubt>[?~%]?)", re.ASCII
)
# Signs that BibTeX takes for its own.
_IN_BIBTEX = {sign: f"\\{sign}" for sign in "#$%&_{}"} | {
    "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
}  # fmt: skip
_SIGN_IN_BIBTEX = re.compile("|".join(map(re.escape, _IN_BIBTEX)))


def bibtex(cited: CitedDocument) -> str:
    """Return the entry of a document in a BibTeX file; `date` is for biblatex, which reads EDTF."""
    lines = {
        "author": " and ".join(map(_name_in_bibtex, cited.authors)),
        "title": f"{{{_escaped(cited.title)}}}",
        "translator": " and ".join(map(_name_in_bibtex, cited.translators)),
        "year": _year(cited) or _escaped(cited.day),
        "date": cited.date if _year(cited) and cited.date != _year(cited) else "",
        "type": _escaped(cited.kind),
        "howpublished": _escaped(cited.archive),
        "note": _escaped(cited.reference),
        "langid": cited.language,
        "url": cited.address,
    }
    entries = [f"  {name} = {{{words}}}" for name, words in lines.items() if words]
    return f"@misc{{{cited.id},\n" + ",\n".join(entries) + "\n}"


def ris(cited: CitedDocument) -> str:
    """Return the entry of a document in a RIS file."""
    lines = [
        ("TY", "MANSCPT"),
        ("ID", cited.id),
        *(("AU", name.filed) for name in cited.authors),
        ("TI", cited.title),
        *(("A4", name.filed) for name in cited.translators),
        ("PY", _year(cited) or (NO_DATE if not cited.date else "")),
        ("DA", _day_in_ris(cited)),
        ("M3", cited.kind),
        ("DB", cited.archive),
        ("AV", cited.reference),
        ("LA", cited.language),
        ("UR", cited.address),
    ]
    written = [f"{tag}  - {' '.join(words.split())}" for tag, words in lines if words]
    return "\n".join([*written, "ER  - "])


def csl_json(cited: CitedDocument) -> str:
    """Return a document as CSL-JSON, in a list of one, a part on each line. Of an undated one no date is given: styles say so themselves."""
    parts: dict[str, object] = {
        "id": cited.id,
        "type": "personal_communication" if cited.form == "letter" else "manuscript",
        "title": cited.title,
        "author": [_name_in_csl(name) for name in cited.authors],
        "translator": [_name_in_csl(name) for name in cited.translators],
        "issued": _issued(cited.date),
        "genre": cited.kind,
        "archive": cited.repository,
        "archive_location": cited.reference,
        "source": cited.archive,
        "language": cited.language,
        "URL": cited.address,
    }
    lines = [f' "{name}": {json.dumps(part, ensure_ascii=False)}' for name, part in parts.items() if part]
    return "[{\n" + ",\n".join(lines) + "\n}]"


FORMATS: tuple[tuple[str, Callable[[CitedDocument], str]], ...] = (
    ("bibtex", bibtex),
    ("ris", ris),
    ("csl_json", csl_json),
)


def _year(cited: CitedDocument) -> str:
    """Return the one year of a date; "" where it has none, or several."""
    matches = [_DATE.fullmatch(end) for end in cited.date.split("/")]
    years = {match["year"] if match else "" for match in matches}
    return years.pop() if len(years) == 1 and bounds(cited.date) else ""


def _escaped(words: str) -> str:
    return _SIGN_IN_BIBTEX.sub(lambda match: _IN_BIBTEX[match.group()], words)


def _name_in_bibtex(name: CitedName) -> str:
    """Return a name in the form that is never divided otherwise: one that cannot be divided stands in braces."""
    return (
        f"{_escaped(name.family)}, {_escaped(name.given)}" if name.family else f"{{{_escaped(name.whole)}}}"
    )


def _day_in_ris(cited: CitedDocument) -> str:
    """Return year, month and day, of a span those on which it begins, each empty where it is not known, and behind them the date in
    words where it is more than a day, a month or a year.
    """
    if not cited.date:
        return ""
    match = _DATE.match(cited.date)
    parts = "/".join(match[part] or "" for part in ("year", "month", "day")) if match else "//"
    is_plain = match is not None and match.end() == len(cited.date) and not match["doubt"]
    return f"{parts}/{'' if is_plain else worded(cited.date)}"


def _name_in_csl(name: CitedName) -> dict[str, object]:
    if not name.family:
        return {"literal": name.whole}
    parts: dict[str, object] = {"family": name.family, "given": name.given}
    return parts | ({"static-ordering": True} if name.is_family_first else {})


def _issued(date: str) -> dict[str, object]:
    matches = [_DATE.fullmatch(end) for end in date.split("/")]
    dates = [
        [int(part) for part in (match["year"], match["month"], match["day"]) if part] for match in matches if match
    ]  # fmt: skip
    if len(dates) < len(matches) or bounds(date) is None:
        return {"literal": worded(date)} if date else {}
    doubts = {match["doubt"] for match in matches if match} - {""}
    return {"date-parts": dates, **({"circa": True} if doubts else {})}
