"""Dates that archives seldom have: whatever the form allows has all its pages."""

from pathlib import Path

from click.testing import CliRunner

from archivegen.cli import main

DATES = {
    "quarter": "1957-33",
    "spring": "1957-25",
    "winter": "1926-24",
    "far": "Y17000",
    "unknown": "XXXX",
    "one-of-two": "[1811,1813]",
    "before-our-era": "-0044",
    "long": "1850/1990",
    "very-long": "1000/1990",
    "until": "../1957",
    "from": "1957/..",
    "day": "1957-05-22",
}  # fmt: skip
LETTER = "# The pier in {name}\n\nTo Consul Marta Silva of Westhaven\n\nThe pier cannot carry a second crane, says Jonas Lindt.\n"


def test_an_archive_of_rare_dates_has_all_its_pages(tmp_path: Path):
    """Each document has its page, and stands in the list of all."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    for name, edtf in DATES.items():
        (seeds / f"{name}.txt").write_text(LETTER.format(name=name), "utf-8")
        sidecar = f'id: {name}\ndate: "{edtf}"\nparticipants: [Ada Brik, Jonas Lindt]\n'
        (seeds / f"{name}.yml").write_text(sidecar, "utf-8")
    result = CliRunner().invoke(main, ["build", str(tmp_path)])
    assert result.exit_code == 0, result.output
    site = tmp_path / "build"
    assert {page.parent.name for page in (site / "documents").glob("*/index.html")} == {*DATES}
    listed = (site / "documents" / "index.html").read_text("utf-8")
    assert [name for name in DATES if f'href="{name}/' not in listed] == []
    check = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert check.exit_code == 0, check.output
