"""What systems and office programs keep among the documents: none of it is a document, and nothing is said of most of it."""

from pathlib import Path

import pytest

from archivegen.seeds.described import describe
from archivegen.seeds.find import Finding, find_seeds
from archivegen.settings.inventory import InventorySettings

LETTER = "Port Ashby, 2 July 1931\n\nDear Miss Haverkamp,\n\nThe hut needs a new roof.\n\nOswin Tarrant\n"
CLOSES = {"inventory": "file,access\nhut.txt,restricted\n", "corrections": "access: restricted\n"}


def found(folder: Path) -> Finding:
    (folder / "hut.txt").write_text(LETTER, "utf-8")
    return find_seeds(folder, folder)


@pytest.mark.parametrize("content", ["", LETTER, *CLOSES.values()])
@pytest.mark.parametrize(
    "name",
    [
        ".~lock.inventory.csv#", ".~lock.hut.txt#", "~$inventory.xlsx", "~$hut.docx", "~$hut.txt", ".DS_Store", "Thumbs.db", "thumbs.db",
        "desktop.ini", "Desktop.ini", "Icon\r",
    ],
)  # fmt: skip
def test_what_a_program_keeps_beside_the_documents_is_passed_over(tmp_path: Path, name: str, content: str):
    """Whatever stands in it: nobody wrote it."""
    (tmp_path / name).write_text(content, "utf-8")
    finding = found(tmp_path)
    assert [seed.path for seed in finding.seeds] == ["hut.txt"]
    assert finding.problems == finding.astray == finding.other_sheets == ()


@pytest.mark.parametrize("folder", ["$RECYCLE.BIN", "__MACOSX", "@eaDir"])
def test_a_folder_of_a_system_is_passed_over_with_a_notice(tmp_path: Path, folder: str):
    """What was thrown away is not published; an empty one is nobody's concern."""
    (tmp_path / "1931" / folder).mkdir(parents=True)
    assert found(tmp_path).problems == ()
    (tmp_path / "1931" / folder / "thrown.txt").write_text(LETTER, "utf-8")
    finding = found(tmp_path)
    assert [seed.path for seed in finding.seeds] == ["hut.txt"]
    assert [(each.path, each.level) for each in finding.problems] == [(f"1931/{folder}", "notice")]


@pytest.mark.parametrize("name", [".inventory.csv", ".papers.tsv", "inventory.csv~", "#inventory.csv#"])
def test_a_hidden_inventory_that_closes_a_document_stops_the_build(tmp_path: Path, name: str):
    """As a hidden file of corrections does: the dot may be a slip, or the computer's."""
    separator = "\t" if name.endswith("tsv") else ","
    (tmp_path / name).write_text(CLOSES["inventory"].replace(",", separator), "utf-8")
    astray = describe(found(tmp_path), tmp_path, tmp_path, InventorySettings()).astray
    assert [(problem.path, problem.code) for problem in astray] == [(name, "misnamed-inventory")]
    (tmp_path / name).write_text(CLOSES["inventory"].replace("restricted", "open"), "utf-8")
    assert describe(found(tmp_path), tmp_path, tmp_path, InventorySettings()).astray == ()
