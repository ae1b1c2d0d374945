// “Did you mean”: names and words of titles that differ from an unknown word by a letter or two.
import { folded, partsOf } from "./letters.js";

const SHORTEST = 4, LONG = 6;

// Each unknown word with the nearest known one: [{word, instead, text}], `text` the whole query with it.
export async function suggestionsFor(unknown, text, table) {
  const long = unknown.filter((word) => folded(word).length >= SHORTEST);
  if (!long.length) return [];
  const [names, words] = await Promise.all([table.names(), table.words()]);
  const known = new Map(words);
  for (const spelling of names.flatMap(([, , spellings]) => spellings)) {
    for (const word of spelling.split(/\s+/).map((each) => each.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""))) {
      if (word.length >= SHORTEST) known.set(word, known.get(word) ?? 1);
    }
  }
  return long.flatMap((word) => {
    const instead = nearest(word, known);
    return instead ? [{ word, instead, text: text.replace(word, () => instead) }] : [];
  });
}

function nearest(word, known) {
  const sought = folded(word);
  const limit = sought.length < LONG ? 1 : 2;
  let best, bestDistance = limit + 1, bestCount = 0;
  for (const [other, count] of known) {
    for (const part of partsOf(other)) {
      if (Math.abs(part.length - sought.length) > limit || part === sought) continue;
      const away = distance(sought, part, limit);
      if (away > limit || away > bestDistance || (away === bestDistance && count <= bestCount)) continue;
      [best, bestDistance, bestCount] = [other, away, count];
    }
  }
  return best;
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
    if (Math.min(...now) > limit) return limit + 1;
    [before, last] = [last, now];
  }
  return last[other.length];
}
