// What was typed, as a tree: {all: […]}, {any: […]}, {not: …}, {word}, {phrase: […]}, {name, field}, {first, last}, {number: […]}.
import { folded, numberKey } from "./letters.js";

const FIELDS = { person: "people", organisation: "organisations", place: "places", archive: "archives" };
const TOKEN = /\s*(?:([−–-](?=[^\s−–-]))?(?:([a-z]+):(?=\S))?(?:(["“„«「『])([^"“”„«»「」『』]*)["“”»」』]?|([()])|([^\s()"“”„«»「」『』]+)))/uy;
const NUMBER_SIGN = /^(?:№|nº|n°|no\.?|#)$/i;
const DAY = 86_400_000;

// The tokens of a query: {text, isQuoted, isNot, field}, and parentheses and OR as {sign}.
function tokensOf(text) {
  const tokens = [];
  for (let place = 0; place < text.length; place = TOKEN.lastIndex || place + 1) {
    TOKEN.lastIndex = place;
    const match = TOKEN.exec(text);
    // A quotation mark that nothing opened is passed over.
    if (!match) continue;
    const [, minus, prefix, quote, quoted, parenthesis, plain] = match;
    const field = prefix && (prefix in FIELDS || prefix === "year") ? prefix : undefined;
    if (parenthesis) tokens.push({ sign: parenthesis, isNot: Boolean(minus) });
    else if (!quote && !prefix && (plain === "OR" || plain === "AND")) tokens.push({ sign: plain });
    else if (!quote && !prefix && plain === "NOT") tokens.push({ sign: "NOT" });
    else {
      const words = prefix && !field ? `${prefix}:${plain ?? quoted}` : plain ?? quoted;
      tokens.push({ text: words, isQuoted: Boolean(quote), isNot: Boolean(minus), field });
    }
  }
  return withoutNumberSigns(tokens);
}

function withoutNumberSigns(tokens) {
  return tokens.filter(({ text = "", isQuoted }, place) => isQuoted || !NUMBER_SIGN.test(text) || !/^\d/.test(tokens[place + 1]?.text ?? ""));
}

// The days (since 1970-01-01) that “1957”, “1957-05” or “1957-05-22” begins and ends with, or null.
export function daysOf(text) {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (!year) return null;
  const start = utc(+year, month ? month - 1 : 0, day ? +day : 1);
  const end = day ? start + 1 : month ? utc(+year, +month, 1) : utc(+year + 1, 0, 1);
  return { first: start, last: end - 1 };
}

// Date.UTC takes the years before 100 for those of the twentieth century.
function utc(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / DAY;
}

function yearsOf(text) {
  const [from, to] = text.includes("..") ? text.split("..", 2) : [text, text];
  const first = from ? daysOf(from)?.first : -Infinity, last = to ? daysOf(to)?.last : Infinity;
  return first === undefined || last === undefined || !(from || to) ? null : { first, last, text };
}

function termOf({ text, isQuoted, field }) {
  if (field === "year") return yearsOf(text) ?? { word: text };
  if (field) return folded(text) ? { name: text, field: FIELDS[field] } : null;
  const words = text.split(/\s+/).filter(folded);
  if (!words.length) return null;
  if (isQuoted && words.length > 1) return { phrase: words };
  const hasNumber = /\d/.test(text);
  const word = { word: words[0], isExact: isQuoted };
  return hasNumber && numberKey(words[0]).length > 1 ? { any: [word, { number: [numberKey(words[0])] }], text: words[0] } : word;
}

// alternatives := together (OR together)* ; together := (not | term | parenthesis)*
function alternatives(tokens) {
  const each = [together(tokens)];
  while (tokens[0]?.sign === "OR") {
    tokens.shift();
    each.push(together(tokens));
  }
  const meant = each.filter(Boolean);
  return meant.length > 1 ? { any: meant } : meant[0] ?? null;
}

function together(tokens) {
  const all = [];
  while (tokens.length && tokens[0].sign !== "OR" && tokens[0].sign !== ")") {
    const token = tokens.shift();
    if (token.sign === "AND") continue;
    const isNot = token.isNot || token.sign === "NOT";
    const operand = token.sign === "NOT" ? tokens.shift() ?? token : token;
    const term = operand.sign === "(" ? parenthesis(tokens) : operand.sign ? null : termOf(operand);
    if (term) all.push(isNot ? { not: term } : term);
  }
  return all.length > 1 ? { all } : all[0] ?? null;
}

function parenthesis(tokens) {
  const within = alternatives(tokens);
  if (tokens[0]?.sign === ")") tokens.shift();
  return within;
}

// The parts of an archival reference that a text has: [["fond", "0102"], …]; `leaves` are the words for them by what they mean.
export function referenceIn(text, leaves) {
  const parts = new Map();
  const number = /(\p{L}+)\.?\s*(?:№|nº|n°|no\.?|#)?\s*(\d+)/giu;
  for (const [, word, digits] of text.matchAll(number)) {
    const leaf = leaves[word.toLowerCase()];
    if (leaf && !parts.has(leaf)) parts.set(leaf, digits);
  }
  return [...parts];
}

// The tree of a query, or null where nothing was asked. Words of which two or more name parts of a reference are a reference: the
// other words put what is found in order, and need not be there.
export function parse(text, leaves = {}) {
  const reference = referenceIn(text, leaves);
  if (reference.length > 1) return { all: reference.map(numberOfLeaf), reference, others: wanted(plainly(text)) };
  return plainly(text);
}

function numberOfLeaf([leaf, number]) {
  return { number: [`${leaf}:${number}`, `${leaf}:${number.replace(/^0+(?=.)/, "")}`], text: `${leaf} ${number}` };
}

function plainly(text) {
  const tokens = tokensOf(text);
  const trees = [];
  // A parenthesis that nothing opened is passed over.
  for (; tokens.length; tokens.shift()) trees.push(alternatives(tokens));
  const meant = trees.filter(Boolean);
  return meant.length > 1 ? { all: meant } : meant[0] ?? null;
}

// The words and phrases that a tree asks for, those that must not occur left out.
export function wanted(tree) {
  if (!tree || tree.not) return [];
  if (tree.word || tree.phrase) return [tree];
  return (tree.all ?? tree.any ?? []).flatMap(wanted);
}
