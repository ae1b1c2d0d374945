// The words of the page, all from the catalogue that its template has from the archive.
const language = document.documentElement.lang;
const messages = JSON.parse(document.getElementById("search").dataset.messages);
const plural = new Intl.PluralRules(language);
const grouped = new Intl.NumberFormat("en");

// A message with its parts filled in; `count` chooses between one and several as the language has it.
export function say(key, parts = {}) {
  const message = messages[typeof parts.count === "number" ? `${key}.${plural.select(parts.count)}` : key] ?? messages[`${key}.other`] ?? messages[key];
  return message.replace(/\{\{|\}\}|\{(\w+)(:,)?\}/g, (sign, name, isGrouped) => {
    if (!name) return sign[0];
    return isGrouped ? number(parts[name]) : String(parts[name]);
  });
}

// Says in its place what was not to be had; why is for whoever looks into it.
export function sayFailure(place, key, error) {
  place.textContent = say(key);
  console.error(error);
}

// A message, or for a key that the catalogue does not have, the words.
export function orWords(key, words) {
  return messages[key] ?? words;
}

export function number(count) {
  return grouped.format(count);
}

// Several words in a sentence: all of them, or one or another.
export function listed(words, type = "conjunction") {
  return new Intl.ListFormat(language, { type }).format(words);
}

export function nameOfLanguage(tag) {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}

// A day, as 1957-05-22, in words.
export function inWords(day) {
  const [, year, month, date] = /^(\d+)-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year ? say("day", { day: Number(date), month: nameOfMonth(Number(month)), year: nameOfYear(Number(year)) }) : day;
}

export function nameOfMonth(month) {
  return say(`month.${month}`);
}

// A year, counted with a year 0 before the common era: “1957”, “957 CE”, “44 BCE”, as on the other pages.
export function nameOfYear(year) {
  if (year < 1) return say("before_the_era", { year: 1 - year });
  return year < 1000 ? say("early_year", { year }) : String(year);
}

// From one year to another: “1950–1959”, “9 BCE – 1 CE”.
export function nameOfYears(first, last) {
  if (first === last) return nameOfYear(first);
  return first < 1000 ? say("span", { first: nameOfYear(first), end: nameOfYear(last) }) : `${first}–${last}`;
}
