"""The review page as an archivist meets it: in `serve`, with her files, and nowhere else."""

import html
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.conftest import build_quietly, copy_sample, nu_messages, publish_quietly, request_for
from tests.previews import page_of, preview_of, previewed
from tests.test_cli import run

from archivegen.review_list.keeping import ReviewList

PASTE = re.compile(
    r'<div class="paste">\s*<p><code>(.*?)</code> (.*?)</p>\s*<pre><code[^>]*>(.*?)</code></pre>', re.DOTALL
)
DAY = "2026-03-01"
LARGEST_PAGE = 150_000


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """The sample archive, in a folder of its own, so that files of corrections may be written."""
    return copy_sample(tmp_path / "letters")


def served_review(root: Path, reader: str = "Marta Silva", *, with_site: bool = False) -> Iterator[str]:
    """Serve the review page of an archive, with its site or without, and yield the address."""
    request = request_for(root, day=DAY, base_url="")
    review = ReviewList(request, reader, lambda: DAY)
    made = {"/review/": review.page, "/review/review.css": lambda _query: review.style()}
    with previewed(request, made, with_site=with_site) as (address, _):
        yield address


@pytest.fixture
def preview(letters: Path) -> Iterator[str]:
    """The address of the preview of the sample archive."""
    yield from served_review(letters)


def pastes_in(page: str) -> list[tuple[str, str, str]]:
    """Return the lines of a page to be pasted: the file, where in it, the lines as they are selected."""
    return [
        (html.unescape(file), html.unescape(where), html.unescape(re.sub(r"</?mark>", "", lines)))
        for file, where, lines in PASTE.findall(page)
    ]


def paste(root: Path, file: str, where: str, lines: str) -> None:
    """Do what the page says."""
    path = root / file
    standing = path.read_text("utf-8").splitlines() if path.is_file() else []
    if "place" in where:
        first, *last = map(int, re.findall(r"\d+", where))
        standing[first - 1 : last[0] if last else first] = lines.split("\n")
    else:
        assert path.is_file() == ("at its end" in where)
        standing += lines.split("\n")
    path.write_text("\n".join([*standing, ""]), "utf-8")


def left_in(page: str) -> tuple[int, int]:
    """Return how many values a page says are left, and of how many."""
    found = re.search(r"(\d+) of (\d+) inferred values are left", page)
    assert found, page
    return int(found[1]), int(found[2])


def test_a_value_is_gone_from_the_list_when_its_lines_are_saved(preview: str, letters: Path):
    """Whatever its field; all of a document with the lines that stand below its values, in the same file."""
    before = left_in(page_of(f"{preview}review/"))
    assert before[0] == before[1] > 40
    for done in range(1, 9):
        file, where, lines = pastes_in(page_of(f"{preview}review/?within=000_"))[0]
        paste(letters, file, where, lines)
        assert left_in(page_of(f"{preview}review/")) == (before[0] - done, before[1])
    last = page_of(f"{preview}review/?within=003_&page=99")
    assert "All values of this document at once" in last
    paste(letters, *pastes_in(last)[-1])
    assert "Nothing is left here." in page_of(f"{preview}review/?within=003_")
    assert run("check", letters, "--output", letters / "build").exit_code == 0


def test_what_is_written_over_the_marked_words_corrects_the_value(preview: str, letters: Path):
    """The other values of the field stay as they were read, and in the list."""
    address = f"{preview}review/?field=people_mentioned"
    before = left_in(page_of(f"{preview}review/"))
    file, where, lines = pastes_in(page_of(address))[0]
    paste(letters, file, where, lines.replace("Pak Geum-cheol", "Pak Kŭm-ch’ŏl"))
    assert left_in(page_of(f"{preview}review/")) == (before[0] - 1, before[1] - 1)
    assert "Pak Geum-cheol" not in re.sub(
        r"<[^>]*>", "", page_of(address).replace("mark>", "b>").partition("<ol>")[2]
    )


def test_what_is_asked_for_is_what_is_shown(preview: str):
    """Certainty, field, folder and title, by plain addresses; what nobody understands is passed over."""
    everything = page_of(f"{preview}review/")
    assert "Values 1 to 25 of" in everything
    assert everything.index('id="probable"') < everything.index('aria-label="Pages of this list"')
    certain = page_of(f"{preview}review/?certainty=certain")
    assert 'id="certain"' in certain
    assert 'id="probable"' not in certain
    labels = re.findall(
        r'<h3><span class="label">(.*?)</span>', page_of(f"{preview}review/?field=participants")
    )
    assert set(labels) == {"Present"}
    by_title = page_of(f"{preview}review/?within=song%20renqiong")
    assert set(re.findall(r"<code>(seeds/\S+\.txt)", by_title)) == {"seeds/000_e86e0e778ee3ab7e.txt"}
    for odd in ("?page=-1", "?page=9e9", "?within=%00%1b%FF", "?&&=&" + "x=1&" * 40, "?value=1&field=dates"):
        assert 'role="status"' in page_of(f"{preview}review/{odd}")


def test_words_that_go_over_several_lines_are_marked_where_they_stand(letters: Path):
    """The lines that are shown begin with the first of them."""
    heading = "From the Journal of\nV. I. TESTOV\n\nRECORD OF A CONVERSATION\nwith the Harbour Master Peter OKAFOR\n\n4 March 1961\n\n"
    text = "Today I received the harbour master and asked him about the crane, which nobody has paid for.\n"
    (letters / "seeds/crane.txt").write_text(heading + text, "utf-8")
    for address in served_review(letters):
        page = page_of(f"{address}review/?within=crane.txt")
        assert "<mark>RECORD OF A CONVERSATION</mark>" in page
        assert "<mark>with the Harbour Master Peter OKAFOR</mark>" in page


def test_the_pages_of_the_list_have_every_value_once(preview: str):
    """And the last one says so."""
    shown: list[str] = []
    count = left_in(page_of(f"{preview}review/"))[0]
    for number in range(1, -(-count // 25) + 1):
        shown += re.findall(r"<h3>(.*?)</h3>", page_of(f"{preview}review/?page={number}"))
    assert len(shown) == count


def test_the_name_is_that_of_whoever_asks(preview: str, letters: Path):
    """Whatever is in it; without one there are no lines."""
    name = 'Marta "Mar" <Silva>: #1'
    file, where, lines = pastes_in(page_of(f"{preview}review/?by={quote(name)}"))[0]
    paste(letters, file, where, lines)
    assert "Silva>: #1" in (letters / file).read_text("utf-8")
    assert left_in(page_of(f"{preview}review/"))[0] == left_in(page_of(f"{preview}review/"))[1] - 1
    for nobodys in served_review(letters, reader=""):
        page = page_of(f"{nobodys}review/")
        assert pastes_in(page) == []
        assert "when your name is written above" in page


def test_closed_documents_are_counted_and_not_shown(letters: Path):
    """The preview shows no more of them than it did."""
    (letters / "seeds" / "000_e86e0e778ee3ab7e.yml").write_text("access: draft\n", "utf-8")
    for address in served_review(letters):
        page = page_of(f"{address}review/?within=000_")
        assert "Nothing is left here." in page
        assert re.search(r"One document that is not open has \d\d more", page)
        assert "Song Renqiong" not in re.sub(r"<[^>]*>", "", page).replace("000_", "")


def test_redacted_words_are_nowhere_on_the_page(letters: Path):
    """Not in the lines of the source, nor in those to be pasted."""
    (letters / "seeds" / "000_e86e0e778ee3ab7e.yml").write_text(
        "redact: [{lines: 31, words: Heo Seok-seon}]\n", "utf-8"
    )
    for address in served_review(letters):
        for number in (1, 2):
            page = page_of(f"{address}review/?within=000_&page={number}")
            assert "Seok-seon" not in page


def test_an_archive_that_cannot_be_read_says_why(preview: str, letters: Path):
    """In place of the list, until it can."""
    settings = letters / "archive.yml"
    standing = settings.read_text("utf-8")
    settings.write_text("titel: Harbour\n", "utf-8")
    page = page_of(f"{preview}review/")
    assert "The archive cannot be read at present" in page
    assert "“titel”" in page
    settings.write_text(standing, "utf-8")
    assert left_in(page_of(f"{preview}review/"))[0] > 40


def test_no_page_is_large(tmp_path: Path):
    """Thousands of values with long words, in letters of three bytes, in documents with long names."""
    root = tmp_path / "many"
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Harbour\n", "utf-8")
    long_words = "港務局致測量員關於碼頭東端下沉情形之報告" * 30
    people = " ".join(
        f"Mr. Okafor{letter} Adebayo{letter} said so." for letter in "abcdefghijklmnopqrstuvwxyz"
    )
    for number in range(12):
        folder = root / "seeds" / f"{number}-{'x' * 60}"
        folder.mkdir()
        text = f"REPORT ON {long_words}\n\nWesthaven, 4 March 1961\n\n{long_words} {people} {long_words}\n\nAnna Lindqvist\n"
        (folder / f"{'y' * 80}.txt").write_text(text, "utf-8")
    for address in served_review(root):
        first = page_of(f"{address}review/")
        assert left_in(first)[0] > 250
        for query in ("", "?page=7", "?page=999", "?certainty=certain", "?within=11-&page=99"):
            assert len(page_of(f"{address}review/{query}").encode()) < LARGEST_PAGE
        found = re.search(
            r'<a href="([^"]*)">Show the lines', page_of(f"{address}review/?field=people_mentioned")
        )
        assert found
        (lines,) = pastes_in(page_of(f"{address}review/{html.unescape(found[1])}"))
        assert lines[2].count("\n") > 20


def test_nothing_of_it_is_in_a_site(letters: Path):
    """Neither in what `build` makes nor in what `publish` does: no page, no style, no words."""
    for site in (
        build_quietly(letters, with_search=False),
        publish_quietly(letters, "2026-12-01", with_search=False),
    ):
        files = [file for file in site.rglob("*") if file.is_file()]
        assert not [file for file in files if "review" in file.relative_to(site).as_posix()]
        texts = [file.read_bytes() for file in files]
        assert not [
            text for text in texts if b"review/" in text or b"review-" in text or b"To be reviewed" in text
        ]


def test_it_answers_this_machine_only(preview: str):
    """No other host's name; its own address without the last sign leads on."""
    headers = {"Host": "evil.example:80"}
    request = urllib.request.Request(f"{preview}review/", headers=headers)  # noqa: S310 -- our own server
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)  # noqa: S310 -- our own server
    refused.value.close()
    assert refused.value.code == 404
    with urllib.request.urlopen(f"{preview}review") as answer:  # noqa: S310 -- our own server
        assert answer.url == f"{preview}review/"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_the_nu_checker_has_nothing_to_say(preview: str, tmp_path: Path):
    """Of the list, of one document's, of one value's, of an empty one."""
    queries = ["", "?page=3", "?within=000_&page=2", "?field=people_mentioned&value=2", "?within=nothing"]
    files = [tmp_path / f"{number}.html" for number, _ in enumerate(queries)]
    for file, query in zip(files, queries, strict=True):
        file.write_text(page_of(f"{preview}review/{query}"), "utf-8")
    assert [message["message"] for message in nu_messages(*files)] == []


def test_serve_shows_what_is_saved(letters: Path, tmp_path: Path):
    """The command itself: it says where the list is, and shows the change."""
    with preview_of(letters, tmp_path / "terminal.txt") as serving:
        address = serving.address
        assert serving.first_lines == [
            f"Open {address} in a browser. Ctrl-C ends.\n",
            f"What was inferred, to be reviewed: {address}review/\n",
        ]
        page = page_of(f"{address}review/?field=form&within=000_")
        ((file, where, lines),) = pastes_in(page)
        assert 'by: "marta"' in lines
        paste(letters, file, where, lines)
        assert "Nothing is left here." in page_of(f"{address}review/?field=form&within=000_")
        document = re.search(r'href="\.\./(documents/[^"/]+/)"', page)
        assert document
        for _ in range(600):
            if "Checked by marta" in page_of(f"{address}{document[1]}"):
                break
            time.sleep(0.1)
        else:
            pytest.fail("the preview does not show the change")
