"""The values of a record: what the source says beside what it means.

Every value keeps the source's own wording, the lines it stands on, whose voice it is, whether it was stated,
derived by a named rule or supplied by the archivist, and how sure the reading is.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal, NamedTuple, get_args

Status = Literal["stated", "derived", "supplied"]
Voice = Literal["source", "editor", "cataloguer", "archivist", "program"]
# What happened on a day, by the types that design and pages know.
DATE_TYPES = (
    "created", "entry", "sent", "received", "signed", "letterhead", "printed", "period_covered", "event", "published", "registered",
)  # fmt: skip
CopyType = Literal["this_copy", "total", "distribution"]
Certainty = Literal["certain", "probable", "uncertain"]
ACCESS = ("open", "draft", "restricted", "embargoed")
VERSION_KINDS = ("original", "transcription", "translation", "scan")
# From the surest to the least sure.
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


class LineRange(NamedTuple):
    """Lines of a file, counted from 1, both ends included."""

    first: int
    last: int


Lines = tuple[LineRange, ...]


class Confirmation(NamedTuple):
    """Who checked a value, and on which day (ISO 8601)."""

    by: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of one field.

    `value` is the normalised form; `as_written` the source's wording where it differs in any letter; `rule` the
    name of the rule in `rules.py` that read it. `file` is the one that `lines` are of, such as a file of corrections;
    None means the document itself. `confirmed` says that an archivist checked it.
    """

    value: str
    rule: str
    as_written: str | None = None
    status: Status = "stated"
    by: Voice = "source"
    lines: Lines = ()
    file: str | None = None
    certainty: Certainty = "certain"
    confirmed: Confirmation | None = None

    def as_json(self) -> dict[str, object]:
        """Return the value with all its parts, empty ones left out; lines as `[first, last]` pairs."""
        parts: dict[str, object] = {}
        for part in fields(self):
            content = getattr(self, part.name)
            if part.name == "lines":
                content = [list(line_range) for line_range in content]
            elif isinstance(content, Confirmation):
                content = content._asdict()
            elif isinstance(content, tuple):
                content = dict(content)
            if content not in (None, "", {}, False):
                parts[part.name] = content
        return parts


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue(Value):
    """A date; `value` is EDTF (Library of Congress, 2019) and `type` says what happened then.

    The principal date is the one the document is listed under; a record has one at most.
    """

    type: str
    principal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentValue(Value):
    """A person or a body in a role; `value` is the name, `office` the post the text gives with it.

    `in_brackets` marks a name that only the editors' brackets supply.
    """

    kind: Literal["person", "body"] = "person"
    role: str | None = None
    office: str | None = None
    in_brackets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NameVariant(Value):
    """Another spelling of a whole name, as the editors give it in brackets: `value` is also spelt `variant`."""

    variant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceCode(Value):
    """An archival reference (ISAD(G) 3.1.1), whole in `value`, and in `parts` where its form is known."""

    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification(Value):
    """A security marking and where on the paper it stands: letterhead, stamp, title or text."""

    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration(Value):
    """One registration event: a number given by an office on a day, with the marking it put on the paper."""

    kind: str
    date: str | None = None
    office: str | None = None
    marking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyValue(Value):
    """A fact about the copies: this copy's number, how many there are, or where one of them went."""

    type: CopyType
    copy: str | None = None
    disposition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier(Value):
    """A number or code by which somebody's catalogue knows the document."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessValue(Value):
    """Who may see the document (ISAD(G) 3.4.1); `value` is one of `ACCESS`.

    `until` is the last day of an embargo (ISO 8601), `reason` why it is closed; `announce` says that its title, date and
    place in the archive may be shown while the text is closed.
    """

    until: str | None = None
    reason: str | None = None
    announce: bool = False

    def is_open_on(self, day: str) -> bool:
        """Say whether the document may be seen on a day (ISO 8601); where the day is not known an embargo holds."""
        return self.value == "open" or (
            self.value == "embargoed" and self.until is not None and self.until < day
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Value):
    """A version of the document: a translation, transcription or scan in a language.

    One that is joined to the document has an `anchor`, with which the anchors of its passages begin, and in `states` what
    is said of this version alone, by the names of fields; `digest` is that of a file that readers are offered.
    """

    kind: str
    language: str | None = None
    anchor: str = ""
    digest: str = ""
    states: tuple[tuple[str, str], ...] = ()
