"""Which documents belong together, why, and in which order; and nothing of what may not be seen."""

from collections import UserList
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from tests.archive.test_permalinks import record

from archivegen.archive.archive import Archive, assemble
from archivegen.archive.orders import orders_of
from archivegen.archive.permalinks import Addresses
from archivegen.archive.relations import Relation, relations_in
from archivegen.config import Config
from archivegen.records.record import Record
from archivegen.records.values import AccessValue, AgentValue, DateValue, ReferenceCode, Value

ADA, JONAS, MARTA = "Ada Brik", "Jonas Lindt", "Marta Silva"


def paper(number: int, title: str = "", date: str = "1961-03-04", **fields: object) -> Record:
    """Return a record; names are participants, `about` people spoken of, `file` and `leaves` parts of its reference."""
    made = record(title or f"Paper {number}", date, f"seeds/{number}.txt")
    named = [
        AgentValue(value=name, rule="label", role="participant") for name in fields.pop("participants", ())
    ]
    about = [AgentValue(value=name, rule="label") for name in fields.pop("about", ())]
    values = {
        **made.fields,
        "participants": tuple(named),
        "people_mentioned": tuple(about),
        **{
            name: (Value(value=str(value), rule="supplied"),)
            for name, value in fields.items()
            if name != "file"
        },
    }
    if file := fields.get("file"):
        parts = {"repository": "Harbour Museum", "fond": "5", "delo": str(file[0]), "leaves": file[1]}
        values["reference_code"] = (
            ReferenceCode(
                value=f"Harbour Museum, f. 5, d. {file[0]}, l. {file[1]}",
                rule="label",
                parts=tuple(parts.items()),
            ),
        )
    return replace(made, fields={name: value for name, value in values.items() if value})


def archive(records: Sequence[Record], day: str = "2026-01-01") -> Archive:
    ids = {each.source.path: each.source.path[6:-4] for each in records}
    return assemble(Config(), records, Addresses(ids, frozenset()), day=day)


def related(records: Sequence[Record], number: int = 0) -> list[Relation]:
    whole = archive(records)
    document = next(each for each in whole.documents if each.id == str(number))
    return list(relations_in(whole).of(document))


def told(records: Sequence[Record], number: int = 0) -> dict[str, list[str]]:
    """Return the documents that belong with one, in their order, with the kinds of their reasons."""
    return {each.document_id: [reason.kind for reason in each.reasons] for each in related(records, number)}


class Watched(UserList[Any]):
    """A row of documents that notes each one that is looked at."""

    def __init__(self, row: Sequence[object], looking: list[object]) -> None:
        super().__init__(row)
        self.looking = looking

    def __getitem__(self, place: Any) -> Any:
        found = self.data[place]
        self.looking.extend(found if isinstance(place, slice) else [found])
        return found


def test_reasons_and_their_order():
    """What the archivist names comes first, then the meeting, the paper, the file, the series, the people."""
    records = [
        paper(
            0,
            "Tides for 4 March 1961",
            participants=[ADA, JONAS],
            part_of="Tides",
            file=(3, "10"),
            related="7",
        ),
        paper(1, participants=[ADA, JONAS, MARTA]),
        paper(2, date="1950", part_of="tides"),
        paper(3, date="1951", file=(3, "12-14")),
        paper(4, "Tides for 5 June 1940", date="1940-06-05"),
        paper(5, "Tides of the north for 5 June 1940", date="1940-06-05", about=[ADA]),
        paper(6, date="1961-03-20", about=[ADA, JONAS]),
        paper(7, date="1930"),
    ]
    assert told(records) == {
        "7": ["related"],
        "1": ["meeting", "people"],
        "2": ["part_of"],
        "3": ["file"],
        "6": ["people"],
    }


def test_a_series_has_one_title_but_for_the_date():
    """A title of one or two words is no series."""
    first, second = "Journal of Ada Brik for 4 March 1961", "Journal of Ada Brik, 2 May 1950"
    assert told([paper(0, first), paper(1, second, "1950-05-02")]) == {"1": ["title"]}
    assert told([paper(0, "Journal of 4 March 1961"), paper(1, "Journal, 2 May 1950", "1950-05-02")]) == {}


def test_a_meeting_is_one_by_its_day_and_two_of_its_participants():
    """The day of the meeting counts, not that of the paper; one participant may meet two people in a day."""
    met = (DateValue(value="1961-03-01", type="event", rule="label"),)
    later = paper(1, date="1961-03-09", participants=[ADA, JONAS])
    later = replace(later, fields={**later.fields, "dates": (*later.fields["dates"], *met)})
    assert told([paper(0, date="1961-03-01", participants=[ADA, JONAS]), later])["1"][0] == "meeting"
    assert told([paper(0, participants=[ADA, JONAS]), paper(1, participants=[ADA, MARTA])]) == {}


def test_the_same_people_within_a_month():
    """Two of them at least, with whole names; how much later the other is, and whom they have in common."""
    records = [
        paper(0, about=[ADA, JONAS, "Brom", "Okafor"]),
        paper(1, date="1961-03-25", about=[ADA, JONAS]),
        paper(2, date="1961-04-25", about=[ADA, JONAS]),
        paper(3, about=["Brom", "Okafor", ADA]),
        paper(4, date="1961", about=[ADA, JONAS]),
    ]
    (relation,) = related(records)
    assert (relation.document_id, relation.days_later) == ("1", 21)
    assert sorted(relation.reasons[0].people) == [ADA, JONAS]
    assert related(records, 1)[0].days_later == -21


def test_there_are_at_most_eight_and_the_nearest():
    """Of a long file those beside the document."""
    records = [paper(number, date=f"19{number + 10}", file=(3, str(number))) for number in range(40)]
    assert list(told(records, 20)) == ["19", "21", "18", "22", "17", "23", "16", "24"]


def test_a_file_is_in_the_order_of_its_leaves():
    """Leaves are numbers; those before and after are told, in files and series alone that have others."""
    records = [
        paper(0, date="1963", file=(3, "9")),
        paper(1, date="1961", file=(3, "10-12")),
        paper(2, date="1962", file=(3, "2")),
        paper(3, file=(30, "1"), collections="Tides"),
    ]
    orders = orders_of(archive(records).documents)
    (place,) = orders.places("0", ("file", "collection"))
    assert (place.kind, place.earlier, place.later) == ("file", "2", "1")
    assert orders.places("3", ("file", "collection")) == ()


def test_a_file_is_all_of_a_reference_but_its_leaves():
    """Files of two countries may have one number; words for leaves are no part of the file."""

    def kept(value: str, leaves: str) -> Record:
        parts = (("repository", "AMZV"), ("box", "2"), ("file", "11"), ("leaves", leaves))
        code = ReferenceCode(value=value, rule="label", parts=parts)
        made = paper(len(value))
        return replace(made, fields={**made.fields, "reference_code": (code,)})

    first = kept("AMZV, Guinea, box 2, file 11, pp. 3 - 4", "3-4")
    second = kept("AMZV, Guinea, box 2, file 11, 12", "12")
    other = kept("AMZV, Chile, box 2, file 11, p. 3", "3")
    assert told([first, second, other], 39) == {"32": ["file"]}


def test_a_box_alone_is_no_file():
    """Nor is a reference that names no archive: numbers are counted in each anew."""

    def kept(*parts: tuple[str, str]) -> list[Record]:
        codes = {"reference_code": (ReferenceCode(value="A", rule="label", parts=parts),)}
        return [replace(one := paper(number), fields={**one.fields, **codes}) for number in range(2)]

    assert told(kept(("repository", "A"), ("box", "4"))) == {}
    assert told(kept(("fond", "5"), ("delo", "4"))) == {}
    assert told(kept(("repository", "A"), ("delo", "4"))) == {"1": ["file"]}


def test_nothing_is_told_of_closed_documents():
    """Of an announced one what is announced: its reference, if a catalogue says it, and never whom it names."""

    def closed(*, announce: bool) -> list[Record]:
        access = AccessValue(
            value="restricted", rule="supplied", status="supplied", by="archivist", announce=announce
        )
        one = paper(1, participants=[ADA, JONAS], part_of="Tides", file=(3, "2"))
        fields = {
            name: tuple(replace(value, by="archivist") for value in values)
            for name, values in one.fields.items()
        }
        return [paper(0, participants=[ADA, JONAS], part_of="Tides", file=(3, "1"), related="1"),
                replace(one, fields={**fields, "access": (access,)})]  # fmt: skip

    assert told(closed(announce=True)) == {"1": ["related", "file"]}
    assert told(closed(announce=True), 1) == {"0": ["file"]}
    assert told(closed(announce=False)) == {}


def test_covered_names_are_nobodys():
    """Two documents with covered names have not the same people."""
    hidden = ["[redacted] Brik", "Jonas [redacted]"]
    assert told([paper(0, about=hidden), paper(1, about=hidden)]) == {}


def test_an_archive_of_one_days_papers_costs_no_more():
    """Many documents of one day, with the same people, in one file: each looks at a few alone, and at the nearest."""
    chance = Random(7)  # noqa: S311  # made-up documents, not secrets
    names = [f"Person Name{chr(65 + n % 26)}{chr(97 + n // 26)}" for n in range(60)]
    records = [
        paper(number, file=(3, str(number)), participants=[*names[:3], *chance.sample(names[3:], 4)])
        for number in range(1000)
    ]
    whole = archive(records)
    relations = relations_in(whole)
    looking: list[object] = []
    watched = replace(
        relations,
        meetings={key: Watched(row, looking) for key, row in relations.meetings.items()},
        dated={person: Watched(row, looking) for person, row in relations.dated.items()},
    )
    for document in whole.documents:
        looking.clear()
        assert len(watched.of(document)) == 8
        # Seven people are in two rows each, of which no more than 32 and the steps that find them are looked at.
        assert len(looking) <= 7 * 2 * (32 + 10)


def test_of_the_papers_of_one_meeting_those_beside_a_document_are_the_nearest():
    """Also where they are many: not those with which the day begins."""
    records = [paper(number, f"Paper {number:03}", participants=[ADA, JONAS]) for number in range(100)]
    assert list(told(records, 20)) == ["19", "21", "18", "22", "17", "23", "16", "24"]
    assert list(told(records, 60)) == ["59", "61", "58", "62", "57", "63", "56", "64"]
