"""Which indexer indexes which language, and what is said where the one is missing that knows words without spaces."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import build_quietly, request_for

from archivegen.cli import main
from archivegen.preview.site import site_of
from archivegen.publish import indexer
from archivegen.reading import read_archive

WORDS = {
    "zh": "朝鲜战争的开始",
    "ja": "平壌駐在ソ連大使館の報告",
    "th": "สงครามเกาหลี",
    "yue": "朝鮮戰爭嘅開始",
    "lzh": "朝鮮之役始焉",
    "km": "សង្គ្រាមកូរ៉េ",
    "my": "ကိုရီးယားစစ်ပွဲ",
    "ko": "소련대사관",
    "en": "An embassy.",
}
LINE = (
    "seeds/ja.txt: warning: search does not know where words begin in languages written without spaces, and finds little in these "
    "documents (Japanese: 1, Thai: 1, Chinese: 2); install the part of archivegen for them and build again: python -m pip install "
    "'archivegen[cjk]', or, wherever archivegen itself came from, python -m pip install 'pagefind-bin-extended>=1.5.2,<1.6'"
)


NEVER = (
    "seeds/km.txt: warning: search does not know where words begin in languages written without spaces, and finds little in these "
    "documents (Khmer: 1, Burmese: 1); give them titles and summaries in a language with spaces, by which they are found as well; "
    "there is no program for these languages that could be installed"
)


def archive(root: Path, *languages: str) -> Path:
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Papers\nlanguage: en\n", "utf-8")
    for language in languages:
        (root / f"seeds/{language}.txt").write_text(
            f"Paper {language}\n\n{WORDS[language.rstrip('2')]}\n", "utf-8"
        )
        (root / f"seeds/{language}.yml").write_text(f"language: {language.rstrip('2')}\n", "utf-8")
    return root


def lines_of(root: Path) -> list[str]:
    return [problem.as_line() for problem in read_archive(request_for(root)).problems]


def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexer, "_EXTENDED", "pagefind_bin_that_nobody_has")


def content_of(site: Path, language: str) -> str:
    (file,) = (site / "pagefind" / language).rglob("*.pf_fragment")
    return str(json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))["content"])


@pytest.mark.parametrize("language", ["zh", "ja", "th"])
def test_languages_without_spaces_are_divided_into_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
):
    """By the larger program; without it the whole line is one word."""
    divided = content_of(build_quietly(archive(tmp_path / "with", language)), language)
    assert len(divided.split("\u200b")) > 3
    without(monkeypatch)
    assert "\u200b" not in content_of(build_quietly(archive(tmp_path / "without", language)), language)


def test_other_languages_are_the_same_bytes_with_and_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whoever has the larger program makes the same index of them."""
    root = archive(tmp_path, "ko", "en")
    kinds = [indexer.indexer_for(language) for language in ("ko", "en")]
    site = build_quietly(root)
    before = {file: file.read_bytes() for file in (site / "pagefind").rglob("*") if file.is_file()}
    without(monkeypatch)
    assert [indexer.indexer_for(language) for language in ("ko", "en")] == kinds
    again = build_quietly(root)
    assert {file: file.read_bytes() for file in (again / "pagefind").rglob("*") if file.is_file()} == before


def test_an_index_of_the_smaller_program_is_not_kept_by_the_larger(tmp_path: Path):
    """Whoever installs it and builds again finds the words."""
    root = archive(tmp_path, "zh")
    with pytest.MonkeyPatch.context() as patched:
        without(patched)
        assert "\u200b" not in content_of(build_quietly(root), "zh")
    assert "\u200b" in content_of(build_quietly(root), "zh")


def test_each_build_says_that_words_are_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In how many documents of which languages, and what helps; once for all of them, also in the preview."""
    root = archive(tmp_path, "zh", "zh2", "ja", "th", "ko", "en")
    without(monkeypatch)
    for _ in range(2):
        result = CliRunner().invoke(main, ["build", str(root)])
        assert result.exit_code == 0
        assert result.output.count(LINE) == 1
    assert [problem.code for problem in site_of(request_for(root)).problems].count(
        "search-without-words"
    ) == 1
    strict = CliRunner().invoke(main, ["build", str(root), "--strict"])
    assert strict.exit_code != 0
    assert LINE in strict.output


def test_languages_that_nothing_divides_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Also where the larger program is there, which is of no use for them."""
    root = archive(tmp_path, "km", "my", "yue")
    said = lines_of(root)
    assert [line for line in said if "where words begin" in line] == [NEVER]
    without(monkeypatch)
    said = lines_of(root)
    missing = LINE.replace("ja.txt", "yue.txt").replace("Japanese: 1, Thai: 1, Chinese: 2", "Cantonese: 1")
    assert [line for line in said if "where words begin" in line] == [missing, NEVER]


def test_what_is_written_as_chinese_is_indexed_as_chinese(tmp_path: Path):
    """In one shard, divided into words; in the lists each language keeps its name."""
    site = build_quietly(archive(tmp_path, "yue", "lzh", "zh", "en"))
    shards = json.loads((site / "search/table/archive.json").read_text("utf-8"))["shards"]
    assert [(shard["name"], shard["documents"]) for shard in shards] == [("en", 1), ("zh", 3)]
    assert sorted(folder.name for folder in (site / "pagefind").iterdir()) == ["en", "zh"]
    fragments = [gzip.decompress(file.read_bytes()) for file in (site / "pagefind/zh").rglob("*.pf_fragment")]
    assert all("\u200b" in fragment.decode("utf-8", "replace") for fragment in fragments)
    (languages,) = (site / "search/table").rglob("languages.column")
    values = json.loads(gzip.decompress(languages.read_bytes()))["values"]
    assert sorted(slug for slug, *_ in values) == ["en", "lzh", "yue", "zh"]


@pytest.mark.parametrize(
    ("languages", "said"), [(("ko", "en"), {}), (("zh",), {"with_search": False})], ids=["none", "no search"]
)
def test_nothing_is_said_where_nothing_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, languages: tuple[str, ...], said: dict[str, object]
):
    """Neither of other languages, nor where there is no search."""
    without(monkeypatch)
    problems = read_archive(request_for(archive(tmp_path, *languages), **said)).problems
    assert "search-without-words" not in [problem.code for problem in problems]


def test_with_the_larger_program_nothing_is_said(tmp_path: Path):
    """It is there when the tests run."""
    problems = read_archive(request_for(archive(tmp_path, "zh"))).problems
    assert "search-without-words" not in [problem.code for problem in problems]


def test_closed_documents_are_not_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """They are in no index, and the message would tell of them."""
    root = archive(tmp_path, "zh", "en")
    said = "language: zh\ntitle: Sealed\naccess: {status: restricted, announce: yes}\n"
    (root / "seeds/zh.yml").write_text(said, "utf-8")
    without(monkeypatch)
    reading = read_archive(request_for(root))
    assert [document.is_open for document in reading.archive.documents] == [True, False]
    assert "search-without-words" not in [problem.code for problem in reading.problems]
