// Every place in which the words stand, a line each, with what stands to either side.
import { inLanguage, make } from "./elements.js";
import { say } from "./words.js";

export function tableOfLines(lines) {
  const head = ["line_document", "line_before", "line_word", "line_after"].map((key) => make("th", { scope: "col", role: "columnheader" }, say(key)));
  let before;
  const rows = lines.map((line) => {
    const isSame = line.row === before;
    before = line.row;
    return rowOf(line, isSame);
  });
  // The roles are named because the rows are laid out as grids, of which not every reader makes a table.
  return make(
    "table", { class: "lines", role: "table" },
    make("caption", { class: "visually-hidden" }, say("lines_caption")),
    make("thead", { class: "visually-hidden", role: "rowgroup" }, make("tr", { role: "row" }, ...head)),
    make("tbody", { role: "rowgroup" }, ...rows),
  );
}

// What document a line is of is seen once, and heard with each.
function rowOf({ card, href, language, left, hit, right }, isSame) {
  const words = inLanguage(language);
  const cell = (name, ...children) => make("td", { class: name, role: "cell", ...words }, ...children);
  return make(
    "tr", { role: "row", dir: directionOf(language), class: isSame ? "same" : null },
    make("th", { scope: "row", role: "rowheader", dir: "ltr" }, make("span", { class: "date" }, card.date), " ", make("span", { class: "title", ...inLanguage(card.language) }, card.title)),
    cell("before", make("span", {}, left)),
    cell("hit", make("a", { href, "data-line": true }, hit)),
    cell("after", make("span", {}, right)),
  );
}

function directionOf(language) {
  try {
    const locale = new Intl.Locale(language);
    return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "ltr";
  } catch {
    return "ltr";
  }
}
