"""Comments that would close a document if they were none."""

import pytest

from archivegen.seeds.normalise import read_document

LETTER = b"Port Ashby, 2 July 1931\n\nDear Miss Haverkamp,\n\nThe hut needs a new roof.\n\nOswin Tarrant\n"


def faults(corrections: str = "", folder: str = "", text: bytes = LETTER) -> list[str]:
    defaults = (("seeds/collection.yml", folder),) if folder else ()
    sidecar = ("seeds/hut.yml", corrections) if corrections else None
    record = read_document(text, "seeds/hut.txt", defaults, sidecar)
    return [problem.as_line() for problem in record.problems if problem.code == "closing-comment"]


def test_a_file_with_nothing_but_such_a_comment_keeps_the_document_out():
    """Nobody writes such a file for nothing; a folder’s is as good."""
    said = (
        "error: “# access: restricted” is a comment, and closes nothing; write “access: restricted” without the “#”; if the "
        "document is open, “access: open”"
    )
    assert faults("\n# access: restricted\n") == [f"seeds/hut.yml:2: {said}"]
    assert faults(folder="# access: restricted\n") == [f"seeds/collection.yml:1: {said}"]
    assert faults(text=b"---\n# access: restricted\n---\n" + LETTER) == [f"seeds/hut.txt:2: {said}"]


@pytest.mark.parametrize(
    ("comment", "instead"),
    [
        ("# access: {status: restricted}", "access: restricted"),
        ("#access: draft", "access: draft"),
        ("# Sperrfrist: 2040-01-01", "access: {status: embargoed, until: 2040-01-01}"),
        ("# TODO: do not publish before the family has agreed", "access: restricted"),
        ("# closed until 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("# restricted", "access: restricted"),
        ("## доступ: ограничен", "access: restricted"),
    ],
)
def test_beside_other_lines_it_is_warned_of(comment: str, instead: str):
    """It may be a line that was taken back; the page would not tell."""
    for corrections, line in ((f"title: The hut\n{comment}\n", 2), (f"title: The hut {comment}\n", 1)):
        [fault] = faults(corrections)
        assert fault.startswith(f"seeds/hut.yml:{line}: warning: “# ")
        assert f"write “{instead}” without the “#”" in fault
    assert "warning: “# redact: [" in faults("title: The hut\n# redact: [{lines: 3, words: Tarrant}]\n")[0]


@pytest.mark.parametrize(
    "corrections",
    [
        "# access: restricted\naccess: open\n",
        "access: open  # restricted until 2020\n",
        "access: draft\n# access: restricted\n",
        "# access: open\n",
        "title: '# access: restricted'\n",
        "notes: |\n  Of the hut.\n  # access: open\n",
        "title: No. 4 #restricted\naccess: open\n",
        "# The hut was closed until Monday\ntitle: The hut\n",
        "# checked against the original, 2021\ntitle: The hut\n",
    ],
)
def test_what_is_answered_or_asks_for_nothing_is_not_spoken_of(corrections: str):
    """Access that is stated says what is meant; a sign within a text begins no comment."""
    assert faults(corrections) == []


def test_what_is_stated_nearer_answers_for_the_folder():
    """And what is stated farther away does not: the nearest wins."""
    assert faults("access: open\n", "# access: restricted\n") == []
    assert faults("title: The hut\n", "access: restricted\n# access: draft\n") == []
    assert len(faults("# access: restricted\n", "access: open\n")) == 1
    assert faults("# access: draft\n", "access: restricted\n") == []
