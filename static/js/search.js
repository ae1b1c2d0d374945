// The search page on Pagefind's programming interface. The state is in the address: ?q= and #results.
// Everything from a document enters the page as text, never as HTML.

const form = document.getElementById("search");
const field = document.getElementById("query");
const statusLine = document.getElementById("status");
const list = document.getElementById("results");
const say = JSON.parse(form.dataset.messages);
const root = new URL(form.dataset.root, document.baseURI);
const indexes = form.dataset.indexes.split(" ").filter(Boolean);

const PER_PAGE = 10;
const PASSAGES = 3;
const WORDS_BEFORE = 10;
const WORDS_SHOWN = 34;

let asked = 0;
let engines;

// The message for a number of things, as the language of the page counts them.
const plural = new Intl.PluralRules(document.documentElement.lang);

function counted(key, count) {
  return say[`${key}.${plural.select(count)}`] ?? say[`${key}.other`];
}

function fill(message, parts) {
  return message.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}

const SPELT_OUT = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h" };

function folded(word) {
  const bare = word.toLowerCase().normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
  return bare.replace(/[łøđðþæœıħ]/g, (letter) => SPELT_OUT[letter]);
}

// One engine for each language that is stemmed, from the first of its parts, and one for all others together; an engine puts the
// results of its parts in one order. Which languages are stemmed stands in what each part says of itself.
async function load([first, ...others]) {
  const options = {
    baseUrl: root.pathname,
    ranking: { pageLength: 0.4, termFrequency: 0.5, metaWeights: { title: 5, names: 4 } },
  };
  const engine = await import(new URL(`pagefind/${first}/pagefind.js`, root));
  await engine.options(options);
  await engine.init();
  for (const part of others) {
    await engine.mergeIndex(new URL(`pagefind/${part}/`, root).href, { ...options, language: part.split("-x-")[0] });
  }
  return engine;
}

async function groups() {
  const found = new Map();
  const entries = await Promise.all(indexes.map(async (index) => (await fetch(new URL(`pagefind/${index}/pagefind-entry.json`, root))).json()));
  indexes.forEach((index, place) => {
    const group = entries[place].languages[index].wasm ? index.split("-x-")[0] : "";
    found.set(group, [...(found.get(group) ?? []), index]);
  });
  return [...found.values()];
}

// The results of all languages, each language's in its own order. Scores of two indexes cannot be compared, so the
// results are dealt out in turn. An index that knows none of the words answers with shorter ones: it is left out.
async function search(query) {
  engines ??= groups().then((each) => each.map(load)).catch((error) => { engines = undefined; throw error; });
  const answered = await Promise.allSettled((await engines).map(async (engine) => {
    const results = await anyOf(await engine, alternatives(query));
    const first = await Promise.all(results.slice(0, PER_PAGE).map((result) => result.data()));
    const answering = results.slice(0, PER_PAGE).filter((_, rank) => missingWords(query, [first[rank]]).length === 0);
    return { results: answering.length ? [...answering, ...results.slice(PER_PAGE)] : [], first };
  }));
  const found = answered.filter((answer) => answer.status === "fulfilled").map((answer) => answer.value);
  if (!found.length) throw answered[0]?.reason ?? new Error("no index");
  const longest = Math.max(0, ...found.map(({ results }) => results.length));
  const results = Array.from({ length: longest }, (_, rank) => found.map((one) => one.results[rank])).flat().filter(Boolean);
  return { results, missing: missingWords(query, found.flatMap(({ first }) => first)) };
}

// Words or phrases of which one is enough are divided by OR.
function alternatives(query) {
  return query.split(/\s+OR\s+/).filter((words) => folded(words));
}

async function anyOf(engine, each) {
  const found = new Map();
  for (const { results } of await Promise.all(each.map((words) => engine.search(words)))) {
    for (const result of results) {
      if (!(found.get(result.id)?.score >= result.score)) found.set(result.id, result);
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

// Whether a word of the text is a form of a word that was asked for: Pagefind falls back to shorter beginnings of a
// word it does not know, which must not pass for the word itself.
function answers(askedWord, foundWord) {
  const a = folded(askedWord), b = folded(foundWord);
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same === a.length || (same >= 4 && same >= a.length - 3 && b.length - same <= 4);
}

function terms(query) {
  return query.split(/[\s"“”«»]+/).filter((word) => folded(word) && word !== "OR");
}

// The best passages of a result: which paragraphs have the hits, and the words around the first of each.
function passages(data) {
  const anchors = data.anchors.filter((anchor) => /^(.+-)?p-[0-9a-f]{6}|^summary$/.test(anchor.id)).sort((a, b) => a.location - b.location);
  const words = data.content.split(/\s+/);
  const groups = new Map();
  for (const hit of data.weighted_locations) {
    let position = -1;
    while (position + 1 < anchors.length && anchors[position + 1].location <= hit.location) position++;
    const group = groups.get(position) ?? { score: 0, at: [] };
    group.score += hit.balanced_score;
    group.at.push(hit.location);
    groups.set(position, group);
  }
  return [...groups]
    .filter(([position]) => position >= 0)
    .sort((a, b) => b[1].score - a[1].score || a[0] - b[0])
    .slice(0, PASSAGES)
    .map(([position, group]) => {
      const begin = anchors[position].location;
      const end = anchors[position + 1]?.location ?? words.length;
      const from = Math.max(begin, Math.min(...group.at) - WORDS_BEFORE);
      const to = Math.min(end, from + WORDS_SHOWN);
      const { id } = anchors[position];
      return { href: data.url + (id === "summary" ? "" : `#${id}`), words: words.slice(from, to), from, hits: new Set(group.at), cutBefore: from > begin, cutAfter: to < end };
    });
}

function passageElement(passage) {
  const paragraph = document.createElement("p");
  paragraph.className = "passage";
  const link = document.createElement("a");
  link.href = passage.href;
  if (passage.cutBefore) link.append("… ");
  passage.words.forEach((word, index) => {
    if (passage.hits.has(passage.from + index)) {
      const mark = document.createElement("mark");
      mark.textContent = word;
      link.append(mark, " ");
    } else {
      link.append(`${word} `);
    }
  });
  if (passage.cutAfter) link.append("…");
  paragraph.append(link);
  return paragraph;
}

function textElement(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function resultElement(data, query) {
  const item = document.createElement("li");
  const body = document.createElement("div");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = data.url;
  link.textContent = data.meta.title;
  heading.append(link);
  body.append(heading);
  const found = passages(data);
  if (found.length) {
    body.append(...found.map(passageElement));
  } else {
    const names = (data.meta.names ?? "").split(", ").filter((name) => terms(query).some((term) => name.split(/[\s-]+/).concat(name).some((part) => answers(term, part))))
      .filter((name, place, all) => all.findIndex((other) => folded(other) === folded(name)) === place);
    body.append(textElement("p", "passage", fill(say.name, { names: names.join(", ") })));
  }
  item.append(body);
  return item;
}

// The words of the query that no result has, in its text, title or names: each is said, not dropped. Of alternatives one
// is enough.
function missingWords(query, results) {
  const missing = alternatives(query).map((words) => missingOf(words, results));
  return missing.some((words) => !words.length) ? [] : missing.flat();
}

function missingOf(query, results) {
  return terms(query).filter((term) => !results.some((data) => {
    const found = data.weighted_locations.map((hit) => hit.location);
    const words = data.content.split(/\s+/);
    const pool = [...found.map((location) => words[location] ?? ""), ...`${data.meta.title} ${data.meta.names ?? ""}`.split(/\s+/)];
    return pool.some((word) => answers(term, word) || word.split(/[-‐–]/).some((part) => answers(term, part)));
  }));
}

async function show(query, mine) {
  const { results, missing } = await search(query);
  let shown = PER_PAGE;
  const first = await Promise.all(results.slice(0, shown).map((result) => result.data()));
  if (mine !== asked) return;
  if (!results.length) {
    const some = missing.length && missing.length < terms(query).length;
    statusLine.textContent = some ? fill(say.missing, { words: missing.join(" ") }) : fill(say.none, { query });
    return;
  }
  statusLine.textContent = fill(counted("found", results.length), { query, count: results.length });
  const add = (data) => list.append(...data.map((one) => resultElement(one, query)));
  add(first);
  if (results.length > shown) {
    const more = textElement("button", "more", say.more);
    more.type = "button";
    more.addEventListener("click", async () => {
      const next = await Promise.all(results.slice(shown, shown + PER_PAGE).map((result) => result.data()));
      if (mine !== asked) return;
      shown += next.length;
      add(next);
      if (shown >= results.length) more.remove();
    });
    list.after(more);
  }
}

async function ask(query) {
  const mine = ++asked;
  const words = query.trim();
  list.replaceChildren();
  document.querySelector(".more")?.remove();
  if (!words) { statusLine.textContent = ""; return; }
  if (folded(words).length < 2) { statusLine.textContent = say.short; return; }
  statusLine.textContent = say.working;
  try {
    await show(words, mine);
  } catch (error) {
    if (mine === asked) statusLine.textContent = say.failed;
    console.error(error);
  }
}

function addressOf(query) {
  const address = new URL(location.href);
  if (query.trim()) address.searchParams.set("q", query.trim()); else address.searchParams.delete("q");
  return address;
}

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { history.replaceState(null, "", addressOf(field.value)); ask(field.value); }, 250);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  history.pushState(null, "", addressOf(field.value));
  ask(field.value);
});
function restore() {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  ask(field.value);
}
addEventListener("popstate", restore);
restore();
if (!field.value) field.focus();
