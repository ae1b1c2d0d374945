"""Addresses whose document has gone: what stands there, where they lead, and what is nowhere any more."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import nu_messages
from tests.test_cli import run

TEXT = "The quarrymen of Vetrograd hid the chronometer beneath the weighbridge before the inquest.\n"
SIDECAR = """title: Telegram from Ottilie Brandauer
date: 1953-02-11
creators: [Ottilie Brandauer]
recipients: [Casimir Wolanski]
citation: “Telegram from Ottilie Brandauer,” Vetrograd Papers, box 7.
"""
WORDS = (
    "Brandauer",
    "Ottilie",
    "Wolanski",
    "Casimir",
    "Vetrograd",
    "quarrymen",
    "chronometer",
    "weighbridge",
)
PIER = "The pier was closed on the day of the storm.\n"
BASE = "https://archive.example.org/papers/"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive that has published two documents, of which one will go."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    root = tmp_path / "archive"
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text(f"title: Harbour papers\nbase_url: {BASE}\n", "utf-8")
    (root / "seeds" / "telegram.txt").write_text(TEXT, "utf-8")
    (root / "seeds" / "telegram.yml").write_text(f"{SIDECAR}id: t-7\n", "utf-8")
    (root / "seeds" / "pier.txt").write_text(PIER, "utf-8")
    (root / "seeds" / "pier.yml").write_text("title: The pier\nid: pier\n", "utf-8")
    published = run("publish", root, "--yes")
    assert published.exit_code == 0, published.stderr
    return root


def take_out(root: Path) -> None:
    for file in (root / "seeds").glob("telegram.*"):
        file.unlink()


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every file of a folder with its name, compressed ones opened."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
        yield file.relative_to(folder).as_posix(), f"{file.name}\n{content.decode('utf-8', 'replace')}"


def containing(folder: Path, word: str) -> list[str]:
    return [name for name, text in texts_of(folder) if word.casefold() in text.casefold()]


def test_the_words_are_found_while_it_is_published(archive: Path):
    """The search below would find them: in pages, data, the index and the record."""
    for word in WORDS:
        assert len(containing(archive / "build", word)) > 2, word
    assert any(name.startswith("pagefind/") for name in containing(archive / "build", "chronometer"))


def test_a_withdrawn_document_keeps_an_honest_page(archive: Path):
    """Title, citation, reason and days; noindex; in no list, search, sitemap, feed or export; its text is nowhere."""
    take_out(archive)
    assert (
        run("ids", "withdraw", "t-7", "--reason", "Asked for by the heirs", "--archive", archive).exit_code
        == 0
    )
    built = run("build", archive)
    assert built.exit_code == 0, built.stderr
    site = archive / "build"
    page = (site / "documents/t-7/index.html").read_text("utf-8")
    for words in (
        '<h1 dir="auto">Telegram from Ottilie Brandauer</h1>',
        "This document was withdrawn on 14 November 2023.",
        "Reason: Asked for by the heirs",
        "It was first published on 14 November 2023.",
        "“Telegram from Ottilie Brandauer,” 11 February 1953",
        '<meta name="robots" content="noindex">',
    ):
        assert words in page
    assert 'rel="canonical"' not in page
    assert not (site / "documents/t-7/document.json").exists()
    assert [containing(site, word) for word in ("quarrymen", "chronometer", "weighbridge")] == [[], [], []]
    named = set(containing(site, "t-7"))
    assert named <= {
        "documents/t-7/index.html",
        "data/permalinks.yml",
        "data/published.jsonl",
        ".archivegen",
        "data/checksums.txt",
    }
    record = json.loads((site / "data/published.jsonl").read_text("utf-8").splitlines()[-1])
    assert record.keys() == {
        "id",
        "title",
        "citation",
        "first_published",
        "version_count",
        "versions",
        "check",
    }


def test_a_concealed_document_leaves_no_word(archive: Path):
    """Every file of the site and of the record is searched, compressed ones opened: no title, name, citation or text."""
    take_out(archive)
    assert (
        run(
            "ids", "withdraw", "t-7", "--reason", "A court order", "--conceal", "--archive", archive
        ).exit_code
        == 0
    )
    # What lay on the web is listed beside the ledger until an upload was handed out, so that it is taken away there too.
    assert {name for word in WORDS for name in containing(archive, word) if "build/" not in name} <= {
        "published-files.txt"
    }
    for command in (("build", archive), ("publish", archive, "--yes")):
        built = run(*command)
        assert built.exit_code == 0, built.stderr
        for word in (*WORDS, "telegram from", "1953"):
            assert containing(archive / "build", word) == [], word
    # The list of what the host should lose is there until it has been handed out.
    handed_out = run("publish", archive, "--yes", "--changed-only", archive.parent / "upload.zip")
    assert handed_out.exit_code == 0, handed_out.stderr
    assert [word for word in WORDS if containing(archive, word)] == []
    page = (archive / "build/documents/t-7/index.html").read_text("utf-8")
    assert "A document was withdrawn on 14 November 2023." in page
    assert "Reason: A court order" in page
    assert "first published" not in page


def test_concealing_one_document_takes_nobody_away_whom_another_names(archive: Path):
    """Their address may be that of another spelling: it was recorded first, and the other document names them now."""
    (archive / "seeds" / "pier.yml").write_text(
        "title: The pier\nid: pier\ncreators: [Odile Brandauer]\n", "utf-8"
    )
    (archive / "people.yml").write_text("Odile Brandauer:\n  variants: [Ottilie Brandauer]\n", "utf-8")
    assert run("publish", archive, "--yes", "--accept").exit_code == 0
    take_out(archive)
    assert run("ids", "withdraw", "t-7", "--reason", "x", "--conceal", "--archive", archive).exit_code == 0
    ledger = (archive / "permalinks.yml").read_text("utf-8")
    assert '"people/ottilie-brandauer/"' in ledger
    assert "Wolanski" not in ledger


def test_the_nu_checker_has_nothing_to_say_of_former_addresses(archive: Path):
    """The pages of a withdrawn and of a concealed document, of a redirect, and of a name that is in no document now."""
    assert run("ids", "move", "pier", "pier-2", "--archive", archive).exit_code == 0
    (archive / "seeds" / "pier.yml").write_text("title: The pier\nid: pier-2\n", "utf-8")
    take_out(archive)
    assert run("ids", "withdraw", "t-7", "--reason", "x", "--archive", archive).exit_code == 0
    assert run("build", archive, "--no-search").exit_code == 0
    site = archive / "build"
    pages = [
        site / name / "index.html" for name in ("documents/t-7", "documents/pier", "people/ottilie-brandauer")
    ]
    assert run("ids", "withdraw", "t-7", "--reason", "x", "--conceal", "--archive", archive).exit_code == 0
    kept = [page.rename(page.with_name("former.html")) for page in pages]
    assert run("build", archive, "--no-search", "--output", archive / "again").exit_code == 0
    kept.append(archive / "again/documents/t-7/index.html")
    assert nu_messages(*kept) == []


def test_an_archive_of_withdrawn_documents_alone_is_built(archive: Path):
    """The addresses are promises still."""
    for file in (archive / "seeds").iterdir():
        file.unlink()
    for document in ("t-7", "pier"):
        assert run("ids", "withdraw", document, "--reason", "closed", "--archive", archive).exit_code == 0
    built = run("build", archive)
    assert built.exit_code == 0, built.stderr
    assert (archive / "build/documents/pier/index.html").exists()


def test_moved_addresses_lead_to_the_last_one(archive: Path):
    """A page, and a file for each kind of host; no step between; nothing stands in search, lists and sitemap."""
    assert run("ids", "move", "t-7", "telegram-7", "--archive", archive).exit_code == 0
    sidecar = archive / "seeds" / "telegram.yml"
    sidecar.write_text(sidecar.read_text("utf-8").replace("id: t-7", "id: telegram-8"), "utf-8")
    assert run("ids", "move", "telegram-7", "telegram-8", "--archive", archive).exit_code == 0
    built = run("build", archive)
    assert built.exit_code == 0, built.stderr
    site = archive / "build"
    for old in ("t-7", "telegram-7"):
        page = (site / f"documents/{old}/index.html").read_text("utf-8")
        assert '<meta http-equiv="refresh" content="0; url=../telegram-8/">' in page
        assert f'<link rel="canonical" href="{BASE}documents/telegram-8/">' in page
        assert '<a href="../telegram-8/">Telegram from Ottilie Brandauer</a>' in page
        assert '<meta name="robots" content="noindex">' in page
        assert "<script" not in page
        assert not (site / f"documents/{old}/document.json").exists()
        assert f"documents/{old}/" not in (site / "sitemap.xml").read_text("utf-8")
    assert (site / "_redirects").read_text("utf-8") == (
        "/papers/documents/t-7/ /papers/documents/telegram-8/ 301!\n"
        "/papers/documents/telegram-7/ /papers/documents/telegram-8/ 301!\n"
    )
    assert (site / ".htaccess").read_text("utf-8").splitlines()[1] == (
        'RedirectMatch 301 "^/papers/documents/t\\-7/(index\\.html)?$" "/papers/documents/telegram-8/"'
    )
    nginx = (site / "redirects.nginx.conf").read_text("utf-8")
    assert (
        'map $uri $archivegen_moved {\n  default "";\n  "/papers/documents/t-7/" "/papers/documents/telegram-8/";'
        in nginx
    )


def test_moves_to_a_document_that_is_withdrawn_lead_to_what_is_said_of_it(archive: Path):
    """The reader learns what became of it, whichever address was cited."""
    assert run("ids", "move", "t-7", "telegram-7", "--archive", archive).exit_code == 0
    take_out(archive)
    assert (
        run("ids", "withdraw", "telegram-7", "--reason", "x", "--conceal", "--archive", archive).exit_code
        == 0
    )
    assert run("build", archive).exit_code == 0
    page = (archive / "build/documents/t-7/index.html").read_text("utf-8")
    assert '<a href="../telegram-7/">Withdrawn document</a>' in page
    assert [word for word in WORDS if containing(archive / "build", word)] == []


def test_no_redirect_leaves_the_site_and_without_moves_there_are_no_files(archive: Path):
    """An archive that moved nothing asks nothing of its host."""
    for name in ("_redirects", ".htaccess", "redirects.nginx.conf"):
        assert not (archive / "build" / name).exists()
    assert not re.search(r"http-equiv", (archive / "build/index.html").read_text("utf-8"))
