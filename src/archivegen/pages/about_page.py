"""The page about the archive: what it covers, what it does not know, and how its values were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from archivegen.pages.bars import height_of, peak_of
from archivegen.pages.home_page import span_in_words
from archivegen.pages.links import relative_link
from archivegen.pages.listing import Desk
from archivegen.pages.markdown import markdown_html
from archivegen.pages.parts import Link
from archivegen.pages.silences import Silence
from archivegen.pages.time_desk import TimeDesk, years_strip, years_ways
from archivegen.pages.time_parts import CountedLink, CountsGroup
from archivegen.pages.value_counts import STATUSES, count_values, field_counts, rule_counts, voice_counts
from archivegen.pages.views import AboutView

_LONGEST_GROUP = 12
# What is counted of the documents: the index, and the field where it is one of several that lead there.
_COUNTED = (
    ("kinds", "form"),
    ("archives", "repository"),
    ("languages", "original_language"),
    ("languages", "language"),
)


def about_view(time: TimeDesk, silences: tuple[Silence, ...]) -> AboutView:
    """Return what there is to know about the archive as a whole, silences included."""
    desk = time.desk
    shown = [document for document in desk.archive.documents if document.is_open]
    counts = count_values(document.record for document in shown)
    return AboutView(
        address="about/",
        title=desk.say("section.about"),
        trail=(desk.home_link(),),
        section="about",
        about=markdown_html(desk.archive.config.about, partial(relative_link, "about/")),
        facts=tuple(_facts(desk)),
        strip=years_strip(time),
        years=years_ways(time),
        groups=tuple(group for index, field in _COUNTED if (group := _group(desk, index, field))),
        silences=tuple(_silence(desk, silence, len(shown)) for silence in silences),
        closed=tuple(_closed(desk)),
        statuses=tuple(
            (desk.say(f"status_name.{status}"), counts.by_status[status], desk.say(f"status_help.{status}"))
            for status in STATUSES
        ),
        confirmed=desk.say("about.confirmed", count=counts.confirmed),
        voices=voice_counts(desk, counts),
        rules=rule_counts(desk, counts),
        fields=field_counts(desk, counts, len(shown)),
    )


def _facts(desk: Desk) -> Iterator[tuple[str, str]]:
    config, documents = desk.archive.config, desk.archive.documents
    extent = [desk.say("documents", count=len(documents)), span_in_words(desk)]
    yield desk.say("fact.extent"), ", ".join(part for part in extent if part)
    for setting in ("editor", "contact", "rights"):
        yield desk.say(f"fact.{setting}"), getattr(config, setting) or desk.say("not_stated")


def _group(desk: Desk, index: str, field: str) -> CountsGroup | None:
    """Return how many documents have each value of a field, the most frequent ones; None where none has any."""
    found: Counter[Link] = Counter()
    for entity in desk.archive.entities_in(index):
        ids = {mention.document_id for mention in entity.mentions if mention.field == field}
        if ids:
            found[Link(desk.name_of(entity), entity.address)] = len(ids)
    if not found:
        return None
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0].text))
    rows = ordered[:_LONGEST_GROUP]
    others = len(ordered) - len(rows)
    peak = peak_of(found.values())
    return CountsGroup(
        label=desk.say(f"field.{field}"),
        rows=tuple(CountedLink(link, count, height_of(count, peak)) for link, count in rows),
        others=Link(desk.say("about.others", count=others), f"{index}/") if others else None,
    )


def _silence(desk: Desk, silence: Silence, of: int) -> CountedLink:
    count = len(silence.documents)
    percent = round(100 * count / of)
    share = desk.say("about.share", percent=percent) if percent else desk.say("about.small_share")
    return CountedLink(
        Link(desk.say(f"without.{silence.name}"), silence.address), count, height_of(count, of), share
    )


def _closed(desk: Desk) -> Iterator[str]:
    """Yield how many documents are not open, as far as each of them has a page that says so."""
    counts = {
        "announced": sum(not document.is_open for document in desk.archive.documents),
        "closed": len(desk.archive.closed),
        "withdrawn": len(desk.archive.former.withdrawn),
    }
    for what, count in counts.items():
        if count:
            yield desk.say(f"not_open.{what}", count=count)
