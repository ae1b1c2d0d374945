"""What reading costs: `make bench` prints the figures; nothing passes or fails by them."""

import statistics
import time

from archivegen.seeds.normalise import read_document

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


def main() -> None:
    """Print the cost of a document of 6 KB, and how the cost grows with the length."""
    document = HEAD + "\n\n".join([PARAGRAPH * 4] * 7)
    seconds(document, 5)
    print(
        f"a document of {len(document) / 1000:.1f} KB: {1000 * seconds(document, 60):.2f} ms (median of 60)"
    )
    for name, unit in (
        ("paragraphs", PARAGRAPH + "\n\n"),
        ("one line", PARAGRAPH),
        ("brackets", "Heo Il-dong [Ho Il Tong] "),
    ):
        for size in (50_000, 100_000, 200_000, 400_000):
            text = unit * (size // len(unit))
            print(f"{name:<11} {len(text) / 1000:>6.0f} KB: {seconds(text, 3):.3f} s")


if __name__ == "__main__":
    main()
