"""The body that heading or title say a document is of, or comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.values import AgentValue, Value
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.ordinary_case import body_in_ordinary_case

# A body that sends a telegram, or makes a resolution.
_BODY = re.compile(
    r"\b(?:(?P<sent>(?:telegrams?|cables?|ciphertelegram|airgram|message|letter|note)(?:\s+(?:no\.?\s*)?\S*\d\S*)?\s+(?:received\s+|sent\s+)?from|(?:report|memorandum|note|letter|telegram|cable|information),|(?:information|(?:message|letter|appeal)(?=\s+of\s+the\s))\s+of)|(?P<reported>(?:report|memorandum|information)\s+from)|(?:resolution|decree|decision|order|directive)\s+(?:no\.\s*\S+\s+)?of)"
    r"\s+(?:the\s+)?(?P<body>[^,.;]+?)(?=\s+(?:(?:(?:sent\s+)?to|on|about|regarding|concerning)\s|for\s+(?:(?-i:[a-z])|comrade|mr|exercise|operation))|\s[\"“„«‘']|[,.;]|$)",
    re.IGNORECASE,
)
_SESSION = re.compile(r"^(?:\w+\s+){0,2}(?:meeting|session|plenum)\s+of\s+(?:the\s+)?", re.IGNORECASE)


def read_issuing_body(draft: Draft) -> Iterator[Found]:
    """Yield the body that heading or title say a resolution is of; or a telegram from, where no person signed it."""
    title = draft.first("title_in_document") or draft.first("title")
    for value in (title, draft.first("title")):
        if value is None or value.rule == "file_name_title":
            continue
        match = _BODY.search(value.value)
        if not match or not INSTITUTION.search(match["body"]) or _is_relative(match["body"]):
            continue
        if match["body"].rstrip().endswith(")"):
            return  # whoever heads it wrote, and is named in brackets
        creators = draft.values_of("creators", AgentValue)
        is_signed = any(agent.kind == "person" for agent in creators)
        author = _issuing_author(_SESSION.sub("", match["body"].strip()), value)
        # A report "from" a body is that of whoever signed it; and its own too where it is on the paper of an office.
        is_of_signer = match["sent"] or (match["reported"] and draft.first("issuing_body") is None)
        if (is_signed and is_of_signer) or any(agent.value == author.value for agent in creators):
            return
        is_named_twice = (
            _heads_paper(draft, author.value)
            if match["reported"]
            else _is_named_otherwise(draft.first("title"), match["body"].strip())
        )
        if is_signed and is_named_twice:
            return
        is_doubtful = is_signed and match["reported"] is not None
        yield Found("creators", replace(author, certainty="probable") if is_doubtful else author)
        return


def _is_relative(body: str) -> bool:
    """Say whether a body is told by its kind alone: "the Secretariat" is one only beside whose it is."""
    return INSTITUTION.fullmatch(body.strip()) is not None


def _heads_paper(draft: Draft, body: str) -> bool:
    """Say whether the letterhead names the same body in its own words, by its kind and seat: `Romanian Embassy in Sofia`,
    `Embassy of the Republic of Romania in Sofia`. Then it is told already, and who signed wrote the paper.
    """
    heads = draft.first("issuing_body")
    names = (body, heads.value if heads else "")
    kinds = [found.group().casefold() for name in names if (found := INSTITUTION.search(name))]
    seats = {name.rpartition(" in ")[2].casefold() for name in names}
    return len(kinds) == len(names) and len(set(kinds)) == len(seats) == 1


def _is_named_otherwise(title: Value | None, body: str) -> bool:
    """Say whether the catalogue's title names the body that resolved in other words than the document's heading."""
    match = _BODY.search(title.value) if title and title.by == "cataloguer" else None
    named = match["body"].strip().casefold() if match and not match["sent"] and not match["reported"] else ""
    return bool(named) and named != body.casefold()


def _issuing_author(wording: str, title: Value) -> AgentValue:
    body = body_in_ordinary_case(wording, "") if is_in_capitals(wording) else wording
    return AgentValue(
        value=body,
        as_written=wording if body != wording else None,
        kind="body",
        rule="document_heading",
        by=title.by,
        lines=title.lines,
    )
