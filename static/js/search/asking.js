// An archive that is asked: what a query finds, narrowed and in order, and all that can be known of it. What goes in and comes out can
// be sent from one thread to another.
import { daysOf } from "./calendar.js";
import { openEngine } from "./engine.js";
import { evaluate } from "./evaluate.js";
import { misreadIn } from "./misread.js";
import { barsOf, countsOf, failing } from "./narrowing.js";
import { linesOf, namesOf, passagesOf } from "./passages.js";
import { parse, wanted } from "./query.js";
import { rememberer } from "./remembering.js";
import { every } from "./sets.js";
import { spellingsIn } from "./spellings.js";
import { suggestionsFor } from "./suggest.js";
import { openTable } from "./table.js";
import { tokensOf } from "./tokens.js";

const REMEMBERED = 12, REMEMBERED_NARROWED = 4;
// Scores are equal that differ by less than the two-thousandth part.
const EQUAL = 2000;
const ENOUGH_OF_A_WORD = 3;

export async function openAsking(root) {
  const table = await openTable(root);
  const { manifest } = table;
  const once = rememberer(), answers = rememberer(REMEMBERED), narrowed = rememberer(REMEMBERED_NARROWED);

  const engine = () => once("engine", () => openEngine(root, manifest.shards, manifest.digest));

  // What a text finds in the whole archive. Narrowing it asks nothing anew.
  const found = ({ text }) => answers(text.trim(), async () => {
    const tree = parse(text.trim(), manifest.leaves);
    if (!tree) return { tree, rows: every(manifest.documents), unknown: [], approximate: [], references: [], isWhole: true };
    return { tree, ...(await evaluate(tree, text.trim(), await engine(), table)) };
  });

  // The answer to a query: why each row of it is left out, and those that are not, in their order.
  const answered = (query) => narrowed(keyOf(query), async () => {
    const answer = await found(query);
    const failures = await failuresOf(table, answer, query);
    const left = [...failures].filter(([, failure]) => failure === "").map(([row]) => row);
    return { answer, failures, rows: await inOrder(table, answer, left, query) };
  });

  async function cardOf(row) {
    const card = await table.card(row);
    return { ...card, address: new URL(card.address, root).pathname };
  }

  async function hitOf(row, { hits }) {
    return { row, card: await cardOf(row), found: [...new Set(hits.map(({ hit }) => hit.shard.language))] };
  }

  async function ask(query, { first = 0, count = 10 } = {}) {
    const { answer, rows } = await answered(query);
    const { tree, unknown, approximate, references, isWhole } = answer;
    const [hits, suggestions] = await Promise.all([
      Promise.all(rows.slice(first, first + count).map((row) => hitOf(row, answer.rows.get(row)))),
      suggestionsFor(unknown, query.text, table),
    ]);
    return { total: rows.length, hits, suggestions, unknown, misread: misreadIn(query.text, unknown), approximate, references, isWhole, hasWords: wanted(tree).length > 0 };
  }

  async function facets({ facets: chosen = {}, ...query }, name) {
    const [{ failures }, facet] = await Promise.all([answered({ facets: chosen, ...query }), facetOf(table, name)]);
    const numbers = countsOf(failures, name, facet);
    const isChosen = new Set(chosen[name] ?? []);
    const values = facet.values.map(([slug, label, address], number) => ({ slug, name: label, address, count: numbers[number], isChosen: isChosen.has(slug) }));
    return values.sort((a, b) => b.count - a.count);
  }

  async function years(query) {
    const [{ failures }, dates] = await Promise.all([answered(query), table.dates()]);
    return barsOf(failures, dates);
  }

  async function passages(query, row, most = 3) {
    const [{ rows }, { address }] = await Promise.all([found(query), cardOf(row)]);
    return passagesOf(rows.get(row), address, most);
  }

  async function names(query, row) {
    return namesOf((await found(query)).rows.get(row), table.names);
  }

  async function citations(query, most = 500) {
    const { rows } = await answered(query);
    return Promise.all(rows.slice(0, most).map(async (row) => ({ row, ...(await table.citation(row)) })));
  }

  // Occurrences in the order of time, from one document after another until there are enough; `isWhole` says whether `total` is all of
  // them, which stand in so many `documents`.
  async function lines(query, { first = 0, count = 50 }) {
    const { answer, rows } = await answered(query);
    const having = rows.filter((row) => answer.rows.get(row).hits.length).sort((a, b) => a - b);
    const occurrences = [];
    let read = 0;
    while (read < having.length && occurrences.length <= first + count) {
      const next = having.slice(read, (read += 10));
      const each = await Promise.all(next.map(async (row) => {
        const card = await cardOf(row);
        return (await linesOf(answer.rows.get(row), card.address)).map((line) => ({ row, card, ...line }));
      }));
      occurrences.push(...each.flat());
    }
    return { total: occurrences.length, isWhole: read >= having.length, documents: new Set(occurrences.map(({ row }) => row)).size, lines: occurrences.slice(first, first + count) };
  }

  async function prepare(text) {
    const expected = engine().then((opened) => opened.expect(wordBegunIn(text)));
    await Promise.all([expected, table.rowOfRecord(), spellingsIn(table)]);
  }

  // An engine to which something did not come is not asked again, nor are its hits.
  function forget() {
    for (const remembered of [once, answers, narrowed]) remembered.forget();
  }

  return { manifest, prepare, forget, ask, facets, years, lines, citations, passages, names };
}

// The word that is being typed, once so much of it is there that its place in the index is likely that of the whole.
function wordBegunIn(text) {
  const { text: words = "", field } = tokensOf(text).at(-1) ?? {};
  const word = words.split(/\s/).at(-1);
  return field || word.length < ENOUGH_OF_A_WORD ? "" : word;
}

function keyOf({ text, facets = {}, from = "", to = "", sort = "relevance" }) {
  return JSON.stringify([text.trim(), facets, from, to, sort]);
}

async function failuresOf(table, answer, { facets = {}, from = "", to = "" }) {
  const names = Object.keys(facets).filter((name) => facets[name].length);
  const columns = new Map(await Promise.all(names.map(async (name) => [name, await facetOf(table, name)])));
  const chosen = names.map((name) => [name, new Set(facets[name].map((slug) => columns.get(name).numberOf(slug)))]);
  const range = from || to ? { first: daysOf(from)?.first ?? -Infinity, last: daysOf(to)?.last ?? Infinity } : null;
  return failing(answer.rows, chosen, columns, range, range && (await table.dates()));
}

// The table has no column of a facet without values, and no document one of them.
async function facetOf(table, name) {
  const { facets, documents } = table.manifest;
  return facets.includes(name) ? table.facet(name) : { values: [], of: Array(documents).fill([]), numberOf: () => undefined };
}

// Rows are numbered in the order of time, the undated last in either direction.
async function inOrder(table, answer, rows, { sort = "relevance" }) {
  if (sort === "newest") {
    const { isDated } = await table.dates();
    return rows.sort((a, b) => isDated[b] - isDated[a] || b - a);
  }
  if (sort === "oldest") return rows.sort((a, b) => a - b);
  return byScore(rows, (row) => answer.rows.get(row).score, table.manifest.documents);
}

// The best first, of equal ones the earlier: each is one number, by which browsers sort at once. The engine adds in any order, so
// that the last digits of a score are now these and now those, and scores that differ by less are equal.
function byScore(rows, scoreOf, documents) {
  const rank = (row) => Math.round(EQUAL * Math.log(Math.max(scoreOf(row), Number.MIN_VALUE)));
  const numbers = Float64Array.from(rows, (row) => row - rank(row) * documents).sort();
  return Array.from(numbers, (number) => number - Math.floor(number / documents) * documents);
}
