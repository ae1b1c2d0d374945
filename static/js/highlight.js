// Marks the words that a search found, where its link arrives: ?h=form, once for each form as it stands in the text.
const text = document.querySelectorAll("main .text .block");
const found = document.querySelector(".found-words");
const forms = new URLSearchParams(location.search).getAll("h").map((form) => form.trim()).filter(Boolean);
// Letters of these are written without spaces between words.
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const NOT_TEXT = ".number, .page-break, .reference, .label";

// A form as a whole word, or as several that follow each other. The index has one apostrophe for all.
function patternOf(form) {
  const words = form.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/['’ʼ‘ʻ]/g, "['’ʼ‘ʻ]")).join("\\s+");
  // What ends in a bracket comes without it.
  const whole = `${/^[^[]*\]/.test(form) ? "\\[?" : ""}${words}${/\[[^\]]*$/.test(form) ? "\\]?" : ""}`;
  return UNSPACED.test(form) ? whole : `(?<![\\p{L}\\p{M}\\p{N}])${whole}(?![\\p{L}\\p{M}\\p{N}])`;
}

// The places of a block in which a pattern stands: words may be divided by marks of the editors.
function rangesIn(block, pattern) {
  const nodes = [], walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(NOT_TEXT)) nodes.push(walker.currentNode);
  const starts = [];
  let words = "";
  for (const node of nodes) {
    starts.push(words.length);
    words += node.data;
  }
  const set = (range, side, place) => {
    const at = starts.findLastIndex((start) => (side === "setStart" ? start <= place : start < place));
    range[side](nodes[at], place - starts[at]);
  };
  return [...words.matchAll(pattern)].map(({ index, 0: match }) => {
    const range = new Range();
    set(range, "setStart", index);
    set(range, "setEnd", index + match.length);
    return range;
  });
}

function clear() {
  CSS.highlights.delete("found");
  found.remove();
  const address = new URL(location.href);
  address.searchParams.delete("h");
  // Only another fragment takes the colour from the target; the address keeps the one it had, and the page its place.
  const place = { left: scrollX, top: scrollY, behavior: "instant" };
  location.replace("#");
  scrollTo(place);
  history.replaceState(history.state, "", address);
  target?.setAttribute("tabindex", "-1");
  target?.focus({ preventScroll: true });
}

const target = document.getElementById(location.hash.slice(1));
if (window.Highlight && CSS.highlights && found && forms.length) {
  const pattern = new RegExp(forms.map(patternOf).join("|"), "giu");
  const ranges = [...text].flatMap((block) => rangesIn(block, pattern));
  if (ranges.length) {
    CSS.highlights.set("found", new Highlight(...ranges));
    target?.closest(".text .block")?.before(found);
    found.hidden = false;
    found.querySelector("button").addEventListener("click", clear);
  }
}
