// What has a word or a phrase, from an engine that knows words by their beginnings and phrases by their words: what it finds only by cutting
// a word short is left out, what it passes over is looked for in the texts that come near.
import { isCommon } from "./common_words.js";
import { formsOf } from "./forms.js";
import { folded, partsOf } from "./letters.js";
import { apart, mayStandTogether, runsIn, runsInside, spellingsOf } from "./phrases.js";

// So many texts that come near are looked through; of the others it is said that there are such.
const MOST_READ = 150;

// Each form of a word is asked for and holds for the shards of its languages. Returns {hits, unread}: `unread` are texts that may have
// it, and were too many to be looked through.
export async function wordHits(engine, word, isExact) {
  const forms = formsOf(word, engine.shards).filter(({ isRoot }) => !isExact || !isRoot);
  const found = await Promise.all(forms.filter(({ isNear }) => !isNear).map(async ({ text, isPhrase, languages }) => {
    const hits = ofLanguages(await engine.ask(isPhrase || isExact ? `"${text}"` : text), languages);
    return isPhrase || isExact ? hits : screened(engine, text, hits);
  }));
  const known = found.flat();
  const near = await Promise.all(forms.filter(({ isNear }) => isNear).map((form) => nearHits(engine, word, form, known)));
  // One form finds no record twice.
  if (forms.length === 1 && !near.length) return { hits: known, unread: [] };
  const looked = near.flatMap(({ hits }) => hits);
  return { hits: merged([...known, ...looked.filter(({ isNear }) => !isNear || !isExact)]), unread: near.flatMap(({ unread }) => unread) };
}

// Which records have a word and all of some common ones.
export async function togetherHits(engine, word, common) {
  const text = [word, ...common].join(" ");
  return { hits: await screened(engine, text, await engine.ask(text)), unread: [] };
}

function ofLanguages(hits, languages) {
  return languages ? hits.filter(({ shard }) => languages.has(shard.language)) : hits;
}

// Texts of languages without spaces that have the parts of a word: many have it whole, but divided otherwise than it was asked for.
async function nearHits(engine, word, { text, parts, languages }, known) {
  const ids = new Set(known.map(({ id }) => id));
  if (parts === 1 && known.some(({ shard }) => languages.has(shard.language))) return { hits: [], unread: [] };
  const candidates = ofLanguages(await engine.ask(text), languages).filter(({ id }) => !ids.has(id));
  // Parts that the index does not have are left out of the search, and of the places that it gives.
  const likely = ({ at }) => Number(mayStandTogether(at, parts, word.length));
  const inOrder = candidates.toSorted((one, other) => likely(other) - likely(one));
  const hits = await Promise.all(inOrder.slice(0, MOST_READ).map(async (hit) => lookedThrough(hit, await hit.data(), word, text)));
  return { hits: hits.filter(Boolean), unread: inOrder.slice(MOST_READ) };
}

function lookedThrough(hit, { words, title, names, inside }, word, text) {
  const [run] = runsInside(words, folded(word));
  if (run) return { ...hit, at: [], run };
  if (`${title} ${names}`.includes(word)) return { ...hit, at: [] };
  const whole = `${words.join("")} ${names} ${inside}`;
  return text.split(" ").every((part) => whole.includes(part)) ? { ...hit, isNear: true } : null;
}

// Pagefind takes the beginning of a word that it does not know for the word, shard by shard. Its best hit in a shard shows whether
// it did; where that is another form of the word, a search for exactly the word does. So for several words, all of which must be there.
async function screened(engine, text, hits) {
  const first = new Map();
  for (const hit of hits) if (!first.has(hit.shard)) first.set(hit.shard, hit);
  const doubtful = (await Promise.all([...first].map(async ([shard, hit]) => ((await begins(hit, text)) ? null : shard)))).filter(Boolean);
  if (!doubtful.length) return hits;
  const exact = await Promise.all(text.split(" ").map(async (word) => new Set((await engine.ask(`"${word}"`)).map(({ shard }) => shard))));
  const cut = new Set(doubtful.filter((shard) => !exact.every((shards) => shards.has(shard))));
  return hits.filter(({ shard }) => !cut.has(shard));
}

async function begins(hit, text) {
  const { words, title, names, inside } = await hit.data();
  const sought = text.split(" ").map(folded);
  const pool = (hit.at.length ? hit.at.map((place) => words[place] ?? "") : `${title} ${names} ${inside}`.split(/\s+/)).flatMap(partsOf);
  return sought.every((word) => pool.some((part) => part.startsWith(word)));
}

// A phrase in each spelling. Pagefind passes over a phrase where the text has one of its words with an accent and without; such texts
// are known by where the words stand, and read.
export async function phraseHits(engine, words) {
  const found = (await Promise.all(spellingsOf(words).map((spelling) => engine.ask(`"${spelling}"`)))).flat();
  const known = new Set(found.map(({ id }) => id));
  const parts = apart(words);
  const telling = parts.filter((part) => !isCommon({ word: part }));
  const sought = telling.length > 1 ? telling : parts;
  const near = (await engine.ask(sought.join(" "))).filter(({ id, at }) => !known.has(id) && mayStandTogether(at, sought.length, parts.length));
  const letters = folded(words.join(""));
  const read = await Promise.all(near.slice(0, MOST_READ).map(async (hit) => ({ ...hit, score: 1, at: [], run: runsIn((await hit.data()).words, [letters])[0] })));
  return { hits: merged([...found, ...read.filter(({ run }) => run)]), unread: near.slice(MOST_READ) };
}

// Hits of one record are one hit; one that is near counts where there is no other.
function merged(hits) {
  const found = new Map();
  for (const hit of hits) {
    const known = found.get(hit.id);
    if (!known || (known.isNear && !hit.isNear)) found.set(hit.id, hit);
    else if (Boolean(known.isNear) === Boolean(hit.isNear)) {
      const at = known.at.length && hit.at.length ? [...new Set([...known.at, ...hit.at])].sort((a, b) => a - b) : known.at.length ? known.at : hit.at;
      found.set(hit.id, { ...known, at, run: known.run.length ? known.run : hit.run, score: Math.max(known.score, hit.score) });
    }
  }
  const all = [...found.values()];
  return all.some(({ isNear }) => !isNear) ? all.filter(({ isNear }) => !isNear) : all;
}
