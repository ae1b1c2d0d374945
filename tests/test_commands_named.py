"""The commands that messages name: each can be pasted as it stands, and is about the archive that was meant."""

import json
import os
import re
import shlex
from pathlib import Path

import click
import pytest

from archivegen.cli import main
from archivegen.cli.pasteable import quoted
from archivegen.problems import Problem
from tests.test_cli import run
from tests.test_ids import take_out, two_published

PACKAGE = Path(__file__).parents[1] / "src" / "archivegen"
LONG = "letter-of-the-harbour-board-to-the-engineers-about-the-northern-mole-and-the-pie"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder above an archive whose name has a space, as the working folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.chdir(tmp_path)
    two_published(tmp_path / "harbour papers")
    return tmp_path


def named(text: str, ends: str) -> list[str]:
    """Return the words of each command in a text, from its name to one of the marks that end it."""
    return [
        shlex.split(command) for command in re.findall(rf"archivegen ((?:ids )?[a-z]+ .*?)(?:{ends})", text)
    ]


def test_a_way_out_can_be_pasted_as_it_stands(folder: Path):
    """From another folder, with an id of full length: it is neither cut nor about another archive."""
    source = folder / "harbour papers" / "seeds" / "mole.txt"
    source.write_text("The mole was mended by the board in the spring.\n", "utf-8")
    source.with_suffix(".yml").write_text(f"title: {'The mole ' * 30}\nid: {LONG}\n", "utf-8")
    assert run("publish", "harbour papers", "--yes").exit_code == 0
    source.unlink()
    source.with_suffix(".yml").unlink()
    refused = run("build", "harbour papers", "--report", "report.json")
    assert refused.exit_code == 1
    (problem,) = json.loads(Path("report.json").read_text("utf-8"))
    assert problem["fix"] in refused.stderr
    assert problem["fix"] == (
        f"put the file back; or lead its readers elsewhere: archivegen ids move --archive 'harbour papers' {LONG} NEW; or say "
        f"why it is gone: archivegen ids withdraw --archive 'harbour papers' {LONG} --reason \"…\""
    )
    move, withdraw = named(problem["fix"] + ";", ";|$")
    assert run(*withdraw).stderr.startswith("--reason: error: no reason is given")
    assert run(*(word.replace("NEW", "pier") for word in move)).exit_code == 0


def test_each_place_that_was_given_is_in_the_command(folder: Path):
    """Site, ledger and address as well, where the command that is named takes them."""
    given = ("--output", "the site", "--ledger", "the ledger.yml", "--base-url", "https://harbour.example/")
    locked = run("build", "harbour papers", *given, "--locked")
    (publish, _) = named(locked.stderr, "”")
    assert publish == ["publish", "harbour papers", *given]
    assert run(*publish, "--yes").exit_code == 0
    assert Path("the ledger.yml").is_file()
    take_out(folder / "harbour papers")
    (move, withdraw) = named(run("build", "harbour papers", *given).stderr, "; or|\n")
    places = ["--archive", "harbour papers", "--ledger", "the ledger.yml"]
    assert move[2:6] == withdraw[2:6] == places


def test_what_comes_next_is_about_the_same_archive(folder: Path):
    """After an archive was begun, built, or its record changed; in its own folder nothing need be named."""
    root = folder / "harbour papers"
    assert "Next: archivegen build 'fish papers'\n" in run("init", "fish papers").stdout
    assert "archivegen serve 'harbour papers'\n" in run("build", "harbour papers").stdout
    recovered = run("ids", "recover", root / "build", "--archive", root)
    assert f"Next: archivegen check {shlex.quote(str(root))}\n" in recovered.stdout
    os.chdir(root)
    assert run("build").stdout.endswith("archivegen serve\n")


def test_a_folder_called_like_a_command_is_none(folder: Path):
    """Its name stays what it is, and stands once behind the command."""
    (folder / "archivegen build").mkdir()
    (folder / "harbour papers").rename("archivegen build/x")
    said = run("build", "archivegen build/x").stdout
    assert said.endswith(
        "The site is in archivegen build/x/build. To read it: archivegen serve 'archivegen build/x'\n"
    )


def test_a_folder_called_like_an_option_is_none(folder: Path):
    """Its name is written as a path."""
    (folder / "harbour papers").rename("-harbour")
    (serve,) = named(run("build", "./-harbour").stdout, "\n")
    assert serve == ["serve", "./-harbour"]
    assert "Next: archivegen build ./-mole\n" in run("init", "./-mole").stdout


def test_the_document_to_be_inspected_is_named(folder: Path):
    """It is the one beside the sidecar that has the fault."""
    sidecar = folder / "harbour papers" / "seeds" / "pier.yml"
    sidecar.write_text("id: pier\nzones: {90: summary}\n", "utf-8")
    (inspect,) = named(run("build", "harbour papers").stderr, "”")
    assert inspect == ["inspect", "harbour papers/seeds/pier.txt"]
    assert run(*inspect).exit_code in (0, 1)


def test_every_command_that_is_named_exists():
    """What follows the program's name in quotation marks or behind a colon is a command of it."""
    for module in sorted(PACKAGE.rglob("*.py")):
        for name in re.findall(r"(?:“|: |“run )archivegen ((?:ids )?[a-z]+)", module.read_text("utf-8")):
            command: click.Command | None = main
            for part in name.split():
                assert isinstance(command, click.Group)
                command = command.commands.get(part)
            assert command, f"{module}: {name}"


def test_on_windows_paths_are_quoted_as_its_shells_take_them(monkeypatch: pytest.MonkeyPatch):
    """Backslashes stay as they are."""
    monkeypatch.setattr(os, "name", "nt")
    assert [quoted(word) for word in (r"C:\papers", r"C:\harbour papers")] == [
        r"C:\papers",
        r'"C:\harbour papers"',
    ]


def test_what_is_wrong_is_cut_before_the_way_out():
    """Long titles do not push a command out of its line."""
    problem = Problem(path="a.txt", code="x", message="y" * 1000, fix="z" * 500)
    assert problem.as_line().endswith("y…; " + "z" * 500)
    assert len(problem.as_line()) == 300 + 2 + 500
