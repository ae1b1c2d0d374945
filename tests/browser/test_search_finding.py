"""What is found of words and phrases over an engine that is made up: what is counted, what is left unread, which spellings are asked for."""

import pytest
from playwright.sync_api import Page

# An engine of texts: a word is found by its beginning, and where nothing begins so by the longest beginning of it; a phrase only where
# its words stand in the text as they are asked for.
ENGINE = """
  const shard = { name: "en", language: given[1] ?? "en", documents: given[0].length };
  const plain = (word) => word.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();
  const hit = (id, text, at, run = []) => ({ id: `en_${id}`, shard, score: 1, at, run,
    data: async () => ({ words: text.split(" "), content: text, anchors: [], title: "", names: "", inside: "" }) });
  const places = (text, test) => text.split(" ").flatMap((word, place) => (test(plain(word)) ? [place] : []));
  const ask = async (text) => given[0].flatMap((words, id) => {
    if (text.startsWith('"')) {
      const at = ` ${words} `.indexOf(` ${text.slice(1, -1)} `);
      return at < 0 ? [] : [hit(id, words, [], text.slice(1, -1).split(" ").map((_, step) => words.slice(0, at).split(" ").filter(Boolean).length + step))];
    }
    const known = text.split(" ").map(plain).filter((word) => given[0].some((each) => places(each, (other) => other.startsWith(word)).length));
    const at = known.map((word) => places(words, (other) => other.startsWith(word)));
    return known.length && at.every(({ length }) => length) ? [hit(id, words, at.flat().sort((a, b) => a - b))] : [];
  });
  const engine = { shards: [shard], ask };
"""


def found(modules: Page, what: str, texts: list[str]) -> dict[str, int]:
    """Return how many texts have it, and how many come near and were not looked through."""
    script = f"""async (given) => {{
      const search = await import("/js/search/finding.js");
      {ENGINE}
      const {{ hits, unread }} = await search.{what};
      return {{ hits: hits.length, unread: unread.length }};
    }}"""
    return modules.evaluate(script, [texts])


def test_texts_with_a_word_in_two_forms_are_looked_through_for_a_phrase(modules: Page):
    """The engine passes over them; all are read as long as there are not too many, and the others are known to be unread."""
    text = "il a parlé à la presse"
    few, many = 20, 400
    assert found(modules, 'phraseHits(engine, ["a", "la", "presse"])', [text] * few) == {
        "hits": few,
        "unread": 0,
    }
    of_many = found(modules, 'phraseHits(engine, ["a", "la", "presse"])', [text] * many)
    assert of_many["hits"] + of_many["unread"] == many
    assert of_many["unread"] > 0


def test_a_common_word_that_no_text_has_is_not_found_beside_another(modules: Page):
    """The engine leaves out what it does not know."""
    texts = ["fish was sold", "the fish that we sold"]
    assert found(modules, 'togetherHits(engine, "fish", ["that"])', texts) == {"hits": 1, "unread": 0}
    assert found(modules, 'togetherHits(engine, "fish", ["which"])', texts) == {"hits": 0, "unread": 0}


def spelt(modules: Page, tree: dict[str, object]) -> dict[str, object]:
    """Return a tree with the spellings of the names that it has."""
    script = """async (tree) => {
      const { withSpellings } = await import("/js/search/spellings.js");
      const names = [["people", "kim-il-sung", ["Kim Il Sung", "Ким Ир Сен", "金日成", "Kim Il-sung"]],
        ["people", "otto", ["Otto Weiss"]], ["archives", "state", ["State Archive", "Staatsarchiv"]]];
      return withSpellings(tree, { names: async () => names });
    }"""
    return modules.evaluate(script, tree)


def test_whoever_asks_for_one_spelling_asks_for_all(modules: Page):
    """As a phrase, as words that stand together among others, and where it must not be; the spellings as phrases."""
    words = [{"word": "Kim"}, {"word": "Il"}, {"word": "Sung"}]
    others = [{"phrase": ["Ким", "Ир", "Сен"]}, {"word": "金日成", "isExact": True}]
    name = {"any": [{"all": words}, *others], "text": "Kim Il Sung"}
    assert spelt(modules, {"all": [{"word": "visit"}, *words]}) == {"all": [{"word": "visit"}, name]}
    phrase = {"phrase": ["Kim", "Il-Sung"]}
    assert spelt(modules, phrase) == {"any": [phrase, *others], "text": "Kim Il-Sung"}
    assert spelt(modules, {"not": {"word": "金日成"}})["not"]["any"][1] == {"phrase": ["Kim", "Il-sung"]}


@pytest.mark.parametrize("words", [["Otto", "Weiss"], ["State", "Archive"], ["Kim", "Sung"]])
def test_words_that_are_no_name_with_other_spellings_stay_as_they_are(modules: Page, words: list[str]):
    """A name with one spelling, what is no person, organisation or place, and a part of a name."""
    tree = {"all": [{"word": word} for word in words]}
    assert spelt(modules, tree) == tree
