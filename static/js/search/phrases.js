// Phrases, whatever divides their words: how they may be spelt, and where they stand in a text.
import { folded } from "./letters.js";

export const JOINING = /[-‐‑–]/;
const MOST_PARTS = 6, MOST_SPELLINGS = 8;

// The words of a phrase with those that hyphens join apart.
export function apart(words) {
  return words.flatMap((word) => word.split(JOINING)).filter(folded);
}

// What to ask for, since a text may join what was typed apart and divide what was typed together: “Yong-geon” is one word of the
// index and “Yong geon” are two.
export function spellingsOf(words) {
  const parts = apart(words);
  let each = [[]];
  for (const word of words) {
    const [divided, whole] = [apart([word]), word.split(JOINING).join("")];
    each = divided.length > 1 && each.length < MOST_SPELLINGS ? each.flatMap((before) => [[...before, ...divided], [...before, whole]]) : each.map((before) => [...before, ...divided]);
  }
  const nextToEach = parts.length > MOST_PARTS ? [] : parts.slice(1).map((_, place) => [...parts.slice(0, place), parts[place] + parts[place + 1], ...parts.slice(place + 2)]);
  return [...new Set([...each, ...nextToEach].map((spelling) => spelling.join(" ")))];
}

// The runs of words of a text that have these letters, wherever they are divided: [[place, …], …].
export function runsIn(words, wholes) {
  const letters = words.map(folded);
  const longest = Math.max(...wholes.map(({ length }) => length));
  const runs = [];
  for (let start = 0; start < letters.length; start++) {
    if (!letters[start] || !wholes.some((whole) => whole.startsWith(letters[start]))) continue;
    let so = "";
    for (let end = start; end < letters.length && so.length < longest; end++) {
      so += letters[end];
      if (!wholes.includes(so)) continue;
      runs.push(Array.from({ length: end - start + 1 }, (_, step) => start + step));
      break;
    }
  }
  return runs;
}

// The runs of words of a text without spaces in which these letters are, though they begin or end inside a word.
export function runsInside(words, sought) {
  const starts = [];
  let text = "";
  for (const word of words) {
    starts.push(text.length);
    text += folded(word);
  }
  const runs = [];
  for (let at = sought ? text.indexOf(sought) : -1; at >= 0; at = text.indexOf(sought, at + sought.length)) {
    const places = [];
    for (let place = lastAtOrBefore(starts, at); place < starts.length && starts[place] < at + sought.length; place++) places.push(place);
    runs.push(places);
  }
  return runs;
}

// The number of the last of these, in their order, that begins at a place or before it; -1 where none does.
export function lastAtOrBefore(parts, at, startOf = (start) => start) {
  let low = 0, high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(parts[middle]) <= at) low = middle + 1; else high = middle;
  }
  return low - 1;
}

// Whether words may stand together as in a phrase: so many of them within its length; two may be joined in the text.
export function mayStandTogether(places, sought, length) {
  const needed = Math.max(Math.min(2, sought), sought - (sought > MOST_PARTS ? 2 : 1));
  return places.some((place, step) => places[step + needed - 1] < place + length);
}
