"""The steps of docs/backup.md, taken exactly as they are written; the files that docs/hosting.md gives to copy."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_installed import COMMANDS

DOCS = ROOT / "docs"


def blocks(page: str) -> list[str]:
    """Return the blocks of commands of a page, in its order."""
    return COMMANDS.findall((DOCS / page).read_text("utf-8"))


def take(block: str, folder: Path) -> None:
    """Run the commands of a block in a folder, as a person would type them."""
    scripts = Path(sys.executable).parent
    environment = os.environ | {"PATH": os.pathsep.join([str(scripts), os.environ["PATH"]])}
    for command in block.splitlines():
        finished = subprocess.run(
            ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert finished.returncode == 0, f"{command}: {finished.stdout}{finished.stderr}"


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.mark.skipif(os.name == "nt", reason="the page says what to do instead")
def test_the_steps_of_the_backup_page_give_the_same_site(tmp_path: Path):
    """Make, publish, copy, destroy, restore, build, compare; then the same with the ledger lost."""
    steps = blocks("backup.md")
    first = next(number for number, block in enumerate(steps) if block.startswith("rm -r "))
    second = next(
        number for number, block in enumerate(steps) if block.startswith("rm harbour/permalinks.yml")
    )
    for block in steps[:first]:
        take(block, tmp_path)
    site, ledger = tree(tmp_path / "harbour/build"), (tmp_path / "harbour/permalinks.yml").read_bytes()
    published = (tmp_path / "harbour/published.jsonl").read_bytes()
    for lost in (steps[first:second], steps[second:]):
        take(lost[0], tmp_path)
        assert not (tmp_path / "harbour/permalinks.yml").exists()
        for block in lost[1:]:
            take(block, tmp_path)
        assert tree(tmp_path / "harbour/build") == site
        assert (tmp_path / "harbour/permalinks.yml").read_bytes() == ledger
        assert (tmp_path / "harbour/published.jsonl").read_bytes() == published


def test_the_backup_page_names_all_that_publish_writes(tmp_path: Path):
    """Whatever stands in the archive's folder after a publish is in the table of what to keep."""
    for block in blocks("backup.md")[:1]:
        take(block, tmp_path)
    table = (DOCS / "backup.md").read_text("utf-8")
    named = set(
        re.findall(r"`([\w.-]+)/?`", "".join(line for line in table.splitlines() if line.startswith("| ")))
    )
    assert {file.name for file in (tmp_path / "harbour").iterdir()} <= named | {"build"}
