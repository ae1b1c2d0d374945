// The bars of the years that documents are from, drawn and in words.
import { monthOf, writable, written } from "./days.js";
import { make } from "./elements.js";
import { nameOfMonth, nameOfYear, nameOfYears, number, say } from "./words.js";

const WIDTH = 1000, HEIGHT = 100;
// A bar of one document beside one of thousands is seen, too.
const LOWEST = 3;

export function emptyDrawing() {
  return shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img" });
}

// Draws the bars, of which there is one at least.
export function drawBars(drawing, bars) {
  const peak = bars.reduce((most, bar) => (bar.count > most.count ? bar : most));
  const first = bars[0].from;
  const scale = WIDTH / (bars.at(-1).to + 1 - first);
  const space = bars.length > 150 ? 1 : 0.8;
  drawing.replaceChildren(...bars.map((bar) => {
    const height = bar.count && Math.max(LOWEST, (HEIGHT * bar.count) / peak.count);
    const width = (bar.to + 1 - bar.from) * scale * space;
    return shape("rect", { x: (bar.from - first) * scale, y: HEIGHT - height, width, height }, shape("title", {}, told(bar)));
  }));
  drawing.setAttribute("aria-label", say("histogram", { first: nameOfBar(bars[0]), last: nameOfBar(bars.at(-1)), peak: told(peak) }));
}

// Shows which bars touch a time, given by its first and last day.
export function markBars(drawing, bars, first, last) {
  [...drawing.children].forEach((bar, place) => bar.classList.toggle("outside", bars[place].to < first || bars[place].from > last));
}

// The bars in words; each leads to its documents, but for those whose days no field for dates can write.
export function barsInWords(bars, choose) {
  return bars.filter(({ count }) => count).map((bar) => {
    const words = [nameOfBar(bar), " ", make("span", { class: "count" }, number(bar.count))];
    if (writable(bar.from) !== bar.from || writable(bar.to) !== bar.to) return make("li", {}, ...words);
    return make("li", {}, make("button", { type: "button", class: "plain", onclick: () => choose(written(bar.from), written(bar.to)) }, ...words));
  });
}

function told(bar) {
  return say("bar", { when: nameOfBar(bar), documents: say("listed", { count: bar.count }) });
}

// A bar is a month, a year or ten years and more.
export function nameOfBar({ from, to }) {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first.year !== last.year || first.month !== last.month) return nameOfYears(first.year, last.year);
  return say("month_of", { month: nameOfMonth(first.month), year: nameOfYear(first.year) });
}

function shape(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
