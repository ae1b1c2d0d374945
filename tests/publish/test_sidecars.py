"""Files of corrections that are written together: all of them or none."""

from pathlib import Path

import pytest

from archivegen.publish.sidecars import write_sidecars


def test_where_one_cannot_be_written_none_is(tmp_path: Path):
    """The one that stood there before is as it was, the new one is gone."""
    old, new, folder = tmp_path / "letter.yml", tmp_path / "plan.yml", tmp_path / "mole.yml"
    old.write_text("title: Letter\n", "utf-8")
    folder.mkdir()
    with pytest.raises(OSError, match=r"mole\.yml"):
        write_sidecars({old: "title: Pier\n", new: "title: Plan\n", folder: "title: Mole\n"})
    assert old.read_text("utf-8") == "title: Letter\n"
    assert sorted(tmp_path.iterdir()) == [old, folder]


def test_all_are_written(tmp_path: Path):
    """In UTF-8, with the ends of lines that they are given."""
    files = {tmp_path / "letter.yml": "title: 平壤\r\n", tmp_path / "plan.yml": "title: Plan\n"}
    write_sidecars(files)
    assert {file: file.read_bytes().decode("utf-8") for file in tmp_path.iterdir()} == files
