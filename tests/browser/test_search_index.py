"""What the index finds by itself, asked by its own engine: whatever the search page does, these must be there to be found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import build_quietly, served

# The papers of an archive: their languages, what else is said of them, and their words.
PAPERS = {
    "party": ("en", "", "He spoke of the Korean [Workers’] Party and of the [Kor]ean People’s Army."),
    "bracket": ("en", "", "The Central [ Standing ] Committee met. The Party [1] thanked everybody."),
    "note": ("en", "", "Sent to the Soviet Embassy * yesterday by the Politi[buro]."),
    "weiss": ("en", "", "Herr Weiß came from Łódź with Đỗ Mười."),
    "strasse": ("de", "", "Er wohnt in der Wilhelmstraße bei Frau Weiss."),
    "embassy": ("ko", "", "조선민주주의인민공화국 주재 쏘련대사관에서 전쟁에서의 일을 알리였다."),
    "names": ("en", "people_mentioned: 최용건\n", "He met 김일성동지 at the station."),
    "war": ("zh", "people_mentioned: 毛泽东\n", "朝鲜战争的开始是一个秘密。"),
    "legation": ("ja", "", "平壌駐在ソ連大使館の報告である。"),
    "thai": ("th", "", "ประวัติศาสตร์สงครามเกาหลี"),
    "telegram": ("ru", "", "Телеграмма о революции."),
}  # fmt: skip
# What is asked, of which index, and which paper has it: through a phrase, a word inside another, a letter spelt out.
ASKED = """
en  "Korean Workers Party"      party
en  "Korean People's Army"      party
en  Korean                      party
en  "Central Standing Committee" bracket
en  "Party thanked"             bracket
en  "Embassy yesterday"         note
en  politburo                   -
en  politiburo                  note
en  Weiss                       weiss
en  Lodz                        weiss
en  Do Muoi                     weiss
en  최용건                       names
en  용건                         names
en  일성동지                     names
de  Wilhelmstrasse              strasse
de  Weiß                        strasse
ko  대사관                       embassy
ko  인민공화국                   embassy
ko  전쟁                         embassy
ko  쏘련대사관                   embassy
zh  战争                         war
zh  秘密                         war
zh  毛泽东                       war
zh  泽东                         war
ja  大使                         legation
ja  報告                         legation
th  เกาหลี                        thai
ru  телеграммы                  telegram
ru  революция                   telegram
""".strip().splitlines()

_SEARCH = """async ([index, words]) => {
  const engine = await import(`/pagefind/${index}/pagefind.js`);
  await engine.options({ baseUrl: "/" });
  await engine.init();
  const { results } = await engine.search(words);
  return Promise.all(results.map(async (result) => (await result.data()).url));
}"""
_MERGED = """async ([words]) => {
  const engine = await import("/pagefind/ja/pagefind.js");
  await engine.options({ baseUrl: "/" });
  await engine.init();
  for (const language of globalThis.areMerged ? [] : ["ko", "th", "zh"]) {
    await engine.mergeIndex(new URL(`/pagefind/${language}/`, location.href).href, { language, baseUrl: "/" });
  }
  globalThis.areMerged = true;
  const { results } = await engine.search(words);
  return Promise.all(results.map(async (result) => [result.id, (await result.data()).url]));
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive with papers in many languages."""
    root: Path = tmp_path_factory.mktemp("papers")
    (root / "seeds").mkdir()
    (root / "archive.yml").write_text("title: Papers\n", "utf-8")
    for name, (language, said, words) in PAPERS.items():
        (root / "seeds" / f"{name}.txt").write_text(f"Paper {name}\n\n{words}\n", "utf-8")
        (root / "seeds" / f"{name}.yml").write_text(f"id: {name}\nlanguage: {language}\n{said}", "utf-8")
    return build_quietly(root)


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A page of that site."""
    for address in served(site):
        context = browser.new_context()
        opened = context.new_page()
        opened.goto(f"{address}search/")
        yield opened
        context.close()


@pytest.mark.parametrize("row", ASKED, ids=lambda row: "-".join(row.split()[:-1]))
def test_the_index_finds(page: Page, row: str):
    """The paper that is meant, whichever way its words are written in the index; words that are nowhere find none."""
    index, *words, paper = row.split()
    # Indexes that are not stemmed share their programs, which stand with the first of them.
    if index in ("ko", "th", "zh"):
        found = [address for _, address in page.evaluate(_MERGED, [" ".join(words)])]
    else:
        found = page.evaluate(_SEARCH, [index, " ".join(words)])
    wanted = [] if paper == "-" else [f"documents/{paper}/"]
    assert [address for each in wanted for address in found if address.endswith(each)] or not wanted
    assert len(found) == len(wanted)


def test_a_result_names_its_shard(page: Page):
    """So that the table knows which row it is, though the engine has put several shards together."""
    assert {identifier.split("_")[0] for identifier, _ in page.evaluate(_MERGED, ["전쟁"])} == {"ko"}
