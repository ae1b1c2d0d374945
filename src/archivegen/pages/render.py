"""Views into HTML, through the theme's templates or the archive's own in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType
from urllib.parse import urlsplit

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    UndefinedError,
)
from jinja2.bccache import Bucket

from archivegen.config import Config
from archivegen.pages.links import relative_link
from archivegen.pages.look import Logo, Look
from archivegen.pages.markdown import footer_html
from archivegen.pages.parts import FeedEntry, Link
from archivegen.pages.search_records import SearchRecord
from archivegen.pages.views import NotFoundView, PageView
from archivegen.problems import Problem, Refusal
from archivegen.records.languages import direction_of
from archivegen.settings.navigation import SECTIONS


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page knows of the site."""

    title: str
    language: str
    direction: str
    editor: str
    rights: str
    base_url: str
    logo: Logo | None
    header: tuple[tuple[str, Link], ...]
    footer: tuple[Link, ...]
    has_search: bool


class _Compiled(BytecodeCache):
    """What templates were compiled to, known by all that stands in them: a preview has them anew with every change."""

    def __init__(self) -> None:
        self._code: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._code.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._code[bucket.key] = (bucket.checksum, bucket.code)


_COMPILED = _Compiled()


class Renderer:
    """The templates, loaded once, and what they share."""

    def __init__(
        self, template_folders: list[Path], config: Config, look: Look, *, has_search: bool = True
    ) -> None:
        """Load templates from the first folder that has them: the archive's own before the theme's; `look` is what stands in the
        frame of each page beside what the settings say. Nothing in it leads to the search of a site that has none.
        """
        self._environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in template_folders]),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=_COMPILED,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._base_path = urlsplit(config.base_url).path if config.base_url else ""
        self._footer = config.footer
        say = look.say
        links = {
            name: Link(say(f"section.{name}"), f"{name}/")
            for name in SECTIONS
            if has_search or name != "search"
        }
        links |= {page.name: Link(page.title, page.address) for page in look.pages}
        self._environment.globals["say"] = say
        self._environment.globals["site"] = SiteView(
            title=config.title,
            language=config.language,
            direction=direction_of(config.language),
            editor=config.editor,
            rights=config.rights,
            base_url=config.base_url,
            logo=look.logo,
            header=tuple((name, links[name]) for name in config.navigation.names if name in links),
            footer=tuple(links.values()),
            has_search=has_search,
        )

    def page(self, view: PageView) -> str:
        """Return the HTML of a page.

        Raises:
            Refusal: a template is broken; the problem names the template and its line.

        """
        link = partial(relative_link, view.address)
        if isinstance(view, NotFoundView):
            link = partial(_link_from_anywhere, self._base_path)
        return self._render(view.template, page=view, link=link, footer=footer_html(self._footer, link))

    def search_record(self, record: SearchRecord) -> str:
        """Return the page that is fed to the search indexer for a document."""
        return self._render("exports/search_record.html", record=record)

    def sitemap(self, pages: list[tuple[str, str]]) -> str:
        """Return the sitemap of pages by address and day (sitemaps.org protocol 0.9)."""
        return self._render("exports/sitemap.xml", pages=pages)

    def feed(self, entries: tuple[FeedEntry, ...]) -> str:
        """Return the feed of changes, of which there is one at least (Atom, RFC 4287)."""
        return self._render("exports/changes.xml", entries=entries)

    def _render(self, template: str, **context: object) -> str:
        try:
            return self._environment.get_template(template).render(**context)
        except Exception as error:  # a template is a program of the archive's own and may fail in any way
            raise Refusal(_template_problem(template, error)) from error


def _link_from_anywhere(base_path: str, address: str) -> str:
    return base_path + address


def _template_problem(template: str, error: Exception) -> Problem:
    line = getattr(error, "lineno", None)
    name = getattr(error, "name", None) or template
    traceback = error.__traceback__
    while traceback:
        file = traceback.tb_frame.f_code.co_filename
        if file.endswith((".html", ".xml")):
            line, name = traceback.tb_lineno, "/".join(Path(file).parts[-2:])
        traceback = traceback.tb_next
    return Problem(
        path=f"templates/{name}",
        line=line,
        code="template-broken",
        message=_in_words(error),
        fix="mend the template, or remove it to use the theme’s own",
    )


def _in_words(error: Exception) -> str:
    """Return what is wrong with a template, in words that name nothing of the program."""
    message = (str(getattr(error, "message", None) or error) or type(error).__name__).rstrip(".")
    if isinstance(error, TemplateNotFound):
        return f"it asks for the template “{message}”, which is not there"
    if isinstance(error, UndefinedError) and (names := re.findall(r"'([^']+)'", message)):
        return f"there is no “{names[-1]}” to be shown here"
    if isinstance(error, UnicodeDecodeError):
        return "this template, or one that it asks for, is not text in UTF-8"
    return message
