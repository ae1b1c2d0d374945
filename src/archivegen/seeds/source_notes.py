"""The note in which editors say where they found a document, and which marks its paper has.

`1 Source: Department of State, Central Files, 823.245/3–455. Confidential; Priority. Drafted by Lind.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import Classification, LineRange, ReferenceCode, Value
from archivegen.seeds.draft import Found
from archivegen.seeds.markings import read_marks
from archivegen.seeds.prepared_by import read_clauses, without_clauses
from archivegen.seeds.reference import parts_of

_RULE = "source_note"
# A stop ends the reference unless it ends a shortened word or an initial.
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bvol)(?<!\bNo)(?<!\bpp)(?<!\bp)(?<!\bff)(?<!\bll)(?<!\bl)(?<!\bf)(?<!\bd)(?<!\bop)(?<!\bfol)(?<!\bet al)\.(?:\s+|$)(?=[^\W\d_a-z“\"(]|$)"
)
# "823.245/3–455", "Lot 61 D 214": how files of the Department of State are numbered.
_FILE = re.compile(r"(?<![\w.])\d{3}\w*\.[\w–-]*/\d[\w–-]*|\bLot\s\d+\s?[A-Z]\s?\d+")
_DIGIT = re.compile(r"\d")


def read_note_on_source(note: re.Match[str], line: int) -> Iterator[Found]:
    """Yield where the original is held, its reference, its marks and the summary that a note on the source gives."""
    here = (LineRange(line, line),)
    if note["summary"]:
        summary = Value(value=" ".join(note["summary"].split()), rule=_RULE, by="editor", lines=here)
        yield Found("summary", summary)
    source, clauses = without_clauses(note["source"])
    yield from read_clauses(clauses, here)
    reference, *rest = (part.strip() for part in _SENTENCE_END.split(source))
    name = reference.partition(",")[0].strip()
    has_name = bool(name) and not _DIGIT.search(name)
    if has_name:
        yield Found("repository", Value(value=name, rule=_RULE, status="derived", by="editor", lines=here))
    if _DIGIT.search(reference):
        parts = {"repository": name} if has_name else {}
        parts |= parts_of(reference)
        if file := _FILE.search(reference):
            parts["file"] = file.group()
        yield Found(
            "reference_code",
            ReferenceCode(value=reference, parts=tuple(parts.items()), rule=_RULE, by="editor", lines=here),
        )
    for words in rest[0].split(";") if rest else ():
        marks = read_marks(words.strip())
        for mark in marks.secrecy if not marks.rest else ():
            yield Found(
                "classification",
                Classification(value=mark.words, place="text", rule=_RULE, by="editor", lines=here),
            )
        for mark in marks.haste if not marks.rest else ():
            yield Found("urgency", Value(value=mark.words, rule=_RULE, by="editor", lines=here))
