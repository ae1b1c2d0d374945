"""Moved addresses in the forms that hosts read, so that a redirect costs no page: Netlify, Apache, nginx."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from urllib.parse import quote, urlsplit

from archivegen.archive.former import Redirect

_NGINX_HELP = """\
# Include this file in the http block, and in the server block of the site:
#   if ($archivegen_moved) { return 301 $archivegen_moved; }
# Where nginx asks for it, set “map_hash_bucket_size 256;” in the http block too.
"""


def redirect_files(redirects: Sequence[Redirect], base_url: str) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield a file for each kind of host, with paths below the path of the site's address; none without redirects."""
    if not redirects:
        return
    base = quote(urlsplit(base_url).path, safe="/%~") if base_url else "/"
    pairs = [(base + redirect.address, base + redirect.target) for redirect in redirects]
    # With “!” the redirect comes before the page that stands there for hosts that know none of these files.
    yield "_redirects", partial(str, "".join(f"{old} {new} 301!\n" for old, new in pairs))
    rules = "".join(f'RedirectMatch 301 "^{re.escape(old)}(index\\.html)?$" "{new}"\n' for old, new in pairs)
    yield ".htaccess", partial(str, f"<IfModule mod_alias.c>\n{rules}</IfModule>\n")
    lines = "".join(f'  "{old}" "{new}";\n' for old, new in pairs)
    nginx = f'{_NGINX_HELP}map $uri $archivegen_moved {{\n  default "";\n{lines}}}\n'
    yield "redirects.nginx.conf", partial(str, nginx)
