"""Five hundred published documents, renamed, moved, corrected, reformatted and mixed with others: each keeps its address."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from archivegen.archive.publication import review_of
from archivegen.publishing import as_recorded, record_texts
from archivegen.reading import read_archive, survey
from tests.conftest import request_for

SYLLABLES = "ba de ki lo mu na pe ri so tu va ze fo ga hi ju".split()
FIRST, LAST = (
    ("Anna", "Peter", "Zoe", "Karl", "Ida"),
    ("Lindqvist", "Okafor", "Marsh", "Brandauer", "Wolanski"),
)
KINDS = ("Letter", "Journal", "Report", "Minutes", "Telegram")


@dataclass
class Paper:
    """A document in the test's hands: where it is, and what it says of itself."""

    path: str
    title: str
    date: str
    creators: list[str]
    paragraphs: list[str]
    number: str = ""
    old_paths: list[str] = field(default_factory=list)

    def write(self, root: Path) -> None:
        """Write the document where it is: its values in front of its text, or beside it."""
        values = f"title: {self.title}\ndate: {self.date}\ncreators: [{', '.join(self.creators)}]\n"
        if self.number:
            values += f'identifiers: [{{value: "{self.number}", kind: record_number}}]\n'
        text = "\n\n".join(self.paragraphs) + "\n"
        file = root / self.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if self.path.endswith(".md"):
            file.write_text(f"---\n{values}---\n{text}", "utf-8")
            return
        file.write_text(text, "utf-8")
        file.with_suffix(".yml").write_text(values, "utf-8")


def words(chance: random.Random, count: int) -> str:
    made = ["".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3)))) for _ in range(count)]
    return " ".join(made).capitalize() + "."


def paper(chance: random.Random, number: int, folder: str = "seeds") -> Paper:
    """Return a new document; of one author there are many with one title, and some of one day."""
    return Paper(
        path=f"{folder}/{number:03}.txt",
        title=f"{chance.choice(KINDS)} of {chance.choice(LAST)}",
        date=f"195{chance.randrange(4)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}",
        creators=[f"{chance.choice(FIRST)} {chance.choice(LAST)}"],
        paragraphs=[words(chance, chance.randrange(14, 40)) for _ in range(chance.randrange(3, 7))],
        number=str(70000 + number) if number % 7 == 0 else "",
    )


def rename(one: Paper, chance: random.Random) -> None:
    relocate(
        one, f"{one.path.rpartition('/')[0]}/renamed-{chance.randrange(10**9)}.{one.path.rpartition('.')[2]}"
    )


def move(one: Paper, chance: random.Random) -> None:
    relocate(one, f"seeds/box-{chance.randrange(9)}/{chance.randrange(10**9)}-{one.path.rpartition('/')[2]}")


def relocate(one: Paper, path: str) -> None:
    one.old_paths.append(one.path)
    one.path = path


def retitle(one: Paper, chance: random.Random) -> None:
    one.title = f"{one.title}, {words(chance, 2).rstrip('.')}"


def redate(one: Paper, chance: random.Random) -> None:
    one.date = f"{one.date[:8]}2{chance.randrange(9)}"


def correct_text(one: Paper, chance: random.Random) -> None:
    place = chance.randrange(len(one.paragraphs))
    changed = one.paragraphs[place].split()
    changed[chance.randrange(1, len(changed))] = words(chance, 1).rstrip(".").lower()
    one.paragraphs[place] = " ".join(changed)


def add_paragraph(one: Paper, chance: random.Random) -> None:
    one.paragraphs.insert(chance.randrange(len(one.paragraphs)), words(chance, 16))


def correct_people(one: Paper, chance: random.Random) -> None:
    one.creators = [f"{chance.choice(FIRST)} {words(chance, 1).rstrip('.')}"]


def reformat(one: Paper, _chance: random.Random) -> None:
    stem, _, ending = one.path.rpartition(".")
    relocate(one, f"{stem}.{'txt' if ending == 'md' else 'md'}")


def reorder(one: Paper, chance: random.Random) -> None:
    chance.shuffle(one.paragraphs)


CHANGES: tuple[Callable[[Paper, random.Random], None], ...] = (
    rename, move, retitle, redate, correct_text, add_paragraph, correct_people, reformat, reorder,
)  # fmt: skip


def swap(papers: list[Paper], chance: random.Random) -> None:
    """Let two documents change places."""
    one, other = chance.sample(papers, 2)
    first, second = one.path, other.path
    if first.rpartition(".")[2] == second.rpartition(".")[2]:
        relocate(one, second)
        relocate(other, first)


def publish(root: Path, day: str) -> None:
    """Record everything, as `publish` does, without a site."""
    request = request_for(root)
    before = read_archive(request)
    after = as_recorded(before, review_of(before.archive, before.ledger), day)
    for name, text in record_texts(before, after, "permalinks.yml").items():
        (root / name).write_text(text, "utf-8")


def ids_of(root: Path, papers: list[Paper]) -> list[str | None]:
    """Return the id that each document would have now."""
    addresses = survey(request_for(root)).addresses
    assert [problem.as_line() for problem in addresses.problems] == []
    return [addresses.id_by_path.get(one.path) for one in papers]


def write_all(root: Path, papers: list[Paper]) -> None:
    """Write what has changed; what leaves a place goes before what comes there."""
    for one in papers:
        for old in one.old_paths:
            for file in (root / old, (root / old).with_suffix(".yml")):
                file.unlink(missing_ok=True)
        one.old_paths = []
    for one in papers:
        one.write(root)


def test_500_of_500_keep_their_address(tmp_path: Path):
    """Four rounds of changes, up to four to a document at once, with newcomers that resemble them, and recording only
    now and then; in the end in another place, without a cache.
    """
    chance = random.Random(4)  # noqa: S311 -- it walks the same way each time
    root = tmp_path / "archive"
    root.mkdir()
    (root / "archive.yml").write_text("title: Five hundred\n", "utf-8")
    # What the rules would read of made-up words is not asked here, and takes most of the time.
    (root / "seeds").mkdir()
    (root / "seeds" / "collection.yml").write_text("recognise: off\n", "utf-8")
    papers = [paper(chance, number) for number in range(500)]
    write_all(root, papers)
    publish(root, "2026-01-01")
    first = ids_of(root, papers)
    assert len(set(first)) == 500
    newcomers: list[Paper] = []
    for turn in range(4):
        for one in chance.sample(papers, 250):
            for change in chance.sample(CHANGES, chance.choice((1, 2, 3, 4))):
                change(one, chance)
        for _ in range(20):
            swap(papers, chance)
        newcomers.extend(paper(chance, 500 + 20 * turn + number, f"seeds/new-{turn}") for number in range(20))
        write_all(root, [*papers, *newcomers])
        assert sum(now == then for now, then in zip(ids_of(root, papers), first, strict=True)) == 500
        if turn % 2:
            publish(root, f"2026-02-0{turn + 1}")
        else:
            gone = newcomers.pop()
            (root / gone.path).unlink()
            (root / gone.path).with_suffix(".yml").unlink()
    elsewhere = tmp_path / "other machine" / "copy"
    shutil.copytree(root, elsewhere)
    assert ids_of(elsewhere, papers) == first
