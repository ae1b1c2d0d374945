// Fields in what was typed that were not read as they may have been meant: of a name that nobody bears, of a year that is none, and
// words that are no fields.
import { FIELDS } from "./query.js";
import { spanOf, tokensOf } from "./tokens.js";

const LIKE_A_FIELD = /^(\p{L}{2,}):([\p{L}\p{N}]|$)/u;
const FIELD_NAMES = [...Object.keys(FIELDS), "year"];

// `unknown` is what the answer says to be nowhere. Returns {names: [{field, name, text}], words, years, fields, known}: `text` is the
// query with the name as a word, `words` what is unknown otherwise, `known` the fields that there are.
export function misreadIn(text, unknown) {
  const tokens = tokensOf(text);
  const inFields = tokens.filter(({ field }) => field);
  const isPlain = (word) => tokens.some((token) => !token.field && token.text === word);
  const names = inFields
    .filter((token) => token.field !== "year" && unknown.includes(token.text.trim()))
    .map((token) => ({ field: token.field, name: token.text.trim(), text: withoutField(text, token.text) }));
  const named = new Set(names.map(({ name }) => name));
  const fields = tokens.flatMap((token) => {
    const [, field, rest] = (!token.isQuoted && !token.field && LIKE_A_FIELD.exec(token.text ?? "")) || [];
    return field && (rest || new RegExp(`${field}[:：]["“„«＂]`, "u").test(text)) ? [field] : [];
  });
  return {
    names,
    words: unknown.filter((word) => !named.has(word) || isPlain(word)),
    years: inFields.filter((token) => token.field === "year" && /[\p{L}\p{N}]/u.test(token.text) && !spanOf(token.text)).map((token) => token.text),
    fields: [...new Set(fields)],
    known: FIELD_NAMES,
  };
}

function withoutField(text, name) {
  const written = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return text.normalize("NFC").replace(new RegExp(`(?<![\\p{L}\\p{N}])\\p{L}+[:：]\\s*(?=["“„«＂]?${written})`, "u"), "");
}
