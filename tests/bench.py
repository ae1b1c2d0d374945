"""What reading costs, and how long one waits for the preview: `make bench` prints the figures; nothing passes or fails by them."""

import os
import statistics
import time

from archivegen.problems import Refusal
from archivegen.reading_room.bounds import collect_rarely
from archivegen.records.fields import FIELD_BY_KEY
from archivegen.seeds.normalise import read_document
from archivegen.storage.ledger import EntityEntry, Ledger, LedgerEntry, ledger_text
from archivegen.storage.ledger_reading import read_ledger
from archivegen.storage.published import PublishedPassage, PublishedRecord, PublishedVersion, published_text
from archivegen.storage.published_reading import read_published
from tests.bench_preview import figures
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


def companion_seconds(count: int) -> tuple[float, float, float]:
    """Return the size of a companion in MB, with lines of 5 KB, and the median times of one core that reading it takes, in
    seconds: with all of its parts, and with the large ones left for later.
    """
    value = {
        "value": "Letter from Anna Lindqvist to the harbour board",
        "status": "derived",
        "lines": [[1, 3]],
    }
    records = [
        PublishedRecord(
            f"1957-05-22-journal-soviet-ambassador-dprk-{n}",
            "Journal",
            "“Journal,” 22 May 1957.",
            source_sha256=f"{n:064x}",
            versions=(PublishedVersion("2026-01-02", "0" * 12),),
            values={field: (value, value) for field in FIELD_BY_KEY if field < "i"},
            passages=tuple(PublishedPassage(f"p-{p:06x}", str(p), f"{n:04x}" * 12) for p in range(20)),
            named=(f"people/person-{n % 1000}/",),
        )
        for n in range(count)
    ]
    text = published_text(records)
    times: dict[bool, list[float]] = {True: [], False: []}
    for is_all_needed in (True, False) * 3:
        start = time.process_time()
        read = read_published(text, is_all_needed=is_all_needed)
        times[is_all_needed].append(time.process_time() - start)
        del read
    return len(text) / 1_000_000, *(statistics.median(times[each]) for each in (True, False))


def main() -> None:
    """Print the cost of documents of 6 KB, how the cost grows with the length, and that of a large ledger."""
    collect_rarely()  # as the processes do that read documents
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
    size, whole, later = companion_seconds(10_000)
    print(f"its companion, {size:.0f} MB: {later:.3f} s, and with all its parts {whole:.3f} s (median of 3)")
    for count in (2, 1000):
        print(f"from saving one document of {count} to its page in the preview: {figures(count)}")
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"processors: {os.cpu_count()}{load}")


if __name__ == "__main__":
    main()
