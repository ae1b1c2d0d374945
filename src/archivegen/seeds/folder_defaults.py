"""What folders give their documents, and what these say themselves: defaults give way to it, all else stands over it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.records.values import AccessValue, Value
from archivegen.seeds.beside import COLLECTION_NAME
from archivegen.storage.yaml_lines import YamlNode


def own_words(read: Sequence[Value], defaults: Sequence[Value]) -> list[Value]:
    """Return which of the values read of a field stand over the defaults of a folder: what the document states itself.

    Nothing does over what closes it.
    """
    if not defaults or any(isinstance(value, AccessValue) for value in defaults):
        return []
    return [value for value in read if _is_own(value)]


def _is_own(value: Value) -> bool:
    return value.status == "stated" and value.certainty != "uncertain"


def beside_own_words(defaults: Sequence[Value], own: Sequence[Value]) -> list[Value]:
    """Return the defaults that stand beside what a document states of a field: those of another role, or date of another
    type, and all of them where it states nothing.
    """
    sorts = {_sort_of(value) for value in own}
    return [value for value in defaults if _sort_of(value) not in sorts]


def _sort_of(value: Value) -> object:
    return getattr(value, "role", None) or getattr(value, "type", None)


def defaults_without_fields(node: YamlNode, path: str) -> Problem:
    """Return the problem of defaults that are no fields with values."""
    return Problem(
        path=path,
        line=node.line,
        field="defaults",
        code="wrong-shape",
        message="“defaults” has no fields here",
        fix="write them below it, each on a line of its own and with two spaces before it: “  repository: …”",
    )


def words_replaced(records: Iterable[Record]) -> Iterator[Problem]:
    """Yield a notice for each value in the file of a folder that stands over something else which documents state
    themselves.
    """
    found: defaultdict[tuple[str, int, str], list[tuple[Record, Value, Value]]] = defaultdict(list)
    for record in records:
        for name, readings in record.other_readings.items():
            given = record.first(name)
            if given is None:
                continue
            path = given.file or ""
            if path.rpartition("/")[2] != COLLECTION_NAME or given.confirmed or name == "collections":
                continue
            own = [value for value in readings if _is_own(value) and not value.file]
            if own:
                found[path, given.lines[0].first, name].append((record, given, own[0]))
    for (path, line, name), those in sorted(found.items(), key=lambda item: item[0]):
        record, given, own_value = those[0]
        others = f" (likewise in {len(those) - 1} more)" if len(those) > 1 else ""
        yield Problem(
            path=path,
            line=line,
            field=name,
            level="notice",
            code="words-replaced",
            message=f"“{given.value}” stands here as “{name}” of all documents, though {record.source.path} says "
            f"“{own_value.value}”{others}",
            fix="if it is meant for those only that do not say it themselves, write it below a line “defaults:”; if it is right for "
            "all, add “confirmed: {by: …, on: …}” to it",
        )
