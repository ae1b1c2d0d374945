"""The checks of "nothing lost" over a folder of real texts: `make samples DIR=…` prints a row for each file."""

import sys
from collections import Counter
from pathlib import Path

from archivegen.archive.passages import passages_of
from archivegen.pages.body import block_views
from archivegen.problems import Refusal
from archivegen.records.record import Record
from archivegen.seeds.normalise import read_document


def faults_of(record: Record) -> list[str]:
    """Return what is not as it must be: zones that do not tile the file, words of the body that are not on the page."""
    faults = []
    lines = [number for zone in record.zones for number in range(zone.lines.first, zone.lines.last + 1)]
    if lines != list(range(1, len(record.source.text_lines) + 1)):
        faults.append("zones do not tile the file")
    if record.body.lines:
        first, last = record.body.lines
        words = " ".join(record.source.text_lines[first - 1 : last]).split()
        page = "\n".join(view.html.striptags() for view in block_views(passages_of(record.body))).split()
        # A flattened cover ends in the middle of a line: the body is the rest of it.
        is_whole = record.source.layout != "flattened_cover"
        if page != (words if is_whole else words[-len(page) :]):
            faults.append("words of the body are not those of the page")
    return faults


def main(folder: Path) -> int:
    """Print the table; return 1 where a file has a fault."""
    totals: Counter[str] = Counter()
    for file in sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md")):
        name = file.relative_to(folder).as_posix()
        try:
            record = read_document(file.read_bytes(), name)
        except Refusal as refusal:
            totals["refused"] += 1
            print(f"{name:<60} refused: {refusal.problems[0].message}")
            continue
        faults = faults_of(record)
        totals["read"] += 1
        totals["with faults"] += bool(faults)
        totals["dated"] += record.principal_date is not None
        totals[record.source.layout] += 1
        date = record.principal_date.value if record.principal_date else ""
        words = sum(len(block.text.split()) for block in record.body.blocks)
        print(f"{name:<60} {record.source.layout:<14} {words:>7} words {date:<12} {'; '.join(faults)}")
    print(", ".join(f"{count} {what}" for what, count in totals.items()))
    return 1 if totals["with faults"] else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
