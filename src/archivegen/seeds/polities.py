"""States, provinces and towns above the name of an office of theirs."""

from __future__ import annotations

import re

# A state, province or town, whose office stands on the next line.
_POLITY = re.compile(
    r"^\s*(?:(?:THE|[\w’'-]*(?:AN|CH|ESE|ISH|IC|ED|S|AL)|NEW|FREE|GRAND)\s+){0,5}(?:REPUBLICS?|KINGDOM|EMPIRE|STATES?|FEDERATION|COMMONWEALTH|PRINCIPALITY|DUCHY|DOMINION|COLONY|"
    r"PROTECTORATE|TERRITORY|CONFEDERATION|PROVINCE|CANTON|MUNICIPALITY|CITY|TOWN|COUNTY|DISTRICT|GOVERNORATE|PREFECTURE|VOIVODESHIP|PARISH|GOVERNMENT|UNION|NATIONS)"
    r"(?:\s+OF\s+[^\d.:;]{3,50})?\s*$|"
    # In other languages the word for the state comes first.
    r"^\s*(?:REP[ÚU]BLICA|R[ÉE]PUBLIQUE|REPUBBLICA|REPUBLIK|REPUBLIKA|REINO|ROYAUME|REGNO|IMP[ÉE]RIO|ESTADOS?|[ÉE]TATS?|KÖNIGREICH|РЕСПУБЛИКА)\b[^\d.:;]{0,50}$"
)


def names_polity(text: str) -> bool:
    """Say whether a line in capitals is the name of a state, a province or a town, and nothing else."""
    return _POLITY.match(text) is not None
