"""Right-to-left words inside a citation keep to their place, and its words stay its words."""

import pytest

from archivegen.pages.isolated import isolated


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“Tides & <nets>,” 1961.", "“Tides &amp; &lt;nets&gt;,” 1961."),
        ("محمد رضا, “نامه به انجمن,” 1962.", "<bdi>محمد رضا</bdi>, “<bdi>نامه به انجمن</bdi>,” 1962."),
        ("", ""),
    ],
)
def test_right_to_left_words_are_isolated(words: str, expected: str):
    """Each run of them by itself; what is HTML in a title is text."""
    assert isolated(words) == expected
