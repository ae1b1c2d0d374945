"""Documents that lie in the same folder as the archive's own files, which are none."""

from pathlib import Path

from tests.test_cli import run

from archivegen.seeds.find import find_seeds

LETTER = "Port Ashby, 2 July 1931\n\nDear Miss Haverkamp,\n\nThe hut needs a new roof.\n\nOswin Tarrant\n"
OWN = {
    "archive.yml": "title: Pilots’ House\ndocuments: .\n",
    "people.yml": "Oswin Tarrant:\n  variants: [O. Tarrant]\n",
    "HANDOVER.md": "# Handing over\n",
    "published-files.txt": "",
    "static/extra.css": "",
    "static/plan.html": "<p>A plan of the house</p>",
    "templates/note.txt": "none of the theme",
}


def archive(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_what_is_the_archives_own_is_no_document_and_no_file_of_corrections(tmp_path: Path):
    """Settings, names, ledger and theme are read as what they are, and nothing is said of them."""
    root = archive(
        tmp_path / "house", {**OWN, "hut.txt": LETTER, "archive.txt": LETTER.replace("hut", "tower")}
    )
    output = ("--output", str(tmp_path / "site"))
    assert run("publish", root, "--yes", *output).exit_code == 0
    found = find_seeds(root, root)
    assert [(seed.path, seed.sidecar) for seed in found.seeds] == [("archive.txt", None), ("hut.txt", None)]
    assert found.problems == found.astray == ()
    assert {"permalinks.yml", "published.jsonl"} <= {file.name for file in root.iterdir()}


def test_files_of_these_names_elsewhere_are_what_they_are_among_documents(tmp_path: Path):
    """In a folder of the archive, and in a folder without settings, documents may be called so."""
    root = archive(
        tmp_path / "house", {"static/plan.txt": LETTER, "1931/archive.txt": LETTER, "HANDOVER.md": LETTER}
    )
    archive(root, {"1931/archive.yml": "access: restricted\n", "1931/people.yml": "title: Nobody’s\n"})
    found = find_seeds(root, root)
    assert [seed.path for seed in found.seeds] == ["1931/archive.txt", "HANDOVER.md", "static/plan.txt"]
    assert found.seeds[0].sidecar == root / "1931" / "archive.yml"
    assert [problem.path for problem in found.problems] == ["1931/people.yml"]
