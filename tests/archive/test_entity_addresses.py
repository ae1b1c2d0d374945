"""The addresses of people and places: kept through merging, dividing, and neighbours that come and go."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.archive.test_authorities import person, record
from tests.test_cli import run

from archivegen.archive.authorities import gather_entities
from archivegen.archive.entities import Entity
from archivegen.archive.entity_addresses import entries_to_record, former_entities
from archivegen.records.values import NameVariant, Value
from archivegen.seeds.normalise import read_document
from archivegen.storage.authority_files import Authority
from archivegen.storage.ledger import EntityEntry, Ledger, ledger_text
from archivegen.storage.ledger_lines import with_check
from archivegen.storage.ledger_reading import read_ledger

DAY, LATER = "2026-01-02", "2026-03-01"
IL_SUNG, IR_SEN = "people/kim-il-sung/", "people/kim-ir-sen/"
ONE = (Authority("people", "Kim Il Sung", variants=("Kim Ir Sen",)),)
SHKODER, RESPELT = "places/shkoder/", [("Shkodra", "Shkodër")]
DOCUMENTS = Path(__file__).parents[1] / "cases" / "documents"
RECORDED = (EntityEntry(IL_SUNG, "Kim Il Sung", DAY), EntityEntry(IR_SEN, "Kim Ir Sen", DAY))


def people(
    *names: str, recorded: tuple[EntityEntry, ...] = (), authorities: tuple[Authority, ...] = ()
) -> tuple[Entity, ...]:
    """Return the entities of an archive with a document for each name."""
    records = {f"document-{number}": record(person(name)) for number, name in enumerate(names)}
    return gather_entities(records, authorities, recorded)


def published(
    entities: tuple[Entity, ...], recorded: tuple[EntityEntry, ...], day: str = LATER
) -> tuple[EntityEntry, ...]:
    """Return what is recorded after a publication."""
    ledger = Ledger(entities=recorded).with_entries((), entries_to_record(entities, recorded, day))
    assert read_ledger(ledger_text(ledger)) == ledger
    return ledger.entities


def respelt(
    pairs: list[tuple[str, str]], names: list[str], recorded: tuple[EntityEntry, ...] = ()
) -> tuple[Entity, ...]:
    """Return the entities of an archive with a document for each pair of a bracket, and one for each name."""
    brackets = [
        ("place_name_variants", NameVariant(value=name, variant=variant, rule="other_spelling"))
        for name, variant in pairs
    ]
    places = [("places_mentioned", Value(value=name, rule="label")) for name in names]
    records = {f"document-{number}": record(each) for number, each in enumerate((*brackets, *places))}
    return gather_entities(records, (), recorded)


def addresses(entities: tuple[Entity, ...]) -> list[str]:
    return [entity.address for entity in entities]


def test_numbered_addresses_stay_when_neighbours_come_and_go():
    """Three names make one slug: each keeps its number, whoever leaves, and no number is given twice."""
    first = people("Öde Marsh", "Ode Marsh 朝", "Ode Marsh 鲜")
    recorded = published(first, (), DAY)
    address_by_name = {entity.name: entity.address for entity in first}
    assert set(address_by_name.values()) == {f"people/ode-marsh{end}/" for end in ("", "-2", "-3")}
    fewer = people("Ode Marsh 鲜", "Ode Marsh 国", recorded=recorded)
    for entity in fewer:
        expected = address_by_name.get(entity.name)
        assert entity.address == expected or (
            expected is None and entity.address not in address_by_name.values()
        )


def test_two_that_become_one_keep_the_address_of_the_preferred_name():
    """The other leads there, and is recorded as moved."""
    merged = people("Kim Il Sung", "Kim Ir Sen", recorded=RECORDED, authorities=ONE)
    assert addresses(merged) == [IL_SUNG]
    assert former_entities(merged, RECORDED).moved_to == {IR_SEN: IL_SUNG}
    assert published(merged, RECORDED) == (RECORDED[0], replace(RECORDED[1], moved_to=IL_SUNG))


def test_where_the_preferred_name_was_never_recorded_the_oldest_address_stays():
    """Two spellings were published, and now an authority file prefers a third."""
    third = (Authority("people", "Kim Il-sŏng", variants=("Kim Ir Sen", "Kim Il Sung")),)
    older = (replace(RECORDED[0], first_published=LATER), RECORDED[1])
    merged = people("Kim Il Sung", "Kim Ir Sen", recorded=older, authorities=third)
    assert addresses(merged) == [IR_SEN]
    assert merged[0].name == "Kim Il-sŏng"


def test_one_that_becomes_two_again_gets_its_own_address_back():
    """No redirect stands where somebody is named."""
    moved = (RECORDED[0], replace(RECORDED[1], moved_to=IL_SUNG))
    divided = people("Kim Il Sung", "Kim Ir Sen", recorded=moved)
    assert sorted(addresses(divided)) == [IL_SUNG, IR_SEN]
    assert former_entities(divided, moved).moved_to == {}
    assert published(divided, moved) == RECORDED


def test_whoever_is_called_by_the_moved_name_alone_is_where_the_move_led():
    """Only the spelling that moved is left in the documents, with the authority file or without it."""
    moved = (RECORDED[0], replace(RECORDED[1], moved_to=IL_SUNG))
    assert addresses(people("Kim Ir Sen", recorded=moved)) == [IL_SUNG]
    assert addresses(people("Kim Ir Sen", recorded=moved, authorities=ONE)) == [IL_SUNG]


def test_whom_no_document_names_any_more_keeps_a_page():
    """The address is neither lost nor given to another."""
    left = people("Anna Lindqvist", recorded=RECORDED)
    assert former_entities(left, RECORDED).silent == RECORDED
    assert published(left, RECORDED)[1:] == RECORDED


def test_nobody_is_recorded_who_has_no_page():
    """A surname alone identifies nobody; kinds and years are not recorded."""
    assert entries_to_record(people("Testov"), (), DAY) == ()


NAMES = st.lists(
    st.sampled_from(["Ode Marsh", "Öde Marsh", "Ode Marsh 朝", "Ode Marsh 鲜", "Ode Marsh 国", "Ann Lind"]),
    unique=True,
)


@given(NAMES, NAMES, NAMES)
def test_a_recorded_address_is_never_another_persons(first: list[str], second: list[str], third: list[str]):
    """Whoever is named in whichever year, an address that was published for a name is nobody else's."""
    recorded: tuple[EntityEntry, ...] = ()
    keeper: dict[str, str] = {}
    for names in (first, second, third):
        entities = people(*names, recorded=recorded)
        assert len(set(addresses(entities))) == len(entities)
        for entity in entities:
            assert keeper.setdefault(entity.address, entity.key) == entity.key
        recorded = published(entities, recorded)


def test_a_name_that_is_not_the_one_others_were_joined_to_keeps_its_address():
    """The bracket joins to the name before it; the name within it is the more frequent one, and the entity's."""
    entities = respelt(RESPELT, ["Shkodra", "Shkodër", "Shkodër"])
    assert addresses(entities) == [SHKODER]
    recorded = published(entities, (), DAY)
    again = respelt(RESPELT, ["Shkodra", "Shkodër", "Shkodër"], recorded)
    assert addresses(again) == [SHKODER]
    assert published(again, recorded) == recorded


def test_addresses_that_were_recorded_over_and_over_lead_to_the_first():
    """An older program recorded the same name under new numbers, some of them on one day."""
    recorded = tuple(EntityEntry(f"places/shkoder{end}/", "Shkodër", DAY) for end in ("", "-2", "-3"))
    entities = respelt(RESPELT, ["Shkodër", "Shkodër"], recorded)
    assert addresses(entities) == [SHKODER]
    moves = {entry.address: entry.moved_to for entry in published(entities, recorded)}
    assert moves == {SHKODER: "", "places/shkoder-2/": SHKODER, "places/shkoder-3/": SHKODER}


PLACE = st.sampled_from(["Shkodra", "Shkodër", "Shkodrë", "Cheongjin", "Ch’ŏngjin"])
PLACES = st.lists(PLACE, max_size=9)
PAIRS = st.lists(st.tuples(PLACE, PLACE), max_size=4)


@given(PAIRS, PLACES)
@example([("Shkodra", "Shkodrë"), ("Shkodër", "Shkodrë")], ["Shkodër", "Shkodrë"])
@example([("Shkodrë", "Shkodër"), ("Shkodra", "Shkodrë"), ("Shkodrë", "Shkodra")], ["Shkodra", "Shkodër"])
def test_what_is_published_unchanged_records_nothing(pairs: list[tuple[str, str]], names: list[str]):
    """Whatever the brackets join, and whichever spelling is the most frequent."""
    recorded = published(respelt(pairs, names), (), DAY)
    assert entries_to_record(respelt(pairs, names, recorded), recorded, LATER) == ()


def test_the_documents_with_respellings_published_unchanged_record_nothing():
    """Each by itself, and all as one archive."""
    records = {path.stem: read_document(path.read_bytes(), path.name) for path in DOCUMENTS.glob("*.txt")}
    respellings = {"name_variants", "place_name_variants"}
    alone = [{name: each} for name, each in sorted(records.items()) if respellings & each.fields.keys()]
    assert len(alone) > 10
    for archive in (*alone, records):
        recorded = published(gather_entities(archive), (), DAY)
        assert entries_to_record(gather_entities(archive, (), recorded), recorded, LATER) == ()


def test_an_unchanged_archive_published_twice_has_one_address_for_a_place(tmp_path: Path):
    """The bracket stands in one letter, and the spelling within it more often."""
    letter = "Letter from Ann Lee to Bob Roy\n\nShkodër, {} May 1962\n\nDear Bob,\n\nThe pier is mended.\n\nAnn Lee\n"
    travelled = "We travelled to Shkodra [Shkodër] and spoke there of ships. She lives in Shkodër."
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    for day in (1, 2, 3):
        (tmp_path / "seeds" / f"{day}.txt").write_text(letter.format(day), "utf-8")
    last = letter.format(9).replace("The pier is mended.", travelled)
    (tmp_path / "seeds" / "9.txt").write_text(last, "utf-8")
    assert run("publish", tmp_path, "--yes", "--accept").exit_code == 0
    ledger = (tmp_path / "permalinks.yml").read_text("utf-8")
    assert f'"{SHKODER}"' in ledger
    assert run("publish", tmp_path, "--yes", "--accept").exit_code == 0
    assert (tmp_path / "permalinks.yml").read_text("utf-8") == ledger


def test_merged_and_silent_people_on_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """From publication to publication: an authority file joins two, and a third is no longer named."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    root = tmp_path / "archive"
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    for number, name in enumerate(("Kim Il Sung", "Kim Ir Sen", "Anna Lindqvist")):
        (root / "seeds" / f"{number}.txt").write_text(f"The pier was closed on day {number}.\n", "utf-8")
        (root / "seeds" / f"{number}.yml").write_text(f"title: Note {number}\ncreators: [{name}]\n", "utf-8")
    assert run("publish", root, "--yes").exit_code == 0
    (root / "people.yml").write_text("Kim Il Sung:\n  variants: [Kim Ir Sen]\n", "utf-8")
    (root / "seeds" / "2.yml").write_text("title: Note 2\ncreators: [Zoe Marsh]\n", "utf-8")
    published_again = run("publish", root, "--yes", "--accept")
    assert published_again.exit_code == 0, published_again.stderr
    site = root / "build"
    assert 'content="0; url=../kim-il-sung/"' in (site / IR_SEN / "index.html").read_text("utf-8")
    silent = (site / "people/anna-lindqvist/index.html").read_text("utf-8")
    assert "No document in this archive names it now." in silent
    assert '<a href="../">People</a>' in silent
    assert "noindex" in silent
    assert "Lindqvist" not in (site / "people/index.html").read_text("utf-8")
    ledger = (root / "permalinks.yml").read_text("utf-8")
    moved = (
        f'- {{address: "{IR_SEN}", name: "Kim Ir Sen", first_published: "2023-11-14", moved_to: "{IL_SUNG}"}}'
    )
    assert with_check(moved) in ledger
