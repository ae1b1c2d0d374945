"""An id that several documents claim, or no address can have, costs those documents; nothing is recorded until it is settled."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archivegen.cli import main

HEAD = "file,id,title,creators\n"
ROWS = {
    "pier.txt": "HB 12/3,The pier,Anna Lindqvist\n",
    "mole.txt": "HB 12.3,The mole,Peter Okafor\n",
    "quay.txt": "HB 13,The quay,Marta Zell\n",
}
CLAIMED = (
    "seeds/inventory.csv:2: error: in the column “id”, the id “hb-12-3” is claimed by seeds/inventory.csv:2 (“HB 12/3”), "
    "seeds/inventory.csv:3 (“HB 12.3”); give each document its own"
)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """Three papers, of which two have numbers that would be one address."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour\n", "utf-8")
    for name in ROWS:
        (tmp_path / "seeds" / name).write_text(
            f"The {name[:4]} is old, and was closed in the winter.\n", "utf-8"
        )
    write_sheet(tmp_path, ROWS)
    return tmp_path


def write_sheet(root: Path, rows: dict[str, str]) -> None:
    sheet = HEAD + "".join(f"{name},{row}" for name, row in rows.items())
    (root / "seeds/inventory.csv").write_text(sheet, "utf-8")


def run(command: str, root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, [command, str(root), *options])


def documents(root: Path) -> set[str]:
    return {page.parent.name for page in root.glob("build/documents/*/index.html")}


def test_the_rest_is_built(harbour: Path):
    """Both rows are named; who is named only in them has no page."""
    built = run("build", harbour, "--no-search")
    assert built.exit_code == 3
    assert CLAIMED in built.output
    assert "Rejected 2 documents" in built.output
    assert documents(harbour) == {"hb-13"}
    assert not any("Lindqvist" in page.read_text("utf-8") for page in harbour.glob("build/**/*.html"))


def test_nothing_is_recorded_until_it_is_settled(harbour: Path):
    """Then each gets its own address."""
    refused = run("publish", harbour, "--yes")
    assert refused.exit_code == 1
    assert CLAIMED in refused.output
    assert "ids are not settled, as is said above, and nothing is recorded before they are" in refused.output
    assert not (harbour / "permalinks.yml").exists()
    assert not (harbour / "build").exists()
    write_sheet(harbour, ROWS | {"mole.txt": "HB 12/4,The mole,Peter Okafor\n"})
    assert run("publish", harbour, "--yes").exit_code == 0
    assert documents(harbour) == {"hb-12-3", "hb-12-4", "hb-13"}


def test_what_was_published_stays_as_it_was(harbour: Path):
    """A dispute that begins later touches no published address, and is no state to deploy."""
    only = {"quay.txt": ROWS["quay.txt"]}
    write_sheet(harbour, only)
    (harbour / "seeds/pier.txt").rename(harbour / "pier.txt")
    (harbour / "seeds/mole.txt").rename(harbour / "mole.txt")
    assert run("publish", harbour, "--yes").exit_code == 0
    ledger = (harbour / "permalinks.yml").read_bytes()
    for name in ("pier.txt", "mole.txt"):
        (harbour / name).rename(harbour / "seeds" / name)
    write_sheet(harbour, ROWS)
    built = run("build", harbour, "--no-search")
    assert built.exit_code == 3, built.output
    assert documents(harbour) == {"hb-13"}
    locked = run("build", harbour, "--no-search", "--locked")
    assert locked.exit_code == 1
    assert "is claimed by" in locked.output
    assert run("publish", harbour, "--yes", "--accept").exit_code == 1
    assert (harbour / "permalinks.yml").read_bytes() == ledger


def test_an_id_that_no_address_can_have(harbour: Path):
    """It costs its document; the rest is built, and waits to be recorded."""
    (harbour / "seeds/inventory.csv").unlink()
    for name in ("pier", "mole", "quay"):
        (harbour / f"seeds/{name}.yml").write_text(f"title: The {name}\n", "utf-8")
    (harbour / "seeds/pier.yml").write_text("id: The Pier\ntitle: The pier\n", "utf-8")
    built = run("build", harbour, "--no-search")
    assert built.exit_code == 3
    assert "seeds/pier.yml:1: error: “The Pier” cannot be part of an address" in built.output
    assert documents(harbour) == {"undated-mole", "undated-quay"}
    assert run("publish", harbour, "--yes").exit_code == 1
    (harbour / "seeds/pier.yml").write_text("id: the-pier\ntitle: The pier\n", "utf-8")
    assert run("publish", harbour, "--yes").exit_code == 0
    assert documents(harbour) == {"the-pier", "undated-mole", "undated-quay"}


def test_ids_in_files_of_corrections(harbour: Path):
    """The files are named, and a third document is published."""
    (harbour / "seeds/inventory.csv").unlink()
    for name in ("pier", "mole"):
        (harbour / f"seeds/{name}.yml").write_text(f"id: harbour-works\ntitle: The {name}\n", "utf-8")
    (harbour / "seeds/quay.yml").write_text("title: The quay\n", "utf-8")
    built = run("build", harbour, "--no-search")
    assert built.exit_code == 3
    assert "the id “harbour-works” is claimed by seeds/mole.txt, seeds/pier.txt" in built.output
    assert documents(harbour) == {"undated-quay"}
