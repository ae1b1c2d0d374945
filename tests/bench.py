"""What reading costs: `make bench` prints the figures; nothing passes or fails by them."""

import statistics
import time

from archivegen.problems import Refusal
from archivegen.seeds.normalise import read_document
from archivegen.storage.ledger import EntityEntry, Ledger, LedgerEntry, ledger_text
from archivegen.storage.ledger_reading import read_ledger
from tests.truth import CASES, cases_in

PARAGRAPH = (
    "We met Comrade Heo Il-dong [Ho Il Tong] in the town and spoke with Minister Anna Lindqvist about the pier [of "
    "Westhaven] for the whole of 3 May 1961, as we had reached Northport by then and wanted to be heard. "
)
HEAD = "EMBASSY OF SYLVANIA SECRET\nNº 12\n3 May 1961\n\n"


def seconds(text: str, runs: int) -> float:
    """Return the median time of one core that reading a text takes, in seconds; each time with other names, so that nothing is remembered."""
    times = []
    for run in range(runs):
        letters = "".join("aeiou"[run // 5**place % 5] for place in range(3))
        content = (
            text.replace("Lindqvist", f"Lindq{letters}st").replace("Il-dong", f"Il-d{letters[0]}ng").encode()
        )
        start = time.process_time()
        read_document(content, "bench.txt")
        times.append(time.process_time() - start)
    return statistics.median(times)


def documents_of(size: int) -> list[bytes]:
    """Return documents of a size in bytes, each once: our cases, grown by paragraphs of the others in their middle."""
    cases = [path.read_text("utf-8") for path in cases_in(CASES) if path.suffix == ".txt"]
    paragraphs = [line for text in cases for line in text.split("\n") if 200 < len(line) < 900]
    documents, taken = [], 0
    for text in cases:
        lines = text.split("\n")
        middle = next((place for place, line in enumerate(lines) if len(line) > 200), None)
        while middle is not None and len("\n".join(lines).encode()) < size and taken < len(paragraphs):
            lines[middle + 1 : middle + 1] = ["", paragraphs[taken]]
            taken += 1
        if middle is not None and taken < len(paragraphs):
            documents.append("\n".join(lines).encode())
    return documents


def milliseconds(documents: list[bytes]) -> list[float]:
    """Return the time of one core that reading each document takes, once; refused ones are left out."""
    times = []
    for content in documents:
        start = time.process_time()
        try:
            read_document(content, "bench.txt")
        except Refusal:
            continue
        times.append(1000 * (time.process_time() - start))
    return times


def ledger_seconds(count: int) -> float:
    """Return the median time of one core that reading a ledger takes, in seconds; every tenth address is a person's."""
    documents = tuple(
        LedgerEntry(name, f"documents/{name}/", f"seeds/box-7/{name}.txt", f"{n:064x}", "2026-01-02")
        for n in range(count)
        for name in [f"1957-05-22-journal-soviet-ambassador-dprk-{n}"]
    )
    people = tuple(
        EntityEntry(f"people/person-{n}/", f"Person {n}", "2026-01-02") for n in range(count // 10)
    )
    text = ledger_text(Ledger(documents, people))
    times = []
    for _ in range(5):
        start = time.process_time()
        read_ledger(text)
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    """Print the cost of documents of 6 KB, how the cost grows with the length, and that of a large ledger."""
    seconds(HEAD + PARAGRAPH, 20)
    grown = documents_of(6000)
    print(
        f"{len(grown)} different documents of 6 KB: {statistics.median(milliseconds(grown)):.2f} ms (median)"
    )
    document = HEAD + "\n\n".join([PARAGRAPH * 4] * 7)
    print(
        f"a document of {len(document) / 1000:.1f} KB with {document.count('[')} brackets: "
        f"{1000 * seconds(document, 60):.2f} ms (median of 60)"
    )
    for name, unit in (
        ("paragraphs", PARAGRAPH + "\n\n"),
        ("one line", PARAGRAPH),
        ("brackets", "Heo Il-dong [Ho Il Tong] "),
        ("no spaces", "文件報告"),
        ("short lines", "Report\nof a pier\n"),
        ("ends of stamps", "]\n"),
        ("marks", "SECRET\n"),
        ("rows of names", "Karl Weiss, clerk\n"),
    ):
        for size in (50_000, 100_000, 200_000, 400_000):
            text = unit * (size // len(unit))
            print(f"{name:<14} {len(text) / 1000:>6.0f} KB: {seconds(text, 3):.3f} s")
    print(f"a ledger of 10,000 documents and 1,000 people: {ledger_seconds(10_000):.3f} s (median of 5)")


if __name__ == "__main__":
    main()
