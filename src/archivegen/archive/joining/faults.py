"""What can be wrong between files that are said to be versions of one document."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable

from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.records.values import Value


def target_missing(record: Record, known: Iterable[str], *, is_there: bool) -> Problem:
    """Return the problem with a version of a document that is not there, or that was rejected itself.

    A hint is looked for among those of the `known` paths that have the name of the file, or lie in its folder: to compare
    it with all takes a fifth of a second in a large archive.
    """
    of = record.version.of
    folders = {posixpath.dirname(of), posixpath.dirname(record.version.path)}
    like = [
        path
        for path in known
        if posixpath.basename(path) == posixpath.basename(of) or posixpath.dirname(path) in folders
    ]
    near = difflib.get_close_matches(of, sorted(like), n=1, cutoff=0.7)
    hint = f"did you mean “{near[0]}”? " if near else ""
    what = "cannot be published itself" if is_there else "is not there"
    return _problem(
        record,
        "version-of-nothing",
        f"this is said to be a version of “{of}”, which {what}",
        "mend what is reported of that file"
        if is_there
        else f"{hint}give the path or the id of a document of this archive",
    )


def of_itself(record: Record) -> Problem:
    """Return the problem with a file that is said to be a version of itself."""
    return _problem(
        record,
        "version-of-itself",
        "this is said to be a version of itself",
        "take “version_of” out, or name the other file",
    )


def of_a_version(record: Record, between: str, root: str) -> Problem:
    """Return the problem with a version of something that is a version itself, in the end of the document `root`; "" where
    there is no end.
    """
    if not root:
        return _problem(
            record,
            "versions-in-a-circle",
            f"this is said to be a version of {between}, which is in the end said to be a version of this",
            "take “version_of” out of the file of corrections of the original",
        )
    return _problem(
        record,
        "version-of-a-version",
        f"this is said to be a version of {between}, which is a version of {root}",
        f"write “version_of: {root}”",
    )


def kind_unknown(record: Record, principal: str) -> Problem:
    """Return the problem with a version of which it cannot be told what kind of version it is."""
    return _problem(
        record,
        "version-kind-unknown",
        f"this is a version of {principal} in the same language, and which kind of version is not said",
        "write “version: transcription” or “version: scan”; if it is a translation, give its “language:”",
        field="version",
    )


def told_apart_by_nothing(record: Record, other: str, kind: str, language: str) -> Problem:
    """Return the problem with a second version of one kind and language that no name tells from the first."""
    what = f"{kind} into" if kind == "translation" else f"{kind} in"
    return _problem(
        record,
        "versions-alike",
        f"this and {other} are both a {what} “{language}” of one document, and nobody is named who made either",
        f"give “contributors:” with a name and “role: {'translator' if kind == 'translation' else 'transcriber'}” in the file of "
        "corrections of both",
    )


def kept_back(path: str, cause: str) -> Problem:
    """Return the problem with a version of a document that is not published for what is wrong in the file of another one."""
    return Problem(
        path=path,
        field="version",
        code="version-kept-back",
        message=f"this is a version of a document that is not published for what is reported of {cause}",
        fix="mend that, and this is published as well",
    )


def redacted_elsewhere(record: Record, line: int | None, other: Record) -> Problem:
    """Return the problem with words that are redacted in one version and stand in another."""
    return Problem(
        path=record.source.path,
        line=line,
        field="redact",
        code="redacted-in-other-version",
        message=f"words that are redacted in {other.source.path}, another version of this document, stand here",
        fix="redact them here as well",
    )


def principal_closed(record: Record, principal: str) -> Problem:
    """Return a warning of a version that is not said to be closed, of a document that is."""
    return _problem(
        record,
        "version-of-closed",
        f"this is a version of {principal}, which is closed, and is not published either",
        "write “access: restricted” here as well; or, if this text is open, open its document",
        level="warning",
        field="access",
    )


def id_not_used(record: Record, principal: str) -> Problem:
    """Return a warning of an id that is supplied for a version, which has the address of its document."""
    said = record.said_id
    where = f"in the {said.column}, " if said.column else ""
    return Problem(
        path=said.path or record.source.path,
        line=said.line,
        field="id",
        level="warning",
        code="version-with-id",
        message=f"{where}the id “{record.supplied_id}” is not used: this is a version of {principal} and stands at its address",
        fix="take “id” out, or give it to the document",
    )


def version_lost(principal: str, version: str) -> Problem:
    """Return the problem with a document that was published with a version that cannot be published again."""
    return Problem(
        path=principal,
        field="versions",
        code="published-version-rejected",
        message=f"this document was published with {version} as one of its versions, and that file cannot be read now",
        fix="mend what is reported of that file; without it, its paragraphs would be lost",
    )


def contradicting(record: Record, value: Value, field: str, said: str, standing: str) -> Problem:
    """Return a notice of a value of a version, in words, that says something else than its document."""
    return Problem(
        path=value.file or record.source.path,
        line=value.lines[0].first if value.lines else None,
        field=field,
        level="notice",
        code="contradiction",
        message=f"as “{field}”, this version says “{said}” and its document “{standing}”; the record is listed under the latter",
        fix=f"if the former is right, write it as “{field}” into the file of corrections of the document",
    )


def _problem(
    record: Record, code: str, message: str, fix: str, *, level: str = "error", field: str = "version_of"
) -> Problem:
    said = record.version
    return Problem(
        path=said.path or record.source.path,
        line=said.line,
        level=level,  # type: ignore[arg-type]
        field=field,
        code=code,
        message=f"in the {said.column}, {message}" if said.column else message,
        fix=fix,
    )
