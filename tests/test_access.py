"""What is closed reaches nothing that the site consists of: pages, search, feed, data, ledger, slugs, changes."""

import gzip
import json
import re
import shutil
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner, Result

from archivegen.cli import main
from archivegen.seeds.normalise import read_document
from tests.conftest import copy_sample

# A made-up word for each thing that may give a closed document away.
LETTER = """MINISTRY OF {word}ISTRATION

Westhaven, 4 March 1961

To Consul Jonas {Word}lind

LETTER ABOUT THE {word}PIER

Consul Jonas {Word}lind told me in {Word}haven that the pier cannot carry a second crane, and that Ada {Word}marsh, the
surveyor, has not been paid for her work on the {word}stone since the spring.

(signed) Peter {Word}okafor
"""
OPEN = "# The harbour\n\nThe pier is open to everybody who has business there, says Consul Marta Silva of Westhaven.\n"


def run(command: str, root: Path, *options: str, day: int = 0) -> Result:
    """Run a command on an archive, so many days after the first of January 2026."""
    environment = {"SOURCE_DATE_EPOCH": str(1767225600 + day * 86400)}
    return CliRunner().invoke(main, [command, str(root), *options], env=environment)


def archive(root: Path, **sidecars: str) -> Path:
    """Make an archive with an open document and one for each sidecar; its secret words begin with its name."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    (root / "archive.yml").write_text(
        "title: Harbour papers\nbase_url: https://harbour.example.org/\n", "utf-8"
    )
    (seeds / "harbour.md").write_text(OPEN, "utf-8")
    for name, sidecar in sidecars.items():
        (seeds / f"{name}.txt").write_text(LETTER.format(word=name, Word=name.capitalize()), "utf-8")
        close(root, name, sidecar)
    return root


def close(root: Path, name: str, sidecar: str) -> None:
    """Write the file beside a document of the archive, or remove it where there is nothing to say."""
    file = root / "seeds" / f"{name}.yml"
    if sidecar:
        file.write_text(sidecar, "utf-8")
    else:
        file.unlink(missing_ok=True)


def traces(site: Path, word: str) -> list[str]:
    """Return the files of a site that have a word in their path or their content, compressed ones opened."""
    found = []
    for file in sorted(site.rglob("*")):
        content = file.read_bytes() if file.is_file() else b""
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
        path = file.relative_to(site).as_posix()
        if word.casefold() in f"{path}\n{content.decode('utf-8', 'replace')}".casefold():
            found.append(path)
    return found


def test_the_words_would_be_found_if_they_were_there(tmp_path: Path):
    """The search for traces sees the page, the people, the index of the search and the data of an open document."""
    root = archive(tmp_path / "a", canary="")
    assert run("publish", root, "--yes").exit_code == 0
    found = traces(root / "build", "canary")
    kinds = (
        "index.html",
        "document.json",
        ".pf_fragment",
        "search/table/",
        "published.jsonl",
        "permalinks.yml",
        "people/",
        "changes.xml",
    )
    assert [kind for kind in kinds if not any(kind in path for path in found)] == []


@pytest.mark.parametrize(
    "status", ["draft", "restricted", "{status: embargoed, until: 2026-01-31, reason: canary}"]
)
@pytest.mark.parametrize("was_published", [False, True])
def test_a_closed_document_leaves_no_trace(tmp_path: Path, status: str, was_published: bool):
    """Whether it was published before or not: of its words, names, titles and file name nothing is in the site."""
    root = archive(tmp_path / "a", canary="id: letter-1\n" if was_published else f"access: {status}\n")
    if was_published:
        assert run("publish", root, "--yes").exit_code == 0
        close(root, "canary", f"id: letter-1\nchanges: canary\naccess: {status}\n")
    for command in (("build",), ("publish", "--yes", "--accept"), ("build",)):
        result = run(command[0], root, *command[1:], day=20)
        assert result.exit_code == 0, result.output
        assert traces(root / "build", "jonas canarylind") == []
    page = root / "build" / "documents" / "letter-1" / "index.html"
    assert page.exists() == was_published
    if was_published:
        text = page.read_text("utf-8")
        assert "At present it may not be shown" in text
        assert "The address is kept. When the document is open again, it will stand here." in text
        assert "noindex" in text


@pytest.mark.parametrize("was_published", [False, True])
@pytest.mark.parametrize("supplied_id", ["id: letter-1\n", ""])
def test_a_closed_document_leaves_no_trace_from_any_input(
    tmp_path: Path, supplied_id: str, was_published: bool
):
    """Its file name, front matter, sidecar, folder and authority file all have the word. Published without an id that is
    supplied, the words of its title are in its address for ever: they stand there, and nowhere else.
    """
    root = archive(tmp_path / "a", canary="")
    folder = root / "seeds" / "sub"
    folder.mkdir()
    text = (root / "seeds" / "canary.txt").read_text("utf-8")
    (root / "seeds" / "canary.txt").unlink()
    (folder / "canary.txt").write_text(f"---\nsummary: On Canaryquay\n---\n{text}", "utf-8")
    (folder / "collection.yml").write_text("collections: Canary papers\n", "utf-8")
    (root / "people.yml").write_text("Jonas Canarylind:\n  variants: [J. Canarylind]\n", "utf-8")
    sidecar = f"{supplied_id}title: Canary letter\nchanges: The canary is new\n"
    file = folder / "canary.yml"
    if was_published:
        file.write_text(sidecar, "utf-8")
        assert run("publish", root, "--yes").exit_code == 0
    file.write_text(f"{sidecar}access: restricted\n", "utf-8")
    for command in (("build",), ("publish", "--yes", "--accept"), ("build",)):
        result = run(command[0], root, *command[1:])
        assert result.exit_code == 0, result.output
        address = "" if supplied_id or not was_published else "1961-03-04-canary-letter"
        for path in traces(root / "build", "canary"):
            content = (root / "build" / path).read_bytes() if (root / "build" / path).is_file() else b""
            assert address, path
            assert b"canary" not in content.lower().replace(address.encode(), b"")


def test_an_announced_document_has_its_title_and_nothing_of_its_text(tmp_path: Path):
    """Title, date and place in the archive are shown with the reason; neither names nor words of the text are."""
    sidecar = (
        "title: Papers of the second crane\nreference_code: f. 12\n"
        "access: {status: restricted, announce: yes, reason: Persons named in it are living.}\n"
    )
    root = archive(tmp_path / "a", canary=sidecar)
    assert run("publish", root, "--yes").exit_code == 0
    site = root / "build"
    assert traces(site, "canary") == []
    [page] = [
        file for file in site.glob("documents/*/index.html") if "second crane" in file.read_text("utf-8")
    ]
    assert "The text of this document is not open. Persons named in it are living." in page.read_text("utf-8")
    assert "Papers of the second crane" in (site / "documents" / "index.html").read_text("utf-8")


ANNOUNCED = "access: {status: restricted, announce: yes}\n"


def described(root: Path) -> dict[str, list[str]]:
    """Return the fields of the one announced document of a site, with their values, as its data file has them."""
    [record] = [
        fields
        for file in (root / "build" / "documents").glob("*/document.json")
        if "access" in (fields := json.loads(file.read_text("utf-8"))["fields"])
    ]
    return {name: [value["value"] for value in values] for name, values in record.items()}


def test_an_announcement_tells_nothing_that_was_read_from_the_text(tmp_path: Path):
    """Its kind, its language and its day are in the text as its words are, and would stand in lists and in its address."""
    root = archive(tmp_path / "a", canary="title: Papers of the second crane\n" + ANNOUNCED)
    assert run("publish", root, "--yes").exit_code == 0
    assert described(root) == {"title": ["Papers of the second crane"], "access": ["restricted"]}
    assert (root / "build" / "documents" / "undated-papers-second-crane" / "index.html").exists()
    for list_of in ("kinds/report", "years/1961"):
        assert not (root / "build" / list_of).exists()


def test_an_announcement_tells_what_the_archivist_says(tmp_path: Path):
    """Of the document or of its folder."""
    said = "title: Papers of the second crane\ndate: 1961-03\nform: report\nlanguage: de\n" + ANNOUNCED
    root = archive(tmp_path / "a", canary=said)
    (root / "seeds" / "collection.yml").write_text("repository: Harbour Museum\n", "utf-8")
    assert run("publish", root, "--yes").exit_code == 0
    assert described(root) == {
        "title": ["Papers of the second crane"],
        "dates": ["1961-03"],
        "form": ["report"],
        "language": ["de"],
        "repository": ["Harbour Museum"],
        "access": ["restricted"],
    }
    assert (root / "build" / "documents" / "1961-03-papers-second-crane" / "index.html").exists()


def test_an_announcement_tells_what_a_catalogue_says_outside_of_the_text(tmp_path: Path):
    """A cover sheet was written of the document for those who look for it; a summary tells what is in the text."""
    root = copy_sample(tmp_path / "a")
    close(root, "000_e86e0e778ee3ab7e", ANNOUNCED)
    assert run("build", root).exit_code == 0
    assert described(root).keys() == {
        "title", "dates", "form", "language", "original_language", "repository", "reference_code", "access",
    }  # fmt: skip


def is_kept_back_for_want_of_a_title(root: Path, text: str) -> None:
    """Assert that a closed and announced document of this text is not published, and why."""
    (root / "seeds" / "canary.txt").write_text(text, "utf-8")
    result = run("build", root)
    assert result.exit_code == 3
    assert (
        "seeds/canary.txt: error: this closed document is announced and has no title but one made of its text or of its "
        "file’s name; give it a title\n"
    ) in result.stderr
    assert traces(root / "build", "canary") == []


@pytest.mark.parametrize(
    "text",
    [
        "LETTER ABOUT THE CANARY\n\nDear Jonas,\n\nMore follows here.\n",
        "The canary took place at noon.\n\nMore follows here.\n",
        "— — —\n\nMore of it.\n",
    ],
)
def test_an_announced_document_without_a_title_is_not_published(tmp_path: Path, text: str):
    """Its first sentence, or the name of its file, would be announced, and stand in its address."""
    root = archive(tmp_path / "a", canary="access: {status: restricted, announce: yes}\n")
    is_kept_back_for_want_of_a_title(root, text)


def test_an_embargo_ends_by_a_build_after_its_day(tmp_path: Path):
    """On its last day the document is closed; the build of the day after has it, and publishing records it."""
    root = archive(tmp_path / "a", canary="access: {status: embargoed, until: 2026-01-31}\n")
    assert run("publish", root, "--yes", day=30).exit_code == 0
    assert traces(root / "build", "canary") == []
    assert run("build", root, day=31).exit_code == 0
    assert traces(root / "build", "canarypier") != []


REDACTED = 'redact:\n  - {lines: 5-9, words: "Jonas Canarylind", reason: He is living.}\n'


@pytest.mark.parametrize("was_published", [False, True])
def test_redacted_words_leave_no_trace(tmp_path: Path, was_published: bool):
    """They are taken out of the text before anything is made of it, its digest among it; the rest stands."""
    root = archive(tmp_path / "a", canary="" if was_published else REDACTED)
    if was_published:
        assert run("publish", root, "--yes").exit_code == 0
        assert traces(root / "build", "canarylind") != []
        close(root, "canary", REDACTED)
    for command in (("build",), ("publish", "--yes", "--accept"), ("build",)):
        result = run(command[0], root, *command[1:])
        assert result.exit_code == 0, result.output
        assert traces(root / "build", "canarylind") == []
    assert traces(root / "build", "canarymarsh") != []
    pages = [file.read_text("utf-8") for file in (root / "build").glob("documents/*/index.html")]
    assert any(re.search(r'<span class="mark redacted">\[redacted\]</span>', page) for page in pages)


@pytest.mark.parametrize("words", ["Jonas Canarylind", "jonas CANARYLIND", "Jonas-Canarylind"])
def test_redacted_words_reach_the_site_by_no_way_round(tmp_path: Path, words: str):
    """Neither by the name of the file, nor by front matter that gave way, nor by what is said to have changed."""
    root = archive(tmp_path / "a", canary="")
    text = (root / "seeds" / "canary.txt").read_text("utf-8")
    (root / "seeds" / "canary.txt").unlink()
    name = "letter-to-jonas-canarylind"
    file = root / "seeds" / f"{name}.txt"
    file.write_text(f"---\nsummary: To Jonas Canarylind\n---\n{text}", "utf-8")
    close(root, name, "id: letter-1\nrecognise: off\n")
    assert run("publish", root, "--yes").exit_code == 0
    [before] = re.findall(r'"digest": "(\w+)"[^\n]*canarylind', (root / "published.jsonl").read_text("utf-8"))
    close(root, name, f"id: letter-1\nrecognise: off\nsummary: To a consul\nchanges: Jonas Canarylind is left out\n"
                      f"redact: [{{lines: 8-12, words: {words}}}]\n")  # fmt: skip
    for command in (("build",), ("publish", "--yes", "--accept"), ("build",)):
        result = run(command[0], root, *command[1:])
        assert result.exit_code == 0, result.output
        assert "warning" not in result.stderr
        assert traces(root / "build", "canarylind") == []
        assert traces(root / "build", before) == []
    kept = (root / "published.jsonl").read_text("utf-8")
    assert "[redacted] is left out" in kept
    assert "jonas canarylind" not in kept.casefold()
    assert any("letter to [redacted]" in page.read_text("utf-8") for page in (root / "build").rglob("*.html"))


def test_redacted_words_elsewhere_are_warned_of_whatever_stands_beside_them(tmp_path: Path):
    """In any case, and on a line that looks like an entry of front matter."""
    root = archive(tmp_path / "a")
    (root / "seeds" / "x.txt").write_text(
        "On Monday Jan Lind came.\n\nIn other words: JAN LIND came.\n", "utf-8"
    )
    close(root, "x", "recognise: off\ntitle: Note\nredact: [{lines: 1, words: Jan Lind}]\n")
    assert (
        "seeds/x.txt:3: warning: words that seeds/x.yml redacts elsewhere stand on this line too; if they mean the same, "
        "add “{lines: 3, words: …}” with them to “redact:” in seeds/x.yml\n"
    ) in run("build", root).stderr


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        ("Marta Silva:\n  variants: [Marta Canary, M. Silva]\n", "Marta Silva"),
        ("Jonas Canarylind:\n  sort_name: Canarylind\n  same_as: https://example.org/canary\n  variants: [Marta Silva]\n",
         "Marta Silva"),
    ],
)  # fmt: skip
def test_an_authority_file_does_not_say_what_closed_documents_do(tmp_path: Path, entry: str, shown: str):
    """A spelling that only a closed document uses is on no page, in no data and in no address, preferred or not."""
    root = archive(tmp_path / "a", canary="access: restricted\n")
    letter = root / "seeds" / "canary.txt"
    letter.write_text(f"{letter.read_text('utf-8')}\nMarta Canary’s letter lies beside it.\n", "utf-8")
    (root / "seeds" / "harbour.yml").write_text("creators: Marta Silva\n", "utf-8")
    (root / "people.yml").write_text(entry, "utf-8")
    assert run("publish", root, "--yes").exit_code == 0
    assert traces(root / "build", "canary") == []
    [page] = (root / "build" / "people").glob("*/index.html")
    text = page.read_text("utf-8")
    assert shown in text
    assert ("M. Silva" in text) == ("M. Silva" in entry)


@pytest.mark.parametrize(
    ("spelling", "in_closed"),
    [
        ("Marta Canary-Silva", "They came for Marta Canary-\nSilva three times."),
        ("Marta Canary-Silva", "Canary-Silva, Marta, was asked."),
        ("Marta Canary-Silva", "M. Canary-Silva was asked."),
        ("M. Canary-Silva", "Marta Canary-Silva was asked."),
    ],
)
def test_a_spelling_is_found_in_closed_documents_however_it_stands_there(
    tmp_path: Path, spelling: str, in_closed: str
):
    """Over the end of a line, family name first, or with an initial where the other has a name."""
    root = archive(tmp_path / "a")
    (root / "seeds" / "letter.txt").write_text(f"Westhaven, 4 March 1961\n\n{in_closed}\n", "utf-8")
    close(root, "letter", "access: restricted\n")
    close(root, "harbour", "creators: Marta Silva\n")
    (root / "people.yml").write_text(f"Marta Silva:\n  variants: [{spelling}]\n", "utf-8")
    assert run("build", root).exit_code == 0
    assert traces(root / "build", "canary") == []


@pytest.mark.parametrize(
    "sidecar",
    ["access: restricted\nembargo: 2040\n", "access: restrcted\n", "acess: restricted\n", "access: {status: restricted, announce: yes}\n"],
)  # fmt: skip
def test_a_rejected_document_gives_no_spelling_away(tmp_path: Path, sidecar: str):
    """One that is to be closed, and wrongly so, or has no title to be announced by, is shown no more than others."""
    root = archive(tmp_path / "a")
    (root / "seeds" / "letter.txt").write_text("They came for Marta Canary three times.\n", "utf-8")
    close(root, "letter", sidecar)
    close(root, "harbour", "creators: Marta Silva\n")
    (root / "people.yml").write_text("Marta Canary:\n  variants: [Marta Silva]\n", "utf-8")
    result = run("build", root)
    assert result.exit_code == 3, result.output
    assert traces(root / "build", "canary") == []


def test_a_closed_document_takes_no_published_name_away(tmp_path: Path):
    """It would be the change that tells who is in the closed text; the name stands in the ledger for all to see."""
    root = archive(tmp_path / "a")
    close(root, "harbour", "creators: A. Marsh\n")
    (root / "people.yml").write_text("Ada Maria Marsh:\n  variants: [A. Marsh]\n", "utf-8")
    assert run("publish", root, "--yes").exit_code == 0
    address = "ada-maria-marsh"
    kept = (root / "permalinks.yml").read_text("utf-8")
    page = (root / "build" / "people" / address / "index.html").read_text("utf-8")
    (root / "seeds" / "letter.txt").write_text("They came for Ada Maria Marsh three times.\n", "utf-8")
    close(root, "letter", "access: restricted\n")
    assert run("publish", root, "--yes", day=1).exit_code == 0
    assert (root / "build" / "people" / address / "index.html").read_text("utf-8") == page
    entities = kept.partition("entities:")[2]
    assert (root / "permalinks.yml").read_text("utf-8").partition("entities:")[2] == entities


def test_a_name_that_only_a_closed_document_has_brought_stays_hidden(tmp_path: Path):
    """That its address was published while the document was open does not say that it may be seen now."""
    root = archive(tmp_path / "a", canary="")
    assert run("publish", root, "--yes").exit_code == 0
    assert "people/jonas-canarylind/" in (root / "permalinks.yml").read_text("utf-8")
    close(root, "canary", "access: restricted\n")
    close(root, "harbour", "creators: Marta Silva\n")
    (root / "people.yml").write_text("Jonas Canarylind:\n  variants: [Marta Silva]\n", "utf-8")
    assert run("publish", root, "--yes", "--accept", day=1).exit_code == 0
    assert traces(root / "build", "jonas canarylind") == []


def test_an_authority_file_does_not_say_what_is_redacted(tmp_path: Path):
    """A name that is left and leads to the redacted one would show it in the index: nothing is published."""
    root = archive(
        tmp_path / "a", x="creators: [{name: J. Xlind, kind: person}]\n" + REDACTED.replace("Canary", "X")
    )
    (root / "people.yml").write_text("Jonas Xlind:\n  variants: [J. Xlind]\n", "utf-8")
    result = run("build", root)
    assert result.exit_code == 1
    assert (
        "seeds/x.txt: error: “Jonas Xlind” is redacted here, and the index would show it: another name in the document is "
        "said to be the same; redact that name, too, or take both apart in the authority file\n"
    ) in result.stderr


@pytest.mark.parametrize(
    ("document_id", "named"),
    [
        ("canarylind-report", "canarylind"),
        ("report-on-jonas-canarylind", "jonas, canarylind"),
        ("canarylinden-report", ""),
        ("report-1961", ""),
    ],
)
def test_a_new_id_has_no_redacted_words(tmp_path: Path, document_id: str, named: str):
    """It would stand in lists, in the sitemap and in the search for ever, so that nothing is published."""
    root = archive(tmp_path / "a", canary=f"{REDACTED}id: {document_id}\n")
    result = run("publish", root, "--yes")
    assert result.exit_code == (1 if named else 0)
    fault = f"seeds/canary.yml:3: error: the id “{document_id}” has words that are redacted here ({named}); supply another "
    assert (f"{fault}“id:” without them, or none\n" in result.stderr) is bool(named)
    assert (root / "permalinks.yml").exists() is not bool(named)


@pytest.mark.parametrize("was_published", [True, False])
def test_publishing_names_redacted_words_in_an_address(tmp_path: Path, *, was_published: bool):
    """Published, it stays what it is; a new one is made of the title, in which the part may mean somebody else."""
    root = archive(tmp_path / "a", canary="title: Letter of Jonas Canarylind\n" if was_published else "")
    if was_published:
        assert run("publish", root, "--yes").exit_code == 0
    close(root, "canary", f"{REDACTED}title: Letter of Canarylind\n")
    address = "documents/1961-03-04-letter-{}canarylind/ has words that are redacted ({}canarylind)"
    result = run("publish", root, "--yes", "--accept")
    assert result.exit_code == 0, result.stderr
    assert (
        f"{address.format('jonas-', 'jonas, ')}: they are the address itself, and remain as long as the address does.\n"
        if was_published
        else f"{address.format('', '')}, and would have them for ever: unless they mean somebody else, supply an “id:” "
        "without them before you publish.\n"
    ) in result.stdout
    assert "that are redacted" not in run("publish", root, "--yes", "--accept", day=1).stdout


def test_redacted_markdown_without_front_matter_stays_text():
    """What is redacted in a file does not make Markdown of it."""
    text = "# Letter\n\nThe *pier* is closed, says Jonas Lindt of the harbour board.\n"
    sidecar = ("page.yml", "redact: [{lines: 3, words: Jonas Lindt}]")
    body = read_document(text.encode(), "page.md", (), sidecar).body
    assert "\n".join(block.text for block in body.blocks) == text.strip().replace("\n\n", "\n").replace(
        "Jonas Lindt", "[redacted]"
    )


def test_a_redaction_that_finds_nothing_stops_its_document(tmp_path: Path):
    """Better no document than one with words that should not be there."""
    root = archive(tmp_path / "a", canary="redact: [{lines: 1, words: Jonas Canarylind}]\n")
    result = run("build", root)
    assert result.exit_code == 3
    assert "the words that are redacted do not stand on line 1" in result.stderr
    assert traces(root / "build", "canary") == []


def test_closed_documents_change_no_other_address(tmp_path: Path):
    """Two letters of one day and title: the open one has the address it would have without the closed one."""
    root = archive(tmp_path / "a", one="", two="access: restricted\n")
    text = (root / "seeds" / "one.txt").read_text("utf-8")
    (root / "seeds" / "two.txt").write_text(f"{text}\nThe second crane is here.\n", "utf-8")
    assert run("build", root).exit_code == 0
    both = sorted(path.name for path in (root / "build" / "documents").iterdir())
    (root / "seeds" / "two.txt").unlink()
    (root / "seeds" / "two.yml").unlink()
    assert run("build", root).exit_code == 0
    assert sorted(path.name for path in (root / "build" / "documents").iterdir()) == both


@pytest.mark.parametrize("name", ["canary.YML", "Canary.yaml", "Collection.yml", "collection.YAML"])
def test_a_file_of_corrections_is_found_in_any_case(tmp_path: Path, name: str):
    """A document that is closed on one system is closed on all."""
    root = archive(tmp_path / "a", canary="")
    (root / "seeds" / "sub").mkdir()
    (root / "seeds" / "canary.txt").rename(root / "seeds" / "sub" / "canary.txt")
    (root / "seeds" / "sub" / name).write_text("access: restricted\n", "utf-8")
    assert run("build", root).exit_code == 0
    assert traces(root / "build", "canary") == []


@pytest.mark.parametrize(("of_text", "of_corrections"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_file_of_corrections_is_found_however_its_letters_are_written(
    tmp_path: Path, of_text: Literal["NFC", "NFD"], of_corrections: Literal["NFC", "NFD"]
):
    """Computers write a letter with its mark as one character, or as two: nobody sees which."""
    root = archive(tmp_path / "a", canary="")
    text, corrections = (unicodedata.normalize(form, "überfahrt") for form in (of_text, of_corrections))
    (root / "seeds" / "canary.txt").rename(root / "seeds" / f"{text}.txt")
    (root / "seeds" / f"{corrections}.yml").write_text("access: restricted\n", "utf-8")
    result = run("build", root)
    assert result.exit_code == 0, result.output
    assert traces(root / "build", "canary") == []


@pytest.mark.parametrize("name", ["canary.yml", "collection.yml"])
def test_a_link_that_is_not_read_keeps_its_documents_out(tmp_path: Path, name: str):
    """Nobody knows what it says: it may close them."""
    root = archive(tmp_path / "a", canary="")
    (tmp_path / "elsewhere.yml").write_text("access: restricted\n", "utf-8")
    (root / "seeds" / "sub").mkdir()
    (root / "seeds" / "canary.txt").rename(root / "seeds" / "sub" / "canary.txt")
    (root / "seeds" / "sub" / name).symlink_to(tmp_path / "elsewhere.yml")
    result = run("build", root)
    assert result.exit_code == 3
    assert (
        f"seeds/sub/{name}: error: this is a link that leads out of the folder, or no regular file; what it says is not "
        "read; put the file itself here: it may say that nobody may see the document\n"
    ) in result.stderr
    assert traces(root / "build", "canary") == []


@pytest.mark.parametrize("above", ["\n", " \n\t\n", "\ufeff\ufeff", "\n\ufeff"])
def test_front_matter_may_have_blank_lines_above_it(tmp_path: Path, above: str):
    """An editor that leaves a line, or a mark of the byte order, does not open the document."""
    root = archive(tmp_path / "a", canary="")
    file = root / "seeds" / "canary.txt"
    file.write_text(f"{above}---\naccess: restricted\n---\n{file.read_text('utf-8')}", "utf-8")
    assert run("build", root).exit_code == 0
    assert traces(root / "build", "canary") == []


@pytest.mark.parametrize("is_published_again", [True, False], ids=["published", "only built"])
def test_a_ledger_recovered_from_a_site_with_redacted_words_keeps_every_anchor(
    tmp_path: Path, is_published_again: bool
):
    """Once the covered text is published, all that is kept is made of it; before, nothing made of the words is shown."""
    root = archive(tmp_path, canary="title: A letter\n")
    assert run("publish", root, "--yes", day=1).exit_code == 0
    close(root, "canary", REDACTED + "title: A letter\n")
    command = ("publish", root, "--accept") if is_published_again else ("build", root)
    assert run(*command, day=2).exit_code == 0
    before, copy = (
        next(json.loads(line) for line in file.read_text("utf-8").splitlines() if '"A letter"' in line)
        for file in (root / "published.jsonl", root / "build" / "data" / "published.jsonl")
    )
    assert not any(name.endswith("sha256") for name in copy)
    is_kept = [copy.get(part) == before[part] for part in ("values", "passages")]
    assert is_kept == [is_published_again] * 2
    if is_published_again:
        for name in ("permalinks.yml", "published.jsonl"):
            (root / name).unlink()
        assert (
            CliRunner()
            .invoke(main, ["ids", "recover", str(root / "build"), "--archive", str(root)])
            .exit_code
            == 0
        )
        assert run("build", root, "--locked", day=2).exit_code == 0


def test_publishing_says_what_closes_and_what_opens(tmp_path: Path):
    """Neither happens without the archivist's word: not by `build --locked`, and not by `publish` without approval."""
    root = archive(tmp_path / "a", canary="id: letter-1\n")
    assert run("publish", root, "--yes").exit_code == 0
    turns = [
        ("access: draft\n", "closed", "--yes", "--accept", "open and is closed"),
        ("", "opened", "--accept", "--yes", "closed and is open"),
    ]
    lines = {
        "closed": "  closed  documents/letter-1/  seeds/canary.txt\n1 document that was open is closed now: text and description "
        "leave the site, and its address says that nothing is shown there. What others have copied stays with them.\n",
        "opened": "1 document that was closed is open now: everybody can read what is published.\n",
    }
    for access, shown, not_enough, enough, turn in turns:
        close(root, "canary", f"id: letter-1\n{access}")
        refused = run("build", root, "--locked")
        assert refused.exit_code == 1
        assert (
            f"seeds/canary.txt: error: documents/letter-1/ is recorded as {turn} now; run “archivegen publish {root}” and keep "
            "what it writes\n"
        ) in refused.stderr
        assert run("publish", root, not_enough).exit_code == 2
        result = run("publish", root, enough)
        assert result.exit_code == 0, result.output
        assert f"  {shown}  documents/letter-1/" in result.output
        assert lines[shown] in result.output
        assert run("build", root, "--locked").exit_code == 0
        assert "Nothing is new" in run("publish", root).output


def test_an_announced_document_that_opens_is_published_on_that_day(tmp_path: Path):
    """Its address is older; no reader had its text before."""
    announced = (
        "title: Crane\ndate: 1961-03-04\naccess: {status: embargoed, until: 2026-01-31, announce: yes}\n"
    )
    root = archive(tmp_path / "a", canary=announced)
    assert run("publish", root, "--yes", day=0).exit_code == 0
    result = run("publish", root, "--yes", day=40)
    assert result.exit_code == 0, result.output
    assert (
        "  opened  documents/1961-03-04-crane/  4 March 1961  Crane  (embargoed until 31 January 2026)\n"
        in result.output
    )
    [line] = [line for line in (root / "published.jsonl").read_text("utf-8").splitlines() if "Crane" in line]
    assert re.findall(r'"on": "([-0-9]+)"', line) == ["2026-02-10"]


def test_a_moved_address_leads_to_its_closed_document(tmp_path: Path):
    """The old address says no more than the new one."""
    root = archive(tmp_path / "a", canary="id: letter-1\n")
    assert run("publish", root, "--yes").exit_code == 0
    moved = CliRunner().invoke(main, ["ids", "move", "letter-1", "letter-2", "--archive", str(root)])
    assert moved.exit_code == 0, moved.output
    close(root, "canary", "access: restricted\n")
    assert run("build", root).exit_code == 0
    page = (root / "build" / "documents" / "letter-1" / "index.html").read_text("utf-8")
    assert "letter-2" in page
    assert "This document is not open" in page
    assert traces(root / "build", "canary") == []


@pytest.mark.parametrize(
    ("lost", "remark"),
    [
        (("permalinks.yml", "published.jsonl"), ""),
        (("published.jsonl",), ""),
        ((), "# checked against the paper\n"),
    ],
    ids=["both lost", "companion lost", "a remark added"],
)
def test_the_copy_of_a_document_with_redacted_words_is_the_same_each_time(
    tmp_path: Path, lost: tuple[str, ...], remark: str
):
    """However often the ledger is recovered from a site, the next site carries the same copy of what was published."""
    root, sites = archive(tmp_path / "a", canary=REDACTED), [tmp_path / "1", tmp_path / "2", tmp_path / "3"]
    assert run("publish", root, "--yes", day=1).exit_code == 0
    for number, site in enumerate(sites):
        shutil.copytree(root / "build", site)
        for name in lost:
            (root / name).unlink()
        arguments = ["ids", "recover", str(site), "--archive", str(root)]
        assert not lost or CliRunner().invoke(main, arguments).exit_code == 0
        close(root, "canary", remark * (number + 1) + REDACTED)
        built = run("build", root, "--locked", day=2)
        assert built.exit_code == 0, built.output
        assert not [
            file.name
            for file in site.rglob("*")
            if file.is_file() and file.read_bytes() != (root / "build" / file.relative_to(site)).read_bytes()
        ]
        assert traces(root / "build", "jonas canarylind") == []


def test_of_words_that_are_not_yet_published_as_redacted_nothing_is_in_the_copy(tmp_path: Path):
    """Values and passages without the words stay in it; of the others neither a value nor the sketch."""
    root = archive(tmp_path, canary="title: A letter\n")
    assert run("publish", root, "--yes", day=1).exit_code == 0
    close(root, "canary", REDACTED + "title: A letter\n")
    assert run("build", root, day=2).exit_code == 0
    before, copy = (
        next(json.loads(line) for line in file.read_text("utf-8").splitlines() if '"A letter"' in line)
        for file in (root / "published.jsonl", root / "build" / "data" / "published.jsonl")
    )
    was_kept = [
        now["sketch"] == then["sketch"]
        for then, now in zip(before["passages"], copy["passages"], strict=True)
    ]
    assert True in was_kept
    assert {
        now["sketch"] for now, is_kept in zip(copy["passages"], was_kept, strict=True) if not is_kept
    } == {""}
    assert copy["values"]["dates"] == before["values"]["dates"]
    assert "canarylind" not in json.dumps(copy["values"]).casefold()
