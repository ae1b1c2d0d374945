"""No word of a Word document goes in silence: it is in the text, or a notice counts it, however the file is nested."""

import random
import re

import pytest
from lxml import etree
from tests.seeds.formats.office_files import NAMESPACES, p, r, read_source, table, word_file

from archivegen.problems import Refusal
from archivegen.seeds.source_text import SourceText

COUNTED = re.compile(r"^(?:(?P<count>\d+) |an? )(?:passage|note|piece)")
LEFT_OUT = ("deletions-left-out", "hidden-left-out", "notes-left-out", "words-left-out")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTES = "".join(f'<w:footnote w:id="{n}">{p(f"note{n}a note{n}b")}</w:footnote>' for n in (2, 3))
FIELD, RESULT, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
BODY = (
    p(r("one two ") + r("three", "<w:i/>") + REFERENCE.format(2) + r(" four"), "Heading1")
    + table(("five", "six seven"), ("eight", "nine"))
    + p(
        "<w:ins>" + r("ten ") + "</w:ins><w:hyperlink>" + r("eleven") + "</w:hyperlink>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("twelve") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:sdt><w:sdtContent>" + r("thirteen") + "</w:sdtContent></w:sdt>" + REFERENCE.format(3)
    )
    + p("<w:r><w:drawing><w:txbxContent>" + p("fourteen fifteen") + "</w:txbxContent></w:drawing></w:r>" + r("sixteen"))
    + "<w:sdt><w:sdtContent>" + p("seventeen") + table(("eighteen", "nineteen"), ("twenty", "last")) + "</w:sdtContent></w:sdt>"
)  # fmt: skip


def counts(source: SourceText) -> dict[str, int]:
    """Return how many pieces each notice counts."""
    found = {}
    for problem in source.problems:
        if problem.code in LEFT_OUT:
            said = COUNTED.match(problem.message)
            assert said, problem.message
            found[problem.code] = int(said["count"] or 1)
    return found


@pytest.mark.parametrize(
    ("body", "notices"),
    [
        (p("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>" + r("stays")), {"deletions-left-out": 1}),
        (p("<w:del><w:r><w:t>gone</w:t></w:r></w:del><w:moveFrom>" + r("moved") + "</w:moveFrom>" + r("stays")), {"deletions-left-out": 2}),
        (p("stays") + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("gone") + "</w:tc></w:tr></w:tbl>", {"deletions-left-out": 1}),
        (p("stays") + table(("a", "b"), ("c", "d")).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>", 1), {"hidden-left-out": 1}),
        (p(r("stays") + r("unseen", "<w:vanish/>")), {"hidden-left-out": 1}),
        (p(r("stays") + r(" ", "<w:vanish/>")), {}),
        (p(REFERENCE.format(3) + r("stays")), {"notes-left-out": 1}),
        (p(r("stays") + '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>' + REFERENCE.format(3)), {}),
        (p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("Click here") + "</w:sdtContent></w:sdt>" + r("stays")), {}),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("no result") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("stays")), {"words-left-out": 1}),
        (p("stays") + p(FIELD + FIELD + r("1") + RESULT + r("2") + END + RESULT + r("3") + END).replace(r("1"), "", 1), {}),
        ("<w:p><w:pPr><w:t>lost</w:t></w:pPr>" + r("stays") + "</w:p>", {"words-left-out": 1}),
    ],
)  # fmt: skip
def test_what_is_left_out_is_counted(body: str, notices: dict[str, int]):
    """Deletions, hidden words, notes that nothing refers to; what nobody wrote is not missed, and nothing is quoted."""
    has_notes = "footnoteReference" in body
    content = word_file(body, footnotes=NOTES) if has_notes else word_file(body)
    source = read_source(content, "seeds/report.docx")
    assert counts(source) == notices
    assert any("stays" in line for line in source.lines)
    assert not any(word in problem.message for problem in source.problems for word in ("gone", "unseen"))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (r("loose ") + p("words"), ["loose words"]),
        (p("a") + "<w:t>loose</w:t>", ["a", "loose"]),
        ("<w:p><w:t>bare</w:t></w:p>", ["bare"]),
        ("<w:p><w:r><w:r><w:t>inner</w:t></w:r></w:r></w:p>", ["inner"]),
        ("<w:p><w:r><w:hyperlink>" + r("linked") + "</w:hyperlink></w:r></w:p>", ["linked"]),
        ("<w:p>" + p("within") + "</w:p>", ["within"]),
        ("<w:tbl><w:tr>" + p("in a row") + "<w:tc>" + p("cell") + "</w:tc></w:tr>" + p("in a table") + "</w:tbl>", ["cell", "in a row", "in a table"]),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("after a field without end")), ["after a field without end"]),
    ],
)  # fmt: skip
def test_words_in_the_wrong_place_are_words(body: str, lines: list[str]):
    """Converters write files that Word repairs when it opens them."""
    source = read_source(word_file(body), "seeds/report.docx")
    assert [line for line in source.lines if line] == lines
    assert counts(source) == {}


def scrambled(body: str, chance: random.Random) -> str:
    """Return a body with some of its elements moved into others, renamed, taken out of their place, or doubled."""
    root = etree.fromstring(f"<w:body {NAMESPACES}>{body}</w:body>")
    for _ in range(chance.randint(1, 6)):
        elements = [each for each in root.iter() if each is not root]
        one, other = chance.choice(elements), chance.choice([root, *elements])
        change = chance.randrange(4)
        if change == 0 and one not in (other, *other.iterancestors()):
            other.insert(chance.randint(0, len(other)), one)
        elif change == 1:
            one.tag = chance.choice(elements).tag if chance.random() < 0.7 else f"{W}other"
        elif change == 2:
            place = one.getparent()
            for part in list(one):
                place.insert(place.index(one), part)
            if not one.text:
                place.remove(one)
        else:
            wrapped = etree.Element(chance.choice(elements).tag)
            one.getparent().replace(one, wrapped)
            wrapped.append(one)
    return "".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in root)


@pytest.mark.parametrize("seed", range(400))
def test_no_scrambled_document_loses_words(seed: int):
    """Every `w:t` of it, and of its notes, is in the text, or counted by a notice, or the file is refused."""
    body = scrambled(BODY, random.Random(seed))  # noqa: S311 -- nothing is kept secret by it
    try:
        source = read_source(word_file(body, footnotes=NOTES), "seeds/report.docx")
    except Refusal:
        return
    root = etree.fromstring(f"<w:body {NAMESPACES}>{body}{NOTES}</w:body>")
    pieces = [
        each.text.split() for each in root.iter(f"{W}t", f"{W}delText") if each.text and each.text.strip()
    ]
    # The text has no space where an element that set one was scrambled.
    text = " ".join(source.lines)
    missing = [piece for piece in pieces if not all(word in text for word in piece)]
    wholes = sum(counts(source).values())
    assert not missing or wholes, missing
    if set(counts(source)) <= {"words-left-out"}:
        assert len(missing) <= wholes
