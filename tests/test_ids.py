"""`archivegen ids`: the commands as an archivist types them, and what the next build makes of them."""

import json
import re
import shutil
from pathlib import Path

import pytest

from archivegen import ledger_keeping
from tests.test_cli import run

LETTER = "1961-03-04-letter-anna-lindqvist-peter-okafor"
OTHER = "The pier was closed on the day of the storm.\n\nNobody was hurt in it, and nothing was lost.\n"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of two published documents."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return two_published(tmp_path / "demo")


def two_published(root: Path) -> Path:
    """Publish an archive of two documents in a folder."""
    assert run("init", root).exit_code == 0
    (root / "seeds" / "pier.txt").write_text(OTHER, "utf-8")
    (root / "seeds" / "pier.yml").write_text("title: The pier\nid: pier\n", "utf-8")
    published = run("publish", root, "--yes")
    assert published.exit_code == 0, published.stderr
    return root


def take_out(root: Path) -> None:
    """Take the letter out of the archive."""
    for file in (root / "seeds").glob("1961-03-04-letter.*"):
        file.unlink()


def test_list_says_what_was_published(archive: Path):
    """Each id with its day; `--json` gives all parts of each entry."""
    listed = run("ids", "list", archive)
    assert listed.exit_code == 0
    assert re.match(rf"{LETTER}  2023-11-14", listed.stdout)
    entries = json.loads(run("ids", "list", archive, "--json").stdout)
    assert [(entry["id"], entry["state"]) for entry in entries] == [(LETTER, "live"), ("pier", "live")]


def test_a_missing_document_stops_the_build_with_the_three_ways_out(archive: Path):
    """Its address, its title, the day, and what can be done are in one line."""
    take_out(archive)
    result = run("build", archive, "--no-search")
    assert result.exit_code == 1
    message = next(line for line in result.stderr.splitlines() if "is gone" in line)
    assert f"the document published at documents/{LETTER}/ on 2023-11-14 (“Letter" in message
    for way in (
        "put the file back",
        f"archivegen ids move --archive {archive} {LETTER} NEW",
        f'archivegen ids withdraw --archive {archive} {LETTER} --reason "…"',
    ):
        assert way in message


def test_each_way_out_lets_the_build_go_on(archive: Path):
    """A document that is gone is withdrawn, or leads to another; or its file is put back."""
    aside = shutil.copytree(archive / "seeds", archive.parent / "aside")
    take_out(archive)
    before = {name: (archive / name).read_bytes() for name in ("permalinks.yml", "published.jsonl")}
    moved = run("ids", "move", LETTER, "pier", "--archive", archive)
    assert moved.exit_code == 0, moved.stderr
    assert f"documents/{LETTER}/ leads to documents/pier/ from the next build on." in moved.stdout
    assert f"Next: archivegen build {archive}" in moved.stdout
    assert run("build", archive, "--no-search").exit_code == 0
    for name, content in before.items():
        (archive / name).write_bytes(content)
    withdrawn = run("ids", "withdraw", LETTER, "--reason", "asked", "--archive", archive)
    assert withdrawn.exit_code == 0, withdrawn.stderr
    assert run("build", archive, "--no-search").exit_code == 0
    for name, content in before.items():
        (archive / name).write_bytes(content)
    shutil.copytree(aside, archive / "seeds", dirs_exist_ok=True)
    assert run("build", archive, "--no-search").exit_code == 0


def test_what_is_refused_changes_nothing(archive: Path):
    """The refusal names the way, and no file beside the ledger is left or changed."""
    before = {file.name: file.read_bytes() for file in archive.iterdir() if file.is_file()}
    refused = run("ids", "withdraw", LETTER, "--reason", "asked", "--archive", archive)
    assert refused.exit_code == 1
    assert (
        f"the file of “{LETTER}” is still there: seeds/1961-03-04-letter.txt; take it out" in refused.stderr
    )
    assert refused.stderr.endswith("Nothing was changed.\n")
    unknown = run("ids", "move", "peer", "quay", "--archive", archive)
    assert "did you mean “pier”?" in unknown.stderr
    assert {file.name: file.read_bytes() for file in archive.iterdir() if file.is_file()} == before


def test_a_withdrawn_document_does_not_come_back_by_itself(archive: Path):
    """Its file put back, or its text with the same title and date, stops the build and says why it was withdrawn."""
    letter = (archive / "seeds" / "1961-03-04-letter.txt").read_bytes()
    take_out(archive)
    assert (
        run("ids", "withdraw", LETTER, "--reason", "asked by the heirs", "--archive", archive).exit_code == 0
    )
    for content in (letter, letter + b"\nA line more.\n"):
        (archive / "seeds" / "again.txt").write_bytes(content)
        result = run("build", archive, "--no-search")
        assert result.exit_code == 1
        assert (
            f"“{LETTER}”, published on 2023-11-14, was withdrawn on 2023-11-14: asked by the heirs"
            in result.stderr
        )


def test_concealing_says_what_the_address_gives_away(archive: Path):
    """An id that was made of the title cannot be taken back."""
    take_out(archive)
    result = run("ids", "withdraw", LETTER, "--reason", "asked", "--conceal", "--archive", archive)
    assert "letter, anna, lindqvist, peter, okafor" in result.stdout
    ledger = (archive / "permalinks.yml").read_text("utf-8")
    assert "1961-03-04-letter.txt" not in ledger
    assert 'concealed: "yes"' in ledger


def test_what_another_command_records_meanwhile_is_not_lost(archive: Path, monkeypatch: pytest.MonkeyPatch):
    """The ledger is held from before it is read: whoever comes between is told to wait."""
    decide = ledger_keeping.with_move
    other = []

    def slowly(*arguments: object) -> object:
        (archive / "seeds" / "quay.txt").write_text("The quay was built of stone in the spring.\n", "utf-8")
        other.append(run("publish", archive, "--yes"))
        return decide(*arguments)

    monkeypatch.setattr(ledger_keeping, "with_move", slowly)
    assert run("ids", "move", "pier", "mole", "--archive", archive).exit_code == 0
    (archive / "seeds" / "pier.yml").write_text("title: The pier\n", "utf-8")
    assert other[0].exit_code == 1
    assert (
        "permalinks.yml: error: another command is writing this file; wait until it has ended"
        in other[0].stderr
    )
    assert run("publish", archive, "--yes").exit_code == 0
    entries = json.loads(run("ids", "list", archive, "--json").stdout)
    assert [entry["id"] for entry in entries] == [
        LETTER,
        "mole",
        "pier",
        "undated-quay-was-built-stone-spring",
    ]


@pytest.mark.parametrize("way", ["withdrawn first", "named in an earlier version"])
def test_concealing_takes_every_name_that_was_ever_published(archive: Path, way: str):
    """Whether the name was in the last version or an earlier one, its address goes; other names stay."""
    sidecar, source = archive / "seeds" / "pier.yml", archive / "seeds" / "pier.txt"
    sidecar.write_text("title: The pier\nid: pier\ncreators: [{name: Jan Lind, kind: person}]\n", "utf-8")
    assert run("publish", archive, "--yes", "--accept").exit_code == 0
    assert '"people/jan-lind/"' in (archive / "permalinks.yml").read_text("utf-8")
    assert b"named" not in (archive / "build" / "data" / "published.jsonl").read_bytes()
    if way == "named in an earlier version":
        sidecar.write_text("title: The pier\nid: pier\n", "utf-8")
        assert run("publish", archive, "--yes", "--accept").exit_code == 0
    for file in (sidecar, source):
        file.unlink()
    withdraw = ("ids", "withdraw", "pier", "--reason", "asked", "--archive", archive)
    if way == "withdrawn first":
        assert run(*withdraw).exit_code == 0
    assert run(*withdraw, "--conceal").exit_code == 0
    recorded = [(archive / name).read_text("utf-8") for name in ("permalinks.yml", "published.jsonl")]
    assert not any("lind/" in text or "Jan Lind" in text for text in recorded)
    assert '"people/anna-lindqvist/"' in recorded[0]
    assert run("build", archive, "--no-search").exit_code == 0


def test_a_merge_does_not_bring_a_concealed_name_back(archive: Path):
    """The other version of the ledger still has its line; names that other documents have, or had, are no fault."""
    sidecar, source, ledger = (
        archive / name for name in ("seeds/pier.yml", "seeds/pier.txt", "permalinks.yml")
    )
    sidecar.write_text("title: The pier\nid: pier\ncreators: [{name: Jan Lind, kind: person}]\n", "utf-8")
    assert run("publish", archive, "--yes", "--accept").exit_code == 0
    [line] = [line for line in ledger.read_text("utf-8").splitlines() if '"people/jan-lind/"' in line]
    for file in (sidecar, source):
        file.unlink()
    withdraw = ("ids", "withdraw", "pier", "--reason", "asked", "--conceal", "--archive", archive)
    assert run(*withdraw).exit_code == 0
    assert run("publish", archive, "--yes", "--accept").exit_code == 0
    ledger.write_text(ledger.read_text("utf-8") + f"{line}\n", "utf-8")
    for command in (("build", "--locked"), ("publish", "--yes", "--accept"), ("check",)):
        refused = run(command[0], archive, *command[1:])
        assert refused.exit_code == 1
        assert (
            "permalinks.yml: error: “people/jan-lind/” is here, and no document ever named it that is not concealed; if a "
            "merge has brought it back, remove its line; if a document did name it, write this address into “named” of "
            "that document’s line in published.jsonl\n"
        ) in refused.stderr + refused.stdout
    ledger.write_text(ledger.read_text("utf-8").replace(f"{line}\n", ""), "utf-8")
    assert run("check", archive).exit_code == 0
