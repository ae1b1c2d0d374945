"""A volume of many documents in one file, from its pages to the promise that their addresses are kept."""

import re
from pathlib import Path

import pytest

from tests.test_cli import run

VOLUME = Path(__file__).parent / "seeds" / "formats" / "tei" / "volume.xml"
LETTER = "1961-05-03-letter-harbour-office-surveyor-brandl"
TALK = "1960-12-08-memorandum-conversation-westhaven"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of one published volume."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    (tmp_path / "seeds" / "hw-1961-2.xml").write_bytes(VOLUME.read_bytes())
    published = run("publish", tmp_path, "--yes")
    assert published.exit_code == 0, published.stderr
    return tmp_path


def addresses(root: Path) -> list[str]:
    return re.findall(r'address: "(documents/[^"]*)"', (root / "permalinks.yml").read_text("utf-8"))


def page(root: Path, name: str) -> str:
    return (root / "build" / "documents" / name / "index.html").read_text("utf-8")


def test_each_document_of_a_volume_has_its_page(archive: Path):
    """References between documents are links, notes lead there and back, pages of the paper can be cited."""
    assert [address.split("/")[1] for address in addresses(archive)] == [
        TALK,
        "1961-05-01-memorandum-watchman",
        LETTER,
    ]
    letter = page(archive, LETTER)
    assert f'<a href="../{TALK}/">Document 2</a>' in letter
    assert '<a class="page-break" id="page-12" href="#page-12">12</a>' in letter
    assert re.search(r'winter,<sup class="reference"><a href="#(p-\w+)" id="to-\1">2</a></sup>', letter)
    assert "See the first volume." in page(archive, TALK)


def test_a_volume_may_be_renamed(archive: Path):
    """Its documents are known again by their own words."""
    before = addresses(archive)
    (archive / "seeds" / "hw-1961-2.xml").rename(archive / "seeds" / "pier.xml")
    published = run("publish", archive, "--yes")
    assert published.exit_code == 0, published.stderr
    assert addresses(archive) == before
    assert '"seeds/pier.xml#d1a"' in (archive / "permalinks.yml").read_text("utf-8")


def test_a_volume_that_cannot_be_read_has_not_lost_its_documents(archive: Path):
    """The fault is named once; the documents are there, and are not called gone."""
    file = archive / "seeds" / "hw-1961-2.xml"
    file.write_bytes(file.read_bytes().replace(b"</teiHeader>", b""))
    result = run("build", archive, "--no-search")
    assert result.exit_code == 1
    assert "seeds/hw-1961-2.xml:" in result.stderr
    assert "is gone" not in result.stderr


def test_a_document_taken_out_of_a_volume_is_missed(archive: Path):
    """It was published: the build stops and names it."""
    file = archive / "seeds" / "hw-1961-2.xml"
    text = file.read_text("utf-8")
    start = text.index('<div type="document" xml:id="d2"')
    file.write_text(text[:start] + text[text.index("</div>", start) + len("</div>") :], "utf-8")
    result = run("build", archive, "--no-search")
    assert result.exit_code == 1
    assert f"the document published at documents/{TALK}/ on 2023-11-14" in result.stderr


def everything(root: Path) -> bytes:
    """Return all that is published, but for the search index, in one."""
    return b"".join(file.read_bytes() for file in sorted((root / "build").rglob("*")) if file.is_file())


def test_one_document_of_a_volume_may_be_closed(archive: Path):
    """Its own file of corrections closes it and no other; nothing of it is left, and links to it are words."""
    (archive / "seeds" / "hw-1961-2.d2.yml").write_text("access: restricted\n", "utf-8")
    published = run("publish", archive, "--yes", "--accept")
    assert published.exit_code == 0, published.stderr
    assert b"The ice was thick" not in everything(archive)
    assert "see Document 2." in page(archive, LETTER)


def test_words_of_one_document_of_a_volume_may_be_redacted(archive: Path):
    """Whatever the mark-up states of them is gone too; other documents keep them."""
    redact = "redact:\n  - {lines: 4, words: Harbour Master}\n  - {lines: 9, words: Oduya}\n"
    (archive / "seeds" / "hw-1961-2.d1.yml").write_text(redact, "utf-8")
    published = run("publish", archive, "--yes", "--accept")
    assert published.exit_code == 0, published.stderr
    assert not re.search("Oduya|Ines", page(archive, LETTER))
    assert "Oduya" in page(archive, TALK)


def test_corrections_of_a_document_that_a_volume_has_not(archive: Path):
    """They may be meant to close one that it has: the volume is not published, and its documents are not gone."""
    (archive / "seeds" / "hw-1961-2.d7.yml").write_text("access: restricted\n", "utf-8")
    result = run("build", archive, "--no-search")
    assert result.exit_code == 1
    assert (
        "seeds/hw-1961-2.d7.yml: error: the volume beside this file has no document called “d7”; give the file the name of the "
        "volume, a full stop, and the id of the document in it"
    ) in result.stderr
    assert "is gone" not in result.stderr


def test_inspect_names_the_file_of_corrections_of_each_document(archive: Path):
    """It is the volume's name with that of the document."""
    shown = run("inspect", archive / "seeds" / "hw-1961-2.xml")
    assert [
        name for name in ("hw-1961-2.d1.yml", "hw-1961-2.d1a.yml", "hw-1961-2.d2.yml") if name in shown.stdout
    ] == [
        "hw-1961-2.d1.yml",
        "hw-1961-2.d1a.yml",
        "hw-1961-2.d2.yml",
    ]
