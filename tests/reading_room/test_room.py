"""Many files: each is read once, by whom it is safe and quick, and again only if something that it depends on has changed."""

import ast
import gzip
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from tests.conftest import ROOT, build_quietly, request_for, tree
from tests.seeds.formats.office_files import p, word_file
from tests.seeds.formats.pdf_files import set_as_pdf

from archivegen.build import build
from archivegen.problems import Problem, Refusal
from archivegen.publish.manifest import digests_of
from archivegen.reading import read_archive
from archivegen.reading_room import keys, outcome, room
from archivegen.reading_room.outcome import Outcome
from archivegen.reading_room.room import Bounds, ReadingRoom
from archivegen.reading_room.worker import Job
from archivegen.reading_room.workers import Crew
from archivegen.seeds.find import Seed, find_seeds
from archivegen.storage.record_cache import CACHE_FOLDER, RecordCache
from archivegen.watching import Watch

LETTER = "Westhaven, {} March 1961\n\nDear Mr. Okafor,\n\nThe surveyor has been to the harbour {} times.\n\nAnna Lindqvist\n"


# The damaged one of the twelve files of an archive is read by two builds before it is known to be so.
REJECTED = 1


class Counted(Watch):
    """Keeps the figures that it is told."""

    def __init__(self) -> None:
        self.figures: dict[str, int] = {}
        self.done = 0

    def note(self, what: str, count: int) -> None:
        """Keep a figure."""
        self.figures[what] = self.figures.get(what, 0) + count

    def advance(self) -> None:
        """Count."""
        self.done += 1


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of several formats, with all that can stand beside documents."""
    folder = tmp_path / "archive"
    (folder / "seeds/letters").mkdir(parents=True)
    (folder / "archive.yml").write_text("title: Letters of the harbour\n", "utf-8")
    for number in range(1, 9):
        (folder / f"seeds/letters/letter-{number}.txt").write_text(LETTER.format(number, number), "utf-8")
    (folder / "seeds/letters/letter-3.yml").write_text("title: The third letter\n", "utf-8")
    (folder / "seeds/letters/collection.yml").write_text("repository: Westhaven State Archive\n", "utf-8")
    (folder / "seeds/report.docx").write_bytes(word_file(p("The pier is closed.")))
    (folder / "seeds/report.pdf").write_bytes(set_as_pdf(LETTER.format(9, 9)))
    (folder / "seeds/page.html").write_text("<html><body><p>The pier is open.</p></body></html>", "utf-8")
    (folder / "seeds/page-cut.docx").write_bytes(word_file(p("Cut."))[:200])
    return folder


def kept(root: Path) -> list[Path]:
    """Return the entries that are kept of an archive."""
    return list((root / CACHE_FOLDER).rglob("*.record"))


def figures(root: Path, **parts: object) -> dict[str, int]:
    """Read an archive, and return how many files were read, and how many were known."""
    watch = Counted()
    read_archive(request_for(root, keeps_records=True, watch=watch, **parts))
    return watch.figures


def seeds_in(root: Path) -> dict[str, Seed]:
    """Return the files of an archive."""
    return {seed.path: seed for seed in find_seeds(root / "seeds", root).seeds}


def damage_entry(root: Path) -> None:
    """Cut off what is kept of one file."""
    key = keys.key_of(seeds_in(root)["seeds/page.html"])
    (file,) = (each for each in kept(root) if each.stem == key)
    file.write_bytes(file.read_bytes()[:-9])


def grow_letter(root: Path) -> None:
    """Edit one document."""
    file = root / "seeds/letters/letter-5.txt"
    file.write_text(file.read_text("utf-8") + "\nThe pier has no roof.\n", "utf-8")


@pytest.mark.parametrize(
    ("change", "read"),
    [
        (lambda _root: None, 0),
        (grow_letter, 1),
        (lambda root: os.utime(root / "seeds/report.pdf", (1, 1)), 0),
        (lambda root: (root / "seeds/letters/letter-3.yml").write_text("title: Third\n", "utf-8"), 1),
        (lambda root: (root / "seeds/letters/letter-3.yml").unlink(), 1),
        (lambda root: (root / "seeds/report.yml").write_text("title: A report\n", "utf-8"), 2),
        (lambda root: (root / "seeds/letters/letter-1.txt").rename(root / "seeds/letters/first.txt"), 1),
        (lambda root: (root / "seeds/letters/letter-1.txt").unlink(), 0),
        (lambda root: (root / "seeds/letters/collection.yml").write_text("rights: CC BY 4.0\n", "utf-8"), 8),
        (lambda root: (root / "seeds/collection.yml").write_text("rights: CC BY 4.0\n", "utf-8"), 11),
        (lambda root: (root / "seeds/endnotes.html").write_text("<p id='n1'>A note.</p>", "utf-8"), 2),
        (
            lambda root: (root / "seeds/inventory.csv").write_text(
                "file,title\nletters/letter-2.txt,Second\n", "utf-8"
            ),
            1,
        ),
        (lambda root: (root / "archive.yml").write_text("title: Other letters\n", "utf-8"), 0),
        (damage_entry, 1),
    ],
)
def test_only_what_has_changed_is_read_again(root: Path, change: Callable[[Path], object], read: int):
    """And what was rejected once; the archive is what it would be if all had been read."""
    assert figures(root) == {"read": 12, "kept": 0}
    change(root)
    assert figures(root)["read"] - REJECTED == read
    assert figures(root)["read"] <= REJECTED, (
        "beside a rejected file nothing has changed, or it was read twice"
    )
    assert figures(root)["read"] == 0
    request = request_for(root)
    known = read_archive(replace(request, keeps_records=True))
    assert repr(known.archive) == repr(read_archive(request).archive)
    assert known.problems == read_archive(request).problems


def test_what_is_gone_is_kept_nowhere(root: Path):
    """Nobody looks for the words of a document that was taken away in a hidden folder."""
    figures(root)
    before = len(kept(root))
    (root / "seeds/letters/letter-1.txt").unlink()
    figures(root)
    assert len(kept(root)) == before - 1


def test_another_version_of_the_program_reads_anew(root: Path, monkeypatch: pytest.MonkeyPatch):
    """What it would read otherwise is not taken from what an older one read."""
    figures(root)
    monkeypatch.setattr(keys, "_program", lambda: "of tomorrow")
    assert figures(root)["read"] == 12


def test_the_version_of_the_program_is_that_of_all_it_reads_with():
    """A change of any module that reading leads to changes the key."""
    package = ROOT / "src/archivegen"
    known = {file for name in keys.READING_CODE for file in [package / name, *(package / name).rglob("*.py")]}
    seen, left = set(), [package / "seed_reading.py", package / "reading_room/outcome.py"]
    while left:
        module = left.pop()
        if module in seen:
            continue
        seen.add(module)
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("archivegen."):
                place = package.joinpath(*node.module.split(".")[1:])
                left.append(
                    place.with_suffix(".py") if place.with_suffix(".py").is_file() else place / "__init__.py"
                )
    assert len(seen) > 150
    assert seen <= known


def test_the_version_of_the_program_is_that_of_all_libraries_it_reads_with():
    """Also of those that they ask."""
    package = ROOT / "src/archivegen"
    modules = {
        file for name in keys.READING_CODE for file in [package / name, *(package / name).rglob("*.py")]
    }
    trees = [ast.parse(module.read_text("utf-8")) for module in modules if module.suffix == ".py"]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    imported = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    imported |= {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    known = packages_distributions()
    libraries = {name.lower() for each in imported for name in known.get(each.partition(".")[0], ())}
    libraries = {name.replace("_", "-") for name in libraries} - {"archivegen"}
    assert len(libraries) > 5
    assert libraries | {"language-data"} == set(keys.LIBRARIES)
    assert {"pyparsing", "python-dateutil", "marisa-trie", *keys.LIBRARIES} <= set(keys.all_libraries())


def opened(content: bytes) -> bytes:
    """Return what is in a file of a site, also where it is packed as the index of the search is."""
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def test_the_cache_is_read_by_nobody_else(root: Path):
    """No record of a closed document leaves the archivist's machine with the site."""
    (root / "seeds/letters/letter-5.yml").write_text("access: restricted\n", "utf-8")
    site = build_quietly(root, keeps_records=True)
    entries = {file.name: file.read_bytes() for file in kept(root)}
    assert len(entries) == 12
    files = tree(site)
    assert sum(b"has been to the harbour 4 times" in opened(content) for content in files.values()) > 1
    for name, content in files.items():
        assert ".cache" not in name
        assert name.rpartition("/")[2] not in entries
        assert not any(entry in content for entry in entries.values())
        assert b"has been to the harbour 5 times" not in opened(content)


@pytest.mark.parametrize(
    ("sizes", "processes"),
    [
        ({}, 0),
        ({"letter.txt": 2_000}, 0),
        ({f"letter-{number}.txt": 2_000 for number in range(60)}, 0),
        ({f"letter-{number}.txt": 2_000 for number in range(61)}, 2),
        ({f"letter-{number}.txt": 100 for number in range(500)}, 4),
        ({"diary.txt": 900_000}, 2),
        ({"letter.txt": 2_000, "report.docx": 20_000, "page.html": 20_000}, 1),
        ({"book.xml": 1_400_000}, 3),
    ],
)
def test_processes_are_as_many_as_are_worth_their_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sizes: dict[str, int], processes: int
):
    """A small archive of texts starts none; what may break its reader is never read without."""
    started = []

    def results(crew: Crew, jobs: list[Job]) -> Iterator[tuple[int, bytes]]:
        started.append(crew.size)
        return ((place, b"") for place in range(len(jobs)))

    monkeypatch.setattr(Crew, "results", results)
    monkeypatch.setattr(room, "read_and_packed", lambda _seed: b"")
    for name, size in sizes.items():
        (tmp_path / name).write_bytes(b" " * size)
    ReadingRoom(jobs=4).read({name: Seed(name, tmp_path / name, None) for name in sizes})
    assert started == ([processes] if processes else [])


@pytest.mark.parametrize("jobs", [2, 3])
def test_any_number_of_processes_reads_the_same(root: Path, jobs: int, monkeypatch: pytest.MonkeyPatch):
    """In the same order."""
    monkeypatch.setattr(room, "_FILES_FOR_PROCESS", 1)
    watch = Counted()
    seeds = seeds_in(root)
    together = ReadingRoom(jobs=jobs, watch=watch).read(seeds)
    alone = ReadingRoom().read(seeds)
    assert repr(together) == repr(alone)
    assert list(together) == list(seeds)
    assert watch.done == 12


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_kept_record_is_the_same_bytes_whoever_read_it(root: Path, jobs: int):
    """The cache can be compared like the site."""
    for _ in range(2):
        figures(root, jobs=jobs)
    first = digests_of(root / CACHE_FOLDER)
    (root / "seeds/report.pdf").rename(root / "seeds/other.pdf")
    figures(root, jobs=3)
    (root / "seeds/other.pdf").rename(root / "seeds/report.pdf")
    figures(root, jobs=3)
    assert digests_of(root / CACHE_FOLDER) == first


def reading_under(bounds: Bounds, root: Path) -> dict[str, Outcome]:
    """Read the files of an archive with two processes, bounded otherwise than usual."""
    return ReadingRoom(jobs=2, bounds=bounds).read(seeds_in(root))


def test_a_file_that_takes_too_long_costs_itself(root: Path):
    """Thousands of pages are, for bounds this small, what a damaged file is for the usual ones."""
    (root / "seeds/long.pdf").write_bytes(set_as_pdf("\n\n".join([LETTER.format(1, "many")] * 3000)))
    seeds = {
        path: seed for path, seed in seeds_in(root).items() if path.endswith(("long.pdf", "letter-1.txt"))
    }
    found = ReadingRoom(jobs=2, bounds=Bounds(seconds=2.5, seconds_for_megabyte=0)).read(seeds)
    (problem,) = found["seeds/long.pdf"].problems
    assert (problem.code, problem.level) == ("reader-too-slow", "error")
    assert problem.message == "reading this file was given up after 2 seconds"
    assert found["seeds/long.pdf"].not_read == ("seeds/long.pdf",)
    assert len(found["seeds/letters/letter-1.txt"].records) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows holds no process to its memory")
def test_a_file_that_takes_too_much_memory_costs_itself(root: Path):
    """Whether its reader can still say so or not."""
    (root / "seeds/broad.html").write_text("<p>" + "<b>word</b> " * 1_500_000, "utf-8")
    found = reading_under(Bounds(memory=250_000_000), root)
    (problem,) = found["seeds/broad.html"].problems
    assert problem.code in ("reader-too-large", "reader-died")
    assert sum(bool(each.records) for each in found.values()) == 11


def forms_within_forms(levels: int, times: int) -> bytes:
    """Return a PDF of one page whose drawing is drawn so many times by another, and that by another."""
    forms = {4 + level: b"/F Do " * times for level in range(levels)}
    forms[4 + levels] = b"BT /A 12 Tf 50 700 Td (A letter) Tj ET"
    pages = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"
    )
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: pages}
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    for number, drawing in forms.items():
        resources = b"/Resources<</XObject<</F %d 0 R>>/Font<</A %s>>>>" % (number + 1, font)
        head = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]%s/Length %d" % (resources, len(drawing))
        objects[number] = b"<<%s>>stream\n%s\nendstream" % (head, drawing)
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in objects.items())
    return b"%%PDF-1.4\n%strailer<</Root 1 0 R>>" % body


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no process to its memory")
def test_a_small_file_that_grows_without_end_costs_itself(root: Path):
    """Two kilobytes of PDF that draw one line a hundred million times break the library that reads them."""
    (root / "seeds/few.pdf").write_bytes(forms_within_forms(2, 3))
    (root / "seeds/endless.pdf").write_bytes(forms_within_forms(5, 40))
    found = reading_under(Bounds(memory=300_000_000), root)
    assert len(found["seeds/few.pdf"].records) == 1
    (problem,) = found["seeds/endless.pdf"].problems
    assert problem.code in ("reader-died", "reader-too-large")
    assert sum(bool(each.records) for each in found.values()) == 12


def test_a_rule_that_fails_over_a_file_costs_that_file(root: Path, monkeypatch: pytest.MonkeyPatch):
    """An error of the program is named with its place, and nobody sees a traceback."""
    read = outcome.read_seed

    def fail(seed: Seed) -> object:
        return {}["nothing"] if seed.path.endswith("letter-2.txt") else read(seed)

    monkeypatch.setattr(outcome, "read_seed", fail)
    found = ReadingRoom().read(seeds_in(root))
    (problem,) = found["seeds/letters/letter-2.txt"].problems
    assert problem.code == "reader-failed"
    assert problem.message.startswith("the program failed over this file (KeyError at test_room.py:")
    assert sum(bool(each.records) for each in found.values()) == 10
    assert [figures(root)["read"] for _ in range(2)] == [12, 1 + REJECTED], "it is tried again"


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), MemoryError()])
def test_a_file_that_the_system_refuses_costs_that_file(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    """Or one that is gone by now."""

    def refuse(_seed: Seed) -> object:
        raise error

    monkeypatch.setattr(outcome, "read_seed", refuse)
    found = ReadingRoom().read({"seeds/report.pdf": seeds_in(root)["seeds/report.pdf"]})
    (problem,) = found["seeds/report.pdf"].problems
    assert problem.code in ("not-readable", "reader-too-large")


def test_a_file_that_changes_while_it_is_read_is_not_kept(root: Path, monkeypatch: pytest.MonkeyPatch):
    """Or its new words would stand under its old digest."""
    read = room.read_and_packed

    def change(seed: Seed) -> bytes:
        seed.file.write_bytes(seed.file.read_bytes() + b"\nAnd more.\n")
        return read(seed)

    monkeypatch.setattr(room, "read_and_packed", change)
    figures(root)
    assert kept(root) == []


@pytest.mark.parametrize("answer", [b"not json", b"[1,[0],[0]]", b'["a","b","c"]', b"[" * 10_000, b""])
def test_an_answer_that_is_none_costs_its_file(root: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes):
    """Whatever a document has made of its reader, the build goes on."""
    read = room.read_and_packed
    monkeypatch.setattr(
        room, "read_and_packed", lambda seed: answer if seed.path.endswith(".pdf") else read(seed)
    )
    found = ReadingRoom(cache=RecordCache(root)).read(seeds_in(root))
    (problem,) = found["seeds/report.pdf"].problems
    assert problem.code == "reader-died"
    assert len(kept(root)) == 12 - 1


def test_what_was_rejected_once_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch):
    """Whatever was said of it: memory may have been short, and a library may have called that a fault of the file."""
    read = outcome.read_seed

    def refuse(seed: Seed) -> object:
        if seed.path.endswith("report.docx"):
            raise Refusal(Problem(path=seed.path, code="damaged-file", message="this file is damaged"))
        return read(seed)

    monkeypatch.setattr(outcome, "read_seed", refuse)
    assert figures(root) == {"read": 12, "kept": 0}
    monkeypatch.undo()
    assert figures(root)["read"] == 1 + REJECTED
    assert figures(root)["read"] == 0


def test_a_damaged_file_is_known_until_it_changes(root: Path):
    """What two builds found damaged in the same way is named by the third without being read, and read if it was mended."""
    for read in (12, REJECTED, 0):
        watch = Counted()
        known = read_archive(request_for(root, keeps_records=True, watch=watch))
        assert watch.figures["read"] == read
        assert [problem.code for problem in known.problems if problem.path.endswith("page-cut.docx")]
        assert known.rejected == REJECTED
    (root / "seeds/page-cut.docx").write_bytes(word_file(p("The quay is whole.")))
    assert figures(root)["read"] == 1
    assert read_archive(request_for(root, keeps_records=True)).rejected == 0


def test_a_file_in_the_cache_that_is_none_of_ours_is_read_over(root: Path):
    """Whoever made it, and whatever it says."""
    cache = RecordCache(root)
    for seed in seeds_in(root).values():
        cache.put(keys.key_of(seed), json.dumps([2, "not a record"]).encode())
    assert figures(root) == {"read": 12, "kept": 0}
    assert figures(root)["read"] == REJECTED
    assert figures(root)["read"] == 0


def test_a_damaged_file_is_named_and_the_rest_is_built(root: Path):
    """From the folder to the site, with processes and with what they have kept."""
    for _ in range(2):
        reading = build(request_for(root, jobs=2, keeps_records=True, with_search=False)).reading
        errors = [problem for problem in reading.problems if problem.level == "error"]
        assert [problem.path for problem in errors] == ["seeds/page-cut.docx"]
        assert isinstance(errors[0], Problem)
        assert (reading.rejected, len(reading.archive.documents)) == (1, 11)
