"""What the preview says by itself, in the theme's words and style, whatever is wrong with those of the archive."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from archivegen.config import Config
from archivegen.pages.look import Look
from archivegen.pages.messages import Messages, read_messages
from archivegen.pages.preview_pages import ProblemsView
from archivegen.pages.render import Renderer
from archivegen.preview.showing import Lines, Shown
from archivegen.publish.site_files import Made, asset_files
from archivegen.storage.text_files import text_of
from archivegen.theme import theme_folder

_OWN_FILES = ("live.js", "live.css")


class PreviewWords:
    """The theme, the folder of the archive, and the lines for problems."""

    def __init__(self, root: Path, lines: Lines) -> None:
        """Read the theme's words; the archive is called after its folder."""
        self.root, self.lines = root, lines
        self.say: Messages = read_messages(
            [text_of(theme_folder("templates") / "messages.yml")], "messages.yml"
        )
        self._renderer = Renderer(
            [theme_folder("templates")], Config(title=root.resolve().name), Look(self.say)
        )

    def own_files(self) -> dict[str, Callable[[str], str]]:
        """Return the files that are the preview's alone, by their addresses."""
        return {f"/preview/{name}": partial(_own_file, name) for name in _OWN_FILES}

    def assets(self) -> Mapping[str, Made]:
        """Return the theme's style and scripts, by their paths in a site."""
        return dict(asset_files((theme_folder("static"),)))

    def page_of_problems(self, lines: tuple[str, ...]) -> str:
        """Return the page that stands where none can be made."""
        view = ProblemsView(
            address="",
            title=self.say("preview.no_page"),
            is_indexable=False,
            text=self.say("preview.waits"),
            problems=lines,
        )
        return self._renderer.page(view)

    def heading(self, shown: Shown) -> str:
        """Return what stands above the problems: whether they keep the change from being shown, and how many there are."""
        levels = [problem.level for problem in shown.problems]
        counts = ((level, levels.count(level)) for level in ("error", "warning"))
        counted = ", ".join(self.say(f"preview.{level}", count=count) for level, count in counts if count)
        return f"{self.say('preview.stays')} {counted}" if shown.refused else counted

    def of_search(self, shown: Shown) -> str:
        """Return what the search page has to say of its index, "" where nothing."""
        if not shown.is_indexing:
            return "" if shown.index else self.say("preview.no_index")
        return self.say("preview.index_before" if shown.index else "preview.index_made")


def _own_file(name: str, _query: str) -> str:
    return text_of(theme_folder("templates") / name)
