// Names that the archive knows under several spellings, in whatever alphabet: whoever asks for one asks for all. So does whoever
// writes a word with German or Nordic letters, which others write in two.
import { isCommon } from "./common_words.js";
import { folded, inTwoLetters } from "./letters.js";
import { rememberer } from "./remembering.js";

const INDEXES = new Set(["people", "organisations", "places"]);
const MOST_WORDS = 6, MOST_SPELLINGS = 16;
const knownBy = rememberer();

// A tree in which each name, a phrase or words that stand together, is any of its spellings.
export async function withSpellings(tree, table) {
  return spelt(tree, await spellingsIn(table));
}

// Map of the letters of a spelling to all spellings of those who bear it. Without the names, words are words.
export function spellingsIn(table) {
  return knownBy(table, () => table.names().then(gathered)).catch(() => new Map());
}

function gathered(names) {
  const known = new Map();
  for (const [index, , spellings] of names) {
    const letters = new Map(spellings.flatMap((spelling) => [spelling, inTwoLetters(spelling)]).map((spelling) => [lettersOf(spelling), spelling]));
    if (!INDEXES.has(index) || letters.size < 2) continue;
    for (const key of letters.keys()) known.set(key, new Map([...(known.get(key) ?? []), ...letters]));
  }
  return known;
}

function lettersOf(spelling) {
  return spelling.split(/\s+/).map(folded).join("");
}

function spelt(node, known) {
  if (node.not) return { not: spelt(node.not, known) };
  if (node.phrase || node.word) return anyOf(node, (node.phrase ?? [node.word]).join(" "), known) ?? inEither(node);
  if (node.any) return node.text ? node : { ...node, any: node.any.map((each) => spelt(each, known)) };
  return node.all ? { ...node, all: inRuns(node.all, known) } : node;
}

// The longest runs of plain words that are a name together.
function inRuns(nodes, known) {
  const found = [];
  for (let start = 0; start < nodes.length;) {
    let end = Math.min(nodes.length, start + MOST_WORDS), name;
    for (; end > start + 1; end--) {
      const run = nodes.slice(start, end);
      if (!run.every(({ word, isExact }) => word && !isExact)) continue;
      name = anyOf({ all: run.map(inEither) }, run.map(({ word }) => word).join(" "), known);
      if (name) break;
    }
    found.push(name ?? spelt(nodes[start], known));
    start = name ? end : start + 1;
  }
  return found;
}

function anyOf(node, words, known) {
  const letters = lettersOf(words);
  const others = [...(known.get(letters) ?? [])].filter(([key]) => key !== letters).slice(0, MOST_SPELLINGS);
  return others.length ? { any: [node, ...others.map(([, spelling]) => nodeOf(spelling))], text: words } : null;
}

// A word or a phrase as it was typed, or with two letters for one.
function inEither(node) {
  const [typed, two] = node.phrase ? [node.phrase, node.phrase.map(inTwoLetters)] : [[node.word], [inTwoLetters(node.word)]];
  if (isCommon(node) || typed.every((word, place) => word.normalize("NFC") === two[place])) return node;
  return { any: [node, node.phrase ? { phrase: two } : { ...node, word: two[0] }], text: typed.join(" ") };
}

function nodeOf(spelling) {
  const words = spelling.split(/\s+/).filter(folded);
  return words.length > 1 ? { phrase: words } : { word: words[0], isExact: true };
}
