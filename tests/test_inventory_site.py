"""Records without text on the site: their page, their address that sorting does not change, what is closed."""

from pathlib import Path

import pytest

from archivegen.problems import Refusal
from tests.conftest import build_quietly, publish_quietly

HEAD = "number,title,date,access,access announce,access reason,file\n"
ROWS = [
    "7,Letter that was burnt,1958,,,,\n",
    "8,Minutes that are closed,1959,restricted,,,\n",
    "9,Plan that is announced,1960,restricted,yes,By wish of the depositor,\n",
    ",Report on the pier,1961,,,,pier\n",
]


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """An archive of four rows and one file."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour\n", "utf-8")
    (tmp_path / "seeds/pier.txt").write_text("The pier has given way at its seaward end.\n", "utf-8")
    (tmp_path / "seeds/inventory.csv").write_text(HEAD + "".join(ROWS), "utf-8")
    return tmp_path


def test_the_page_of_a_record_without_text_says_so(harbour: Path):
    """It has what the row says, and a data file."""
    site = build_quietly(harbour, with_search=False)
    page = (site / "documents/1958-letter-that-was-burnt/index.html").read_text("utf-8")
    assert "There is no text of this document here." in page
    assert "Letter that was burnt" in page


def test_what_a_row_closes_is_nowhere_in_the_site(harbour: Path):
    """What it announces has its title and its reason."""
    site = build_quietly(harbour, with_search=False)
    texts = [
        file.read_text("utf-8")
        for file in site.rglob("*")
        if file.suffix in (".html", ".json", ".xml", ".yml")
    ]
    assert not any("Minutes that are closed" in text for text in texts)
    assert any("Plan that is announced" in text and "By wish of the depositor" in text for text in texts)


def test_sorting_the_sheet_changes_no_address(harbour: Path):
    """Nor does a row that is put in; one that is taken out is missed, as a file would be."""
    before = publish_quietly(harbour, "2026-11-21", with_search=False)
    addresses = sorted(folder.name for folder in (before / "documents").iterdir())
    sheet = harbour / "seeds/inventory.csv"
    sheet.write_text(HEAD + "10,Letter that was found,1950,,,,\n" + "".join(reversed(ROWS)), "utf-8")
    after = build_quietly(harbour, with_search=False, day="2026-11-22")
    assert sorted({folder.name for folder in (after / "documents").iterdir()} - set(addresses)) == [
        "1950-letter-that-was-found"
    ]
    sheet.write_text(HEAD + "".join(ROWS[1:]), "utf-8")
    with pytest.raises(Refusal) as refusal:
        build_quietly(harbour, with_search=False, day="2026-11-22")
    assert "1958-letter-that-was-burnt" in str(refusal.value)


@pytest.mark.parametrize(
    ("doubled", "told"), [(2, ["100 (2, 3)", "101 (4, 5)"]), (60, ["100 (2, 3) and 59 more"])]
)
def test_ids_that_many_rows_share_are_one_error(tmp_path: Path, doubled: int, told: list[str]):
    """It stands at the first of the rows, as they follow each other in the sheet, and says what to call the column."""
    (tmp_path / "seeds").mkdir()
    rows = [f"{100 + number // 2},Letter {number}\n" for number in range(2 * doubled)]
    (tmp_path / "seeds/inventory.csv").write_text("id,title\n" + "".join(rows), "utf-8")
    with pytest.raises(Refusal) as refusal:
        build_quietly(tmp_path, with_search=False)
    errors = [problem for problem in refusal.value.problems if problem.code == "id-clash"]
    assert [problem.line for problem in errors] == [2 + 2 * place for place in range(len(told))]
    for problem, words in zip(errors, told, strict=True):
        new_id, first, second = words.replace("(", "").replace(")", "").replace(",", "").split()[:3]
        assert problem.message.startswith(
            f"in the column “id”, the id “{new_id}” is claimed by seeds/inventory.csv:{first} (“{new_id}”), "
            f"seeds/inventory.csv:{second} (“{new_id}”)"
        )
        more = "(likewise 59 more ids in this column: 4-121)"
        assert problem.message.endswith(more) is ("more" in words)
        assert problem.fix.endswith("or call the column “identifiers”, if it is to give no addresses")
