"""The authority files without the names and spellings that closed documents alone use: no page of a person may show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from archivegen.archive.names_standing import NameForm, forms_of, forms_standing_in, plain_text
from archivegen.records.agents import name_key
from archivegen.records.record import Record
from archivegen.records.redacted import texts_of
from archivegen.storage.authority_files import Authority


def authorities_to_show(
    authorities: tuple[Authority, ...],
    shown: Sequence[Record],
    unseen: Sequence[Record],
    keys_shown: AbstractSet[str],
) -> tuple[Authority, ...]:
    """Return the entries as pages may have them, where some records are shown, as they are here, and others remain unseen.

    A spelling that stands in closed documents, and in nothing that is shown, is left out. Where it is the preferred name,
    an entry has the first of its other spellings that is shown instead, and nothing that would tell of whom it speaks.
    Documents that were rejected are unseen as well, and what is wrong with them may be what should close them. Names with
    one of the `keys_shown` are on the site already, whatever document is closed.
    """
    spellings = {
        name: frozenset(forms_of(name, is_person=entry.index == "people"))
        for entry in authorities
        for name in _names_of(entry)
        if name_key(name) not in keys_shown
    }
    hidden = _hidden(spellings, unseen, [text for record in shown for text in record.texts])
    if not hidden:
        return authorities
    without = (_without(entry, hidden) for entry in authorities)
    return tuple(entry for entry in without if entry)


def _hidden(
    spellings: dict[str, frozenset[NameForm]], unseen: Iterable[Record], shown: Sequence[Record]
) -> set[str]:
    """Return the spellings of which closed documents have a form that nothing shown has, nor the spelling itself."""
    forms = frozenset().union(*spellings.values())
    in_closed = forms_standing_in(forms, map(_source_and_fields, unseen), with_endings=True)
    concerned = {name: own for name, own in spellings.items() if own & in_closed}
    left = frozenset().union(*concerned.values())
    # What the fields of open documents have is soon found; their texts are long.
    in_shown = forms_standing_in(left, (plain_text(_described(record)) for record in shown))
    in_shown |= forms_standing_in(left - in_shown, (plain_text([_text(record)]) for record in shown))
    return {
        name
        for name, own in concerned.items()
        if own & in_closed - in_shown and not any(not form.is_shortened for form in own & in_shown)
    }


def _names_of(entry: Authority) -> tuple[str, ...]:
    return (entry.name, *entry.variants, *([entry.sort_name] if entry.sort_name else ()))


def _without(entry: Authority, hidden: set[str]) -> Authority | None:
    variants = tuple(spelling for spelling in entry.variants if spelling not in hidden)
    sort_name = None if entry.sort_name in hidden else entry.sort_name
    if entry.name not in hidden:
        return replace(entry, variants=variants, sort_name=sort_name)
    if not variants:
        return None
    return Authority(entry.index, variants[0], variants=variants[1:], keep_apart=entry.keep_apart)


def _source_and_fields(record: Record) -> str:
    return plain_text([*_described(record), _text(record), "\n".join(record.source.text_lines)])


def _described(record: Record) -> Iterator[str]:
    for values in record.fields.values():
        for value in values:
            yield from texts_of(value).values()


def _text(record: Record) -> str:
    return "\n".join(block.text for block in record.body.blocks)
