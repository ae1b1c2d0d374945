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
  return year ? say("day", { day: Number(date), month: say(`month.${Number(month)}`), year: Number(year) }) : day;
}
