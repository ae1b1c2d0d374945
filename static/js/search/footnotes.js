// What was pasted from a footnote: a reference by its parts, or a number or a title that the archive knows among other words, which
// put what is found in order.
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

// The rows of a reference, of which parts may be others than the archive has: those are said to be approximate.
export async function referred({ all, others, must }, asking) {
  const parts = await Promise.all(all.map((part) => asking.rowsOf(part)));
  const known = parts.filter(({ size }) => size);
  all.forEach(({ text }, place) => { if (!parts[place].size) asking.approximate.push(text); });
  if (known.length < 2 && known.length < parts.length) return new Map();
  let found = together(known);
  for (let left = known.length - 1; !found.size && left > 1; left--) {
    found = together(known.slice(0, left));
    asking.approximate.push(all[parts.indexOf(known[left])].text);
  }
  for (const node of must) {
    const meant = await asking.rowsOf(node.not ?? node);
    found = node.not ? difference(found, meant) : intersection(found, meant);
  }
  return inOrder(found, others, asking);
}

function together(sets) {
  return sets.reduce((one, other) => intersection(one, other));
}

// Where no document has all words of a footnote: {rows, approximate, reference}, or null.
export async function footnoted(tree, asking) {
  const all = tree.all ?? [];
  if (all.length < FOOTNOTE || all.some(({ not }) => not)) return null;
  return (await byNumber(all, asking)) ?? (await byTitle(all, asking));
}

async function byNumber(all, asking) {
  const numbers = await asking.table.numbers();
  const keys = (node) => node.any?.find(({ number }) => number)?.number.filter((key) => key.length >= SHORTEST_NUMBER && numbers.has(key)) ?? [];
  const meant = all.filter((node) => keys(node).length);
  if (!meant.length) return null;
  const found = union(meant.map((node) => ofRows(keys(node).flatMap((key) => numbers.get(key)), NUMBER_SCORE)));
  const rows = await inOrder(found, all.filter((node) => !meant.includes(node)), asking);
  return { rows, approximate: [], reference: meant.map(({ text }) => ["", text]) };
}

async function byTitle(all, asking) {
  const titles = all.filter(({ phrase, word, isExact }) => phrase?.length >= SHORTEST_TITLE || (isExact && UNSPACED_TITLE.test(word)));
  const each = await Promise.all(titles.map((node) => asking.rowsOf(node)));
  const known = titles.filter((_, place) => each[place].size);
  if (!known.length) return null;
  const rows = await inOrder(union(each), all.filter((node) => !titles.includes(node)), asking);
  const approximate = all.filter((node) => !known.includes(node)).map((node) => node.word ?? node.text ?? node.phrase?.join(" ")).filter(Boolean);
  return { rows, approximate, reference: known.map(({ phrase, word }) => ["", word ?? phrase.join(" ")]) };
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
