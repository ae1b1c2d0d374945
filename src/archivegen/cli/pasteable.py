"""Commands that a message names, made so that they can be pasted: for the archive that the present command was given."""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import replace
from pathlib import Path

import click

from archivegen.problems import Problem
from archivegen.seeds.beside import SIDECAR_TYPES

# Where a message puts a command: first, in quotation marks, behind a colon. A folder may be called “archivegen build”.
_NAMED = re.compile(r"(?:\A|(?<=“)|(?<=: ))archivegen ((?:ids |sheet )?[a-z]+)(?![\w/\\])")
# What says which archive is meant, wherever a command takes it.
_PLACES = ("source", "output", "ledger", "base_url")


def pasteable(text: str) -> str:
    """Return a text whose commands name the archive, the site and the ledger that the present command was given."""
    context = click.get_current_context(silent=True)
    return _NAMED.sub(lambda named: named[0] + _given(named[1], context), text) if context else text


def with_commands(problem: Problem) -> Problem:
    """Return a problem whose way out can be pasted; what is to be inspected is the document that it is about."""
    fix = pasteable(problem.fix)
    if "archivegen inspect" in fix:
        fix = fix.replace("archivegen inspect", f"archivegen inspect {_document(problem.path)}")
    return replace(problem, fix=fix)


def quoted(word: object) -> str:
    """Return a path or another word as a shell of this system takes it, and not as an option."""
    text = os.path.join(".", str(word)) if str(word).startswith("-") else str(word)  # noqa: PTH118 - a Path drops the dot
    if os.name == "nt":
        return f'"{text}"' if re.search(r"[\s&()^;,]", text) else text
    return shlex.quote(text)


def _given(name: str, context: click.Context) -> str:
    """Return what a command must be given to be about the same archive, with a space before it."""
    command: click.Command | None = context.find_root().command
    for part in name.split():
        command = command.commands.get(part) if isinstance(command, click.Group) else None
    words = []
    for parameter in command.params if command else ():
        value = context.params.get(parameter.name or "")
        if parameter.name in _PLACES and value not in (None, Path()):
            option = [parameter.opts[0]] if isinstance(parameter, click.Option) else []
            words.extend([*option, quoted(value)])
    return "".join(f" {word}" for word in words)


def _document(path: str) -> str:
    """Return the file of the document that a problem is about: itself, or the only one beside its sidecar."""
    context = click.get_current_context(silent=True)
    file = Path((context.params.get("source") if context else None) or "", path)
    if file.suffix in SIDECAR_TYPES:
        beside = [each for each in file.parent.glob("*") if each.stem == file.stem and each != file]
        return quoted(beside[0]) if len(beside) == 1 else "FILE"
    return quoted(file) if file.is_file() else "FILE"
