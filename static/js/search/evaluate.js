// The tree of a query, answered from the full text and the table: which rows have it, how well, and by which hits.
import { isCommon } from "./common_words.js";
import { footnoted, referred } from "./footnotes.js";
import { folded, inTwoLetters, partsOf } from "./letters.js";
import { apart } from "./phrases.js";
import { withSpellings } from "./spellings.js";
import { difference, every, intersection, ofRows, union } from "./sets.js";

const NUMBER_SCORE = 12;
const NAME_SCORE = 2;

// `text` is the query as it was typed. Returns {rows: Map of row to {score, hits}, unknown, approximate, references, isWhole}. A hit of a
// row has its `term`, the node it answers; there may be more rows where the answer is not whole.
export async function evaluate(tree, text, engine, table) {
  if (tree.references) {
    const asking = new Asking(engine, table, text);
    const { rows, references } = await referred(tree, asking);
    if (rows.size) return { rows, unknown: [], approximate: [...new Set(asking.approximate)], references, isWhole: asking.isWhole };
  }
  const plain = await withSpellings(tree.plain ?? tree, table);
  const asking = new Asking(engine, table, text);
  const rows = await asking.answer(plain);
  const instead = rows.size ? null : await footnoted(plain, asking);
  const { isWhole } = asking;
  if (instead) return { unknown: [], isWhole, ...instead };
  return { rows, unknown: asking.unknownOf(plain), approximate: [...new Set(asking.approximate)], references: [], isWhole };
}

class Asking {
  constructor(engine, table, text = "") {
    Object.assign(this, { engine, table, text, nowhere: new Map(), approximate: [], isWhole: true });
  }

  // What was asked for and is nowhere is said.
  async answer(node) {
    const found = await this.rowsOf(node);
    if (found.size) return found;
    if (node.phrase) this.nowhere.set(node, await this.unknownIn(node));
    else if (node.first === undefined && (node.word || node.name || node.text)) this.nowhere.set(node, [node.word ?? node.name ?? node.text]);
    return found;
  }

  // In the order in which it was typed.
  unknownOf(node) {
    const within = (node.all ?? node.any ?? []).flatMap((each) => this.unknownOf(each));
    return [...new Set([...(this.nowhere.get(node) ?? []), ...within])];
  }

  // Of a phrase that no text has, the words that none has; the whole where each of them is somewhere.
  async unknownIn({ phrase }) {
    const words = apart(phrase);
    const found = await Promise.all(words.map((word) => this.engine.word(word)));
    const nowhere = words.filter((_, place) => !found[place].hits.length);
    return nowhere.length ? nowhere : [phrase.join(" ")];
  }

  rowsOf(node) {
    if (node.first !== undefined) return this.dated(node);
    if (node.all) return this.all(node.all);
    if (node.any) return this.any(node);
    if (node.not) return this.without(every(this.table.manifest.documents), node);
    if (node.field) return this.named(node);
    if (node.number) return this.numbered(node);
    return this.textsOf(node);
  }

  // A number is asked for as a word too, of which nothing need be said alone.
  async any({ any, text }) {
    return union(await Promise.all(any.map((each) => (text ? this.rowsOf(each) : this.answer(each)))));
  }

  async textsOf(node) {
    const { hits, unread } = await (node.phrase ? this.engine.phrase(node.phrase) : this.engine.word(node.word, node.isExact));
    if (unread.length) this.isWhole = false;
    if (this.isOfForbidden) return this.byRow([...hits, ...unread], node);
    if (hits.length && hits.every(({ isNear }) => isNear)) this.approximate.push(node.word);
    return this.byRow(hits, node);
  }

  async byRow(hits, term) {
    const rowOf = await this.table.rowOfRecord();
    const found = new Map();
    for (const hit of hits) {
      const row = rowOf.get(hit.id);
      if (row === undefined) continue;
      const match = found.get(row) ?? { score: 0, hits: [] };
      match.hits.push({ hit, term });
      match.score = Math.max(match.score, hit.score);
      found.set(row, match);
    }
    return found;
  }

  // Words that nearly every text has are looked for in the texts that have a rarer one: alone they cost much and tell nothing.
  async all(nodes) {
    const leading = nodes.find((node) => (node.word || node.phrase) && !isCommon(node));
    const common = leading ? nodes.filter(isCommon) : [];
    const parts = await Promise.all(nodes.filter((node) => !node.not && !common.includes(node)).map((node) => this.answer(node)));
    if (common.length) {
      const { hits } = await this.engine.together(leading.word ?? leading.phrase.join(" "), common.map(({ word }) => word));
      parts.push(ofRows((await this.byRow(hits, leading)).keys()));
    }
    parts.sort((one, other) => one.size - other.size);
    let found = parts.length ? parts.reduce((one, other) => intersection(one, other)) : every(this.table.manifest.documents);
    for (const node of nodes.filter((each) => each.not)) found = await this.without(found, node);
    return found;
  }

  // Of what must not be there nothing is unknown, and what may have it is left out too.
  async without(found, { not }) {
    const forbidding = new Asking(this.engine, this.table);
    forbidding.isOfForbidden = true;
    const forbidden = await forbidding.rowsOf(not);
    if (!forbidding.isWhole) this.isWhole = false;
    return difference(found, forbidden);
  }

  // Every word of a name must begin a word of one spelling.
  async named({ name, field }) {
    if (!this.table.manifest.facets.includes(field)) return new Map();
    const [facet, names] = await Promise.all([this.table.facet(field), this.table.names()]);
    const sought = name.split(/\s+/).filter(folded).map((word) => [folded(word), folded(inTwoLetters(word))]);
    const isMeant = (spelling) => {
      const parts = [spelling, inTwoLetters(spelling)].flatMap((each) => each.split(/\s+/).flatMap(partsOf));
      return sought.every((words) => parts.some((part) => words.some((word) => part.startsWith(word))));
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
    const rows = [];
    for (let row = 0; row < dates.isDated.length; row++) if (dates.isDated[row] && dates.first[row] <= last && dates.last[row] >= first) rows.push(row);
    return ofRows(rows);
  }
}
