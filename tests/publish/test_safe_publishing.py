"""Publishing: whole or not at all, never over what is not ours, the same bytes for the same sources."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import build_quietly, copy_sample, request_for, tree

import archivegen.build as build_module
from archivegen.build import build
from archivegen.checking.check import examine
from archivegen.problems import Problem, Refusal
from archivegen.publish.manifest import MARKER
from archivegen.publish.write import new_folder, put_in_place, write_text
from archivegen.watching import Watch


def test_the_same_sources_give_the_same_bytes(tmp_path: Path):
    """Two builds, in two places, after each other and over each other, differ in nothing."""
    first = tree(build_quietly(copy_sample(tmp_path / "one")))
    root = copy_sample(tmp_path / "elsewhere" / "two")
    build_quietly(root)
    assert tree(build_quietly(root)) == first
    assert len([name for name in first if name.startswith("pagefind/")]) > 5


def test_a_failing_build_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whatever fails, and however late, the site stays as it was and nothing is left beside it."""
    root = copy_sample(tmp_path)
    before = tree(build_quietly(root))
    problem = Problem(path="search index", code="x", message="the disk is full", fix="make room")

    def fail(site: Path, *_arguments: object) -> int:
        write_text(site / "index.html", "half a site")
        raise Refusal(problem)

    monkeypatch.setattr(build_module, "write_site", fail)
    with pytest.raises(Refusal, match="the disk is full"):
        build_quietly(root)
    assert tree(root / "build") == before
    assert sorted(path.name for path in root.iterdir()) == ["archive.yml", "build", "permalinks.yml", "seeds"]


class AtEachStep(Watch):
    """Does something when a step begins."""

    def __init__(self, do: Callable[[str], None]) -> None:
        self.do = do

    def begin(self, step: str, _count: int = 0) -> None:
        """Do it."""
        self.do(step)


def test_an_interrupted_build_leaves_the_old_site(tmp_path: Path):
    """Ctrl-C in the middle changes nothing."""
    root = copy_sample(tmp_path)
    before = tree(build_quietly(root))

    def interrupt(step: str) -> None:
        if step == "links":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(request_for(root, watch=AtEachStep(interrupt)))
    assert tree(root / "build") == before


def test_what_a_killed_build_left_is_put_right(tmp_path: Path):
    """A build killed between the two renames is finished by the next, which finds the old site again."""
    output = tmp_path / "build"
    with new_folder(output) as site:
        write_text(site / "index.html", "old")
        put_in_place(site, output)
    output.rename(tmp_path / "build.archivegen-old-abc")
    write_text(tmp_path / "build.archivegen-new-xyz" / "index.html", "half")
    with pytest.raises(RuntimeError), new_folder(output):
        assert (output / "index.html").read_text() == "old"
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


@pytest.mark.parametrize("make_foreign", ["file", "folder"])
def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path, make_foreign: str):
    """A folder with somebody's files, or a file in the folder's place, is refused and stays."""
    root = copy_sample(tmp_path / "archive")
    output = tmp_path / "thesis"
    if make_foreign == "folder":
        write_text(output / "chapter.txt", "years of work")
    else:
        output.write_text("years of work")
    before = tree(tmp_path / "thesis") if output.is_dir() else output.read_text()
    request = request_for(root)
    with pytest.raises(Refusal) as refused:
        build(type(request)(root=root, output=output, ledger=request.ledger))
    assert refused.value.problems[0].code == "output-refused"
    assert (tree(output) if output.is_dir() else output.read_text()) == before


@pytest.mark.parametrize("foreign", ["CNAME", ".git/config", "documents/mine.html"])
def test_a_file_that_was_put_into_the_site_is_never_deleted(tmp_path: Path, foreign: str):
    """The site's folder may have become a repository, or somebody's: what archivegen did not make stays."""
    root = copy_sample(tmp_path)
    build_quietly(root)
    write_text(root / "build" / foreign, "mine")
    with pytest.raises(Refusal) as refused:
        build_quietly(root)
    assert foreign in refused.value.problems[0].message
    assert (root / "build" / foreign).read_text() == "mine"


def test_a_site_without_its_list_of_files_is_said_to_be_that(tmp_path: Path):
    """Not every copy takes names that begin with a dot along: nothing is replaced, and `check` says it as well."""
    root = copy_sample(tmp_path)
    build_quietly(root)
    (root / "build/.archivegen").unlink()
    before = tree(root / "build")
    message = (
        "error: .archivegen, the list of the files that archivegen made in this site, is gone, so that a build does not "
        "replace them; put .archivegen back from a copy of the site; or take the whole folder away, and build again"
    )
    with pytest.raises(Refusal) as refused:
        build_quietly(root)
    assert [problem.as_line() for problem in refused.value.problems] == [f"{root / 'build'}: {message}"]
    assert tree(root / "build") == before
    assert f"build/.archivegen: {message}" in [
        problem.as_line() for problem in examine(request_for(root)).problems
    ]


@pytest.mark.parametrize("output", [".", "..", "seeds", "seeds/site"])
def test_the_sources_are_never_replaced(tmp_path: Path, output: str):
    """The archive's folder, one above it, the documents and anything among them are refused."""
    root = copy_sample(tmp_path / "archive")
    before = tree(tmp_path)
    request = request_for(root)
    with pytest.raises(Refusal) as refused:
        build(type(request)(root=root, output=root / output, ledger=request.ledger))
    assert refused.value.problems[0].code == "output-refused"
    assert tree(tmp_path) == before


def test_a_link_as_output_is_refused(tmp_path: Path):
    """A link may lead anywhere."""
    root = copy_sample(tmp_path / "archive")
    (tmp_path / "real").mkdir()
    (root / "build").symlink_to(tmp_path / "real", target_is_directory=True)
    with pytest.raises(Refusal, match="is a link"):
        build_quietly(root)


def test_one_build_at_a_time(tmp_path: Path):
    """A second build of the same folder says that another is at work and does nothing."""
    root = copy_sample(tmp_path)
    refusals: list[str] = []

    def build_again(step: str) -> None:
        if step == "pages":
            with pytest.raises(Refusal) as refused:
                build_quietly(root)
            refusals.append(refused.value.problems[0].message)

    build(request_for(root, watch=AtEachStep(build_again)))
    assert refusals == ["another build is writing this folder"]


def test_a_terminated_build_leaves_the_old_site(tmp_path: Path):
    """SIGTERM ends the program with its own exit code and one line, and the site stays whole."""
    root = copy_sample(tmp_path)
    before = tree(build_quietly(root))
    for number in range(400):
        shutil.copy(root / "seeds" / "003_25e4c46478df5346.txt", root / "seeds" / f"copy{number}.txt")
    process = subprocess.Popen(
        [sys.executable, "-m", "archivegen", "build", str(root)], stderr=subprocess.PIPE
    )
    while process.stderr and b"pages" not in process.stderr.readline():
        time.sleep(0.01)
    process.terminate()
    assert process.wait(30) == 143
    assert process.stderr
    said = process.stderr.read().decode().splitlines()[-1]
    process.stderr.close()
    assert said == "Interrupted. Nothing was recorded, and the site is as it was."
    assert tree(root / "build") == before
    assert [path.name for path in root.iterdir() if "archivegen-new" in path.name] == []


def test_the_marker_says_whose_the_folder_is(sample: Path):
    """The site's folder says that it was made by archivegen and will be replaced."""
    assert "archivegen" in (sample / MARKER).read_text()
