"""After every change, a preview that remembers shows what one that has just begun shows: on every page, whatever was changed."""

from pathlib import Path

from tests.conftest import request_for
from tests.generated_archive import write_archive

from archivegen.preview.site import site_of
from archivegen.remembering import Remembering
from archivegen.request import Request

# What is done to which file of an archive, one after another, as somebody does who works on it; None takes the file away.
CHANGES = {
    "words of a text": ("{first}.md", "{text}\nThe pier was mended in the winter.\n"),
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
}


def shown(request: Request) -> dict[str, bytes]:
    """Return every file of the site of an archive as it is now, by path."""
    site = site_of(request)
    return {path: make() for path, make in (*site.pages.items(), *site.others.items())}


def test_every_page_shows_every_change(tmp_path: Path):
    """Its own, those of names and years, of archives and of the documents around it; every change is seen somewhere."""
    root = write_archive(tmp_path / "papers", 24)
    request = request_for(root, base_url="", memory=Remembering())
    documents = sorted((root / "seeds").rglob("*.md"))
    first, last = (
        file.relative_to(root).with_suffix("").as_posix() for file in (documents[0], documents[-1])
    )
    text = documents[0].read_text("utf-8")
    writer = text.partition("creators: ")[2].partition("\n")[0]
    places = {"first": first, "last": last, "folder": first.rpartition("/")[0]}
    before = shown(request)
    for what, (name, content) in CHANGES.items():
        file = root / name.format(**places)
        if content is None:
            file.unlink()
        else:
            file.parent.mkdir(exist_ok=True)
            file.write_text(content.format(text=text, writer=writer), "utf-8")
        request.memory.forget_unused()
        after, anew = shown(request), shown(request_for(root, base_url=""))
        assert after.keys() == anew.keys(), what
        assert [path for path in anew if after[path] != anew[path]] == [], what
        assert after != before, what
        before = after
