"""What is announced of a closed document: nothing that may be its text, and an address that gives nothing else away."""

import json
from pathlib import Path

import pytest

from tests.conftest import copy_sample
from tests.test_access import (
    ANNOUNCED,
    archive,
    close,
    described,
    is_kept_back_for_want_of_a_title,
    run,
)
from tests.test_closed_recovered import recovered
from tests.test_recover import HALVES

COVERED = "000_e86e0e778ee3ab7e"
REST = "The commander was taken to the quay, and the men went home before noon of that day.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"3 May 1957\nMutiny of the canary led by Jan Lind\nThe canary rose at dawn.\n3 May 1957\n{REST}",
        f"3 May 1957\n\nMutiny of the canary\n\nA report on the canary that rose at dawn.\n\n3 May 1957\n\n{REST}",
    ],
    ids=["a diary", "a stripped page"],
)
def test_what_only_its_place_sets_apart_is_not_announced(tmp_path: Path, text: str):
    """A catalogue that has no label anywhere may as well be the text."""
    root = archive(tmp_path / "a", canary=ANNOUNCED)
    is_kept_back_for_want_of_a_title(root, text)


def test_the_address_is_made_of_what_is_announced(tmp_path: Path):
    """Neither of the number in the address that the citation ends in, nor is the kind told that the old title says."""
    root = copy_sample(tmp_path / "a")
    for name in HALVES:
        (root / name).unlink(missing_ok=True)
    close(root, COVERED, f"title: Sealed paper\n{ANNOUNCED}")
    assert run("build", root).exit_code == 0
    assert "form" not in described(root)
    [address] = [
        file.parent.name
        for file in (root / "build" / "documents").glob("*/document.json")
        if "access" in json.loads(file.read_text("utf-8"))["fields"]
    ]
    assert address.endswith("-sealed-paper")


@pytest.mark.parametrize("day", [2, 40], ids=["closed still", "open meanwhile"])
def test_an_announced_document_is_found_again_after_its_record_was_lost(tmp_path: Path, day: int):
    """Its address was made of its announcement, before anything else of it was known."""
    sidecar = "title: Crane papers\naccess: {status: embargoed, until: 2026-01-31, announce: yes}\n"
    root = archive(tmp_path / "a", canary=sidecar)
    assert run("publish", root, "--yes").exit_code == 0
    assert (root / "build/documents/undated-crane-papers").exists()
    assert recovered(root, *HALVES).exit_code == 0
    result = run("publish", root, "--yes", day=day)
    assert result.exit_code == 0, result.output
    assert {file.name for file in (root / "build/documents").glob("*crane-papers*")} == {
        "undated-crane-papers"
    }
