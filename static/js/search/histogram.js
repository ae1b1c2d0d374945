// The dates of an answer: bars of its years, two handles on them and two fields, each exact to the day.
import { counted, written } from "./days.js";
import { make } from "./elements.js";
import { inWords, number, say } from "./words.js";

const WIDTH = 1000, HEIGHT = 100;
const ENDS = ["from", "to"];

export function openDates({ go, glance }) {
  const drawing = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img" });
  const ofEnds = (maker) => Object.fromEntries(ENDS.map((end) => [end, maker(end)]));
  const handles = ofEnds((end) => make("input", { type: "range", step: 1, "aria-label": say(`date_${end}`) }));
  const fields = ofEnds((end) => make("input", { type: "date", name: end, form: "search" }));
  const labelled = ENDS.map((end) => make("label", {}, make("span", {}, say(`date_${end}`)), fields[end]));
  const undated = make("p", { class: "told" });
  const years = make("ul", { class: "bars-in-words" });
  const inTurn = make("details", { class: "year-by-year" }, make("summary", {}, say("year_by_year")), years);
  const element = make(
    "fieldset", { class: "dates" }, make("legend", {}, say("dates")),
    make("div", { class: "handles" }, drawing, handles.from, handles.to), make("div", { class: "days" }, ...labelled), undated, inTurn,
  );
  let bars = [], from = "", to = "";

  async function show({ answer, state, isLast }) {
    const found = await answer.years();
    if (!isLast()) return;
    ({ bars } = found);
    ({ from, to } = state);
    undated.textContent = found.undated ? say(from || to ? "undated_left_out" : "undated", { count: found.undated }) : "";
    element.classList.toggle("empty", !bars.length);
    inTurn.hidden = bars.length < 2;
    if (bars.length) draw();
    place();
  }

  const first = () => bars[0].from, last = () => bars.at(-1).to;

  function draw() {
    const peak = bars.reduce((most, bar) => (bar.count > most.count ? bar : most));
    const scale = WIDTH / (last() + 1 - first());
    drawing.replaceChildren(...bars.map((bar) => {
      const high = bar.count && Math.max(3, (HEIGHT * bar.count) / peak.count);
      const wide = (bar.to + 1 - bar.from) * scale;
      return shape("rect", { x: (bar.from - first()) * scale, y: HEIGHT - high, width: wide * (wide > 4 ? 0.8 : 1), height: high }, shape("title", {}, told(bar)));
    }));
    drawing.setAttribute("aria-label", say("histogram", { first: nameOf(bars[0]), last: nameOf(bars.at(-1)), peak: told(peak) }));
    for (const end of ENDS) Object.assign(handles[end], { min: first(), max: last() });
    if (inTurn.open) tellInTurn();
  }

  // Puts handles and fields where the dates are; an end that is not set stands at the end of what there is.
  function place() {
    Object.assign(fields.from, { value: from });
    Object.assign(fields.to, { value: to });
    if (!bars.length) return;
    handles.from.value = from ? counted(from) : first();
    handles.to.value = to ? counted(to) : last();
    const begin = from ? counted(from) : -Infinity, end = to ? counted(to) : Infinity;
    for (const each of ENDS) handles[each].setAttribute("aria-valuetext", inWords(written(Number(handles[each].value))));
    [...drawing.children].forEach((bar, step) => bar.classList.toggle("outside", bars[step].to < begin || bars[step].from > end));
  }

  // The same in words; each leads to its documents.
  function tellInTurn() {
    const having = bars.filter(({ count }) => count);
    years.replaceChildren(...having.map((bar) => make("li", {}, make("button", { type: "button", class: "plain", onclick: () => go({ from: written(bar.from), to: written(bar.to), isBrowsing: true }) }, nameOf(bar), " ", make("span", { class: "count" }, number(bar.count))))));
  }

  let isWaiting = false;
  function move(end) {
    const day = Number(handles[end].value);
    if (end === "from") handles.from.value = Math.min(day, Number(handles.to.value));
    else handles.to.value = Math.max(day, Number(handles.from.value));
    const at = Number(handles[end].value);
    if (end === "from") from = at <= first() ? "" : written(at);
    else to = at >= last() ? "" : written(at);
    place();
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      glance({ from, to, isBrowsing: true });
    });
  }

  for (const end of ENDS) {
    handles[end].addEventListener("input", () => move(end));
    handles[end].addEventListener("change", () => go({ from, to, isBrowsing: true }, handles[end]));
    fields[end].addEventListener("change", () => go({ ...inOrder(fields.from.value, fields.to.value), isBrowsing: true }, fields[end]));
  }
  inTurn.addEventListener("toggle", () => { if (inTurn.open && bars.length) tellInTurn(); });
  return { element, show };
}

function inOrder(from, to) {
  return from && to && from > to ? { from: to, to: from } : { from, to };
}

function told(bar) {
  return say("bar", { when: nameOf(bar), documents: say("listed", { count: bar.count }) });
}

// A bar is a month, a year or ten years.
function nameOf({ from, to }) {
  const [first, last] = [written(from), written(to)];
  const year = Number(first.slice(0, 4));
  if (first.slice(0, 7) === last.slice(0, 7)) return say("month_of", { month: say(`month.${Number(first.slice(5, 7))}`), year });
  return first.slice(0, 4) === last.slice(0, 4) ? String(year) : `${year}–${Number(last.slice(0, 4))}`;
}

function shape(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
