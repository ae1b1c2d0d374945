"""The steps of docs/look.md, taken as they are written: the files that it gives, and what the pages then look like.

`make pictures` makes its pictures anew, each with the words on it; tests/test_look_pictures.py takes the steps and compares.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT, chromium
from tests.walk import Seen, Walk, write

PAGE = ROOT / "docs" / "look.md"
PICTURES = ROOT / "docs" / "look"
STEPS = re.compile(
    r"```sh\n(?P<commands>.*?)```"
    r"|(?P<adds>Add to )?`(?P<file>[\w/.-]+)`:\n\n```\w+\n(?P<content>.*?)```"
    r"|!\[[^\]]+\]\(look/(?P<picture>[\w-]+)\.png\)",
    re.DOTALL,
)
WIDTH = 1000
# Which page is on a picture, and which part of it: from which line of dots, how many. A negative one counts from its end.
SHOWN = {
    "title": ("", 0, 690),
    "colours": ("", 0, 690),
    "logo": ("", 0, 205),
    "page": ("how-to-use/", 0, 620),
    "navigation": ("how-to-use/", 0, 205),
    "footer": ("how-to-use/", -230, 230),
    "words": ("", 0, 725),
    "style": ("", 0, 725),
    "template": ("", 0, 700),
    "language": ("", 0, 700),
}


class Look(Walk):
    """The steps in a folder; the preview begins anew after each file, so that what it shows is there."""

    def preview(self) -> None:
        """Run the last block of commands again, but for what makes the archive."""
        *_, serve = self.commands.splitlines()
        commands = self.commands
        self.run(serve)
        self.commands = commands

    def open(self, name: str, page: Page) -> Seen:
        """Open in the browser what a picture of this name shows."""
        self.preview()
        answer = page.goto(f"http://127.0.0.1:{self._port}/{SHOWN[name][0]}")
        assert answer
        assert answer.ok, f"{name}: {answer.url} is not there"
        return Seen(name, page, words_on(page))


def words_on(page: Page) -> str:
    """Return the lines with words on a page."""
    lines = page.locator("body").inner_text().splitlines()
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def seen_step_by_step(folder: Path, browser: Browser) -> Iterator[Seen]:
    """Take the steps, and give what is to be seen wherever the page has a picture."""
    look = Look(folder)
    try:
        for step in STEPS.finditer(PAGE.read_text("utf-8")):
            if step["commands"]:
                look.run(step["commands"])
            elif step["picture"]:
                # An open page would follow the next preview, and load itself again while the browser goes to another.
                with browser.new_page(
                    viewport={"width": WIDTH, "height": 100}, color_scheme="light", bypass_csp=True
                ) as page:
                    yield look.open(step["picture"], page)
            else:
                file = folder / step["file"]
                before = file.read_text("utf-8") if step["adds"] else ""
                write(file, before + step["content"])
    finally:
        look.end()


def picture_of(seen: Seen) -> bytes:
    """Return the part of a page that its picture shows as a small PNG."""
    _, top, height = SHOWN[seen.name]
    whole = seen.page.evaluate("document.documentElement.scrollHeight")
    clip = {"x": 0, "y": top if top >= 0 else whole + top, "width": WIDTH, "height": min(height, whole)}
    small = BytesIO()
    Image.open(BytesIO(seen.page.screenshot(full_page=True, clip=clip))).quantize(64).save(
        small, "PNG", optimize=True
    )
    return small.getvalue()


def make_pictures(folder: Path, browser: Browser) -> None:
    """Write every picture with its words, in the place of those that were there."""
    pictures = [(seen, picture_of(seen)) for seen in seen_step_by_step(folder, browser)]
    shutil.rmtree(PICTURES, ignore_errors=True)
    for seen, picture in pictures:
        write(PICTURES / f"{seen.name}.txt", seen.words)
        (PICTURES / f"{seen.name}.png").write_bytes(picture)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        make_pictures(Path(folder), browser)
