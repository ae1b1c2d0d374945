"""Where places lie, as `places.yml` says it, and as `check --names` writes it down again."""

from archivegen.records.coordinates import Coordinates
from archivegen.storage.authority_files import Authority, read_authorities
from archivegen.storage.authority_text import authority_lines

WRITTEN = """\
Westhaven:
  variants:
    - West Haven
  coordinates: 54.32, -18.71
Northport:
  coordinates: none
"""


def test_coordinates_survive_being_written_down():
    """What is offered in the place of an entry says all that the entry said."""
    reading = read_authorities(WRITTEN, "places.yml")
    assert reading.problems == ()
    assert reading.authorities == (
        Authority("places", "Westhaven", variants=("West Haven",), coordinates=Coordinates(54.32, -18.71)),
        Authority("places", "Northport", is_not_placed=True),
    )
    lines = [line for entry in reading.authorities for line in authority_lines(entry, {})]
    assert "\n".join(lines) + "\n" == WRITTEN


def test_only_places_have_coordinates():
    """Of a person they say nothing, and the keys that do are listed."""
    (problem,) = read_authorities("Anna Lind:\n  coordinates: 54.32, -18.71\n", "people.yml").problems
    assert (problem.line, problem.message) == (2, "“coordinates” says nothing of “Anna Lind”")
    assert problem.fix == "the keys are sort_name, variants, same_as, keep_apart"
