"""After every change, a preview that remembers shows what one that has just begun shows: on every page, whatever was changed."""

from pathlib import Path

import pytest
from tests.conftest import request_for
from tests.generated_archive import write_archive

from archivegen.preview.site import site_of
from archivegen.problems import Refusal
from archivegen.remembering import Remembering
from archivegen.request import Request

# What is done to which file of an archive, one after another, as somebody does who works on it; None takes the file away.
CHANGES = {
    "words of a text": ("{first}.md", "{text}\nThe pier was mended in the winter.\n"),
    "other words in the same place": ("{first}.md", "{text}\nThe pier was mended in the summer.\n"),
    "a line above all that was read": ("{first}.md", "\n{text}"),
    "another spelling of a name": (
        "{first}.md", "{text}\nWe heard Yun Dae-hak [Yun Tae Hak], head of the harbour in Gapsan [Kapsan].\n"
    ),
    "who received a copy": ("{first}.yml", "copies: [{{value: {writer}, type: distribution}}]\n"),
    "words that nobody may see": ("{first}.yml", "redact: [harbour in Gapsan]\n"),
    "who wrote it": ("{first}.yml", "creators: Anna Lindqvist\n"),
    "a person with several documents is joined to another": (
        "people.yml",
        "Anna Lindqvist:\n  sort_name: Lindqvist, A.\n  variants: [{writer}]\n",
    ),
    "that person is called otherwise": ("people.yml", "Anna B. Lindqvist:\n  variants: [{writer}]\n"),
    "they are two again": ("people.yml", None),
    "the title, and with it the address": ("{first}.yml", "title: A pier in the snow\n"),
    "the date, and with it the neighbours": ("{first}.yml", "date: 1921-03-04\n"),
    "where it lies": ("{first}.yml", "reference_code: fond 1, opis 1, delo 1, list 999\n"),
    "which archive has it": ("{first}.yml", "repository: Archive of the Lighthouse\n"),
    "nobody may see it": ("{first}.yml", "access: restricted\n"),
    "everybody may again": ("{first}.yml", None),
    "the document is not there": ("{last}.md", None),
    "the name of the archive": ("archive.yml", "title: Papers of the pier\n"),
    "the words of the interface": (
        "templates/messages.yml",
        "undated: without any date\nform:\n  letter: A letter\n",
    ),
    "those of the program again": ("templates/messages.yml", None),
    "defaults of a folder": ("{folder}/collection.yml", "title: The first year\nrights: For everybody\n"),
    "what is not known of it": ("{first}.yml", "summary: Of a pier.\ndate: 1921\n"),
    "another day of the meeting": (
        "{first}.yml",
        "date: [{{value: 1921-03-04}}, {{value: 1921-03-01, type: event}}]\nparticipants: [A. Lindqvist, B. Holm]\n",
    ),
}  # fmt: skip
# Lists are laid out when one of them is asked for: at every change, or only when several have gone by.
SEEN_AFTER = (1, 3)
# What is done to the files beside documents, and whether anything of the archive may be published then.
BESIDE = {
    "another document": ("{folder}/pier.md", "Port Ashby, 2 July 1931\n\nThe pier is mended.\n\nOswin Tarrant\n", True),
    "corrections of it": ("{folder}/pier.yml", "title: The mended pier\n", True),
    "a picture of nothing": ("{folder}/hut.png", "no picture", True),
    "it is one of the document": ("{folder}/hut.yml", "version_of: {folder}/pier.md\n", True),
    "it is of nothing again": ("{folder}/hut.yml", "title: The hut\n", True),
    "the document is not there, and its corrections are": ("{folder}/pier.md", None, True),
    "corrections of no document close one": ("{folder}/pier.yml", "access: restricted\n", False),
    "they close none": ("{folder}/pier.yml", "title: The pier\n", True),
    "neither are they there": ("{folder}/pier.yml", None, True),
    "corrections by another name say who may see it": ("{first}.yml.txt", "access: restricted\n", False),
    "they say something else": ("{first}.yml.txt", "title: A pier\n", True),
    "it is not there": ("{first}.yml.txt", None, True),
    "a copy of an editor closes what corrections do not": ("{first}.yml~", "access: restricted\n", False),
    "the corrections are there": ("{first}.yml", "title: A pier\n", True),
    "they close it": ("{first}.yml", "access: restricted\n", True),
    "there are two of them": ("{first}.yaml", "access: restricted\n", True),
    "there is one": ("{first}.yml", None, False),
    "the copy is not there": ("{first}.yml~", None, True),
    "a sheet by another name closes a document": (
        "{folder}/inventory (1).csv", "file,access\n{name},restricted\n", False
    ),
    "it closes none": ("{folder}/inventory (1).csv", "file,title\n{name},A pier\n", True),
    "an inventory closes it": ("{folder}/inventory.csv", "file,access\n{name},restricted\n", True),
    "a file of no document": ("{folder}/pier.mp3", "no sound", True),
    "a document is too large": ("{last}.md", "long " * 4_100_000, True),
    "another one is a page with notes beside it": ("{folder}/pier.html", "<p>Port Ashby, 2 July 1931<p>A pier.", True),
    "these": ("{folder}/notes.html", "<p>1. A note.", True),
}  # fmt: skip


def shown(request: Request) -> dict[str, bytes]:
    """Return every file of the site of an archive as it is now, by path."""
    site = site_of(request)
    return {path: make() for path, make in (*site.pages.items(), *site.others.items())}


def outcome(request: Request) -> tuple[object, ...]:
    """Return which documents an archive has where, and what is said of it; where nothing may be published only this."""
    request.memory.forget_unused()
    try:
        site = site_of(request)
    except Refusal as refusal:
        return (False, refusal.problems)
    return (True, site.problems, dict(site.address_by_source), sorted(site.pages))


def write(file: Path, content: str | None) -> None:
    """Give a file another content; None takes it away."""
    if content is None:
        file.unlink()
    else:
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, "utf-8")


def followed_papers(folder: Path) -> tuple[Path, dict[str, str], Path]:
    """Return an archive, the names of its first and last document without endings, with folder and file of the first, and that
    file itself.
    """
    root = write_archive(folder / "papers", 24)
    documents = sorted((root / "seeds").rglob("*.md"))
    first, last = (
        file.relative_to(root).with_suffix("").as_posix() for file in (documents[0], documents[-1])
    )
    places = {"first": first, "last": last, "folder": first.rpartition("/")[0], "name": documents[0].name}
    return root, places, documents[0]


@pytest.mark.parametrize("changes", SEEN_AFTER)
def test_every_page_shows_every_change(tmp_path: Path, changes: int):
    """Its own, those of names and years, of archives and of the documents around it; every change is seen somewhere."""
    root, places, document = followed_papers(tmp_path)
    request = request_for(root, base_url="", memory=Remembering())
    text = document.read_text("utf-8")
    writer = text.partition("creators: ")[2].partition("\n")[0]
    before = shown(request)
    for number, (what, (name, content)) in enumerate(CHANGES.items(), 1):
        write(root / name.format(**places), content and content.format(text=text, writer=writer))
        request.memory.forget_unused()
        if number % changes and number < len(CHANGES):
            site_of(request)
            continue
        after, anew = shown(request), shown(request_for(root, base_url=""))
        assert after.keys() == anew.keys(), what
        assert [path for path in anew if after[path] != anew[path]] == [], what
        assert after != before, what
        before = after


def test_whatever_lies_beside_documents_is_seen(tmp_path: Path):
    """What the names of files say is remembered, and not what stands in them."""
    root, places, _ = followed_papers(tmp_path)
    request = request_for(root, base_url="", memory=Remembering())
    before = outcome(request)
    for what, (name, content, is_published) in BESIDE.items():
        write(root / name.format(**places), content and content.format(**places))
        after = outcome(request)
        assert after == outcome(request_for(root, base_url="")), what
        assert after[0] == is_published, what
        assert after != before, what
        before = after


def test_where_links_lead_is_seen(tmp_path: Path):
    """No name says it: corrections that led into the folder of their document lead out of it, and folders lead elsewhere."""
    root = write_archive(tmp_path / "papers", 24)
    request = request_for(root, base_url="", memory=Remembering())
    document = min((root / "seeds").rglob("*.md"))
    inside, outside = document.parent / "of-the-pier", tmp_path / "of-the-pier"
    link = document.with_suffix(".yml")
    write(inside, "access: restricted\n")
    write(outside, "access: restricted\n")
    seen = []
    for target in (inside, outside, inside):
        link.symlink_to(target)
        after = outcome(request)
        assert after == outcome(request_for(root, base_url=""))
        seen.append(after)
        link.unlink()
    assert seen[0] == seen[2] != seen[1]
