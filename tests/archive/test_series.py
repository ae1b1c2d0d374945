"""Where documents lie in their archives, read from references of known forms."""

import pytest
import yaml
from tests.conftest import ROOT

from archivegen.archive.series import Lying, lying_in
from archivegen.records.body import Body
from archivegen.records.record import Record, Source
from archivegen.records.values import LineRange
from archivegen.seeds.reference import read_reference

ARCHIVES = yaml.safe_load((ROOT / "tests" / "cases" / "lying_in_archives.yml").read_text("utf-8"))
EVERY = [(each["archive"], *reference) for each in ARCHIVES for reference in each["references"]]


def lying(archive: str, reference: str) -> Lying | None:
    """Return where a document with a reference lies in an archive."""
    found = list(read_reference(reference, (LineRange(1, 1),)))
    fields = {
        name: tuple(each.value for each in found if each.field == name)
        for name in dict.fromkeys(each.field for each in found)
    }
    record = Record(Source("a.txt", "", "plain_text", "utf-8", ()), fields, Body(), ())
    return lying_in(record, archive)


@pytest.mark.parametrize(("archive", "reference", "series", "rest"), EVERY, ids=[case[1] for case in EVERY])
def test_the_fond_or_series_and_what_comes_after_it(archive: str, reference: str, series: str, rest: str):
    """A reference is divided where its form is known, and stands whole where it is not."""
    place = lying(archive, reference)
    assert (f"fond {place.fond}" if place.fond else place.series, place.rest) == (series, rest)


@pytest.mark.parametrize("archive", ARCHIVES, ids=[each["archive"] for each in ARCHIVES])
def test_files_and_leaves_are_counted(archive: dict):
    """File 7 comes before file 30, and leaf 9 before leaf 14 of the next file."""
    places = [lying(archive["archive"], reference) for reference, *_ in archive["references"]]
    assert places == sorted(places, key=lambda place: (int(place.fond or 0), place.series, place.order))


def test_a_reference_to_another_archive_says_nothing():
    """A copy may be held elsewhere; its reference is of that archive."""
    assert lying("Harbour Museum", "TSGA, f. 5, op. 2, d. 7, l. 9") is None
