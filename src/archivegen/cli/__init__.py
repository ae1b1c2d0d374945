"""The command line: the only folder that prints, asks, exits, or reads the clock."""

from __future__ import annotations

import signal
import sys

import click

from archivegen import __version__
from archivegen.cli.ids import ids_group
from archivegen.cli.interruption import terminate
from archivegen.cli.looking import check_command, inspect_command
from archivegen.cli.making import build_command, init_command, publish_command
from archivegen.cli.previewing import serve_command
from archivegen.cli.sheet import sheet_group
from archivegen.reading_room.bounds import collect_rarely


class _InOrder(click.Group):
    """Commands as they come one after the other in the life of an archive."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="archivegen")
def main() -> None:
    """Turn a folder of historical documents into a searchable, citable website that needs no server.

    Begin with “archivegen init my-archive”. SOURCE is the archive's folder, the one with archive.yml in it; where none
    is named, it is the folder you are in.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    collect_rarely()
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, terminate)


for _command in (
    init_command, build_command, serve_command, publish_command, check_command, inspect_command, sheet_group, ids_group,
):  # fmt: skip
    main.add_command(_command)
