"""Publishing again: what is shown, asked and recorded, and what readers see of it."""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archivegen.archive.publication import review_of
from archivegen.build import build
from archivegen.cli import main
from archivegen.problems import Refusal
from archivegen.reading import read_archive
from tests.conftest import copy_sample, request_for, tree

FIRST_DAY, NEXT_DAY, LAST_DAY = "1795219200", "1795305600", "1798000000"
LETTER = "documents/1961-03-04-letter-anna-lindqvist-peter-okafor"
SOURCE, SIDECAR = "seeds/1961-03-04-letter.txt", "seeds/1961-03-04-letter.yml"
ATOM = "{http://www.w3.org/2005/Atom}"


def run(*arguments: object, **options: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)


def publish(root: Path, *options: str, day: str = FIRST_DAY, answer: str = "") -> Result:
    return run("publish", root, *options, input=answer, env={"SOURCE_DATE_EPOCH": day})


@pytest.fixture
def root(tmp_path: Path, published_letter: Path) -> Path:
    """An archive of one letter, published on 21 November 2026."""
    return Path(shutil.copytree(published_letter, tmp_path / "demo"))


@pytest.fixture(scope="module")
def published_letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "demo"
    assert run("init", folder).exit_code == 0
    assert publish(folder, "--yes").exit_code == 0
    return folder


def edit(root: Path, old: str, new: str, file: str = SOURCE) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


def recorded(root: Path) -> list[str]:
    return [(root / name).read_text("utf-8") for name in ("permalinks.yml", "published.jsonl")]


def page(root: Path, address: str = LETTER) -> str:
    return (root / "build" / address / "index.html").read_text("utf-8")


CORRECTION = ("Thursday", "Friday")
NAMES_AND_CHECK = r', "(?:named": \[[^]]*\]|check": "[0-9a-f]*")'
SHOWN = """\
  changed  documents/1961-03-04-letter-anna-lindqvist-peter-okafor/  4 March 1961  The pier
    title: “Letter from Anna Lindqvist to Peter Okafor” -> “The pier”  (seeds/1961-03-04-letter.yml:1, sidecar)
    urgency: nothing -> “Urgent”  (seeds/1961-03-04-letter.yml:2, sidecar)
    text: 1 corrected, 1 added: ¶ 2 corrected “I received the surveyor Tomas Brandt on Friday …”; ¶ 3a added “Snow fell.”
1 document would change, with 2 values.
"""


def test_every_change_is_shown_with_its_place_and_cause(root: Path):
    """Old and new value, file and line, cause; passages with their first words; and nothing is written without a yes."""
    edit(root, *CORRECTION)
    edit(root, "Please tell", "Snow fell.\n\nPlease tell")
    (root / SIDECAR).write_text("title: The pier\nurgency: Urgent\n", "utf-8")
    before = tree(root)
    result = publish(root, day=NEXT_DAY, answer="n\n")
    assert result.exit_code == 1
    assert result.stdout.startswith(SHOWN)
    assert tree(root) == before


@pytest.mark.parametrize(
    ("options", "is_new", "is_changed", "is_asked"),
    [
        ((), False, False, False),
        (("--yes",), True, False, False),
        ((), True, False, True),
        (("--accept",), True, False, True),
        (("--accept",), False, True, False),
        (("--yes",), False, True, True),
        (("--yes",), True, True, True),
        (("--accept",), True, True, True),
        (("--yes", "--accept"), True, True, False),
    ],
)  # fmt: skip
def test_who_has_not_approved_is_asked_once(
    root: Path, options: tuple[str, ...], is_new: bool, is_changed: bool, is_asked: bool
):
    """`--yes` approves new addresses and `--accept` changes; without an answer nothing is written."""
    if is_new:
        (root / "seeds" / "note.txt").write_text("A note about the pier.\n", "utf-8")
    if is_changed:
        edit(root, *CORRECTION)
    before = recorded(root)
    result = publish(root, *options, day=NEXT_DAY)
    assert result.stdout.count("Publish?") == is_asked
    assert result.exit_code == (2 if is_asked else 0)
    assert (recorded(root) == before) is (is_asked or not (is_new or is_changed))


def test_a_changed_document_has_a_new_version(root: Path):
    """Its page says when it was changed and first published, what changed, and offers the citation of this version."""
    edit(root, *CORRECTION)
    assert publish(root, "--accept", day=NEXT_DAY).exit_code == 0
    html = page(root)
    assert "<summary>Version of 22 November 2026; first published 21 November 2026.</summary>" in html
    rows = re.findall(
        r'<li><span class="date">(.*?)</span> <span class="gist">(.*?)</span> <code>(.*?)<', html
    )
    digests = [version["digest"] for version in json.loads(recorded(root)[1])["versions"]]
    assert rows == [
        ("22 November 2026", "1 paragraph corrected", digests[1]),
        ("21 November 2026", "first published", digests[0]),
    ]
    assert f"My archive, version of 22 November 2026 ({digests[1]}), documents/" in html
    data = json.loads((root / "build" / LETTER / "document.json").read_text("utf-8"))
    assert [version["on"] for version in data["versions"]] == ["2026-11-21", "2026-11-22"]


def test_the_archivist_says_what_has_changed(root: Path):
    """`changes:` in the file of corrections stands on the pages instead of the program's words."""
    edit(root, *CORRECTION)
    (root / SIDECAR).write_text("changes: The day of the visit was misread.\n", "utf-8")
    assert publish(root, "--accept", day=NEXT_DAY).exit_code == 0
    assert "The day of the visit was misread." in page(root)
    assert "The day of the visit was misread." in page(root, "changes")


def test_a_first_version_is_named_quietly(root: Path):
    """A document that never changed has a day and no list of versions."""
    assert '<p class="versions">First published 21 November 2026.</p>' in page(root)
    assert (
        "<details"
        not in page(root).partition('class="versions"')[2].partition("</header>")[0].partition("summary")[0]
    )


def test_a_draft_of_a_published_document_says_so_and_may_be_found(root: Path):
    """What a build shows before it is published is called a draft; its address is none."""
    edit(root, *CORRECTION)
    result = run("build", root)
    assert result.exit_code == 0
    assert f"Not as published: 1 document. “archivegen publish {root}” shows what differs." in result.stdout
    html = page(root)
    assert '<p class="draft">This draft differs from the published version of 21 November 2026.</p>' in html
    assert "noindex" not in html
    assert "version of 21 November 2026 (" not in html
    assert "First published 21 November 2026." in html


def test_build_locked_refuses_what_is_not_recorded(root: Path):
    """Every address, value and passage that differs is listed with its place."""
    assert run("build", root, "--locked").exit_code == 0
    edit(root, *CORRECTION)
    (root / SIDECAR).write_text("title: The pier\n", "utf-8")
    (root / "seeds" / "note.txt").write_text("A note about the pier.\n", "utf-8")
    result = run("build", root, "--locked")
    assert result.exit_code == 1
    fix = f"; run “archivegen publish {root}” and keep"
    assert [line.partition(fix)[0] for line in result.stderr.splitlines() if fix in line] == [
        "seeds/note.txt: error: the address documents/undated-note-pier/ is not in the ledger",
        f"{SIDECAR}:1: error: {LETTER}/ was published with “Letter from Anna Lindqvist to Peter Okafor”, and now it is “The pier”",
        f"{SOURCE}: error: {LETTER}/ was published with another text: ¶ 2 corrected “I received the surveyor Tomas Brandt on Friday …”",
    ]


def test_a_checked_value_is_not_accepted_by_any_option(root: Path):
    """The command names the line, both values and the way out, and writes nothing."""
    (root / SIDECAR).write_text("title: {value: The pier, confirmed: {by: A. L., on: 2026-11-01}}\n", "utf-8")
    assert publish(root, "--accept").exit_code == 0
    before = recorded(root)
    (root / SIDECAR).write_text("title: The quay\n", "utf-8")
    result = publish(root, "--yes", "--accept", day=NEXT_DAY)
    assert result.exit_code == 1
    assert (
        f"{SIDECAR}:1: error: “The pier” was checked by A. L. on 2026-11-01 and is published; it would become "
        "“The quay”; give the checked value as “title” in the file of corrections, or confirm another one anew"
    ) in result.stderr
    assert recorded(root) == before


def test_what_changes_between_the_question_and_the_answer_is_not_published(root: Path):
    """What is recorded is what was shown."""
    request = request_for(root, day="2026-11-22")
    edit(root, *CORRECTION)
    reading = read_archive(request)
    edit(root, "Friday", "Saturday")
    before = tree(root)
    with pytest.raises(Refusal, match="documents have changed since you were shown what would be recorded"):
        build(request, review_of(reading.archive, reading.ledger))
    assert tree(root) == before


def test_a_lost_companion_is_missed_and_recovered(root: Path):
    """Without it every passage would be numbered anew: nothing is built until it is there again."""
    edit(root, *CORRECTION)
    publish(root, "--accept", day=NEXT_DAY)
    before = recorded(root)
    (root / "published.jsonl").unlink()
    for command in (("build", root), ("publish", root, "--yes", "--accept"), ("check", root)):
        result = run(*command)
        assert result.exit_code == 1
        assert (
            "published.jsonl: error: this file is not there, but it was when the archive was published"
            in result.stderr
        )
    assert run("ids", "recover", root / "build", "--archive", root).exit_code == 0
    without_names = [re.sub(NAMES_AND_CHECK, "", text) for text in before]
    now = recorded(root)
    assert '"named": ' not in "".join(now), "which entities a document ever named is in no site"
    assert [re.sub(NAMES_AND_CHECK, "", text) for text in now] == without_names
    assert run("build", root, "--locked").exit_code == 0


def test_a_source_that_has_moved_is_told_and_not_asked_about(root: Path):
    """Readers see no difference, and so there is nothing to approve."""
    (root / SOURCE).rename(root / "seeds" / "letter.txt")
    result = publish(root, day=NEXT_DAY)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"  moved  {LETTER}/  {SOURCE} is now seeds/letter.txt\nNothing is new")
    assert 'source: "seeds/letter.txt"' in recorded(root)[0]
    assert "First published 21 November 2026." in page(root)


def test_an_old_ledger_gets_its_companion_without_claims(tmp_path: Path):
    """What was published before values were kept is kept from now on; the day is the ledger's."""
    root = copy_sample(tmp_path)
    edit(root, "22 May 1957", "23 May 1957", "seeds/003_25e4c46478df5346.txt")
    result = publish(root, day=LAST_DAY)
    assert result.exit_code == 0
    assert "What 2 documents published earlier show is kept from now on, in published.jsonl" in result.stdout
    assert "Publish?" not in result.stdout
    for line in (root / "published.jsonl").read_text("utf-8").splitlines():
        assert [version["on"] for version in json.loads(line)["versions"]] == ["2026-11-21"]
    assert "New" in page(root, "changes")
    assert "Changed" not in page(root, "changes")


def test_an_unchanged_archive_is_the_same_bytes_on_another_day(root: Path):
    """Nothing in the site, the ledger or its companion knows what day it is."""
    before = tree(root)
    assert publish(root, day=LAST_DAY).exit_code == 0
    assert tree(root) == before
    assert run("build", root, env={"SOURCE_DATE_EPOCH": LAST_DAY}).exit_code == 0
    assert tree(root) == before


def test_the_changes_are_listed_and_fed(root: Path):
    """The latest day stands first; the feed tells the same with ids and days that do not depend on the host."""
    edit(root, *CORRECTION)
    (root / "seeds" / "note.txt").write_text("A note about the pier.\n", "utf-8")
    assert (
        publish(root, "--yes", "--accept", "--base-url", "https://a.example/x/", day=NEXT_DAY).exit_code == 0
    )
    html = page(root, "changes")
    assert re.findall(r'<time datetime="(.*?)">|class="label">(.*?)<', html) == [
        ("2026-11-22", ""), ("", "Changed"), ("", "New"), ("2026-11-21", ""), ("", "New"),
    ]  # fmt: skip
    assert 'href="../changes.xml"' in html
    assert 'href="changes/"' in (root / "build" / "index.html").read_text("utf-8")
    feed = ET.parse(root / "build" / "changes.xml").getroot()  # noqa: S314 -- we wrote it
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated")[:10] for entry in entries] == [
        "2026-11-22",
        "2026-11-22",
        "2026-11-21",
    ]
    assert entries[0].find(f"{ATOM}link").get("href") == f"https://a.example/x/{LETTER}/"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"
    sitemap = (root / "build" / "sitemap.xml").read_text("utf-8")
    assert f"{LETTER}/</loc><lastmod>2026-11-22</lastmod>" in sitemap
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 3
    assert run("build", root, "--base-url", "https://b.example/").exit_code == 0
    moved = ET.parse(root / "build" / "changes.xml").getroot()  # noqa: S314 -- we wrote it
    assert [entry.findtext(f"{ATOM}id") for entry in moved.findall(f"{ATOM}entry")] == ids


def test_without_anything_published_the_page_of_changes_says_so(tmp_path: Path):
    """An archive of drafts has no changes and no feed."""
    assert run("init", tmp_path / "demo").exit_code == 0
    assert run("build", tmp_path / "demo", "--base-url", "https://a.example/").exit_code == 0
    assert "Nothing is published yet." in page(tmp_path / "demo", "changes")
    assert not (tmp_path / "demo" / "build" / "changes.xml").exists()


def test_a_removed_passage_leaves_an_empty_place(root: Path):
    """Its address still leads to where it was, and says what has become of it; search does not know it."""
    anchor = re.search(r'href="#(p-[0-9a-f]+)" aria-label="Paragraph 3, link"', page(root))[1]
    text = (root / SOURCE).read_text("utf-8")
    start = text.index("He does not believe")
    edit(root, text[start : text.index("\n\n", start) + 2], "")
    assert publish(root, "--accept", day=NEXT_DAY).exit_code == 0
    place = f'<div class="block removed" id="{anchor}" tabindex="-1"><p lang="en">This passage, ¶ 3, was removed.</p></div>'
    assert place in page(root)
    assert re.findall(r'class="number" [^>]*>(\w+)<', page(root)) == ["1", "2", "4"]
    data = json.loads((root / "build" / LETTER / "document.json").read_text("utf-8"))
    assert data["body"]["removed"] == [{"anchor": anchor, "number": "3"}]
    assert [block["number"] for block in data["body"]["blocks"] if block["number"]] == ["1", "2", "4"]


def test_the_site_carries_what_was_published(root: Path):
    """The companion of the ledger lies beside it under data/, without the entities that documents ever named."""
    for name in ("permalinks.yml", "published.jsonl"):
        kept, shown = (
            re.sub(NAMES_AND_CHECK, "", (folder / name).read_text("utf-8"))
            for folder in (root, root / "build/data")
        )
        assert shown == kept


def test_a_day_before_the_last_recorded_one_records_nothing(root: Path):
    """A clock that went back would write versions that no command reads again."""
    edit(root, *CORRECTION)
    assert publish(root, "--accept", day=LAST_DAY).exit_code == 0
    before = recorded(root)
    edit(root, *reversed(CORRECTION))
    refused = publish(root, "--accept", day=NEXT_DAY)
    assert refused.exit_code == 1
    assert (
        "permalinks.yml: error: today is 2026-11-22, but the last day recorded is 2026-12-23; set the clock right, or "
        "SOURCE_DATE_EPOCH where that is set; if the recorded day is the wrong one, correct it in permalinks.yml and "
        "published.jsonl, and take the “check” out of each line that you change there\n" in refused.stderr
    )
    assert recorded(root) == before
    assert run("ids", "list", root).exit_code == 0
    edit(root, *CORRECTION)
    assert publish(root, day=NEXT_DAY).exit_code == 0, "where nothing is recorded, no day is"
    assert recorded(root) == before


def test_a_companion_of_an_earlier_day_is_missed(root: Path):
    """A backup of one file alone: its passages would be numbered as they were before."""
    old = (root / "published.jsonl").read_text("utf-8")
    edit(root, *CORRECTION)
    publish(root, "--accept", day=NEXT_DAY)
    (root / "published.jsonl").write_text(old, "utf-8")
    result = run("build", root)
    assert result.exit_code == 1
    assert (
        "is here as it was published from another text than the ledger names; restore this" in result.stderr
    )


@pytest.mark.parametrize("names", [("permalinks.yml", "published.jsonl"), ("published.jsonl",)])
@pytest.mark.parametrize("is_bare", [False, True], ids=["archive", "bare folder"])
def test_what_is_lost_is_missed_wherever_there_is_a_sign_of_it(
    tmp_path: Path, root: Path, names: tuple[str, ...], is_bare: bool
):
    """The list of published files has them, or the site of a bare folder."""
    source, site = (root / "seeds", tmp_path / "site") if is_bare else (root, root / "build")
    output = ("--output", site) if is_bare else ()
    assert publish(source, "--yes", "--accept", *map(str, output)).exit_code == 0
    if not is_bare:
        shutil.rmtree(site)
    for name in names:
        (source / name).unlink()
    for command in ("build", "publish"):
        result = run(command, source, *output)
        assert result.exit_code == 1
        assert (
            f"{names[0]}: error: this file is not there, but it was when the archive was published last; restore it from "
            f"your last backup or version, or from the last site: archivegen ids recover --archive {source} OLD_BUILD\n"
            in result.stderr
        )
    if is_bare:
        assert run("ids", "recover", site, "--archive", source).exit_code == 0
        assert run("build", source, *output, "--locked").exit_code == 0


def test_a_first_day_changed_by_hand_is_named(root: Path):
    """The day stands in both files, so that it cannot be changed in one alone: `check`, `build` and `publish` say so."""
    ledger = root / "permalinks.yml"
    ledger.write_text(ledger.read_text("utf-8").replace("2026-11-21", "2020-01-01"), "utf-8")
    for command in (("check", root), ("build", root, "--locked"), ("publish", root, "--yes")):
        refused = run(*command)
        assert refused.exit_code == 1
        assert "published.jsonl:1: error:" in refused.stderr
        assert (
            "was first published on 2026-11-21 by this line, and on 2020-01-01 by the ledger"
            in refused.stderr
        )


@pytest.mark.parametrize("command", ["build", "publish"])
def test_what_a_killed_build_left_goes_with_the_next_one_though_it_is_refused(root: Path, command: str):
    """Nothing lies beside the site that a backup would take along; the same name at a file or link is somebody's own."""
    left = root / "build.archivegen-new-abcd1234"
    left.mkdir()
    (left / "index.html").write_text("half a site", "utf-8")
    (root / "build.archivegen-new-file").write_text("mine", "utf-8")
    (root / "published.jsonl").write_text("{", "utf-8")
    assert run(command, root).exit_code == 1
    assert not left.exists()
    assert (root / "build.archivegen-new-file").read_text("utf-8") == "mine"
