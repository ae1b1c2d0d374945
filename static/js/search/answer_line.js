// What is said of an answer: how many documents, which words nobody wrote, what was meant, and whether the archive has changed.
import { leading, make } from "./elements.js";
import { isNarrowed, write } from "./state.js";
import { inWords, listed, number, orWords, say } from "./words.js";

// The sentences stand in one live region, so that they are read out together.
export function sayAnswer(place, { answer, lines, state, manifest }) {
  const sentences = [make("p", { class: "total" }, countOf(answer, state, manifest), ...(lines ? [" ", countOfLines(lines, answer)] : []))];
  const { misread } = answer;
  if (answer.unknown.length && answer.total) sentences.push(make("p", {}, unknownIn(misread)));
  sentences.push(...misread.names.map(({ text }) => leadingTo("as_words", [text], state)));
  if (answer.suggestions.length) sentences.push(leadingTo("did_you_mean", answer.suggestions.map(({ text }) => text), state));
  if (answer.approximate.length) sentences.push(make("p", {}, say("near", { words: quoted(answer.approximate) })));
  if (!answer.references.length) sentences.push(...sayMisread(misread).map((words) => make("p", {}, words)));
  if (answer.isWhole === false) sentences.push(make("p", {}, say("incomplete")));
  sentences.push(...sayReferences(answer.references).map((words) => make("p", {}, words)));
  const changed = changeSince(state.as, manifest);
  if (changed) sentences.push(make("p", { class: "changed" }, changed));
  place.replaceChildren(...sentences);
}

// The count alone, while a date is moved.
export function glanceAt(place, { answer, state, manifest }) {
  place.replaceChildren(make("p", { class: "total" }, countOf(answer, state, manifest)));
}

function countOf(answer, state, { documents: all }) {
  const { text: query } = state;
  if (!answer.total && answer.unknown.length) return unknownIn(answer.misread);
  const narrowed = isNarrowed(state) ? "_narrowed" : "";
  if (!answer.total && query) return say(`none${narrowed}`, { query });
  if (!answer.total && narrowed) return say("none_listed");
  return query ? say(`found${narrowed}`, { query, count: answer.total }) : say(`listed${narrowed}`, { count: answer.total, all: number(all) });
}

// How many lines there are, and of how many documents none, since they have the words elsewhere.
function countOfLines({ total, isWhole, documents }, answer) {
  if (!total) return answer.total ? say("no_lines") : "";
  const without = isWhole ? answer.total - documents : 0;
  return [say(isWhole ? "lines" : "lines_at_least", { count: total }), ...(without ? [say("without_lines", { count: without })] : [])].join(" ");
}

// What is nowhere, of names what they are names of.
function unknownIn({ names, words }) {
  const called = names.map(({ field, name }) => say(`no_${field}`, { name: say("quoted", { words: name }) }));
  return [...called, ...(words.length ? [say("unknown", { words: quoted(words, "disjunction") })] : [])].join(" ");
}

function sayMisread({ years, fields, known }) {
  return [
    ...(years.length ? [say("no_year", { words: quoted(years) })] : []),
    ...(fields.length ? [say("no_field", { words: quoted(fields.map((field) => `${field}:`)), fields: listed(known.map((field) => `${field}:`)), count: fields.length })] : []),
  ];
}

function quoted(words, type) {
  return listed(words.map((words) => say("quoted", { words })), type);
}

// A sentence with links to other searches in it.
function leadingTo(key, texts, state) {
  const links = texts.map((text) => leading(write({ ...state, text, page: 1, as: "" }), text, { dir: "auto" }));
  const [before, after] = say(key, { words: "\n" }).split("\n");
  return make("p", {}, before, ...links.flatMap((link, place) => (place ? [", ", link] : [link])), after);
}

// How a footnote was read, and which of its references no document has.
function sayReferences(references) {
  if (!references.length) return [];
  const written = references.map(({ parts }) => parts.map(([leaf, number]) => [orWords(`leaf.${leaf}`, leaf), number].filter(Boolean).join(" ")).join(", "));
  const missing = written.filter((_, place) => !references[place].isKnown);
  const read = say("reference", { reference: written.join("; "), count: written.length });
  return missing.length ? [read, unknownIn({ names: [], words: missing })] : [read];
}

// An address is kept with the day and the digest of the archive's publication: 2026-11-20-4856bbd0.
export function keptAs({ published, publication }) {
  return [published, publication].filter(Boolean).join("-");
}

function changeSince(as, { publication }) {
  const digest = as.split("-").at(-1);
  if (!digest || digest === publication) return "";
  const [day] = /^\d{4}-\d\d-\d\d(?=-)/.exec(as) ?? [];
  return day ? say("changed", { date: inWords(day) }) : say("changed_since");
}
