"""The search index: made whole or not at all, and nothing of it made twice."""

import gzip
import json
import shutil
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pagefind_bin
import pytest
from tests.conftest import build_quietly, copy_sample, request_for, tree
from tests.indexers import FAKE

from archivegen.build import Outcome, build, site_parts
from archivegen.pages import search_shards
from archivegen.problems import Refusal
from archivegen.publish import indexer
from archivegen.publish.search import IndexedShard
from archivegen.publish.site import written_and_verified
from archivegen.publish.write import write_bytes
from archivegen.reading import read_archive
from archivegen.reports import summary
from archivegen.watching import Watch

PROGRAM = "pagefind.js"


def archive(root: Path, letters: int = 12) -> Path:
    """Letters of one language, each of another year, and two in languages that are not stemmed."""
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Letters\nlanguage: en\n", "utf-8")
    for number in range(letters):
        write(root, f"letter-{number}", 1900 + number, f"The harbour had {number} boats in it that year.")
    write(root, "list", 1950, "소련대사관에서 전쟁에 대하여", "ko")
    write(root, "note", 1951, "Посольство не відповіло.", "uk")
    return root


def write(root: Path, name: str, year: int, words: str, language: str = "en") -> None:
    (root / f"seeds/{name}.txt").write_text(f"Letter {name}\n\n{words}\n", "utf-8")
    (root / f"seeds/{name}.yml").write_text(f"language: {language}\ndate: {year}-05-03\n", "utf-8")


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_shards, "MOST_TEXTS", 3)


def outcome_of(root: Path) -> Outcome:
    return build(request_for(root))


def made(shards: Iterable[IndexedShard]) -> list[str]:
    return [shard.name for shard in shards if not shard.is_taken_over]


def made_now(outcome: Outcome) -> list[str]:
    return made(outcome.shards)


def index_of(site: Path) -> dict[str, bytes]:
    return {name: content for name, content in tree(site).items() if name.startswith("pagefind/")}


def fragments(folder: Path) -> dict[str, str]:
    """Return the hash of each document in a folder of the index by its address."""
    return {
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))["url"]: file.stem
        for file in folder.rglob("*.pf_fragment")
    }


@pytest.mark.usefixtures("_small")
def test_each_shard_says_what_it_has(tmp_path: Path):
    """The name of a shard begins the name of each of its results, and the hash tells which document that is."""
    outcome = outcome_of(archive(tmp_path))
    assert sum(shard.documents for shard in outcome.shards) == 14
    assert {shard.language for shard in outcome.shards} == {"en", "ko", "uk"}
    assert {shard.language for shard in outcome.shards if shard.stemmed} == {"en"}
    for shard in outcome.shards:
        found = fragments(outcome.output / "pagefind" / shard.name)
        assert {
            f"/{address}": f"{shard.name}_{name}" for address, name in shard.hash_by_address.items()
        } == found
    english = [shard.name for shard in outcome.shards if shard.language == "en"]
    assert len(english) > 3
    assert all(name.startswith("en-x-") for name in english)


@pytest.mark.usefixtures("_small")
def test_programs_are_published_where_they_are_needed(tmp_path: Path):
    """With the first shard of a language that is stemmed, and the first of all that are not; nothing else is a program."""
    site = outcome_of(archive(tmp_path)).output
    having = {file.parent.name for file in (site / "pagefind").rglob("*.js")}
    first = min(folder.name for folder in (site / "pagefind").glob("en*"))
    assert having == {first, "ko"}
    for shard, stemmed in ((first, first), ("ko", "unknown")):
        names = sorted(
            file.name for file in (site / "pagefind" / shard).glob("*") if file.suffix in (".js", ".pagefind")
        )
        assert names == [PROGRAM, f"wasm.{stemmed}.pagefind"]
    rest = {
        file.name
        for folder in (site / "pagefind").iterdir()
        if folder.name not in having
        for file in folder.iterdir()
    }
    assert {name for name in rest if not name.endswith(".pf_meta")} == {
        "fragment",
        "index",
        "pagefind-entry.json",
        "shard.json",
    }


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize("change", ["edited", "added", "removed"])
def test_only_the_shard_of_what_has_changed_is_made(tmp_path: Path, change: str):
    """The others are taken over, and the site is the same as if it had been built from nothing."""
    root = archive(tmp_path / "one")
    before = outcome_of(root)
    assert made_now(before) == [shard.name for shard in before.shards]
    # The first year shares its shard with nothing that the change could move.
    if change == "edited":
        write(root, "letter-5", 1905, "The harbour is empty.")
    elif change == "added":
        write(root, "other", 1980, "The harbour was sold.")
    else:
        for file in root.glob("seeds/letter-11.*"):
            file.unlink()
    after = outcome_of(root)
    assert 1 <= len(made_now(after)) <= 2
    assert len(after.shards) - len(made_now(after)) >= 4
    shutil.copytree(root, tmp_path / "two", ignore=shutil.ignore_patterns("build", ".cache"))
    assert index_of(build_quietly(tmp_path / "two")) == index_of(after.output)
    assert made_now(outcome_of(root)) == []


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def flip(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:9] + bytes([content[9] ^ 1]) + content[10:])


DAMAGES: list[Callable[[Path], None]] = [cut, flip, Path.unlink]


@pytest.mark.parametrize("damage", DAMAGES, ids=["cut off", "one bit", "missing"])
@pytest.mark.parametrize(
    "pattern",
    ["fragment/*", "index/*", "*.pf_meta", "pagefind-entry.json", "shard.json", "pagefind.js", "wasm.*"],
)
def test_what_is_damaged_is_not_taken_over(tmp_path: Path, damage: Callable[[Path], None], pattern: str):
    """Whichever file it is: that shard is made anew, and is as it was."""
    root = archive(tmp_path, letters=3)
    site = outcome_of(root).output
    whole = index_of(site)
    damage(min((site / "pagefind/en").glob(pattern)))
    outcome = outcome_of(root)
    assert made_now(outcome) == ["en"]
    assert index_of(outcome.output) == whole


def test_a_file_too_many_is_not_taken_over(tmp_path: Path):
    """What is published is what was made, and nothing beside it."""
    request = request_for(archive(tmp_path / "archive", letters=3))
    before = tmp_path / "before"
    shutil.copytree(build(request).output, before)
    parts = site_parts(request, read_archive(request))
    assert made(written_and_verified(tmp_path / "one", parts, before, Watch()).shards) == []
    write_bytes(before / "pagefind/en/index/en_0000000.pf_index", gzip.compress(b"pagefind_dcd"))
    assert made(written_and_verified(tmp_path / "two", parts, before, Watch()).shards) == ["en"]


def test_a_shard_that_now_comes_first_has_the_programs(tmp_path: Path):
    """They went with the shard that had them: without them nothing could be searched."""
    root = archive(tmp_path, letters=1)
    assert not (outcome_of(root).output / "pagefind/uk/pagefind.js").exists()
    for file in root.glob("seeds/list.*"):
        file.unlink()
    outcome = outcome_of(root)
    assert made_now(outcome) == ["uk"]
    assert (outcome.output / "pagefind/uk/pagefind.js").exists()
    write(root, "list", 1950, "소련대사관에서", "ko")
    outcome = outcome_of(root)
    assert made_now(outcome) == ["ko"]
    assert not (outcome.output / "pagefind/uk/pagefind.js").exists()


@pytest.mark.usefixtures("_small")
def test_the_build_says_what_the_index_is_made_of(tmp_path: Path):
    """How many parts, how large, how many of them were made, and what a part may cost."""
    root = archive(tmp_path)
    outcome = outcome_of(root)
    line = next(line for line in summary(outcome).splitlines() if "search index" in line)
    assert f"The search index has {len(outcome.shards)} parts, the largest of 3 documents, " in line
    assert f"made now: {len(outcome.shards)}, unchanged: 0." in line
    assert line.endswith(
        "A part has 8,000 documents or 24,000,000 letters at most, and takes about 1.5 GB of memory to make."
    )
    again = outcome_of(root)
    assert f"made now: 0, unchanged: {len(outcome.shards)}." in summary(again)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a program in the place of the indexer that does as it does, but for one thing."""

    def put(fault: str) -> None:
        program = tmp_path / f"indexer-{fault}"
        program.write_text(
            FAKE.format(python=sys.executable, real=pagefind_bin.get_executable(), fault=fault), "utf-8"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(indexer.pagefind_bin, "get_executable", lambda: str(program))

    return put


def test_the_program_in_its_place_does_as_the_indexer_does(tmp_path: Path, fake: Callable[[str], None]):
    """So that the faults below are all that is wrong with it."""
    root = copy_sample(tmp_path / "archive")
    whole = index_of(build_quietly(root))
    shutil.rmtree(root / "build")
    fake("none")
    assert index_of(build_quietly(root)) == whole


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("dies", "ended before it had answered"),
        ("says why", "out of ink"),
        ("babbles", "Error"),
        ("refuses", "no such page"),
        ("forgets a page", "1 of 2 documents were indexed"),
        ("counts wrong", "1 of 2 documents were indexed"),
        ("loses a fragment", "1 of 2 documents can be shown"),
        ("doubles a fragment", "3 of 2 documents can be shown"),
        ("cuts fragment", "is not whole"),
        ("cuts index", "is not whole"),
        ("cuts pf_meta", "is not whole"),
        ("cuts wasm", "is not whole"),
        ("empties index", "is no file of an index"),
        ("loses index", "parts of the index are missing"),
        ("loses pf_meta", "is missing"),
        ("loses pagefind-entry", "pagefind-entry.json is not whole"),
        ("loses pagefind.js", "pagefind.js is missing"),
    ],
)
def test_a_broken_indexer_leaves_the_old_site(
    tmp_path: Path, fake: Callable[[str], None], fault: str, message: str
):
    """Nothing that it made is published, and the words say what is wrong."""
    root = copy_sample(tmp_path / "archive")
    before = tree(build_quietly(root))
    sidecar = next((root / "seeds").glob("*.txt")).with_suffix(".yml")
    sidecar.write_text("title: Another title\n", "utf-8")
    fake(fault)
    with pytest.raises(Refusal) as refused:
        build_quietly(root)
    assert [problem.code for problem in refused.value.problems] == ["search-index-failed"]
    assert message in refused.value.problems[0].message
    assert tree(root / "build") == before
    assert [path.name for path in root.iterdir() if "archivegen-new" in path.name] == []


def test_an_indexer_that_says_nothing_is_ended(
    tmp_path: Path, fake: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
):
    """Nobody waits for ever."""
    root = copy_sample(tmp_path / "archive")
    monkeypatch.setattr(indexer, "_TIMEOUT_SECONDS", 2.0)
    fake("is silent")
    with pytest.raises(Refusal, match="ended before it had answered"):
        build_quietly(root)
