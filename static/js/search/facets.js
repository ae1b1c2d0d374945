// A facet: its values with how many documents each would leave, chosen ones first, the others most documents first.
import { make, redrawn } from "./elements.js";
import { folded } from "./letters.js";
import { toggled } from "./state.js";
import { number, say, sayFailure } from "./words.js";

const FIRST = 8, MOST = 200, LONG = 20;

export function openFacet(name, { go, isOpen }) {
  const label = say(`facet.${name}`);
  const list = make("ul", {});
  const told = make("p", { class: "told", role: "status" });
  const sought = make("input", { type: "search", autocomplete: "off", spellcheck: "false", hidden: true, "aria-label": say("find_in", { facet: label }), placeholder: say("find_in", { facet: label }) });
  const all = make("button", { type: "button", class: "plain", "aria-expanded": "false", hidden: true });
  const fieldset = make("fieldset", {}, make("legend", { class: "visually-hidden" }, label), sought, list, told, all);
  const element = make("details", { class: "facet", open: isOpen, "data-facet": name }, make("summary", {}, label), fieldset);
  let latest, isWhole = false;

  async function show(next = latest) {
    latest = next;
    const chosen = latest.state.facets[name];
    if (chosen) element.open = true;
    if (!element.open) return;
    const isLast = () => next === latest && next.isLast();
    try {
      const values = await next.answer.facets(name);
      if (isLast()) draw(values);
    } catch (error) {
      if (isLast()) fail(error);
    }
  }

  // No counts are better than those of another answer.
  function fail(error) {
    list.replaceChildren();
    all.hidden = sought.hidden = true;
    sayFailure(told, "unread", error);
  }

  function draw(values) {
    const chosen = values.filter(({ isChosen }) => isChosen);
    const others = values.filter(({ count, isChosen }) => count && !isChosen);
    const key = folded(sought.value);
    const matching = isWhole && key ? others.filter(({ name: each }) => folded(each).includes(key)) : others;
    const shown = matching.slice(0, isWhole ? MOST : Math.max(0, FIRST - chosen.length));
    redrawn(() => list.replaceChildren(...[...chosen, ...shown].map(choice)));
    all.hidden = !isWhole && others.length <= shown.length;
    all.textContent = isWhole ? say("fewer") : say("show_all", { count: chosen.length + others.length });
    all.setAttribute("aria-expanded", String(isWhole));
    sought.hidden = !isWhole || others.length <= LONG;
    told.textContent = !isWhole ? "" : !matching.length && key ? say("no_such_name") : matching.length > MOST ? say("first_names", { count: MOST, total: number(matching.length) }) : "";
    fieldset.classList.toggle("whole", isWhole);
  }

  function choice({ slug, name: words, count, isChosen }) {
    const box = make("input", { type: "checkbox", name, value: slug, form: "search", checked: isChosen, "data-key": `${name} ${slug}`, onchange: () => go({ facets: toggled(latest.state.facets, name, slug), isBrowsing: true }) });
    return make("li", {}, make("label", {}, box, make("span", { dir: "auto" }, words), " ", make("span", { class: "count" }, number(count))));
  }

  all.addEventListener("click", () => {
    isWhole = !isWhole;
    sought.value = "";
    show().then(() => { if (!sought.hidden) sought.focus(); });
  });
  sought.addEventListener("input", () => show());
  element.addEventListener("toggle", () => { if (latest) show(); });
  return { element, show };
}
