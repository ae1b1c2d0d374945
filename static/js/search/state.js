// What is asked, as the address of the page has it, and back.
import { dayIn } from "./calendar.js";

export const FACETS = ["people", "organisations", "places", "archives", "kinds", "languages", "collections", "subjects", "statuses"];
export const HITS_A_PAGE = 10, LINES_A_PAGE = 50;

// `isBrowsing` lists the whole archive where nothing else is asked; `as` is the state of the archive that the address was kept in.
export function read(search) {
  const asked = new URLSearchParams(search);
  const day = (end) => dayIn(asked.get(end) ?? "", end) ?? "";
  const one = (name, allowed) => (allowed.includes(asked.get(name)) ? asked.get(name) : allowed[0]);
  const facets = {};
  for (const name of FACETS) {
    const slugs = [...new Set(asked.getAll(name).filter(Boolean))];
    if (slugs.length) facets[name] = slugs;
  }
  return {
    text: (asked.get("q") ?? "").trim(),
    facets,
    from: day("from"),
    to: day("to"),
    sort: one("sort", ["relevance", "oldest", "newest"]),
    view: one("view", ["documents", "words"]),
    isBrowsing: asked.get("view") === "documents",
    page: Math.max(1, Math.trunc(Number(asked.get("page"))) || 1),
    as: asked.get("as") ?? "",
  };
}

// The address of a state, from the page on; what goes without saying is not written.
export function write(state) {
  const address = new URLSearchParams();
  const set = (name, value) => { if (value) address.append(name, value); };
  set("q", state.text);
  for (const name of FACETS) for (const slug of state.facets[name] ?? []) address.append(name, slug);
  set("from", state.from);
  set("to", state.to);
  set("sort", state.sort !== "relevance" && state.sort);
  if (state.view === "words") set("view", "words");
  else set("view", state.isBrowsing && !isNarrowed(state) && !state.text && "documents");
  set("page", state.page > 1 && String(state.page));
  set("as", state.as);
  return address.size ? `?${address}` : location.pathname;
}

export function isNarrowed({ facets, from, to }) {
  return Boolean(from || to || Object.keys(facets).length);
}

// How many values are chosen, the days as one.
export function countOfChosen({ facets, from, to }) {
  return Object.values(facets).flat().length + (from || to ? 1 : 0);
}

export function isAsked(state) {
  return Boolean(state.text || state.isBrowsing || isNarrowed(state));
}

// One letter finds half the archive and says nothing; one sign of Chinese, Japanese or Korean is a word.
export function isTooShort({ text }) {
  const letters = text.match(/[\p{L}\p{N}]/gu) ?? [];
  return text !== "" && letters.length < 2 && !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

// The facets with one value chosen, or chosen no more.
export function toggled(facets, name, slug) {
  const slugs = facets[name] ?? [];
  const { [name]: _, ...others } = facets;
  const left = slugs.includes(slug) ? slugs.filter((each) => each !== slug) : [...slugs, slug];
  return left.length ? { ...others, [name]: left } : others;
}
