"""What is published of a document's versions stays theirs: their files, their addresses, and what may be known of them."""

import hashlib
import re
from pathlib import Path

from tests.conftest import build_quietly, publish_quietly
from tests.joined_archives import ENGLISH, KOREAN, LETTER, OF_KOREAN, lay_out
from tests.seeds.formats.pdf_files import Press
from tests.test_access import run
from tests.test_joined_versions import ID, JPEG, data, page

HEAD = "archive.yml", "title: Harbour papers\n"
OTHER = """\
Letter to the Harbour Board

Last autumn a measurer examined the jetty on two days; in his opinion there is no room for another crane.

No payment was made by the board until now, so that vessels lie at anchor in the roads.

Please reply to us ahead of the cold season.
"""
PASSAGE = r'id="((?:[a-z-]*-)?p-[0-9a-f]{6}(?:-\d+)?)"'


def scan() -> bytes:
    """Return a PDF without words."""
    press = Press()
    press.picture()
    return press.pdf()


def test_the_original_beside_a_scan_has_a_file_of_its_own(tmp_path: Path):
    """A PDF without words that is said to be the original does not take the place of the document's own file."""
    own, paper = scan(), scan() + b"\n% the paper itself\n"
    files = {
        "seeds/letter.pdf": own,
        "seeds/letter.yml": f"id: {ID}\ntitle: A letter\nversion: transcription\n",
        "seeds/letter-en.txt": ENGLISH,
        "seeds/letter-en.yml": "version_of: letter.pdf\nversion: transcription\n",
        "seeds/paper.pdf": paper,
        "seeds/paper.yml": "version_of: letter.pdf\nversion: original\n",
    }
    site = publish_quietly(lay_out(tmp_path, {HEAD[0]: HEAD[1], **files}), "2026-11-20")
    folder = site / "documents" / ID
    assert (folder / "original.pdf").read_bytes() == own
    assert (folder / "original-version.pdf").read_bytes() == paper
    assert 'href="original-version.pdf"' in page(site)


def removed(html: str) -> set[str]:
    return set(re.findall(rf'<div class="block removed" {PASSAGE}', html))


def test_places_of_a_version_that_is_gone_stay_where_the_document_has_no_words(tmp_path: Path):
    """They end the last text that is shown; and a text of which all words are gone is shown for its places."""
    files = {
        "seeds/letter.pdf": scan(),
        "seeds/letter.yml": f"id: {ID}\ntitle: A letter\ndate: 1961-03-04\n",
        "seeds/en.txt": ENGLISH,
        "seeds/en.yml": "version_of: letter.pdf\nversion: transcription\n",
        "seeds/ko.txt": KOREAN,
        "seeds/ko.yml": "version_of: letter.pdf\nversion: translation\n",
    }
    root = lay_out(tmp_path, {HEAD[0]: HEAD[1], **files})
    before = set(re.findall(PASSAGE, page(publish_quietly(root, "2026-11-20"))))
    assert len(before) == 8
    for name in ("ko.txt", "ko.yml"):
        (root / "seeds" / name).unlink()
    html = page(publish_quietly(root, "2026-11-21"))
    assert set(re.findall(PASSAGE, html)) == before
    assert {anchor[:3] for anchor in removed(html)} == {"ko-"}
    for name in ("en.txt", "en.yml"):
        (root / "seeds" / name).unlink()
    assert removed(page(publish_quietly(root, "2026-11-22"))) == before


def test_places_of_words_that_a_scan_takes_the_place_of_stay(tmp_path: Path):
    """The document's own text is gone, its translation is there: whoever cites the former finds its place."""
    root = lay_out(tmp_path, LETTER)
    sidecar = root / "seeds" / "ko" / "letter.yml"
    sidecar.write_text(f"{OF_KOREAN}date: 1961-03-04\nform: letter\nid: {ID}\n", "utf-8")
    before = [block["anchor"] for block in data(publish_quietly(root, "2026-11-20"))["body"]["blocks"]]
    assert len(before) == 4
    (root / "seeds" / "ko" / "letter.txt").unlink()
    (root / "seeds" / "ko" / "letter.pdf").write_bytes(scan())
    sidecar.write_text(f"{sidecar.read_text('utf-8')}language: ko\n", "utf-8")
    (root / "archive.yml").write_text(HEAD[1], "utf-8")
    english = root / "seeds" / "en" / "letter.yml"
    english.write_text(f"version_of: ../ko/letter.pdf\n{english.read_text('utf-8')}", "utf-8")
    assert removed(page(publish_quietly(root, "2026-11-21"))) == set(before)


def test_translations_that_exchange_their_files_keep_their_addresses(tmp_path: Path):
    """An address that was published for the words of one translator never stands on those of another."""
    of = "version_of: letter.txt\nversion: translation\ncontributors: [{{name: {}, role: translator}}]\n".format
    files = {
        "seeds/letter.txt": KOREAN,
        "seeds/letter.yml": f"{OF_KOREAN}id: {ID}\n",
        "seeds/one.txt": ENGLISH,
        "seeds/one.yml": of("Anna Lindqvist"),
        "seeds/two.txt": OTHER,
        "seeds/two.yml": of("Zed Zimmer"),
    }
    root = lay_out(tmp_path, {HEAD[0]: HEAD[1], **files})
    before = data(publish_quietly(root, "2026-11-20"))["texts"]
    for ending in ("txt", "yml"):
        one, two = (root / "seeds" / f"{name}.{ending}" for name in ("one", "two"))
        texts = one.read_bytes(), two.read_bytes()
        one.write_bytes(texts[1])
        two.write_bytes(texts[0])
    after = data(publish_quietly(root, "2026-11-21"))["texts"]
    assert [text["body"] for text in after] == [text["body"] for text in before]


def test_no_digest_of_a_file_that_has_redacted_words_is_anywhere(tmp_path: Path):
    """Nor of a file of another version: none of them is offered, and whoever has the file would know it by its digest."""
    text = ENGLISH.replace("The surveyor", "The surveyor Quillfeather")
    files = {
        "seeds/letter.txt": text,
        "seeds/letter.yml": "date: 1961-03-04\nredact: [{lines: 3, words: Quillfeather}]\n",
        "seeds/scan.jpg": JPEG,
        "seeds/scan.yml": "version_of: letter.txt\n",
        "seeds/ko.txt": KOREAN,
        "seeds/ko.yml": "version_of: letter.txt\nversion: translation\n",
    }
    root = lay_out(tmp_path, {HEAD[0]: HEAD[1], **files})
    named = [root / "seeds" / name for name in ("letter.txt", "scan.jpg", "ko.txt")]
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in named]
    for site in (build_quietly(root), publish_quietly(root, "2026-11-20")):
        written = b"".join(file.read_bytes() for file in site.rglob("*") if file.is_file())
        assert [digest for digest in digests if digest.encode() in written] == []


def test_a_hint_is_given_for_the_first_ten_of_many_that_name_nothing(tmp_path: Path):
    """A wrong word in all files of corrections is as wrong in the eleventh, and is looked for no longer."""
    lines = {f"seeds/en/{n}.txt": ENGLISH.replace("twice", str(n)) for n in range(12)}
    sidecars = {f"seeds/en/{n}.yml": "version_of: seeds/ko/leter.txt\n" for n in range(12)}
    output = run("build", lay_out(tmp_path, {**LETTER, HEAD[0]: HEAD[1], **lines, **sidecars})).output
    assert output.count("which is not there; ") == 12
    assert output.count("did you mean “seeds/ko/letter.txt”?") == 10
