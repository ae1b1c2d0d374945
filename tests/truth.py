"""The rules against the records an archivist would write: `make truth` prints how well they agree, field by field.

A value is right when it has every part that the hand-written record gives of it. A lie is a wrong value that claims
to be certain. `make truth DIR=…` takes documents and records (`NAME.txt`, `NAME.expect.yml`) from another folder.
"""

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from archivegen.problems import Refusal
from archivegen.records.fields import FIELDS
from archivegen.seeds.normalise import read_document

CASES = Path(__file__).parent / "cases" / "documents"
Values = list[dict[str, Any]]


def cases_in(folder: Path) -> list[Path]:
    """Return the documents below a folder that have a record written by hand beside them."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".txt", ".md") and path.with_suffix(".expect.yml").is_file()
    ]


@dataclass
class Agreement:
    """How one document's record agrees with the one written by hand.

    `counts` are right, wrong, missed and lies by field; `shares` says of some things whether they are right, where
    either record has them.
    """

    name: str
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    shares: dict[str, bool] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def agreement_of(case: Path) -> Agreement:
    """Read one document and compare it with the record beside it."""
    wanted = yaml.safe_load(case.with_suffix(".expect.yml").read_text("utf-8"))
    result = Agreement(case.name)
    try:
        record = read_document(case.read_bytes(), case.name)
    except Refusal as refusal:
        result.faults.append(f"refused: {refusal.problems[0].message}")
        found: dict[str, Values] = {}
    else:
        found = {name: [value.as_json() for value in values] for name, values in record.fields.items()}
        body = list(record.body.lines) if record.body.lines else None
        result.shares["body"] = body == wanted["body"]
        if body != wanted["body"]:
            result.faults.append(f"body {body}, not {wanted['body']}")
    for row in FIELDS:
        mine = found.get(row.name, [])
        theirs = [*wanted["fields"].get(row.name, ()), *wanted.get("missed", {}).get(row.name, ())]
        if mine or theirs:
            result.counts[row.name] = _compare(mine, theirs, row.name, result.faults)
        if row.name in ("dates", "title", "summary") and (mine or theirs):
            result.shares[row.name] = _is_the_same(_principal(mine)[:1], _principal(theirs))
    return result


def _principal(values: Values) -> Values:
    """Return the values that are marked as principal, or all where none is."""
    return [value for value in values if value.get("principal")] or values


def _is_the_same(mine: Values, theirs: Values) -> bool:
    """Say whether the first value of a field is one that is wanted, letter for letter, or none is where none is."""
    return bool(mine) == bool(theirs) and all(
        any(value["value"] == want.get("value", value["value"]) for want in theirs) for value in mine
    )


def agrees(value: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Say whether a value has every part that is wanted of it, and stands on a line on which it is wanted."""
    return all(
        _meet(value.get("lines", []), content) if part == "lines" else value.get(part) == content
        for part, content in wanted.items()
    )


def _meet(lines: list[list[int]], others: list[list[int]]) -> bool:
    return any(first <= other_last and other <= last for first, last in lines for other, other_last in others)


def _compare(found: Values, wanted: Values, name: str, faults: list[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    missing = list(wanted)
    for value in found:
        match = next((want for want in missing if agrees(value, want)), None)
        if match is not None:
            missing.remove(match)
            counts["right"] += 1
        else:
            is_lie = value["certainty"] == "certain"
            counts.update(wrong=1, lies=is_lie)
            faults.append(f"{name} {'lies' if is_lie else 'wrong'}: {value['value']} ({value['rule']})")
    counts["missed"] += len(missing)
    faults.extend(f"{name} missed: {want.get('value', want)}" for want in missing)
    return counts


def figures(counts: Counter[str]) -> tuple[float, float, float]:
    """Return precision, recall, and their harmonic mean F1."""
    precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
    recall = counts["right"] / max(1, counts["right"] + counts["missed"])
    return precision, recall, 2 * precision * recall / max(0.0001, precision + recall)


def table(results: list[Agreement]) -> list[str]:
    """Return a line for each field, and one for all."""
    by_field = {row.name: Counter[str]() for row in FIELDS}
    for result in results:
        for name, counts in result.counts.items():
            by_field[name].update(counts)
    by_field["all fields"] = sum(by_field.values(), Counter())
    lines = [
        f"{'field':<22} {'right':>6} {'wrong':>6} {'missed':>6} {'precision':>10} {'recall':>7} {'F1':>5} {'lies':>5}"
    ]
    for name, counts in by_field.items():
        if counts:
            precision, recall, both = figures(counts)
            lines.append(
                f"{name:<22} {counts['right']:>6} {counts['wrong']:>6} {counts['missed']:>6} "
                f"{precision:>10.2f} {recall:>7.2f} {both:>5.2f} {counts['lies']:>5}"
            )
    return lines


def bar(results: list[Agreement]) -> list[str]:
    """Return the figures that decide: what must be right in nearly every document, and F1 of the hardest fields."""
    lines = []
    for name, label in (
        ("dates", "principal date"),
        ("title", "title"),
        ("summary", "summary, whole and no more"),
        ("body", "first and last line of the body"),
    ):
        shares = [result.shares[name] for result in results if name in result.shares]
        share = sum(shares) / max(1, len(shares))
        lines.append(f"{label:<32} {share:>6.1%}  ({sum(shares)} of {len(shares)} documents)")
    for name in ("creators", "participants", "registrations"):
        counts = sum((result.counts.get(name, Counter()) for result in results), Counter[str]())
        lines.append(f"{'F1 of ' + name:<32} {figures(counts)[2]:>6.2f}")
    return lines


def main(folder: Path) -> None:
    """Print the tables, and a line for each document that has a fault."""
    results = [agreement_of(case) for case in cases_in(folder)]
    print("\n".join(table(results)))
    print("\n".join(["", *bar(results), ""]))
    for result in results:
        if result.faults:
            print(f"{result.name}: {'; '.join(result.faults)}")
    print(f"{len(results)} documents, {sum(bool(result.faults) for result in results)} with faults")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1] else CASES)
