"""The ledger's companion: what is written is read again, and what cannot be read is never repaired in silence."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivegen.problems import Refusal
from archivegen.storage.published import (
    PublishedPassage,
    PublishedRecord,
    PublishedVersion,
    published_text,
)
from archivegen.storage.published_reading import read_published

RECORD = PublishedRecord(
    id="0012",
    title="Journal of A. M. Puzanov, 22 May 1957",
    citation="“Journal,” 22 May 1957, AVPRF.",
    source_sha256="0" * 64,
    supplied_sha256="f" * 64,
    program="0.4.0",
    first_published="2026-11-21",
    versions=(
        PublishedVersion("2026-11-21", "0123456789ab"),
        PublishedVersion("2026-11-22", "ba9876543210", ("The date was misread.",)),
    ),
    values={"title": ({"value": "Journal", "lines": [[1, 2]]},), "dates": ({"value": "1957-05-22"},)},
    passages=(
        PublishedPassage("p-0a1b2c", "1", "0011"),
        PublishedPassage("p-0a1b2d", "1a", "0011"),
        PublishedPassage("p-ffffff", "", "22"),
        PublishedPassage("p-ffffff-2", "2", is_removed=True),
    ),
)
WITHDRAWN = PublishedRecord("no", "A letter", "“A letter.”", versions=RECORD.versions[:1])


def test_it_reads_what_it_writes():
    """All parts survive, and a withdrawn document's few."""
    assert read_published(published_text((RECORD, WITHDRAWN))) == (RECORD, WITHDRAWN)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(
    st.builds(
        PublishedRecord,
        id=TEXTS.filter(bool),
        title=TEXTS,
        citation=TEXTS,
        values=st.dictionaries(
            TEXTS, st.lists(st.fixed_dictionaries({"value": TEXTS}), min_size=1).map(tuple)
        ),
    )
)
def test_any_words_survive(record: PublishedRecord):
    """Line separators and control characters in a title break no line."""
    text = published_text((record,))
    assert text.count("\n") == 1
    assert read_published(text) == (record,)


def test_the_text_is_one_for_the_same_records():
    """Neither the order of records nor that of fields is seen in the file; a record more is a line more."""
    turned = replace(RECORD, values=dict(reversed(list(RECORD.values.items()))))
    assert published_text((WITHDRAWN, turned)) == published_text((RECORD, WITHDRAWN))
    assert published_text((RECORD, WITHDRAWN)).startswith(published_text((RECORD,)))


def test_no_records_are_an_empty_file():
    """An archive that has published nothing has an empty companion."""
    assert published_text(()) == ""
    assert read_published("") == ()


def damaged(**parts: object) -> str:
    """Return a line that somebody changed on purpose: without its check."""
    content = json.loads(published_text((RECORD,)))
    del content["check"]
    return json.dumps({**content, **parts})


WHOLE = published_text((RECORD,)).strip()
VERSION = {"on": "2026-11-21", "digest": "0123456789ab"}
PASSAGE = {"anchor": "p-1", "number": "1", "sketch": ""}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (WHOLE[:-1], "this is not a whole record"),
        ("<<<<<<< mine", "two versions of this file were merged and this mark is left"),
        ("[" * 100_000, "this is not a whole record"),
        ("[]", "this is not a whole record"),
        (WHOLE[:-1] + ', "id": "other"}', "a part of this record stands twice"),
        (damaged(note="mine"), "“note” is no part of a record"),
        (damaged(title=1957), "“title” is not a text"),
        ("{}", "the record has no id"),
        ('{"id": "a", "citation": ""}', "the record has no title"),
        ('{"id": "a", "title": ""}', "the record has no citation"),
        (damaged(source_sha256="soon"), "“source_sha256” is not a digest"),
        (damaged(first_published="soon"), "“first_published” is no day"),
        (damaged(supplied_sha256="0" * 63), "“supplied_sha256” is not a digest"),
        (damaged(versions={}), "the versions are not a list"),
        (damaged(versions=[{**VERSION, "on": "soon"}]), "a version has no on that can be read"),
        (damaged(versions=[{**VERSION, "digest": "0"}]), "a version has no digest that can be read"),
        (damaged(versions=[{**VERSION, "changes": "title"}]), "the changes of a version are not a list of texts"),
        (damaged(versions=[{**VERSION, "by": "me"}]), "a version cannot be read"),
        (
            damaged(versions=[VERSION, {**VERSION, "on": "2026-11-20"}]),
            "the versions do not stand in the order of their days",
        ),
        (damaged(versions=[VERSION]), "of “0012” other versions stand here than were recorded: 1, and not 2"),
        (damaged(versions=[VERSION], version_count=True), "of “0012” other versions stand here than were recorded: 1, and not True"),
        (damaged(versions=[]), "of “0012” other versions stand here than were recorded: 0, and not 2"),
        (damaged(values=[]), "“values” is not a list of fields"),
        (damaged(values={"title": "Journal"}), "the values of “title” cannot be read"),
        (damaged(values={"title": [{"value": 1}]}), "the values of “title” cannot be read"),
        (damaged(version_anchors=[{"file": "a.txt"}]), "a version's anchor has no kind that can be read"),
        (damaged(passages=["p-1"]), "a passage cannot be read"),
        (damaged(passages=[{**PASSAGE, "anchor": "1 2"}]), "a passage has no anchor that can be read"),
        (damaged(passages=[{**PASSAGE, "number": "one"}]), "a passage has no number that can be read"),
        (damaged(passages=[{**PASSAGE, "sketch": "words"}]), "the sketch of a passage is no digest"),
        (damaged(passages=[{**PASSAGE, "removed": 1}]), "“removed” of a passage is not true"),
        (damaged(passages=[PASSAGE, {**PASSAGE, "number": "2"}]), "two passages have one anchor"),
        (damaged(passages=[PASSAGE, {**PASSAGE, "anchor": "p-2"}]), "two passages have one number"),
        (damaged(title="Journal"), "“0012” stands here a second time, and otherwise"),
    ],
)  # fmt: skip
def test_a_damaged_line_is_refused_with_its_place(line: str, message: str):
    """Each fault is reported with file and line, and nothing is read from the file."""
    with pytest.raises(Refusal) as refused:
        read_published(f"{WHOLE}\n{line}\n{published_text((WITHDRAWN,))}", "archive/published.jsonl")
    assert [(problem.path, problem.line, problem.message) for problem in refused.value.problems] == [
        ("archive/published.jsonl", 2, message)
    ]


def test_a_line_that_a_merge_put_twice_says_the_same():
    """Two people recorded the same, and git kept the lines of both."""
    assert read_published(f"{WHOLE}\n{WHOLE}\n") == (RECORD,)


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("{", "restore this file from your last backup or version"),
        (
            "=======",
            "keep the lines of both versions and remove the marks; docs/addresses.md says how git does it by itself",
        ),
        (
            damaged(title="Journal"),
            "keep one of the two, and in permalinks.yml the one with its digest; docs/addresses.md says which",
        ),
    ],
)
def test_what_to_do_is_said_with_it(line: str, fix: str):
    """A backup helps where something is lost; what a merge left is settled in the file."""
    with pytest.raises(Refusal) as refused:
        read_published(f"{WHOLE}\n{line}\n")
    assert [problem.fix for problem in refused.value.problems] == [fix]


def test_every_damaged_line_is_reported():
    """One look at the file is enough to mend it."""
    with pytest.raises(Refusal) as refused:
        read_published(f"{{\n{WHOLE}\n{{\n")
    assert [problem.line for problem in refused.value.problems] == [1, 3]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"title": "Journal of', '"title": "Diary of'),
        ("0123456789ab", "0123456789ac"),
        ("The date was misread.", "Nothing."),
        ('"on": "2026-11-22"', '"on": "2026-11-23"'),
        ('"number": "1a"', '"number": "1b"'),
        ('"check": "', '"check": "0'),
    ],
    ids=["title", "digest", "changes", "day", "number", "check"],
)
def test_a_line_changed_by_hand_is_refused_until_its_check_is_taken_out(before: str, after: str):
    """Nothing that readers cite is changed unnoticed; who changes it on purpose says so."""
    changed = WHOLE.replace(before, after)
    assert changed != WHOLE
    with pytest.raises(Refusal) as refused:
        read_published(f"{published_text((WITHDRAWN,))}{changed}\n")
    (problem,) = refused.value.problems
    assert problem.as_line() == (
        "published.jsonl:2: error: the line of “0012” is not as “publish” wrote it; restore this file from your last backup or "
        "version, or from the last site: archivegen ids recover OLD_BUILD; if you have changed this line on purpose, take its "
        "“check” out, and publish"
    )
    content = json.loads(changed)
    del content["check"]
    assert read_published(json.dumps(content))[0].id == "0012"


def test_a_line_without_a_check_is_read_and_gets_one():
    """Such lines were written before there were checks; other spaces and another order of parts are no change."""
    old = damaged()
    assert read_published(old) == (RECORD,)
    assert published_text(read_published(old)).strip() == WHOLE
    turned = dict(reversed(json.loads(WHOLE).items()))
    assert read_published(json.dumps(turned, indent=None, separators=(",", ":"))) == (RECORD,)
