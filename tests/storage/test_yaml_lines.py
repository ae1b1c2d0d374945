"""YAML as text with lines: nothing becomes a number, a truth value or a time."""

import pytest

from archivegen.storage.yaml_lines import read_yaml


@pytest.mark.parametrize("text", ["0012", "12:30", "1_000", "no", "1963-10-18", "1e5", "0x10", "[1963?]"])
def test_values_stay_as_written(text: str):
    """Reference codes keep their zeros and countries their names."""
    quoted = f'"{text}"' if text.startswith("[") else text
    assert read_yaml(f"key: {quoted}", "a.yml").entries["key"].text == text


def test_lines_are_those_of_the_file():
    """A value's line counts from the top of the file it stands in."""
    reading = read_yaml("a: 1\nb:\n  - x\n  - y\n", "a.yml", first_line=2)
    assert reading.entries["a"].line == 2
    assert [item.line for item in reading.entries["b"].items] == [4, 5]


def test_a_key_that_stands_twice_is_reported():
    """The second is named with the line of the first."""
    reading = read_yaml("a: 1\na: 2\n", "a.yml")
    assert reading.problems[0].message == "“a” stands here a second time (first on line 1)"
    assert reading.entries["a"].text == "1"


@pytest.mark.parametrize(
    "text",
    [
        "a: [1",
        "a: b: c",
        "- x",
        "a: &x 1\nb: *x",
        "a: " + "[" * 60 + "]" * 60,
        "\t a: 1",
        "a: !!python/object:os.system x\n: :",
    ],
)
def test_what_is_no_mapping_is_one_problem(text: str):
    """Broken, tricky or oversized YAML gives nothing but a problem with a line."""
    reading = read_yaml(text, "a.yml")
    assert reading.entries == {}
    assert reading.problems[0].line >= 1


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("title:\n\t- x", "write spaces in place of tabs"),
        ("title: [x", "close every bracket and quotation mark, and let lines that belong together begin below each other"),
        ('title: "x', "close every bracket and quotation mark, and let lines that belong together begin below each other"),
        ("title: On piers: a letter", "put values that contain ': ' or '#' in quotes"),
    ],
)  # fmt: skip
def test_what_to_do_about_text_that_is_no_yaml(text: str, fix: str):
    """What is said fits what is wrong."""
    assert [problem.fix for problem in read_yaml(text, "letter.yml").problems] == [fix]
