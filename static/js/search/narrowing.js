// What facets and dates leave of the rows that were found, how many rows each value would leave, and the bars of the years.
import { DAY, dayOf } from "./calendar.js";

const DAYS_A_MONTH = 30.436875;
const MOST_MONTHS = 36, MOST_BARS = 120;

// For every row how many of the chosen facets and the dates it fails, and the last one it fails: a row that fails one alone would be
// there without it.
export function failing(rows, chosen, facets, range, dates) {
  const failures = new Map();
  for (const row of rows.keys()) {
    let count = 0, which = "";
    for (const [name, numbers] of chosen) if (!facets.get(name).of[row].some((number) => numbers.has(number))) [count, which] = [count + 1, name];
    if (range && !(dates.isDated[row] && dates.first[row] <= range.last && dates.last[row] >= range.first)) [count, which] = [count + 1, "dates"];
    failures.set(row, count === 0 ? "" : count === 1 ? which : null);
  }
  return failures;
}

// How many rows each value of a facet has, of those that pass everything but the facet itself.
export function countsOf(failures, name, facet) {
  const counts = new Uint32Array(facet.values.length);
  for (const [row, failure] of failures) {
    if (failure === "" || failure === name) for (const number of facet.of[row]) counts[number]++;
  }
  return counts;
}

// The rows that pass everything but the dates, by the month, year, ten years or more in which their date may begin; of a date without
// a beginning, by its end.
export function barsOf(failures, dates) {
  const rows = [...failures].filter(([, failure]) => failure === "" || failure === "dates").map(([row]) => row);
  const spans = rows.filter((row) => dates.isDated[row]).map((row) => closed(dates.first[row], dates.last[row])).filter(([day]) => Number.isFinite(day));
  const undated = rows.length - spans.length;
  if (!spans.length) return { first: null, last: null, undated, bars: [] };
  let first = Infinity, last = -Infinity;
  for (const [from, to] of spans) [first, last] = [Math.min(first, from), Math.max(last, to)];
  const step = stepFor((last - first) / DAYS_A_MONTH);
  const counts = new Map();
  for (const [day] of spans) counts.set(unitOf(day, step), (counts.get(unitOf(day, step)) ?? 0) + 1);
  const bars = [];
  for (let unit = unitOf(first, step); unit <= unitOf(last, step); unit++) bars.push({ from: dayOf(0, unit * step, 1), to: dayOf(0, (unit + 1) * step, 1) - 1, count: counts.get(unit) ?? 0 });
  return { first, last, undated, bars };
}

function closed(first, last) {
  return Number.isFinite(first) ? [first, Number.isFinite(last) ? last : first] : [last, last];
}

function stepFor(months) {
  if (months <= MOST_MONTHS) return 1;
  let step = 12;
  while (months > step * MOST_BARS) step *= 10;
  return step;
}

function unitOf(day, step) {
  const date = new Date(day * DAY);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / step);
}
