// Full text, by Pagefind: the only file that knows of it. A word or a phrase goes in; out come the records that have it, each with its
// score and the places of the words in it. What Pagefind finds only by cutting the word short is left out.
import { isCommon } from "./common_words.js";
import { formsOf } from "./forms.js";
import { folded, partsOf, wordsOf } from "./letters.js";
import { apart, mayStandTogether, runsIn, runsInside, spellingsOf } from "./phrases.js";

const RANKING = { pageLength: 0.4, termFrequency: 0.5, metaWeights: { title: 5, names: 4, inside: 1 } };
const REMEMBERED = 60;
// So many texts are looked through for a phrase that the engine did not find.
const MOST_READ = 60;
// A phrase that a title begins with tells more than one inside the text.
const IN_TITLE = 4;

// A hit is {id, shard, score, at: [place, …], run: [place, …], isNear, data()}: `at` are the places of words, `run` is where a phrase
// stands first; `data()` gives {words, content, anchors, title, names, inside}.
export async function openEngine(root, shards, tag) {
  const engines = await Promise.all(groupsOf(shards).map((group) => load(root, group, tag)));
  const documents = shards.reduce((sum, shard) => sum + shard.documents, 0);
  const weighed = (hits) => hits.map((hit) => ({ ...hit, score: hit.score * rarity(documents, hits.length) }));
  const answers = new Map();

  // Every engine's hits for something, by their ids; remembered, since the same words are asked for again by every narrowing.
  function asked(key, ask) {
    if (!answers.has(key)) {
      if (answers.size >= REMEMBERED) answers.delete(answers.keys().next().value);
      const answer = Promise.all(engines.map(ask)).then((found) => weighed(found.flat()));
      answer.catch(() => answers.delete(key));
      answers.set(key, answer);
    }
    return answers.get(key);
  }

  return {
    word: (word, isExact = false) => asked(`${isExact ? "=" : ""}${word}`, (engine) => wordHits(engine, word, isExact)),
    phrase: (words) => asked(`"${words.join(" ")}"`, (engine) => phraseHits(engine, words)),
    // Which records have one word and all of these common ones, which alone would cost more than they tell.
    together: (word, common) => asked([word, ...common].join("+"), (engine) => rawHits(engine, [word, ...common].join(" "))),
  };
}

// Shards that one engine can serve: those of a language that is stemmed, and those of all that are not. An engine begins with the
// first of them.
function groupsOf(shards) {
  const groups = new Map();
  for (const shard of shards) {
    const key = shard.stemmed ? shard.language : "";
    groups.set(key, [...(groups.get(key) ?? []), shard]);
  }
  return [...groups.values()];
}

async function load(root, shards, tag) {
  const options = { baseUrl: root.pathname, ranking: RANKING, metaCacheTag: tag };
  const pagefind = await import(new URL(`pagefind/${shards[0].name}/pagefind.js`, root));
  await pagefind.options(options);
  await pagefind.init();
  for (const shard of shards.slice(1)) {
    await pagefind.mergeIndex(new URL(`pagefind/${shard.name}/`, root).href, { ...options, language: shard.language });
  }
  return { pagefind, shards, shardOf: new Map(shards.map((shard) => [shard.name, shard])) };
}

// What Pagefind answers. The score of one word has in it how rare the word is in its shard, which is taken out again, so that hits of
// all shards can be compared; that of a phrase has not.
async function rawHits(engine, text) {
  const { results } = await engine.pagefind.search(text);
  const isPhrase = text.startsWith('"');
  const hits = results.map((result) => ({
    id: result.id,
    shard: engine.shardOf.get(result.id.slice(0, result.id.lastIndexOf("_"))),
    score: result.score * (isPhrase && result.words[0] === 0 ? IN_TITLE : 1),
    at: isPhrase ? [] : result.words,
    run: isPhrase ? result.words : [],
    data: () => dataOf(result),
  }));
  if (isPhrase) return hits;
  const counts = new Map();
  for (const { shard } of hits) counts.set(shard, (counts.get(shard) ?? 0) + 1);
  for (const hit of hits) hit.score /= rarity(hit.shard.documents, counts.get(hit.shard));
  return hits;
}

// How much a word tells that so many of all documents have (BM25).
function rarity(all, having) {
  return Math.log((Math.max(all, having) - having + 0.5) / (having + 0.5) + 1);
}

async function dataOf(result) {
  const data = await result.data();
  const content = data.raw_content.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
  const { title = "", names = "", inside = "" } = data.meta;
  return { words: wordsOf(content), content, anchors: data.anchors, title, names, inside };
}

// Each form of a word is asked for and holds for the shards of its languages.
async function wordHits(engine, word, isExact) {
  const forms = formsOf(word, engine.shards).filter(({ isRoot }) => !isExact || !isRoot);
  const found = await Promise.all(forms.filter(({ isNear }) => !isNear).map(async ({ text, isPhrase, languages }) => {
    const hits = ofLanguages(await rawHits(engine, isPhrase || isExact ? `"${text}"` : text), languages);
    return isPhrase || isExact ? hits : screened(engine, text, hits);
  }));
  const known = found.flat();
  const near = await Promise.all(forms.filter(({ isNear }) => isNear).map((form) => nearHits(engine, word, form, known)));
  return merged([...known, ...near.flat().filter(({ isNear }) => !isNear || !isExact)]);
}

function ofLanguages(hits, languages) {
  return languages ? hits.filter(({ shard }) => languages.has(shard.language)) : hits;
}

// Texts of languages without spaces that have the parts of a word: many have it whole, but divided otherwise than it was asked for. So
// many as may be read are; of the others one cannot say.
async function nearHits(engine, word, { text, parts, languages }, known) {
  const ids = new Set(known.map(({ id }) => id));
  if (parts === 1 && known.some(({ shard }) => languages.has(shard.language))) return [];
  const hits = ofLanguages(await rawHits(engine, text), languages).filter(({ id }) => !ids.has(id));
  // Parts that the index does not have are left out of the search, and of the places that it gives.
  const likely = ({ at }) => Number(mayStandTogether(at, parts, word.length));
  const read = hits.toSorted((one, other) => likely(other) - likely(one)).slice(0, MOST_READ);
  const texts = new Map(await Promise.all(read.map(async (hit) => [hit, await hit.data()])));
  return hits.flatMap((hit) => {
    const data = texts.get(hit);
    if (!data) return parts > 1 ? [{ ...hit, isNear: true }] : [];
    const [run] = runsInside(data.words, folded(word));
    if (run) return [{ ...hit, at: [], run }];
    const whole = `${data.words.join("")} ${data.names} ${data.inside}`;
    if (`${data.title} ${data.names}`.includes(word)) return [{ ...hit, at: [] }];
    return text.split(" ").every((part) => whole.includes(part)) ? [{ ...hit, isNear: true }] : [];
  });
}

// Pagefind takes the beginning of a word that it does not know for the word, shard by shard. Its best hit in a shard shows whether
// it did; where that is another form of the word, a search for exactly the word does.
async function screened(engine, text, hits) {
  const first = new Map();
  for (const hit of hits) if (!first.has(hit.shard)) first.set(hit.shard, hit);
  const doubtful = (await Promise.all([...first].map(async ([shard, hit]) => ((await begins(hit, text)) ? null : shard)))).filter(Boolean);
  if (!doubtful.length) return hits;
  const exact = new Set((await rawHits(engine, `"${text}"`)).map(({ shard }) => shard));
  const cut = new Set(doubtful.filter((shard) => !exact.has(shard)));
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
async function phraseHits(engine, words) {
  const found = (await Promise.all(spellingsOf(words).map((spelling) => rawHits(engine, `"${spelling}"`)))).flat();
  const known = new Set(found.map(({ id }) => id));
  const parts = apart(words);
  const telling = parts.filter((part) => !isCommon({ word: part }));
  const sought = telling.length > 1 ? telling : parts;
  const near = (await rawHits(engine, sought.join(" "))).filter(({ id, at }) => !known.has(id) && mayStandTogether(at, sought.length, parts.length));
  const letters = folded(words.join(""));
  const read = await Promise.all(near.slice(0, MOST_READ).map(async (hit) => ({ ...hit, score: 1, at: [], run: runsIn((await hit.data()).words, [letters])[0] })));
  return merged([...found, ...read.filter(({ run }) => run)]);
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
