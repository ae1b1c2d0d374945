"""The rules against the records an archivist would write: `make truth` prints precision, recall and lies per field.

A value is right when it has every part that the hand-written record gives of it. A lie is a wrong value that claims
to be certain.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from archivegen.records.fields import FIELDS
from archivegen.seeds.normalise import read_document

CASES = Path(__file__).parent / "cases" / "documents"


def score() -> dict[str, Counter[str]]:
    """Return for each field how many values are right, wrong, missed, and wrong although certain."""
    scores: dict[str, Counter[str]] = {field.name: Counter() for field in FIELDS}
    for case in sorted(CASES.glob("*.txt")):
        wanted = yaml.safe_load(case.with_suffix(".expect.yml").read_text("utf-8"))["fields"]
        record = read_document(case.read_bytes(), case.name)
        for name, counts in scores.items():
            _compare(
                counts, [value.as_json() for value in record.fields.get(name, ())], list(wanted.get(name, ()))
            )
    return scores


def _compare(counts: Counter[str], found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    for value in found:
        match = next((want for want in wanted if all(value.get(part) == want[part] for part in want)), None)
        if match is not None:
            wanted.remove(match)
            counts["right"] += 1
        else:
            counts["wrong"] += 1
            counts["lies"] += value["certainty"] == "certain"
    counts["missed"] += len(wanted)


def main() -> None:
    """Print the table."""
    total: Counter[str] = Counter()
    print(
        f"{'field':<22} {'right':>6} {'wrong':>6} {'missed':>6} {'precision':>10} {'recall':>7} {'lies':>5}"
    )
    for name, counts in [*score().items(), ("all fields", total)]:
        total.update(counts if name != "all fields" else {})
        if counts["right"] + counts["wrong"] + counts["missed"]:
            precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
            recall = counts["right"] / max(1, counts["right"] + counts["missed"])
            print(
                f"{name:<22} {counts['right']:>6} {counts['wrong']:>6} {counts['missed']:>6} "
                f"{precision:>10.2f} {recall:>7.2f} {counts['lies']:>5}"
            )
    print(f"{len(list(CASES.glob('*.txt')))} documents")


if __name__ == "__main__":
    main()
