"""The words of the interface: another language is one file, and what is missing or wrong in it is named."""

import json
import re
import string
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from archivegen.look.words import words_in
from archivegen.pages.catalogue_faults import needed
from archivegen.pages.messages import Messages, read_messages
from archivegen.problems import Problem, Refusal
from archivegen.reading import read_archive
from archivegen.records.date_words import ENGLISH as ENGLISH_DATES
from archivegen.records.date_words import english
from archivegen.records.worded_dates import worded
from archivegen.starter import start_archive
from tests.conftest import ROOT, build_quietly, copy_sample, publish_quietly, request_for
from tests.generated_docs import WORDS, catalogue_page

CATALOGUE = read_messages([WORDS.read_text("utf-8")], "messages.yml").text_by_key
# Esperanto: known to the register of languages, and nobody will take its words for English.
STRANGE = "eo"
# What a reader sees or hears of a page.
SPOKEN = (
    "title", "alt", "aria-label", "placeholder", "data-copy-label", "data-copied-label", "data-copy-link", "data-copy-citation",
    "data-copied",
)  # fmt: skip
NAMES_OF_PROGRAMS = ("archivegen", "JSON", "SHA-256", "PDF", "GeoNames", "CC BY 4.0")
WRITTEN = "write each part that is filled in as {name}, and a brace that is one as {{ or }}"


def strange_catalogue() -> str:
    """Return all messages as the file of a language in which each is marked as a whole."""
    keys = list(needed(CATALOGUE, STRANGE))
    return "".join(f"{key}: {json.dumps(f'⟦{CATALOGUE[key]}⟧', ensure_ascii=False)}\n" for key in keys)


def in_strange_language(root: Path) -> Path:
    """Set an archive to the strange language."""
    settings = root / "archive.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\nlanguage: {STRANGE}\n", "utf-8")
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / f"messages.{STRANGE}.yml").write_text(strange_catalogue(), "utf-8")
    return root


class _Spoken(HTMLParser):
    """Everything that a page says, piece by piece, but for citations, whose styles are those of English handbooks, and for what
    is written to be searched for.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.is_passed_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.is_passed_over = tag in ("script", "style", "pre", "cite") or given.get("class") in (
            "citation",
            "print-citation",
            "query",
        )
        self.pieces += [value for name in SPOKEN if (value := given.get(name))]
        if given.get("name") == "description":
            self.pieces.append(given.get("content") or "")
        if messages := given.get("data-messages"):
            self.pieces += json.loads(messages).values()

    def handle_endtag(self, tag: str) -> None:
        self.is_passed_over = self.is_passed_over and tag == "cite"

    def handle_data(self, data: str) -> None:
        if not self.is_passed_over:
            self.pieces.append(data)


def unmarked(piece: str) -> Iterator[str]:
    """Yield what of a piece of a page stands outside all marks."""
    depth, start = 0, 0
    for match in re.finditer(r"[⟦⟧]", piece):
        if depth == 0:
            yield piece[start : match.start()]
        depth += 1 if match[0] == "⟦" else -1
        start = match.end()
    assert depth == 0, piece
    yield piece[start:]


def words_of_documents(site: Path, root: Path) -> str:
    """Return everything that the documents and their descriptions say, and what the settings do."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for each in value.values():
                yield from texts(each)
        elif isinstance(value, list):
            for each in value:
                yield from texts(each)
        elif value is not None:
            yield str(value)

    data = [json.loads(file.read_text("utf-8")) for file in site.rglob("document.json")]
    sources = [file.read_text("utf-8") for file in (root / "seeds").glob("*.txt")]
    settings = list(yaml.safe_load((root / "archive.yml").read_text("utf-8")).values())
    said = " ".join(" ".join((*texts(data), *texts(settings), *sources)).split())
    # What is named together, as “North and South”, has names of its own, which stand on its page in full.
    stated = re.compile(r'(?:<h1 dir="auto">|<p class="spellings">.*</span> )([^<]+)')
    pages = [page.read_text("utf-8") for page in site.glob("places/*/index.html")]
    names = [name for page in pages for name in stated.findall(page)]
    return f"{said} {' '.join(names)}"


def strange_words(site: Path, root: Path) -> dict[str, str]:
    """Return what pages say that comes neither from the catalogue nor from a document, with the page."""
    known = words_of_documents(site, root)
    names = set(NAMES_OF_PROGRAMS) | {"angla", "ĉina"}
    found = {}
    for page in sorted(site.rglob("*.html")):
        if "pagefind" in page.parts:
            continue
        reader = _Spoken()
        reader.feed(page.read_text("utf-8"))
        for piece in (rest for each in reader.pieces for rest in unmarked(each)):
            words = " ".join(piece.split()).strip(" .,;:·()“”¶…")
            parts = re.split(r" · |, | = |; | \(", words)
            for part in parts:
                bare = part.strip(" .,;:·()“”¶…")
                if re.search(r"[A-Za-z]{2}", bare) and bare not in known and bare not in names:
                    found[bare] = page.relative_to(site).as_posix()
    return found


def test_every_word_of_the_interface_comes_from_the_catalogue(tmp_path: Path):
    """In a language in which each message is marked, no page of the sample archive says anything else but what documents say."""
    root = in_strange_language(copy_sample(tmp_path / "sample"))
    site = build_quietly(root)
    assert strange_words(site, root) == {}
    html = (site / "index.html").read_text("utf-8")
    assert f'<html lang="{STRANGE}">' in html
    assert ">⟦2 documents⟧</a>" in html
    assert ">⟦⟦22 ⟦May⟧ 1957⟧ – ⟦18 ⟦October⟧ 1963⟧⟧</a>" in html


def test_what_publish_records_is_in_the_language_of_the_archive(tmp_path: Path):
    """Versions and what has changed in them, on the page and in the feed; a withdrawn document as well."""
    root = tmp_path / "letters"
    start_archive(root)
    in_strange_language(root)
    publish_quietly(root, "2026-11-21")
    (source,) = (root / "seeds").glob("*.txt")
    source.write_text(source.read_text("utf-8").replace("on Thursday", "on Friday"), "utf-8")
    site = publish_quietly(root, "2026-11-22", base_url="https://archive.example.org/")
    assert strange_words(site, root) == {}
    assert "⟦1 paragraph corrected⟧" in (site / "changes.xml").read_text("utf-8")


def test_a_site_whose_language_runs_from_right_to_left_says_so(tmp_path: Path):
    """The page as a whole, and the texts that run the other way."""
    root = copy_sample(tmp_path / "sample")
    (root / "archive.yml").write_text("title: Harbour papers\nlanguage: ar\n", "utf-8")
    (root / "templates").mkdir()
    (root / "templates" / "messages.ar.yml").write_text("skip: إلى النص\n", "utf-8")
    site = build_quietly(root)
    assert '<html lang="ar" dir="rtl">' in (site / "index.html").read_text("utf-8")
    page = next(site.glob("documents/*/index.html")).read_text("utf-8")
    assert re.search(r'<section class="text"[^>]* lang="en" dir="ltr">', page)


def test_the_words_of_the_tables_are_those_of_the_catalogue():
    """Labels, reasons and dates stand there as they are in the program: make docs."""
    assert WORDS.read_text("utf-8") == catalogue_page()
    assert all(CATALOGUE[key] == words for key, words in ENGLISH_DATES.items())


@pytest.mark.parametrize(
    "date", ["1957-05-22", "1957-05-06/1957-05-29", "1957-05/..", "1957-21", "195X~", "00XX", "11XX", "20XX", "-0043", "1957?"]
)  # fmt: skip
def test_dates_of_pages_and_of_the_terminal_are_worded_alike(date: str):
    """The terminal has no catalogue."""
    assert Messages(CATALOGUE).date(date) == worded(date) == worded(date, english)


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 1, "one"), ("en", 0, "other"), ("pl", 1, "one"), ("pl", 3, "few"), ("pl", 5, "many"), ("pl", 22, "few"),
        ("ru", 21, "one"), ("ar", 0, "zero"), ("ar", 2, "two"), ("ja", 1, "other"), ("pt-BR", 0, "one"), ("qqq", 1, "one"),
    ],
)  # fmt: skip
def test_a_number_has_the_form_that_the_language_gives_it(language: str, count: int, expected: str):
    """As Unicode's data have it; of a language that they do not know, as in English."""
    forms = {f"papers.{each}": each for each in ("zero", "one", "two", "few", "many", "other")}
    assert Messages(forms, language)("papers", count=count) == expected


def test_a_form_that_is_missing_is_said_as_for_other_numbers():
    """A sentence with the wrong ending is better than none."""
    assert Messages({"papers.other": "{count} papierów"}, "pl")("papers", count=3) == "3 papierów"


def problems_of(root: Path, language: str, messages: str, name: str) -> list[Problem]:
    (root / "templates").mkdir()
    (root / "templates" / name).write_text(messages, "utf-8")
    problems: list[Problem] = []
    words_in(root, language, problems)
    return problems


def test_what_a_language_lacks_is_named_and_stays_english(tmp_path: Path):
    """All of it in one warning."""
    given = strange_catalogue().replace("skip:", "own.skip:").replace("home.read:", "own.read:")
    (problem,) = problems_of(tmp_path, STRANGE, given, f"messages.{STRANGE}.yml")
    assert problem.as_line() == (
        "templates/messages.eo.yml: warning: 2 messages have no words in “eo”: skip, home.read; until they have, they are shown in "
        "English, or as for another number"
    )
    assert words_in(tmp_path, STRANGE, [])("skip") == "Skip to the text"


def test_a_language_must_have_the_numbers_that_it_tells_apart():
    """Polish has three where English has two; of places in an order it has one."""
    polish = set(needed(CATALOGUE, "pl"))
    assert {f"documents.{each}" for each in ("one", "few", "many", "other")} <= polish
    assert {key for key in polish if key.startswith("date.century")} == {"date.century.other"}
    assert set(needed(CATALOGUE, "en")) == set(CATALOGUE)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("skipp: Past this\n", "templates/messages.yml:1: warning: nothing says “skipp”; did you mean “skip”? what your own templates say, call own.…"),
        ("documents.few: '{cuont} papers'\n", "templates/messages.yml:1: error: nothing is filled in for {cuont}; what is filled in here: {count}"),
        ("home:\n  read: '{title}'\n", "templates/messages.yml:2: error: nothing is filled in for {title}; what is filled in here: none"),
        ("documents.one: '{count:q} document'\n", f"templates/messages.yml:1: error: “{{count:q}}” cannot be filled in; {WRITTEN}"),
        ("documents.other: '{count!z} documents'\n", f"templates/messages.yml:1: error: “{{count!z}}” cannot be filled in; {WRITTEN}"),
        ("documents.few: '{count:{width}} papers'\n", f"templates/messages.yml:1: error: “{{count:{{width}}}}” cannot be filled in; {WRITTEN}"),
        ("quoted: '{words:,} as written'\n", f"templates/messages.yml:1: error: “{{words:,}}” cannot be filled in; {WRITTEN}"),
        ("skip: 'to {the text'\n", "templates/messages.yml:1: error: a brace of this message is not closed; write each part that is filled in as {name}, and a brace that is one as {{ or }}"),
    ],
)  # fmt: skip
def test_a_message_that_nothing_says_or_that_cannot_be_filled_in_is_named(
    message: str, expected: str, tmp_path: Path
):
    """With its line and what it may be."""
    problems = problems_of(tmp_path, "en", message, "messages.yml")
    assert [
        f"{problem.path}:{problem.line}: {problem.level}: {problem.message}; {problem.fix}"
        for problem in problems
    ] == [expected]


def test_a_language_without_words_says_how_to_make_them(tmp_path: Path):
    """From which file, and to which."""
    root = copy_sample(tmp_path / "sample")
    (root / "archive.yml").write_text("title: Harbour papers\nlanguage: fr-CA\n", "utf-8")
    with pytest.raises(Refusal) as refused:
        read_archive(request_for(root))
    (problem,) = refused.value.problems
    assert problem.message == "there are no words for pages in “fr-CA”"
    assert problem.fix == (
        f"copy {ROOT / 'templates' / 'messages.yml'} to templates/messages.fr.yml of the archive and put it into that language, or "
        "write “language: en”"
    )


def test_own_words_take_the_place_of_the_programs_one_by_one(tmp_path: Path):
    """Own templates may say more, below `own`."""
    root = copy_sample(tmp_path / "sample")
    (root / "templates" / "pages").mkdir(parents=True)
    (root / "templates" / "messages.yml").write_text(
        "skip: Past the head\nown:\n  hello: Good day\n", "utf-8"
    )
    (root / "templates" / "pages" / "about.html").write_text(
        '{% extends "base.html" %}{% block main %}<h1>{{ say("own.hello") }}, {{ page.title }}</h1>{% endblock %}',
        "utf-8",
    )
    site = build_quietly(root)
    html = (site / "about" / "index.html").read_text("utf-8")
    assert "<h1>Good day, About</h1>" in html
    assert "Past the head</a>" in html


def test_every_language_that_comes_with_the_program_is_complete():
    """Each message is there, with the same parts; nothing else is."""
    for file in WORDS.parent.glob("messages.*.yml"):
        language = file.name.split(".")[1]
        messages = read_messages([file.read_text("utf-8")], file.name).text_by_key
        assert set(needed(CATALOGUE, language)) == set(messages), file.name
        for key, words in messages.items():
            model = CATALOGUE.get(key) or CATALOGUE[f"{key.rpartition('.')[0]}.other"]
            assert words.strip(), key
            assert parts_of(words) <= parts_of(model), key


def parts_of(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}
