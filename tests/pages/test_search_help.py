"""The page that says how to search: its examples are of the archive, and there are none where the archive has none."""

from tests.dated_archives import SAY, archive_of, dated_record, html_of, pages_of

from archivegen.archive.archive import Archive
from archivegen.pages.listing import lay_out
from archivegen.pages.search_help import search_help_view
from archivegen.records.record import Record
from archivegen.records.values import AccessValue, AgentValue, ReferenceCode, Registration, Value

SUPPLIED = {"rule": "supplied", "status": "supplied", "by": "archivist"}


def queries(archive: Archive) -> list[list[str]]:
    """Return the examples of each part of the page that has any."""
    sections = search_help_view(lay_out(archive, SAY)).sections
    return [[example.query for example in section.examples] for section in sections if section.examples]


def letter(name: str, day: str, title: str, person: str, access: str = "open") -> Record:
    """Return a letter with everything of which there are examples."""
    return dated_record(
        name,
        day,
        title=(Value(value=title, **SUPPLIED),),
        creators=(AgentValue(value=person, **SUPPLIED),),
        place_of_creation=(Value(value="Vienna", **SUPPLIED),),
        repository=(Value(value="Mill Museum", **SUPPLIED),),
        reference_code=(ReferenceCode(value=f"f. 5, d. {name}", **SUPPLIED),),
        registrations=(Registration(value=f"№ {name}", kind="outgoing", **SUPPLIED),),
        access=(AccessValue(value=access, announce=True, **SUPPLIED),),
    )


def test_examples_are_made_of_what_the_archive_has():
    """Of titles, of those who are named most, of its years, of its references, of its spellings."""
    archive = archive_of(
        letter("1", "1957-05", "Letter to the harbour board", "Anna Lindqvist"),
        letter("2", "1958/1960", "Letter without answer", "Kim Il Sung"),
        letter("3", "1961", "Telegram on the crane", "Kim Il-sung"),
    )
    assert queries(archive) == [
        ["Letter harbour", "“harbour board”", "Letter OR Telegram", "Letter -Telegram"],
        ['person:"Kim Il Sung"', "place:Vienna", 'archive:"Mill Museum"'],
        ["year:1957", "year:1957..1960"],
        ["f. 5, d. 1", "№ 1"],
        ["Kim Il-sung"],
    ]


def test_what_is_closed_is_no_example():
    """Neither the words of its title nor its numbers, although they are announced."""
    archive = archive_of(
        letter("1", "1957", "Canary papers of the harbour", "Anna Canary", "restricted"),
        letter("2", "1958", "Letter without answer", "Peter Okafor"),
    )
    assert [document.is_open for document in archive.documents] == [True, False]
    told = str(queries(archive))
    assert "Canary" not in told
    assert "d. 2" in told
    assert "d. 1" not in told


def test_redacted_words_are_no_example():
    """What is left of a title is none either where they stood between."""
    archive = archive_of(letter("1", "1957", "Letter [redacted] harbour [redacted]", "Anna [redacted]"))
    assert queries(archive)[0] == ["Letter harbour"]
    assert "redacted" not in str(queries(archive))


def test_an_archive_without_names_and_titles_has_no_examples():
    """The page says how to search all the same."""
    archive = archive_of()
    assert queries(archive) == []
    page = pages_of(archive)["search/help/"]
    html = html_of(archive, page)
    assert "<dl" not in html
    assert html.count("<h2>") == len(search_help_view(lay_out(archive, SAY)).sections)


def test_an_example_leads_to_its_search():
    """With all its signs."""
    archive = archive_of(letter("1", "1957", "Letter to the board", "Anna Lindqvist"))
    html = html_of(archive, pages_of(archive)["search/help/"])
    assert 'href="../?q=person%3A%22Anna%20Lindqvist%22"' in html
    assert "person:&#34;Anna Lindqvist&#34;</a>" in html
