"""The rules against descriptions that none of us wrote: `make nara DIR=…` prints how far they agree.

A folder is compared if it has `metadata.csv`, the spreadsheet of a release of the US National Archives with a column
`text_file`, or letters (`.md`) whose YAML heads say date, author and recipient; the heads are cut off before reading.
Folders inside it are searched too. The descriptions may say what no text does: what counts are wrong values.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from archivegen.archive.given_names import are_fitting, given_names
from archivegen.problems import Refusal
from archivegen.records.agents import folded, name_key
from archivegen.records.date_words import MONTHS
from archivegen.records.dates import bounds
from archivegen.records.record import Record
from archivegen.records.values import AgentValue, Value
from archivegen.seeds.normalise import read_document

# What a spreadsheet says where it does not say it.
_NOT_SAID = re.compile(r"^\W*(?:WITHHELD|RESTRICTED|NONE|UNKNOWN)?\W*$", re.IGNORECASE)
_DAY = re.compile(r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$")
_FIELDS = {
    "date": "dates",
    "from": "creators",
    "to": "recipients",
    "originator": "issuing_body",
    "place": "place_of_creation",
    "title": "title",
}
_VERDICTS = ("right", "part", "wrong", "lies", "missed", "in text", "ours alone")


@dataclass(frozen=True)
class Described:
    """A text, and what somebody else says of it by the keys of `_FIELDS`; dates are EDTF, unknown things left out."""

    name: str
    content: bytes
    said: dict[str, str]


def spreadsheet_rows(folder: Path) -> Iterator[Described]:
    """Yield each text of a release with what the row of the spreadsheet says."""
    columns = {"from": "From Name", "to": "To Name", "originator": "Originator", "title": "Title"}
    with (folder / "metadata.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row.get("text_file"):
                said = {key: " ".join((row[column] or "").split()) for key, column in columns.items()}
                said["date"] = edtf_of(row["Doc Date"] or "")
                said = {key: text for key, text in said.items() if not _NOT_SAID.match(text)}
                text = folder / row["text_file"]
                yield Described(text.name, text.read_bytes(), said)


def edtf_of(day: str) -> str:
    """Return `06/00/1975` as 1975-06; nothing for the year 0000, which the spreadsheet writes for undated papers."""
    match = re.match(r"^(\d\d)/(\d\d)/(\d{4})$", day)
    edtf = "-".join([match[3], match[1], match[2]]).removesuffix("-00").removesuffix("-00") if match else ""
    return edtf if bounds(edtf) and not edtf.startswith("0000") else ""


def letters(folder: Path) -> Iterator[Described]:
    """Yield each letter without its YAML head, and what the head says."""
    for file in sorted(folder.glob("*.md")):
        match = re.match(r"---\n(.*?\n)---\n(.*)", file.read_text("utf-8"), re.DOTALL)
        head = yaml.load(match[1], Loader=yaml.BaseLoader) if match else None  # noqa: S506 -- all values stay text
        if match and isinstance(head, dict) and isinstance(head.get("author"), dict):
            said = {
                "date": head.get("date", "") if _DAY.match(head.get("date", "")) else "",
                "from": head["author"].get("name", ""),
                "to": re.sub(r" \(.*\)$", "", head.get("recipient", "")),
                "place": head.get("location", ""),
            }
            said = {key: text for key, text in said.items() if text}
            yield Described(file.name, match[2].encode(), said)


def collections_in(folder: Path) -> Iterator[tuple[str, list[Described]]]:
    """Yield the name and the texts of every folder that can be compared."""
    for place in sorted({folder, *(path for path in folder.rglob("*") if path.is_dir())}):
        if (place / "metadata.csv").is_file():
            yield place.name, list(spreadsheet_rows(place))
        elif described := list(letters(place)):
            yield place.name, described


def verdict(key: str, said: str, values: tuple[Value, ...]) -> str:
    """Say whether values agree with what is said: `right`, `part` where they say less or more, or `wrong`."""
    if key == "date":
        ours, theirs = bounds(values[0].value), bounds(said)
        if values[0].value == said or not (ours and theirs):
            return "right" if values[0].value == said else "wrong"
        return "part" if ours.earliest <= theirs.latest and theirs.earliest <= ours.latest else "wrong"
    judged = {_likeness(value, said) for value in values}
    return next(what for what in ("right", "part", "wrong") if what in judged)


def _likeness(value: Value, said: str) -> str:
    own, theirs = given_names(value.value), given_names(said)
    office = (value.office or "") if isinstance(value, AgentValue) else ""
    words, wanted = _words(f"{value.value} {office}"), _words(said)
    if name_key(value.value) == name_key(said) or words == wanted:
        return "right"
    if own and theirs and own[0] == theirs[0] and not are_fitting(own[1], theirs[1]):
        return "wrong"
    initials = "".join(word[0] for word in value.value.split() if word[0].isupper())
    return "part" if words & wanted or initials == said else "wrong"


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", folded(text))) - {"the", "of", "and", "a"}


def wordings(edtf: str) -> Iterator[str]:
    """Yield the ways in which a day is usually written, in small letters."""
    year, month, day = (int(part) for part in (*edtf.split("-"), "0", "0")[:3])
    if not day:
        yield f"{MONTHS[month - 1].casefold()} {year}" if month else str(year)
        return
    for name in (MONTHS[month - 1].casefold(), MONTHS[month - 1][:3].casefold()):
        for number in {f"{day}", f"{day:02}"}:
            yield from (
                f"{number} {name} {year}",
                f"{name} {number}, {year}",
                f"{number} {name} {year % 100}",
            )
            yield from (f"{name} {number} {year}", f"{name}. {number}, {year}")
    for first, second in ((month, day), (day, month)):
        for mark in "/-.":
            for digits in ("", "02"):
                yield from (
                    f"{first:{digits}}{mark}{second:{digits}}{mark}{end}"
                    for end in (year, f"{year % 100:02}")
                )


def place_in_text(key: str, said: str, record: Record) -> str:
    """Return the line on which what was missed stands, or nothing where it stands nowhere in these words.

    Three letters or fewer stand everywhere and tell nothing.
    """
    if len(said) <= 3:
        return ""
    wanted = set(wordings(said)) if key == "date" else {" ".join(said.casefold().split())}
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(wording)}(?!\w)" for wording in sorted(wanted, key=len, reverse=True))
    )
    for number, line in enumerate(record.source.text_lines, 1):
        if pattern.search(" ".join(line.casefold().split())):
            return f"line {number}: {' '.join(line.split())[:90]}"
    return ""


def ours_of(record: Record, key: str) -> tuple[Value, ...]:
    """Return what was read of one thing; a title made of the name of the file was not."""
    if key == "date":
        return (record.principal_date,) if record.principal_date else ()
    return tuple(value for value in record.fields.get(_FIELDS[key], ()) if value.rule != "file_name_title")


def compare(described: Described, counts: dict[str, Counter[str]]) -> Iterator[str]:
    """Count how a text agrees with what is said of it, and yield a line for everything that does not."""
    try:
        record = read_document(described.content, described.name)
    except Refusal as refusal:
        counts["date"]["refused"] += 1
        yield f"{described.name}: refused: {refusal.problems[0].message}"
        return
    for key in _FIELDS:
        values = ours_of(record, key)
        said = described.said.get(key)
        if said is None:
            counts[key]["ours alone"] += bool(values)
            continue
        counts[key]["said"] += 1
        if not values:
            where = place_in_text(key, said, record)
            counts[key].update({"missed": 1, "in text": bool(where)})
            if where:
                yield f"{described.name}: {key} missed: {said} ({where})"
            continue
        judged = verdict(key, said, values)
        is_lie = judged == "wrong" and all(value.certainty == "certain" for value in values)
        counts[key].update({judged: 1, "lies": is_lie})
        if judged != "right":
            ours = "; ".join(f"{value.value} ({_manner(value)})" for value in values)
            yield f"{described.name}: {key} {'lie' if is_lie else judged}: {ours}, not {said}"


def _manner(value: Value) -> str:
    return ", ".join([value.rule, value.certainty, *(f"line {lines.first}" for lines in value.lines[:1])])


def main(folder: Path) -> int:
    """Print a table for each collection, and a line for each disagreement; return 1 where nothing can be compared."""
    found = list(collections_in(folder))
    for name, texts in found:
        counts = {key: Counter[str]() for key in _FIELDS}
        faults = [fault for described in texts for fault in compare(described, counts)]
        print(f"{name}: {len(texts)} texts, {counts['date']['refused']} refused")
        print(f"{'':<12}{'said':>6}{'ours':>6}" + "".join(f"{what:>12}" for what in _VERDICTS))
        for key, count in counts.items():
            if count:
                ours = count["right"] + count["part"] + count["wrong"]
                row = "".join(f"{count[what]:>12}" for what in _VERDICTS)
                print(f"{key:<12}{count['said']:>6}{ours:>6}{row}")
        print("\n".join(["", *faults, ""]))
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
