// The port: `openArchive(root)` gives the archive, and `archive.ask(query, window)` answers. The page knows nothing of what stands
// behind it.
import { openEngine } from "./engine.js";
import { evaluate } from "./evaluate.js";
import { daysOf } from "./calendar.js";
import { barsOf, countsOf, failing } from "./narrowing.js";
import { linesOf, namesOf, passagesOf } from "./passages.js";
import { parse, wanted } from "./query.js";
import { every } from "./sets.js";
import { suggestionsFor } from "./suggest.js";
import { openTable } from "./table.js";

const REMEMBERED = 12;

export async function openArchive(root) {
  const table = await openTable(root);
  const { manifest } = table;
  const answers = new Map();
  let engine;

  // What a text finds in the whole archive. Narrowing it asks nothing anew.
  function found(text) {
    if (!answers.has(text)) {
      if (answers.size >= REMEMBERED) answers.delete(answers.keys().next().value);
      const answer = foundAnew(text);
      answer.catch(() => answers.delete(text));
      answers.set(text, answer);
    }
    return answers.get(text);
  }

  async function foundAnew(text) {
    const tree = parse(text, manifest.leaves);
    if (!tree) return { tree, rows: every(manifest.documents), unknown: [], approximate: [], references: [], isWhole: true };
    return { tree, ...(await evaluate(tree, text, await opened(), table)) };
  }

  function opened() {
    engine ??= openEngine(root, manifest.shards, manifest.digest);
    engine.catch(() => { engine = undefined; });
    return engine;
  }

  async function ask(query, { first = 0, count = 10 } = {}) {
    const answer = await found(query.text.trim());
    const narrowed = await narrowing(table, answer, query);
    const rows = await inOrder(table, answer, narrowed.rows, query);
    const [hits, suggestions] = await Promise.all([
      Promise.all(rows.slice(first, first + count).map((row) => hitOf(table, root, row, answer.rows.get(row)))),
      suggestionsFor(answer.unknown, query.text, table),
    ]);
    return {
      total: rows.length,
      hits,
      suggestions,
      unknown: answer.unknown,
      approximate: answer.approximate,
      references: answer.references,
      isWhole: answer.isWhole,
      ...narrowed.counts,
      hasWords: wanted(answer.tree).length > 0,
      lines: (window) => lines(table, root, answer, narrowed.rows, window),
      citations: (most = 500) => Promise.all(rows.slice(0, most).map(async (row) => ({ row, ...(await table.citation(row)) }))),
    };
  }

  // Loads what answers words, while the first are being typed.
  const prepare = () => Promise.all([opened(), table.rowOfRecord()]);
  return { ask, prepare, manifest };
}

async function narrowing(table, answer, { facets = {}, from = "", to = "" }) {
  const names = Object.keys(facets).filter((name) => facets[name].length);
  const columns = new Map(await Promise.all(names.map(async (name) => [name, await facetOf(table, name)])));
  const chosen = names.map((name) => [name, new Set(facets[name].map((slug) => columns.get(name).numberOf(slug)))]);
  const range = from || to ? { first: daysOf(from)?.first ?? -Infinity, last: daysOf(to)?.last ?? Infinity } : null;
  const failures = failing(answer.rows, chosen, columns, range, range && (await table.dates()));
  const counts = {
    facets: async (name) => {
      const facet = await facetOf(table, name);
      const numbers = countsOf(failures, name, facet);
      const isChosen = new Set(facets[name] ?? []);
      return facet.values.map(([slug, label, address], number) => ({ slug, name: label, address, count: numbers[number], isChosen: isChosen.has(slug) })).sort((a, b) => b.count - a.count);
    },
    years: async () => barsOf(failures, await table.dates()),
  };
  return { rows: [...failures].filter(([, failure]) => failure === "").map(([row]) => row), counts };
}

// The table has no column of a facet without values, and no document one of them.
function facetOf(table, name) {
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
  // The engine adds in any order, so that the last digits of a score are now these and now those.
  const scores = new Map(rows.map((row) => [row, Number(answer.rows.get(row).score.toPrecision(4))]));
  return rows.sort((a, b) => scores.get(b) - scores.get(a) || a - b);
}

async function hitOf(table, root, row, match) {
  const card = await table.card(row);
  const address = new URL(card.address, root).pathname;
  return {
    row,
    card: { ...card, address },
    found: [...new Set(match.hits.map(({ hit }) => hit.shard.language))],
    passages: (most = 3) => passagesOf(match, address, most),
    names: () => namesOf(match, table.names),
  };
}

// Occurrences in the order of time, from one document after another until there are enough; `isWhole` says whether `total` is all of them,
// which stand in so many `documents`.
async function lines(table, root, answer, rows, { first = 0, count = 50 }) {
  const having = rows.filter((row) => answer.rows.get(row).hits.length).sort((a, b) => a - b);
  const found = [];
  let read = 0;
  while (read < having.length && found.length <= first + count) {
    const next = having.slice(read, (read += 10));
    const each = await Promise.all(next.map(async (row) => {
      const card = await table.card(row);
      const address = new URL(card.address, root).pathname;
      return (await linesOf(answer.rows.get(row), address)).map((line) => ({ row, card: { ...card, address }, ...line }));
    }));
    found.push(...each.flat());
  }
  return { total: found.length, isWhole: read >= having.length, documents: new Set(found.map(({ row }) => row)).size, lines: found.slice(first, first + count) };
}
