"""How the search page reads what is typed, and the parts that count, compare and put in order, each for itself in a real Chromium."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

CASES = Path(__file__).parents[1] / "cases"
QUERIES = yaml.safe_load((CASES / "search_queries.yml").read_text("utf-8"))

LEAVES = {
    **dict.fromkeys(["f", "fond", "ф"], "fond"),
    **dict.fromkeys(["op", "opis", "оп"], "opis"),
    **dict.fromkeys(["п", "papka"], "papka"),
    **dict.fromkeys(["d", "delo", "д"], "delo"),
    **dict.fromkeys(["l", "ll", "ff", "p", "л", "лл"], "list"),
    "box": "box",
    "file": "file",
}

SAID = """
const day = (number) => Number.isFinite(number) ? new Date(number * 86400000).toISOString().slice(0, 10) : "";
const said = (tree) => {
  if (!tree) return "nothing";
  const words = (nodes) => nodes.map((node) => node.phrase?.join(" ") ?? node.word).join(" ");
  if (tree.references) {
    const must = tree.must.map(said).join(" ");
    const each = [...tree.references.map(({ all }) => all.map(({ number }) => number.join("|")).join(" ")), ...tree.numbers.map(said)];
    return `reference ${each.join(" or ")}; ${words(tree.others)}${must && "; " + must}`;
  }
  if (tree.all) return `(${tree.all.map(said).join(" & ")})`;
  if (tree.any && tree.text) return `${tree.any[0].word ?? said(tree.any[0])}#${tree.any[1].number[0]}`;
  if (tree.any) return `(${tree.any.map(said).join(" | ")})`;
  if (tree.not) return `-${said(tree.not)}`;
  if (tree.field) return `${tree.field}=${tree.name}`;
  if (tree.phrase) return `"${tree.phrase.join(" ")}"`;
  if (tree.word) return `${tree.isExact ? "=" : ""}${tree.word}`;
  return `${day(tree.first)}..${day(tree.last)}`;
};
"""


def run(page: Page, script: str, *given: object) -> object:
    """Return what a script gives that may use every module of the search as `search`, and what is `given`."""
    names = [
        "query",
        "letters",
        "sets",
        "suggest",
        "narrowing",
        "phrases",
        "forms",
        "calendar",
        "reference",
        "tokens",
        "table",
    ]
    imports = f"""const search = {{}}; for (const name of {names}) Object.assign(search, await import(`/js/search/${{name}}.js`));"""
    return page.evaluate(f"async (given) => {{ {imports} {SAID} {script} }}", list(given))


@pytest.mark.parametrize("case", QUERIES, ids=[case["typed"] or "nothing" for case in QUERIES])
def test_what_is_typed_is_read(modules: Page, case: dict[str, str]):
    """Words, phrases, signs, fields and numbers become the tree that was meant."""
    assert (
        run(modules, "return said(search.parse(given[0], given[1]))", case["typed"], LEAVES) == case["read"]
    )


@pytest.mark.parametrize(
    "typed",
    ["(" * 20_000, "-(" * 9_000 + "a", "' a" * 20_000, '"' * 30_001, " " * 50_000 + "a", "f 1 " * 20_000, "a" * 90_000, "NOT " * 20_000,
     "year:" * 9_000, "«" * 9_000, "\u0000\ufffd\u202e🙂 %00 <script>", "[" * 9_000, "\ud800", "a-" * 9_000],
    ids=range(14),
)  # fmt: skip
def test_nothing_typed_is_too_much(modules: Page, typed: str):
    """What nobody would type is read as soon as anything else, and raises nothing."""
    script = "for (let time = 0; time < 20; time++) search.parse(given[0], given[1]); return search.wanted(search.parse(given[0], given[1])).length"
    assert isinstance(run(modules, script, typed, LEAVES), int)


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Ch'oe", "choe"), ("Ch‘oe", "choe"), ("Yŏng-gŏn", "yonggon"), ("Straße", "strasse"), ("STRASSE", "strasse"), ("Łódź", "lodz"),
        ("Đỗ", "do"), ("ĐẠI", "dai"), ("Øresund", "oresund"), ("İstanbul", "istanbul"), ("ılık", "ilik"), ("Ærø", "aero"),
        ("елка", "елка"), ("Ёлка", "елка"), ("йод", "иод"), ("최용건", "최용건"), ("\u110e\u116c", "최"), ("ガス", "カス"), ("№5", "no5"),
        ("[Kor]ean", "korean"), ("", ""), ("—", ""), ("ﬁnal", "final"), ("ΑΘΉΝΑ", "αθηνα"), ("１９５７", "1957"),
    ],
)  # fmt: skip
def test_letters_are_compared_without_their_marks(modules: Page, word: str, letters: str):
    """Case, accents, apostrophes and hyphens do not matter, and letters that are no accented ones are spelt out."""
    assert run(modules, "return search.folded(given[0])", word) == letters


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Yong-geon", ["yonggeon", "yong", "geon"]), ("l’ambassade", ["lambassade", "l", "ambassade"]), ("[Kor]ean", ["korean", "kor", "ean"]),
        ("pier,", ["pier"]), ("—", []), ("Yŏng", ["yong"]),
    ],
)  # fmt: skip
def test_a_word_has_parts(modules: Page, word: str, parts: list[str]):
    """A word with marks inside is found by the whole of it and by what stands between them."""
    assert run(modules, "return search.partsOf(given[0])", word) == parts


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("№ 106-00719/06", "1060071906"), ("Nº 5925-гс", "5925гс"), ("No. 12/345-s", "12345s"), ("n° 7", "7"), ("#12", "12"),
        ("casino5", "casino5"), ("DY 30/3641", "dy303641"), ("１２", "12"), ("", ""),
    ],
)  # fmt: skip
def test_numbers_are_compared_without_what_divides_them(modules: Page, number: str, key: str):
    """Signs for “number”, hyphens, strokes and spaces do not matter; letters do."""
    assert run(modules, "return search.numberKey(given[0])", number) == key


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("pier", ["", "pier", ""]), ("pier.", ["", "pier", "."]), ("“pier,”", ["“", "pier", ",”"]), ("l'hôpital.", ["", "l'hôpital", "."]),
        ("[Workers']", ["[", "Workers", "']"]), ("gran[ary],", ["", "gran[ary]", ","]), ("([Kor]ean)", ["(", "[Kor]ean", ")"]),
        ("[sic]", ["[", "sic", "]"]), ("a", ["", "a", ""]), ("大使馆。", ["", "大使馆", "。"]), ("—", ["", "—", ""]), ("", ["", "", ""]),
    ],
)  # fmt: skip
def test_marks_around_a_word_stand_apart(modules: Page, word: str, parts: list[str]):
    """Of editors’ brackets those that break a word are its own."""
    assert run(modules, "return search.around(given[0])", word) == parts


def test_sets_of_rows_obey_their_laws(modules: Page):
    """Whatever the sets: rows are those that logic says, and a row’s hits are those of all sets that gave it."""
    script = """
      let seed = 7;
      const random = (below) => { seed = (seed * 16807) % 2147483647; return seed % below; };
      const { union, intersection, difference, preferring, every, ofRows } = search;
      const some = (name) => new Map(Array.from({ length: random(12) }, () => random(20)).map((row) => [row, { score: random(5), hits: [name] }]));
      const rows = (set) => [...set.keys()].sort((a, b) => a - b).join();
      const faults = [];
      const check = (what, one, other) => { if (one !== other) faults.push(`${what}: ${one} / ${other}`); };
      for (let time = 0; time < 300; time++) {
        const [a, b, c] = [some("a"), some("b"), some("c")];
        const all = every(20);
        check("all rows", rows(union([a, difference(all, a)])), rows(all));
        check("De Morgan", rows(difference(all, union([a, b]))), rows(intersection(difference(all, a), difference(all, b))));
        check("distribution", rows(intersection(a, union([b, c]))), rows(union([intersection(a, b), intersection(a, c)])));
        check("either order", rows(intersection(a, b)), rows(intersection(b, a)));
        check("nothing of itself", difference(a, a).size, 0);
        check("preferring adds no row", rows(preferring(a, b)), rows(a));
        for (const [row, { score, hits }] of union([a, b, c])) {
          check("hits of all", hits.join(""), ["a", "b", "c"].filter((_, place) => [a, b, c][place].has(row)).join(""));
          check("the best score", score, Math.max(...[a, b, c].map((set) => set.get(row)?.score ?? 0)));
        }
        for (const [row, { score }] of intersection(a, b)) check("scores together", score, a.get(row).score + b.get(row).score);
      }
      check("no sets", union([]).size, 0);
      check("rows named twice", ofRows([3, 3, 4]).size, 2);
      return faults.slice(0, 5);
    """
    assert run(modules, script) == []


@pytest.mark.parametrize(
    ("one", "other", "limit", "away"),
    [
        ("embasy", "embassy", 2, 1), ("embassy", "embassy", 2, 0), ("puzanov", "puznaov", 2, 1), ("kim", "kmi", 1, 1), ("ab", "ba", 1, 1), ("", "ab", 2, 2),
        ("abc", "", 3, 3), ("geon", "gon", 1, 1), ("abcd", "badc", 2, 2), ("lindqvist", "lundqvits", 2, 2), ("harbour", "pier", 2, 3),
        ("가나다", "가다나", 1, 1), ("cba", "abc", 1, 2),
    ],
)  # fmt: skip
def test_how_far_words_are_apart(modules: Page, one: str, other: str, limit: int, away: int):
    """Letters put in, left out, changed, or exchanged with the next are counted; beyond the limit it is enough to be beyond."""
    there, back = run(
        modules,
        "return [search.distance(...given), search.distance(given[1], given[0], given[2])]",
        one,
        other,
        limit,
    )
    assert there == back
    assert there == away if away <= limit else there > limit


def test_what_may_be_meant_is_offered(modules: Page):
    """Of an unknown word the nearest name or word of a title is offered, in the place of that word alone; of a short one, of a number and
    of one that is known, nothing.
    """
    table = {
        "names": [
            ["people", "puzanov", ["A. M. Puzanov", "Пузанов"]],
            ["people", "choe", ["Choe Yong-geon", "Ch'oe Yŏng-gŏn"]],
        ],
        "words": [["embassy", 3], ["report", 5], ["reports", 2], ["art", 9]],
    }
    script = """
      const table = { names: async () => given[0].names, words: async () => given[0].words };
      const asked = [[["Puznov"], "journal -Puznov Puznov"], [["embasy"], "embasyX embasy"], [["Пузонов"], "person:Пузонов"], [["arr"], "arr"],
        [["reports"], "reports"], [["Yonggen"], '"Choe Yonggen"'], [["zeppelin"], "zeppelin"], [["repotr 5"], '"repotr 5"'], [["19577"], "19577"]];
      return Promise.all(asked.map(async ([unknown, text]) => (await search.suggestionsFor(unknown, text, table)).map(({ instead, text }) => [instead, text])));
    """
    assert run(modules, script, table) == [
        [["Puzanov", "journal -Puzanov Puznov"]],
        [["embassy", "embasyX embassy"]],
        [["Пузанов", "person:Пузанов"]],
        [],
        [],
        [["Yong-geon", '"Choe Yong-geon"']],
        [],
        [["report", '"report 5"']],
        [],
    ]


# Seven documents: the days that their dates may begin and end with, their people (Anna 0, Peter 1) and kinds (letter 0, report 1).
NARROWED = """
  const days = (text) => search.daysOf(text);
  const dated = [["1957-05-22", "1957-05-22"], ["1957-01-01", "1957-12-31"], ["1959-12-30", "1960-01-02"], [null, "1958-03-01"], ["1961-01-01", null], null, ["1957-06-01", "1957-06-30"]];
  const dates = {
    first: dated.map((span) => span?.[0] ? days(span[0]).first : -Infinity),
    last: dated.map((span) => span?.[1] ? days(span[1]).last : Infinity),
    isDated: dated.map((span) => span ? 1 : 0),
  };
  const facets = new Map([
    ["people", { values: [["anna"], ["peter"]], of: [[0], [1], [0, 1], [], [0], [1], [0]] }],
    ["kinds", { values: [["letter"], ["report"]], of: [[0], [0], [1], [1], [0], [1], [1]] }],
  ]);
  const rows = search.every(7);
  const narrowed = (chosen, from, to) => {
    const range = from || to ? { first: from ? days(from).first : -Infinity, last: to ? days(to).last : Infinity } : null;
    const failures = search.failing(rows, chosen.map(([name, numbers]) => [name, new Set(numbers)]), facets, range, dates);
    const passing = [...failures].filter(([, failure]) => failure === "").map(([row]) => row);
    return [passing, ...["people", "kinds"].map((name) => [...search.countsOf(failures, name, facets.get(name))]), search.barsOf(failures, dates)];
  };
"""


@pytest.mark.parametrize(
    ("chosen", "span", "counts"),
    [
        ([], "", [[0, 1, 2, 3, 4, 5, 6], [4, 3], [3, 4]]),
        ([["people", [0]]], "", [[0, 2, 4, 6], [4, 3], [2, 2]]),
        ([["people", [0, 1]]], "", [[0, 1, 2, 4, 5, 6], [4, 3], [3, 3]]),
        ([["people", [0]], ["kinds", [1]]], "", [[2, 6], [2, 2], [2, 2]]),
        ([["people", [1]], ["kinds", [0]]], "", [[1], [2, 1], [1, 2]]),
        ([], "1957..1957", [[0, 1, 3, 6], [2, 1], [2, 2]]),
        ([], "1957-05-22..1957-05-22", [[0, 1, 3], [1, 1], [2, 1]]),
        ([], "1960..", [[2, 4], [2, 1], [1, 1]]),
        ([], "1960-01-02..1960-01-02", [[2], [1, 1], [0, 1]]),
        ([], "1960-01-03..1960-12-31", [[], [0, 0], [0, 0]]),
        ([], "..1900", [[3], [0, 0], [0, 1]]),
        ([], "2000..", [[4], [1, 0], [1, 0]]),
        ([["people", [0]]], "1957..1957", [[0, 6], [2, 1], [1, 1]]),
        ([["kinds", [None]]], "", [[], [0, 0], [3, 4]]),
    ],
)
def test_what_facets_and_dates_leave(modules: Page, chosen: list[object], span: str, counts: list[list[int]]):
    """A span takes what overlaps it and nothing undated; each value says how many documents there would be with it."""
    script = NARROWED + "return narrowed(given[0], ...given[1].split('..'))"
    assert run(modules, script, chosen, span)[:3] == counts


@pytest.mark.parametrize(
    ("chosen", "span", "bars", "undated"),
    [
        ([], "", {"1957": 3, "1958": 1, "1959": 1, "1961": 1}, 1),
        ([], "1961..1961", {"1957": 3, "1958": 1, "1959": 1, "1961": 1}, 1),
        ([["people", [0]], ["kinds", [1]]], "", {"1957-06": 1, "1959-12": 1}, 0),
        ([["people", [0]], ["kinds", [0]]], "", {"1957": 1, "1961": 1}, 0),
        ([["kinds", [None]]], "", {}, 0),
    ],
)
def test_bars_of_the_years(
    modules: Page, chosen: list[object], span: str, bars: dict[str, int], undated: int
):
    """Bars are months or years as the span is long, without a gap between them; the dates that are chosen do not change them."""
    script = (
        NARROWED
        + """
      const all = narrowed(given[0], ...given[1].split(".."))[3];
      const gaps = all.bars.filter(({ from }, place) => place && from !== all.bars[place - 1].to + 1);
      return [Object.fromEntries(all.bars.filter(({ count }) => count).map(({ from, to, count }) => [day(from).slice(0, to - from > 31 ? 4 : 7), count])), all.undated, gaps];
    """
    )
    assert run(modules, script, chosen, span) == [bars, undated, []]


def test_bars_of_any_span_can_be_drawn(modules: Page):
    """However far apart the dates of an archive are, there are no more than some hundred bars, and each document is in one."""
    script = """
      const tried = [["0001", "2020"], ["-4000", "99999"], ["1957-01-31", "1959-12-31"], ["1957", "1960-02"], ["1900", "2019"], ["1900", "2021"], ["1957-05-22", "1957-05-22"]];
      return tried.map((ends) => {
        const first = ends.map((end) => search.daysOf(end).first);
        const failures = new Map(ends.map((_, row) => [row, ""]));
        const { bars } = search.barsOf(failures, { first, last: first, isDated: [1, 1] });
        return bars.length <= 121 && bars.reduce((sum, { count }) => sum + count, 0) === 2 && bars[0].from <= first[0] && bars.at(-1).to >= first[1];
      });
    """
    assert run(modules, script) == [True] * 7


@pytest.mark.parametrize(
    ("words", "spellings"),
    [
        (["sea", "wall"], ["sea wall", "seawall"]),
        (["Choe", "Yong-geon"], ["Choe Yong geon", "Choe Yonggeon", "ChoeYong geon"]),
        (["Yong-geon"], ["Yong geon", "Yonggeon"]),
        (["a-b", "c-d"], ["a b c d", "a b cd", "ab c d", "ab cd", "a bc d"]),
    ],
)
def test_a_phrase_is_asked_for_in_each_spelling(modules: Page, words: list[str], spellings: list[str]):
    """What hyphens join may stand apart in a text, and the other way round."""
    assert run(modules, "return search.spellingsOf(given[0])", words) == spellings


@pytest.mark.parametrize(
    ("text", "phrase", "runs"),
    [
        ("Vice Premier Ch'oe Yŏng-gŏn said", "Choe Yonggon", [[2, 3]]),
        ("Ch'oe Yŏng Gŏn and Choe Yong-gon,", "Choe Yong-gon", [[0, 1, 2], [4, 5]]),
        ("a Korean [Workers'] Party (KWP)", "Korean Workers' Party", [[1, 2, 3]]),
        ("à la presse et a la presse", "a la presse", [[0, 1, 2], [4, 5, 6]]),
        ("the — sea wall", "sea wall", [[2, 3]]),
        ("sea sea wall", "sea wall", [[1, 2]]),
        ("seawater wall", "sea wall", []),
        ("", "sea wall", []),
    ],
)
def test_where_a_phrase_stands(modules: Page, text: str, phrase: str, runs: list[list[int]]):
    """Its letters in their order, wherever hyphens, accents and brackets are."""
    script = "return search.runsIn(given[0].split(' '), [search.folded(given[1])])"
    assert run(modules, script, text, phrase) == runs


@pytest.mark.parametrize(
    ("word", "languages", "forms"),
    [
        ("harbour", ["en", "ru"], ["harbour"]),
        ("대사관에서", ["en", "ko"], ["대사관에서", "대사관 in ko"]),
        ("대사관에서", ["en"], ["대사관에서"]),
        ("전쟁", ["ko"], ["전쟁"]),
        (
            "朝鲜战争",
            ["zh"],
            [
                '"朝鲜 战争" in zh',
                "朝鲜战争 in zh",
                '"朝鲜战 争" in zh',
                '"朝鲜 战 争" in zh',
                '"朝 鲜战争" in zh',
                '"朝 鲜战 争" in zh',
                '"朝 鲜 战争" in zh',
                '"朝 鲜 战 争" in zh',
                "朝鲜 战争 near in zh",
            ],
        ),
        ("朝鲜", ["en", "zh"], ["朝鲜 in en", "朝鲜 in zh", '"朝 鲜" in zh', "朝鲜 near in zh"]),
        ("東京", ["en"], ["東京"]),
        ("—", ["en", "zh"], []),
    ],
)
def test_what_a_word_is_asked_for_as(modules: Page, word: str, languages: list[str], forms: list[str]):
    """Korean without its particle, Chinese and Japanese divided, in the shards of those languages only."""
    script = """
      return search.formsOf(given[0], given[1].map((language) => ({ language }))).map(({ text, isPhrase, isNear, languages }) =>
        `${isPhrase ? `"${text}"` : text}${isNear ? " near" : ""}${languages ? ` in ${[...languages].join()}` : ""}`);
    """
    assert run(modules, script, word, languages) == forms
