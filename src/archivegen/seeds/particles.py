"""The small words that belong to a name: `de la Cruz`, `Ó Dálaigh`, `d'Almeida`."""

from __future__ import annotations

PARTICLES = frozenset(
    "de du da do dos das di del della der den van von zu la le bin ibn al el ter ten Ó ó y af av ap".split()
)
# Those joined to the word behind them; "Chargé d'Affaires" is no name.
JOINED = r"(?:d['’](?!Affaires|Etat|État)|al-|el-|ad-|an-|ar-|as-|at-|az-|ash-)"
# What may stand before a word of a name, as a pattern.
PARTICLE = rf"(?:(?:{'|'.join(sorted(PARTICLES))}) ){{0,2}}{JOINED}?"
