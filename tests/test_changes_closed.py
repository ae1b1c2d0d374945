"""What was said to have changed in a document, in words that are closed or redacted later, is nowhere in the new site."""

import re
from pathlib import Path

from click.testing import CliRunner

from archivegen.cli import main
from tests.test_access import archive, close, run, traces

REDACTED = "redact: [{lines: 9, words: Jonas Canarylind}, {lines: 5, words: Jonas Canarylind}]\n"


def changed(root: Path, words: str) -> Path:
    """Return an archive with a document of two versions, of which the second says in some words what has changed."""
    archive(root, canary="")
    assert run("publish", root, "--yes").exit_code == 0
    letter = root / "seeds" / "canary.txt"
    letter.write_text(letter.read_text("utf-8").replace("second crane", "third crane"), "utf-8")
    close(root, "canary", f"changes: {words}\n")
    assert run("publish", root, "--yes", "--accept", day=1).exit_code == 0
    return root


def test_parts_of_redacted_names_go_from_what_was_said_before(tmp_path: Path):
    """It stands in the ledger, where nobody edits it; “lind” in small letters is no name."""
    root = changed(
        tmp_path / "a", "Consul Canarylind’s name, not CANARYLINDS, was misread as canarylindwood."
    )
    assert {"changes/index.html", "changes.xml"} <= set(traces(root / "build", "canarylind"))
    close(root, "canary", REDACTED)
    assert run("publish", root, "--yes", "--accept", day=2).exit_code == 0
    said = (root / "build" / "changes" / "index.html").read_text("utf-8")
    assert "Consul [redacted] name, not [redacted], was misread as canarylindwood." in said
    for file in traces(root / "build", "canarylind"):
        text = (root / "build" / file).read_text("utf-8")
        assert re.findall("canarylind[a-z]*", text, re.IGNORECASE) == ["canarylindwood"] * text.count(
            "canarylindwood"
        )


def test_what_a_file_of_corrections_still_says_is_warned_of_and_left(tmp_path: Path):
    """There its archivist can take a name out, unless it means somebody else."""
    words = "The ship Canarylind was no brig."
    root = changed(tmp_path / "a", words)
    close(root, "canary", f"changes: {words}\n{REDACTED}")
    result = run("publish", root, "--yes", "--accept", day=2)
    assert "“Canarylind” is part of what seeds/canary.yml redacts, and is left here" in result.output
    assert words in (root / "build" / "changes" / "index.html").read_text("utf-8")


def test_what_was_said_of_a_document_goes_with_it(tmp_path: Path):
    """Closed or withdrawn: the words of a change may be those of the text."""
    root = changed(tmp_path / "a", "What Ada Canarymarsh says of the Canarystone was misread.")
    close(root, "canary", "access: restricted\n")
    assert run("publish", root, "--yes", "--accept", day=2).exit_code == 0
    assert traces(root / "build", "canarystone") == []
    close(root, "canary", "")
    assert run("publish", root, "--yes", "--accept", day=3).exit_code == 0
    assert (
        "canarystone was misread" in (root / "build" / "changes" / "index.html").read_text("utf-8").casefold()
    )
    (root / "seeds" / "canary.txt").unlink()
    (entry,) = re.findall(r'documents/(1961[\w-]+)/"', (root / "permalinks.yml").read_text("utf-8"))
    withdrawn = CliRunner().invoke(
        main,
        ["ids", "withdraw", entry, "--reason", "By wish", "--archive", str(root)],
        env={"SOURCE_DATE_EPOCH": "1767571200"},
    )
    assert withdrawn.exit_code == 0, withdrawn.output
    assert run("publish", root, "--yes", day=5).exit_code == 0
    assert traces(root / "build", "canarystone") == []
    assert "canarystone" not in (root / "published.jsonl").read_text("utf-8").casefold()
