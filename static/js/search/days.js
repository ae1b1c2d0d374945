// Days counted from 1 January 1970, as the archive counts them, and as a field for dates writes them.
import { DAY } from "./calendar.js";
import { nameOfMonth, nameOfYear, say } from "./words.js";

const FIRST = -719_162, LAST = 2_932_896;

// A day as 1957-05-22, or the first or last that a field for dates can write.
export function written(day) {
  return new Date(writable(day) * DAY).toISOString().slice(0, 10);
}

// A day, or the nearest to it that a field for dates can write.
export function writable(day) {
  return Math.min(LAST, Math.max(FIRST, day));
}

// Year and month of any day, before Christ too.
export function monthOf(day) {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

// Any day in words.
export function dayInWords(day) {
  const { year, month } = monthOf(day);
  return say("day", { day: new Date(day * DAY).getUTCDate(), month: nameOfMonth(month), year: nameOfYear(year) });
}

// The number of a day that is written so; NaN for anything else.
export function counted(text) {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}
