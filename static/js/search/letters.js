// Words as they are compared: without case, accents and marks. The same letters are spelt out when records are made.
const SPELT_OUT = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ß": "ss" };

// How German and Nordic letters are written where there are none.
const TWO_LETTERS = { "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss" };

const COMBINING = /\p{M}/gu;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]/gu;
const BETWEEN_PARTS = /[^\p{L}\p{N}\p{M}]+/u;
const PLAIN = /^[a-z0-9]*$/, ALONE = /^[a-zA-Z0-9]+$/;
// A sign for “number”, which may stand before one or not.
const NUMBER_SIGN = /(?<![\p{L}\p{N}])(?:no\.?|n°)\s*(?=\d)/gu;

// A word in lower case with its letters and digits only: “Ch'oe Yŏng-gŏn” is “choeyonggon”.
export function folded(word) {
  const small = word.toLowerCase();
  if (PLAIN.test(small)) return small;
  // What a sign stands for may be capitals: “№” is “No”.
  const bare = small.normalize("NFKD").toLowerCase().replace(COMBINING, "").replace(NEITHER_LETTER_NOR_DIGIT, "").normalize("NFC");
  return bare.replace(/[łøđðþæœıħß]/g, (letter) => SPELT_OUT[letter]);
}

// Words as German and Nordic letters are written where there are none: “Mueller” for “Müller”.
export function inTwoLetters(words) {
  return words.normalize("NFC").replace(/[äöüøåæß]/giu, (letter) => {
    const two = TWO_LETTERS[letter.toLowerCase()] ?? "ss";
    return letter === letter.toLowerCase() ? two : two[0].toUpperCase() + two[1];
  });
}

// Whether a word of a text has these letters, which are folded, in either spelling.
export function hasLetters(word, letters) {
  return folded(word).includes(letters) || (!ALONE.test(word) && folded(inTwoLetters(word)).includes(letters));
}

// The parts of a word between its hyphens, apostrophes and brackets, and the whole of it, each folded.
export function partsOf(word) {
  if (ALONE.test(word)) return [word.toLowerCase()];
  const parts = word.split(BETWEEN_PARTS).map(folded).filter(Boolean);
  return parts.length > 1 ? [folded(word), ...parts] : parts;
}

// The words that the text of a record consists of, as the index counts them: texts without spaces have marks between words.
export function wordsOf(content) {
  return content.includes("\u200b") ? content.split("\u200b").filter(Boolean) : content.split(/\s+/).filter(Boolean);
}

// How words of a record stand together: those of a text without spaces bring their own.
export function joined(words, content) {
  return words.join(content.includes("\u200b") ? "" : " ");
}

// A word without the marks before and after it, as it is looked for on the page.
export function bare(word) {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
}

// A word with the marks around it apart: before, the word, after. An editor’s bracket whose other half stands in the word is its own.
export function around(word) {
  const match = /^([^\p{L}\p{N}]*?)((?:\[(?=[^\[]*[\p{L}\p{N}]\][\p{L}\p{N}]))?[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?(?:(?<=[\p{L}\p{N}]\[[^\]]*)\])?)([^\p{L}\p{N}\p{M}]*)$/su.exec(word);
  return match ? match.slice(1) : ["", word, ""];
}

// A number of an archive as it is compared: “№ 106-00719/06” is “1060071906”.
export function numberKey(words) {
  const small = words.replaceAll("№", " ").normalize("NFKC").toLowerCase();
  return small.replace(NUMBER_SIGN, "").replace(NEITHER_LETTER_NOR_DIGIT, "");
}
