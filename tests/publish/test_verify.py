"""The links of a site: every kind that leads nowhere is found, and named where it was written."""

from pathlib import Path

import pytest

from archivegen.publish.manifest import MARKER, digests_of, marker_text, verify_manifest
from archivegen.publish.origins import Origins
from archivegen.publish.references import style_references
from archivegen.publish.verify import verify_site
from archivegen.publish.write import write_text

# What stands on a page, and the address in it that leads nowhere.
DEAD = [
    ('<a href="nowhere/">', "nowhere/"),
    ('<a href="about/#gone">', "about/#gone"),
    ('<a href="#gone">', "#gone"),
    ('<a href="about">', "about"),
    ('<a href="../outside/">', "../outside/"),
    ('<a href="http://[broken">', "http://[broken"),
    ('<img src="gone.png" alt="">', "gone.png"),
    ('<img srcset="icon.svg 1x, gone.png 2x" alt="">', "gone.png"),
    ('<link rel="preload" as="image" imagesrcset="gone.png 2x">', "gone.png"),
    ('<link rel="stylesheet" href="gone.css">', "gone.css"),
    ('<script src="gone.js"></script>', "gone.js"),
    ('<video poster="gone.png"></video>', "gone.png"),
    ('<form action="gone/"></form>', "gone/"),
    ('<p style="background: url(gone.png)">', "gone.png"),
    ("<style>\n@import 'gone.css';\n</style>", "gone.css"),
    ('<meta http-equiv="refresh" content="0; url=gone/">', "gone/"),
]
ALIVE = [
    '<a href="about/#here">',
    '<a href="about/?q=x">',
    '<a href="#">',
    '<a href="#top">',
    '<a href="about/#:~:text=words">',
    '<a href="about/#old">',
    '<a href="./">',
    '<a href="https://example.org/">',
    '<a href="//example.org/x">',
    '<a href="mailto:a@example.org">',
    '<a href="%61bout/">',
    '<img src="icon.svg#part" alt="">',
    '<p style="background: url(data:image/png;base64,xyz)">',
]


def site_with(folder: Path, html: str) -> Path:
    """Return a small site whose home page has some HTML on its second line."""
    write_text(folder / "index.html", f"<!doctype html>\n{html}\n")
    write_text(folder / "about/index.html", '<!doctype html><h2 id="here">Here</h2><a name="old"></a>')
    write_text(folder / "icon.svg", "<svg/>")
    return folder


@pytest.mark.parametrize(("html", "address"), DEAD)
def test_what_leads_nowhere_is_named(tmp_path: Path, html: str, address: str):
    """Links, anchors, images and their sizes, styles, scripts, forms, redirects: each with its line."""
    (problem,) = verify_site(site_with(tmp_path, html))
    assert problem.as_line().startswith(
        f"index.html:{3 if 'style>' in html else 2}: error: the link “{address}” leads"
    )


@pytest.mark.parametrize("html", ALIVE)
def test_what_leads_somewhere_is_passed_over(tmp_path: Path, html: str):
    """Pages, anchors, other hosts, and what is no address of a file."""
    assert verify_site(site_with(tmp_path, html)) == ()


def test_style_sheets_are_read_for_what_they_name():
    """Fonts, images and other sheets with their lines; comments say nothing."""
    style = "@import \"a.css\";\n/* url(b.png)\n*/\na { background: url( 'c d.png' ) }\nb { mask: URL(e.svg#x) }\n"
    assert [(reference.line, reference.address) for reference in style_references(style)] == [
        (1, "a.css"),
        (4, "c d.png"),
        (5, "e.svg#x"),
    ]


def test_a_dead_link_is_named_where_it_was_written(tmp_path: Path):
    """In the settings, a file of corrections, a template or a style sheet; once, however many pages show it."""
    site = site_with(tmp_path / "site", '<a href="gone/">')
    write_text(
        site / "about/index.html", '<h2 id="here"></h2><a href="../lost/#a">x</a><a href="../never/">y</a>'
    )
    write_text(site / "documents/x/index.html", '<a href="../../never/">y</a><a href="that%20one/">z</a>')
    write_text(site / "archive.css", "a {\n background: url(gone.png) }")
    write_text(tmp_path / "archive.yml", "title: gone/away\nlead: >-\n  See [this](gone/).\n")
    write_text(
        tmp_path / "templates/base.html", "<main>\n<a href=\"{{ link('lost/') }}\">\n{{ link('never/') }}"
    )
    write_text(tmp_path / "static/css/base.css", "b { color: red }\na { background: url(gone.png) }")
    write_text(tmp_path / "seeds/x.yml", "notes: see\n  that one/\n")
    names = ("archive.yml", "templates/base.html", "static/css/base.css")
    origins = Origins(
        tuple((name, tmp_path / name) for name in names),
        {"documents/x/": (("seeds/x.yml", tmp_path / "seeds/x.yml"),)},
    )
    problems = sorted(verify_site(site, origins=origins), key=lambda problem: problem.path)
    assert [f"{problem.path}:{problem.line}: {problem.message}" for problem in problems] == [
        "archive.yml:3: the link “gone/” on index.html leads nowhere",
        "seeds/x.yml:2: the link “that%20one/” on documents/x/index.html leads nowhere",
        "static/css/base.css:2: the link “gone.png” on archive.css leads nowhere",
        "templates/base.html:2: the link “../lost/#a” on about/index.html leads nowhere",
        "templates/base.html:3: the link “../never/” on about/index.html and 1 other page leads nowhere",
    ]


def test_the_sites_own_address_is_inside(tmp_path: Path):
    """A whole address of this site is followed too; whether it is another program's there, only its owner knows."""
    html = '<link rel="canonical" href="https://example.org/papers/"><a href="https://example.org/papers/gone/">x</a>'
    (problem,) = verify_site(
        site_with(tmp_path, html + '<a href="https://example.org/papers/about/#here">y</a>')
    )
    assert (problem.level, problem.line) == ("warning", 2)
    write_text(tmp_path / "404.html", '<a href="/papers/about/">x</a>')
    assert len(verify_site(tmp_path)) == 1


def test_an_id_that_stands_twice_is_named(tmp_path: Path):
    """Links to it would lead to the first only."""
    (problem,) = verify_site(site_with(tmp_path, '<p id="a"><p id="a">'))
    assert problem.as_line().startswith("index.html: error: the id “a” stands on this page twice")


def test_the_files_of_a_site_are_verified_both_ways(tmp_path: Path):
    """What is missing, what is not as it was made, and what archivegen did not make."""
    site = site_with(tmp_path, "")
    write_text(site / MARKER, marker_text(digests_of(site)))
    assert list(verify_manifest(site)) == []
    write_text(site / "icon.svg", "<svg></svg>")
    write_text(site / "mine.html", "")
    (site / "about/index.html").unlink()
    assert [(problem.path, problem.code) for problem in verify_manifest(site)] == [
        ("about/index.html", "file-missing"),
        ("icon.svg", "file-changed"),
        ("mine.html", "file-not-ours"),
    ]


def test_a_marker_of_names_alone_still_says_what_is_ours(tmp_path: Path):
    """Sites that an earlier version made have no digests; what is not on their list is found all the same."""
    site = site_with(tmp_path, "")
    header = "This folder was made by archivegen, which replaces it whole. It made these files:\n"
    write_text(site / MARKER, f"{header}about/index.html\nicon.svg\n")
    assert [(problem.path, problem.code) for problem in verify_manifest(site)] == [
        ("index.html", "file-not-ours")
    ]
