// Every place in which the words stand, a line each, with what stands to either side.
import { inLanguage, make } from "./elements.js";
import { around } from "./letters.js";
import { say } from "./words.js";

export function tableOfLines(lines) {
  const head = ["line_before", "line_word", "line_after"].map((key) => make("th", { scope: "col", role: "columnheader" }, say(key)));
  const bodies = [];
  for (const [place, line] of lines.entries()) {
    if (line.row !== lines[place - 1]?.row) bodies.push(make("tbody", { role: "rowgroup" }, headOf(line)));
    bodies.at(-1).append(rowOf(line));
  }
  // The roles are named because the rows are laid out as grids, of which not every reader makes a table.
  return make(
    "table", { class: "lines", role: "table" },
    make("caption", { class: "visually-hidden" }, say("lines_caption")),
    make("thead", { class: "visually-hidden", role: "rowgroup" }, make("tr", { role: "row" }, ...head)),
    ...bodies,
  );
}

// The lines of one document stand below its date and title.
function headOf({ card }) {
  const title = make("span", { class: "title", ...inLanguage(card.language) }, card.title);
  return make("tr", { role: "row" }, make("th", { scope: "rowgroup", colspan: 3, role: "rowheader" }, make("span", { class: "date" }, card.date), " ", title));
}

function rowOf({ href, language, left, hit, right }) {
  const cell = (name, ...children) => make("td", { class: name, role: "cell", ...inLanguage(language) }, ...children);
  const [before, words, after] = around(hit);
  return make(
    "tr", { class: "line", role: "row", dir: directionOf(language) },
    cell("before", make("span", {}, left)), cell("hit", before, make("a", { href }, words), after), cell("after", make("span", {}, right)),
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
