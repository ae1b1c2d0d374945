"""The parts of the documentation that are made from the program: `make docs` writes them, a test compares them."""

import json
from collections.abc import Iterator
from pathlib import Path

from click import Group
from click.testing import CliRunner

from archivegen.cli import main
from archivegen.pages.messages import read_messages
from archivegen.records.date_words import ENGLISH
from archivegen.records.fields import FIELDS
from archivegen.records.rules import RULES
from archivegen.records.trials import TRIALS_OF_RULES
from archivegen.records.values import DATE_TYPES
from archivegen.seeds.supplied_values import PARTS

DOCS = Path(__file__).parents[1] / "docs"
WORDS = DOCS.parent / "templates" / "messages.yml"


# The roles that pages have words for, and the field they stand in.
ROLES = {
    **dict.fromkeys(("participant", "attendee", "interpreter", "recorder"), "participants"),
    **dict.fromkeys(("translator", "transcriber", "editor", "obtained_by"), "contributors"),
}


def fields_page() -> str:
    """Return docs/fields.md, from the field table."""
    words = read_messages([WORDS.read_text("utf-8")], WORDS.name).text_by_key
    rows = [
        f'| <a id="{field.name}"></a>`{field.name}` | {field.label} | {field.help} | {", ".join(field.also)} | '
        f"{', '.join(PARTS[field.kind])} | {'yes' if field.repeatable else ''} | {', '.join(field.indexes)} | {field.dcterms or ''} | "
        f"{field.schema_org or ''} | {field.dacs or ''} |"
        for field in FIELDS
    ]
    rules = [
        f"| `{name}` | {sentence} | {tried.right if tried else ''} | {tried.wrong if tried else ''} |"
        for name, sentence in RULES.items()
        for tried in [TRIALS_OF_RULES.get(name)]
    ]
    return "\n".join(
        [
            "# The fields of a record",
            "",
            "Made from the field table by `make docs`.",
            "",
            "| field | on the page | what it is | other keys | beside the value | several | indexes | Dublin Core | schema.org | DACS |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
            "## Types of dates",
            "",
            "What `type:` may be beside a date, and what the page calls it. Where nothing else says `principal: true`, a document is",
            "listed under the first of these that it has: the date of the document, of the entry, of signing, of sending, of the",
            "meeting, and then the others; minutes under the day of their meeting.",
            "",
            *(f"- `{kind}`: {words[f'date_type.{kind}']}" for kind in DATE_TYPES),
            "",
            "## Roles",
            "",
            "What `role:` is usually beside a participant or a contributor, and what the page calls it. Any other word is taken too, and",
            "shown as it is written; but all participants stand under “Present”, so that whoever was absent belongs elsewhere.",
            "",
            *(f"- `{role}` ({field}): {words[f'role.{role}']}" for role, field in ROLES.items()),
            "",
            "## The rules",
            "",
            "Every value names the rule that read it. This is what the page says of each: “Because …”. The last columns count how",
            "often its values were right and wrong in documents that it was not written from. A value is `certain` only if its rule",
            "was right ten times and never wrong in that field; mark-up and archivists, which say themselves what their words are,",
            "are not tried.",
            "",
            "| rule | because | right | wrong |",
            "| --- | --- | --- | --- |",
            *rules,
            "",
        ]
    )


def _commands() -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, those of groups after their group."""
    yield ()
    for name, command in main.commands.items():
        yield (name,)
        if isinstance(command, Group):
            yield from ((name, inner) for inner in command.commands)


def command_line_page() -> str:
    """Return docs/command-line.md, from the help of every command."""
    parts = ["# The command line", "", "Made from the program's own help by `make docs`.", ""]
    for command in _commands():
        help_text = (
            CliRunner().invoke(main, [*command, "--help"], prog_name="archivegen", terminal_width=100).output
        )
        parts += [f"## archivegen {' '.join(command)}"] * bool(command) + [
            "",
            "```text",
            help_text.rstrip(),
            "```",
            "",
        ]
    parts += [
        "## Exit codes",
        "",
        "| code | meaning |",
        "| --- | --- |",
        "| 0 | done, everything published |",
        "| 1 | nothing done: nothing was published, or `check` found faults; an error of the disk says what was done |",
        "| 2 | the command was written wrong |",
        "| 3 | published, but some documents were rejected |",
        "| 130, 143 | interrupted |",
        "",
    ]
    return "\n".join(parts)


MADE_HERE = "# What follows is made from the tables of fields, rules and dates by “make docs”.\n"


def catalogue_page() -> str:
    """Return templates/messages.yml with the words that the program's own tables have."""
    groups = {
        "field": {field.name: field.label for field in FIELDS},
        "field_help": {field.name: field.help for field in FIELDS},
        "rule": RULES,
    }
    for key, words in ENGLISH.items():
        group, _, name = key.partition(".")
        groups.setdefault(group, {})[name] = words
    lines = [
        f"{group}:\n"
        + "".join(f"  {name}: {json.dumps(words, ensure_ascii=False)}\n" for name, words in messages.items())
        for group, messages in groups.items()
    ]
    return WORDS.read_text("utf-8").partition(MADE_HERE)[0] + MADE_HERE + "\n" + "\n".join(lines)


PAGES = {"fields.md": fields_page, "command-line.md": command_line_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")
    WORDS.write_text(catalogue_page(), "utf-8")
