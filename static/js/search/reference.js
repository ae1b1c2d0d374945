// The parts of an archival reference in what was typed: “ф. 0102, оп. 13, д. 5” names a fond, an opis and a delo.
import { numberKey } from "./letters.js";
import { MOST_LETTERS } from "./tokens.js";

const WORD_AND_NUMBER = /(?<![\p{L}\p{N}_])(\p{L}+)(?:\.\s*|\s+|(?=[\d№#]))(?:(?:№|nº|n°|no\.?|nr\.?|#)\s*)?(\d[\p{L}\p{N}/-]*)/giu;
const NUMBER_AND_WORD = /(?<![\p{L}\p{N}/-])(\d+)\.\s*(doboz|karton|box)(?![\p{L}\p{N}])/giu;
// What stands in quotation marks is a title, or a phrase that is asked for.
const IN_QUOTATION_MARKS = /["“„＂][^"“”„‟＂]*["“”‟＂]|«[^«»]*»|»[^«»]*«|「[^「」]*」|『[^『』]*』|《[^《》]*》/gu;

// Returns [["fond", "0102"], …]; `leaves` are the words for the parts by what they mean.
export function referenceIn(typed, leaves) {
  const text = typed.slice(0, MOST_LETTERS).normalize("NFC").replace(IN_QUOTATION_MARKS, " ");
  const named = [...text.matchAll(WORD_AND_NUMBER)].map((match) => ({ word: match[1].toLowerCase(), number: match[2], place: match.index }));
  const meant = named.filter(({ word }) => Object.hasOwn(leaves, word)).map((each) => ({ ...each, part: leaves[each.word] }));
  const delo = Math.max(-1, ...meant.filter(({ part }) => part === "delo").map(({ place }) => place));
  const parts = new Map();
  for (const { word, number, place, part } of meant) {
    // An “f.” is a fond first and a folio later; a “p.” before a file is a folder, not a page.
    const actual = part === "fond" && parts.has("fond") ? "list" : word === "p" && place < delo ? "papka" : part;
    const written = actual === "list" ? /^\d+\p{L}?/u.exec(number)[0] : number.replace(/[-/]+$/, "");
    if (!parts.has(actual)) parts.set(actual, written);
  }
  for (const [, number, word] of text.matchAll(NUMBER_AND_WORD)) if (!parts.has("box") && leaves[word.toLowerCase()] === "box") parts.set("box", number);
  return [...parts];
}

// The keys under which the table may have a part: with the noughts before its number and without.
export function keysOf([part, number]) {
  const key = numberKey(number);
  return [...new Set([`${part}:${key}`, `${part}:${key.replace(/^0+(?=.)/, "")}`])];
}
