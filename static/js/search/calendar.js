// Days, months and years as days since 1970-01-01.
export const DAY = 86_400_000;

// The days that “1957”, “1957-05” or “1957-05-22” begins and ends with, or null where there is no such day.
export function daysOf(text) {
  const [, year, month, day] = /^(-?\d{1,5})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (!year || +month > 12 || +month === 0) return null;
  if (!month) return { first: dayOf(+year, 0, 1), last: dayOf(+year + 1, 0, 1) - 1 };
  const first = dayOf(+year, month - 1, 1), last = dayOf(+year, +month, 1) - 1;
  if (!day) return { first, last };
  const meant = first + (+day - 1);
  return +day === 0 || meant > last ? null : { first: meant, last: meant };
}

// Months beyond those of a year are those of the next. Date.UTC would take the years before 100 for those of the twentieth century.
export function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / DAY;
}

// What somebody writes for a day as 1957-05-22: of a year or a month alone the first or the last. "" for nothing, null for what is no
// day between the years 1 and 9999.
export function dayIn(text, end) {
  const written = text.trim();
  if (!written) return "";
  const days = /^\d{4}(-|$)/.test(written) ? daysOf(written) : null;
  return days && !written.startsWith("0000") ? new Date(days[end === "from" ? "first" : "last"] * DAY).toISOString().slice(0, 10) : null;
}
