// Days counted from 1 January 1970, as the archive counts them, and as a field for dates writes them.
const DAY = 86_400_000;
const FIRST = -719_162, LAST = 2_932_896;

// A day as 1957-05-22, or the first or last that a field for dates can write.
export function written(day) {
  return new Date(Math.min(LAST, Math.max(FIRST, day)) * DAY).toISOString().slice(0, 10);
}

// The number of a day that is written so; NaN for anything else.
export function counted(text) {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}
