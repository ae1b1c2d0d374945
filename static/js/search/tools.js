// What can be done with an answer: seen otherwise, ordered otherwise, saved, kept; what was chosen; the way to its other pages.
import { keptAs } from "./answer_line.js";
import { leading, make } from "./elements.js";
import { HITS_A_PAGE, LINES_A_PAGE, toggled, write } from "./state.js";
import { inWords, number, say, sayFailure } from "./words.js";

const NEAR = 2;

export function toolElements(latest, root) {
  const { answer, state, manifest } = latest;
  if (!answer.total) return [];
  const to = (change) => write({ ...state, page: 1, ...change });
  const tools = [];
  if (state.text) tools.push(choice("views", ["documents", "words"].map((view) => [`view_${view}`, to({ view }), view === state.view])));
  if (state.view === "documents" || !state.text) {
    const orders = state.text ? ["relevance", "oldest", "newest"] : ["oldest", "newest"];
    const sort = state.text || state.sort === "newest" ? state.sort : "oldest";
    tools.push(choice("order", orders.map((order) => [`order_${order}`, to({ sort: order }), order === sort])));
  }
  tools.push(keeping(answer, state, manifest, root));
  return tools;
}

function choice(label, each) {
  const links = each.map(([key, address, isCurrent]) => make("li", {}, leading(address, say(key), { "aria-current": isCurrent ? "true" : null })));
  return make("nav", { class: "choice", "aria-label": say(label) }, make("span", { class: "label", "aria-hidden": "true" }, say(label)), make("ul", {}, ...links));
}

function keeping(answer, state, manifest, root) {
  const told = make("p", { class: "told", role: "status" });
  const button = (key, words, failure, work) => make("button", { type: "button", "data-key": key, onclick: async () => {
    try {
      told.textContent = await work();
    } catch (error) {
      sayFailure(told, failure, error);
    }
  } }, words);
  const saved = (form) => button(`save ${form}`, say(`save_${form}`), "unread", async () => {
    const { save } = await import("./exports.js");
    const count = await save(form, answer, root);
    return count < answer.total ? say("saved_first", { count, total: number(answer.total) }) : say("saved", { count });
  });
  const inside = make("div", { class: "keep-ways" }, ...["csv", "ris", "citations"].map(saved));
  // Only secure addresses have a clipboard, and only a published archive has a state to name.
  if (manifest.publication && navigator.clipboard) {
    inside.append(button("copy address", say("copy_address"), "not_copied", async () => {
      await navigator.clipboard.writeText(new URL(write({ ...state, as: keptAs(manifest) }), location.href).href);
      return say("copied");
    }));
  }
  return make("details", { class: "keep" }, make("summary", { "data-key": "keep" }, say("keep")), inside, told);
}

// What was chosen, each with the way to do without it.
export async function chosenElements(answer, state) {
  const chips = [];
  const chip = (words, change) => chips.push(make("li", {}, leading(write({ ...state, page: 1, as: "", isBrowsing: true, ...change }), words, { "aria-label": say("remove", { words }) })));
  for (const [name, slugs] of Object.entries(state.facets)) {
    const values = new Map((await valuesOf(answer, name)).map((value) => [value.slug, value.name]));
    for (const slug of slugs) chip(values.get(slug) ?? slug, { facets: toggled(state.facets, name, slug) });
  }
  if (state.from) chip(say("from", { date: inWords(state.from) }), { from: "" });
  if (state.to) chip(say("until", { date: inWords(state.to) }), { to: "" });
  if (chips.length > 1) chips.push(make("li", {}, leading(write({ ...state, page: 1, as: "", isBrowsing: true, facets: {}, from: "", to: "" }), say("remove_all"), { class: "all" })));
  return chips;
}

async function valuesOf(answer, name) {
  try {
    return await answer.facets(name);
  } catch {
    return [];
  }
}

// Of many pages the first, the last and those near this one.
export function pagerElement({ answer, lines, state }) {
  const count = lines ? null : Math.ceil(answer.total / HITS_A_PAGE);
  const hasNext = lines ? !lines.isWhole || lines.total > state.page * LINES_A_PAGE : state.page < count;
  if (state.page === 1 && !hasNext) return [];
  const to = (page, words, attributes) => leading(write({ ...state, page }), words, { "data-page": true, ...attributes });
  const line = make("p", {}, lines ? say("page_of_lines", { number: state.page }) : say("page", { number: state.page, count_of_pages: number(count) }));
  if (state.page > 1) line.append(" ", to(state.page - 1, say("before"), { rel: "prev" }));
  if (hasNext) line.append(" ", to(state.page + 1, say("after"), { rel: "next" }));
  if (lines) return [line];
  const pages = Array.from({ length: count }, (_, step) => step + 1).filter((page) => page === 1 || page === count || Math.abs(page - state.page) <= NEAR);
  const items = pages.map((page, place) => make("li", { class: page - (pages[place - 1] ?? 0) > 1 ? "gap" : null }, to(page, number(page), { "aria-current": page === state.page ? "page" : null })));
  return [line, make("ol", {}, ...items)];
}
