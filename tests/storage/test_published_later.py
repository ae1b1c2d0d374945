"""The companion with its large parts left for later: the same records, and no fault is passed over where it matters."""

import copy
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage.test_published import RECORD, TEXTS, WHOLE, WITHDRAWN
from tests.test_access import archive, run

from archivegen.problems import Refusal
from archivegen.records.fields import FIELDS
from archivegen.storage.published import (
    PublishedPassage,
    PublishedRecord,
    PublishedVersion,
    check_of,
    check_part,
    published_text,
)
from archivegen.storage.published_later import LaterPassages, LaterValues
from archivegen.storage.published_reading import read_published

NAMED = replace(RECORD, id="named", named=("people/anna-lind/",))
ALL = replace(
    NAMED,
    id="x-all",
    version_anchors=({"file": "a.de.txt", "kind": "translation", "language": "de", "anchor": "de"},),
)
BARE = PublishedRecord("bare", "", "")


def later(text: str) -> tuple[PublishedRecord, ...]:
    return read_published(text, is_all_needed=False)


def test_what_is_left_for_later_is_the_same_when_it_is_read():
    """Whichever parts a line has; written again, it is the same line."""
    records = (
        BARE,
        RECORD,
        WITHDRAWN,
        NAMED,
        ALL,
        replace(ALL, id="y", passages=()),
        replace(ALL, id="z", values={}, named=()),
    )
    text = published_text(records)
    read = later(text)
    assert isinstance(read[0].values, dict | LaterValues)
    assert {type(each.passages) for each in read} == {tuple, LaterPassages}
    assert read == later(text)
    assert read == read_published(text)
    assert read_published(text) == read
    assert published_text(read) == text
    assert published_text(copy.deepcopy(later(text))) == text


@given(
    st.builds(
        PublishedRecord,
        id=TEXTS.filter(bool),
        title=TEXTS,
        citation=TEXTS,
        versions=st.lists(TEXTS, max_size=2).map(
            lambda said: (PublishedVersion("2026-01-01", "0" * 12, tuple(said)),)
        ),
        values=st.dictionaries(
            TEXTS, st.lists(st.fixed_dictionaries({"value": TEXTS}), min_size=1).map(tuple)
        ),
        passages=st.sampled_from([(), (PublishedPassage("p-0a1b2c", "1", "0011"),)]),
        named=st.lists(TEXTS.map(lambda text: f', "values": {{{text}, "named": [')).map(tuple),
    )
)
def test_no_words_are_taken_for_the_beginning_of_a_part(record: PublishedRecord):
    """Quotation marks in words are written with a stroke before them."""
    text = published_text((record,))
    assert published_text(later(text)) == text


def test_no_part_of_a_value_is_called_as_a_part_of_a_line():
    """Or it would be taken for it."""
    parts = {part for field in FIELDS for part in getattr(field.kind, "__dataclass_fields__", ())}
    assert parts.isdisjoint({"values", "passages", "named", "version_anchors"})


def written(content: dict[str, object]) -> str:
    """Return a line with the check that is its own, whatever it says."""
    line = json.dumps(content, ensure_ascii=False)
    return f"{line[:-1]}{check_part(check_of(line))}}}\n"


@pytest.mark.parametrize(
    ("part", "content", "message"),
    [
        ("values", {"title": "Journal"}, "the values of “title” cannot be read"),
        ("passages", [{"anchor": "p-0a1b2c", "number": "one"}], "a passage has no number that can be read"),
        ("passages", [{"anchor": "p-0a1b2c", "number": "1"}] * 2, "two passages have one anchor"),
    ],
)
def test_a_part_that_another_program_wrote_otherwise_is_refused_when_it_is_asked_for(
    part: str, content: object, message: str
):
    """With its line; what is to be recorded is always read whole."""
    line = written({"id": "a", "title": "A", "citation": "", part: content})
    (_, record) = later(f"{line}{WHOLE}\n")
    with pytest.raises(Refusal) as refused:
        len(getattr(record, part))
    assert [(each.line, each.message) for each in refused.value.problems] == [(1, message)]
    with pytest.raises(Refusal):
        read_published(line)


@pytest.mark.parametrize(
    "content",
    [
        {"id": "a", "title": "A", "citation": "", "unknown": "b"},
        {"id": "a", "title": "A", "citation": "", "values": {"title": [{"value": "A"}]}, "unknown": [1]},
        {"title": "A", "citation": "", "values": {"title": [{"value": "A"}]}},
        {
            "id": "a",
            "title": "A",
            "citation": "",
            "version_count": 2,
            "passages": [{"anchor": "p-0a1b2c", "number": "1"}],
        },
        {
            "id": "a",
            "title": "A",
            "citation": "",
            "passages": [{"anchor": "p-0a1b2c", "number": "1"}],
            "named": [1],
        },
    ],
)
def test_what_is_small_is_checked_at_once(content: dict[str, object]):
    with pytest.raises(Refusal):
        later(written(content))


def test_a_line_changed_by_hand_is_read_whole():
    """Its check does not fit any more, so that nothing is known of it."""
    with pytest.raises(Refusal) as refused:
        later(WHOLE.replace('"value": "Journal"', '"value": "Diary"') + "\n")
    assert "is not as “publish” wrote it" in refused.value.problems[0].message


def test_nothing_is_recorded_over_a_part_that_cannot_be_read(tmp_path: Path):
    """The build stops with the line, and both files stay as they are."""
    root = archive(tmp_path / "a")
    assert run("publish", root, "--yes").exit_code == 0
    file = root / "published.jsonl"
    content = json.loads(file.read_text("utf-8"))
    del content["check"]
    content["passages"][0]["anchor"] = "?"
    file.write_text(written(content), "utf-8")
    before = {each: each.read_bytes() for each in (file, root / "permalinks.yml")}
    for command in (("build",), ("publish", "--yes", "--accept"), ("check",)):
        result = run(command[0], root, *command[1:], day=1)
        assert result.exit_code == 1
        assert "published.jsonl:1: error: a passage has no anchor that can be read" in result.output
    assert {each: each.read_bytes() for each in before} == before
