"""A ledger restored from a site: of closed documents it has every address, and gives nothing away."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archivegen.cli import main
from archivegen.storage.ledger_reading import read_ledger
from tests.test_access import archive, close, run, traces

ADDRESS = "1961-03-04-letter-canarypier"
CLOSED = [
    "access: draft\n",
    "access: restricted\n",
    "access: {status: restricted, announce: yes}\ntitle: Letter about the canarypier\n",
    "access: {status: embargoed, until: 2026-01-31}\n",
]
BOTH = ("permalinks.yml", "published.jsonl")
SAID = (
    f"Of 1 document that was closed the site tells the address and its days, and neither the file nor what stood there: "
    f"{ADDRESS}. The next build finds each by the id that it has or would have, and names those that it does not find.\n"
)


def recovered(root: Path, *lost: str) -> Result:
    for name in lost:
        (root / name).unlink()
    return CliRunner().invoke(main, ["ids", "recover", str(root / "build"), "--archive", str(root)])


def published_and_closed(root: Path, sidecar: str) -> Path:
    """Make an archive with a document that was published on one day and closed on the next."""
    archive(root, canary="")
    assert run("publish", root, "--yes").exit_code == 0
    close(root, "canary", sidecar)
    assert run("publish", root, "--accept", day=1).exit_code == 0
    return root


def entry(root: Path) -> tuple[str, str, str]:
    """Return the address, the day and the file that the ledger has of the closed document."""
    own = read_ledger((root / "permalinks.yml").read_text("utf-8")).entry(ADDRESS)
    assert own is not None
    return own.address, own.first_published, own.source


@pytest.mark.parametrize("lost", [BOTH, BOTH[:1], BOTH[1:]])
@pytest.mark.parametrize("sidecar", CLOSED, ids=["draft", "restricted", "announced", "embargoed"])
def test_a_closed_document_keeps_its_address(tmp_path: Path, sidecar: str, lost: tuple[str, ...]):
    """The site stays as it was, and what is published next knows again where the document lies."""
    root = published_and_closed(tmp_path / "a", sidecar)
    site, before = shutil.copytree(root / "build", tmp_path / "site"), entry(root)
    result = recovered(root, *lost)
    assert (result.exit_code, SAID in result.stdout) == (0, lost == BOTH), result.output
    assert run("build", root, "--locked", day=2).exit_code == 0
    for file in site.rglob("*"):
        assert (root / "build" / file.relative_to(site)).exists()
    assert len(list((root / "build").rglob("*"))) == len(list(site.rglob("*")))
    assert traces(root / "build", "canary") == traces(site, "canary")
    result = run("publish", root, day=2)
    assert result.exit_code == 0, result.output
    assert "Nothing is new" in result.stdout
    assert entry(root) == before


def test_a_document_that_has_opened_meanwhile_is_published_at_its_address(tmp_path: Path):
    """The embargo ends after the ledger was lost."""
    root = published_and_closed(tmp_path / "a", CLOSED[3])
    assert recovered(root, *BOTH).exit_code == 0
    assert (
        f"documents/{ADDRESS}/ is recorded as closed and is open now"
        in run("build", root, "--locked", day=40).stderr
    )
    assert run("publish", root, "--accept", day=40).exit_code == 2
    result = run("publish", root, "--yes", day=40)
    assert result.exit_code == 0, result.output
    assert f"  opened  documents/{ADDRESS}/" in result.stdout
    assert "moved" not in result.stdout
    assert entry(root) == (f"documents/{ADDRESS}/", "2026-01-01", "seeds/canary.txt")


def test_what_is_not_found_again_is_named_with_the_way_out(tmp_path: Path):
    """A document that was given another title while it was closed."""
    root = published_and_closed(tmp_path / "a", "access: restricted\n")
    close(root, "canary", "access: restricted\ntitle: Papers\n")
    assert recovered(root, *BOTH).exit_code == 0
    result = run("publish", root, "--yes", day=2)
    assert result.exit_code == 1
    assert (
        f"permalinks.yml: error: nothing is known of the document published at documents/{ADDRESS}/ on 2026-01-01: this "
        f"ledger was restored from a site, where it was closed; write “id: {ADDRESS}” into the sidecar of the document "
        f'that it is; if it is gone, withdraw the id: archivegen ids withdraw --archive {root} {ADDRESS} --reason "…"\n'
    ) in result.stderr
    close(root, "canary", f"access: restricted\ntitle: Papers\nid: {ADDRESS}\n")
    assert run("publish", root, day=2).exit_code == 0
    assert entry(root) == (f"documents/{ADDRESS}/", "2026-01-01", "seeds/canary.txt")


def test_of_two_that_may_be_it_the_archivist_says_which(tmp_path: Path):
    """Two letters of one day and title, of which one was published."""
    root = published_and_closed(tmp_path / "a", "access: restricted\n")
    for ending in ("txt", "yml"):
        shutil.copy(root / f"seeds/canary.{ending}", root / f"seeds/other.{ending}")
    assert recovered(root, *BOTH).exit_code == 0
    assert "nothing is known of the document published at" in run("build", root, day=2).stderr


def test_a_concealed_document_stays_concealed(tmp_path: Path):
    """Of its address a site tells the day and the reason; the rest is in no copy."""
    root = archive(tmp_path / "a", canary="id: letter-1\n")
    assert run("publish", root, "--yes").exit_code == 0
    for ending in ("txt", "yml"):
        (root / f"seeds/canary.{ending}").unlink()
    withdrawn = ["ids", "withdraw", "letter-1", "--reason", "By wish", "--conceal", "--archive", str(root)]
    assert CliRunner().invoke(main, withdrawn).exit_code == 0
    assert run("publish", root, day=1).exit_code == 0
    shown = (root / "build/data/permalinks.yml").read_bytes()
    result = recovered(root, *BOTH)
    assert "closed" not in result.stdout
    assert (root / "permalinks.yml").read_bytes() == shown
    assert run("build", root, "--locked", day=2).exit_code == 0
    assert traces(root / "build", "canary") == []
