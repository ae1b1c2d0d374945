"""Initials of given names, and given names shortened as initials are: `A.`, `Yu.`, `Wm.`."""

from __future__ import annotations

import re

from archivegen.seeds.alphabet import UPPER

INITIAL_LETTER = rf"(?:Wm|Alex|Fred|Ed|Richd|Sam|Chas|Geo|Jas|Jno|Thos|Robt|Edw|Benj|Saml|Danl|Fredk|Jos|Theo|Shch|YU|YA|ZH|KH|TS|SH|CH|Yu|Ya|Ye|Yo|Zh|Kh|Ts|Ch|Sh|Th|Ph|[GLN][hyj]|Sz|Zs|Cs|D[jz]|I[ua]|[{UPPER}])\."
INITIALS = rf"(?:{INITIAL_LETTER}[ ]?-?){{1,3}}"
INITIAL = re.compile(rf"^(?:{INITIAL_LETTER})+$")
