"""The comments of YAML: each with its line, none of them in a text, and as fast as the file is long."""

import pytest

from archivegen.storage.yaml_lines import YamlComment, read_comments, read_yaml


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("title: Pier\n", []),
        ("# from the index\ntitle: Pier # checked\n", [(1, "from the index"), (2, "checked")]),
        ("title: 'No # 4' # restricted\n", [(1, "restricted")]),
        ('title: "# 4"\nnotes: [a, b # c\n, d]\n', [(2, "c")]),
        ("notes: |\n  # a line of the text\n\n# below it\n", [(4, "below it")]),
        ("title: No.#4\n## twice\n", [(2, "twice")]),
        ("title: of two\n  lines # and an end\n", [(2, "and an end")]),
        ("# nothing else", [(1, "nothing else")]),
    ],
)
def test_comments_are_what_no_text_has(text: str, comments: list[tuple[int, str]]):
    """A sign within a text is one of its own; one behind it, on the same line, begins a comment."""
    assert read_comments(text) == tuple(YamlComment(line, words) for line, words in comments)
    assert read_comments(text, 11) == tuple(YamlComment(line + 10, words) for line, words in comments)


def test_a_long_file_with_a_comment_on_each_line_is_not_gone_through_for_each():
    """Twice as many lines are twice as much to look at: what is counted is looked at once."""
    lines = 3000
    text = "".join(
        f"- {{name: Ann Lee {number}, variants: [A. Lee]}} # card {number}\n" for number in range(lines)
    )
    looked_at = CountedText(text)
    assert len(read_comments(looked_at)) == lines
    assert looked_at.characters <= 2 * len(text)


def test_names_with_their_sources_behind_them_are_read_without_their_comments():
    """The comments of a file are read by whoever looks at them."""
    assert not hasattr(read_yaml("Ann Lee: # card 4\n", "people.yml"), "comments")


class CountedText(str):
    """A text that knows how many of its characters were counted through."""

    __slots__ = ("characters",)

    def count(self, part: str, start: int = 0, end: int | None = None) -> int:
        """Count, and remember how far."""
        self.characters = getattr(self, "characters", 0) + (len(self) if end is None else end) - start
        return super().count(part, start, end)
