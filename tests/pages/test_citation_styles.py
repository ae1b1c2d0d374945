"""Citations in every style and for every program, from tables of cases."""

import json
from pathlib import Path

import pytest
import yaml

from archivegen.pages.citation_formats import bibtex, csl_json, ris
from archivegen.pages.citation_styles import STYLES
from archivegen.pages.cited_document import CitedDocument
from archivegen.pages.cited_names import CitedName, cited_name
from archivegen.records.values import AgentValue

CASES = Path(__file__).parents[1] / "cases"
STYLE_BY_NAME = dict(STYLES)
STYLE_CASES = [
    pytest.param(case["cited"], style, case[style], id=f"{case['what']}-{style}")
    for case in yaml.safe_load((CASES / "citation_styles.yml").read_text("utf-8"))
    for style in STYLE_BY_NAME
    if style in case
]
BOOK = "Tides & 100 % of {nets}_#1 ~ ^ \\ $5"


def name(written: str, kind: str = "person", sort_name: str = "") -> CitedName:
    return cited_name(AgentValue(value=written, rule="label", kind=kind), sort_name)


def cited(**parts: object) -> CitedDocument:
    """Return a document as it is cited; names are given as they are written."""
    people = tuple(map(name, parts.pop("authors", ())))
    bodies = tuple(name(body, "body") for body in parts.pop("bodies", ()))
    translators = tuple(map(name, parts.pop("translators", ())))
    given = {part: str(value) for part, value in parts.items()}
    return CitedDocument(
        **{"id": "nets", "archive": "Pier Papers", **given}, authors=people + bodies, translators=translators
    )


@pytest.mark.parametrize(("parts", "style", "expected"), STYLE_CASES)
def test_a_style_cites_a_document(parts: dict[str, object], style: str, expected: str):
    """Names, commas, stops and dates are those of the style."""
    words = STYLE_BY_NAME[style](cited(**parts))
    italic = f"*{words.italic}*" if words.italic else ""
    assert f"{words.before}{italic}{words.after}" == expected


def test_every_style_has_its_cases():
    """Of each style and each document of the table there is one case at least."""
    assert {case.values[1] for case in STYLE_CASES} == set(STYLE_BY_NAME)


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "cited_names.yml").read_text("utf-8")), ids=str)
def test_a_name_is_divided_only_where_the_record_can_say_how(case: dict[str, str]):
    """A family name is taken out of initials, of two names, of an East Asian name, or where an authority file says so."""
    divided = name(case["name"], sort_name=case.get("sort_name", ""))
    assert (divided.filed, divided.with_initials) == (case["filed"], case["initials"])


def test_bibtex():
    """Its own signs are escaped, and the names of bodies stand in braces that nothing divides."""
    entry = cited(
        title=BOOK, authors=["A. M. Orlov"], bodies=["Ministry of War and Tides"], date="1957-05-06/1957-05-29",
        reference="RGANI, f. 5", address="https://pier.example.org/a_b/",
    )  # fmt: skip
    assert bibtex(entry).splitlines() == [
        "@misc{nets,",
        "  author = {Orlov, A. M. and {Ministry of War and Tides}},",
        r"  title = {{Tides \& 100 \% of \{nets\}\_\#1 \textasciitilde{} \textasciicircum{} \textbackslash{} \$5}},",
        "  year = {1957},",
        "  date = {1957-05-06/1957-05-29},",
        "  howpublished = {Pier Papers},",
        "  note = {RGANI, f. 5},",
        "  url = {https://pier.example.org/a_b/}",
        "}",
    ]


def test_ris():
    """A tag on each line, and no line inside a value; a span stands behind its first day, in words."""
    entry = cited(
        title="Nets\nER  - and tides", authors=["Kim Il Sung", "A. M. Orlov"], translators=["Ada Brik"],
        date="1957-05-06/1957-05-29", language="en", kind="Diary",
    )  # fmt: skip
    assert ris(entry).splitlines() == [
        "TY  - MANSCPT", "ID  - nets", "AU  - Kim Il Sung", "AU  - Orlov, A. M.", "TI  - Nets ER - and tides",
        "A4  - Brik, Ada", "PY  - 1957", "DA  - 1957/05/06/6–29 May 1957", "M3  - Diary", "DB  - Pier Papers",
        "LA  - en", "ER  - ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "year", "day", "issued"),
    [
        ("", "n.d.", None, None),
        ("1957-05-22", "1957", "1957/05/22/", {"date-parts": [[1957, 5, 22]]}),
        ("1957-05", "1957", "1957/05//", {"date-parts": [[1957, 5]]}),
        ("1957", "1957", "1957///", {"date-parts": [[1957]]}),
        ("1957~", "1957", "1957///about 1957", {"date-parts": [[1957]], "circa": True}),
        ("1957-12-30/1958-01-02", None, "1957/12/30/30 December 1957 – 2 January 1958", {"date-parts": [[1957, 12, 30], [1958, 1, 2]]}),
        ("1957-05/1958", None, "1957/05//May 1957 – 1958", {"date-parts": [[1957, 5], [1958]]}),
        ("../1957", None, "///until 1957", {"literal": "until 1957"}),
        ("1957-21", None, "1957///spring 1957", {"literal": "spring 1957"}),
        ("195X", None, "///1950s", {"literal": "1950s"}),
    ],
)  # fmt: skip
def test_dates_for_programs(date: str, year: str | None, day: str | None, issued: dict[str, object] | None):
    """A date that is no day, month or year, nor a span of them, stays in words, for RIS behind what is known of its beginning; undated is
    n.d. where a year is asked for.
    """
    lines = dict(line.split("  - ") for line in ris(cited(title="Nets", date=date)).splitlines())
    assert (lines.get("PY"), lines.get("DA")) == (year, day)
    (item,) = json.loads(csl_json(cited(title="Nets", date=date)))
    assert item.get("issued") == issued


def test_csl_json():
    """A name is given in parts where it can be divided, and whole where it cannot."""
    entry = cited(
        title="“Nets” \\ tides",
        authors=["Kim Il Sung", "A. M. Orlov", "Sukarno"],
        bodies=["Navy"],
        form="letter",
    )
    assert json.loads(csl_json(entry)) == [
        {
            "id": "nets",
            "type": "personal_communication",
            "title": "“Nets” \\ tides",
            "author": [
                {"family": "Kim", "given": "Il Sung", "static-ordering": True},
                {"family": "Orlov", "given": "A. M."},
                {"literal": "Sukarno"},
                {"literal": "Navy"},
            ],
            "source": "Pier Papers",
        }
    ]
