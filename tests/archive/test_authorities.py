"""People, organisations and places: joined when the documents say so, and never on a guess."""

from archivegen.archive.authorities import gather_entities, resolve
from archivegen.archive.entities import Entity, by_every_key
from archivegen.records.agents import filed_name, is_enough_for_a_page, name_key, sort_name
from archivegen.records.body import Body
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.record import Record, Source
from archivegen.records.values import AgentValue, NameVariant, Value
from archivegen.storage.authority_files import Authority


def record(*values: tuple[str, Value]) -> Record:
    """Return a record with the given values."""
    fields: dict[str, tuple[Value, ...]] = {}
    for name, value in values:
        fields[name] = (*fields.get(name, ()), value)
    return Record(Source("a.txt", "", "plain_text", "utf-8", ()), fields, Body(), ())


def person(name: str, role: str | None = None) -> tuple[str, AgentValue]:
    return "participants", AgentValue(value=name, role=role, rule="label")


def people(*records: Record) -> dict[str, Entity]:
    entities = gather_entities({f"document-{n}": one for n, one in enumerate(records)})
    return {entity.name: entity for entity in entities if entity.index == "people"}


def test_one_name_in_two_documents_is_one_person():
    """Case, hyphens and spaces do not make two persons of one name."""
    found = people(record(person("Kim Il Sung")), record(person("Kim Il-sung")))
    assert [entity.document_ids for entity in found.values()] == [("document-0", "document-1")]


def test_a_bracket_joins_spellings_across_documents():
    """What an editor's bracket says in one document holds for the name in another."""
    variant = NameVariant(value="Heo Il-dong", variant="Ho Il Tong", rule="other_spelling")
    found = people(record(person("Heo Il-dong"), ("name_variants", variant)), record(person("Ho Il Tong")))
    assert len(found) == 1
    entity = next(iter(found.values()))
    assert set(entity.spellings) | {entity.name} == {"Heo Il-dong", "Ho Il Tong"}
    assert entity.document_ids == ("document-0", "document-1")


def test_surnames_alone_are_never_joined():
    """Two documents that name a Testov name two Testovs, neither of whom has a page."""
    entities = gather_entities({"one": record(person("Testov")), "two": record(person("Testov"))})
    named = [entity for entity in entities if entity.name == "Testov"]
    assert len(named) == 2
    assert not any(entity.has_page for entity in named)
    assert len({entity.address for entity in named}) == 2


def test_initials_and_full_names_are_not_joined():
    """A. Puzanov may be another man than A. M. Puzanov."""
    assert len(people(record(person("A. Puzanov"), person("A. M. Puzanov")))) == 2


def test_an_authority_file_always_wins():
    """It names, files and joins, also a surname alone, and keeps apart what a bracket would join."""
    variant = NameVariant(value="Heo Il-dong", variant="Ho Il Tong", rule="other_spelling")
    records = {
        "one": record(person("Testov"), person("Heo Il-dong"), ("name_variants", variant)),
        "two": record(person("A. M. Testov"), person("Ho Il Tong")),
    }
    authorities = (
        Authority(
            "people", "Anna Testov", "Testov, Anna", ("Testov", "A. M. Testov"), ("https://example.org/1",)
        ),
        Authority("people", "Heo Il-dong", keep_apart=("Ho Il Tong",)),
    )
    found = {entity.name: entity for entity in gather_entities(records, authorities)}
    assert found["Anna Testov"].document_ids == ("one", "two")
    assert found["Anna Testov"].has_page
    assert found["Anna Testov"].sort_name == "Testov, Anna"
    assert found["Heo Il-dong"].document_ids == ("one",)
    assert found["Ho Il Tong"].document_ids == ("two",)
    entities = by_every_key(tuple(found.values()))
    assert (
        resolve(entities, FIELD_BY_NAME["participants"], person("Testov")[1], "one") is found["Anna Testov"]
    )


def test_entries_join_in_any_order():
    """A name that one entry calls a spelling of its own is that one's, though it has an entry too."""
    records = {"one": record(person("Anna Testov"), person("A. Testov"), person("A. Testow"))}
    entries = (
        Authority("people", "A. Testov", variants=("A. Testow",)),
        Authority("people", "Anna Testov", variants=("A. Testov",)),
    )
    for authorities in (entries, entries[::-1]):
        assert [entity.name for entity in gather_entities(records, authorities)] == ["Anna Testov"]


def test_every_value_leads_somewhere():
    """Each value of a facet field resolves to the entity that lists its document."""
    values = (person("Testov"), person("Anna Lindqvist"), ("form", Value(value="letter", rule="label")))
    one = record(*values)
    entities = by_every_key(gather_entities({"one": one}))
    for name, value in values:
        entity = resolve(entities, FIELD_BY_NAME[name], value, "one")
        assert entity is not None
        assert "one" in entity.document_ids


def test_the_order_of_documents_does_not_matter():
    """Entities come out the same whatever the order of the documents."""
    one, two = record(person("Anna Lindqvist"), person("Li Wen")), record(person("Anna Lindqvist"))
    first, second = gather_entities({"a": one, "b": two}), gather_entities({"b": two, "a": one})
    assert [entity.address for entity in first] == [entity.address for entity in second]


def test_names_file_by_family():
    """East Asian and Vietnamese names stand family first without a comma; others are turned round."""
    assert filed_name("Đỗ Xuân Bách") == "Đỗ Xuân Bách"
    assert sort_name("Le Thi My Hanh") == "Le, Thi My Hanh"
    assert filed_name("Le Corbusier") == "Corbusier, Le"
    assert filed_name("Mai Britt") == "Britt, Mai"
    assert sort_name("Pak Geum-cheol") == "Pak, Geum-cheol"
    assert filed_name("Pak Geum-cheol") == "Pak Geum-cheol"
    assert filed_name("A. M. Puzanov") == "Puzanov, A. M."
    assert filed_name("Jeffrey Wang") == "Wang, Jeffrey"
    assert filed_name("Kim Philby") == "Philby, Kim"
    assert filed_name("Lee Harvey Oswald") == "Oswald, Lee Harvey"
    assert name_key("Choe Yŏng-gŏn") == name_key("Choe Yonggon") == "choe yonggon"
    assert name_key("Giebułtowski") == name_key("Giebultowski")
    assert name_key("Đỗ Mười") == name_key("Do Muoi")
    assert name_key("Chen Gang") != name_key("Cheng Ang")


def test_bodies_known_only_by_their_rank_have_no_page():
    """A Central Committee is somebody's; without saying whose it is nobody's page."""
    assert not is_enough_for_a_page("Central Committee", "body")
    assert not is_enough_for_a_page("Northeast Bureau", "body")
    assert is_enough_for_a_page("Soviet Embassy in the DPRK", "body")
