"""What long work tells of itself while it goes on; whoever wants to show it watches."""

from __future__ import annotations


class Watch:
    """Is told which step begins, of how many things it is where they are counted, and when one of them is done.

    This one keeps all to itself.
    """

    def begin(self, step: str, count: int = 0) -> None:
        """Hear that a step begins, and with it that the last one has ended."""

    def advance(self) -> None:
        """Hear that one more of the things that were counted is done."""

    def note(self, what: str, count: int) -> None:
        """Hear a figure that tells how the work was done, such as how many files were read."""
