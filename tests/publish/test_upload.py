"""`publish --changed-only`: the files that the host does not have as they are, and a list of those to delete."""

import hashlib
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.conftest import copy_sample, tree

from archivegen.cli import main
from archivegen.publish.manifest import read_digests

LETTER = "The pier was closed on the day of the great storm, and nobody has opened it since.\n"


def publish(root: Path, *options: object) -> Result:
    """Run `archivegen publish` in this process, approving everything."""
    return CliRunner().invoke(main, ["publish", str(root), "--yes", "--accept", *map(str, options)])


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample archive with a letter, published once."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    root = copy_sample(tmp_path / "archive")
    (root / "seeds/letter.txt").write_text(LETTER, "utf-8")
    (root / "seeds/letter.yml").write_text("title: Letter of the pier\ncreators: [Anna Lindqvist]\n", "utf-8")
    result = publish(root)
    assert result.exit_code == 0, result.output
    return root


def content(file: Path) -> dict[str, bytes]:
    """Return every file of a zip archive by its path."""
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_list_of_files_is_that_of_the_site(archive: Path):
    """Digest and path, sorted, as `sha256sum` writes and checks them."""
    lines = (archive / "published-files.txt").read_text("utf-8").splitlines()
    assert lines == [
        f"{hashlib.sha256(content).hexdigest()}  {name}"
        for name, content in sorted(tree(archive / "build").items())
    ]


def test_the_first_time_everything_is_to_be_uploaded(tmp_path: Path):
    """Nothing is known to be there."""
    root = copy_sample(tmp_path / "archive")
    result = publish(root, "--changed-only", tmp_path / "upload.zip")
    assert result.exit_code == 0, result.output
    site = tree(root / "build")
    assert f"To upload: {len(site)} files, in {tmp_path / 'upload.zip'}." in result.stdout
    assert content(tmp_path / "upload.zip") == site
    assert not (tmp_path / "upload.deleted.txt").exists()


def test_what_was_published_with_the_archive_unpacked_over_it_is_the_new_site(archive: Path, tmp_path: Path):
    """After an edit and a withdrawn name: changed and new files in the archive, those that are gone on the list."""
    host = tmp_path / "host"
    shutil.copytree(archive / "build", host)
    (archive / "seeds/letter.yml").write_text(
        "title: Letter of the pier\ncreators: [Peter Okafor]\n", "utf-8"
    )
    (archive / "static").mkdir()
    (archive / "static/own.txt").write_text("mine", "utf-8")
    old = tree(host)
    result = publish(archive, "--changed-only", tmp_path / "out" / "upload.zip")
    assert result.exit_code == 0, result.output
    new = tree(archive / "build")
    changed = content(tmp_path / "out" / "upload.zip")
    assert changed == {name: content for name, content in new.items() if old.get(name) != content}
    assert "assets/archive.css" not in changed
    gone = sorted(old.keys() - new.keys())
    deleted = tmp_path / "out" / "upload.deleted.txt"
    assert (deleted.read_text("utf-8") if gone else "") == "".join(f"{name}\n" for name in gone)
    assert [
        line.strip() for line in result.stdout.partition("To delete on the host")[2].splitlines()[1:]
    ] == gone
    with zipfile.ZipFile(tmp_path / "out" / "upload.zip") as upload:
        upload.extractall(host)
    for name in gone:
        (host / name).unlink()
    assert tree(host) == new


def test_nothing_new_is_an_empty_archive(archive: Path, tmp_path: Path):
    """Once the archive from the time before is gone with its list: as long as it is there, it may not be uploaded."""
    (archive / "static").mkdir()
    (archive / "static/own.txt").write_text("mine", "utf-8")
    assert publish(archive).exit_code == 0
    shutil.rmtree(archive / "static")
    upload = tmp_path / "upload.zip"
    assert "assets/own.txt" in publish(archive, "--changed-only", upload).stdout
    assert (tmp_path / "upload.deleted.txt").read_text("utf-8") == "assets/own.txt\n"
    told = content(upload)
    assert publish(archive, "--changed-only", upload).exit_code == 0
    assert content(upload) == told
    assert (tmp_path / "upload.deleted.txt").read_text("utf-8") == "assets/own.txt\n"
    upload.unlink()
    (tmp_path / "upload.deleted.txt").unlink()
    assert publish(archive, "--changed-only", upload).exit_code == 0
    assert content(upload) == {}
    assert not (tmp_path / "upload.deleted.txt").exists()


def _zipped(archive: Path, upload: Path) -> None:
    assert publish(archive, "--changed-only", upload).exit_code == 0


def _not_zipped(archive: Path, _upload: Path) -> None:
    assert publish(archive).exit_code == 0


def _broken_off(archive: Path, upload: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archivegen.build.hand_out_upload", lambda *_parts: 1 / 0)
        assert isinstance(publish(archive, "--changed-only", upload).exception, ZeroDivisionError)


@pytest.mark.parametrize("publish_between", [_zipped, _not_zipped, _broken_off])
def test_nothing_is_forgotten_between_two_uploads(
    archive: Path, tmp_path: Path, publish_between: Callable[[Path, Path], None]
):
    """A document is closed, another changed, and only then the archive is uploaded: nothing of the first stays."""
    host, upload = tmp_path / "host", tmp_path / "upload.zip"
    shutil.copytree(archive / "build", host)
    (archive / "seeds/letter.yml").write_text("title: Letter of the pier\naccess: restricted\n", "utf-8")
    (archive / "seeds/new.txt").write_text(
        "A telegram about timber came in the night from the north.", "utf-8"
    )
    publish_between(archive, upload)
    (archive / "seeds/new.yml").write_text("title: Telegram about timber\n", "utf-8")
    assert publish(archive, "--changed-only", upload).exit_code == 0
    with zipfile.ZipFile(upload) as changed:
        changed.extractall(host)
    for name in (tmp_path / "upload.deleted.txt").read_text("utf-8").splitlines():
        (host / name).unlink(missing_ok=True)
    assert tree(host) == tree(archive / "build")
    assert "#   " not in (archive / "published-files.txt").read_text("utf-8")


@pytest.mark.parametrize("april", ["april.zip", "elsewhere/Апрель “1”\n.zip"])
@pytest.mark.parametrize("publish_between", [None, _not_zipped, _broken_off])
def test_an_archive_that_is_still_there_is_told_again_whatever_the_next_is_called(
    archive: Path, tmp_path: Path, april: str, publish_between: Callable[[Path, Path], None] | None
):
    """A document is closed and that archive never uploaded: the next one, of another name, takes it off the host."""
    host, may = tmp_path / "host", tmp_path / "may.zip"
    shutil.copytree(archive / "build", host)
    (archive / "seeds/letter.yml").write_text("title: Letter of the pier\naccess: restricted\n", "utf-8")
    _zipped(archive, tmp_path / april)
    (archive / "seeds/new.txt").write_text(
        "A telegram about timber came in the night from the north.", "utf-8"
    )
    if publish_between:
        publish_between(archive, may)
    _zipped(archive, may)
    with zipfile.ZipFile(may) as changed:
        changed.extractall(host)
    for name in may.with_name("may.deleted.txt").read_text("utf-8").splitlines():
        (host / name).unlink(missing_ok=True)
    assert tree(host) == tree(archive / "build")


@pytest.mark.parametrize("left", ["april.zip", "april.deleted.txt"])
def test_of_the_last_archive_either_half_counts(archive: Path, tmp_path: Path, left: str):
    """The files were copied, and the list was not worked through yet; or the other way round."""
    (archive / "seeds/letter.yml").write_text("title: Letter of the pier\naccess: restricted\n", "utf-8")
    _zipped(archive, tmp_path / "april.zip")
    told = {
        "april.zip": list(content(tmp_path / "april.zip")),
        "april.deleted.txt": (tmp_path / "april.deleted.txt").read_text("utf-8").splitlines(),
    }
    (tmp_path / next(name for name in told if name != left)).unlink()
    _zipped(archive, tmp_path / "may.zip")
    deleted = tmp_path / "may.deleted.txt"
    assert {
        "april.zip": list(content(tmp_path / "may.zip")),
        "april.deleted.txt": deleted.read_text("utf-8").splitlines() if deleted.is_file() else [],
    } == {name: names if name == left else [] for name, names in told.items()}


def test_the_last_archive_is_named_from_the_list_of_files(archive: Path, tmp_path: Path):
    """So that both may be moved together; a line that nobody can read, or of an archive that is gone, tells nothing."""
    _zipped(archive, tmp_path / "april.zip")
    file = archive / "published-files.txt"
    assert file.read_text("utf-8").splitlines()[-1] == '# the archive last handed out: "../april.zip"'
    (tmp_path / "april.zip").unlink()
    file.write_text(file.read_text("utf-8") + "# the archive last handed out: april\n", "utf-8")
    _zipped(archive, tmp_path / "may.zip")
    assert content(tmp_path / "may.zip") == {}
    assert file.read_text("utf-8").splitlines()[-1] == '# the archive last handed out: "../may.zip"'


def test_the_first_archive_is_not_lost_if_it_was_not_handed_out(tmp_path: Path):
    """The publish was recorded, and broke off before the archive had its name."""
    root = copy_sample(tmp_path / "archive")
    _broken_off(root, tmp_path / "upload.zip")
    assert publish(root, "--changed-only", tmp_path / "upload.zip").exit_code == 0
    assert content(tmp_path / "upload.zip") == tree(root / "build")


def test_the_list_of_files_says_what_was_not_handed_out(archive: Path):
    """In lines that `sha256sum --check` passes over."""
    (archive / "static").mkdir()
    (archive / "static/own.txt").write_text("mine", "utf-8")
    assert publish(archive).exit_code == 0
    lines = (archive / "published-files.txt").read_text("utf-8").splitlines()
    start = lines.index(
        "# changed or deleted since an archive to upload was last handed out; the next one tells of them:"
    )
    assert "#   assets/own.txt" in lines[start:]
    assert len(lines[:start]) == len(tree(archive / "build"))


@pytest.mark.parametrize("is_first", [True, False])
def test_what_two_people_published_otherwise_is_uploaded_again(
    archive: Path, tmp_path: Path, *, is_first: bool
):
    """Git has kept the lines of both, in whatever order: which of them the host has nobody knows."""
    heading = (
        "# changed or deleted since an archive to upload was last handed out; the next one tells of them:\n"
    )
    file = archive / "published-files.txt"
    own = file.read_text("utf-8")
    theirs = f"{'0' * 64}  404.html\n{heading}#   old/theirs.html\n{heading}#   old/ours.html\n"
    file.write_text(theirs + own if is_first else own + theirs, "utf-8")
    result = publish(archive, "--changed-only", tmp_path / "upload.zip")
    assert result.exit_code == 0, result.output
    assert list(content(tmp_path / "upload.zip")) == ["404.html"]
    assert (tmp_path / "upload.deleted.txt").read_text("utf-8") == "old/ours.html\nold/theirs.html\n"


def test_the_archive_is_the_same_bytes_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Sorted, without moments, uncompressed: nothing of the machine is in it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    uploads = []
    for name in ("one", "two"):
        publish(copy_sample(tmp_path / name), "--changed-only", tmp_path / f"{name}.zip")
        uploads.append((tmp_path / f"{name}.zip").read_bytes())
    assert uploads[0] == uploads[1]
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def _foreign_zip(folder: Path) -> None:
    with zipfile.ZipFile(folder / "upload.zip", "w") as archive:
        archive.writestr("thesis.txt", "years of work")


@pytest.mark.parametrize(
    ("make", "name", "message"),
    [
        (
            lambda folder: (folder / "upload.zip").write_text("mine"),
            "upload.zip",
            "that archivegen did not write",
        ),
        (_foreign_zip, "upload.zip", "that archivegen did not write"),
        (lambda folder: (folder / "upload.zip").mkdir(), "upload.zip", "that archivegen did not write"),
        (
            lambda folder: (folder / "upload.zip").symlink_to(folder / "x"),
            "upload.zip",
            "that archivegen did not write",
        ),
        (
            lambda folder: (folder / "upload.deleted.txt").write_text("mine"),
            "upload.zip",
            "that archivegen did not write",
        ),
        (lambda _folder: None, "upload.tar", "this is no name of a zip archive"),
        (lambda _folder: None, "archive/seeds/upload.zip", "this file would stand in seeds"),
        (lambda _folder: None, "archive/build/upload.zip", "this file would stand in build"),
    ],
)
def test_what_is_not_ours_is_never_overwritten(
    archive: Path, tmp_path: Path, make: Callable[[Path], object], name: str, message: str
):
    """Nothing is published and nothing recorded; what stands there stays."""
    (archive / "seeds/letter.yml").write_text(
        "title: Letter of the pier\ncreators: [Peter Okafor]\n", "utf-8"
    )
    make(tmp_path)
    before = tree(tmp_path)
    result = publish(archive, "--changed-only", tmp_path / name)
    assert result.exit_code == 1
    assert message in result.stderr
    assert tree(tmp_path) == before


def test_a_publish_that_fails_changes_neither_list_nor_archive(archive: Path, tmp_path: Path):
    """What the host has is still what it had, so the next time the same files are to be uploaded."""
    upload = tmp_path / "upload.zip"
    assert publish(archive, "--changed-only", upload).exit_code == 0
    before = tree(tmp_path)
    (archive / "archive.yml").write_text("title: Letters\nabout: '[x](nowhere/)'\n", "utf-8")
    assert publish(archive, "--changed-only", upload).exit_code == 1
    after = tree(tmp_path)
    assert after.pop("archive/archive.yml") != before.pop("archive/archive.yml")
    assert after == before


def test_a_folder_without_settings_gets_no_files_that_look_like_documents(tmp_path: Path):
    """Beside its documents stands the ledger alone."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers/letter.txt").write_text(LETTER, "utf-8")
    result = publish(
        tmp_path / "papers", "--output", tmp_path / "site", "--changed-only", tmp_path / "upload.zip"
    )
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in (tmp_path / "papers").iterdir()) == [
        "letter.txt", "permalinks.yml", "published.jsonl",
    ]  # fmt: skip
    assert content(tmp_path / "upload.zip") == tree(tmp_path / "site")


def test_a_list_of_digests_is_read_as_it_was_written():
    """Names may hold spaces."""
    digest = "0" * 64
    assert read_digests(f"{digest}  a b.html\n{digest}  c\n") == {"a b.html": digest, "c": digest}
