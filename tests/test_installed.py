"""The wheel, installed with Python alone; the commands of the documentation, run as they stand; a fresh clone."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import urllib.request
import venv
from pathlib import Path

import pytest

from tests.generated_docs import DOCS, PAGES

ROOT = Path(__file__).parents[1]
COMMANDS = re.compile(r"```sh\n(.*?)```", re.DOTALL)
DOCUMENTS = ("README.md", "docs/hosting.md", "docs/publishing.md", "docs/review.md")
CONSTRAINTS = str(ROOT / "constraints.txt")


def run(command: list[str], folder: Path, path: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder with nothing but a path in its environment."""
    environment = {"PATH": path, "HOME": str(folder), **kept_from_environment()}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def kept_from_environment() -> dict[str, str]:
    """Return what a machine may need to reach its package index."""
    return {
        name: value for name, value in os.environ.items() if name.upper().startswith(("PIP_", "HTTP", "SSL"))
    }


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an empty virtual environment with the wheel installed, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    wheel = next(folder.glob("archivegen-*.whl"))
    venv.create(folder / "environment", with_pip=True)
    scripts = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    install = [
        str(scripts / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--constraint",
        CONSTRAINTS,
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    return scripts


def test_the_wheel_alone_makes_a_site(installed: Path, tmp_path: Path):
    """In an empty folder, without make, Node or Java, `init` and `build` give a whole site."""
    program = str(installed / "archivegen")
    started = run([program, "init", "demo"], tmp_path, str(installed))
    assert started.returncode == 0, started.stderr
    built = run([program, "build", "demo"], tmp_path, str(installed))
    assert built.returncode == 0, built.stderr
    site = tmp_path / "demo" / "build"
    home = (site / "index.html").read_text("utf-8")
    assert "My archive" in home
    assert (site / "assets" / "archive.css").stat().st_size > 5_000
    assert (site / "pagefind" / "en" / "pagefind-entry.json").exists()
    page = next(site.glob("documents/*/index.html")).read_text("utf-8")
    assert "Letter from Anna Lindqvist to Peter Okafor" in page
    assert "draft address" in page.lower()
    assert (tmp_path / "demo" / "HANDOVER.md").exists()


def test_a_bare_folder_needs_an_output(installed: Path, tmp_path: Path):
    """A folder without settings is built elsewhere, and the command says so when it is not told where."""
    (tmp_path / "papers").mkdir()
    shutil.copy(
        ROOT / "tests" / "cases" / "documents" / "letter_with_heading.txt", tmp_path / "papers" / "letter.txt"
    )
    program = str(installed / "archivegen")
    refused = run([program, "build", "papers"], tmp_path, str(installed))
    assert refused.returncode == 2
    assert "--output" in refused.stderr
    built = run([program, "build", "papers", "--output", "site"], tmp_path, str(installed))
    assert built.returncode == 0, built.stderr
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == ["letter.txt"]
    assert (tmp_path / "site" / "index.html").exists()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_commands_of_the_documentation_run(installed: Path, tmp_path: Path, document: str):
    """Every command of a page runs, in the order of the page, in one folder. `make` has tests of its own."""
    path = os.pathsep.join([str(installed), os.environ["PATH"]])
    commands = [
        line
        for block in COMMANDS.findall((ROOT / document).read_text("utf-8"))
        for line in block.splitlines()
    ]
    assert commands
    for command in commands:
        words = shlex.split(command)
        if words[0] == "make" or "pip" in words:
            continue
        if words[:2] == ["cp", "-R"]:
            shutil.copytree(tmp_path / words[2], tmp_path / words[3])
            continue
        assert words[0] == "archivegen", f"{document}: no test runs “{command}”"
        if words[1] == "serve":
            serve_and_ask(words[2], tmp_path, path)
            continue
        finished = run(words, tmp_path, path)
        assert finished.returncode == 0, f"{command}: {finished.stderr}"


def serve_and_ask(archive: str, folder: Path, path: str) -> None:
    """Start `archivegen serve`, ask it for the first page, and end it."""
    port = "8753"
    command = ["archivegen", "serve", archive, "--port", port]
    environment = {"PATH": path, "HOME": str(folder), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout
        assert b"Open http://127.0.0.1" in server.stdout.readline()
        for _ in range(100):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                    assert b"<h1>" in answer.read()
                for made, words in (("review/", b"To be reviewed"), ("review/review.css", b".paste")):
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{made}") as answer:
                        assert words in answer.read()
                break
            except OSError:
                time.sleep(0.05)
        else:
            pytest.fail("the preview did not answer")
        server.terminate()


def test_a_fresh_clone_builds_with_one_command(tmp_path: Path):
    """`make site` in a copy of what is tracked sets everything up, builds, and says what was published."""
    clone = tmp_path / "clone"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in listed.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    made = subprocess.run(["make", "site"], cwd=clone, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert "Built 2 documents" in made.stdout
    assert "archivegen serve" in made.stdout


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_current(name: str):
    """docs/fields.md and docs/command-line.md say what the program says; `make docs` brings them up to date."""
    assert (DOCS / name).read_text("utf-8") == PAGES[name]()


def test_every_page_the_readme_names_is_there():
    """No link of the README or of docs/ leads nowhere."""
    for page in (ROOT / "README.md", *DOCS.glob("*.md")):
        text = re.sub(r"^```.*?^```|`[^`\n]+`", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_changelog_has_this_version():
    """The version of the package is the first the changelog names."""
    version = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)[1]
    assert re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)[1] == version
