"""What lies in an archive's own theme and changes nothing is named, and nothing else."""

from pathlib import Path

import pytest

from archivegen import theme
from archivegen.theme import without_place


def named(root: Path, files: dict[str, str]) -> list[str]:
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return [problem.path for problem in without_place(root)]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"templates/pages/documnet.html": "<p>"}, ["templates/pages/documnet.html"]),
        ({"templates/pages/documnet.html": "{# documnet.html #}"}, ["templates/pages/documnet.html"]),
        ({"templates/own.html": "<p>", "templates/pages/document.html": "{% include 'own.html' %}"}, []),
        ({"templates/README.md": "Mine", "templates/LICENSE": "CC0"}, []),
        ({"static/photographs/pier.html": "<p>"}, []),
    ],
)
def test_files_that_take_no_place_are_named(tmp_path: Path, files: dict[str, str], expected: list[str]):
    """A file that mentions itself is not asked for; notes and licences are no templates."""
    assert named(tmp_path, files) == expected


def test_static_files_are_not_read_where_none_is_odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An old site of thousands of pages may be among them."""
    monkeypatch.setattr(theme, "_text", lambda file: pytest.fail(f"{file} is read"))
    assert named(tmp_path, {f"static/old/letter-{number}.html": "<p>" for number in range(20)}) == []
