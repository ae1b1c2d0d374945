"""Values as YAML text that gives exactly them when it is read again."""

from __future__ import annotations

import json
import re

# JSON leaves these as they are; YAML takes some for ends of lines, which it folds, and refuses the others.
_NOT_AS_THEY_ARE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def as_yaml(value: object) -> str:
    """Return a text, or a list or mapping of such, in the flow style of YAML, in quotation marks.

    Raises:
        TypeError: it holds something that JSON has no words for.

    """
    return _NOT_AS_THEY_ARE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))
