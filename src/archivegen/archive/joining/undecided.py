"""Versions of one document of which none can be told to be the original: what to write, once for all that are alike."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from archivegen.problems import Problem
from archivegen.records.version_paths import VersionPath

# What the paths of the versions of one document say of them.
Group = Mapping[str, VersionPath]


def undecided(groups: Sequence[Group], known: Sequence[Group]) -> Iterator[Problem]:
    """Yield a problem for the documents of some groups, one for all whose versions are in the same languages; `known` are
    all groups of the archive, which show what else lies in a folder.
    """
    alike: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
    for group in groups:
        alike[tuple(sorted(map(_sort_of, group.values())))].append(group)
    sort_by_path = {path: _sort_of(said) for group in known for path, said in group.items()}
    for same in alike.values():
        first = min(same, key=min)
        paths = sorted(first)
        others = len(same) - 1
        likewise = f" (likewise of {others} more document{'s' if others > 1 else ''})" if others else ""
        yield Problem(
            path=paths[0],
            field="version",
            code="version-without-original",
            message=f"{', '.join(paths[:-1])} and {paths[-1]} are versions of one document by their paths, and which of them is "
            f"the original is not said{likewise}",
            fix=_ways_out(first, same, sort_by_path),
        )


def _sort_of(said: VersionPath) -> str:
    return said.language or said.kind


def _ways_out(first: Group, same: Sequence[Group], sort_by_path: Mapping[str, str]) -> str:
    ways = []
    for path, said in sorted(first.items()):
        sort = _sort_of(said)
        files = [each for group in same for each, of in group.items() if _sort_of(of) == sort]
        folder = posixpath.commonpath([posixpath.dirname(each) for each in files])
        within = f"{folder}/" if folder else ""
        has_others = any(each.startswith(within) and other != sort for each, other in sort_by_path.items())
        place = f"{posixpath.splitext(path)[0]}.yml" if has_others else f"{within}collection.yml"
        ways.append(f"into {place}, if the original is the one in “{sort}”")
    return f"write “version: original” {'; or '.join(ways)}"
