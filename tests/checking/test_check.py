"""`archivegen check`: everything that is wrong in one run, as lines and as JSON, with the exit code that says so."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.conftest import ROOT, build_quietly, copy_sample

from archivegen.checking.descriptions import minimum
from archivegen.cli import main
from archivegen.theme import theme_folder

# What a field wants whose values are not any text.
OF_THE_RIGHT_KIND = {"dates": "1961", "access": "open"}


def check(*arguments: object) -> Result:
    """Run `archivegen check` in this process."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The sample archive, built."""
    root = copy_sample(tmp_path / "archive")
    build_quietly(root, with_search=False)
    return root


def test_a_sound_archive_passes(archive: Path):
    """Nothing but notices; the counts come last."""
    result = check(archive)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[-1].startswith("2 documents: 0 errors, 0 warnings, ")


def test_a_site_below_a_path_passes_without_its_address(tmp_path: Path):
    """The site says itself where it will live."""
    root = copy_sample(tmp_path)
    build_quietly(root, with_search=False, base_url="https://example.org/papers/")
    assert check(root).exit_code == 0


def test_what_descriptions_lack_is_said_with_where_to_write_it(archive: Path):
    """Each document with its file, each element with its number in DACS, and how many lack it."""
    (archive / "seeds/003_25e4c46478df5346.yaml").write_text("extent: 5 leaves\n", "utf-8")
    assert not [line for line in check(archive).stderr.splitlines() if "DACS" in line]
    result = check(archive, "--descriptions")
    assert (
        "seeds/000_e86e0e778ee3ab7e.txt: notice: the description lacks extent (DACS 2.5); write “extent: …” into "
        "seeds/000_e86e0e778ee3ab7e.yml, or for the whole folder into seeds/collection.yml\n"
    ) in result.stderr
    assert (
        "lacks reference code (DACS 2.1); write “reference_code: …” into seeds/003_25e4c46478df5346.yaml,"
        in result.stderr
    )
    assert result.stdout == check(archive).stdout
    assert (
        "Documents that lack an element of the minimum that DACS asks for (“archivegen check "
        f"{archive} --descriptions” lists them):\n"
    ) in result.stdout
    assert "  2.5 Extent: 1 of 2\n" in result.stdout
    lacking = "".join(
        f"{field.name}: {OF_THE_RIGHT_KIND.get(field.name, 'en')}\n"
        for fields in minimum().values()
        for field in fields
    )
    (archive / "seeds/003_25e4c46478df5346.yaml").unlink()
    (archive / "seeds/collection.yml").write_text(lacking, "utf-8")
    assert "Every document has the minimum that DACS asks for.\n" in check(archive).stdout


def test_errors_come_first(archive: Path):
    """Then warnings, then notices, then what descriptions lack; to other programs as to people."""
    (archive / "seeds/closed.txt").write_text("A note on the pier.\n", "utf-8")
    (archive / "seeds/closed.yml").write_text("title: The pier\naccess: draft\n", "utf-8")
    copied = (archive / "seeds/000_e86e0e778ee3ab7e.txt").read_bytes()
    (archive / "seeds/copy.txt").write_bytes(copied)
    (archive / "seeds/copy.yml").write_text("id: copy\n", "utf-8")
    (archive / "build/CNAME").write_text("example.org", "utf-8")
    problems = json.loads(check(archive, "--json").stdout)
    order = list(dict.fromkeys((each["level"], each["code"] == "missing-element") for each in problems))
    assert order == [("error", False), ("warning", False), ("notice", False), ("notice", True)]
    lines = check(archive).stderr.splitlines()
    assert [line.split(": ")[1] for line in lines] == ["error", "warning", "notice"]


def test_the_minimum_is_that_of_dacs():
    """The single-level minimum (DACS, chapter 1), each element given by a field or more."""
    assert [element.partition(" ")[0] for element in minimum()] == [
        "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3.1", "4.1", "4.5",
    ]  # fmt: skip
    assert all(minimum().values())


@pytest.mark.parametrize("option", ["--json", "--report"])
def test_problems_are_given_as_json(archive: Path, tmp_path: Path, option: str):
    """To other programs: all of them, with the same parts as a build's."""
    if option == "--json":
        text = check(archive, "--json").stdout
    else:
        assert check(archive, "--report", tmp_path / "report.json").exit_code == 0
        text = (tmp_path / "report.json").read_text("utf-8")
    problems = json.loads(text)
    assert {problem["code"] for problem in problems} == {"missing-element"}
    assert problems[0].keys() == {"path", "line", "field", "level", "code", "message", "fix"}


def test_a_dead_link_is_named_in_the_settings(archive: Path):
    """The build refuses it already, and says where it is written; nothing is published."""
    with (archive / "archive.yml").open("a", encoding="utf-8") as settings:
        settings.write("\n  See [the finding aid](../aid/) too.\n")
    line = (archive / "archive.yml").read_text("utf-8").splitlines().index(
        "  See [the finding aid](../aid/) too."
    ) + 1
    result = CliRunner().invoke(main, ["build", str(archive), "--no-search"])
    assert result.exit_code == 1
    assert (
        f"archive.yml:{line}: error: the link “../aid/” on about/index.html leads nowhere; mend it here"
        in result.stderr
    )


def test_a_dead_link_is_named_in_a_template(archive: Path):
    """The archive's own template comes before the theme's."""
    template = (theme_folder("templates") / "pages/about.html").read_text("utf-8")
    (archive / "templates/pages").mkdir(parents=True)
    broken = template.replace("{% block main %}", "{% block main %}\n<a href=\"{{ link('lost/') }}\">x</a>")
    (archive / "templates/pages/about.html").write_text(broken, "utf-8")
    result = CliRunner().invoke(main, ["build", str(archive), "--no-search"])
    line = broken[: broken.index("lost/")].count("\n") + 1
    assert (
        f"templates/pages/about.html:{line}: error: the link “../lost/” on about/index.html leads"
        in result.stderr
    )


def test_a_damaged_build_is_found(archive: Path):
    """Files that are gone, changed or foreign are named where they lie; links to what is gone are no fault of their own."""
    (archive / "build/about/index.html").unlink()
    (archive / "build/robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    (archive / "build/CNAME").write_text("example.org", "utf-8")
    result = check(archive)
    assert result.exit_code == 1
    errors = [line for line in result.stderr.splitlines() if ": error: " in line]
    assert [line.partition(";")[0] for line in errors] == [
        "build/CNAME: error: this file stands in the site and was not made by archivegen",
        "build/about/index.html: error: this file of the site is gone",
        "build/robots.txt: error: this file of the site is not as it was made",
    ]


def test_what_a_new_build_lost_is_an_error(archive: Path, tmp_path: Path):
    """`--against` says it address by address, and passes an unchanged site."""
    shutil.copytree(archive / "build", tmp_path / "old")
    assert check(archive, "--against", tmp_path / "old").exit_code == 0
    (archive / "seeds/collection.yml").write_text("creators: []\nparticipants: []\n", "utf-8")
    build_quietly(archive, with_search=False)
    result = check(archive, "--against", tmp_path / "old")
    assert result.exit_code == 1
    lost = [line for line in result.stderr.splitlines() if "the earlier build" in line]
    assert lost
    assert all("people/" in line or "organisations/" in line for line in lost)


def test_moved_and_withdrawn_documents_are_no_loss(tmp_path: Path):
    """Their addresses are kept, by a redirect or a page that says so; passages of the moved one are where it is now."""
    root = tmp_path / "archive"
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text(
        "title: Harbour papers\nbase_url: https://example.org/papers/\n", "utf-8"
    )
    for name in ("pier", "quay", "mole"):
        (root / f"seeds/{name}.txt").write_text(
            f"The {name} was closed on the day of the great storm.\n", "utf-8"
        )
        (root / f"seeds/{name}.yml").write_text(
            f"title: The {name}\nid: {name}\ncreators: [Anna {name}]\n", "utf-8"
        )
    archive = ("--archive", str(root))
    run = CliRunner().invoke
    assert run(main, ["publish", str(root), "--yes"]).exit_code == 0
    shutil.copytree(root / "build", tmp_path / "old")
    for file in (root / "seeds").glob("quay.*"):
        file.unlink()
    assert run(main, ["ids", "withdraw", "quay", "--reason", "Asked for", *archive]).exit_code == 0
    assert run(main, ["ids", "move", "pier", "jetty", *archive]).exit_code == 0
    (root / "seeds/pier.yml").write_text("title: The pier\nid: jetty\ncreators: [Anna Pier]\n", "utf-8")
    assert run(main, ["build", str(root)]).exit_code == 0
    result = check(root, "--against", tmp_path / "old")
    assert result.exit_code == 0, result.stderr
    page = root / "build/documents/jetty/index.html"
    page.write_text(page.read_text("utf-8").replace('id="p-', 'id="q-'), "utf-8")
    lost = check(root, "--against", tmp_path / "old").stderr
    assert "documents/pier/#p-" in lost
    assert "and documents/jetty/, where this page leads, does not" in lost


@pytest.mark.parametrize("access", ["{value: restricted, announce: yes}", "restricted"])
def test_a_closed_document_is_no_loss(archive: Path, tmp_path: Path, access: str):
    """Its address stays and says so; that its passages and data are gone is as it must be."""
    shutil.copytree(archive / "build", tmp_path / "old")
    (archive / "seeds/003_25e4c46478df5346.yml").write_text(
        f"title: Journal of the ambassador\naccess: {access}\n", "utf-8"
    )
    build_quietly(archive, with_search=False)
    lost = [
        line
        for line in check(archive, "--against", tmp_path / "old").stderr.splitlines()
        if "the earlier" in line
    ]
    assert [line for line in lost if line.startswith("documents/")] == []


HARBOUR = {
    "pier": "date: 1961-03-04\nsubjects: [piers]\ncreators: [{name: Jan Lind, kind: person}]\nplaces_mentioned: [Nordhamn]\n",
    "quay": "date: 1975-06-07\nsubjects: [quays]\ncreators: [{name: Anna Berg, kind: person}]\n",
}
GONE_WITH_THE_PIER = ["people/jan-lind/", "places/nordhamn/", "years/1961/", "years/1961/03/"]


@pytest.fixture
def harbour(tmp_path: Path) -> tuple[Path, Path]:
    """A published archive of two documents of different years, people and places, and its site."""
    root = tmp_path / "harbour"
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    for name, fields in HARBOUR.items():
        text = f"The {name} was closed on the day of the great storm, as Jan Lind of Nordhamn writes.\n"
        (root / f"seeds/{name}.txt").write_text(
            text if name == "pier" else f"The {name} was mended.\n", "utf-8"
        )
        (root / f"seeds/{name}.yml").write_text(f"title: The {name}\nid: {name}\n{fields}", "utf-8")
    assert CliRunner().invoke(main, ["publish", str(root), "--yes"]).exit_code == 0
    shutil.copytree(root / "build", tmp_path / "old")
    return root, tmp_path / "old"


def told(root: Path, old: Path) -> list[tuple[str, str]]:
    """Return level and address of everything that the last build has lost."""
    problems = json.loads(check(root, "--against", old, "--json").stdout)
    return [(each["level"], each["path"]) for each in problems if "the earlier build" in each["message"]]


@pytest.mark.parametrize("way", ["closed", "concealed"])
def test_pages_of_closed_documents_are_no_loss(harbour: tuple[Path, Path], way: str):
    """The pages of the year, people and places that only they had are gone as the archivist wants it."""
    root, old = harbour
    sidecar = root / "seeds/pier.yml"
    if way == "closed":
        sidecar.write_text(f"title: The pier\nid: pier\n{HARBOUR['pier']}access: restricted\n", "utf-8")
    else:
        sidecar.unlink()
        (root / "seeds/pier.txt").unlink()
        command = ["ids", "withdraw", "pier", "--reason", "asked", "--conceal", "--archive", str(root)]
        assert CliRunner().invoke(main, command).exit_code == 0
    build_quietly(root, with_search=False)
    assert [path for path in GONE_WITH_THE_PIER if ("notice", path) in told(root, old)] == GONE_WITH_THE_PIER
    result = check(root, "--against", old)
    assert result.exit_code == 0
    assert (
        ": notice: the earlier build has a page at this address, and the new one has none, because what it was "
        "made of is closed, redacted or withdrawn; this is as it must be"
    ) in result.stderr


def test_pages_of_redacted_names_are_no_loss(harbour: tuple[Path, Path]):
    """A name that is covered has no page, though the document is open."""
    root, old = harbour
    redacted = HARBOUR["pier"].replace("creators: [{name: Jan Lind, kind: person}]\n", "")
    (root / "seeds/pier.yml").write_text(
        f"title: The pier\nid: pier\n{redacted}redact: [{{lines: 1, words: Jan Lind}}]\n",
        "utf-8",
    )
    build_quietly(root, with_search=False)
    assert ("notice", "people/jan-lind/") in told(root, old)
    assert all(level == "notice" for level, path in told(root, old) if not path.startswith("documents/"))


def test_a_loss_beside_a_closed_document_is_found(harbour: tuple[Path, Path]):
    """What an open document has lost is an error still, and names the document; `ids move` is for documents alone."""
    root, old = harbour
    (root / "seeds/pier.yml").write_text(
        f"title: The pier\nid: pier\n{HARBOUR['pier']}access: restricted\n", "utf-8"
    )
    (root / "seeds/quay.yml").write_text("title: The quay\nid: quay\ndate: 1976\n", "utf-8")
    build_quietly(root, with_search=False)
    assert ("error", "years/1975/") in told(root, old)
    assert ("notice", "years/1961/") in told(root, old)
    assert (
        "years/1975/: error: the earlier build has a page at this address, and the new one has none; it listed "
        "documents/quay/: put back what was taken out there, if that was a slip\n"
    ) in check(root, "--against", old).stderr
    shutil.rmtree(root / "build/documents/quay")
    assert (
        "documents/quay/: error: the earlier build has a page at this address, and the new one has none; bring its "
        f"document back; or let the address lead on: archivegen ids move --archive {root} quay NEW; or say why it is gone: "
        f'archivegen ids withdraw --archive {root} quay --reason "…"\n'
    ) in check(root, "--against", old).stderr


def test_what_is_refused_keeps_nothing_else_from_being_checked(archive: Path, tmp_path: Path):
    """A published document that is gone, and an earlier build that is none, are problems among the others."""
    next((archive / "seeds").glob("000*")).unlink()
    (archive / "build/about/index.html").unlink()
    result = check(archive, "--against", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "is gone; put the file back" in result.stderr
    assert "build/about/index.html: error: this file of the site is gone; build again" in result.stderr
    assert (
        f"{tmp_path / 'nowhere'}: error: this is no such folder; give the folder of an earlier build"
        in result.stderr
    )
    assert result.stdout.startswith("The documents could not be put together: ")


def test_an_archive_without_a_site_says_so(tmp_path: Path):
    """Its documents are checked all the same; there is nothing to compare with an earlier build."""
    root = copy_sample(tmp_path)
    result = check(root)
    assert result.exit_code == 0
    assert "build: notice: there is no site yet" in result.stderr
    assert check(root, "--against", ROOT / "docs").exit_code == 1
