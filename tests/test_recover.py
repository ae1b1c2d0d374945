"""`archivegen ids recover`: what is lost or damaged comes from the copy in a site, what is intact stays."""

import re
import shutil
from pathlib import Path

import pytest

from tests.test_cli import run
from tests.test_ids import LETTER, two_published

HALVES = ("permalinks.yml", "published.jsonl")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of two published documents."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return two_published(tmp_path / "demo")


def contents(root: Path) -> dict[str, str | None]:
    return {name: (root / name).read_text("utf-8") if (root / name).exists() else None for name in HALVES}


def edit_and_publish(root: Path) -> Path:
    """Keep the site as it is, then publish an edited document; return the old site."""
    old = Path(shutil.copytree(root / "build", root.parent / "old-site"))
    (root / "seeds" / "pier.txt").write_text("The pier was closed on the day of the great storm.\n", "utf-8")
    assert run("publish", root, "--yes", "--accept").exit_code == 0
    return old


@pytest.mark.parametrize("lost", [HALVES, HALVES[:1], HALVES[1:]], ids=["both", "ledger", "companion"])
@pytest.mark.parametrize("damage", ["lost", "cut"])
def test_what_is_lost_or_damaged_is_restored(archive: Path, lost: tuple[str, ...], damage: str):
    """The copy in the site has it; what is intact is said to stay, and stays."""
    before = contents(archive)
    for name in lost:
        if damage == "lost":
            (archive / name).unlink()
        else:
            (archive / name).write_text((before[name] or "")[:-40], "utf-8")
    assert run("build", archive).exit_code == 1
    result = run("ids", "recover", archive / "build", "--archive", archive)
    assert result.exit_code == 0, result.stderr
    was = {"lost": "is not there", "cut": "is damaged"}[damage]
    said = [
        f"{name} {was}: the copy has it." if name in lost else f"{name} is intact and stays as it is."
        for name in HALVES
    ]
    assert result.stdout.splitlines() == [
        *said,
        f"Restored: {' and '.join(lost)}{' (addresses: 2)' if 'permalinks.yml' in lost else ''}.",
        f"Next: archivegen check {archive}",
    ]
    restored = contents(archive)
    assert restored["permalinks.yml"] == before["permalinks.yml"]
    assert run("build", archive, "--locked", "--no-search").exit_code == 0


def test_a_record_that_is_intact_is_left_alone(archive: Path):
    """A later record is not replaced by an earlier copy, whatever is answered."""
    old = edit_and_publish(archive)
    before = contents(archive)
    result = run("ids", "recover", old, "--archive", archive, "--yes")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "permalinks.yml is intact and stays as it is.",
        "published.jsonl is intact and stays as it is.",
        "Nothing that the copy has is missing.",
        f"Next: archivegen check {archive}",
    ]
    assert contents(archive) == before


def test_what_is_intact_is_replaced_only_with_consent(archive: Path):
    """A document was published anew since the copy, and its line in the companion is lost: the ledger's must give way."""
    old = edit_and_publish(archive)
    (archive / "published.jsonl").unlink()
    before = contents(archive)
    command = ("ids", "recover", old, "--archive", archive)
    refused = run(*command, input="n\n")
    assert refused.exit_code == 1
    assert refused.stdout.splitlines()[:2] == [
        "permalinks.yml can be read, but does not agree with the other: the copy would replace it. To change: pier.",
        "published.jsonl is not there: the copy has it.",
    ]
    assert "Restored" not in refused.stdout
    assert "Replace what is intact? [y/N]" in refused.stdout
    assert contents(archive) == before
    done = run(*command, "--yes")
    assert "\nRestored: permalinks.yml and published.jsonl (addresses: 2).\n" in done.stdout
    assert contents(archive)["permalinks.yml"] == (old / "data" / "permalinks.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("damage", "lost"), [("newer", "quay"), ("withdrawn", "pier"), ("damaged", "quay"), ("version", "pier")]
)
def test_a_file_that_holds_more_is_not_replaced(archive: Path, damage: str, lost: str):
    """A newer address, a document withdrawn since, a line of a damaged ledger, and a version are worth more than the copy."""
    name = HALVES[damage == "version"]
    if damage == "version":
        old = edit_and_publish(archive)
        (archive / "permalinks.yml").unlink()
    else:
        old = archive / "build"
        text = (archive / name).read_text("utf-8")
        line = next(line for line in text.splitlines() if '"pier"' in line)
        if damage == "withdrawn":
            withdrawn = line.replace('"live"', '"withdrawn", on: "2024-01-01", reason: "asked"')
            (archive / name).write_text(text.replace(line, withdrawn), "utf-8")
        else:
            more = line.replace("pier", "quay") + "\n" + ("<<<<<<<\n" if damage == "damaged" else "")
            (archive / name).write_text(text + more, "utf-8")
    before = contents(archive)
    result = run("ids", "recover", old, "--archive", archive, "--yes")
    assert result.exit_code == 1
    assert (
        f"{name}: error: this file holds what the copy does not: {lost}; mend what is reported of it, or give a later site; "
        "to restore the copy all the same, move this file away first" in result.stderr
    )
    assert contents(archive) == before


@pytest.mark.parametrize("damage", ["another line", "its own line"])
@pytest.mark.parametrize("companion", ["kept", "lost"])
def test_what_was_concealed_does_not_come_back(archive: Path, damage: str, companion: str):
    """A damaged ledger still says that the document is gone, and a site from before does not know."""
    old = Path(shutil.copytree(archive / "build", archive.parent / "old-site"))
    for file in (archive / "seeds").glob("pier.*"):
        file.unlink()
    withdraw = ("ids", "withdraw", "pier", "--reason", "asked", "--conceal", "--archive", archive)
    assert run(*withdraw).exit_code == 0
    assert run("publish", archive, "--yes", "--accept").exit_code == 0
    ledger = archive / "permalinks.yml"
    text = ledger.read_text("utf-8")
    ending = {"another line": 'state: "live"}', "its own line": 'concealed: "yes"}'}[damage]
    assert ending in text
    ledger.write_text(text.replace(ending, f"{ending[:-1]}, }}"), "utf-8")
    if companion == "lost":
        (archive / "published.jsonl").unlink()
    before = contents(archive)
    result = run("ids", "recover", old, "--archive", archive, "--yes")
    assert result.exit_code == 1
    assert (
        "permalinks.yml: error: this file holds what the copy does not: pier; mend what is reported of it, or give a later "
        "site; to restore the copy all the same, move this file away first" in result.stderr
    )
    assert contents(archive) == before


def test_a_name_that_a_damaged_ledger_still_holds_is_not_lost(archive: Path):
    """The address of a person is a promise as much as that of a document."""
    text = (archive / "permalinks.yml").read_text("utf-8")
    line = '- {address: "people/jan-lind/", name: "Jan Lind", first_published: "2023-11-14"}'
    (archive / "permalinks.yml").write_text(f"{text}{line}\n<<<<<<<\n", "utf-8")
    result = run("ids", "recover", archive / "build", "--archive", archive, "--yes")
    assert result.exit_code == 1
    assert "this file holds what the copy does not: people/jan-lind/; mend" in result.stderr


def test_of_a_closed_document_the_address_is_in_the_copy(archive: Path):
    """It is said what the copy has of it and what not; with the companion at hand nothing is missing."""
    (archive / "seeds" / "pier.yml").write_text("title: The pier\nid: pier\naccess: restricted\n", "utf-8")
    assert run("publish", archive, "--yes", "--accept").exit_code == 0
    before = contents(archive)
    told = "Of 1 document that was closed the site tells the address and its days, and neither the file nor what stood there: pier."
    for lost, is_told in ((HALVES, True), (HALVES[:1], False), (HALVES[1:], False)):
        for name in lost:
            (archive / name).unlink()
        result = run("ids", "recover", archive / "build", "--archive", archive)
        assert result.exit_code == 0, result.stderr
        assert (told in result.stdout) is is_told
        assert '{id: "pier", address: "documents/pier/"' in (archive / "permalinks.yml").read_text("utf-8")
        assert run("ids", "list", archive).exit_code == 0
        for name, text in before.items():
            (archive / name).write_text(text or "", "utf-8")


def test_a_folder_that_is_no_site_restores_nothing(archive: Path):
    """The folder is named, and what to give instead."""
    result = run("ids", "recover", archive / "seeds", "--archive", archive)
    assert result.exit_code == 1
    assert (
        "there is no copy of a ledger here; give the folder of a site that archivegen has published"
        in result.stderr
    )


def test_nothing_is_restored_into_a_folder_that_is_no_archive(archive: Path):
    """A record of addresses among other files would be the beginning of another archive."""
    other = archive.parent / "letters"
    other.mkdir()
    result = run("ids", "recover", archive / "build", "--archive", other)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        (
            f"{other}: error: this is no archive: it has no archive.yml, no ledger, and no document that the site names; give the "
            "archive’s folder with --archive"
        ),
        "Nothing was changed.",
    ]
    assert not list(other.iterdir())
    shutil.copytree(archive / "seeds", other / "seeds")
    assert run("ids", "recover", archive / "build", "--archive", other).exit_code == 0
    assert LETTER in (other / "permalinks.yml").read_text("utf-8")


def test_a_ledger_alone_is_half_a_record_without_any_other_sign(archive: Path):
    """In a folder of documents alone, whose site is elsewhere now: what stood at the addresses is missed."""
    bare, site = archive / "seeds", archive.parent / "site"
    assert run("publish", bare, "--output", site, "--yes").exit_code == 0
    kept = site.rename(archive.parent / "uploaded")
    (bare / "published.jsonl").unlink()
    for command in ("build", "publish"):
        refused = run(command, bare, "--output", site)
        assert refused.exit_code == 1
        assert (
            "published.jsonl: error: this file is not there, but the ledger was written together with it; restore it from "
            f"your last backup or version, or from the last site: archivegen ids recover --archive {bare} OLD_BUILD\n"
        ) in refused.stderr
    assert run("ids", "recover", "--archive", bare, kept).exit_code == 0
    assert run("build", bare, "--output", site, "--locked", "--no-search").exit_code == 0


@pytest.mark.parametrize("cut", ["all", "one"])
def test_names_that_the_ledger_has_lost_are_restored_and_nothing_else(archive: Path, cut: str):
    """A ledger that ends at the end of a line looks whole, and no redirect of a name is lost in silence."""
    before = contents(archive)
    lines = (before["permalinks.yml"] or "").splitlines(keepends=True)
    first = lines.index("entities:\n")
    (archive / "permalinks.yml").write_text("".join(lines[: first if cut == "all" else -1]), "utf-8")
    for command in (("build", archive, "--locked"), ("publish", archive, "--yes"), ("ids", "list", archive)):
        result = run(*command)
        assert result.exit_code == 1
        assert (
            "but the ledger has no line for it; restore permalinks.yml from your last backup" in result.stderr
        )
    asked = run("ids", "recover", archive / "build", "--archive", archive)
    assert asked.exit_code != 0
    assert "people/" not in (archive / "permalinks.yml").read_text("utf-8") or cut == "one"
    result = run("ids", "recover", archive / "build", "--archive", archive, "--yes")
    assert result.exit_code == 0, result.stderr
    told, other = result.stdout.splitlines()[:2]
    assert told.startswith(
        "permalinks.yml can be read, but does not agree with the other: the copy would replace it. To change: "
    )
    assert other == "published.jsonl is intact and stays as it is."
    assert contents(archive) == before


@pytest.mark.parametrize("left_by", ["an older program", "a merge"])
def test_a_name_that_was_concealed_and_is_left_with_another_document_does_not_come_back(
    archive: Path, left_by: str
):
    """An older program took it out of the ledger alone, and a merge may bring the line of the other document back."""
    quay = archive / "seeds" / "quay.yml"
    quay.with_suffix(".txt").write_text("The quay was built of stone in the spring.\n", "utf-8")
    for name in ("pier", "quay"):
        said = f"title: The {name}\nid: {name}\ncreators: [{{name: Jan Lind, kind: person}}]\n"
        (archive / "seeds" / f"{name}.yml").write_text(said, "utf-8")
    assert run("publish", archive, "--yes", "--accept").exit_code == 0
    old = Path(shutil.copytree(archive / "build", archive.parent / "old-site"))
    quay.write_text("title: The quay\nid: quay\n", "utf-8")
    assert run("publish", archive, "--yes", "--accept").exit_code == 0
    [left] = [line for line in (contents(archive)[HALVES[1]] or "").splitlines() if '"id": "quay"' in line]
    for file in (archive / "seeds").glob("pier.*"):
        file.unlink()
    withdraw = ("ids", "withdraw", "pier", "--reason", "asked", "--conceal", "--archive", archive)
    assert run(*withdraw).exit_code == 0
    ledger, companion = (archive / name for name in HALVES)
    lines = [line for line in companion.read_text("utf-8").splitlines() if '"id": "quay"' not in line]
    companion.write_text("\n".join([*lines, left, ""]), "utf-8")
    assert "jan-lind" in left
    if left_by == "an older program":
        ledger.write_text(re.sub(r', check: "\w+"', "", ledger.read_text("utf-8")), "utf-8")
        for command in (("check", archive), ("build", archive), ("publish", archive, "--yes", "--accept")):
            result = run(*command)
            assert result.exit_code == 0, result.stderr
    else:
        refused = run("build", archive)
        assert (
            "“quay” has brought “people/jan-lind/”, but the ledger has no line for it; take it out of “named” in this line, "
            "too, and the “check” of the line\n" in refused.stderr
        )
    result = run("ids", "recover", old, "--archive", archive, "--yes")
    assert result.exit_code == 0, result.stderr
    assert run("publish", archive, "--yes", "--accept").exit_code == 0
    assert "jan-lind" not in ledger.read_text("utf-8")
    assert not (archive / "build/people/jan-lind").exists()
    if left_by == "a merge":
        assert "jan-lind" not in companion.read_text("utf-8")
