// The tree of a query, answered from the full text and the table: which rows have it, how well, and by which hits.
import { COMMON } from "./common_words.js";
import { folded, partsOf } from "./letters.js";
import { difference, every, intersection, ofRows, preferring, union } from "./sets.js";

const NUMBER_SCORE = 12;
const NAME_SCORE = 2;
const MOST_PREFERRED = 8;
const SHORTEST_NUMBER = 6;
const FOOTNOTE = 5;

// Returns {rows: Map of row to {score, hits}, unknown, approximate, reference}. A hit of a row has its `term`, the node it answers.
export async function evaluate(tree, engine, table) {
  const asking = new Asking(engine, table);
  let rows = await asking.answer(tree);
  if (!rows.size && tree.all) rows = (await asking.asReference(tree)) ?? rows;
  return { rows, unknown: [...new Set(asking.unknown)], approximate: [...new Set(asking.approximate)], reference: asking.reference };
}

class Asking {
  constructor(engine, table) {
    Object.assign(this, { engine, table, unknown: [], approximate: [], reference: [] });
  }

  async answer(node) {
    const found = await this.rowsOf(node);
    const leaf = node.word ?? node.phrase?.join(" ") ?? node.name ?? node.text;
    if (!found.size && leaf) this.unknown.push(leaf);
    return found;
  }

  async rowsOf(node) {
    if (node.reference) return this.referred(node);
    if (node.all) return this.all(node.all);
    if (node.any) return union(await Promise.all(node.any.map((each) => (node.text ? this.rowsOf(each) : this.answer(each)))));
    if (node.not) return this.without(every(this.table.manifest.documents), node);
    if (node.field) return this.named(node);
    if (node.number) return this.numbered(node);
    if (node.phrase) return this.textsOf(node, await this.engine.phrase(node.phrase));
    if (node.word) return this.textsOf(node, await this.engine.word(node.word, node.isExact));
    return this.dated(node);
  }

  async textsOf(node, hits) {
    const rowOf = await this.table.rowOfRecord();
    const found = new Map();
    for (const hit of hits) {
      const row = rowOf.get(hit.id);
      if (row === undefined) continue;
      const match = found.get(row) ?? { score: 0, hits: [] };
      match.hits.push({ hit, term: node });
      match.score = Math.max(match.score, hit.score);
      found.set(row, match);
    }
    if (hits.length && hits.every(({ isNear }) => isNear)) this.approximate.push(node.word);
    return found;
  }

  // Words that nearly every text has are looked for in the texts that have a rarer one: alone they cost much and tell nothing.
  async all(nodes) {
    const leading = nodes.find((node) => node.word && !isCommon(node));
    const common = leading ? nodes.filter(isCommon) : [];
    const parts = await Promise.all(nodes.filter((node) => !node.not && !common.includes(node)).map((node) => this.answer(node)));
    if (common.length) {
      const together = await this.textsOf(leading, await this.engine.together(leading.word, common.map(({ word }) => word)));
      parts.push(ofRows(together.keys()));
    }
    let found = parts.length ? parts.reduce(intersection) : every(this.table.manifest.documents);
    for (const node of nodes.filter((each) => each.not)) found = await this.without(found, node);
    return found;
  }

  async without(found, node) {
    return difference(found, await this.rowsOf(node.not));
  }

  // Every word of a name must begin a word of one spelling.
  async named({ name, field }) {
    if (!this.table.manifest.facets.includes(field)) return new Map();
    const [facet, names] = await Promise.all([this.table.facet(field), this.table.names()]);
    const sought = name.split(/\s+/).map(folded).filter(Boolean);
    const isMeant = (spelling) => {
      const parts = spelling.split(/\s+/).flatMap(partsOf);
      return sought.every((word) => parts.some((part) => part.startsWith(word)));
    };
    const numbers = names.filter(([index, , spellings]) => index === field && spellings.some(isMeant)).map(([, slug]) => facet.numberOf(slug));
    return ofRows(numbers.flatMap((number) => (number === undefined ? [] : facet.rows(number))), NAME_SCORE);
  }

  async numbered({ number }) {
    const numbers = await this.table.numbers();
    return ofRows(number.flatMap((key) => numbers.get(key) ?? []), NUMBER_SCORE);
  }

  async dated({ first, last }) {
    const dates = await this.table.dates();
    const rows = every(this.table.manifest.documents).keys();
    return ofRows([...rows].filter((row) => dates.isDated[row] && dates.first[row] <= last && dates.last[row] >= first));
  }

  // The documents of a reference, of which the leaves may be others than were meant; other words of a footnote put them in order.
  async referred({ all, reference, others }) {
    this.reference = reference;
    const parts = await Promise.all(all.map((part) => this.numbered(part)));
    const known = parts.filter(({ size }) => size);
    all.forEach(({ text }, place) => { if (!parts[place].size) this.approximate.push(text); });
    let found = known.length > 1 || known.length === parts.length ? known.reduce(intersection, known[0]) : new Map();
    for (let left = known.length - 1; !found.size && left > 1; left--) {
      found = known.slice(0, left).reduce(intersection);
      this.approximate.push(all[parts.indexOf(known[left])].text);
    }
    return this.inOrder(found, others);
  }

  // What was typed may be a whole footnote with a number that the archive knows.
  async asReference({ all }) {
    if (all.length < FOOTNOTE || all.some(({ not }) => not)) return null;
    const numbers = await this.table.numbers();
    const keys = (node) => node.any?.find(({ number }) => number)?.number.filter((key) => key.length >= SHORTEST_NUMBER && numbers.has(key)) ?? [];
    const meant = all.filter((node) => keys(node).length);
    if (!meant.length) return null;
    this.unknown = [];
    this.reference = meant.map(({ text }) => ["", text]);
    return this.inOrder(union(meant.map((node) => ofRows(keys(node).flatMap((key) => numbers.get(key)), NUMBER_SCORE))), all.filter((node) => !meant.includes(node)));
  }

  async inOrder(found, nodes) {
    if (found.size < 2) return found;
    const telling = nodes.filter((node) => node.phrase || (node.word?.length > 3 && !isCommon(node))).slice(0, MOST_PREFERRED);
    const each = await Promise.all(telling.map((node) => this.rowsOf(node)));
    return each.reduce(preferring, found);
  }
}

function isCommon({ word, isExact }) {
  return Boolean(word) && !isExact && COMMON.has(word.toLowerCase());
}
