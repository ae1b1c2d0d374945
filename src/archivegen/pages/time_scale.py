"""The scale of the timeline: where a year, or a month, lies across the drawing."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 30
_WIDTH = 960


@dataclass(frozen=True, slots=True)
class Scale:
    """From the first year to that behind the last; `size` years have a bar together, and each month one where it `has_months`."""

    first: int
    end: int
    size: int
    has_months: bool

    @property
    def width(self) -> int:
        """The width of the whole drawing."""
        return _WIDTH + 2 * MARGIN

    def at(self, year: int, month: int = 1) -> float:
        """Return where a month, or a year, begins; years before and behind the scale lie at its ends."""
        passed = (year - self.first + (month - 1) / 12) / (self.end - self.first)
        return MARGIN + _WIDTH * min(max(passed, 0.0), 1.0)


def rounded(number: float) -> str:
    """Return a coordinate with as few figures as it needs."""
    return f"{round(number, 1):g}"
