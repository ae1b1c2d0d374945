// The documents that were found: when, what, from where, and the passages in which the words stand.
import { inLanguage, make } from "./elements.js";
import { around } from "./letters.js";
import { listed, nameOfLanguage, say } from "./words.js";

// The items of the list at once, and when all their passages have come.
export function hitElements({ hits }, state, manifest, root) {
  const hasLanguages = new Set(manifest.shards.map(({ language }) => language)).size > 1;
  const list = [], waiting = [];
  for (const hit of hits) {
    const body = make("div", {}, ...headOf(hit, hasLanguages && Boolean(state.text), root));
    list.push(make("li", {}, make("span", { class: "date" }, hit.card.date), body));
    waiting.push(passagesInto(body, hit, state, root));
  }
  return { list, filled: Promise.all(waiting) };
}

function headOf({ card, found }, saysLanguages, root) {
  const link = make("a", { href: new URL(card.address, root), ...inLanguage(card.language) }, card.title);
  const about = make("p", { class: "kind" }, make("span", { dir: "auto" }, [card.kind, card.provenance].filter(Boolean).join(" · ")));
  if (saysLanguages && found.length) about.append(" ", make("span", { class: "found-in" }, say("found_in", { languages: listed(found.map(nameOfLanguage)) })));
  return [make("h3", {}, link), about];
}

async function passagesInto(body, hit, state, root) {
  const passages = state.text ? await hit.passages() : [];
  body.append(...passages.map((passage) => passageOf(passage, root)));
  if (passages.length) return;
  const names = state.text ? await hit.names() : [];
  if (names.length) body.append(make("p", { class: "passage by-name" }, say("name", { names: names.join(", ") })));
  else if (hit.card.summary) body.append(make("p", { class: "gist", dir: "auto" }, hit.card.summary));
}

function passageOf({ href, language, words, isSpaced = true, cutBefore, cutAfter }, root) {
  const link = make("a", { href: new URL(href, root), ...inLanguage(language) });
  const space = isSpaced ? " " : "";
  if (cutBefore) link.append("… ");
  words.forEach(({ text, isHit }, place) => {
    if (place) link.append(space);
    const [before, word, after] = around(text);
    link.append(...(isHit ? [before, make("mark", {}, word), after] : [text]));
  });
  if (cutAfter) link.append(" …");
  return make("p", { class: "passage" }, link);
}
