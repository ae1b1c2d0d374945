// “Did you mean”: names and words of titles that differ from an unknown word by a letter or two.
import { folded, partsOf } from "./letters.js";
import { rememberer } from "./remembering.js";

const SHORTEST = 4, LONG = 6;
const AROUND = /^[^\p{L}]+|[^\p{L}]+$/gu;
const knownBy = rememberer();

// Each unknown word with the nearest known one: [{word, instead, text}], `text` the whole query with it.
export async function suggestionsFor(unknown, text, table) {
  const long = unknown.flatMap((word) => word.split(/\s+/)).filter((word) => folded(word).length >= SHORTEST && !/\d/.test(word));
  if (!long.length) return [];
  const known = await knownBy(table, () => gathered(table));
  return [...new Set(long)].flatMap((word) => {
    const instead = nearest(folded(word), known);
    return instead ? [{ word, instead, text: withWord(text, word, instead) }] : [];
  });
}

// What may be meant: Map of letters to {spelling, count}.
async function gathered(table) {
  const [names, words] = await Promise.all([table.names(), table.words()]);
  const known = new Map();
  const add = (spelling, count) => {
    for (const part of partsOf(spelling)) if (part.length >= SHORTEST - 1 && (known.get(part)?.count ?? 0) < count) known.set(part, { spelling, count });
  };
  for (const [, , spellings] of names) for (const spelling of spellings) for (const word of spelling.split(/\s+/)) add(word.replace(AROUND, ""), 1);
  for (const [word, count] of words) add(known.get(folded(word))?.spelling ?? word, count);
  return known;
}

// Where the word itself is known nothing else is meant.
function nearest(sought, known) {
  if (known.has(sought)) return undefined;
  const limit = sought.length < LONG ? 1 : 2;
  let best, bestDistance = limit + 1, bestCount = 0;
  for (const [letters, { spelling, count }] of known) {
    if (Math.abs(letters.length - sought.length) > limit) continue;
    const away = distance(sought, letters, limit);
    if (away > limit || away > bestDistance || (away === bestDistance && count <= bestCount)) continue;
    [best, bestDistance, bestCount] = [spelling, away, count];
  }
  return best;
}

// The word alone is replaced, not the same letters inside another.
function withWord(text, word, instead) {
  const start = [...text.matchAll(/[^\s()"“”„«»]+/gu)].find(([each]) => each === word || each.replace(/^.*:/u, "") === word || each.replace(/^[-−–]/u, "") === word);
  const place = start ? start.index + start[0].lastIndexOf(word) : text.indexOf(word);
  return place < 0 ? text : text.slice(0, place) + instead + text.slice(place + word.length);
}

// How many letters to put in, leave out, change or exchange with the next make the one of the other; more than `limit` need not be counted.
export function distance(one, other, limit) {
  let before = [], last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      now[column] = Math.min(now[column - 1] + 1, last[column] + 1, last[column - 1] + same);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) now[column] = Math.min(now[column], before[column - 2] + 1);
    }
    if (Math.min(...now) > limit && Math.min(...last) > limit - 1) return limit + 1;
    [before, last] = [last, now];
  }
  return last[other.length];
}
