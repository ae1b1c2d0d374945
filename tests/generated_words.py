"""Made-up words as often as words are in real texts: by the law of Zipf and Mandelbrot, the first in nearly every document."""

from itertools import accumulate
from random import Random

COUNT = 20_000
_FLATTENED = 2.7
_SYLLABLES = (
    "al an ar as ba be bo ca co da de di do el en er fa fi fo ga ge go ha he hi im in ka ko la le li lo ma me mi mo na ne ni no "
    "or os pa pe po ra re ri ro sa se si so ta te ti to un ur va ve vi wa we ya yo za zo"
).split()


class Words:
    """So many made-up words, the most common first."""

    def __init__(self, count: int = COUNT) -> None:
        chance = Random(1919)  # noqa: S311  # made-up words, not secrets
        found: dict[str, None] = {}
        while len(found) < count:
            # Common words are short.
            syllables = chance.choice((1, 2) if len(found) < 60 else (2, 3, 3, 4))
            found["".join(chance.choices(_SYLLABLES, k=syllables))] = None
        self.all = tuple(found)
        self._weights = list(accumulate(1 / (rank + _FLATTENED) for rank in range(1, count + 1)))

    def some(self, chance: Random, count: int) -> list[str]:
        """Return so many words of a text."""
        return chance.choices(self.all, cum_weights=self._weights, k=count)
