// Full text, by Pagefind: the only file that knows of it. A word or a phrase goes in; out come the records that have it, each with its
// score and the places of the words in it. What Pagefind finds only by cutting the word short is left out.
import { folded, partsOf, wordsOf } from "./letters.js";
import { formsOf } from "./forms.js";

const RANKING = { pageLength: 0.4, termFrequency: 0.5, metaWeights: { title: 5, names: 4, inside: 1 } };
const REMEMBERED = 60;

// A hit is {id, shard, score, at: [place, …], data()}; `data()` gives {words, content, anchors, title, names}.
export async function openEngine(root, shards, tag) {
  const engines = await Promise.all(groupsOf(shards).map((group) => load(root, group, tag)));
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

  const documents = shards.reduce((sum, shard) => sum + shard.documents, 0);
  const weighed = (hits) => hits.map((hit) => ({ ...hit, score: hit.score * rarity(documents, hits.length) }));

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
  const hits = results.map((result) => ({
    id: result.id,
    shard: engine.shardOf.get(result.id.slice(0, result.id.lastIndexOf("_"))),
    score: result.score,
    at: result.words,
    data: () => dataOf(result),
  }));
  if (text.startsWith('"')) return hits;
  const counts = new Map();
  for (const { shard } of hits) counts.set(shard, (counts.get(shard) ?? 0) + 1);
  for (const hit of hits) hit.score /= rarity(hit.shard.documents, counts.get(hit.shard));
  return hits;
}

// How much a word tells that so many of all documents have (BM25).
function rarity(all, having) {
  return Math.log((all - having + 0.5) / (having + 0.5) + 1);
}

async function dataOf(result) {
  const data = await result.data();
  const content = data.raw_content.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
  const { title = "", names = "", inside = "" } = data.meta;
  return { words: wordsOf(content), content, anchors: data.anchors, title, names, inside };
}

// Each form of a word is asked for and holds for the shards of its languages.
async function wordHits(engine, word, isExact) {
  const found = await Promise.all(
    formsOf(word, engine.shards).map(async ({ text, isPhrase, isNear, languages }) => {
      const hits = (await rawHits(engine, isPhrase || isExact ? `"${text}"` : text)).filter(({ shard }) => !languages || languages.has(shard.language));
      if (isNear) for (const hit of hits) hit.isNear = true;
      return isPhrase || isExact ? hits : screened(engine, text, hits);
    }),
  );
  return merged(found.flat());
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

// A phrase as it was typed, and with words that hyphens join in the one and divide in the other.
async function phraseHits(engine, words) {
  const apart = words.flatMap((word) => word.split(/[-‐‑–]/)).filter(folded);
  const spelt = [apart.join(" "), ...apart.slice(1).map((_, place) => [...apart.slice(0, place), apart[place] + apart[place + 1], ...apart.slice(place + 2)].join(" "))];
  const forms = apart.length === 1 ? formsOf(apart[0], engine.shards).map(({ text }) => text) : spelt;
  const found = await Promise.all([...new Set(forms)].map((form) => rawHits(engine, `"${form}"`)));
  return merged(found.flat());
}

// Hits of one record are one hit.
function merged(hits) {
  const found = new Map();
  for (const hit of hits) {
    const known = found.get(hit.id);
    if (!known) found.set(hit.id, hit);
    else {
      const at = [...new Set([...known.at, ...hit.at])].sort((a, b) => a - b);
      found.set(hit.id, { ...known, at, score: Math.max(known.score, hit.score), isNear: known.isNear && hit.isNear });
    }
  }
  return [...found.values()];
}
