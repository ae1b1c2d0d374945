"""One inventory as CSV, XLSX and ODS: the same records, addresses and problems, whatever program it was saved by."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import request_for
from tests.joined_archives import ENGLISH, KOREAN, lay_out
from tests.seeds.inventory.test_inventories import FROM_THE_CONSUL, FROM_THE_SURVEYOR, supplied, workbook
from tests.seeds.inventory.test_sheets import ods, ods_cell, ods_row

from archivegen.reading import survey

HEADS = ["file", "id", "title", "date", "creators", "version of", "version", "access", "notes"]
DAY, MONTH = dt.date(1961, 3, 4), dt.date(1961, 4, 1)
ROWS: list[list[Any]] = [
    ["pier.txt", "HB 12/3", "Report on the pier", DAY, "Anna Lindqvist; Peter Okafor", None, None, None, "torn"],
    [12, None, "Letter of the consul", "3 April 1962", None, None, None, "open", None],
    [None, "HB 12/4", "Letter that was burnt", MONTH, "Vera Lind", None, None, None, "known; from a list | lost"],
    [None, None, "Plan that is closed", 1959, None, None, None, "restricted", None],
    ["ko/letter", "HB 12/5", "편지", "1961?", "Kim", None, "Original", None, None],
    ["en/letter", "HB 12/6", "Letter", None, None, "HB 12/5", "translation", None, "with a remark"],
]  # fmt: skip
FORMATS = {"D2": "yyyy-mm-dd", "D4": "mmm yyyy"}
FILES = {
    "archive.yml": "title: Harbour papers\n",
    "seeds/pier.txt": FROM_THE_SURVEYOR,
    "seeds/012.txt": FROM_THE_CONSUL,
    "seeds/ko/letter.txt": KOREAN,
    "seeds/en/letter.txt": ENGLISH,
}


def as_csv() -> str:
    shown = [["Apr 1961" if cell is MONTH else str(cell or "") for cell in row] for row in ROWS]
    return "\n".join("\t".join(row) for row in [HEADS, *shown])


def as_ods() -> str:
    rows = [ods_row(*map(ods_cell, HEADS))]
    for row in ROWS:
        cells = []
        for cell in row:
            if isinstance(cell, dt.date):
                shown = "Apr 1961" if cell is MONTH else "04.03.1961"
                cells.append(ods_cell(shown, value_type="date", date_value=cell.isoformat()))
            elif isinstance(cell, int):
                cells.append(ods_cell(str(cell), value_type="float", value=str(cell)))
            else:
                cells.append(ods_cell(cell) if cell else "<table:table-cell/>")
        rows.append(ods_row(*cells))
    return ods("".join(rows))


SHEETS = {
    "csv": as_csv,
    "xlsx": lambda: workbook([HEADS, *ROWS], FORMATS),
    "ods": as_ods,
}


EXPECTED: dict[str, dict[str, list[str]]] = {
    "Report on the pier": {
        "title": ["Report on the pier"], "dates": ["1961-03-04"], "creators": ["Anna Lindqvist", "Peter Okafor"],
        "identifiers": ["HB 12/3"], "notes": ["torn"],
    },
    "Letter of the consul": {"title": ["Letter of the consul"], "dates": ["1962-04-03"], "access": ["open"]},
    "Letter that was burnt": {
        "title": ["Letter that was burnt"], "dates": ["1961-04"], "creators": ["Vera Lind"], "identifiers": ["HB 12/4"],
        "notes": ["known; from a list", "lost"],
    },
    "Plan that is closed": {"title": ["Plan that is closed"], "dates": ["1959"], "access": ["restricted"]},
    "편지": {"title": ["편지"], "dates": ["1961?"], "creators": ["Kim"], "identifiers": ["HB 12/5"]},
}  # fmt: skip
PROBLEMS = [
    ("notice", "zeros-put-back", "seeds/inventory", 3),
    ("notice", "record-without-text", "seeds/inventory", 4),
    ("notice", "withheld", "seeds/inventory", None),
]


@pytest.mark.parametrize("ending", SHEETS)
def test_each_kind_of_sheet_gives_the_same(tmp_path: Path, ending: str):
    """Documents, records without a file, a closed one among them, and versions, with dates and numbers typed as such."""
    root = lay_out(tmp_path, {**FILES, f"seeds/inventory.{ending}": SHEETS[ending]()})
    found = survey(request_for(root, day="2026-11-22"))
    records = {record.text_of("title"): record for record in found.records}
    ids = {title: found.addresses.id_by_path.get(record.source.path) for title, record in records.items()}
    assert ids == {
        "Report on the pier": "hb-12-3",
        "Letter of the consul": "1962-04-03-letter-consul",
        "Letter that was burnt": "hb-12-4",
        "Plan that is closed": None,
        "편지": "hb-12-5",
    }
    assert {title: supplied(record) for title, record in records.items()} == EXPECTED
    (version,) = records["편지"].joined
    assert (version.kind, version.language, version.title) == ("translation", "en", "Letter")
    assert supplied(version.record)["notes"] == ["with a remark"]
    assert [
        (problem.level, problem.code, problem.path.rpartition(".")[0], problem.line)
        for problem in found.problems
    ] == PROBLEMS


@pytest.mark.parametrize(
    ("version_of", "kind", "told"),
    [
        (
            "ko/leter.txt",
            "translation",
            "error: in the columns “version of” and “version”, this is said to be a version of",
        ),
        ("en/letter.txt", "", "error: in the column “version of”, this is said to be a version of itself"),
    ],
)
def test_a_version_that_a_row_says_wrongly_is_named_with_its_cell(
    tmp_path: Path, version_of: str, kind: str, told: str
):
    """With the row and the columns."""
    sheet = f"file,version of,version\nen/letter,{version_of},{kind}\n"
    root = lay_out(tmp_path, {**FILES, "seeds/inventory.csv": sheet})
    lines = [problem.as_line() for problem in survey(request_for(root)).problems]
    assert [line for line in lines if line.startswith(f"seeds/inventory.csv:2: {told}")]


def test_what_is_no_kind_of_version_is_a_remark(tmp_path: Path):
    """Sheets have columns of this name for other things, which keep no document out."""
    sheet = "file,version\npier.txt,final\nko/letter.txt,Original\n"
    root = lay_out(tmp_path, {**FILES, "seeds/inventory.csv": sheet})
    records = {record.source.path: record for record in survey(request_for(root)).records}
    assert records["seeds/pier.txt"].text_of("versions") == "final"
    assert records["seeds/ko/letter.txt"].version.kind == "original"


# Files of which each is a version of one document, and which is the document.
VERSIONS: dict[str, tuple[str, dict[str, str], str]] = {
    "a folder for each kind": (
        "{version}/{name}",
        {"original/0012.txt": KOREAN, "translation/0012.txt": ENGLISH},
        "original/0012.txt",
    ),
    "a folder for each language": (
        "{language}/{name}",
        {"ko/0012.txt": KOREAN, "ko/collection.yml": "version: original\n", "en/0012.txt": ENGLISH},
        "ko/0012.txt",
    ),
    "a file of corrections that names the other": (
        "",
        {
            "0012.txt": KOREAN,
            "more/0012.txt": ENGLISH,
            "more/0012.yml": "version_of: ../0012.txt\nversion: translation\n",
        },
        "0012.txt",
    ),
}


@pytest.mark.parametrize("head", ["file", "number", "id"])
@pytest.mark.parametrize("case", VERSIONS)
def test_a_row_that_is_that_of_all_versions_describes_their_document(tmp_path: Path, case: str, head: str):
    """Whatever says that they are versions; it closes the document where it says so."""
    pattern, files, document = VERSIONS[case]
    for access in ("", "restricted"):
        root = lay_out(
            tmp_path / f"a{access}",
            {
                "archive.yml": f'title: Harbour papers\nversions: "{pattern}"\n' if pattern else "title: A\n",
                **{f"seeds/{name}": text for name, text in files.items()},
                "seeds/inventory.csv": f"{head},title,access\n0012,The letter,{access}\n",
            },
        )
        found = survey(request_for(root, day="2026-11-22"))
        (record,) = found.records
        assert (record.source.path, record.text_of("title")) == (f"seeds/{document}", "The letter")
        assert bool(record.access) == bool(access)
        codes = {problem.code for problem in found.problems}
        assert codes <= {"withheld", "version-of-closed"}


@pytest.mark.parametrize(("head", "documents"), [("file", 0), ("number", 3)])
def test_a_row_that_may_be_that_of_two_documents_is_named(tmp_path: Path, head: str, documents: int):
    """Nothing says that they are one."""
    root = lay_out(
        tmp_path,
        {
            "archive.yml": "title: Harbour papers\n",
            "seeds/ko/0012.txt": KOREAN,
            "seeds/en/0012.txt": ENGLISH,
            "seeds/inventory.csv": f"{head},title\n0012,The letter\n",
        },
    )
    found = survey(request_for(root, day="2026-11-22"))
    assert len(found.records) == documents
    assert [problem.code for problem in found.problems].count("row-of-several") == 1
    assert "zeros-lost" not in {problem.code for problem in found.problems}
