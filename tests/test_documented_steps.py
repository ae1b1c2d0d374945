"""The steps of docs/backup.md, taken exactly as they are written; the files that docs/hosting.md gives to copy."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import venv
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from archivegen import __version__
from archivegen.archive.former import Redirect
from archivegen.publish.redirects import redirect_files
from archivegen.storage.ledger_reading import read_ledger
from archivegen.storage.published import PublishedRecord
from archivegen.storage.published_reading import read_published
from tests.conftest import ROOT, SECURITY_POLICY, tree
from tests.test_cli import run
from tests.test_installed import COMMANDS, CONSTRAINTS

DOCS = ROOT / "docs"
# The program that the page on backups puts into the archive; that page's test installs it.
WHEEL = f"program/archivegen-{__version__}-py3-none-any.whl"
INSTALL = f"python -m pip install {WHEEL}"


def blocks(page: str) -> list[str]:
    """Return the blocks of commands of a page, in its order."""
    return COMMANDS.findall((DOCS / page).read_text("utf-8"))


def take(block: str, folder: Path, scripts: Path = Path(sys.executable).parent, **environment: str) -> None:
    """Run the commands of a block in a folder, as a person would type them."""
    environment = os.environ | {"PATH": os.pathsep.join([str(scripts), os.environ["PATH"]])} | environment
    for command in block.splitlines():
        finished = subprocess.run(
            ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert finished.returncode == 0, f"{command}: {finished.stdout}{finished.stderr}"


@pytest.mark.skipif(os.name == "nt", reason="the page says what to do instead")
def test_the_steps_of_the_backup_page_give_the_same_site(tmp_path: Path):
    """Make, publish, copy, destroy, restore, build, compare; then the same with the ledger lost.

    What is restored is restored on a machine without the program, and without a package index.
    """
    venv.create(tmp_path / "other machine", with_pip=True)
    elsewhere = tmp_path / "other machine" / "bin"
    assert not (elsewhere / "archivegen").exists()
    steps = blocks("backup.md")
    steps = [block.replace("SOURCE", shlex.quote(str(ROOT))) for block in steps]
    first = next(number for number, block in enumerate(steps) if block.startswith("rm -r "))
    second = next(
        number for number, block in enumerate(steps) if block.startswith("rm harbour/permalinks.yml")
    )
    for block in steps[:first]:
        take(block, tmp_path, PIP_CONSTRAINT=CONSTRAINTS)
    site, ledger = tree(tmp_path / "harbour/build"), (tmp_path / "harbour/permalinks.yml").read_bytes()
    published = without_names(tmp_path / "harbour/published.jsonl")
    for lost in (steps[first:second], steps[second:]):
        take(lost[0], tmp_path)
        assert not (tmp_path / "harbour/permalinks.yml").exists()
        for block in lost[1:]:
            take(block, tmp_path, elsewhere, PIP_NO_INDEX="1", PYTHONPATH="")
        assert tree(tmp_path / "harbour/build") == site
        assert (tmp_path / "harbour/permalinks.yml").read_bytes() == ledger
        assert without_names(tmp_path / "harbour/published.jsonl") == published


def without_names(companion: Path) -> tuple[PublishedRecord, ...]:
    """Return what a companion keeps but for whom documents ever named, which no site tells."""
    return tuple(replace(record, named=()) for record in read_published(companion.read_text("utf-8")))


def test_the_backup_page_names_all_that_publish_writes(tmp_path: Path):
    """Whatever stands in the archive's folder after a publish is in the table of what to keep."""
    take(blocks("backup.md")[0], tmp_path)
    table = (DOCS / "backup.md").read_text("utf-8")
    named = set(
        re.findall(r"`([\w.-]+)/?`", "".join(line for line in table.splitlines() if line.startswith("| ")))
    )
    assert {file.name for file in (tmp_path / "harbour").iterdir()} <= named | {"build", ".cache"}


@pytest.mark.skipif(os.name == "nt", reason="on Windows a file is removed otherwise")
def test_the_steps_of_the_page_on_addresses_withdraw_a_document(tmp_path: Path):
    """Publish, list, take the file out, withdraw, build: the address says what became of it."""
    for block in blocks("addresses.md"):
        if "git pull" not in block:
            take(block, tmp_path)
    (page,) = (tmp_path / "harbour/build/documents").glob("1961-*/index.html")
    assert "Reason: Asked for by the family" in page.read_text("utf-8")


def two_who_published(folder: Path, attributes: str) -> tuple[Path, Path]:
    """Return an archive in git as two people have it: each has published a document, and the first has pushed.

    Both documents name one person; whose page was published first, git does not know.
    """
    take("archivegen init first\narchivegen publish first --yes", folder)
    first = folder / "first"
    (first / ".gitignore").write_text("build/\n", "utf-8")
    if attributes:
        (first / ".gitattributes").write_text(attributes, "utf-8")
    own = "git config user.name Ada\ngit config user.email ada@example.org\n"
    take(f"git init --initial-branch=main\n{own}git add .\ngit commit --message first", first)
    take("git clone --bare first shared\ngit clone shared ada\ngit clone shared ben", folder)
    for name, thing in (("ada", "pier"), ("ben", "quay")):
        text = f"# The {thing}\n\nThe {thing} was closed on the day of the storm, says Marta Silva of Westhaven.\n"
        (folder / name / "seeds" / f"{thing}.md").write_text(text, "utf-8")
        take(f"{own}archivegen publish . --yes\ngit add .\ngit commit --message {thing}", folder / name)
    take("git push", folder / "ada")
    return folder / "ada", folder / "ben"


@pytest.mark.skipif(os.name == "nt" or not shutil.which("git"), reason="git is not there")
def test_what_two_people_publish_is_merged_as_the_page_says(tmp_path: Path):
    """With its lines in `.gitattributes` its steps lead to the site of both, with the addresses of both."""
    _, ben = two_who_published(tmp_path, given("addresses.md", "gitattributes"))
    [steps] = [block for block in blocks("addresses.md") if "git pull" in block]
    take(steps, ben)
    ids = [entry.id for entry in read_ledger((ben / "permalinks.yml").read_text("utf-8")).entries]
    assert [name.rpartition("-")[2] for name in ids] == ["okafor", "pier", "quay"]
    for document_id in ids:
        assert (ben / "build" / "documents" / document_id / "index.html").exists()
    assert "3 documents; 3 addresses recorded" in (ben / "HANDOVER.md").read_text("utf-8")
    take('archivegen publish .\ntest -z "$(git status --porcelain)"', ben)


@pytest.mark.skipif(os.name == "nt" or not shutil.which("git"), reason="git is not there")
def test_without_these_lines_each_file_says_what_git_has_left(tmp_path: Path):
    """And the way back that the page tells works."""
    _, ben = two_who_published(tmp_path, "")
    pull = ["git", "pull", "--no-rebase", "--no-edit"]
    assert subprocess.run(pull, cwd=ben, capture_output=True, check=False).returncode == 1
    for name in ("permalinks.yml", "published-files.txt", "published.jsonl"):
        assert "<<<<<<<" in (ben / name).read_text("utf-8")
    mark = (
        "error: two versions of this file were merged and this mark is left; keep the lines of both versions"
    )
    said = run("build", ben).stderr
    for name in ("permalinks.yml", "published.jsonl"):
        assert re.search(rf"^{re.escape(name)}:\d+: {mark}", said, re.MULTILINE)
    for name in ("permalinks.yml", "published.jsonl"):
        lines = (ben / name).read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]
        (ben / name).write_text("".join(kept), "utf-8")
    assert re.search(rf"^published-files.txt:\d+: {mark}", run("publish", ben, "--yes").stderr, re.MULTILINE)
    take("git merge --abort", ben)
    (ben / ".gitattributes").write_text(given("addresses.md", "gitattributes"), "utf-8")
    take("git pull --no-rebase --no-edit\narchivegen check .\narchivegen publish .", ben)


def test_the_ledger_that_the_page_on_addresses_shows_can_be_read():
    """What is shown of its form is its form."""
    ledger = read_ledger(given("addresses.md", "yaml"))
    assert (len(ledger.entries), len(ledger.entities), ledger.end_of("quay")) == (2, 1, "pier")


def given(page: str, kind: str) -> str:
    """Return the file of a kind that a page gives to copy."""
    (text,) = re.findall(rf"```{kind}\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    return str(text)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published archive, as a repository would hold it."""
    folder = tmp_path_factory.mktemp("repository")
    take("archivegen init harbour\narchivegen publish harbour --yes\nrm -r harbour/build", folder)
    return folder / "harbour"


def test_the_workflow_builds_what_it_uploads(published: Path):
    """Every command of the workflow but the installation runs in the archive’s folder; what is uploaded is there then."""
    workflow = yaml.safe_load(given("hosting.md", "yaml"))
    (job,) = workflow["jobs"].values()
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert commands[0] == INSTALL
    assert "archivegen build . --locked" in commands
    take("\n".join(commands[1:]), published)
    (uploaded,) = [step["with"]["path"] for step in job["steps"] if "pages-artifact" in step.get("uses", "")]
    assert (published / uploaded / "index.html").exists()


def test_what_netlify_is_told_builds_what_it_serves(published: Path):
    """Its command runs in the archive’s folder; what it publishes is there then."""
    settings = tomllib.loads(given("hosting.md", "toml"))
    install, build = settings["build"]["command"].split(" && ")
    assert install == INSTALL
    take(build, published)
    assert (published / settings["build"]["publish"] / "index.html").exists()
    assert settings["headers"][0]["values"]["Content-Security-Policy"] == SECURITY_POLICY


def test_every_host_is_asked_for_the_same_policy():
    """The one under which the tests show the pages."""
    policies = re.findall(r"default-src[^\"\n]+", (DOCS / "hosting.md").read_text("utf-8"))
    assert policies == [SECURITY_POLICY] * 4


def test_the_page_names_the_files_of_redirects_that_the_site_brings():
    """Each kind of host has one; nginx is asked by the name that its file gives."""
    files = dict(redirect_files([Redirect("documents/old/", "documents/new/", "The pier")], ""))
    page = (DOCS / "hosting.md").read_text("utf-8")
    for name in files:
        assert f"`{name}`" in page
    nginx = given("hosting.md", "nginx")
    assert "include /srv/harbour/redirects.nginx.conf;" in nginx
    assert set(re.findall(r"\$\w+_moved", nginx)) == set(
        re.findall(r"map \$uri (\$\w+)", files["redirects.nginx.conf"]())
    )
    assert nginx.count("{") == nginx.count("}")


def test_pages_name_the_version_they_are_for():
    """Whoever copies an installation from them gets the version that they describe."""
    versions = {
        version
        for page in DOCS.glob("*.md")
        for version in re.findall(r"archivegen(?:==|-)(\d[.\d]*\d)", page.read_text("utf-8"))
    }
    assert versions == {__version__}
