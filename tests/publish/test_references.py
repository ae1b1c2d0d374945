"""What is read of a page to check its links: in any form in which HTML may be written."""

import time

import pytest

from archivegen.publish.references import read_page

# HTML, the addresses in it with their lines, and the ids.
FORMS = {
    "quoted twice": ('<a href="x/" id="a">', [(1, "x/")], {"a"}),
    "quoted once": ("<a href='x/' id='a'>", [(1, "x/")], {"a"}),
    "not quoted": ("<a href=x/ id=a>", [(1, "x/")], {"a"}),
    "spaced": ('<a  href = "x/"\tid\n= "a" >', [(1, "x/")], {"a"}),
    "capitals": ('<A HREF="X/" ID="A">', [(1, "X/")], {"A"}),
    "closed at once": ('<img src="x.png"/><br/>', [(1, "x.png")], set()),
    "a bracket in a value": ('<a title="a > b" href="x/">', [(1, "x/")], set()),
    "an attribute in a value": ('<a title=\'href="y/"\' href="x/">', [(1, "x/")], set()),
    "no value": ('<a href download><input required id="a">', [], {"a"}),
    "empty": ('<a href="">', [(1, "")], set()),
    "entities": ('<a href="?a=1&amp;b=2#&#233;">', [(1, "?a=1&b=2#é")], set()),
    "over lines": ('<p>\n<a\n  href="x/">\n<a href="y/">', [(2, "x/"), (4, "y/")], set()),
    "a comment": ('<!-- <a href="x/"> -->\n<a href="y/">', [(2, "y/")], set()),
    "a script": ('<script>if (a < b) "<a href=\'x/\'>"</script><a href="y/">', [(1, "y/")], set()),
    "a style": ('<style>\np { background: url(x.png) } /* <a href="z/"> */</style>', [(2, "x.png")], set()),
    "a tag cut off": ('<a href="x/"><a href="y/', [(1, "x/")], set()),
    "a name of a link": ('<a name="a"><meta name="b">', [], {"a"}),
    "a quote in a value that is not quoted": ("<p title=Lindt's>x</p>\n<a href=y/>", [(2, "y/")], set()),
    "a quote before a name": ('<a href="x/" "id="y">', [(1, "x/")], set()),
    "a quote that is not closed": ("<p title=\"x>\n<a href='y/'>", [(2, "y/")], set()),
    "an address that is not closed": ('<a href="y/>x</a>', [(1, '"y/')], set()),
    "a query that is not quoted": ('<a href=?a="b>\n<a href="y/">', [(1, '?a="b'), (2, "y/")], set()),
    "no space between": ('<a href="x/"id="a">', [(1, "x/")], {"a"}),
    "no tag": ("1 < 2 <3 </a> <!doctype html>", [], set()),
}


@pytest.mark.parametrize(("html", "references", "ids"), FORMS.values(), ids=FORMS)
def test_every_form_is_read(html: str, references: list[tuple[int, str]], ids: set[str]):
    """Addresses with the lines their tags begin on, and ids."""
    page = read_page(html)
    assert [(reference.line, reference.address) for reference in page.references] == references
    assert page.ids == ids


@pytest.mark.parametrize(
    "opened", ['<a href="', "<a b='c\" ", "<!-- ", "<a ", "<script> <a ", "b", "'", "=", '="', " a", "a = "]
)
def test_broken_pages_are_read_in_a_moment(opened: str):
    """What is opened and never closed costs no more than what is whole."""
    start = time.process_time()
    read_page(opened * 20000)
    read_page(f"<a {opened * 20000} x=1>")
    assert time.process_time() - start < 2
