"""Names that may be one: offered for a reason, found without comparing all with all, and never joined by themselves."""

import random
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from archivegen.archive.authorities import gather_entities
from archivegen.archive.likely_pairs import REASONS, likely_pairs
from archivegen.archive.names_in_use import NameInUse, Spelling, names_in_use
from archivegen.archive.suggestions import suggestions
from archivegen.records.agents import is_enough_for_a_page, name_key
from archivegen.records.body import Body
from archivegen.records.record import Record, Source
from archivegen.records.values import AgentValue, LineRange, NameVariant, Value
from archivegen.storage.authority_files import Authority, read_authorities
from archivegen.storage.authority_text import authority_lines

TABLE = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "likely_pairs.yml").read_text("utf-8"),
)
# Words that resemble each other in every way there is.
WORDS = [
    "A.",
    "M.",
    "Anna",
    "Ana",
    "Maria",
    "Testov",
    "Testow",
    "Karlov",
    "Heo",
    "Ho",
    "Il-dong",
    "Il",
    "Tong",
]
NAMES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), max_size=14)


def named(text: str, index: str = "people") -> NameInUse:
    is_whole = index == "places" or is_enough_for_a_page(text, "person" if index == "people" else "body")
    return NameInUse(index, name_key(text), (Spelling(text, ("one",), ("creators",), 1),), is_whole)


def distinct(names: list[str], index: str = "people") -> list[NameInUse]:
    return list({name_key(name): named(name, index) for name in names}.values())


def agent(name: str, *lines: int, kind: str = "person") -> AgentValue:
    return AgentValue(
        value=name, rule="label", kind=kind, lines=tuple(LineRange(line, line) for line in lines)
    )


def record(**fields: tuple[Value, ...]) -> Record:
    return Record(Source("a.txt", "", "plain_text", "utf-8", ()), fields, Body(), ())


@pytest.mark.parametrize("case", TABLE, ids=lambda case: " | ".join(case["names"]))
def test_pairs(case: dict[str, Any]):
    """Of the names of an archive those are offered that the table says, for these reasons."""
    found = likely_pairs([named(name, case.get("index", "people")) for name in case["names"]])
    wanted = {frozenset(pair[:2]): tuple(pair[2:]) for pair in case["pairs"]}
    assert {frozenset((pair.first.text, pair.second.text)): pair.reasons for pair in found.pairs} == wanted
    assert found.crowded == ()
    assert all(reason in REASONS for pair in found.pairs for reason in pair.reasons)


@settings(max_examples=300, deadline=None)
@given(NAMES, st.randoms(use_true_random=False))
def test_the_order_of_names_does_not_matter(texts: list[str], chance: random.Random):
    """The same names in any order give the same pairs, each once, and no name is a pair with itself."""
    names = distinct(texts)
    found = likely_pairs(names)
    shuffled = chance.sample(names, len(names))
    assert likely_pairs(shuffled) == found
    pairs = [frozenset((pair.first.key, pair.second.key)) for pair in found.pairs]
    assert len(set(pairs)) == len(pairs)
    assert all(len(pair) == 2 for pair in pairs)


@settings(max_examples=300, deadline=None)
@given(NAMES)
def test_what_resembles_does_so_whoever_else_is_there(texts: list[str]):
    """For all reasons but “the only one”, two names are a pair in company when they are one alone."""
    names = distinct(texts)
    together = likely_pairs(names)
    crowded = {(name.key, reason) for name, reason in together.crowded}
    offered = {
        (pair.first.key, pair.second.key, reason) for pair in together.pairs for reason in pair.reasons
    }
    for one in names:
        for other in names:
            for pair in likely_pairs([one, other]).pairs if one is not other else ():
                for reason in {"initials", "sound", "letter"}.intersection(pair.reasons):
                    is_crowded = {(pair.first.key, reason), (pair.second.key, reason)} & crowded
                    assert (pair.first.key, pair.second.key, reason) in offered or is_crowded


def test_one_index_is_not_compared_with_another():
    """A person and a place of one name are no pair."""
    found = likely_pairs([named("Anna Testov"), named("Anna Testow", "places")])
    assert found.pairs == ()


def test_a_name_that_fits_too_many_is_not_offered():
    """It is told of instead; those it fits are compared among themselves."""
    first_names = ["Ada", "Aino", "Alma", "Anita", "Astrid", "Augusta", "Agnes", "Alba", "Amina"]
    found = likely_pairs(distinct(["A. Testov", *(f"{name} Testov" for name in first_names)]))
    assert [(name.text, reason) for name, reason in found.crowded] == [("A. Testov", "initials")]
    assert "A. Testov" not in {
        name.text for pair in found.pairs for name in (pair.first, pair.second) if "initials" in pair.reasons
    }


def test_names_kept_apart_are_not_offered():
    """What an authority file says are two is not asked again."""
    names = [named("A. M. Testov"), named("Anna Testov")]
    apart = Authority("people", "Anna Testov", keep_apart=("A. M. Testov",))
    assert likely_pairs(names).pairs
    assert likely_pairs(names, (apart,)).pairs == ()


def test_every_spelling_is_counted_where_it_stands():
    """Documents are counted once, lines each; joined spellings stand under one name, surnames alone under one heading."""
    variant = NameVariant(value="Heo Il-dong", variant="Ho Il Tong", rule="other_spelling")
    first = record(
        creators=(agent("Heo Il-dong", 3),),
        people_mentioned=(agent("Heo Il-dong", 7, 9), agent("Testov", 8)),
        name_variants=(variant,),
    )
    second = record(participants=(agent("Testov", 2),), form=(Value(value="letter", rule="label"),))
    heo, testov = names_in_use(gather_entities({"a": first, "b": second}))
    assert heo.spellings == (
        Spelling("Heo Il-dong", ("a",), ("creators", "people_mentioned"), 3),
        Spelling("Ho Il Tong"),
    )
    assert (testov.text, testov.documents, testov.mentions, testov.is_whole) == (
        "Testov",
        ("a", "b"),
        2,
        False,
    )


def test_the_entries_offered_join_the_pairs():
    """Pasted, they are read without a problem, join what they say, and leave nothing to offer."""
    variant = NameVariant(value="Heo Il-dong", variant="Ho Il Tong", rule="other_spelling")
    records = {
        "a": record(creators=(agent("A. M. Testov"),), people_mentioned=(agent("Testov"),)),
        "b": record(creators=(agent("Anna Maria Testov"), agent("Ho Il Tong")), name_variants=(variant,)),
        "c": record(participants=(agent("Anna Testov"), agent("Ho Iltong"), agent("Heo Il-donk"))),
    }
    known = (Authority("people", "Anna Maria Testov", sort_name="Testov, Anna", variants=("Anne: Testov",)),)
    for _ in range(3):
        names = names_in_use(gather_entities(records, known))
        offered = suggestions(likely_pairs(names, known).pairs, known)
        text = "\n".join(line for offer in offered for line in authority_lines(offer.entry, offer.remarks))
        reading = read_authorities(text, "people.yml")
        assert reading.problems == ()
        pasted = {entry.name: entry for entry in reading.authorities}
        known = tuple({**{entry.name: entry for entry in known}, **pasted}.values())
    assert {entity.name for entity in gather_entities(records, known)} == {"Anna Maria Testov", "Ho Il Tong"}
    (anna,) = (entry for entry in known if entry.name == "Anna Maria Testov")
    assert anna.sort_name == "Testov, Anna"
    assert "Anne: Testov" in anna.variants


def test_twenty_thousand_names_take_no_time():
    """Names are compared within blocks that share a key: the time is that of reading the names."""
    chance = random.Random(7)  # noqa: S311 -- names, not secrets
    syllables = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]
    words = ["".join(chance.choices(syllables, k=3)).capitalize() for _ in range(3000)]
    texts = [f"{chance.choice(words[:200])} {chance.choice(words)}" for _ in range(16000)]
    texts += [f"{chance.choice('ABCDEFGH')}. {chance.choice(words)}" for _ in range(4000)]
    names = distinct(texts + words)
    started = time.process_time()
    likely_pairs(names)
    assert time.process_time() - started < 2


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=20)
)
def test_any_name_can_stand_in_an_entry(text: str):
    """Whatever signs a name has, YAML gives it back as it was."""
    entry = Authority("people", f"A {text}", variants=(text, "A. Testov"))
    lines = "\n".join(authority_lines(entry, {"A. Testov": "the given names fit"}))
    reading = read_authorities(lines, "people.yml")
    assert reading.problems == ()
    assert reading.authorities == (entry,)
