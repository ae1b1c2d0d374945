// What was typed, taken apart: words, phrases in quotation marks, fields, parentheses and the words that join them.
import { daysOf } from "./calendar.js";

// Marks that open a phrase and those that close it. Some open here and close there: those do so only where their like follows.
const QUOTED = [
  '["“„＂]([^"“”„‟＂]*)["“”„‟＂]?',
  '[”‟]([^"“”„‟＂]*)[”‟]',
  "«([^«»]*)»?",
  "»([^«»]*)[«»]",
  "‹([^‹›]*)›?",
  "›([^‹›]*)[‹›]",
  "「([^「」]*)」?",
  "『([^『』]*)』?",
  "《([^《》]*)》?",
  "〈([^〈〉]*)〉?",
  // Those are apostrophes too: they hold two words at least, and nothing but a space stands behind them.
  "[‘‚‛'](?=\\S)([^‘‚\"“”«»\\s]+\\s[^‘‚\"“”«»]*?)[’‘'](?=[\\s)]|$)",
].join("|");
const MARKS = "\"“„＂«»‹›「」『』《》〈〉”‟";
const FIELD = "(person|organi[sz]ation|place|archive|year):\\s*(?=[^\\s)])";
const TOKEN = new RegExp(`\\s*(?:([−–‐‑-](?=[^\\s−–‐‑-]))?(?:${FIELD})?(?:${QUOTED}|([()])|([^\\s()${MARKS}]+)))`, "uyi");
const NUMBER_SIGN = /^(?:№|nº|n°|no\.?|nr\.?|#)$/iu;
const NUMBER_SIGN_BEFORE = /^(?:№|nº|n°|no\.|nr\.|#)(?=\d)/iu;
// “year: 1957 - 1960” and “1957–1960” are one span.
const SPAN_OF_YEARS = /(year:\s*\d{1,5})\s*[-‐‑–—]\s*(\d{3,5})(?![\d-])/giu;
// Nobody types more, and whoever pastes more is understood by its beginning.
export const MOST_LETTERS = 4000;

const WIDE = { "（": "(", "）": ")", "：": ":", "＂": '"' };

// Tokens are {text, isQuoted, isNot, field}; parentheses and OR, AND, NOT are {sign, isNot, field}.
export function tokensOf(typed) {
  const text = typed.trim().slice(0, MOST_LETTERS).normalize("NFC").replace(/[（）：＂]/g, (sign) => WIDE[sign]).replace(SPAN_OF_YEARS, "$1..$2");
  const tokens = [];
  for (let place = 0; place < text.length; place = TOKEN.lastIndex || place + 1) {
    TOKEN.lastIndex = place;
    const match = TOKEN.exec(text);
    // A quotation mark that nothing opened is passed over.
    if (match) tokens.push(tokenOf(match));
  }
  return withoutNumberSigns(tokens);
}

function tokenOf([, minus, prefix, ...rest]) {
  const [plain, parenthesis, ...quoted] = rest.reverse();
  const field = prefix?.toLowerCase().replace("organiz", "organis");
  const phrase = quoted.find((words) => words !== undefined);
  const isNot = Boolean(minus);
  if (parenthesis) return { sign: parenthesis, isNot };
  if (phrase === undefined && !prefix && /^(?:OR|AND|NOT)$/.test(plain)) return { sign: plain, isNot };
  if (phrase !== undefined) return { text: phrase, isQuoted: true, isNot, field };
  return { text: plain.replace(NUMBER_SIGN_BEFORE, ""), isQuoted: false, isNot, field };
}

function withoutNumberSigns(tokens) {
  return tokens.filter(({ text = "", isQuoted }, place) => isQuoted || !NUMBER_SIGN.test(text) || !/^\d/.test(tokens[place + 1]?.text ?? ""));
}

// The days of “1957”, “1957..1960”, “1957-05..” as {first, last, text}, or null.
export function spanOf(text) {
  const [from, to] = text.includes("..") ? text.split("..", 2) : [text, text];
  if (!from && !to) return null;
  const [one, other] = [from && daysOf(from), to && daysOf(to)];
  if (one === null || other === null) return null;
  // Who writes the later year first means the same span.
  const [begins, ends] = one && other && one.first > other.first ? [other, one] : [one, other];
  return { first: begins ? begins.first : -Infinity, last: ends ? ends.last : Infinity, text };
}
