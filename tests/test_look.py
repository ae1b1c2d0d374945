"""What an archive has of its own for its look: colours, logo, foot, navigation, pages."""

import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from archivegen.archive_files import state_of
from archivegen.config import read_config
from archivegen.look.own_logo import read_logo
from archivegen.pages.colour_sheet import colour_sheet
from archivegen.problems import Problem, Refusal
from archivegen.reading import read_archive
from archivegen.settings.colours import THEME, Colours, contrast, poor_contrasts, tokens_of
from archivegen.settings.logo import LogoSettings
from archivegen.settings.navigation import IN_HEADER, SECTIONS, TAKEN
from tests.conftest import LETTER, ROOT, build_quietly, nu_messages, request_for, tree

ANCHOR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 30"><path d="M24 16v23"/></svg>'
TAKE_IT_OUT = "take it out, or save the drawing as plain SVG: nothing on a page may act by itself"
PAGE = """\
# How to use these papers

See [the letters](documents/), [the same](../documents/), [people](people/#top), [hours](hours.md) and [us](https://example.org/).

![The pier](static/pier.svg)

## Opening hours

| day | hours |
| --- | --- |
| Monday | 9 to 12 |

<b>raw</b>
"""
HOURS = "---\ntitle: Hours\n---\n\n## Summer\n\n### Weekdays\n\nMonday.\n"


def archive(root: Path, settings: str = "", **files: str) -> Path:
    """Return the folder of an archive with one letter, some settings, and files by their paths."""
    given = {"archive.yml": f"title: Harbour papers\n{settings}", "seeds/letter.txt": LETTER, **files}
    for name, text in given.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def faults(settings: str) -> list[str]:
    with pytest.raises(Refusal) as refused:
        read_config(settings)
    return [problem.as_line() for problem in refused.value.problems]


def faults_of_logo(root: Path, drawing: str) -> list[str]:
    """Return what is said of a drawing that is to be the logo."""
    (root / "static").mkdir()
    (root / "static" / "a.svg").write_text(drawing, "utf-8")
    problems: list[Problem] = []
    read_logo(root, LogoSettings("a.svg", 1), problems)
    return [problem.as_line() for problem in problems]


def header_of(site: Path, page: str = "index.html") -> list[tuple[str, str]]:
    html = (site / page).read_text("utf-8")
    header = html[html.index("<header") : html.index("</header>")]
    return re.findall(r'<li><a href="([^"]+)"[^>]*>([^<]+)</a>', header)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            "colours: red\n",
            'archive.yml:1: error: these are no colours with their names; write “colours: {accent: "#7c2216"}”; the colours are accent, paper, ink, accent_dark, paper_dark, ink_dark',
        ),
        (
            "navigation: documents\n",
            "archive.yml:1: error: this is no list of sections; write “navigation: [documents, people, search]”, with the names of sections and of pages of your own",
        ),
        (
            "navigation:\n  - people\n  - people\n",
            "archive.yml:3: error: “people” stands in the navigation twice; keep one of the two",
        ),
        (
            "logo: [a.svg, b.svg]\n",
            "archive.yml:1: error: this is not the name of one file; write “logo: harbour.svg”, for a file static/harbour.svg",
        ),
    ],
)
def test_a_setting_of_the_wrong_shape_says_which_it_should_have(settings: str, expected: str):
    """Each names its line and an example that can be copied."""
    assert faults(settings) == [expected]


def test_the_colours_that_contrast_is_reckoned_with_are_those_of_the_theme():
    """What an archive does not give is taken from the theme."""
    sheet = (ROOT / "static" / "css" / "tokens.css").read_text("utf-8")
    light, dark = sheet.split("@media", 1)
    for scheme, text in (("light", light), ("dark", dark)):
        for name, value in THEME[scheme].items():
            assert f"--{name}: {value};" in text


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#fbf8f1", "#fbf8f1", 1.0)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, expected: float):
    """Whichever of the two comes first."""
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == expected


def colours_of(text: str) -> Colours:
    return read_config(f"colours: {{{text}}}").colours


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ('accent: "#0b4f6c", ink: "#101820"', []),
        ('accent: "#5fa8d3"', ["in the light scheme the accent #5fa8d3 has a contrast of 2.4:1 with the paper #fbf8f1"]),
        ('ink: "#666"', ["in the light scheme the ink #666666 has a contrast of 5.4:1 with the paper #fbf8f1"]),
        ('paper_dark: "#7a7a7a"', [
            "in the dark scheme the ink #ebe1cf has a contrast of 3.3:1 with the paper #7a7a7a",
            "in the dark scheme the accent #eba98c has a contrast of 2.1:1 with the paper #7a7a7a",
        ]),
    ],
)  # fmt: skip
def test_colours_in_which_text_is_hard_to_read_are_named_with_their_contrast(given: str, expected: list[str]):
    """Those that the archive does not give are the theme's."""
    found = list(poor_contrasts(colours_of(given), "archive.yml"))
    by_name = sorted(problem.message for problem in found)
    assert by_name == sorted(expected)
    assert {problem.level for problem in found} <= {"warning"}


def test_what_lies_between_paper_and_ink_follows_from_them():
    """Softer text can still be read; an accent alone changes nothing else."""
    tokens = tokens_of(colours_of('paper: "#ffffff", ink: "#595959"'), "light")
    assert contrast(tokens["ink-soft"], "#ffffff") >= 7
    assert list(tokens) == ["paper", "paper-deep", "ink", "ink-soft", "rule"]
    assert tokens_of(colours_of('accent: "#0b4f6c"'), "light") == {"accent": "#0b4f6c"}
    assert tokens_of(colours_of('accent: "#0b4f6c"'), "dark") == {}


def test_the_colours_of_one_scheme_are_not_those_of_the_other():
    """Each scheme is asked for."""
    assert colour_sheet(colours_of('accent: "#0b4f6c", accent_dark: "#8fc7e0"')) == (
        "\n@layer tokens {\n"
        "  @media not (prefers-color-scheme: dark) {\n    :root {\n      --accent: #0b4f6c;\n    }\n  }\n"
        "  @media (prefers-color-scheme: dark) {\n    :root {\n      --accent: #8fc7e0;\n    }\n  }\n"
        "}\n"
    )
    assert colour_sheet(Colours()) == ""


def test_own_colours_stand_in_the_style_sheet_of_the_site(tmp_path: Path):
    """Behind those of the theme, and nowhere in a page."""
    site = build_quietly(archive(tmp_path, 'colours: {accent: "#0B4F6C"}\n'))
    assert (
        (site / "assets" / "archive.css")
        .read_text("utf-8")
        .endswith(colour_sheet(colours_of('accent: "#0b4f6c"')))
    )
    assert not any(b"style=" in content for name, content in tree(site).items() if name.endswith(".html"))


def test_an_archive_that_says_nothing_has_the_sections_of_every_site(tmp_path: Path):
    """In the head those that most readers want, at the foot all."""
    assert [address for address, _ in header_of(build_quietly(archive(tmp_path)))] == [
        f"{name}/" for name in IN_HEADER
    ]
    assert set(SECTIONS) < TAKEN


def test_the_head_has_the_sections_that_the_archive_names_in_its_order(tmp_path: Path):
    """Own pages among them, by the names of their files; a page that is a draft is left out of it."""
    root = archive(
        tmp_path,
        "navigation: [years, how-to-use, plans, search]\n",
        **{
            "pages/how-to-use.md": "# How to use these papers\n",
            "pages/plans.md": "---\ndraft: true\n---\n# Plans\n",
        },
    )
    site = build_quietly(root)
    named = [("years/", "Years"), ("how-to-use/", "How to use these papers"), ("search/", "Search")]
    assert header_of(site) == named
    assert 'href="./" aria-current="page">How to use' in (site / "how-to-use" / "index.html").read_text(
        "utf-8"
    )
    assert not (site / "plans").exists()
    said = [
        problem.as_line() for problem in read_archive(request_for(root)).problems if "plans" in problem.path
    ]
    assert said == [
        "pages/plans.md:2: notice: this page is a draft and is left out; remove “draft” when it is ready"
    ]


@pytest.fixture(scope="module")
def with_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with two pages, a logo and a foot of its own."""
    return archive(
        tmp_path_factory.mktemp("look"),
        "logo: anchor.svg\nbase_url: https://example.org/papers/\nfooter: |\n  Quay Street 4\n  [How to use](how-to-use/)\n",
        **{
            "pages/how-to-use.md": PAGE,
            "pages/hours.md": HOURS,
            "static/anchor.svg": ANCHOR,
            "static/pier.svg": ANCHOR,
        },
    )


@pytest.fixture(scope="module")
def site_with_pages(with_pages: Path) -> Path:
    """The site of that archive."""
    return build_quietly(with_pages)


def test_a_page_stands_in_the_frame_of_all_others(site_with_pages: Path):
    """Its links lead where they would from the site's root, its pictures into `static/`; HTML in it is text."""
    html = (site_with_pages / "how-to-use" / "index.html").read_text("utf-8")
    main = html[html.index('<div class="prose">') : html.index("</main>")]
    addresses = ["../documents/", "../documents/", "../people/#top", "../hours/", "https://example.org/", "../assets/pier.svg"]  # fmt: skip
    assert re.findall(r'(?:href|src)="([^"]+)"', main) == addresses
    assert "<title>How to use these papers · Harbour papers</title>" in html
    assert html.count("How to use these papers</h1>") == html.count("<h1") == 1
    assert "<h2>Opening hours</h2>" in main
    assert "<td>9 to 12</td>" in main
    assert "&lt;b&gt;raw&lt;/b&gt;" in main


def test_headings_of_a_page_begin_below_its_title(site_with_pages: Path):
    """Whichever they begin with: no level is left out."""
    html = (site_with_pages / "hours" / "index.html").read_text("utf-8")
    assert re.findall(r"<(h\d)[^>]*>([^<]+)", html) == [("h1", "Hours"), ("h2", "Summer"), ("h3", "Weekdays")]


def test_own_pages_stand_at_the_foot_and_in_the_sitemap_and_not_in_the_ledger(
    with_pages: Path, site_with_pages: Path
):
    """They keep their address as long as their file keeps its name."""
    html = (site_with_pages / "documents" / "index.html").read_text("utf-8")
    foot = html[html.index("<footer") :]
    assert '<li><a href="../hours/">Hours</a></li>' in foot
    assert "<loc>https://example.org/papers/hours/</loc>" in (site_with_pages / "sitemap.xml").read_text(
        "utf-8"
    )
    assert not (with_pages / "permalinks.yml").exists()


def test_the_foot_has_the_words_of_the_archive_on_each_page(site_with_pages: Path):
    """Line by line; a link leads to its page from anywhere."""
    for page, address in {"index.html": "how-to-use/", "people/index.html": "../how-to-use/"}.items():
        html = (site_with_pages / page).read_text("utf-8")
        assert f'<p>Quay Street 4<br>\n<a href="{address}">How to use</a></p>' in html
    missing = (site_with_pages / "404.html").read_text("utf-8")
    assert '<a href="/papers/how-to-use/">How to use</a>' in missing


def test_the_logo_stands_beside_the_title_with_its_size(site_with_pages: Path):
    """Its words are the title's, so that it has none."""
    html = (site_with_pages / "people" / "index.html").read_text("utf-8")
    assert '<img src="../assets/anchor.svg" width="48" height="30" alt="">Harbour papers</a>' in html
    assert (site_with_pages / "assets" / "anchor.svg").read_text("utf-8") == ANCHOR


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
def test_a_logo_may_be_made_of_dots(kind: str, ending: str, tmp_path: Path):
    """Its size is read from the file."""
    picture = BytesIO()
    Image.new("RGB", (120, 80), "#0b4f6c").save(picture, kind)
    root = archive(tmp_path, f"logo: marks/anchor.{ending}\n")
    (root / "static" / "marks").mkdir(parents=True)
    (root / "static" / "marks" / f"anchor.{ending}").write_bytes(picture.getvalue())
    html = (build_quietly(root) / "index.html").read_text("utf-8")
    assert f'<img src="assets/marks/anchor.{ending}" width="120" height="80" alt="">' in html


def test_a_logo_may_have_any_name(tmp_path: Path):
    """Its link is written as addresses are, from a page and from where nothing is; the file keeps its name."""
    name = "our mark #2, 50%.svg"
    settings = f"logo: '{name}'\nbase_url: https://example.org/papers/\n"
    site = build_quietly(archive(tmp_path, settings, **{f"static/{name}": ANCHOR}))
    link = "assets/our%20mark%20%232%2C%2050%25.svg"
    for page, address in {"people/index.html": f"../{link}", "404.html": f"/papers/{link}"}.items():
        assert f'<img src="{address}"' in (site / page).read_text("utf-8")
    assert (site / "assets" / name).read_text("utf-8") == ANCHOR


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("<svg", "static/a.svg:1: error: this is no SVG: "),
        ("<p/>", "static/a.svg: error: this is no SVG: its outermost element is not “svg”"),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="5em" height="2em"/>', "static/a.svg: error: the size of this picture cannot be read"),
    ],
)  # fmt: skip
def test_a_logo_that_is_no_drawing_is_refused(drawing: str, expected: str, tmp_path: Path):
    """With its name, and what is wrong with it."""
    root = archive(tmp_path, "logo: a.svg\n", **{"static/a.svg": drawing})
    with pytest.raises(Refusal) as refused:
        build_quietly(root)
    assert [problem.as_line().startswith(expected) for problem in refused.value.problems] == [True]


@pytest.mark.parametrize(
    ("part", "held"),
    [
        ("<style>@import url(https://example.org/a.css); path {fill: red}</style>", "@import url(https://example.org/a.css)"),
        ("<style><![CDATA[@\\69mport 'a.css';]]></style>", "@import 'a.css'"),
        ("<style>path {fill: url('\\d800 \\110000')}</style>", "url('��')"),
        ("<style>path {fill: URL( 'a.svg#sea' )}</style>", "URL( 'a.svg#sea' )"),
        ("<style>rect {background: image-set('https://example.org/a.png' 1x)}</style>", "image-set('https://example.org/a.png' 1x)"),
        ('<path fill="url(https://example.org/a.svg#sea)"/>', "fill=url(https://example.org/a.svg#sea)"),
        ('<g style="background:u\\72l(https://example.org/a.png)"/>', "style=background:u\\72l(https://example.org/a.png)"),
        ("<?xml-stylesheet href='https://example.org/a.css'?>", "<?xml-stylesheet?>"),
        ('<set attributeName="x" to="4"/>', "set"),
        ('<animate attributeName="x" to="4"/>', "animate"),
        ('<animateTransform attributeName="transform"/>', "animateTransform"),
        ('<animateMotion path="M0 0"/>', "animateMotion"),
        ('<img xmlns="http://www.w3.org/1999/xhtml" src="https://example.org/a.png"/>', "src=https://example.org/a.png"),
        ("<style>path {fill: url(#sea)}</style><path fill='url( \"#sea\" )' style='stroke: #fff'/><image href='data:image/png;base64,'/>", ""),
    ],
)  # fmt: skip
def test_nothing_in_a_logo_acts_or_asks_for_anything(part: str, held: str, tmp_path: Path):
    """Also what a style brings in, however it is written; what the drawing has itself may be used in it."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">\n{part}</svg>'
    assert faults_of_logo(tmp_path, drawing) == (
        [f"static/a.svg:2: error: the drawing holds “{held}”; {TAKE_IT_OUT}"] if held else []
    )


def test_an_instruction_above_a_logo_is_refused(tmp_path: Path):
    """Browsers heed it there, and programs that read drawings pass it over."""
    drawing = '<?xml version="1.0"?>\n<?xml-stylesheet href="https://example.org/a.css"?>\n' + ANCHOR
    assert faults_of_logo(tmp_path, drawing) == [
        f"static/a.svg:2: error: the drawing holds “<?xml-stylesheet?>”; {TAKE_IT_OUT}"
    ]


def test_the_pages_are_valid_and_made_alike_each_time(with_pages: Path, site_with_pages: Path):
    """The Nu checker has nothing to say; two builds are equal byte for byte."""
    messages = nu_messages(
        site_with_pages / "how-to-use" / "index.html", site_with_pages / "hours" / "index.html"
    )
    assert messages == []
    before = {
        name: content for name, content in tree(site_with_pages).items() if not name.startswith("pagefind/")
    }
    again = build_quietly(with_pages)
    after = {name: content for name, content in tree(again).items() if not name.startswith("pagefind/")}
    before.pop(".archivegen")
    after.pop(".archivegen")
    assert after == before


def test_a_change_of_a_page_is_seen_by_the_preview(with_pages: Path):
    """It is a file of the archive like any other."""
    before = state_of(with_pages)
    (with_pages / "pages" / "hours.md").write_text(HOURS + "\nTuesday.\n", "utf-8")
    assert state_of(with_pages) != before


def test_a_folder_of_documents_called_pages_holds_no_pages(tmp_path: Path):
    """Neither where the settings name it, nor in a folder without settings."""
    root = archive(tmp_path / "named", "documents: pages\n", **{"pages/letter.md": LETTER})
    shutil.rmtree(root / "seeds")
    assert len(read_archive(request_for(root)).archive.documents) == 1
    bare = tmp_path / "bare"
    (bare / "pages").mkdir(parents=True)
    (bare / "pages" / "letter.md").write_text(LETTER, "utf-8")
    reading = read_archive(request_for(bare))
    assert (len(reading.archive.documents), reading.look.pages) == (1, ())


def test_pages_beside_documents_are_no_documents(tmp_path: Path):
    """Where the documents lie in the archive's own folder."""
    root = archive(tmp_path, "documents: .\n", **{"pages/hours.md": HOURS})
    reading = read_archive(request_for(root))
    assert [document.record.source.path for document in reading.archive.documents] == ["seeds/letter.txt"]
    assert [page.name for page in reading.look.pages] == ["hours"]
