"""The pages as files: valid for the Nu checker, every word in its place, nothing claimed that is not ours."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from archivegen.seeds.normalise import read_document
from tests.conftest import nu_messages

ROOT = Path(__file__).parents[1]
FOREIGN_HOST = "dvincitest.com"


@pytest.mark.parametrize("which", ["sample", "hosted_sample", "revised"])
def test_the_nu_checker_has_nothing_to_say(which: str, request: pytest.FixtureRequest):
    """All pages are valid HTML, without a warning."""
    site = request.getfixturevalue(which)
    messages = nu_messages(site)
    assert [
        f"{m['url'].rpartition('/')[0][-40:]}:{m.get('lastLine')}: {m['message']}" for m in messages
    ] == []
    assert len(list(site.rglob("*.html"))) > 20


class _Text(HTMLParser):
    """The words of the element with class `text`, without numbers and hidden headings."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.hidden = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "br":
            self.parts.append("\n")
            return
        if self.depth or classes == ["text"]:
            self.depth += 1
            if tag in ("div", "p"):
                self.parts.append("\n")
        if self.hidden or {"number", "visually-hidden"} & set(classes):
            self.hidden += 1

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.depth = max(0, self.depth - 1)
        self.hidden = max(0, self.hidden - 1)

    def handle_data(self, data: str) -> None:
        if self.depth and not self.hidden:
            self.parts.append(data)


@pytest.mark.parametrize("seed", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda seed: seed.stem[:3])
def test_the_words_on_the_page_are_the_words_of_the_source(sample: Path, seed: Path):
    """The body on the page has the words of the source's body, in order, none added, none lost."""
    record = read_document(seed.read_bytes(), f"seeds/{seed.name}")
    first, last = record.body.lines
    source_words = " ".join(seed.read_text("utf-8").splitlines()[first - 1 : last]).split()
    page = next(
        file.with_name("index.html")
        for file in sample.glob("documents/*/document.json")
        if json.loads(file.read_text("utf-8"))["source"]["path"] == record.source.path
    )
    text = _Text()
    text.feed(page.read_text("utf-8"))
    assert "".join(text.parts).split() == source_words


def test_no_page_claims_another_hosts_address(sample: Path, hosted_sample: Path):
    """The address one seed prints is shown as words; no link, canonical or other, points there."""
    for site in (sample, hosted_sample):
        for file in site.rglob("*.html"):
            html = file.read_text("utf-8")
            assert not re.search(rf"(?:href|src|content)=\"[^\"]*{FOREIGN_HOST}", html), file


def test_canonical_links_and_sitemap_need_the_sites_own_address(sample: Path, hosted_sample: Path):
    """With base_url every page names itself and the sitemap lists them all; without it there is neither."""
    assert not (sample / "sitemap.xml").exists()
    assert all("canonical" not in file.read_text("utf-8") for file in sample.rglob("*.html"))
    base = "https://archive.example.org/papers/"
    listed = set(re.findall(r"<loc>(.*?)</loc>", (hosted_sample / "sitemap.xml").read_text("utf-8")))
    for file in hosted_sample.rglob("index.html"):
        folder = file.parent.relative_to(hosted_sample).as_posix()
        address = base + ("" if folder == "." else f"{folder}/")
        assert f'<link rel="canonical" href="{address}">' in file.read_text("utf-8")
        assert address in listed
    assert len(listed) == len(list(hosted_sample.rglob("index.html")))
    assert f"Sitemap: {base}sitemap.xml" in (hosted_sample / "robots.txt").read_text("utf-8")


def test_nothing_on_a_page_acts_by_itself(sample: Path):
    """No page has a script, a style or an event handler inside it, or names another host for one."""
    for file in sample.rglob("*.html"):
        html = file.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", html), file
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html), file
        # A reader may follow a link to another site; nothing else leads there.
        assert not re.search(r"<(?!a\s)[^>]*(?:src|href)=\"(?:https?:)?//", html), file


def test_every_facet_value_leads_to_a_page_that_lists_the_document(sample: Path):
    """Whatever the panel links to has a link back to the document."""
    for file in sample.glob("documents/*/index.html"):
        html = file.read_text("utf-8")
        panel = html[html.index('class="panel"') :]
        links = re.findall(r'<dd[^>]*>\s*<span class="value"><a href="([^"]+)"', panel)
        assert len(links) > 10
        for link in links:
            path, _, anchor = link.partition("#")
            page = path if path.endswith(".html") else f"{path}index.html"
            target = (file.parent / page).resolve().read_text("utf-8")
            part = target[target.index(f'id="{anchor}"') :] if anchor else target
            assert f"documents/{file.parent.name}/" in part, link
