// Full text, by Pagefind: the only file that knows of it. A word or a phrase goes in; out come the records that have it, each with its
// score and the places of the words in it, and those that may have it and were too many to be looked through.
import { phraseHits, togetherHits, wordHits } from "./finding.js";
import { wordsOf } from "./letters.js";
import { rememberer } from "./remembering.js";
import { unpacked } from "./unpacked.js";

const RANKING = { pageLength: 0.4, termFrequency: 0.5, metaWeights: { title: 5, names: 4, inside: 1 } };
const REMEMBERED = 60;
// A phrase that a title begins with tells more than one inside the text.
const IN_TITLE = 4;

// Pagefind unpacks in script what comes to it packed; a browser does it sooner. A piece that does not come it takes for an empty one,
// and never asks for it again: how many were lost is counted here.
const PIECE = /\.(pagefind|pf_meta|pf_index|pf_fragment)$/;
const fetched = globalThis.fetch;
let lost = 0;
globalThis.fetch = async (...asked) => {
  const response = fetched(...asked);
  return PIECE.test(asked[0]) ? new Response(await response.then(unpacked).catch(lose)) : response;
};

function lose(error) {
  lost += 1;
  throw error;
}

// A hit is {id, shard, score, at: [place, …], run: [place, …], isNear, data()}: `at` are the places of words, `run` is where a phrase
// stands first; `data()` gives {words, content, anchors, title, names, inside}.
export async function openEngine(root, shards, tag) {
  const engines = await Promise.all(groupsOf(shards).map((group) => load(root, group, tag)));
  const documents = shards.reduce((sum, shard) => sum + shard.documents, 0);
  const answers = rememberer(REMEMBERED);

  // Every engine's hits for something: {hits, unread}; the same words are asked for again in other queries.
  const asked = (name, find) => answers(name, () => Promise.all(engines.map(find)).then(ofAll));

  function ofAll(found) {
    const hits = found.flatMap((each) => each.hits);
    const weight = rarity(documents, hits.length);
    for (const hit of hits) hit.score *= weight;
    return { hits, unread: found.flatMap(({ unread }) => unread) };
  }

  return {
    // Loads what a word that begins so is looked for in.
    expect: (beginning) => Promise.all(engines.map((engine) => engine.expect(beginning))),
    word: (word, isExact = false) => asked(`${isExact ? "=" : ""}${word}`, (engine) => wordHits(engine, word, isExact)),
    phrase: (words) => asked(`"${words.join(" ")}"`, (engine) => phraseHits(engine, words)),
    // Which records have one word and all of these common ones, which alone would cost more than they tell.
    together: (word, common) => asked([word, ...common].join("+"), (engine) => togetherHits(engine, word, common)),
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
  const lostBefore = lost;
  const whole = (answer) => {
    if (lost > lostBefore) throw new Error("a piece of the index did not come");
    return answer;
  };
  const options = { baseUrl: root.pathname, ranking: RANKING, metaCacheTag: tag };
  const { createInstance } = await import(new URL(`pagefind/${shards[0].name}/pagefind.js`, root));
  const pagefind = createInstance(options);
  // Nothing is merged into what could not be loaded: it would wait for ever.
  await pagefind.preload("");
  for (const shard of shards.slice(1)) {
    await pagefind.mergeIndex(new URL(`pagefind/${shard.name}/`, root).href, { ...options, language: shard.language });
  }
  const shardOf = new Map(shards.map((shard) => [shard.name, shard]));
  return {
    shards,
    ask: async (text) => whole(await rawHits(pagefind, shardOf, text)),
    expect: async (text) => whole(await pagefind.preload(text)),
  };
}

// What Pagefind answers. The score of one word has in it how rare the word is in its shard, which is taken out again, so that hits of
// all shards can be compared; that of a phrase has not.
async function rawHits(pagefind, shardOf, text) {
  const { results } = await pagefind.search(text);
  const isPhrase = text.startsWith('"');
  const hits = results.map((result) => ({
    id: result.id,
    shard: shardOf.get(result.id.slice(0, result.id.lastIndexOf("_"))),
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
