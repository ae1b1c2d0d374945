// Where in its texts a document answers: the best paragraphs with the words marked, every occurrence as a line, and names where no
// text has the words.
import { bare, folded, hasLetters, joined, partsOf } from "./letters.js";
import { lastAtOrBefore, runsIn, runsInside } from "./phrases.js";

const BEFORE = 10, SHOWN = 34, BESIDE = 12, MOST_FORMS = 8;
const PARAGRAPH = /^(?:.+-)?p-[0-9a-f]{6}/;

// The texts in which a row has hits: [{data, language, places: Map of place to {term, starts}, terms}].
async function textsOf(match) {
  const byRecord = new Map();
  for (const { hit, term } of match.hits) {
    const text = byRecord.get(hit.id) ?? { first: hit, each: [] };
    text.each.push({ hit, term });
    byRecord.set(hit.id, text);
  }
  return Promise.all([...byRecord.values()].map(async ({ first, each }) => {
    const data = await first.data();
    const places = new Map();
    for (const { hit, term } of each) {
      for (const run of runsOf(data, hit, term)) run.forEach((place, step) => { if (!places.get(place)?.starts) places.set(place, { term, starts: step === 0 }); });
    }
    return { data, language: first.shard.language, places, terms: each.map(({ term }) => term) };
  }));
}

// The runs of words that a hit is of. Of phrases the engine gives the first place only, of words inside others none.
function runsOf({ words, content }, { at, run }, term) {
  const sought = folded(term.word ?? term.phrase.join(""));
  if (content.includes("\u200b") && (run.length || !at.length)) return runsInside(words, sought);
  const alone = at.map((place) => [place]);
  if (run.length) return [...alone, ...runsIn(words, [sought, folded(run.map((place) => words[place]).join(""))])];
  if (at.length) return alone;
  return sought.length > 1 ? words.flatMap((word, place) => (hasLetters(word, sought) ? [[place]] : [])) : [];
}

// The paragraphs of a text: where each begins and ends among its words; the summary is one.
function paragraphsOf({ anchors, words }) {
  const marks = anchors.filter(({ id }) => PARAGRAPH.test(id) || id === "summary").sort((a, b) => a.location - b.location);
  return marks.map(({ id, location }, place) => ({ id, from: location, to: marks[place + 1]?.location ?? words.length }));
}

function paragraphAt(paragraphs, place) {
  return paragraphs[lastAtOrBefore(paragraphs, place, ({ from }) => from)];
}

// The forms of a text that are to be marked on its page, as they stand in an address.
function markedIn(text) {
  const forms = new Set();
  for (const [place, { starts }] of [...text.places].sort(([a], [b]) => a - b)) {
    if (!starts) continue;
    const run = [];
    for (let next = place; next === place || (text.places.has(next) && !text.places.get(next).starts); next++) run.push(text.data.words[next] ?? "");
    const form = bare(joined(run, text.data.content));
    if (form) forms.add(form);
    if (forms.size === MOST_FORMS) break;
  }
  return [...forms].map((form) => `h=${encodeURIComponent(form)}`).join("&");
}

function addressOf(address, { id } = {}, marked) {
  return `${address}${marked && `?${marked}`}${id && id !== "summary" ? `#${id}` : ""}`;
}

// The best passages: those that have most of what was asked for, then those that have it most often.
export async function passagesOf(match, address, most) {
  const found = [];
  for (const text of await textsOf(match)) {
    const paragraphs = paragraphsOf(text.data);
    const groups = new Map();
    for (const [place, { term }] of [...text.places].sort(([a], [b]) => a - b)) {
      const paragraph = paragraphAt(paragraphs, place);
      if (!paragraph) continue;
      const group = groups.get(paragraph) ?? { paragraph, terms: new Set(), places: [], text };
      group.terms.add(term);
      group.places.push(place);
      groups.set(paragraph, group);
    }
    found.push(...groups.values());
  }
  const best = found.sort((a, b) => b.terms.size - a.terms.size || b.places.length - a.places.length).slice(0, most);
  return best.map((group) => passage(group, address));
}

function passage({ paragraph, places, text }, address) {
  const { data, language } = text;
  const from = Math.max(paragraph.from, places[0] - BEFORE), to = Math.min(paragraph.to, from + SHOWN);
  const words = data.words.slice(from, to).map((word, step) => ({ text: word, isHit: text.places.has(from + step) }));
  return { href: addressOf(address, paragraph, markedIn(text)), language, words, isSpaced: !data.content.includes("\u200b"), cutBefore: from > paragraph.from, cutAfter: to < paragraph.to };
}

// Every occurrence in a row, in the order of its texts, with the words to either side.
export async function linesOf(match, address) {
  const lines = [];
  for (const text of await textsOf(match)) {
    const { words, content } = text.data;
    const paragraphs = paragraphsOf(text.data), marked = markedIn(text);
    for (const [place, { starts }] of [...text.places].sort(([a], [b]) => a - b)) {
      const paragraph = paragraphAt(paragraphs, place);
      if (!starts || !paragraph) continue;
      let end = place + 1;
      while (text.places.get(end) && !text.places.get(end).starts) end++;
      const part = (from, to) => joined(words.slice(Math.max(paragraph.from, from), Math.min(paragraph.to, to)), content);
      lines.push({ href: addressOf(address, paragraph, marked), language: text.language, left: part(place - BESIDE, place), hit: part(place, end), right: part(end, end + BESIDE) });
    }
  }
  return lines;
}

// The spellings through which a row was found whose texts do not have the words, as `spellings` has them; records have them without
// accents.
export async function namesOf(match, spellings) {
  const names = new Map();
  for (const { data, places, terms } of await textsOf(match)) {
    if (places.size) return [];
    const sought = terms.flatMap((term) => (term.phrase ?? [term.word]).map(folded));
    for (const name of data.names.split(", ")) {
      if (name && name.split(/\s+/).flatMap(partsOf).some((part) => sought.some((word) => part.startsWith(word)))) names.set(folded(name), names.get(folded(name)) ?? name);
    }
  }
  if (!names.size) return [];
  const written = new Map((await spellings()).flatMap(([, , each]) => each).reverse().map((spelling) => [folded(spelling), spelling]));
  return [...names].map(([letters, name]) => written.get(letters) ?? name);
}
