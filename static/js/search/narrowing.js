// What facets and dates leave of the rows that were found, how many rows each value would leave, and the bars of the years.
const DAYS_A_MONTH = 30.436875;
const MOST_MONTHS = 36, MOST_YEARS = 120;
const DAY = 86_400_000;

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

// The rows that pass everything but the dates, by the month, year or ten years in which their date may begin.
export function barsOf(failures, dates) {
  const rows = [...failures].filter(([, failure]) => failure === "" || failure === "dates").map(([row]) => row);
  const days = rows.filter((row) => dates.isDated[row]).map((row) => (Number.isFinite(dates.first[row]) ? dates.first[row] : dates.last[row]));
  const undated = rows.length - days.length;
  if (!days.length) return { first: null, last: null, undated, bars: [] };
  let first = Infinity, last = -Infinity;
  for (const row of rows) {
    if (!dates.isDated[row]) continue;
    first = Math.min(first, Number.isFinite(dates.first[row]) ? dates.first[row] : dates.last[row]);
    last = Math.max(last, Number.isFinite(dates.last[row]) ? dates.last[row] : dates.first[row]);
  }
  const months = (last - first) / DAYS_A_MONTH;
  const step = months <= MOST_MONTHS ? 1 : months <= 12 * MOST_YEARS ? 12 : 120;
  const counts = new Map();
  for (const day of days) counts.set(unitOf(day, step), (counts.get(unitOf(day, step)) ?? 0) + 1);
  const bars = [];
  for (let unit = unitOf(first, step); unit <= unitOf(last, step); unit++) bars.push({ from: dayOf(unit * step), to: dayOf((unit + 1) * step) - 1, count: counts.get(unit) ?? 0 });
  return { first, last, undated, bars };
}

function unitOf(day, step) {
  const date = new Date(day * DAY);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / step);
}

function dayOf(month) {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - 12 * Math.floor(month / 12), 1);
  return date.getTime() / DAY;
}
