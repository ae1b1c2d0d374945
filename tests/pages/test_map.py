"""The map of places and its lists: who is on it, where points lead, what is said of those that are not on it."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from tests.conftest import ROOT, nu_messages, tree
from tests.test_cli import run

from archivegen.archive.entities import Entity, Mention
from archivegen.pages.map_marks import labels_for, marks_of, reach_of
from archivegen.records.values import Value

LETTER = "Dear Peter,\n\nThe pier was closed on the day of the {word}, and nobody has opened it since.\n\nAnna Lind\n"
NAMED = {
    "storm": "Pyongyang, Hanoi, Westhaven, Cambridge",
    "flood": "Pyongyang, Hanoi, Northport",
    "frost": "Pyongyang, Nampo, Harbour Hill",
}
PLACES_FILE = "Harbour Hill:\n  coordinates: 38.7 N, 125.4 E\nNorthport:\n  coordinates: none\n"


def archive(root: Path, places_file: str = PLACES_FILE, access: str = "") -> Path:
    """Make an archive whose letters name places, one of them more if it is said who may see it."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    (root / "places.yml").write_text(places_file, "utf-8")
    named = NAMED | ({"secret": "Pyongyang, Budapest"} if access else {})
    for word, places in named.items():
        (seeds / f"{word}.txt").write_text(LETTER.format(word=word), "utf-8")
        closing = f"access: {access}\n" if word == "secret" else ""
        (seeds / f"{word}.yml").write_text(f"places_mentioned: [{places}]\n{closing}", "utf-8")
    return root


def built(root: Path) -> Path:
    """Build an archive and return its places."""
    outcome = run("build", root, "--no-search")
    assert outcome.exit_code == 0, outcome.output
    return root / "build" / "places"


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The places of the letters."""
    return built(archive(tmp_path_factory.mktemp("map") / "letters"))


def words(html: str) -> str:
    """Return what a reader sees of HTML."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def points(page: str) -> dict[str, str]:
    """Return the address of each point of the map by its name."""
    return {
        name: address for address, name in re.findall(r'<a href="([^"]*)" aria-label="([^"]*)"><circle', page)
    }


def test_every_point_leads_to_its_place(places: Path):
    """Its name says how many documents there are; places that would lie on each other lead to the list."""
    page = (places / "index.html").read_text("utf-8")
    assert points(page) == {
        "Pyongyang and 2 places near it, 3 documents": "./#map-1",
        "Hanoi, 2 documents": "hanoi/",
    }
    assert 'id="map-1"' in page


def test_the_list_says_the_same(places: Path):
    """Every place of the map stands below it with its documents, those of one point together."""
    page = (places / "index.html").read_text("utf-8")
    listed = re.search(r'<ul class="run-in">(.*?)</ul>', page, re.DOTALL)
    assert listed
    assert words(listed[1]) == "Pyongyang 3 , Harbour Hill 1 , Nampo 1 Hanoi 2"


def test_what_is_not_on_the_map_is_listed_with_the_reason(places: Path):
    """The list of absent places gives a reason for each, and the index marks them."""
    page = (places / "index.html").read_text("utf-8")
    absent = re.search(r'<dl class="absent">(.*?)</dl>', page, re.DOTALL)
    assert absent
    assert words(absent[1]) == (
        "The gazetteer, which has towns of more than 15,000 people, does not know the name Westhaven "
        "Several places bear the name Cambridge "
        "This archive gives the place no position Northport"
    )
    marked = re.findall(r"<li>(.*?not on the map.*?)</li>", page)
    assert [words(row).split()[0] for row in marked] == ["Cambridge", "Northport", "Westhaven"]


def test_the_gazetteer_is_named_where_it_was_used(places: Path, tmp_path: Path):
    """Its licence asks for it; where the archivist placed everything, it has no part in the map."""
    sentence = "the position is inferred from its name in the gazetteer GeoNames (licence CC BY 4.0 )."
    assert sentence in words((places / "index.html").read_text("utf-8"))
    named = {name.strip() for places in NAMED.values() for name in places.split(",")}
    everything = "".join(
        f"{name}:\n  coordinates: 38.7, {number}\n" for number, name in enumerate(sorted(named))
    )
    page = built(archive(tmp_path, everything)) / "index.html"
    assert "GeoNames" not in page.read_text("utf-8")
    assert len(points(page.read_text("utf-8"))) == len(named)


@pytest.mark.parametrize(
    ("place", "says"),
    {
        "pyongyang": "Position 39.03° N, 125.75° E (in the gazetteer: Pyongyang, North Korea) inferred Probably so. Because the "
        "gazetteer has one town of this name, or one with five times the people of all others of it together.",
        "harbour-hill": "Position 38.70° N, 125.40° E supplied Because supplied by the archivist.",
        "cambridge": "Position Several places bear the name",
        "westhaven": "Position The gazetteer, which has towns of more than 15,000 people, does not know the name",
    }.items(),
)
def test_the_page_of_a_place_says_where_it_lies_and_why(places: Path, place: str, says: str):
    """With a small map where it is known, and with the reason where it is not."""
    page = (places / place / "index.html").read_text("utf-8")
    assert says in words(page)
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(drawings) == (place in ("pyongyang", "harbour-hill"))
    assert all(len(drawing) < 8_000 for drawing in drawings)


@pytest.mark.parametrize("access", ["restricted", "{status: embargoed, until: 2090-01-01}"])
def test_closed_documents_put_nothing_on_the_map(tmp_path: Path, access: str):
    """Neither a place that they alone name, nor a document more for another."""
    index = built(archive(tmp_path, access=access)) / "index.html"
    page = index.read_text("utf-8")
    assert "Budapest" not in page
    assert "Pyongyang and 2 places near it, 3 documents" in points(page)


def test_the_pages_are_valid_and_carry_no_style_of_their_own(places: Path):
    """The drawing is markup with classes, as the strictest policy asks."""
    assert nu_messages(places) == []
    for file in places.rglob("*.html"):
        assert not re.search(r"\sstyle=|<style", file.read_text("utf-8"))


def test_the_map_is_the_same_every_time(places: Path, tmp_path: Path):
    """Two builds of one archive have the same bytes."""
    assert tree(built(archive(tmp_path))) == tree(places)


def test_without_places_there_is_no_map(tmp_path: Path):
    """The index says that there are none, and draws nothing."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    (tmp_path / "seeds" / "collection.yml").write_text("recognise: off\n", "utf-8")
    (tmp_path / "seeds" / "a.txt").write_text(LETTER.format(word="storm"), "utf-8")
    page = (built(tmp_path) / "index.html").read_text("utf-8")
    assert "No document names any." in page
    assert "<svg" not in page


def test_a_full_map_shows_the_most_frequent_and_says_so(tmp_path: Path):
    """Of 150 places 120 are drawn; the page stays light."""
    root = archive(tmp_path)
    named = [f"Pier {number}" for number in range(150)]
    entries = (
        f"{name}:\n  coordinates: {number % 15 * 4}, {number // 15 * 9}\n"
        for number, name in enumerate(named)
    )
    (root / "places.yml").write_text("".join(entries), "utf-8")
    (root / "seeds" / "storm.yml").write_text(f"places_mentioned: [{', '.join(named)}]\n", "utf-8")
    page = (built(root) / "index.html").read_text("utf-8")
    listed = re.search(r'<ul class="run-in">(.*?)</ul>', page, re.DOTALL)
    assert listed
    assert listed[1].count("<a ") == 120
    assert "more places have a map on their own pages" in page
    section = page[page.index('<section class="place-map"') : page.index("</section>")]
    assert len(section.encode()) < 60_000


def named_in(name: str, documents: int) -> Entity:
    """Return a place that so many documents name."""
    mentions = tuple(
        Mention(f"{number}", "places_mentioned", Value(value=name, rule="label"))
        for number in range(documents)
    )
    return Entity("places", name, name, name, name, mentions)


def test_areas_are_as_the_numbers_of_documents():
    """Four times the documents have four times the area."""
    marks = marks_of([(named_in("Hanoi", 16), (100, 100)), (named_in("Riga", 4), (300, 100))])
    assert marks[0].radius == 2 * marks[1].radius == 10


def test_points_never_touch_and_a_click_is_never_for_two():
    """In a crowd, points are joined until each stands alone; what counts as a click on one ends half way to the next."""
    crowd = [
        (named_in(f"Pier {number}", 40 - number), (100 + number * 37 % 90, 100 + number * 53 % 70))
        for number in range(40)
    ]
    marks = marks_of(crowd)
    assert sorted(place.name for mark in marks for place in mark.places) == sorted(
        place.name for place, _ in crowd
    )
    assert 1 < len(marks) < 40
    for one, other in combinations(marks, 2):
        apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
        assert apart >= one.radius + other.radius
        assert reach_of(one, marks) + reach_of(other, marks) <= apart


def test_a_point_alone_has_a_whole_target():
    """One place is a map as well, and what can be clicked on it is 24 units wide."""
    marks = marks_of([(named_in("Hanoi", 1), (100, 100))])
    assert reach_of(marks[0], marks) == 12


def test_a_name_stands_where_there_is_room():
    """Right of its point, left of it at the right edge, and not at all where a point is in the way on every side."""
    riga, hanoi, bergen = (
        (named_in("Riga", 9), (30, 12)),
        (named_in("Hanoi", 4), (290, 12)),
        (named_in("Bergen", 1), (262, 12)),
    )
    for placed, expected in (
        ([riga, hanoi], [("Riga", "start"), ("Hanoi", "end")]),
        ([riga, hanoi, bergen], [("Riga", "start"), ("Bergen", "end")]),
    ):
        marks = marks_of(placed)
        labels = labels_for(marks, [mark.places[0].name for mark in marks], 14, 300, 24)
        assert [(label.text, label.anchor) for label in labels] == expected


def test_the_outlines_name_their_source_and_stay_small():
    """The data file says where it is from and that it is free."""
    outlines = (ROOT / "src/archivegen/pages/land_outlines.txt").read_text("ascii")
    assert len(outlines) < 60_000
    assert "Natural Earth" in outlines
    assert "public domain" in outlines
