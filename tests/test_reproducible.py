"""The same archive gives the same bytes, wherever, whenever, in whatever order and by whomever it is built."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from archivegen.publish.manifest import digests_of
from archivegen.storage.record_cache import CACHE_FOLDER
from tests.conftest import ROOT

DOCUMENTS = 60
PUBLISHED_ON, CHANGED_ON = "1700000000", "1710000000"
# Words enough to be told apart as languages, and letters that locales change in different ways (ı, İ, ß, ё).
WORDS = {
    "en": "the harbour board of the town has heard the surveyor and the consul on the state of the pier in winter",
    "de": "der Hafenrat der Stadt hat den Vermesser und die Kaufleute über den Zustand der großen Straße gehört",
    "fr": "le conseil du port a entendu le géomètre et les marchands sur l’état de la jetée pendant cet hiver",
    "ru": "совет порта выслушал землемера и купцов о состоянии причала зимой и ещё раз обсудил этот вопрос",
    "tr": "liman kurulu kış aylarında iskelenin durumu hakkında ılımlı tüccarları ve İzmir konsolosunu dinledi",
    "pl": "rada portu wysłuchała mierniczego i kupców o stanie nabrzeża w zimie i postanowiła czekać na wiosnę",
    "ko": "항구 위원회는 겨울철 부두의 상태에 관하여 측량사와 상인들의 보고를 들었다",
    "vi": "hội đồng cảng đã nghe người đo đạc và các thương gia về tình trạng của cầu tàu trong mùa đông",
}
PEOPLE = (
    "Anna Lindqvist",
    "Peter Okafor",
    "Işıl İnce",
    "Émile Durand",
    "Łucja Żak",
    "Kim Il Sung",
    "Ivan Bely",
    "Ines Ide",
)
PLACES = ("Westhaven", "Izmir", "İstanbul", "Łódź", "Hanoi")


@dataclass(frozen=True)
class Surroundings:
    """What a build may not depend on: its environment, its folder, how files came there, who runs it and how, how many
    processes read, and whether they find what was read before.
    """

    folder: str
    environment: Mapping[str, str] = field(default_factory=dict)
    is_reversed: bool = False
    umask: int = 0o022
    before: tuple[str, ...] = ()
    build_day: str = PUBLISHED_ON
    jobs: int = 1
    is_cold: bool = False


def sources() -> dict[str, bytes]:
    """Return the files of an archive: those of the sample, and sixty made ones in eight languages and two folders."""
    files = {
        file.relative_to(ROOT).as_posix(): file.read_bytes()
        for file in (ROOT / "seeds").iterdir()
        if file.is_file()
    }
    files["archive.yml"] = (
        ROOT / "archive.yml"
    ).read_bytes() + b"\nbase_url: https://archive.example.org/papers/\n"
    chance = random.Random(1957)  # noqa: S311 -- made texts, no secret
    for number in range(DOCUMENTS):
        language = tuple(WORDS)[number % len(WORDS)]
        folder = ("seeds/letters", "seeds/Ämter/İç")[number % 2]
        paragraphs = [_paragraph(chance, language) for _ in range(4)]
        year, month, day = 1950 + number % 9, 1 + number % 12, 1 + number % 28
        files[f"{folder}/{number:02}-{PLACES[number % 5]}.txt"] = "\n\n".join(paragraphs).encode()
        files[f"{folder}/{number:02}-{PLACES[number % 5]}.yml"] = (
            f"title: Letter of the harbour, part {number % 7}\ndates: {year}-{month:02}-{day:02}\nlanguage: {language}\n"
            f"creators: [{PEOPLE[number % 8]}]\nrecipients: [{PEOPLE[(number + 3) % 8]}, {PEOPLE[(number + 5) % 8]}]\n"
            f"place_of_creation: {PLACES[(number + 1) % 5]}\nsubjects: [pier, {language}]\n"
        ).encode()
    files["seeds/letters/collection.yml"] = b"repository: Westhaven State Archive\nrights: CC BY 4.0\n"
    return files


def _paragraph(chance: random.Random, language: str) -> str:
    words = [*WORDS[language].split(), chance.choice(PEOPLE), chance.choice(PLACES)]
    chance.shuffle(words)
    return f"{WORDS[language]}, {' '.join(words)}."


def lay_out(root: Path, *, is_reversed: bool) -> None:
    """Write the archive's files, in one order or the other, and as old as that."""
    for age, (name, content) in enumerate(sorted(sources().items(), reverse=is_reversed)):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        os.utime(file, (1_000_000_000 + age * 1000, 1_000_000_000 + age * 1000))


def made(base: Path, surroundings: Surroundings) -> dict[str, str]:
    """Publish an archive, change it, publish what has changed, and build it once more, in some surroundings; return the
    digest of every file it then has.
    """
    root = base / surroundings.folder
    lay_out(root, is_reversed=surroundings.is_reversed)
    program = [*surroundings.before, sys.executable, "-m", "archivegen"]
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    for command, day in (
        (["publish", "--yes"], PUBLISHED_ON),
        (["publish", "--accept", "--changed-only", f"{root.name}/upload.zip"], CHANGED_ON),
        (["build", "--locked"], surroundings.build_day),
    ):
        if "--accept" in command:
            (root / "seeds/letters/collection.yml").write_bytes(b"repository: Westhaven Town Archive\n")
        if surroundings.is_cold:
            shutil.rmtree(root / CACHE_FOLDER, ignore_errors=True)
        finished = subprocess.run(
            [*program, *command, root.name, "--jobs", str(surroundings.jobs)],
            cwd=root.parent,
            env=kept | {"SOURCE_DATE_EPOCH": day} | surroundings.environment,
            umask=surroundings.umask,
            capture_output=True,
            check=False,
        )
        assert finished.returncode == 0, finished.stderr.decode("utf-8", errors="replace")
    return digests_of(root)


def slowly() -> tuple[str, ...]:
    """Return what makes a command run at a low priority and on one processor, as far as the system has it."""
    processor = str(min(os.sched_getaffinity(0))) if hasattr(os, "sched_getaffinity") else "0"
    commands = (("nice", "-n", "19"), ("taskset", "-c", processor))
    return tuple(word for command in commands if shutil.which(command[0]) for word in command)


def turkish() -> str:
    """Return a Turkish locale, where I and i are no pair; or the plainest where the system has none."""
    listed = (
        subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
        if shutil.which("locale")
        else ""
    )
    return next((name for name in listed.split() if name.startswith("tr_TR")), "C.UTF-8")


HERE = Surroundings(
    "one/archive",
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "USER": "ada", "HOME": "/nonexistent/ada"},
    build_day="2000000000",
)
ELSEWHERE = [
    Surroundings(
        "another place/ünder/two",
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4242", "USER": "root", "HOME": "/"},
        is_reversed=True,
        umask=0o077,
        before=slowly(),
        build_day="86400",
        jobs=3,
    ),
    Surroundings(
        "three",
        {
            "TZ": "America/St_Johns",
            "LC_ALL": turkish(),
            "LANG": turkish(),
            "PYTHONHASHSEED": "7",
            "PYTHONUTF8": "0",
        },
        umask=0o002,
        build_day="4102444800",
        jobs=2,
        is_cold=True,
    ),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the archive as it is made here."""
    base = tmp_path_factory.mktemp("here")
    made(base, HERE)
    return base / HERE.folder


@pytest.fixture(scope="module")
def here(archive: Path) -> dict[str, str]:
    """The digests of the archive as it is made here."""
    return digests_of(archive)


@pytest.mark.parametrize("surroundings", ELSEWHERE, ids=lambda surroundings: surroundings.folder)
def test_the_same_archive_gives_the_same_bytes(
    here: dict[str, str], tmp_path: Path, surroundings: Surroundings
):
    """Every file, search index and ledger included, whatever path, locale, time zone, user, order, hash seed, day and processes;
    what is kept for the next build as well.
    """
    there = made(tmp_path, surroundings)
    assert sorted(there) == sorted(here)
    assert [name for name in here if here[name] != there[name]] == []


def test_the_compared_archive_is_one_worth_comparing(here: dict[str, str]):
    """It has all documents, pages of people, a sitemap, and an index for each language."""
    assert (
        sum(name.startswith("build/documents/") and name.endswith(".json") for name in here) == DOCUMENTS + 2
    )
    indexes = {name.split("/")[2] for name in here if name.startswith("build/pagefind/")}
    assert indexes == set(WORDS)
    assert {"permalinks.yml", "published.jsonl", "published-files.txt", "HANDOVER.md", "upload.zip"} <= set(
        here
    )
    assert sum(name.startswith(".cache/") and name.endswith(".record") for name in here) == DOCUMENTS + 2
    assert sum(name.startswith("build/search/table/") for name in here) > len(WORDS)
    assert {"build/sitemap.xml", "build/changes.xml", "build/people/isil-ince/index.html"} <= set(here)


def test_days_are_those_of_the_record(archive: Path):
    """Sitemap and feed bear the days on which something was published, and none on which it was built."""
    sitemap = (archive / "build/sitemap.xml").read_text("utf-8")
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap)) == {"2023-11-14", "2024-03-09"}
    feed = (archive / "build/changes.xml").read_text("utf-8")
    assert set(re.findall(r"<updated>(.*?)T00:00:00Z</updated>", feed)) == {"2023-11-14", "2024-03-09"}
