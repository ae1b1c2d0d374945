"""The commands: what they print, what they write, and how they end."""

import json
import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archivegen.cli import main
from tests.conftest import ROOT, copy_sample, request_for
from tests.previews import previewed

SEED = ROOT / "seeds" / "003_25e4c46478df5346.txt"


def run(*arguments: object, **options: object) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)


def started(folder: Path) -> Path:
    """Return a new archive."""
    assert run("init", folder / "demo").exit_code == 0
    return folder / "demo"


def test_inspect_prints_a_list_of_records():
    """`--json` gives the record in the form docs describe, for other programs to read."""
    result = run("inspect", SEED, "--json")
    assert result.exit_code == 0
    (record,) = json.loads(result.stdout)
    parts = ["id", "source", "fields", "other_readings", "body", "zones", "other_zones", "problems"]
    assert list(record) == parts
    assert record["source"]["layout"] == "transcript"
    assert record["fields"]["dates"][0].keys() >= {
        "value",
        "status",
        "by",
        "rule",
        "lines",
        "certainty",
        "type",
    }
    assert record["zones"][0] == {"lines": [1, 66], "zone": "body", "field": None}
    assert record["body"]["first_line"] == 1


def test_inspect_shows_lines_values_and_corrections():
    """For people: the file with its zones, every value with its reason, and the sidecar lines that would correct it."""
    result = run("inspect", SEED)
    assert "Qiao Xiaoguang" in result.stdout
    assert "a sentence says who was met (rule meeting_sentence, line 26)" in result.stdout
    assert re.search(r"summary +67 │ +Puzanov meets with", result.stdout)
    assert 'form: "journal"' in result.stdout


def test_the_corrections_inspect_offers_change_nothing_by_themselves(tmp_path: Path):
    """Kept as they are, the sidecar lines give the same values again, now supplied."""
    seed = tmp_path / "letter.txt"
    seed.write_bytes(SEED.read_bytes())
    offered = run("inspect", seed).stdout.partition("letter.yml:")[2]
    (before,) = json.loads(run("inspect", seed, "--json").stdout)
    (tmp_path / "letter.yml").write_text(offered, "utf-8")
    (after,) = json.loads(run("inspect", seed, "--json").stdout)
    assert after["problems"] == []
    for name, values in before["fields"].items():
        parts = ("value", "type", "role", "office", "principal")
        assert [[value.get(part) for part in parts] for value in after["fields"][name]] == [
            [value.get(part) for part in parts] for value in values
        ]
    assert after["fields"]["summary"][0]["status"] == "supplied"


def test_a_build_says_what_was_published_and_what_is_next(tmp_path: Path):
    """The summary names the documents, the drafts, what is left out, the folder, and the next command."""
    root = started(tmp_path)
    result = run("build", root)
    assert result.exit_code == 0
    assert re.search(r"Built 1 document on \d+ pages in [\d.]+ s\.", result.stdout)
    assert "Draft addresses: 1." in result.stdout
    assert "No base_url is set" in result.stdout
    assert f"The site is in {root / 'build'}" in result.stdout


def test_publish_asks_records_and_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing is recorded without a yes; with it the ledger has the address and the day, and the page is no draft."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    root = started(tmp_path)
    declined = run("publish", root, input="n\n")
    assert declined.exit_code == 1
    assert not (root / "permalinks.yml").exists()
    accepted = run("publish", root, "--yes")
    assert accepted.exit_code == 0
    assert (
        "new  documents/1961-03-04-letter-anna-lindqvist-peter-okafor/  4 March 1961  Letter from"
        in accepted.stdout
    )
    assert 'first_published: "2023-11-14"' in (root / "permalinks.yml").read_text("utf-8")
    page = next((root / "build").glob("documents/*/index.html")).read_text("utf-8")
    assert "noindex" not in page
    said = "Recorded in permalinks.yml and the files beside it. Now upload the site.\n"
    assert accepted.stdout.endswith(said)
    again = run("publish", root)
    assert again.exit_code == 0
    assert "Nothing is new" in again.stdout
    assert said not in again.stdout


def test_a_failed_publish_records_nothing(tmp_path: Path):
    """When the site cannot be made, no promise is made either."""
    root = started(tmp_path)
    (root / "templates").mkdir()
    (root / "templates" / "base.html").write_text("{% broken", "utf-8")
    result = run("publish", root, "--yes")
    assert result.exit_code == 1
    assert not (root / "permalinks.yml").exists()


def test_build_never_writes_the_ledger_and_locked_refuses_drafts(tmp_path: Path):
    """Building is not publishing; `--locked` fails where an address is not recorded."""
    root = started(tmp_path)
    assert run("build", root).exit_code == 0
    assert not (root / "permalinks.yml").exists()
    locked = run("build", root, "--locked")
    assert locked.exit_code == 1
    assert f"is not in the ledger; run “archivegen publish {root}”" in locked.stderr


def test_a_renamed_and_edited_document_keeps_its_address(tmp_path: Path):
    """Its page is where it was, and publishing again changes the ledger's source and not its address."""
    root = copy_sample(tmp_path)
    source = root / "seeds" / "000_e86e0e778ee3ab7e.txt"
    source.rename(root / "seeds" / "conversation.txt")
    other = root / "seeds" / "003_25e4c46478df5346.txt"
    other.write_text(other.read_text("utf-8").replace("22 May 1957", "23 May 1957"), "utf-8")
    result = run("publish", root, "--yes")
    assert result.exit_code == 0, result.stderr
    assert (root / "build/documents/116546/index.html").exists()
    assert (root / "build/documents/1957-05-22-journal-soviet-ambassador-dprk-puzanov/index.html").exists()
    assert 'source: "seeds/conversation.txt"' in (root / "permalinks.yml").read_text("utf-8")


def test_strict_publishes_nothing_on_a_warning(tmp_path: Path):
    """A warning that a normal build passes over stops a strict one."""
    root = started(tmp_path)
    (root / "seeds" / "1961-03-04-letter.yml").write_text("colour: blue\n", "utf-8")
    assert run("build", root).exit_code == 0
    assert run("build", root, "--strict").exit_code == 1


def test_what_is_supplied_wins_and_says_so(tmp_path: Path):
    """A sidecar's values replace what was read, and the page marks them as supplied."""
    root = started(tmp_path)
    sidecar = "title: To the harbour board\ncreators:\n  - name: Ada Marsh\n    office: Consul\nrepository: 0012 Archive\n"
    (root / "seeds" / "1961-03-04-letter.yml").write_text(sidecar, "utf-8")
    assert run("build", root).exit_code == 0
    page = next((root / "build").glob("documents/*/index.html")).read_text("utf-8")
    assert '<h1 dir="auto">To the harbour board</h1>' in page
    assert 'data-status="supplied"' in page
    assert "0012 Archive" in page
    assert (root / "build/people/ada-marsh/index.html").exists()


def test_the_nearest_correction_wins(tmp_path: Path):
    """Defaults of folders are inherited downward; front matter and sidecar stand above them."""
    root = tmp_path / "archive"
    (root / "seeds" / "letters").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Letters\n", "utf-8")
    (root / "seeds" / "collection.yml").write_text(
        "repository: State Archive\nrights: CC0\naccess: restricted\n", "utf-8"
    )
    (root / "seeds" / "letters" / "collection.yml").write_text(
        "repository: Town Archive\naccess: open\n", "utf-8"
    )
    (root / "seeds" / "closed.txt").write_text("This must not be seen by anybody at all.\n", "utf-8")
    (root / "seeds" / "letters" / "a.txt").write_text(
        "---\nform: letter\n---\nThe pier is closed.\n", "utf-8"
    )
    (root / "seeds" / "letters" / "a.yml").write_text("rights: CC BY 4.0\n", "utf-8")
    result = run("build", root, "--report", tmp_path / "report.json")
    assert result.exit_code == 0, result.stderr
    (data,) = [
        json.loads(file.read_text("utf-8")) for file in (root / "build").glob("documents/*/document.json")
    ]
    values = {name: values[0]["value"] for name, values in data["fields"].items()}
    assert values["repository"] == "Town Archive"
    assert values["rights"] == "CC BY 4.0"
    assert values["form"] == "letter"
    assert [problem["code"] for problem in json.loads((tmp_path / "report.json").read_text())] == ["withheld"]


def test_recognise_off_reads_nothing(tmp_path: Path):
    """What the archivist supplies is all that is taken for true; the text is published whole."""
    root = copy_sample(tmp_path)
    (root / "permalinks.yml").unlink()
    (root / "seeds" / "collection.yml").write_text("recognise: off\nlanguage: en\n", "utf-8")
    assert run("build", root).exit_code == 0
    for file in (root / "build").glob("documents/*/document.json"):
        data = json.loads(file.read_text("utf-8"))
        assert sorted(data["fields"]) == ["language", "title"]
        assert data["fields"]["title"][0]["certainty"] == "uncertain"
        assert data["body"]["last_line"] in (56, 67)


def test_check_finds_dead_links_of_the_last_build(tmp_path: Path):
    """A page that was damaged after the build is named."""
    root = started(tmp_path)
    assert run("build", root).exit_code == 0
    assert run("check", root).exit_code == 0
    home = root / "build" / "index.html"
    home.write_text(home.read_text("utf-8").replace('href="about/"', 'href="abuot/"'), "utf-8")
    result = run("check", root)
    assert result.exit_code == 1
    assert "the link “abuot/” leads nowhere" in result.stderr
    assert "build/index.html" in result.stderr


def test_check_names_lists_spellings_and_offers_what_may_be_one(tmp_path: Path):
    """Every spelling with its counts, the likely pairs with reasons, and YAML that joins them when it is uncommented."""
    root = started(tmp_path)
    for name, creator in (("a", "A. M. Testov"), ("b", "Anna Testov"), ("c", "Testov")):
        (root / "seeds" / f"{name}.txt").write_text(
            f"The pier was closed on the day of the storm {name}.\n", "utf-8"
        )
        (root / "seeds" / f"{name}.yml").write_text(f"title: Note {name}\ncreators: [{creator}]\n", "utf-8")
    result = run("check", "--names", root)
    assert result.exit_code == 0
    assert "  A. M. Testov: 1 document, 1 mention (creators)" in result.stdout
    assert "  Testov [identifies nobody by itself]: 1 document, 1 mention (creators)" in result.stdout
    assert "A. M. Testov – Anna Testov: the same surname, and the given names fit" in result.stdout
    assert "      Anna Testov: undated-note" in result.stdout
    offered = result.stdout[result.stdout.index("## For people.yml") :]
    assert all(line.startswith("#") for line in offered.splitlines())
    (root / "people.yml").write_text(re.sub(r"(?m)^# ", "", offered), "utf-8")
    joined = run("check", "--names", root)
    assert "    also Anna Testov: 1 document" in joined.stdout
    assert "A. M. Testov – Testov: the surname alone" in joined.stdout
    assert "## In the place of the entry that people.yml has:" in joined.stdout


def test_check_names_needs_no_settings(tmp_path: Path):
    """The names of a bare folder may be looked at before it is an archive."""
    (tmp_path / "a.txt").write_text("Comrade Anna Lindqvist spoke of the pier at length.\n", "utf-8")
    result = run("check", "--names", tmp_path)
    assert result.exit_code == 0
    assert "Anna Lindqvist: 1 document" in result.stdout


def test_init_does_not_touch_a_folder_with_files(tmp_path: Path):
    """A new archive needs a new folder."""
    (tmp_path / "thesis.txt").write_text("years of work")
    result = run("init", tmp_path)
    assert result.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_documents_are_never_written_to(tmp_path: Path):
    """Whatever is built, published and checked, the documents stay as they are."""
    root = copy_sample(tmp_path)
    before = {path: path.read_bytes() for path in (root / "seeds").iterdir()}
    for command in ("build", "check"):
        assert run(command, root).exit_code == 0
    assert {path: path.read_bytes() for path in (root / "seeds").iterdir()} == before


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "127.0.0.1:{port}", 200),
        ("/", "localhost:{port}", 200),
        ("/", "127.0.0.1", 200),
        ("/.archivegen", "127.0.0.1:{port}", 404),
        ("/data/", "127.0.0.1:{port}", 404),
        ("/", "evil.example:{port}", 404),
        ("/", "evil.example", 404),
    ],
)
def test_the_preview_answers_this_machine_only(tmp_path: Path, path: str, host: str, status: int):
    """No hidden file, no list of a folder, no other host's name; its own without a port is that of port 80."""
    with previewed(request_for(copy_sample(tmp_path))) as (address, _):
        port = address.rpartition(":")[2].strip("/")
        request = urllib.request.Request(  # noqa: S310 -- our own server
            f"{address.rstrip('/')}{path}", headers={"Host": host.format(port=port)}
        )
        try:
            with urllib.request.urlopen(request) as answer:  # noqa: S310 -- our own server
                assert answer.status == status
        except urllib.error.HTTPError as error:
            assert error.code == status
            error.close()
