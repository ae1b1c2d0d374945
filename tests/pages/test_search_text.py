"""The words that the indexer is fed: no sign that stands alone is a word between two words of a phrase."""

import pytest
from markupsafe import Markup

from archivegen.pages.search_text import fed

# What stands in the HTML of a passage, and what is fed.
CASES = """
Korean <span class="mark supplied">[Workers’]</span> Party => Korean [Workers’] Party
Korean [ Workers’ ] Party => Korean [Workers’] Party
<span class="mark supplied">[Kor]</span>ean Party => [Kor]ean Party
the Party [1] said => the Party[1] said
the Party * said => the Party* said
the Party † said. ‡ Then => the Party† said.‡ Then
the Party<sup>12</sup> said => the Party said
the Party.<sup>3</sup> Then => the Party. Then
“the Party”<sup>*</sup> said => “the Party” said
the 20<sup>th</sup> Congress => the 20th Congress
40 km<sup>2</sup> of land => 40 km2 of land
the Party ( the old one ) said => the Party (the old one) said
one line<br>
another line => one line another line
peace &amp; bread &lt;sic&gt; => peace & bread <sic>
he paused … and went – slowly => he paused … and went – slowly
[ ] was => [ ] was
l’ambassade n’a pas => l'ambassade n'a pas
Ch‘oe of the Workers’ Party => Ch'oe of the Workers’ Party
“the Party’s ‘duty’” => “the Party's ‘duty’”
""".strip()


@pytest.mark.parametrize("case", CASES.replace("<br>\n", "<br>\x00").splitlines())
def test_signs_stand_beside_their_words(case: str):
    """Brackets, marks of notes and lines are no words of their own, and an apostrophe inside a word parts it for the indexer."""
    html, _, words = case.replace("\x00", "\n").partition(" => ")
    assert fed(Markup(html)) == words  # noqa: S704 -- the case is HTML
