// What was typed, as a tree: {all: […]}, {any: […]}, {not: …}, {word}, {phrase: […]}, {name, field}, {first, last}, {number: […]}.
import { bare, folded, numberKey } from "./letters.js";
import { JOINING } from "./phrases.js";
import { keysOf, piecesOf, referencesIn } from "./reference.js";
import { spanOf, tokensOf } from "./tokens.js";

export const FIELDS = { person: "people", organisation: "organisations", place: "places", archive: "archives" };
// A word and a number, and nothing else.
const ALONE = /^\s*\p{L}+\.?\s*(?:(?:№|nº|n°|no\.?|nr\.?|#)\s*)?\d[\p{L}\p{N}/-]*\s*$/iu;
const LIKE_A_FIELD = /^\p{L}{2,}:[\p{L}\p{N}]/u;
// Parentheses within more others than these are not heeded.
const DEEPEST = 30;

// The tree of a query, or null where nothing was asked. Words of which two or more name parts of a reference are a reference, or
// several, of which each is asked for: `others`, the rest of the words, put what is found in order and need not be there, `numbers`
// are those of the pieces that name no part, `must` is what was said of fields or with NOT; `plain` is the same read as any other query.
export function parse(text, leaves = {}) {
  const plain = plainly(text);
  const references = plain ? referencesIn(text, leaves) : [];
  if (references.length === 1 && references[0].length === 1 && ALONE.test(text)) return orNumber(plain, references[0][0], text.trim());
  if (references.every(({ length }) => length < 2)) return plain;
  const numbers = piecesOf(text).filter((piece) => !referencesIn(piece, leaves).length).flatMap((piece) => numbersIn(plainly(piece)));
  const must = (plain.all ?? [plain]).filter((node) => node.not || node.field || node.first !== undefined);
  return { references: references.map((parts) => ({ parts, all: parts.map((part) => ({ number: keysOf(part), text: part.join(" ") })) })), numbers, others: wanted(plain), must, plain };
}

function numbersIn(tree) {
  return (tree?.all ?? [tree]).filter((node) => node?.any && node.text);
}

// A part that stands alone may be words as well: “box 5”.
function orNumber(plain, part, text) {
  return { any: [plain, { number: keysOf(part) }], text };
}

function plainly(text) {
  const reading = { tokens: tokensOf(text), place: 0, depth: 0 };
  const trees = [];
  // A parenthesis that nothing opened is passed over.
  for (; reading.place < reading.tokens.length; reading.place++) trees.push(alternatives(reading));
  return combined("all", trees);
}

// alternatives := together (OR together)* ; together := (not | term | parenthesis)*
function alternatives(reading) {
  const each = [together(reading)];
  while (signAt(reading) === "OR") {
    reading.place++;
    each.push(together(reading));
  }
  return combined("any", each);
}

function together(reading) {
  const all = [];
  while (reading.place < reading.tokens.length && signAt(reading) !== "OR" && signAt(reading) !== ")") {
    const operand = operandOf(reading);
    if (operand) all.push(operand);
  }
  return combined("all", all);
}

function operandOf(reading) {
  let isNot = false;
  for (; signAt(reading) === "NOT" || signAt(reading) === "AND"; reading.place++) isNot = isNot !== (signAt(reading) === "NOT");
  const token = reading.tokens[reading.place];
  if (!token || token.sign === "OR" || token.sign === ")") return null;
  reading.place++;
  const term = token.sign === "(" ? parenthesis(reading) : termOf(token);
  return term && isNot !== token.isNot ? negated(term) : term;
}

function parenthesis(reading) {
  if (reading.depth >= DEEPEST) return null;
  reading.depth++;
  const within = alternatives(reading);
  if (signAt(reading) === ")") reading.place++;
  reading.depth--;
  return within;
}

function signAt({ tokens, place }) {
  return tokens[place]?.sign;
}

function negated(term) {
  return term.not ?? { not: term };
}

function combined(how, each) {
  const meant = each.filter(Boolean);
  return meant.length > 1 ? { [how]: meant } : meant[0] ?? null;
}

function termOf({ text, isQuoted, field }) {
  if (field === "year") return spanOf(text) ?? (folded(text) ? { word: text, isExact: true } : null);
  if (field) return folded(text) ? { name: text.trim(), field: FIELDS[field] } : null;
  const words = text.split(/\s+/).map(plainWord).filter(folded);
  if (!words.length) return null;
  // What looks like a field and is none is words.
  if (!isQuoted && LIKE_A_FIELD.test(words[0])) return combined("all", words[0].split(":").map((each) => termOf({ text: each, isQuoted: false })));
  if (isQuoted && (words.length > 1 || JOINING.test(words[0]))) return { phrase: words };
  const word = { word: words[0], isExact: isQuoted };
  const key = /\d/.test(text) ? numberKey(words[0]) : "";
  return key.length > 1 ? { any: [word, { number: [key] }], text: words[0] } : word;
}

// A word without the marks around it and editors’ brackets inside.
function plainWord(word) {
  return bare(word.replace(/[[\]]/g, ""));
}

// The words and phrases that a tree asks for, those that must not occur left out.
export function wanted(tree) {
  if (!tree || tree.not) return [];
  if (tree.word || tree.phrase) return [tree];
  return (tree.all ?? tree.any ?? []).flatMap(wanted);
}
