"""How large a site is, and for which common hosts it is too large.

The limits are those that the hosts state in their own documentation (November 2026), of plans that cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class SiteSize:
    """The files of a site, all their bytes, and the largest of them with its bytes."""

    files: int
    total: int
    largest_file: str
    largest: int


@dataclass(frozen=True, slots=True)
class Host:
    """What a host takes: how many files, how many bytes in all, how many in one file; None where it says nothing of it."""

    name: str
    files: int | None = None
    total: int | None = None
    largest: int | None = None


HOSTS = (
    Host("GitHub Pages", total=1_000 * _MEGABYTE),
    Host("GitLab Pages", files=200_000, total=1_000 * _MEGABYTE),
    Host("Cloudflare Pages", files=20_000, largest=25 * 1024 * 1024),
)


def size_of(site: Path) -> SiteSize:
    """Return how large a site is."""
    sizes = {
        file.relative_to(site).as_posix(): file.stat().st_size for file in site.rglob("*") if file.is_file()
    }
    largest = max(sorted(sizes), key=sizes.__getitem__)
    return SiteSize(len(sizes), sum(sizes.values()), largest, sizes[largest])


def too_large_for(size: SiteSize) -> Iterator[str]:
    """Yield, in a sentence each, which hosts do not take a site of this size."""
    for host in HOSTS:
        if host.files and size.files > host.files:
            yield f"{host.name} takes {host.files:,} files at most."
        if host.total and size.total > host.total:
            yield f"{host.name} takes {in_megabytes(host.total)} at most."
        if host.largest and size.largest > host.largest:
            yield f"{host.name} takes no file above {in_megabytes(host.largest)}: {size.largest_file} has {in_megabytes(size.largest)}."


def in_megabytes(count: int) -> str:
    """Return a number of bytes in words: `0.4 MB`, `26 MB`."""
    megabytes = count / _MEGABYTE
    return f"{megabytes:.1f} MB" if megabytes < 10 else f"{megabytes:,.0f} MB"
