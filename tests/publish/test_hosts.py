"""Which hosts a site is too large for."""

from pathlib import Path

import pytest

from archivegen.publish.hosts import SiteSize, size_of, too_large_for

SIZES = [
    (SiteSize(30, 400_000, "a.html", 9000), []),
    (SiteSize(20_001, 400_000, "a.html", 9000), ["Cloudflare Pages takes 20,000 files at most."]),
    (
        SiteSize(200_001, 1_000_000_001, "a.html", 9000),
        [
            "GitHub Pages takes 1,000 MB at most.",
            "GitLab Pages takes 200,000 files at most.",
            "GitLab Pages takes 1,000 MB at most.",
            "Cloudflare Pages takes 20,000 files at most.",
        ],
    ),
    (
        SiteSize(30, 60_000_000, "documents/scan/scan.pdf", 30_000_000),
        ["Cloudflare Pages takes no file above 26 MB: documents/scan/scan.pdf has 30 MB."],
    ),
]


@pytest.mark.parametrize(("size", "sentences"), SIZES)
def test_hosts_that_do_not_take_the_site_are_named(size: SiteSize, sentences: list[str]):
    """Each with the limit."""
    assert list(too_large_for(size)) == sentences


def test_every_file_counts(tmp_path: Path):
    """Those that begin with a dot as well, for they are uploaded too."""
    (tmp_path / "data").mkdir()
    (tmp_path / ".nojekyll").write_text("", "utf-8")
    (tmp_path / "data" / "list.csv").write_text("12345", "utf-8")
    assert size_of(tmp_path) == SiteSize(2, 5, "data/list.csv", 5)
