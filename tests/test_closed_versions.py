"""A version that was open and is closed: nothing of it is left in the site, and its addresses wait for it."""

import gzip
import json
import re
from pathlib import Path

import pytest

from tests.conftest import build_quietly, publish_quietly
from tests.joined_archives import ENGLISH, KOREAN, OF_KOREAN, lay_out
from tests.seeds.formats.pdf_files import Press
from tests.test_joined_versions import data, page

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


OTHER = ENGLISH.replace("surveyor looked at the pier", "measurer examined the jetty").replace(
    "The committee has not paid yet", "No payment was made by the board"
)
ZED = "version_of: letter.txt\ncontributors: [{name: Zed Zimmer, role: translator}]\n"
ANNA = "version_of: letter.txt\ncontributors: [{name: Anna Lindqvist, role: translator}]\n"
CLOSED = "access: restricted\n"


def anchors(site: Path) -> dict[str, str]:
    """Return the anchor of each version by the first words that are its own."""
    texts = {text["anchor"]: json.dumps(text["body"]) for text in data(site, ID).get("texts", [])}
    return {
        word: anchor for anchor, text in texts.items() for word in ("surveyor", "measurer") if word in text
    }


def places(site: Path) -> set[str]:
    """Return the addresses of the paragraphs of English versions on the page, with those of removed ones."""
    return set(re.findall(r'id="(en-[a-z0-9-]*p-[0-9a-f]{6})', page(site, ID)))


def letter_of(root: Path, **files: str) -> Path:
    return lay_out(root, {f"seeds/{name.replace('_', '.')}": text for name, text in files.items()})


def test_two_closed_versions_keep_what_is_theirs(tmp_path: Path):
    """However often is published meanwhile, and whatever order their names have."""
    root = letter_of(lay_out(tmp_path, {**ARCHIVE, **LETTER}), z_txt=OTHER, z_yml=ZED)
    assert anchors(publish_quietly(root, "2026-11-15")) == {"measurer": "en"}
    letter_of(root, a_txt=ENGLISH, a_yml=ANNA)
    site = publish_quietly(root, "2026-11-16")
    assert anchors(site) == {"measurer": "en", "surveyor": "en-2"}
    known = places(site)
    letter_of(root, a_yml=ANNA + CLOSED, z_yml=ZED + CLOSED)
    for day in ("2026-11-17", "2026-11-18"):
        site = publish_quietly(root, day)
        assert (anchors(site), places(site)) == ({}, set())
        copy = (site / "data" / "published.jsonl").read_text("utf-8")
        assert "version_anchors" not in copy
        assert "seeds/z" not in copy
    letter_of(root, a_yml=ANNA, z_yml=ZED)
    site = publish_quietly(root, "2026-11-19")
    assert (anchors(site), places(site)) == ({"measurer": "en", "surveyor": "en-2"}, known)


def test_a_version_that_comes_while_another_is_closed_gets_none_of_its_addresses(tmp_path: Path):
    """Neither when it is published nor when the other is renamed on the same day."""
    root = letter_of(lay_out(tmp_path, {**ARCHIVE, **LETTER}), z_txt=OTHER, z_yml=ZED)
    known = places(publish_quietly(root, "2026-11-15"))
    letter_of(root, z_yml=ZED + CLOSED)
    publish_quietly(root, "2026-11-16")
    for ending in (".txt", ".yml"):
        (root / "seeds" / f"z{ending}").rename(root / "seeds" / f"zed{ending}")
    letter_of(root, a_txt=ENGLISH, a_yml=ANNA)
    site = publish_quietly(root, "2026-11-17")
    assert anchors(site) == {"surveyor": "en-2"}
    assert not known & places(site)
    letter_of(root, zed_yml=ZED)
    assert anchors(publish_quietly(root, "2026-11-18")) == {"measurer": "en", "surveyor": "en-2"}


def test_a_language_corrected_while_a_version_is_closed(tmp_path: Path):
    """Its addresses are not shown as those of removed paragraphs, and are the same when it is open again."""
    root = letter_of(lay_out(tmp_path, {**ARCHIVE, **LETTER}), z_txt=OTHER, z_yml=ZED)
    known = places(publish_quietly(root, "2026-11-15"))
    letter_of(root, z_yml=ZED + CLOSED)
    publish_quietly(root, "2026-11-16")
    letter_of(root, z_yml=f"{ZED}{CLOSED}language: en-GB\n")
    for day in ("2026-11-17", "2026-11-18"):
        assert places(publish_quietly(root, day)) == set()
    letter_of(root, z_yml=f"{ZED}language: en-GB\n")
    assert places(publish_quietly(root, "2026-11-19")) == known
