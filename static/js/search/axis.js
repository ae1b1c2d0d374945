// The years below the bars, for the eye: the first and the last, and round years between them where there is room.
import { dayOf } from "./calendar.js";
import { monthOf } from "./days.js";
import { make } from "./elements.js";
import { nameOfBar } from "./histogram.js";
import { nameOfYear } from "./words.js";

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];
// How much of the width a letter takes, and what stays free beside a year.
const LETTER = 0.034, FREE = 0.04;

// The words below some bars, each at its place.
export function ticksOf(bars) {
  const [first, last] = [bars[0].from, bars.at(-1).to + 1];
  const [begin, end] = [endOf(bars[0], "from"), endOf(bars.at(-1), "to")];
  const ends = [make("span", { class: "first" }, begin), ...(bars.length > 1 ? [make("span", { class: "last" }, end)] : [])];
  return [...ends, ...yearsBetween(first, last, begin.length * LETTER, 1 - end.length * LETTER).map(placed)];
}

function placed({ at, words }) {
  const year = make("span", {}, words);
  year.style.insetInlineStart = `${(at * 100).toFixed(2)}%`;
  return year;
}

// A bar of a month is named by it, one of several years by the first or the last of them.
function endOf(bar, end) {
  const [from, to] = [monthOf(bar.from), monthOf(bar.to)];
  return from.year === to.year && from.month === to.month ? nameOfBar(bar) : nameOfYear(monthOf(bar[end]).year);
}

// The years of the smallest step at which none comes too near to another, and none is left out because it comes too near to the ends;
// where there is no such step, without those.
function yearsBetween(first, last, left, right) {
  const [from, to] = [monthOf(first).year, monthOf(last - 1).year];
  // Before the common era no counted year is round.
  if (from < 1) return [];
  let fitting;
  for (const step of STEPS) {
    if ((to - from) / step > 1 / LETTER) continue;
    const all = [];
    for (let year = Math.ceil((from + 1) / step) * step; year < to; year += step) {
      const words = nameOfYear(year);
      all.push({ at: (dayOf(year, 0, 1) - first) / (last - first), words, half: (words.length * LETTER) / 2 });
    }
    const years = all.filter(({ at, half }) => at - half > left + FREE && at + half < right - FREE);
    if (years.some(({ at, half }, place) => place && at - half <= years[place - 1].at + years[place - 1].half + FREE)) continue;
    if (years.length && years.length === all.length) return years;
    fitting ??= years;
  }
  return fitting ?? [];
}
