"""Signs of fonts that have no letters: a code of such a font is a picture, and its meaning stands in a table here."""

from __future__ import annotations

# Where word processors put the codes of such fonts, so that they clash with no letters.
_PRIVATE, _PRIVATE_END = 0xF000, 0xF0FF
_GREEK = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)) | dict(
    zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)
)
_SYMBOL = _GREEK | {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼", 0xA0: "€",
    0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪",
    0xCC: "⊂", 0xCD: "⊆", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏",
    0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE2: "®", 0xE3: "©",
    0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★",
    0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def sign_of(code: int, font: str) -> str:
    """Return the sign that a code of a font shows, and the sign for what is not known where no table has it."""
    if not _PRIVATE <= code <= _PRIVATE_END and font.lower() not in _FONTS:
        return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else _UNKNOWN
    small = code & 0xFF
    if found := _FONTS.get(font.lower(), {}).get(small):
        return found
    # Below the pictures Symbol has the digits and stops of every font.
    is_plain = font.lower() not in _FONTS or font.lower() == "symbol"
    return chr(small) if is_plain and 0x20 <= small < 0x7F else _UNKNOWN


def with_signs(words: str, font: str) -> str:
    """Return words with the codes of such fonts as the signs that they show."""
    if words.isascii() or not any(_PRIVATE <= ord(letter) <= _PRIVATE_END for letter in words):
        return words
    return "".join(
        sign_of(ord(letter), font) if _PRIVATE <= ord(letter) <= _PRIVATE_END else letter for letter in words
    )


def bullet_of(text: str, font: str) -> str:
    """Return the bullet before an item as it is printed; an “o” of a typewriter font is a ring, an unknown one a dot."""
    bullet = with_signs(text, font).replace(_UNKNOWN, "•")
    return "◦" if bullet == "o" else bullet
