"""A version that was open and is closed: nothing of it is left in the site, and its addresses wait for it."""

import gzip
from pathlib import Path

import pytest

from tests.conftest import build_quietly, publish_quietly
from tests.joined_archives import ENGLISH, KOREAN, OF_KOREAN, lay_out
from tests.seeds.formats.pdf_files import Press
from tests.test_joined_versions import page

ID = "letter-1"
ARCHIVE = {"archive.yml": "title: Harbour papers\nbase_url: https://harbour.example/\n"}
LETTER = {
    "seeds/letter.txt": KOREAN,
    "seeds/letter.yml": f"{OF_KOREAN}date: 1961-03-04\nid: {ID}\nchanges: The day was corrected\n",
}
SPY = "title: Quillfeather denounces the board\ncontributors: [{name: Vera Quillfeather, role: translator}]\n"
CANARIES = ("quillfeather", "denounces", "surveyor", "standing outside", "seeds/spy")


def with_canaries(site: Path) -> list[str]:
    """Return the files of a site, and the words in each that stand in the closed version alone."""
    found = []
    for file in sorted(each for each in site.rglob("*") if each.is_file()):
        content = file.read_bytes()
        content = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
        text = f"{file.relative_to(site)} {content.decode('utf-8', 'replace')}".casefold()
        found += [f"{file.relative_to(site)}: {word}" for word in CANARIES if word in text]
    return found


def scan() -> bytes:
    press = Press()
    press.picture()
    return press.pdf()


@pytest.mark.parametrize("of", ["a text", "a scan"])
def test_nothing_of_a_version_is_left_once_it_is_closed(tmp_path: Path, of: str):
    """Neither its title, nor a citation with it, nor what its own file said had changed, before and after publishing."""
    principal, spy = ("letter.txt", SPY) if of == "a text" else ("scan.pdf", f"{SPY}language: en\n")
    files: dict[str, str | bytes] = dict(LETTER)
    if of == "a scan":
        files = {"seeds/scan.pdf": scan(), "seeds/scan.yml": LETTER["seeds/letter.yml"].split("\n", 2)[2]}
        files["seeds/other.txt"] = "Another letter\n\nIt has words, so that there is something to search.\n"
    said = {"seeds/spy.txt": ENGLISH, "seeds/spy.yml": f"version_of: {principal}\n{spy}"}
    root = lay_out(tmp_path, {**ARCHIVE, **files, **said})
    publish_quietly(root, "2026-11-19")
    told = f"{said['seeds/spy.yml']}changes: The name of Quillfeather was added\n"
    text = ENGLISH.replace("waiting outside", "standing outside")
    lay_out(root, {"seeds/spy.txt": text, "seeds/spy.yml": told})
    site = publish_quietly(root, "2026-11-20")
    assert any("published.jsonl: quillfeather" in each for each in with_canaries(site))
    lay_out(root, {"seeds/spy.yml": f"{told}access: restricted\n"})
    assert with_canaries(build_quietly(root)) == []
    assert with_canaries(publish_quietly(root, "2026-11-21")) == []
    assert with_canaries(build_quietly(root)) == []
    # What was said comes back with the version.
    lay_out(root, {"seeds/spy.yml": told})
    assert "The name of Quillfeather was added" in page(publish_quietly(root, "2026-11-22"), ID)
