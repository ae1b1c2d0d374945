"""The colours of an archive as a style sheet: the tokens that it gives, in the layer in which the theme has its own."""

from __future__ import annotations

from archivegen.settings.colours import SCHEMES, Colours, tokens_of

_ASKED = {"light": "not (prefers-color-scheme: dark)", "dark": "(prefers-color-scheme: dark)"}


def colour_sheet(colours: Colours) -> str:
    """Return the style sheet of an archive's own colours; "" where it has none. Each scheme is asked for, so that a colour that
    is given for one alone is not taken for the other.
    """
    rules = "".join(
        f"  @media {_ASKED[scheme]} {{\n    :root {{\n{_lines(tokens)}    }}\n  }}\n"
        for scheme in SCHEMES
        if (tokens := tokens_of(colours, scheme))
    )
    return f"\n@layer tokens {{\n{rules}}}\n" if rules else ""


def _lines(tokens: dict[str, str]) -> str:
    return "".join(f"      --{name}: {value};\n" for name, value in tokens.items())
