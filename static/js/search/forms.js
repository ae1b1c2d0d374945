// What a word is asked for as: in languages that write no spaces between words it is divided as they are indexed, in Korean it is asked
// for without its particle too.
const UNSPACED = new Set(["zh", "ja", "th"]);
const OF_THEIR_SCRIPTS = { zh: /\p{Script=Han}/u, ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, th: /\p{Script=Thai}/u };
const HANGUL = /^\p{Script=Hangul}+$/u;
const PARTICLES = /(?:에서는|에게서|으로서|으로써|이라고|까지|부터|에서|에게|으로|라고|보다|처럼|은|는|이|가|을|를|에|의|와|과|로|도|만)$/u;
const LONGEST_DIVIDED = 4;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

// Forms as [{text, isPhrase, isNear, isRoot, languages}]: `languages` where it holds for the shards of some only, `isNear` where words
// are asked for apart that were typed together, `isRoot` where something was taken off the word.
export function formsOf(word, shards) {
  const languages = new Set(shards.map(({ language }) => language));
  const divided = [...languages].filter((language) => UNSPACED.has(language) && OF_THEIR_SCRIPTS[language].test(word));
  const whole = new Set([...languages].filter((language) => !divided.includes(language)));
  const forms = whole.size ? [{ text: plain(word), languages: divided.length ? whole : null }] : [];
  for (const language of divided) {
    const parts = partsIn(word, language);
    const only = new Set([language]);
    const divisions = new Set([parts.join(" "), ...divisionsOf(word)]);
    for (const text of divisions) forms.push({ text, isPhrase: divisions.size > 1 && text !== word, languages: only });
    forms.push({ text: parts.join(" "), isNear: true, parts: parts.length, languages: only });
  }
  // Texts without spaces divide a number at its signs.
  const unspaced = new Set([...languages].filter((language) => UNSPACED.has(language) && !divided.includes(language)));
  const figures = /\d/.test(word) ? word.split(/[^\p{L}\p{N}]+/u).filter(Boolean) : [];
  if (unspaced.size && figures.length > 1) forms.push({ text: figures.join(" "), isNear: true, parts: figures.length, languages: unspaced });
  const root = languages.has("ko") && HANGUL.test(word) ? word.replace(PARTICLES, "") : word;
  if (root !== word && root.length > 1) forms.push({ text: root, isRoot: true, languages: new Set(["ko"]) });
  return forms.filter(({ text }) => LETTER_OR_DIGIT.test(text));
}

function partsIn(word, language) {
  const parts = [...new Intl.Segmenter(language, { granularity: "word" }).segment(word)].filter(({ isWordLike }) => isWordLike);
  return parts.length ? parts.map(({ segment }) => segment) : [plain(word)];
}

// Every way in which the words of a text may divide a short word: 大使馆 may be 大使|馆 or 大|使馆, as what stands around it has it.
function divisionsOf(word) {
  const letters = [...plain(word)];
  if (letters.length > LONGEST_DIVIDED) return [];
  return letters.slice(1).reduce((divisions, letter) => divisions.flatMap((before) => [`${before}${letter}`, `${before} ${letter}`]), [letters[0] ?? ""]);
}

// Quotation marks and brackets would be signs to the engine.
function plain(word) {
  return word.replace(/["“”\s]/g, "");
}
