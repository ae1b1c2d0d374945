"""What a new build has lost against an earlier one: named, each address and anchor, and nothing else."""

import re
import shutil
from pathlib import Path

import pytest
from tests.conftest import build_quietly, copy_sample

from archivegen.checking.losses import losses
from archivegen.problems import Refusal

PAPER, JOURNAL = "documents/116546/", "documents/1957-05-22-journal-soviet-ambassador-dprk-puzanov/"


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample archive as it was."""
    return build_quietly(copy_sample(tmp_path_factory.mktemp("earlier")), with_search=False)


@pytest.fixture
def later(earlier: Path, tmp_path: Path) -> Path:
    """The same site, to be damaged."""
    shutil.copytree(earlier, tmp_path / "later")
    return tmp_path / "later"


def found(earlier: Path, later: Path, *without_text: str) -> list[tuple[str, str]]:
    """Return code and place of everything that is lost."""
    return [(problem.code, problem.path) for problem in losses(earlier, later, frozenset(without_text))]


def passages(page: Path) -> list[str]:
    """Return the anchors of a document's passages."""
    return re.findall(r'id="(p-[^"]+)"', page.read_text("utf-8"))


def redirect(page: Path, to: str) -> None:
    """Make a page lead on to another."""
    page.write_text(
        f'<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0; url={to}">', "utf-8"
    )


def test_an_unchanged_site_has_lost_nothing(earlier: Path, later: Path):
    """There is no false alarm."""
    assert found(earlier, later) == []
    assert found(earlier, earlier) == []


def test_every_lost_address_and_cited_file_is_named(earlier: Path, later: Path):
    """A page that is gone is named by its address, a data file by its own."""
    shutil.rmtree(later / PAPER)
    shutil.rmtree(later / "people/kim-il-sung")
    (later / JOURNAL / "document.json").unlink()
    (later / "404.html").unlink()
    (later / "assets/archive.css").unlink()
    assert sorted(found(earlier, later)) == [
        ("address-lost", PAPER),
        ("address-lost", "people/kim-il-sung/"),
        ("file-lost", f"{PAPER}document.json"),
        ("file-lost", f"{JOURNAL}document.json"),
    ]


def test_every_lost_anchor_is_named(earlier: Path, later: Path):
    """Passages; not the labels of a page, not what counts its parts, and not the places in a list, which move."""
    anchors = passages(later / PAPER / "index.html")
    assert 'id="name-' in (later / "organisations/unnamed.html").read_text("utf-8")
    for page in later.rglob("*.html"):
        html = page.read_text("utf-8").replace(f' id="{anchors[3]}"', "")
        page.write_text(
            re.sub(r' id="(letter-|as-|name-|cite|query|status|area)', r' id="other-\1', html), "utf-8"
        )
    assert found(earlier, later) == [("anchor-lost", f"{PAPER}#{anchors[3]}")]


def test_what_leads_on_is_kept_with_its_anchors_at_the_end(earlier: Path, later: Path):
    """A redirect keeps the address; passages are looked for where the reader ends, also at the end of two."""
    anchors = passages(earlier / PAPER / "index.html")
    shutil.copytree(later / PAPER, later / "documents/new")
    redirect(later / PAPER / "index.html", "../between/")
    (later / PAPER / "document.json").unlink()
    (later / "documents/between").mkdir()
    redirect(later / "documents/between/index.html", "../new/")
    assert found(earlier, later) == []
    end = later / "documents/new/index.html"
    end.write_text(end.read_text("utf-8").replace(f'id="{anchors[0]}"', ""), "utf-8")
    (later / "documents/new/document.json").unlink()
    assert found(earlier, later) == [
        ("file-lost", f"{PAPER}document.json"),
        ("anchor-lost", f"{PAPER}#{anchors[0]}"),
    ]


@pytest.mark.parametrize("to", ["../116546/", "../nowhere/", "https://elsewhere.example/"])
def test_a_redirect_that_leads_nowhere_keeps_no_anchors(earlier: Path, later: Path, to: str):
    """One that goes around, to a page that is not there, or out of the site: its passages are lost."""
    redirect(later / PAPER / "index.html", to)
    lost = found(earlier, later)
    assert {code for code, _ in lost} == {"anchor-lost"}
    assert len(lost) == len(passages(earlier / PAPER / "index.html"))


def test_a_withdrawn_document_is_no_loss(earlier: Path, later: Path):
    """Its page stays and says so; that its passages and data are gone is as it must be. Without a page it is a loss."""
    (later / PAPER / "index.html").write_text("<!doctype html><title>Withdrawn</title>", "utf-8")
    (later / PAPER / "document.json").unlink()
    assert found(earlier, later, PAPER) == []
    redirect(later / JOURNAL / "index.html", "../116546/")
    assert found(earlier, later, PAPER) == []
    (later / PAPER / "index.html").unlink()
    assert ("address-lost", PAPER) in found(earlier, later, PAPER)


@pytest.mark.parametrize(
    "page", ["people/page-2.html", "years/undated/index.html", "about/without-summary/index.html"]
)
def test_some_lists_are_not_permanent(earlier: Path, later: Path, tmp_path: Path, page: str):
    """Pages of a long list move whenever something is added before them; what is missing may be found."""
    shutil.copytree(earlier, tmp_path / "paged")
    second = tmp_path / "paged" / page
    second.parent.mkdir(parents=True, exist_ok=True)
    redirect(second, "../")
    assert found(tmp_path / "paged", later) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent", "this is no such folder"),
        ("empty", "there is no site in this folder"),
        ("file", "this is a file and no folder"),
    ],
)
def test_what_is_no_site_is_refused(earlier: Path, tmp_path: Path, name: str, message: str):
    """There is nothing to compare with, and the program says so."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("no site", "utf-8")
    with pytest.raises(Refusal) as refused:
        losses(tmp_path / name, earlier)
    assert [problem.message for problem in refused.value.problems] == [message]


def test_a_damaged_page_of_the_earlier_build_is_read_as_far_as_it_goes(
    earlier: Path, later: Path, tmp_path: Path
):
    """Half a page, and bytes that are no text, cost no traceback and raise no alarm."""
    shutil.copytree(earlier, tmp_path / "damaged")
    page = tmp_path / "damaged" / PAPER / "index.html"
    page.write_bytes(page.read_bytes()[:3000] + b"\xff\xfe<p id=")
    assert found(tmp_path / "damaged", later) == []
