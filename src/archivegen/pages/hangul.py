"""The nouns inside Korean compounds: “embassy” in “Soviet-embassy-at”. The indexer divides no Korean, and finds how words begin
but not how they go on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_RUN = re.compile(r"[가-힣]{3,}")
_SHORTEST = 2
# So much of what a run ends with: who asks for a word finds what begins with it, and the whole of every ending would be as many
# letters as the square of the run’s.
_LONGEST = 16
_FIRST_SYLLABLE, _FINALS = ord("가"), 28
_FINAL_L = 8
# Particles, by whether they follow a consonant, a vowel, or either.
_AFTER_CONSONANT = frozenset(
    "은 을 이 과 으로 이나 이라 이며 이란 이여 으로서 으로써 으로부터 이라도 이라고".split()
)
_AFTER_VOWEL = frozenset("는 를 가 와 로 나 라 며 란 여 로서 로써 로부터 라도 라고".split())
_AFTER_EITHER = frozenset(
    """에 에서 에게 에게서 께 께서 한테 의 도 만 까지 부터 보다 처럼 같이 마다 조차 마저 밖에 뿐 들 하고 에는 에도
    에만 에서는 에서도 에서의 에게는 와의 과의 로의 으로의 만의 까지의 부터의""".split()
)
# That of direction follows l as it does a vowel.
_AFTER_L = frozenset("로 로서 로써 로부터".split())
_PARTICLES = _AFTER_EITHER | _AFTER_CONSONANT | _AFTER_VOWEL
_LONGEST_PARTICLE = 4
_MOST_PARTICLES = 3


def nouns_inside(words: str) -> Iterator[str]:
    """Yield what each run of three syllables or more ends with, two syllables at least, with its particle and without; what
    editors put into brackets belongs to its word.
    """
    # Most texts have none, and looking for one letter is quick.
    if words.isascii():
        return
    whole = unicodedata.normalize("NFC", words).replace("[", "").replace("]", "")
    for match in _RUN.finditer(whole):
        run = match.group()
        yield from _endings(run, 1)
        for bare in _without_particles(run):
            yield from _endings(bare, 0)


def _endings(run: str, first: int) -> Iterator[str]:
    for start in range(first, len(run) - _SHORTEST + 1):
        ending = run[start : start + _LONGEST]
        if ending not in _PARTICLES:
            yield ending


def _without_particles(run: str) -> Iterator[str]:
    """Yield a run without its particle, and without the one or two before that, as long as a noun is left."""
    bare = _without_particle(run)
    for _ in range(_MOST_PARTICLES):
        if not bare:
            return
        yield bare
        bare = _without_particle(bare)


def _without_particle(run: str) -> str:
    """Return a run without its particle, "" where it has none or nothing else."""
    for length in range(min(_LONGEST_PARTICLE, len(run) - _SHORTEST), 0, -1):
        bare, ending = run[:-length], run[-length:]
        if _is_particle(ending, bare[-1]):
            return bare
    return ""


def _is_particle(ending: str, before: str) -> bool:
    final = (ord(before) - _FIRST_SYLLABLE) % _FINALS
    if ending in _AFTER_EITHER or (final == _FINAL_L and ending in _AFTER_L):
        return True
    return ending in (_AFTER_CONSONANT if final else _AFTER_VOWEL)
