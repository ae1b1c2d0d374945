"""A PDF is offered as it came, and only where everything in it may be seen."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from archivegen.cli import main
from archivegen.publish import site
from tests.seeds.formats.pdf_files import Press, set_as_pdf
from tests.test_access import run

LETTER = """LETTER ABOUT THE {word} PIER

Westhaven, 4 March 1961

The surveyor Ada {word} told me in the autumn that the pier cannot carry a second crane, and that nobody pays for it."""
# What closes a document, or covers words of it, so that its file must not be offered.
CLOSED = {
    "restricted": "access: restricted",
    "draft": "access: draft",
    "embargoed": "access: {value: embargoed, until: 2030-01-01}",
    "announced": "title: A letter\naccess: {value: restricted, announce: yes}",
    "redacted": "redact: [{lines: 5, words: Ada Redacted}]",
}


def letter(word: str) -> bytes:
    """Return a letter that has a word of its own, as PDF."""
    return set_as_pdf(LETTER.format(word=word))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of an open letter, a scan, and a letter for each way to close one."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    (seeds / "open.pdf").write_bytes(letter("Open"))
    scan = Press()
    scan.picture()
    (seeds / "plan of the pier.pdf").write_bytes(scan.pdf())
    for name, sidecar in CLOSED.items():
        (seeds / f"{name}.pdf").write_bytes(letter(name.capitalize()))
        (seeds / f"{name}.yml").write_text(f"{sidecar}\n", "utf-8")
    return tmp_path


def offered(root: Path) -> dict[str, str]:
    """Return the digest of each PDF of the site by its path."""
    folder = root / "build"
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*.pdf"))
    }


def digest(root: Path, name: str) -> str:
    return hashlib.sha256((root / "seeds" / name).read_bytes()).hexdigest()


def test_a_pdf_is_offered_byte_for_byte(archive: Path):
    """Its page leads to it and names its digest and size; so do the data file, and the list of the site's files."""
    built = run("build", archive)
    assert built.exit_code == 0, built.output
    files = offered(archive)
    own = "documents/1961-03-04-letter-open-pier"
    assert files == {
        f"{own}/original.pdf": digest(archive, "open.pdf"),
        "documents/undated-plan-pier/original.pdf": digest(archive, "plan of the pier.pdf"),
    }
    page = (archive / "build" / own / "index.html").read_text("utf-8")
    size = (archive / "seeds" / "open.pdf").stat().st_size
    assert '<a href="original.pdf" type="application/pdf">The document as PDF</a>' in page
    assert f"{round(size / 1000)} kB" in page
    assert digest(archive, "open.pdf") in page
    data = json.loads((archive / "build" / own / "document.json").read_text("utf-8"))
    assert data["original"] == {
        "address": f"{own}/original.pdf",
        "type": "application/pdf",
        "size": size,
        "sha256": digest(archive, "open.pdf"),
    }
    assert (
        f"{digest(archive, 'open.pdf')}  {own}/original.pdf"
        in (archive / "build" / ".archivegen").read_text()
    )


def test_a_scan_says_that_it_cannot_be_searched(archive: Path):
    """Its page has no text, and leads to the file."""
    run("build", archive)
    page = (archive / "build" / "documents" / "undated-plan-pier" / "index.html").read_text("utf-8")
    assert "This document is a scan. Its pages are pictures and cannot be searched here." in page
    assert 'href="original.pdf"' in page


@pytest.mark.parametrize("name", CLOSED)
def test_what_may_not_be_seen_is_not_offered(archive: Path, name: str):
    """Neither the file nor its digest is anywhere in the site, and no word that is covered."""
    run("publish", archive, "--yes")
    content = (archive / "seeds" / f"{name}.pdf").read_bytes()
    own_digest = hashlib.sha256(content).hexdigest().encode()
    for file in (file for file in (archive / "build").rglob("*") if file.is_file()):
        written = file.read_bytes()
        assert content not in written
        assert own_digest not in written
        assert f"Ada {name.capitalize()}".encode() not in written


def test_a_pdf_that_is_closed_later_is_gone_from_the_site(archive: Path):
    """What was offered as long as it was open is nowhere now."""
    run("publish", archive, "--yes")
    assert len(offered(archive)) == 2
    (archive / "seeds" / "open.yml").write_text("access: restricted\n", "utf-8")
    run("publish", archive, "--yes", "--accept")
    assert list(offered(archive)) == ["documents/undated-plan-pier/original.pdf"]


def test_a_pdf_that_is_withdrawn_is_gone_from_the_site(archive: Path):
    """Its page stays, without text and without the file."""
    run("publish", archive, "--yes")
    (archive / "seeds" / "open.pdf").unlink()
    gone = "1961-03-04-letter-open-pier"
    command = ["ids", "withdraw", gone, "--reason", "the heirs ask for it", "--archive", str(archive)]
    withdrawn = CliRunner().invoke(main, command, env={"SOURCE_DATE_EPOCH": "1767225600"})
    assert withdrawn.exit_code == 0, withdrawn.output
    run("publish", archive, "--yes", "--accept")
    assert list(offered(archive)) == ["documents/undated-plan-pier/original.pdf"]
    assert "original.pdf" not in (archive / "build" / "documents" / gone / "index.html").read_text("utf-8")


def test_a_build_twice_is_the_same(archive: Path):
    """Neither days nor places in memory are in it."""
    run("build", archive)
    before = (archive / "build" / ".archivegen").read_text("utf-8")
    run("build", archive)
    assert (archive / "build" / ".archivegen").read_text("utf-8") == before


def test_a_file_that_changes_while_the_site_is_built_is_not_copied(
    archive: Path, monkeypatch: pytest.MonkeyPatch
):
    """What was not read may have words that must not be seen."""
    write = site.write_text

    def write_and_change(file: Path, text: str) -> None:
        (archive / "seeds" / "open.pdf").write_bytes(b"%PDF-1.7 another one")
        write(file, text)

    monkeypatch.setattr(site, "write_text", write_and_change)
    built = run("build", archive)
    assert built.exit_code == 1
    assert (
        "seeds/open.pdf: error: this file was changed while the site was built; build again" in built.stderr
    )


def scan_of(words: str) -> bytes:
    """Return a scan: a PDF without text, whose bytes are its own."""
    press = Press()
    press.picture()
    return press.pdf() + f"\n% {words}\n".encode()


REPLACED = {
    "a scan": ("plan of the pier.pdf", "documents/undated-plan-pier/", scan_of("the wrong plan")),
    "a byte more": ("open.pdf", "documents/1961-03-04-letter-open-pier/", letter("Open") + b"\n"),
}


@pytest.mark.parametrize(("name", "address", "content"), REPLACED.values(), ids=REPLACED)
def test_another_file_in_the_place_of_a_published_one_is_a_change(
    archive: Path, name: str, address: str, content: bytes
):
    """No build that is locked takes it, `publish` shows both digests, and the page has a new version; nothing is left to show."""
    run("publish", archive, "--yes")
    before = digest(archive, name)
    (archive / "seeds" / name).write_bytes(content)
    now = digest(archive, name)
    locked = run("build", archive, "--locked")
    assert locked.exit_code == 1
    assert (
        f"seeds/{name}: error: {address} was published with another file, {before[:12]}, and now it is {now[:12]}; run"
        in locked.stderr
    )
    shown = run("publish", archive, "--accept", day=1)
    assert f"    file offered: {before[:12]} -> {now[:12]}  (seeds/{name})\n" in shown.stdout
    assert shown.exit_code == 0
    [first, second] = versions(archive, address)
    assert second == {"on": "2026-01-02", "digest": second["digest"], "changes": ["another file"]}
    assert first["digest"] != second["digest"]
    assert run("build", archive, "--locked").exit_code == 0
    assert "Nothing is new" in run("publish", archive, day=2).stdout


def versions(root: Path, address: str) -> list[dict[str, object]]:
    data: dict[str, list[dict[str, object]]] = json.loads(
        (root / "build" / address / "document.json").read_text("utf-8")
    )
    return data["versions"]


def test_a_file_that_is_no_longer_offered_is_a_change(archive: Path):
    """Words are redacted that nobody could read in the text: the page still loses its file, and gets it back as a change."""
    run("publish", archive, "--yes")
    sidecar = archive / "seeds" / "open.yml"
    own = digest(archive, "open.pdf")[:12]
    sidecar.write_text("redact: [{lines: 5, words: Ada Open}]\n", "utf-8")
    shown = run("publish", archive, "--accept", day=1).stdout
    assert f"file offered: {own} -> nothing" in shown
    assert own not in (archive / "build" / "data" / "published.jsonl").read_text("utf-8")
    sidecar.unlink()
    assert f"file offered: nothing -> {own}" in run("publish", archive, "--accept", day=2).stdout


def test_what_was_published_before_digests_of_files_were_kept_is_no_change(archive: Path):
    """The file of today is that of which the record was made; another one is a change all the same."""
    run("publish", archive, "--yes")
    kept = archive / "published.jsonl"
    older = re.sub(r'"offered_sha256": "\w+", |, "check": "\w+"', "", kept.read_text("utf-8"))
    kept.write_text(older, "utf-8")
    locked = run("build", archive, "--locked")
    assert locked.exit_code == 0, locked.output
    (archive / "seeds" / "open.pdf").write_bytes(letter("Open") + b"\n")
    assert run("build", archive, "--locked").exit_code == 1
    assert "file offered: nothing -> " in run("publish", archive, "--accept").stdout
