// What was pasted from a footnote: a reference by its parts, or a number or a title that the archive knows among other words, which
// put what is found in order, or a short title with its address.
import { isCommon } from "./common_words.js";
import { difference, intersection, ofRows, preferring, union } from "./sets.js";

const MOST_PREFERRED = 10, NUMBER_SCORE = 12, ADDRESS_SCORE = 24, DATE_SCORE = 4;
// So many cards are looked at for the address and the date that a footnote names.
const MOST_CARDS = 24;
const SHORTEST_NUMBER = 6, SHORTEST_TITLE = 3, SHORTEST_WORD = 4;
// A title in letters without spaces is one word.
const UNSPACED_TITLE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{5,}$/u;
// So many words and phrases at least are a footnote's.
const FOOTNOTE = 5;

// The rows of references, any of which is enough, and the references with whether they are known: {rows, references}. Parts of them
// may be others than the archive has: those are said to be approximate.
export async function referred({ references, numbers, others, must }, asking) {
  const each = await Promise.all(references.map(({ all }) => referredTo(all, asking)));
  const named = references.map(({ parts }, place) => ({ parts, isKnown: each[place].size > 0 }));
  const also = await knownNumbers(numbers, asking);
  let found = union([...each, ...also.map(({ rows }) => rows)]);
  for (const node of must) {
    const meant = await asking.rowsOf(node.not ?? node);
    found = node.not ? difference(found, meant) : intersection(found, meant);
  }
  return { rows: await inOrder(found, others, asking), references: [...named, ...also.map(({ node }) => asWritten(node.text))] };
}

async function referredTo(all, asking) {
  const parts = await Promise.all(all.map((part) => asking.rowsOf(part)));
  const known = parts.filter(({ size }) => size);
  if (!known.length || (known.length < 2 && known.length < parts.length)) return new Map();
  const near = all.filter((_, place) => !parts[place].size);
  let found = together(known);
  for (let left = known.length - 1; !found.size && left > 1; left--) {
    found = together(known.slice(0, left));
    near.push(all[parts.indexOf(known[left])]);
  }
  if (found.size) asking.approximate.push(...near.map(({ text }) => text));
  return found;
}

// The numbers among nodes that the archive knows and that are long enough to be meant: [{node, rows}].
async function knownNumbers(nodes, asking) {
  const numbered = nodes.flatMap((node) => {
    const keys = node.any?.find(({ number }) => number)?.number.filter((key) => key.length >= SHORTEST_NUMBER) ?? [];
    return keys.length ? [{ node, keys }] : [];
  });
  if (!numbered.length) return [];
  const numbers = await asking.table.numbers();
  const each = numbered.map(({ node, keys }) => ({ node, rows: ofRows(keys.flatMap((key) => numbers.get(key) ?? []), NUMBER_SCORE) }));
  return each.filter(({ rows }) => rows.size);
}

function asWritten(text) {
  return { parts: [["", text]], isKnown: true };
}

function together(sets) {
  return sets.reduce((one, other) => intersection(one, other));
}

// Where no document has all words of a footnote: {rows, approximate, references}, or null. Several numbers are one, however few its
// words are.
export async function footnoted(tree, asking) {
  const all = tree.all ?? [];
  if (all.length < 2 || all.some(({ not }) => not)) return null;
  const known = await knownNumbers(all, asking);
  if (all.length < FOOTNOTE && known.length < 2) return null;
  return known.length ? byNumber(all, known, asking) : (await byTitle(all, asking)) ?? byAddress(all, asking);
}

// A title of one word or two tells too little alone: what it finds must have the address that was pasted with it.
async function byAddress(all, asking) {
  const titles = all.filter(({ phrase, isExact }) => phrase || isExact);
  const found = asking.text.includes("/") ? union(await Promise.all(titles.map((node) => asking.rowsOf(node)))) : new Map();
  const best = [...(await inOrder(found, all.filter((node) => !titles.includes(node)), asking)).keys()].slice(0, MOST_CARDS);
  const cards = await Promise.all(best.map((row) => asking.table.card(row)));
  const rows = ofRows(best.filter((_, place) => asking.text.includes(`/${cards[place].address}`)));
  return rows.size ? { rows, approximate: [], references: titles.map(({ phrase, word }) => asWritten(word ?? phrase.join(" "))) } : null;
}

async function byNumber(all, known, asking) {
  const meant = known.map(({ node }) => node);
  const rows = await inOrder(union(known.map((each) => each.rows)), all.filter((node) => !meant.includes(node)), asking);
  return { rows, approximate: [], references: meant.map(({ text }) => asWritten(text)) };
}

async function byTitle(all, asking) {
  const isTitle = ({ phrase, word, isExact }) => phrase?.length >= SHORTEST_TITLE || (isExact && UNSPACED_TITLE.test(word));
  const titles = all.filter((node) => isTitle(node.any && node.text ? node.any[0] : node));
  const each = await Promise.all(titles.map((node) => asking.rowsOf(node)));
  const known = titles.filter((_, place) => each[place].size);
  if (!known.length) return null;
  const rows = await inOrder(union(each), all.filter((node) => !titles.includes(node)), asking);
  const approximate = all.filter((node) => !known.includes(node)).map((node) => node.word ?? node.text ?? node.phrase?.join(" ")).filter(Boolean);
  return { rows, approximate, references: known.map(({ phrase, word, text }) => asWritten(text ?? word ?? phrase.join(" "))) };
}

async function inOrder(found, nodes, asking) {
  if (found.size < 2) return found;
  const telling = nodes.filter((node) => node.phrase || node.any || (node.word?.length >= SHORTEST_WORD && !isCommon(node))).slice(0, MOST_PREFERRED);
  const each = await Promise.all(telling.map((node) => asking.rowsOf(node)));
  return citedFirst(each.reduce((rows, also) => preferring(rows, also), found), asking);
}

// Of several documents the one whose address or date the footnote has.
async function citedFirst(found, { table, text }) {
  const best = [...found].sort(([, one], [, other]) => other.score - one.score).slice(0, MOST_CARDS).map(([row]) => row);
  const cards = await Promise.all(best.map((row) => table.card(row)));
  const cited = new Map(best.map((row, place) => {
    const { address, date } = cards[place];
    return [row, { score: (text.includes(`/${address}`) ? ADDRESS_SCORE : 0) + (date && text.includes(date) ? DATE_SCORE : 0), hits: [] }];
  }));
  return preferring(found, cited);
}
