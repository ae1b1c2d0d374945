"""What can be wrong with what the archivist supplies, as problems."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from archivegen.problems import Problem
from archivegen.records.fields import Field
from archivegen.records.values import AccessValue
from archivegen.seeds.closing_words import may_be_about_access, wish_of_entry
from archivegen.seeds.supplied_values import WrongPart
from archivegen.storage.yaml_lines import YamlNode


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a question, in brackets behind a space, for the known word that is nearest to a word; "" where none is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.7)
    return f" (did you mean “{near[0]}”?)" if near else ""


def unknown_key(key: str, node: YamlNode, known: list[str], path: str) -> Problem:
    """Return the problem of a key that no field has, with the nearest that one has; an error where it may be meant to
    keep something from being seen.
    """
    wish = wish_of_entry(key, node)
    return Problem(
        path=path,
        line=node.line,
        field=key,
        level="error" if wish else "warning",
        code="unknown-field",
        message=f"“{key}” is no field of a record, and may be meant to {wish.meant}"
        if wish
        else f"“{key}”{did_you_mean(key, known)} is no field of a record"
        + (", and closes nothing" if may_be_about_access(key) else ""),
        fix=f"write “{wish.instead}”, or leave it out"
        if wish
        else "what stands there is not published; the fields are listed in docs/fields.md",
    )


def unknown_part(field: Field, part: str, node: YamlNode, known: tuple[str, ...], path: str) -> Problem:
    """Return the problem of something inside a value that values of this field do not have; an error where it may be
    meant to keep something from being seen.
    """
    if field.kind is AccessValue:
        return _unknown_part_of_access(field, part, node, ("status", *known), path)
    wish = wish_of_entry(part, node)
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        level="error" if wish else "warning",
        code="unknown-part",
        message=f"“{part}” is no part of “{field.name}”, and may be meant to {wish.meant}"
        if wish
        else f"“{part}”{did_you_mean(part, known)} is no part of “{field.name}” and is not published",
        fix=f"write “{wish.instead}” on a line of its own, or leave it out"
        if wish
        else f"leave it out; beside the value may stand {', '.join(known)}",
    )


def _unknown_part_of_access(
    field: Field, part: str, node: YamlNode, known: tuple[str, ...], path: str
) -> Problem:
    near = did_you_mean(part, known)
    wish = None if near else wish_of_entry(part, node)
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        code="unknown-part",
        message=f"“{part}”{near} is no part of “{field.name}”"
        + (f", and may be meant to {wish.meant}" if wish else ""),
        fix=f"write “{wish.instead}”, or leave it out" if wish else f"its parts are {', '.join(known)}",
    )


def faulty_part(field: Field, wrong: WrongPart, path: str, line: int) -> Problem:
    """Return the problem of a part that cannot say what it says."""
    return Problem(
        path=path,
        line=line,
        field=field.name,
        code="faulty-part",
        message=f"“{wrong.text}” cannot be the “{wrong.part}” of “{field.name}”",
        fix=wrong.fix,
    )


def too_many(field: Field, node: YamlNode, path: str) -> Problem:
    """Return the problem of several values for a field that has one."""
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        code="too-many-values",
        message=f"“{field.name}” has one value, and more are given",
        fix="keep one of them",
    )


def wrong_shape(field: Field, node: YamlNode, path: str) -> Problem:
    """Return the problem of an entry without a value."""
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        code="wrong-shape",
        message="“access” does not say here who may see the document"
        if field.kind is AccessValue
        else f"“{field.name}” has no “value” here",
        fix="write “access: restricted”, or a “status:” among its parts"
        if field.kind is AccessValue
        else "write the text itself, or a “value:” line",
    )


def unreadable_date(field: Field, text: str, node: YamlNode, path: str) -> Problem:
    """Return the problem of a text that is no date."""
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        level="warning",
        code="date-unreadable",
        message=f"“{text}” is not a date that can be read; it is shown as it is, and sorts as undated",
        fix="write it as 1957-05-22, 1957-05, 1957, 1957-05-06/1957-05-29 or 22 May 1957",
    )
