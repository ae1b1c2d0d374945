"""The preview as whoever asks it meets it: files as a build writes them, one whole state, problems in the place of pages."""

import html
import json
import re
import socket
import time
import urllib.error
import urllib.request
from dataclasses import replace
from http.client import HTTPResponse
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import build_quietly, copy_sample, request_for, tree
from tests.previews import page_of, preview_of, previewed
from tests.seeds.formats.pdf_files import set_as_pdf

from archivegen.cli import main
from archivegen.preview.following import Follower
from archivegen.preview.showing import Showing
from archivegen.preview.site import site_of
from archivegen.problems import Problem, lines_of
from archivegen.request import Request
from archivegen.watching import Watch

LETTER = "Westhaven, 4 March 1961\n\nDear Mr. Okafor,\n\n{words}\n\nYours sincerely,\nAnna Lindqvist\n"
PDF = "LETTER ABOUT THE PIER\n\nWesthaven, 4 March 1961\n\nThe surveyor told me in the autumn that the pier cannot carry a second crane."
ADDED = re.compile(
    rb'<link rel="stylesheet" href="/preview/live\.css">\n<script src="/preview/[^>]*></script>\n'
)
# What the preview has in other ways, or not at all.
OF_BUILDS = (".archivegen", "pagefind/", "search/table/")
TYPES = {
    "": "text/html; charset=utf-8",
    "assets/archive.css": "text/css; charset=utf-8",
    "assets/archive.js": "text/javascript; charset=utf-8",
    "assets/icon.svg": "image/svg+xml",
    "robots.txt": "text/plain",
    "preview/live.js": "text/javascript; charset=utf-8",
    "preview/live.css": "text/css; charset=utf-8",
}
FAULT = Problem(path="seeds/<b>.txt", line=3, code="odd", message="“<i>x</i>” is odd", fix="write <b>y</b>")
FAILED = (
    "{path}: error: this cannot be shown: KeyError: 'pier'; this is a fault of the program; please report it"
)
NO_SETTINGS = "archive.yml: error: the settings of this archive are not there any more; put archive.yml back; a folder without it is no archive"
NO_PROCESS = (
    ".: error: the links and the search index are not looked at: Resource temporarily unavailable; "
    "end what else runs on this machine; they are with the next change"
)
MANY = [Problem(path=f"seeds/{n}.txt", code="odd", message=f"odd {n}", fix="mend it") for n in range(40)]


def archive_of(root: Path, **letters: str) -> Request:
    """Write an archive of letters, by the names of their files without the ending."""
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    for name, words in letters.items():
        (root / "seeds" / f"{name}.txt").write_text(LETTER.format(words=words), "utf-8")
    return request_for(root, base_url="")


def asked(address: str, method: str = "GET") -> HTTPResponse | urllib.error.HTTPError:
    """Return an answer, whether or not it is a good one."""
    request = urllib.request.Request(address, method=method)  # noqa: S310 -- our own server
    try:
        return urllib.request.urlopen(request)  # noqa: S310 -- our own server
    except urllib.error.HTTPError as error:
        return error


def news_at(preview: str, address: str) -> dict[str, object]:
    """Return the first news that a page at an address hears."""
    with asked(f"{preview}preview/news?address={address}") as stream:
        return json.loads(stream.readline().removeprefix(b"data: "))


def until(holds: object, what: str) -> None:
    """Wait until something holds."""
    assert callable(holds)
    for _ in range(600):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail(what)


def test_every_file_is_as_a_build_writes_it(tmp_path: Path):
    """Pages but for the two lines by which they follow the archive; the copies of originals to the byte."""
    root = copy_sample(tmp_path / "letters")
    (root / "seeds" / "pier.pdf").write_bytes(set_as_pdf(PDF))
    built = tree(build_quietly(root, base_url=""))
    with previewed(request_for(root, base_url="")) as (address, _):
        for path, content in built.items():
            if path.startswith((".", *OF_BUILDS)):
                continue
            with asked(f"{address}{path}") as answer:
                shown = answer.read()
            assert ADDED.sub(b"", shown) == content, path
            assert bool(ADDED.search(shown)) == path.endswith(".html"), path
    assert any(path.endswith("original.pdf") for path in built)


def test_addresses_are_answered_as_web_servers_do(tmp_path: Path):
    """With their types, to HEAD without content, from the folder's address without its last sign, and by the page for nothing."""
    request = archive_of(tmp_path, pier="The pier is old.")
    with previewed(request) as (address, _):
        for path, kind in TYPES.items():
            with asked(f"{address}{path}") as answer, asked(f"{address}{path}", "HEAD") as head:
                content = answer.read()
                assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
                assert (head.status, head.headers["Content-Length"]) == (200, str(len(content)))
                assert head.read() == b""
        with asked(f"{address}documents?x=1") as answer:
            assert answer.url == f"{address}documents/?x=1"
        with asked(f"{address}documents/nothing/") as answer:
            assert answer.status == 404
            assert "There is nothing at this address" in answer.read().decode()
        for odd in ("/../archive.yml", "/%2e%2e/archive.yml", "/pagefind/../archive.yml"):
            with asked(f"{address.rstrip('/')}{odd}") as answer:
                assert answer.status == 404


def test_without_a_site_the_problems_are_the_page(tmp_path: Path):
    """At every address, as text; the theme's style is there."""
    with previewed(archive_of(tmp_path), with_site=False) as (address, showing):
        showing.refuse((FAULT,))
        before = news_at(address, "/")
        for place in ("", "documents/some/", "search/"):
            with asked(f"{address}{place}") as answer:
                assert answer.status == 503
                page = answer.read().decode()
            assert (
                "<li>seeds/&lt;b&gt;.txt:3: error: “&lt;i&gt;x&lt;/i&gt;” is odd; write &lt;b&gt;y&lt;/b&gt;</li>"
                in page
            )
        assert "--paper" in page_of(f"{address}assets/archive.css")
        showing.refuse((FAULT, *MANY[:1]))
        assert news_at(address, "/")["pages"] != before["pages"]


def test_a_page_whose_template_is_broken_says_where(tmp_path: Path):
    """And the other pages are shown."""
    request = archive_of(tmp_path, pier="The pier is old.")
    (tmp_path / "templates" / "pages").mkdir(parents=True)
    (tmp_path / "templates" / "pages" / "about.html").write_text("<p>\n{{ page.weight }}", "utf-8")
    with previewed(request) as (address, _):
        with asked(f"{address}about/") as answer:
            assert answer.status == 500
            assert (
                "templates/pages/about.html:2: error: there is no “weight” to be shown here"
                in answer.read().decode()
            )
        assert "Harbour papers" in page_of(address)


def failing(*_query: str) -> bytes:
    """Fail as a program does that has a fault."""
    raise KeyError("pier")


def test_a_fault_of_the_program_is_told_in_the_place_of_the_page(tmp_path: Path):
    """Of a page, of another file and of a page of the preview's own; the other pages are shown."""
    request = archive_of(tmp_path, pier="The pier is old.")
    with previewed(request, {"/review/": failing}) as (address, showing):
        site = showing.now.site
        pages, others = {**site.pages, "about/index.html": failing}, {**site.others, "robots.txt": failing}
        showing.put(replace(site, pages=pages, others=others))
        for place, path in {
            "about/": "about/index.html",
            "robots.txt": "robots.txt",
            "review/": "review/index.html",
        }.items():
            with asked(f"{address}{place}") as answer:
                assert answer.status == 500
                assert html.unescape(answer.read().decode()).count(FAILED.format(path=path)) == 1
        assert "Harbour papers" in page_of(address)


def test_a_fault_in_the_lists_leaves_the_pages_of_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """They are laid out when one of them is asked for, or something that may be one."""
    monkeypatch.setattr("archivegen.pages.plan.time_views", failing)
    with previewed(archive_of(tmp_path, pier="The pier is old.")) as (address, showing):
        document = showing.now.site.address_by_source["seeds/pier.txt"]
        assert "The pier is old." in page_of(f"{address}{document}")
        for place in ("timeline/", "crane/"):
            with asked(f"{address}{place}") as answer:
                assert answer.status == 500
                failed = FAILED.format(path=f"{place}index.html")
                assert html.unescape(answer.read().decode()).count(failed) == 1
            assert news_at(address, f"/{place}")["stands"]


def test_a_fault_of_the_program_leaves_the_preview_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The problem is told, and the next change may mend it."""
    request = archive_of(tmp_path, pier="The pier is old.")
    showing, told = Showing(lines_of), []
    follower = Follower(
        request, showing, lambda problems, outcome: told.append((*lines_of(problems), outcome))
    )
    follower.begin(Watch())
    site = showing.now.site
    monkeypatch.setattr("archivegen.preview.following.site_of", failing)
    follower.begin(Watch())
    assert showing.now.site is site
    assert told[1:] == [
        (FAILED.format(path="."), "The preview stays as it was: it follows as soon as this is mended.")
    ]


class NoProcess:
    """What stands behind a preview where the system starts no process; it ends the test when it is asked again."""

    asked = 0

    def begin(self) -> None:
        """Fail as the system does."""
        self.asked += 1
        raise OSError(11, "Resource temporarily unavailable")

    def result(self) -> None:
        """Come to nothing, and end what waits for it."""
        if self.asked:
            raise KeyboardInterrupt

    def end(self) -> None:
        """Nothing was begun."""


def test_a_preview_goes_on_where_no_process_can_be_started(tmp_path: Path):
    """It says so, and that nobody waits for a search index."""
    request = archive_of(tmp_path, pier="The pier is old.")
    showing, told, behind = Showing(lines_of), [], NoProcess()
    follower = Follower(request, showing, lambda problems, _: told.extend(lines_of(problems)))
    follower.begin(Watch())
    with pytest.raises(KeyboardInterrupt):
        follower.follow(behind)
    assert behind.asked == 1
    assert told == [NO_PROCESS]
    assert not showing.now.is_indexing


def test_an_original_that_was_changed_meanwhile_is_not_shown(tmp_path: Path):
    """What is in it now, nobody has read."""
    request = archive_of(tmp_path)
    file = tmp_path / "seeds" / "pier.pdf"
    file.write_bytes(set_as_pdf(PDF))
    with previewed(request) as (address, showing):
        (path,) = (path for path in showing.now.site.others if path.endswith(".pdf"))
        file.write_bytes(set_as_pdf(PDF.replace("pier", "lighthouse")))
        with asked(f"{address}{path}") as answer:
            assert answer.status == 500
            assert (
                "seeds/pier.pdf: error: this file was changed while the site was built"
                in answer.read().decode()
            )


def test_a_page_hears_where_its_document_is_now(tmp_path: Path):
    """As long as anybody may have it open, through several changes; and that nothing is there any more."""
    request = archive_of(tmp_path, pier="The pier is old.", crane="The crane is new.")
    sidecar, addresses = tmp_path / "seeds" / "pier.yml", []
    with previewed(request) as (address, showing):
        for title in ("A pier in the snow", "A pier in the sun", "A pier in the rain"):
            sidecar.write_text(f"title: {title}\n", "utf-8")
            showing.put(site_of(request))
            addresses.append(f"/{showing.now.site.address_by_source['seeds/pier.txt']}")
        first, second, last = addresses
        assert len(set(addresses)) == 3
        for former in (first, second):
            news = news_at(address, former)
            assert (news["stands"], news["now"]) == (False, last)
            assert news["gone"] == "Since the last change this document stands at another address:"
        news = news_at(address, last)
        assert (news["stands"], news["gone"], news["now"]) == (True, "", "")
        (tmp_path / "seeds" / "pier.txt").unlink()
        sidecar.unlink()
        showing.put(site_of(request))
        news = news_at(address, last)
        assert (news["stands"], news["now"]) == (False, "")
        assert news["gone"] == "Since the last change nothing stands at this address."


def test_what_stands_above_the_problems(tmp_path: Path):
    """Errors and warnings are counted, notices are left to the terminal; no page has hundreds of lines above it."""
    request = archive_of(tmp_path, pier="The pier is old.")
    with previewed(request) as (address, showing):
        assert news_at(address, "/")["problems"] == []
        notice = Problem(path="seeds/n.txt", level="notice", code="odd", message="odd", fix="look")
        showing.change(found=(*MANY, notice))
        news = news_at(address, "/")
        assert (news["heading"], news["isOpen"]) == ("40 errors", False)
        assert len(news["problems"]) == 31
        assert news["problems"][-1] == "and 10 more, which stand in the terminal"
        showing.change(found=())
        showing.refuse((FAULT,))
        news = news_at(address, "/")
        assert (news["heading"], news["isOpen"]) == ("The preview stays as it was. 1 error", True)


def test_nothing_of_the_preview_is_in_a_site(tmp_path: Path):
    """Neither its script nor its style, nor the words of its pages."""
    site = build_quietly(copy_sample(tmp_path), with_search=False)
    for file in (file for file in site.rglob("*") if file.is_file()):
        content = file.read_bytes()
        assert "live" not in file.name
        assert b"/preview/" not in content
        assert b"preview-" not in content


def test_the_command_waits_for_an_archive_that_can_be_shown(tmp_path: Path):
    """It says what is wrong once, in the terminal and as the page, and follows; whatever is mended is gone from both."""
    request = archive_of(tmp_path / "papers")
    settings = request.root / "archive.yml"
    with preview_of(request.root, tmp_path / "terminal.txt") as preview:
        assert "There is nothing to show yet: it follows as soon as this is mended." in preview.said
        with asked(preview.address) as answer:
            assert answer.status == 503
        (request.root / "seeds" / "pier.txt").write_text(LETTER.format(words="The pier is old."), "utf-8")
        until(lambda: asked(preview.address).status == 200, "the letter is not shown")
        settings.write_text("titel: Harbour papers\n", "utf-8")
        until(lambda: "The preview stays as it was: it follows" in preview.said, "nothing is said")
        assert "Harbour papers" in page_of(preview.address)
        assert news_at(preview.address, "/")["isOpen"] is True
        (request.root / "seeds" / "crane.txt").write_text(LETTER.format(words="The crane is new."), "utf-8")
        until(lambda: preview.said.count("The preview stays as it was") == 2, "the change is not noticed")
        assert preview.said.count("“titel”") == 1
        settings.write_text("title: Papers of the pier\n", "utf-8")
        until(lambda: "Papers of the pier" in page_of(preview.address), "it does not follow")
        assert news_at(preview.address, "/")["problems"] == []


def test_an_archive_whose_settings_are_away_for_a_while_is_no_bare_folder(tmp_path: Path):
    """Editors put another file in the place of the one that they save: until it is there, the preview stays as it was."""
    request = archive_of(tmp_path / "papers", pier="The pier is old.")
    (request.root / "HANDOVER.md").write_text(
        "# How this archive is kept\n\nBy the harbour master.\n", "utf-8"
    )
    settings = request.root / "archive.yml"
    with preview_of(request.root, tmp_path / "terminal.txt") as preview:
        before = page_of(f"{preview.address}documents/")
        settings.rename(tmp_path / "aside.yml")
        until(lambda: NO_SETTINGS in preview.said, "nothing is said")
        assert page_of(f"{preview.address}documents/") == before
        assert news_at(preview.address, "/")["problems"] == [NO_SETTINGS]
        assert NO_SETTINGS in page_of(f"{preview.address}review/")
        (tmp_path / "aside.yml").rename(settings)
        until(lambda: "The preview shows the change." in preview.said, "it does not follow")
        assert news_at(preview.address, "/")["problems"] == []


def test_a_port_that_is_in_use_is_named(tmp_path: Path):
    """With the way out, and not as a fault of the disk."""
    root = archive_of(tmp_path, pier="The pier is old.").root
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", str(root), "--port", str(port)])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines()[-2:] == [
        f"127.0.0.1:{port}: error: the port {port} of this machine is in use; end what uses it, or choose another with --port",
        "Nothing is shown.",
    ]


def test_links_that_lead_nowhere_are_told_behind(tmp_path: Path):
    """In the terminal and above the page, until they are mended; the page is shown."""
    request = archive_of(tmp_path / "papers", pier="The pier is old.")
    settings = request.root / "archive.yml"
    settings.write_text("title: Harbour papers\nlead: See [the pier](pier/).\n", "utf-8")
    with preview_of(request.root, tmp_path / "terminal.txt") as preview:
        until(lambda: "archive.yml:2: error: the link “pier/”" in preview.said, "the link is not told")
        until(lambda: news_at(preview.address, "/")["heading"] == "1 error", "the page says nothing")
        settings.write_text("title: Harbour papers\nlead: See [the papers](documents/).\n", "utf-8")
        until(lambda: news_at(preview.address, "/")["heading"] == "", "the page says it still")
        assert preview.said.count("the link “pier/”") == 1


@pytest.mark.parametrize("seconds", [0.0, 1.3, 2.5])
def test_it_ends_cleanly_whatever_it_is_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float):
    """With one word, at once, and nothing of it is left on the disk."""
    request = archive_of(tmp_path / "papers", pier="The pier is old.")
    (tmp_path / "aside").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "aside"))
    with preview_of(request.root, tmp_path / "terminal.txt") as preview:
        with asked(f"{preview.address}preview/news?address=/") as stream:
            assert stream.readline().startswith(b"data: ")
            time.sleep(seconds)
            assert preview.end() == 130
        assert preview.said.endswith("Interrupted.\n")
        assert "Traceback" not in preview.said
    assert list((tmp_path / "aside").iterdir()) == []
