"""How a document addresses somebody: the line that names the addressee, and the words that greet him."""

from __future__ import annotations

import re

_SALUTATION = re.compile(
    r"^\s*(?:(?:My|Very|Highly|Most)\s+)?(?:Dear|Esteemed|Respected|Honou?red|Honou?rable|Monsieur|Madame|Sehr geehrte[rs]?|Liebe[rs]?|"
    r"Cher|Chère|Уважаемый|Уважаемая|Дорогой|Дорогая|Αγαπητέ|Αγαπητή|Αξιότιμε|Αξιότιμη|Estimado|Querid[oa]|Senhor|Kedves|Szanowny|Szanowna|Stimate|Excellency|(?:Most )?Excellent|"
    r"Your Excellency)\b(?P<name>.{0,80}?)\s*[:,!]\s*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^\s*(?:\[To\]:?|To|TO|À|An)\s+(?=(?:(?:the|THE|dem|den|die|das)\s+|l['’])?[^\W\d_a-zß-ÿ])(?!.*\.\s*$)",
    re.DOTALL,
)
# A mark in brackets behind the words of greeting: “Dear Comrade Testov! (Secret)”.
_MARK_BEHIND = re.compile(r"(?<!\s)\s*\([^\W\d_][\w ]{3,20}\)\s*$")
_ADDRESSED_AT_FOOT = re.compile(
    r"^\s*(?:Shri|Smt\.|Mrs?\.?|Miss|Sir|Dr\.?|H\.\s?E\.|His Excellency|The Hon(?:ou?rable|\.)|Monsieur|M\.|Señor|Senhor)\s+[^\W\d_a-z](?:.*,\s*|[^,]+,[^,]+,[^,]+)$"
)
_LONGEST_ADDRESS = 160


def salutation_of(text: str) -> str | None:
    """Return whom a line greets, which may be empty, or None where it greets nobody."""
    match = _SALUTATION.match(_MARK_BEHIND.sub("", text) if ")" in text else text)
    return match["name"].strip() if match else None


def is_address(text: str) -> bool:
    """Say whether a line or a block names the addressee."""
    return len(text) < _LONGEST_ADDRESS and (bool(_ADDRESS.match(text)) or salutation_of(text) is not None)


def is_address_at_foot(line: str) -> bool:
    """Say whether a line below the signature begins an address: `Shri B. Rangan,` above his office and place."""
    return _ADDRESSED_AT_FOOT.match(line) is not None
