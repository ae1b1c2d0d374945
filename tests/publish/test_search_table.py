"""The files of the table beside the search index: what they are called, what they tell of the site, and that they are the same."""

import gzip
import hashlib
import json
import re
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.conftest import ROOT, build_quietly, publish_quietly, tree
from tests.joined_archives import LETTER, lay_out
from tests.test_access import ANNOUNCED, REDACTED, archive, run, traces

TABLE = Path("search", "table")


def table_of(site: Path) -> dict[str, bytes]:
    """Return the files of the table of a site."""
    return tree(site / TABLE)


def column(site: Path, name: str) -> object:
    """Return a column of a site, as whoever reads it has it."""
    file = site / TABLE / manifest(site)["digest"] / f"{name}.column"
    return json.loads(gzip.decompress(file.read_bytes()))


def names_in(table: dict[str, bytes]) -> set[str]:
    """Return the names of the files of a table, the folder of its columns aside."""
    digest = json.loads(table["archive.json"])["digest"]
    return {name.removeprefix(f"{digest}/") for name in table}


def manifest(site: Path) -> dict:
    """Return the manifest of the table of a site."""
    return json.loads((site / TABLE / "archive.json").read_text("utf-8"))


def test_the_manifest_says_what_there_is(sample: Path):
    """Every column is a file, and each facet has values."""
    told = manifest(sample)
    assert (told["documents"], told["cards"], told["citations"]) == (2, 16, 50)
    assert told["shards"] == [{"name": "en", "language": "en", "documents": 2, "stemmed": True}]
    assert told["facets"] == [
        "people",
        "organisations",
        "places",
        "archives",
        "kinds",
        "languages",
        "statuses",
    ]
    others = ("records", "dates", "names", "words", "numbers", "citations/0")
    assert names_in(table_of(sample)) == {
        "archive.json", "cards/0.json", *(f"{name}.column" for name in (*others, *told["facets"])),
    }  # fmt: skip
    assert all(column(sample, facet)["values"] for facet in told["facets"])


def test_each_record_is_of_the_row_whose_words_it_has(tmp_path: Path):
    """In every shard: the file that the index has of a record is of the document whose address the row's card has."""
    second = {"seeds/en/other.txt": "Another letter\n\nThe pier was mended in the year after the storm.\n",
              "seeds/en/other.yml": "date: 1950-02-03\nlanguage: en\n"}  # fmt: skip
    site = build_quietly(lay_out(tmp_path, {**LETTER, **second}))
    records = column(site, "records")
    cards = json.loads((site / TABLE / manifest(site)["digest"] / "cards" / "0.json").read_text("utf-8"))
    assert {name: len(own["rows"]) for name, own in records.items()} == {"en": 2, "ko": 1}
    assert [(shard["name"], shard["stemmed"]) for shard in manifest(site)["shards"]] == [
        ("en", True),
        ("ko", False),
    ]
    for shard, own in records.items():
        for row, made in zip(accumulate(own["rows"]), own["hashes"].split(" "), strict=True):
            fragment = site / "pagefind" / shard / "fragment" / f"{shard}_{made}.pf_fragment"
            assert cards[row][5].encode() in gzip.decompress(fragment.read_bytes())
    languages = column(site, "languages")
    by_code = {slug: number for number, (slug, *_) in enumerate(languages["values"])}
    assert languages["rows"][1] == sorted((by_code["en"], by_code["ko"]))
    assert languages["rows"][0] == [by_code["en"]]


def test_the_same_documents_give_the_same_bytes(tmp_path: Path):
    """The digest is that of what is in the table: it is another one as soon as a document is."""
    root = lay_out(tmp_path, LETTER)
    first = table_of(build_quietly(root))
    assert table_of(build_quietly(root)) == first
    lay_out(root, {"seeds/en/letter.yml": f"{LETTER['seeds/en/letter.yml']}subjects: [pier]\n"})
    changed = table_of(build_quietly(root))
    assert json.loads(changed["archive.json"])["digest"] != json.loads(first["archive.json"])["digest"]
    assert names_in(changed) - names_in(first) == {"subjects.column"}


def test_another_table_has_no_file_of_the_one_before_but_the_manifest(tmp_path: Path):
    """So that a page which was opened before gets nothing rather than the rows of other documents; the old ones do not stay."""
    root = lay_out(tmp_path, LETTER)
    first = table_of(build_quietly(root))
    lay_out(root, {"seeds/en/letter.yml": f"{LETTER['seeds/en/letter.yml']}subjects: [pier]\n"})
    changed = table_of(build_quietly(root))
    assert set(changed) & set(first) == {"archive.json"}
    folders = {name.partition("/")[0] for name in changed if name != "archive.json"}
    assert folders == {json.loads(changed["archive.json"])["digest"]}


def test_columns_bear_no_day_and_no_name_of_a_system(sample: Path):
    """Else they would differ wherever and whenever they are made."""
    files = [content for name, content in table_of(sample).items() if name.endswith(".column")]
    # Time, flags and system of RFC 1952: none, the slowest packing, unknown.
    assert {content[:10] for content in files} == {b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"}


def test_the_archive_has_the_digest_and_the_day_of_what_was_published_last(tmp_path: Path):
    """Of the copy that the site has of it; what is only built since is not published."""
    root = lay_out(tmp_path, LETTER)
    assert (manifest(build_quietly(root))["publication"], manifest(build_quietly(root))["published"]) == (
        "",
        "",
    )
    site = publish_quietly(root, "2026-11-19")
    first = manifest(site)
    kept = (site / "data" / "published.jsonl").read_bytes()
    assert first["publication"] == hashlib.sha256(kept).hexdigest()[:12]
    assert first["published"] == "2026-11-19"
    lay_out(root, {"seeds/en/letter.yml": f"{LETTER['seeds/en/letter.yml']}subjects: [pier]\n"})
    built = manifest(build_quietly(root))
    assert (built["publication"], built["published"]) == (first["publication"], "2026-11-19")
    assert built["digest"] != first["digest"]
    again = manifest(publish_quietly(root, "2026-11-20"))
    assert again["publication"] != first["publication"]
    assert again["published"] == "2026-11-20"


def test_without_search_there_is_no_table(tmp_path: Path):
    """It is of no use without an index; the page that says how to search stays, as the search page does."""
    site = build_quietly(lay_out(tmp_path, LETTER), with_search=False)
    assert not (site / TABLE).exists()
    assert (site / "search" / "help" / "index.html").exists()


@pytest.mark.parametrize("with_search", [True, False])
def test_only_a_search_that_is_there_is_led_to(tmp_path: Path, *, with_search: bool):
    """Home, navigation and foot lead to the search page where it can answer; the page itself stays for links from elsewhere."""
    site = build_quietly(lay_out(tmp_path, LETTER), with_search=with_search)
    # The page for missing addresses leads to nothing where the site does not know its own.
    pages = {file for file in site.rglob("index.html") if "search" not in file.parts}
    leading = {file for file in pages if re.search(r"(href|action)=\"[./]*search/", file.read_text("utf-8"))}
    assert leading == (pages if with_search else set())
    assert ('role="search"' in (site / "index.html").read_text("utf-8")) is with_search
    page = (site / "search" / "index.html").read_text("utf-8")
    assert ("<form" in page) is with_search
    assert ('<p class="note">This site was built without its search.' in page) is not with_search


@pytest.mark.parametrize(
    "access",
    [
        "access: restricted\n",
        "access: draft\n",
        "access: {status: embargoed, until: 2999-01-01}\n",
        ANNOUNCED,
    ],
    ids=["restricted", "draft", "embargoed", "announced"],
)
def test_nothing_of_a_closed_document_is_in_the_table(tmp_path: Path, access: str):
    """Neither its title nor its names and numbers, also where its title is announced."""
    numbers = "title: Canary papers\nreference_code: Canary Archive, f. 77, op. 8, d. 9\nid: letter-1\n"
    root = archive(tmp_path / "a", canary=numbers)
    assert run("publish", root, "--yes").exit_code == 0
    site = root / "build"
    assert {"names.column", "words.column", "numbers.column", "cards/0.json", "citations/0.column", "people.column"} <= {
        name.removeprefix(f"{TABLE.as_posix()}/{manifest(site)['digest']}/") for name in traces(site, "canary")
    }  # fmt: skip
    assert "fond:77" in str(column(site, "numbers"))
    (root / "seeds" / "canary.yml").write_text(f"{numbers}{access}", "utf-8")
    assert run("build", root).exit_code == 0
    assert [name for name in traces(site, "canary") if name.startswith("search/")] == []
    assert "fond:77" not in str(column(site, "numbers"))
    assert manifest(site)["documents"] == 1
    assert "Canary" not in unquote((site / "search" / "help" / "index.html").read_text("utf-8"))


def test_redacted_words_are_not_in_the_table(tmp_path: Path):
    """Of the document, which is open, all else is."""
    root = archive(tmp_path / "a", canary=f"title: Letter of Ada\n{REDACTED}")
    assert run("build", root).exit_code == 0
    in_table = [name for name in traces(root / "build", "canarylind") if name.startswith("search/")]
    assert in_table == []
    assert manifest(root / "build")["documents"] == 2


def test_the_page_on_search_names_every_file_of_the_table(sample: Path):
    """And none that there is not; collections and subjects are those of other archives."""
    lines = (ROOT / "docs" / "search.md").read_text("utf-8").splitlines()
    named = {name for line in lines if line.startswith("| `") for name in re.findall(r"`([a-z./]+)`", line)}
    there = {name.partition("/")[0] + "/" if "/" in name else name for name in names_in(table_of(sample))}
    assert named - {"collections.column", "subjects.column"} == there
