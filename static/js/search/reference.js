// The parts of an archival reference in what was typed: “ф. 0102, оп. 13, д. 5” names a fond, an opis and a delo.
import { numberKey } from "./letters.js";
import { MOST_LETTERS } from "./tokens.js";

const WORD_AND_NUMBER = /(?<![\p{L}\p{N}_])(\p{L}+)(?:\.\s*|\s+|(?=[\d№#]))(?:(?:№|nº|n°|no\.?|nr\.?|#)\s*)?(\d[\p{L}\p{N}/-]*)/giu;
const NUMBER_AND_WORD = /(?<![\p{L}\p{N}/-])(\d+)\.\s*(doboz|karton|box)(?![\p{L}\p{N}])/giu;
// What stands in quotation marks is a title, or a phrase that is asked for.
const IN_QUOTATION_MARKS = /["“„＂][^"“”„‟＂]*["“”‟＂]|«[^«»]*»|»[^«»]*«|「[^「」]*」|『[^『』]*』|《[^《》]*》/gu;

// From the widest to the narrowest: what a second reference leaves out is that of the first.
const LEVELS = ["fond", "opis", "papka", "delo", "box", "file", "list"];

// What was pasted in pieces may be several references: they are divided so, or each by a line of its own.
export function piecesOf(typed) {
  return typed.slice(0, MOST_LETTERS).split(/[;；\n]/);
}

// Returns a list of references, each [["fond", "0102"], …]; `leaves` are the words for the parts by what they mean.
export function referencesIn(typed, leaves) {
  const references = [];
  for (const piece of piecesOf(typed.normalize("NFC").replace(IN_QUOTATION_MARKS, " "))) {
    for (const group of groupsOf(namedIn(piece, leaves))) add(references, partsOf(group, references.at(-1)));
  }
  return references.map((parts) => [...parts]);
}

function namedIn(piece, leaves) {
  const found = (match, word, number) => ({ word: word.toLowerCase(), number, place: match.index });
  const before = [...piece.matchAll(WORD_AND_NUMBER)].map((match) => found(match, match[1], match[2]));
  const behind = [...piece.matchAll(NUMBER_AND_WORD)].map((match) => found(match, match[2], match[1]));
  const known = before.filter(({ word }) => Object.hasOwn(leaves, word));
  const boxes = behind.filter(({ word }) => leaves[word] === "box" && known.every((each) => leaves[each.word] !== "box"));
  return [...known, ...boxes].map((each) => ({ ...each, part: leaves[each.word] }));
}

// Where two parts that follow each other are there already, another reference begins.
function groupsOf(named) {
  const groups = [[]];
  for (const [place, each] of named.entries()) {
    const has = (part) => groups.at(-1).some((other) => other.part === part);
    const next = named[place + 1]?.part;
    if (each.part !== "list" && next !== each.part && has(each.part) && has(next)) groups.push([]);
    groups.at(-1).push(each);
  }
  return groups.filter(({ length }) => length);
}

function partsOf(group, before) {
  const delo = Math.max(-1, ...group.filter(({ part }) => part === "delo").map(({ place }) => place));
  const parts = new Map();
  for (const { word, number, place, part } of group) {
    // An “f.” is a fond first and a folio later; a “p.” before a file is a folder, not a page.
    const isFolio = part === "fond" && (parts.has("fond") || (word.length === 1 && group.length === 1 && before?.has("fond")));
    const actual = isFolio ? "list" : word === "p" && place < delo ? "papka" : part;
    const written = actual === "list" ? /^\d+\p{L}?/u.exec(number)[0] : number.replace(/[-/]+$/, "");
    if (!parts.has(actual)) parts.set(actual, written);
  }
  return parts;
}

// Parts that the last reference has not are its own; where it has one of them, but for the leaf, they are those of another. So is what
// begins at the top anew.
function add(references, parts) {
  const before = references.at(-1);
  const isAtTop = parts.has("fond") || parts.has("box");
  const isOther = before && ([...parts.keys()].some((part) => part !== "list" && before.has(part)) || (isAtTop && (before.has("fond") || before.has("box"))));
  if (before && !isOther) {
    for (const [part, number] of parts) if (!before.has(part)) before.set(part, number);
    return;
  }
  const widest = Math.min(...[...parts.keys()].map((part) => LEVELS.indexOf(part)));
  const taken = [...(isAtTop ? [] : before ?? [])].filter(([part]) => LEVELS.indexOf(part) < widest);
  references.push(new Map([...taken, ...parts]));
}

// The keys under which the table may have a part: with the noughts before its number and without.
export function keysOf([part, number]) {
  const key = numberKey(number);
  return [...new Set([`${part}:${key}`, `${part}:${key.replace(/^0+(?=.)/, "")}`])];
}
