"""The colours of an archive: what it gives, whether text can be read in them, and what follows from them.

Contrast is that of the Web Content Accessibility Guidelines 2.2 (relative luminance, contrast ratio).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archivegen.problems import Problem
from archivegen.settings.faults import setting_fault, unknown_keys
from archivegen.storage.yaml_lines import YamlNode

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# What static/css/tokens.css has where an archive gives nothing.
THEME: dict[Scheme, dict[str, str]] = {
    "light": {"accent": "#7c2216", "paper": "#fbf8f1", "ink": "#211c16"},
    "dark": {"accent": "#eba98c", "paper": "#1c1814", "ink": "#ebe1cf"},
}
NAMES = ("accent", "paper", "ink", "accent_dark", "paper_dark", "ink_dark")
# The least contrast with the paper: of running text, and of the small headings, dates and links that have the accent.
LEAST_CONTRAST = {"ink": 7.0, "accent": 4.5}
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
# How much ink is in what lies between paper and ink; softer text has less of it only as far as it can be read.
_DEEPER_PAPER, _RULE = 4, 18
_SOFT_INK = (75, 80, 85, 90, 95, 100)


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours that an archive gives, by their names, each as `#rrggbb` with the line on which it is given."""

    given: tuple[tuple[str, str, int], ...] = ()

    def of(self, scheme: Scheme) -> dict[str, tuple[str, int]]:
        """Return what is given for one of the two schemes, by the names of the light one."""
        return {
            name.removesuffix("_dark"): (value, line)
            for name, value, line in self.given
            if name.endswith("_dark") == (scheme == "dark")
        }


def read_colours(node: YamlNode, path: str, problems: list[Problem]) -> Colours:
    """Return the colours that a mapping gives; what is none is added to the problems."""
    entries = node.entries
    if entries is None:
        fix = f'write “colours: {{accent: "#7c2216"}}”; the colours are {", ".join(NAMES)}'
        problems.append(
            setting_fault(path, node.line, "colours", "these are no colours with their names", fix)
        )
        return Colours()
    problems.extend(unknown_keys(entries, NAMES, "colours", path))
    given = []
    for name, entry in entries.items():
        if name not in NAMES:
            continue
        if entry.text and _HEX.fullmatch(entry.text):
            given.append((name, _in_full(entry.text), entry.line))
        else:
            problems.append(_no_colour(name, entry, path))
    return Colours(tuple(given))


def _no_colour(name: str, entry: YamlNode, path: str) -> Problem:
    fix = f'write it as {name}: "#7c2216", in quotation marks, for what stands behind a bare # is a comment'
    message = f"“{entry.text}” is no colour" if entry.text else f"“{name}” is given no colour"
    return setting_fault(path, entry.line, "colours", message, fix)


def _in_full(colour: str) -> str:
    digits = colour[1:].lower()
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(paper: str, ink: str, percent: int) -> str:
    """Return a colour between two, with so many parts in a hundred of the second."""
    mixed = [
        (one * (100 - percent) + other * percent + 50) // 100
        for one, other in zip(_parts(paper), _parts(ink), strict=True)
    ]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def poor_contrasts(colours: Colours, path: str) -> Iterator[Problem]:
    """Yield a warning for each pair of colours in which text is hard to read, one of which the archive gives."""
    for scheme in SCHEMES:
        given = colours.of(scheme)
        values = THEME[scheme] | {name: value for name, (value, _) in given.items()}
        for name, least in LEAST_CONTRAST.items():
            line = max((given[each][1] for each in (name, "paper") if each in given), default=0)
            ratio = contrast(values[name], values["paper"])
            if line and ratio < least:
                # Rounded down, so that no measure looks as if it were enough.
                yield setting_fault(
                    path,
                    line,
                    "colours",
                    f"in the {scheme} scheme the {name} {values[name]} has a contrast of {int(ratio * 10) / 10}:1 with the "
                    f"paper {values['paper']}",
                    f"take two that have {least:g}:1 at least, or many cannot read what is written in it",
                    level="warning",
                )


def tokens_of(colours: Colours, scheme: Scheme) -> dict[str, str]:
    """Return the tokens of the style sheet that are otherwise in a scheme: what is given, and what lies between paper and ink."""
    given = {name: value for name, (value, _) in colours.of(scheme).items()}
    tokens = {"accent": given["accent"]} if "accent" in given else {}
    if not given.keys() & {"paper", "ink"}:
        return tokens
    values = THEME[scheme] | given
    paper, ink = values["paper"], values["ink"]
    soft = (_mixed(paper, ink, percent) for percent in _SOFT_INK)
    return {
        "paper": paper,
        "paper-deep": _mixed(paper, ink, _DEEPER_PAPER),
        "ink": ink,
        "ink-soft": next((each for each in soft if contrast(each, paper) >= LEAST_CONTRAST["ink"]), ink),
        "rule": _mixed(paper, ink, _RULE),
        **tokens,
    }
