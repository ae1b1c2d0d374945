"""Versions of one document in several files: one record, one address, every text on its page."""

import csv
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from archivegen.cli import main
from archivegen.reading import Reading, read_archive
from tests.conftest import build_quietly, nu_messages, publish_quietly, request_for
from tests.joined_archives import (
    ENGLISH,
    KOREAN,
    LETTER,
    OF_ENGLISH,
    OF_KOREAN,
    PERSIAN,
    SETTINGS,
    TITLE,
    lay_out,
)
from tests.seeds.formats.pdf_files import Press
from tests.test_access import run

ID = "1961-03-04-letter-harbour-committee"


def read(root: Path, day: str = "2026-11-22") -> Reading:
    return read_archive(request_for(root, day=day))


def letter_with(root: Path, **changed: str) -> Path:
    """Lay out the letter in two languages, with some files otherwise: `en__letter_yml` is `seeds/en/letter.yml`."""
    names = {name: f"seeds/{name.replace('__', '/').replace('_', '.')}" for name in changed}
    return lay_out(root, {**LETTER, **{names[name]: text for name, text in changed.items()}})


def data(site: Path, document_id: str = ID) -> dict:
    return json.loads((site / "documents" / document_id / "document.json").read_text("utf-8"))


def page(site: Path, document_id: str = ID) -> str:
    return (site / "documents" / document_id / "index.html").read_text("utf-8")


# How the two files may say that they are versions of one document.
WAYS = {
    "a pattern of languages": LETTER,
    "a pattern of kinds": {
        "archive.yml": 'title: Harbour papers\nversions: "{version}/{name}"\n',
        "seeds/original/letter.txt": KOREAN,
        "seeds/original/letter.yml": f"{TITLE}date: 1961-03-04\n",
        "seeds/translation/letter.txt": ENGLISH,
    },
    "a name beside a name with its language": {
        "archive.yml": 'title: Harbour papers\nversions: "{name}.{language}.txt"\n',
        "seeds/letter.txt": KOREAN,
        "seeds/letter.yml": f"{TITLE}date: 1961-03-04\n",
        "seeds/letter.en.txt": ENGLISH,
    },
    "the path of the original": {
        "archive.yml": "title: Harbour papers\n",
        "seeds/korean.txt": KOREAN,
        "seeds/korean.yml": f"{TITLE}date: 1961-03-04\n",
        "seeds/more/english.txt": ENGLISH,
        "seeds/more/english.yml": "version_of: ../korean.txt\n",
    },
    "the path of the original from the root, in front matter": {
        "archive.yml": "title: Harbour papers\n",
        "seeds/korean.txt": KOREAN,
        "seeds/korean.yml": f"{TITLE}date: 1961-03-04\n",
        "seeds/english.md": f"---\nversion_of: seeds/korean.txt\nversion: translation\n---\n\n{ENGLISH}",
    },
    "the id of the original": {
        "archive.yml": "title: Harbour papers\n",
        "seeds/korean.txt": KOREAN,
        "seeds/korean.yml": f"{TITLE}date: 1961-03-04\nid: {ID}\n",
        "seeds/english.txt": ENGLISH,
        "seeds/english.yml": f"version_of: {ID}\n",
    },
    "one record number": {
        "archive.yml": "title: Harbour papers\n",
        "seeds/korean.txt": KOREAN,
        "seeds/korean.yml": f"{TITLE}date: 1961-03-04\noriginal_language: ko\nidentifiers: [{{value: '4711', kind: record_number}}]\n",
        "seeds/english.txt": ENGLISH,
        "seeds/english.yml": "original_language: Korean\nidentifiers: [{value: '4711', kind: record_number}]\n",
    },
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_one_record_at_one_address(tmp_path: Path, way: str):
    """Whichever way it is said: one document, whose versions are known by kind and language."""
    reading = read(lay_out(tmp_path, WAYS[way]))
    (document,) = reading.archive.documents
    assert document.id == ("4711" if way == "one record number" else ID)
    assert document.title == "항구 위원회에 보내는 편지"
    assert [(each.kind, each.language, each.anchor) for each in document.record.joined] == [
        ("translation", "en", "en")
    ]
    assert [value.value for value in document.record.fields["language"]] == ["ko", "en"]
    assert [problem.code for problem in reading.problems] == []


COVER = """\
May 03, 1962
Report on stone

Citation:
"Report on stone," May 03, 1962, River Archive. https://digitalarchive.example.org/document/11234
Summary:
Stone.
Original Language:
German
Contents:
{contents}

{text}
"""
ON_STONE = {
    "English Translation": "The committee has seen the bridge and finds that it will not stand for much longer. ",
    "Original Scan": "Der Ausschuss hat die Brücke gesehen und findet, dass sie nicht mehr lange stehen wird. ",
}


def test_two_cover_sheets_with_one_number_are_one_document(tmp_path: Path):
    """“Original Scan” names no language: that of the words says which text is the original."""
    files = {
        f"seeds/{number}.txt": COVER.format(contents=contents, text=text * 4)
        for number, (contents, text) in enumerate(ON_STONE.items())
    }
    (document,) = read(lay_out(tmp_path, {"archive.yml": "title: River\n", **files})).archive.documents
    assert (document.id, document.record.source.path) == ("11234", "seeds/1.txt")
    assert [value.value for value in document.record.fields["language"]] == ["de", "en"]


def test_the_page_has_both_texts_side_by_side(tmp_path: Path):
    """Each text in its language, in rows; each passage with an address of its own; what is said of one version with it."""
    site = build_quietly(letter_with(tmp_path))
    html = page(site)
    assert re.findall(r'<section class="text".*?( lang="\w+")?>', html) == [' lang="ko"', ""]
    assert re.findall(r'<h2 id="([\w-]*text)"[^>]*>(.*?)</h2>', html) == [
        ("text", "Original, Korean"),
        ("en-text", "Translation, English"),
    ]
    assert html.count('<div class="step">') == 8
    anchors = re.findall(r'<div class="block paragraph" id="([^"]+)"', html)
    assert len(set(anchors)) == 6
    assert [anchor.startswith("en-p-") for anchor in anchors] == [False] * 3 + [True] * 3
    assert re.findall(r'class="number"[^>]*>(\d+)<', html) == ["1", "2", "3"] * 2
    assert "<dt>Rights</dt>" in html
    assert '<p class="makers" lang="en" dir="auto">Anna Lindqvist (translator)</p>' in html
    assert 'href="./#en-text"' in html
    assert nu_messages(site) == []


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("version: translation\n", "Original, Korean"),
        ("", "Text, Korean"),
        ("original_language: fa\n", "Text, Korean"),
    ],
)
def test_the_document_that_is_named_comes_first(tmp_path: Path, said: str, label: str):
    """Whether or not it is said what it is; it is called the original where a version is said to be a translation of it."""
    files = WAYS["the path of the original"]
    of_the_document = said if said.startswith("original") else ""
    files = files | {
        "seeds/korean.yml": f"{TITLE}date: 1961-03-04\n{of_the_document}",
        "seeds/more/english.yml": f"version_of: ../korean.txt\n{said.removeprefix(of_the_document)}",
    }
    site = build_quietly(lay_out(tmp_path, files), with_search=False)
    assert re.findall(r'<h2 id="([\w-]*text)"[^>]*>(.*?)</h2>', page(site)) == [
        ("text", label),
        ("en-text", "Translation, English"),
    ]


def test_the_data_file_holds_every_text(tmp_path: Path):
    """The document’s own text as ever, and beside it each version with all that was read from its file."""
    record = data(build_quietly(letter_with(tmp_path)))
    (text,) = record["texts"]
    assert record["kind_of_version"] == "original"
    assert (text["kind"], text["language"], text["anchor"]) == ("translation", "en", "en")
    assert text["source"]["path"] == "seeds/en/letter.txt"
    assert [block["number"] for block in text["body"]["blocks"]] == ["", "1", "2", "3"]
    assert record["fields"]["title"][0]["value"].startswith("항구")
    assert text["fields"]["title"][0]["value"] == "Letter to the Harbour Committee"
    assert "rights" not in record["fields"]
    (version,) = record["fields"]["versions"]
    assert version["states"] == {
        "contributors": "Anna Lindqvist (translator)",
        "rights": "Free to use with the translator’s name",
    }


def test_two_translations_into_one_language(tmp_path: Path):
    """Their translators tell them apart, in the links as well, and each has addresses of its own."""
    other = "version_of: ko/letter.txt\ncontributors: [{name: Peter Okafor, role: translator}]\n"
    root = letter_with(tmp_path)
    lay_out(root, {"seeds/other.txt": ENGLISH.replace("twice", "two times"), "seeds/other.yml": other})
    site = publish_quietly(root, "2026-11-20")
    html = page(site)
    assert re.findall(r'href="\./#([\w-]*text)">(.*?)</a>', html)[:3] == [
        ("text", "Original, Korean"),
        ("en-text", "Translation, English, Anna Lindqvist (translator)"),
        ("en-2-text", "Translation, English, Peter Okafor (translator)"),
    ]
    before = data(site)["texts"]
    for ending in (".txt", ".yml"):
        (root / "seeds" / f"other{ending}").rename(root / "seeds" / f"another{ending}")
    after = data(publish_quietly(root, "2026-11-21"))["texts"]
    assert [text["body"] for text in after] == [text["body"] for text in before]
    assert nu_messages(site) == []


def test_a_translator_is_in_the_index_of_people(tmp_path: Path):
    """Who made a version made it for the document, too."""
    site = build_quietly(letter_with(tmp_path))
    assert "Translated the text" in (site / "people" / "anna-lindqvist" / "index.html").read_text("utf-8")


def test_a_text_from_right_to_left(tmp_path: Path):
    """Its section says its language and direction; the heading above it is in the language of the pages."""
    root = letter_with(tmp_path, fa__letter_txt=PERSIAN, fa__letter_yml="language: fa\n")
    site = build_quietly(root)
    html = page(site)
    assert ' lang="fa" dir="rtl">' in html
    assert '<h2 id="fa-text" lang="en" dir="ltr">Translation, Persian</h2>' in html
    assert nu_messages(site) == []


def test_a_scan_is_offered_beside_its_transcription(tmp_path: Path):
    """The original is a scan: the page has the text that is no translation, and the file as it came."""
    press = Press()
    press.picture()
    scan = press.pdf()
    files = {
        "archive.yml": 'title: Harbour papers\nversions: "{name}-{version}"\n',
        "seeds/plan-scan.pdf": scan,
        "seeds/plan-transcription.txt": ENGLISH,
        "seeds/plan-transcription.yml": "date: 1961-03-04\nlanguage: en\n",
        "seeds/plan-translation.txt": KOREAN,
    }
    site = build_quietly(lay_out(tmp_path, files))
    own = site / "documents" / ID
    assert (own / "scan.pdf").read_bytes() == scan
    assert "Scan, as PDF" in page(site)
    assert "cannot be searched" not in page(site)
    assert data(site)["texts"][1]["original"]["size"] == len(scan)


JPEG = b"\xff\xd8\xff\xe0 the picture of a page \xff\xd9"
WAYS_OF_PICTURES = {
    "a pattern": {"archive.yml": 'title: A\nversions: "{name}-{version}"\n', "seeds/plan-transcription.txt": ENGLISH,
                  "seeds/plan-scan.JPG": JPEG},
    "one file of corrections": {"archive.yml": "title: A\n", "seeds/plan.txt": ENGLISH, "seeds/plan.jpg": JPEG,
                                "seeds/plan.yml": "version_of: plan.txt\n"},
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS_OF_PICTURES)
def test_a_picture_is_offered_where_it_is_a_version(tmp_path: Path, way: str):
    """Byte for byte, beside the text that carries the record; another picture is not read, as ever."""
    root = lay_out(tmp_path, {**WAYS_OF_PICTURES[way], "seeds/view.jpg": JPEG})
    reading = read(root)
    assert [(problem.path, problem.code) for problem in reading.problems] == [
        ("seeds/view.jpg", "not-a-document")
    ]
    (document,) = reading.archive.documents
    site = publish_quietly(root, "2026-11-20")
    assert (site / "documents" / document.id / "scan.jpg").read_bytes() == JPEG
    assert "Scan, as JPEG" in page(site, document.id)
    assert data(site, document.id)["texts"][0]["original"]["type"] == "image/jpeg"
    (root / "seeds" / "plan-scan.JPG" if way == "a pattern" else root / "seeds" / "plan.jpg").write_bytes(
        JPEG + b"!"
    )
    assert "versions: " in run("publish", root, "--yes", "--accept", day=325).output


def test_a_picture_that_is_none_is_named(tmp_path: Path):
    """What cannot be a picture is not offered as one."""
    root = lay_out(tmp_path, {**WAYS_OF_PICTURES["a pattern"], "seeds/plan-scan.JPG": b"<html>"})
    line = "seeds/plan-scan.JPG: error: this is no JPEG, or it is damaged; save the picture again"
    assert line in run("build", root).output.splitlines()


MISJOINED = {
    "of nothing": (
        {"seeds/en/letter.yml": "version_of: seeds/ko/leter.txt\n"},
        ("seeds/en/letter.yml:1: error: this is said to be a version of “seeds/ko/leter.txt”, which is not there; did you mean "
        "“seeds/ko/letter.txt”? give the path or the id of a document of this archive"),
    ),
    "of itself": (
        {"seeds/en/letter.yml": "version_of: letter.txt\n"},
        "seeds/en/letter.yml:1: error: this is said to be a version of itself; take “version_of” out, or name the other file",
    ),
    "of a version": (
        {
            "seeds/notes.txt": PERSIAN,
            "seeds/notes.yml": "language: fa\nversion_of: en/letter.txt\n",
        },
        ("seeds/notes.yml:2: error: this is said to be a version of seeds/en/letter.txt, which is a version of "
        "seeds/ko/letter.txt; write “version_of: seeds/ko/letter.txt”"),
    ),
    "in a circle": (
        {"seeds/ko/letter.yml": "version_of: ../en/letter.txt\n", "seeds/en/letter.yml": "version_of: ../ko/letter.txt\n"},
        ("seeds/ko/letter.yml:1: error: this is said to be a version of seeds/en/letter.txt, which is in the end said to be a "
        "version of this; take “version_of” out of the file of corrections of the original"),
    ),
    "two into one language": (
        {"seeds/other.txt": ENGLISH.replace("twice", "often"), "seeds/other.yml": "version_of: ko/letter.txt\n"},
        ("seeds/other.yml:1: error: this and seeds/en/letter.txt are both a translation into “en” of one document, and nobody is "
        "named who made either; give “contributors:” with a name and “role: translator” in the file of corrections of both"),
    ),
    "no original": (
        {"seeds/ko/letter.yml": "date: 1961-03-04\n", "seeds/en/letter.yml": "rights: Free to use\n"},
        ("seeds/en/letter.txt: error: seeds/en/letter.txt and seeds/ko/letter.txt are versions of one document by their paths, and "
        "which of them is the original is not said; write “version: original” into seeds/en/collection.yml, if the original is the "
        "one in “en”; or into seeds/ko/collection.yml, if the original is the one in “ko”"),
    ),
    "of no kind": (
        {"seeds/other.txt": KOREAN, "seeds/other.yml": "version_of: ko/letter.txt\n"},
        ("seeds/other.yml:1: error: this is a version of seeds/ko/letter.txt in the same language, and which kind of version is not "
        "said; write “version: transcription” or “version: scan”; if it is a translation, give its “language:”"),
    ),
    "of a kind that there is not": (
        {"seeds/en/letter.yml": "version: rendering\n"},
        "seeds/en/letter.yml:1: error: “rendering” is no kind of version; write original, transcription, translation or scan",
    ),
    "redacted in one only": (
        {"seeds/en/letter.txt": ENGLISH.replace("surveyor", "surveyor Kim"), "seeds/ko/letter.txt": f"{KOREAN}\nKim\n",
         "seeds/en/letter.yml": "redact: [{lines: 3, words: Kim}]\n"},
        ("seeds/ko/letter.txt:9: error: words that are redacted in seeds/en/letter.txt, another version of this document, stand here; "
        "redact them here as well"),
    ),
}  # fmt: skip


KEPT_BACK = {
    "two into one language": (
        {"seeds/other.txt": ENGLISH.replace("twice", "often"), "seeds/other.yml": "version_of: ko/letter.txt\n"},
        ["seeds/en/letter.txt", "seeds/ko/letter.txt"], "seeds/other.yml",
    ),
    "a translation saved twice": (
        {"archive.yml": 'title: Papers\nversions: "{language}/{name}"\n', "seeds/en/letter.md": ENGLISH.replace("twice", "often"),
         "seeds/ko/letter.jpg": JPEG},
        ["seeds/en/letter.md", "seeds/ko/letter.jpg", "seeds/ko/letter.txt"], "seeds/en/letter.txt",
    ),
    "of a document that is rejected": (
        {"seeds/ko/letter.yml": f"{OF_KOREAN}version_of: nowhere.txt\n", "seeds/en/letter.yml": "version_of: ko/letter.txt\n"},
        ["seeds/en/letter.txt"], "seeds/ko/letter.yml",
    ),
}  # fmt: skip


def test_many_documents_without_an_original_are_one_problem(tmp_path: Path):
    """Which says what to write, once for all; files in one folder get a file of corrections each."""
    files = {
        f"seeds/{language}/{number}.txt": text
        for language, text in (("ko", KOREAN), ("en", ENGLISH))
        for number in range(3)
    }
    root = lay_out(tmp_path, {"archive.yml": SETTINGS, **files})
    told = [line for line in run("build", root).output.splitlines() if "error" in line]
    assert told == [(
        "seeds/en/0.txt: error: seeds/en/0.txt and seeds/ko/0.txt are versions of one document by their paths, and which of them "
        "is the original is not said (likewise of 2 more documents); write “version: original” into seeds/en/collection.yml, if the "
        "original is the one in “en”; or into seeds/ko/collection.yml, if the original is the one in “ko”"
    )]  # fmt: skip
    (root / "seeds/ko/collection.yml").write_text("version: original\n", "utf-8")
    assert [document.record.version.kind for document in read(root).archive.documents] == ["original"] * 3
    beside = {"archive.yml": SETTINGS.replace("/", "."), "seeds/ko.a.txt": KOREAN, "seeds/en.a.txt": ENGLISH}
    (line,) = [
        line for line in run("build", lay_out(tmp_path / "b", beside)).output.splitlines() if "error" in line
    ]
    assert "into seeds/en.a.yml, if the original is the one in “en”; or into seeds/ko.a.yml" in line
    settings = "title: Harbour papers\ndocuments: .\nversions: '{name}.{language}'\n"
    at_top = {"archive.yml": settings, "a.ko.txt": KOREAN, "a.en.txt": ENGLISH}
    (line,) = [
        line for line in run("build", lay_out(tmp_path / "c", at_top)).output.splitlines() if "error" in line
    ]
    assert "into a.en.yml, if the original is the one in “en”; or into a.ko.yml" in line


@pytest.mark.parametrize(
    "of_english", ["version: translation\n", "contributors: [{name: Anna Lindqvist, role: translator}]\n"]
)
def test_the_one_that_is_no_translation_is_the_original(tmp_path: Path, of_english: str):
    """Where the others are said to be translations, or name their translators."""
    reading = read(letter_with(tmp_path, ko__letter_yml=TITLE, en__letter_yml=of_english))
    (document,) = reading.archive.documents
    assert document.record.source.path == "seeds/ko/letter.txt"
    assert (document.record.version.kind, document.record.joined[0].kind) == ("original", "translation")


@pytest.mark.parametrize("described", ["ko", "en"])
def test_a_document_is_described_where_one_of_its_files_has_a_row(tmp_path: Path, described: str):
    """Nobody is told to give a row to its other versions."""
    sheet = f"file,subjects\n{described}/letter.txt,piers\n"
    root = lay_out(tmp_path, {**LETTER, "seeds/inventory.csv": sheet, "seeds/other.txt": PERSIAN})
    told = [problem for problem in read(root).problems if problem.code == "document-without-row"]
    assert [problem.path for problem in told] == ["seeds/other.txt"]


@pytest.mark.parametrize("case", MISJOINED)
def test_what_cannot_be_joined_is_named(tmp_path: Path, case: str):
    """Each fault with its file, its line and the way out, and nothing is guessed."""
    changed, line = MISJOINED[case]
    assert line in run("build", lay_out(tmp_path, {**LETTER, **changed})).output.splitlines()


def test_a_pattern_that_says_nothing(tmp_path: Path):
    """A pattern must name the document, and what tells its versions apart."""
    lay_out(tmp_path, {**LETTER, "archive.yml": 'title: A\nversions: "{name}.txt"\n'})
    line = (
        "archive.yml:2: error: “{name}.txt” does not say how the versions of a document are named; write {name} and "
        "{language}, {version} or both, as {language}/{name} or {name}.{language}.txt"
    )
    assert line in run("build", tmp_path).output.splitlines()


def test_what_a_version_says_otherwise_is_kept_and_told(tmp_path: Path):
    """The document goes before its versions, which fill in what it does not say."""
    root = letter_with(tmp_path, en__letter_yml="form: report\nrepository: Westhaven State Archive\n")
    reading = read(root)
    (document,) = reading.archive.documents
    record = document.record
    assert (record.text_of("form"), record.text_of("repository")) == ("letter", "Westhaven State Archive")
    assert record.other_readings["form"][0].value == "report"
    (problem,) = reading.problems
    assert problem.as_line() == (
        "seeds/en/letter.yml:1: notice: as “form”, this version says “report” and its document “letter”; the record is listed under the "
        "latter; if the former is right, write it as “form” into the file of corrections of the document"
    )


def test_what_a_version_says_for_the_document_names_the_version(tmp_path: Path):
    """A value that was read in the translation is explained by its words and lines there."""
    root = letter_with(tmp_path, ko__letter_yml=f"{OF_KOREAN}date: 1961-03-04\n")
    html = page(build_quietly(root))
    assert "“Letter to the Harbour Committee”, Translation, English, line 1 of the source." in html


def test_an_edit_to_any_version_changes_the_document(tmp_path: Path):
    """A corrected paragraph keeps its address and number, one put in gets its own, and the change is recorded."""
    root = letter_with(tmp_path)
    before = data(publish_quietly(root, "2026-11-20"))
    file = root / "seeds" / "en" / "letter.txt"
    text = ENGLISH.replace("looked at the pier", "examined the pier").replace(
        "The committee", "It rained.\n\nThe committee"
    )
    file.write_text(text, "utf-8")
    changes = run("publish", root, "--yes", "--accept", day=325).output
    assert "en-p-" in changes
    after = data(root / "build")
    anchors = [[block["anchor"] for block in each["texts"][0]["body"]["blocks"]] for each in (before, after)]
    assert set(anchors[0]) < set(anchors[1])
    assert [block["number"] for block in after["texts"][0]["body"]["blocks"]] == ["", "1", "1a", "2", "3"]
    assert [block["anchor"] for block in before["body"]["blocks"]] == [
        block["anchor"] for block in after["body"]["blocks"]
    ]
    assert len(after["versions"]) == 2


def test_a_version_that_is_renamed_keeps_its_addresses(tmp_path: Path):
    """Neither its file nor its place belongs to the address."""
    root = lay_out(tmp_path, WAYS["the path of the original"])
    before = data(publish_quietly(root, "2026-11-20"))
    for ending in (".txt", ".yml"):
        (root / "seeds" / "more" / f"english{ending}").rename(root / "seeds" / "more" / f"anna{ending}")
    assert "Nothing is" in run("publish", root, "--yes", day=325).output
    after = data(root / "build")
    assert after["texts"][0]["body"] == before["texts"][0]["body"]
    assert len(after["versions"]) == 1


def test_a_version_that_is_gone_leaves_its_places(tmp_path: Path):
    """Whoever cites a paragraph of it is told that it was removed."""
    root = letter_with(tmp_path)
    before = data(publish_quietly(root, "2026-11-20"))
    for name in ("letter.txt", "letter.yml"):
        (root / "seeds" / "en" / name).unlink()
    html = page(publish_quietly(root, "2026-11-21"))
    for block in before["texts"][0]["body"]["blocks"]:
        assert f'<div class="block removed" id="{block["anchor"]}"' in html


def test_a_closed_version_is_nowhere_and_comes_back_as_it_was(tmp_path: Path):
    """Neither its words nor who made it are in the site; opened again, its paragraphs have the addresses they had."""
    root = letter_with(tmp_path)
    before = data(publish_quietly(root, "2026-11-20"))
    sidecar = root / "seeds" / "en" / "letter.yml"
    open_text = sidecar.read_text("utf-8")
    sidecar.write_text(f"{open_text}access: restricted\n", "utf-8")
    for site in (build_quietly(root), publish_quietly(root, "2026-11-21")):
        words = "".join(
            file.read_text("utf-8")
            for file in site.rglob("*")
            if file.suffix in (".html", ".json", ".jsonl", ".yml")
        )
        for hidden in (
            "surveyor",
            "Lindqvist",
            "lindqvist",
            "en-p-",
            "Letter to the Harbour Committee",
            "seeds/en",
        ):
            assert hidden not in words, hidden
        assert "texts" not in data(site)
    sidecar.write_text(open_text, "utf-8")
    after = data(publish_quietly(root, "2026-11-22"))
    assert after["texts"][0]["body"] == before["texts"][0]["body"]


def test_a_closed_document_closes_its_versions(tmp_path: Path):
    """A version that is not said to be closed is not shown either, and that is told."""
    root = letter_with(tmp_path, ko__letter_yml="version: original\ndate: 1961-03-04\naccess: restricted\n")
    lay_out(root, {"seeds/other.txt": "Another letter\n\nIt stands alone, so that there is a site at all.\n"})
    built = run("build", root)
    assert (
        "seeds/en/letter.txt: warning: this is a version of seeds/ko/letter.txt, which is closed"
        in built.output
    )
    assert not list((root / "build").glob(f"documents/{ID}"))


def test_a_document_that_becomes_a_version_must_say_where_its_readers_go(tmp_path: Path):
    """The build stops and names both ways; with the first, its old address leads to the document."""
    root = lay_out(tmp_path, {**LETTER, "archive.yml": "title: Harbour papers\n"})
    publish_quietly(root, "2026-11-20")
    (root / "archive.yml").write_text(SETTINGS, "utf-8")
    stopped = run("build", root)
    assert stopped.exit_code == 1
    assert (
        "seeds/en/letter.txt: error: the document published at documents/undated-letter-harbour-committee/ on 2026-11-20 is a "
        "version of seeds/ko/letter.txt now; to lead its readers there: "
        f"archivegen ids move --archive {root} undated-letter-harbour-committee 1961-03-04; "
        "or let it keep its address: write “version_of: seeds/en/letter.txt” into the file of corrections of seeds/ko/letter.txt instead"
    ) in stopped.output
    command = ["ids", "move", "--archive", str(root), "undated-letter-harbour-committee", "1961-03-04"]
    moved = CliRunner().invoke(main, command, env={"SOURCE_DATE_EPOCH": "1795132800"})
    assert moved.exit_code == 0, moved.output
    site = publish_quietly(root, "2026-11-21")
    assert "../1961-03-04/" in page(site, "undated-letter-harbour-committee")


def test_the_published_one_of_two_keeps_the_address(tmp_path: Path):
    """An original that is found later joins the translation that was published, at its address."""
    files = {name: text for name, text in LETTER.items() if "/ko/" not in name}
    root = lay_out(tmp_path, {**files, "archive.yml": SETTINGS})
    before = data(publish_quietly(root, "2026-11-20"), "undated-letter-harbour-committee")
    lay_out(root, LETTER)
    after = data(publish_quietly(root, "2026-11-21"), "undated-letter-harbour-committee")
    assert after["body"]["blocks"] == before["body"]["blocks"]
    assert [(text["kind"], text["anchor"]) for text in after["texts"]] == [("original", "ko")]


def test_a_published_version_that_cannot_be_read_keeps_its_document_back(tmp_path: Path):
    """Its paragraphs are not lost for a slip of the keyboard."""
    root = letter_with(tmp_path)
    publish_quietly(root, "2026-11-20")
    (root / "seeds" / "en" / "letter.yml").write_text("title: [\n", "utf-8")
    assert (
        "this document was published with seeds/en/letter.txt as one of its versions"
        in run("build", root).output
    )


def test_words_redacted_in_a_version_are_nowhere(tmp_path: Path):
    """They are covered where they stood, and no file of the document is offered that might have them."""
    press = Press()
    press.picture()
    text = ENGLISH.replace("The surveyor", "The surveyor Quillfeather")
    root = letter_with(
        tmp_path, en__letter_txt=text, en__letter_yml="redact: [{lines: 3, words: Quillfeather}]\n"
    )
    lay_out(root, {"seeds/scan.pdf": press.pdf(), "seeds/scan.yml": "version_of: ko/letter.txt\n"})
    site = publish_quietly(root, "2026-11-20")
    assert [each["kind"] for each in data(site)["texts"]] == ["translation", "scan"]
    assert "The surveyor [redacted] looked at" in data(site)["texts"][0]["body"]["blocks"][1]["text"]
    assert "seeds/" not in json.dumps(data(site))
    assert not list(site.rglob("*.pdf"))
    for file in site.rglob("*"):
        assert not file.is_file() or b"uillfeather" not in file.read_bytes().lower()


def test_the_sheet_has_every_value_with_the_file_it_was_read_from(tmp_path: Path):
    """Under the id of the document, whoever may see the version; brought back unchanged the rows change nothing."""
    root = letter_with(tmp_path, en__letter_yml=f"{OF_ENGLISH}access: restricted\ncredits: By the harbour\n")
    sheet = str(tmp_path / "sheet.csv")
    for command in (["export", sheet], ["import", sheet]):
        done = CliRunner().invoke(main, ["sheet", *command, "--archive", str(root)])
        assert done.exit_code == 0, done.output
    assert "The sheet changes no value." in done.output
    rows = list(csv.DictReader(Path(sheet).read_text("utf-8-sig").splitlines()))
    fields = {
        language: [row["field"] for row in rows if row["source"] == f"seeds/{language}/letter.txt"]
        for language in ("ko", "en")
    }
    assert {row["id"] for row in rows} == {"1961-03-04"}
    assert {"dates", "repository"} <= set(fields["ko"])
    assert not {"credits", "contributors", "versions"} & set(fields["ko"])
    assert {"credits", "contributors", "title"} <= set(fields["en"])
    assert not {"dates", "repository"} & set(fields["en"])


def test_a_value_of_a_version_is_corrected_in_its_own_file(tmp_path: Path):
    """Its row says which."""
    root = letter_with(tmp_path)
    sheet = tmp_path / "sheet.csv"
    assert CliRunner().invoke(main, ["sheet", "export", str(sheet), "--archive", str(root)]).exit_code == 0
    before, found, after = sheet.read_text("utf-8-sig").partition("title,1,Letter to the Harbour Committee,")
    assert found
    sheet.write_text(f"{before}title,1,Letter to the Committee,{after}", "utf-8")
    done = CliRunner().invoke(main, ["sheet", "import", str(sheet), "--archive", str(root), "--yes"])
    assert done.exit_code == 0, done.output
    assert 'title: "Letter to the Committee"' in (root / "seeds/en/letter.yml").read_text("utf-8")
    assert (root / "seeds/ko/letter.yml").read_text("utf-8") == LETTER["seeds/ko/letter.yml"]


def test_addresses_come_back_from_a_site(tmp_path: Path):
    """The site’s copy of the record has the passages of every version."""
    root = letter_with(tmp_path / "archive")
    site = publish_quietly(root, "2026-01-01").rename(tmp_path / "old")
    for name in ("permalinks.yml", "published.jsonl"):
        (root / name).unlink()
    command = ["ids", "recover", "--archive", str(root), "--yes", str(site)]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert run("build", root, "--locked").exit_code == 0
    assert data(root / "build")["texts"] == data(site)["texts"]


def test_a_text_and_its_scan_may_have_one_file_of_corrections(tmp_path: Path):
    """It names one of the two, which is the document, and speaks of both."""
    press = Press()
    press.picture()
    files = {
        "archive.yml": "title: Harbour papers\n",
        "seeds/letter.txt": ENGLISH,
        "seeds/letter.pdf": press.pdf(),
        "seeds/letter.yml": "date: 1961-03-04\nversion_of: letter.txt\nversion: scan\n",
    }
    reading = read(lay_out(tmp_path, files))
    (document,) = reading.archive.documents
    assert document.record.source.path == "seeds/letter.txt"
    assert document.record.version.kind == ""
    assert [each.kind for each in document.record.joined] == ["scan"]


def test_an_id_of_a_version_is_said_not_to_be_used(tmp_path: Path):
    """The address is that of the document."""
    reading = read(letter_with(tmp_path, en__letter_yml="id: english-letter\n"))
    (problem,) = reading.problems
    assert problem.as_line() == (
        "seeds/en/letter.yml:1: warning: the id “english-letter” is not used: this is a version of seeds/ko/letter.txt and stands at "
        "its address; take “id” out, or give it to the document"
    )


@pytest.mark.parametrize(
    "case", ["two into one language", "a translation saved twice", "of a document that is rejected"]
)
def test_whatever_is_kept_back_with_a_version_is_named(tmp_path: Path, case: str):
    """Each file that is not published is in the report, with the file that keeps it back."""
    changed, kept_back, cause = KEPT_BACK[case]
    root = lay_out(tmp_path, {**LETTER, **changed, "seeds/other/note.txt": PERSIAN})
    lines = run("build", root).output.splitlines()
    named = [
        line.split(":")[0]
        for line in lines
        if f"not published for what is reported of {cause}; mend that" in line
    ]
    assert named == kept_back
    survey = read(root)
    assert survey.rejected == len(kept_back) + 1
    assert [document.record.source.path for document in survey.archive.documents] == ["seeds/other/note.txt"]
