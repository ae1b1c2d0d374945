"""The walk of docs/walk.md, taken as it is written: its commands, the files and cells that it tells to write, its pictures.

`make pictures` takes it and makes the pictures anew, each with the words on it; tests/test_walk.py takes it and compares.
"""

import csv
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

import openpyxl
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT, chromium
from tests.walk_papers import MAKERS

PAGE = ROOT / "docs" / "walk.md"
PAPERS = ROOT / "docs" / "walk"
PICTURES = ROOT / "docs" / "pictures"
# What is to be seen on a picture; on any other, the last commands and what they printed.
ADDRESSES = {
    "home": "",
    "notice": "documents/undated-notice-original/",
    "collection": "collections/the-bridge-between-altbruck-and-novabrod/",
    "review": "review/?within=conversation&by=Clara+Vogt",
    "published": "documents/1958-05-03-hanna-weiss-tomas-kral-talk-price/",
}
STEPS = re.compile(
    r"```sh\n(?P<commands>.*?)```"
    r"|```text\n(?P<quoted>.*?)```"
    r"|`(?P<file>[\w/.-]+)`:\n\n```yaml\n(?P<content>.*?)```"
    r"|`(?P<sheet>[\w/.-]+)`:\n\n\| row \| column \| says \| write \|\n[| -]+\n(?P<cells>(?:\|[^\n]*\n)+)"
    r"|!\[[^\]]+\]\(pictures/(?P<picture>[\w-]+)\.png\)",
    re.DOTALL,
)
# How far the work is, which no picture shows, and how long it took.
_PROGRESS = re.compile(r"^  \S.*(?:…|s left)\n", re.MULTILINE)
_SECONDS = re.compile(r"\bin \d+\.\d s\b")
_PORT = "8000"
WIDTH, TALLEST = 900, 1000
_TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 20px 24px; background: #1d2733; color: #e4e9ee; font: 14px/1.5 monospace }}
pre {{ margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }} b {{ color: #8fd3a6 }}
</style><pre>{}</pre>"""


@dataclass
class Seen:
    """A picture of the walk: its name, the page in the browser, the words on it."""

    name: str
    page: Page
    words: str


class Walk:
    """One walk in a folder; `printed` is what the last block of commands printed."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(PAPERS, folder / "docs" / "walk")
        self.folder, self.commands, self.printed = folder, "", ""
        self._server: subprocess.Popen[str] | None = None
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = str(free.getsockname()[1])

    def run(self, commands: str) -> None:
        """Run a block of commands; a preview goes on until the next block."""
        self.end()
        self.commands, self.printed = commands, ""
        for command in commands.splitlines():
            if command.startswith("archivegen serve"):
                self._serve(command)
            else:
                finished = subprocess.run(["sh", "-c", command], check=False, text=True, **self._setting())
                assert finished.returncode == 0, f"{command}: {finished.stdout}"
                self._keep(finished.stdout)

    def _setting(self) -> dict[str, object]:
        scripts = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        fixed = {"PATH": scripts, "SOURCE_DATE_EPOCH": "1772366400", "PYTHONUNBUFFERED": "1"}
        return {
            "cwd": self.folder,
            "env": os.environ | fixed,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.STDOUT,
        }

    def _keep(self, printed: str) -> None:
        self.printed += _SECONDS.sub("in 1.0 s", _PROGRESS.sub("", printed)).replace(self._port, _PORT)

    def _serve(self, command: str) -> None:
        words = [*command.split(), "--port", self._port]
        self._server = subprocess.Popen(words, text=True, **self._setting())
        assert self._server.stdout
        for line in self._server.stdout:
            self._keep(line)
            if "review" in line:
                return
        raise AssertionError(self.printed)

    def end(self) -> None:
        """End the preview, as Ctrl-C does."""
        if self._server:
            self._server.terminate()
            self._server.communicate()
        self._server = None

    def show(self, name: str, page: Page) -> Seen:
        """Open in the browser what a picture of this name shows."""
        if name in ADDRESSES:
            answer = page.goto(f"http://127.0.0.1:{self._port}/{ADDRESSES[name]}")
            assert answer, name
            assert answer.ok, f"{name}: {answer.url} is not there"
        else:
            typed = "\n".join(f"<b>$ {escape(command)}</b>" for command in self.commands.splitlines())
            page.set_content(_TERMINAL.format(f"{typed}\n{escape(self.printed.strip())}"))
        words = page.locator("body").inner_text().replace(self._port, _PORT)
        return Seen(
            name, page, "\n".join(line.rstrip() for line in words.splitlines() if line.strip()) + "\n"
        )


def write(path: Path, content: str) -> None:
    """Write a file that the page gives."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def correct(path: Path, cells: str) -> None:
    """Write into the cells of a sheet what a table of the page tells: each is the one of its column that says this, in a row
    that has the words by which the table knows it.
    """
    corrections = [[cell.strip() for cell in line.strip("|").split("|")] for line in cells.splitlines()]
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        for correction in corrections:
            _correct_one(rows, *correction)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        return
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    for correction in corrections:
        row, column = _correct_one(rows, *correction)
        sheet.cell(row + 1, column + 1).value = correction[-1]
    book.save(path)


def _correct_one(rows: list[list[str]], known_by: str, head: str, says: str, written: str) -> tuple[int, int]:
    column = rows[0].index(head)
    [row] = [number for number, row in enumerate(rows) if known_by in row and row[column] == says]
    rows[row][column] = written
    return row, column


def compare(quoted: str, printed: str) -> None:
    """Say whether lines that the page quotes were printed, in this order; `…` is what it leaves out."""
    left = iter(printed.splitlines())
    for line in quoted.splitlines():
        if line.strip() != "…":
            assert line in left, f"docs/walk.md quotes what is not printed: {line}\n{printed}"


def seen_on_the_walk(folder: Path, browser: Browser) -> Iterator[Seen]:
    """Take the walk, step by step, and give what is to be seen wherever the page has a picture."""
    walk = Walk(folder)
    try:
        for step in STEPS.finditer(PAGE.read_text("utf-8")):
            match step.lastgroup:
                case "commands":
                    walk.run(step["commands"])
                case "quoted":
                    compare(step["quoted"], walk.printed)
                case "content":
                    write(folder / step["file"], step["content"])
                case "cells":
                    correct(folder / step["sheet"], step["cells"])
                case _:
                    with browser.new_page(viewport={"width": WIDTH, "height": 100}) as page:
                        yield walk.show(step["picture"], page)
    finally:
        walk.end()


def picture_of(page: Page) -> bytes:
    """Return what the browser shows as a small PNG; of a tall page its upper part."""
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": height}
    small = BytesIO()
    Image.open(BytesIO(page.screenshot(full_page=True, clip=clip))).quantize(64).save(
        small, "PNG", optimize=True
    )
    return small.getvalue()


def make_pictures(folder: Path, browser: Browser) -> None:
    """Write the papers that are made, and every picture with its words, in the place of those that were there."""
    for name, made in MAKERS.items():
        (PAPERS / "papers" / name).write_bytes(made())
    pictures = [(seen, picture_of(seen.page)) for seen in seen_on_the_walk(folder, browser)]
    shutil.rmtree(PICTURES, ignore_errors=True)
    for seen, picture in pictures:
        write(PICTURES / f"{seen.name}.txt", seen.words)
        (PICTURES / f"{seen.name}.png").write_bytes(picture)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        make_pictures(Path(folder), browser)
