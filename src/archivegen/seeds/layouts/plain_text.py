"""Text without any known layout: what no other layout claims.

It is read as a transcript is: all of it is the body, but for a summary after its foot if it has both.
"""

from __future__ import annotations

from archivegen.seeds.decode import SourceText
from archivegen.seeds.layouts import transcript

NAME = "plain_text"


def score(source: SourceText) -> float:
    """Return a little more than nothing: this layout takes what no other claims."""
    return 0.1 if source.lines else 0.0


read = transcript.read
