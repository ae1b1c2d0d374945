// Hits taken along: as a table, for reference managers, as citations. The files are made in the browser.
import { say } from "./words.js";

export const MOST = 500;
const FIELDS = ["title", "date", "kind", "creators", "recipients", "archive", "reference", "address"];
const FORMS = {
  csv: { type: "text/csv", ending: "csv", write: csv },
  ris: { type: "application/x-research-info-systems", ending: "ris", write: ris },
  citations: { type: "text/plain", ending: "txt", write: (each) => each.map(({ citation }) => `${citation}\n`).join("\n") },
};

// Saves the first hits in a form, and returns how many they are.
export async function save(form, answer, root) {
  const { type, ending, write } = FORMS[form];
  const each = await answer.citations(MOST);
  const blob = new Blob([write(each, root)], { type: `${type};charset=utf-8` });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${say("file_name")}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return each.length;
}

// Entries of an archive that does not know its own address have that at which it is read.
function ris(each, root) {
  const place = FIELDS.indexOf("address");
  const located = each.map(({ ris: entry, fields }) => (/^UR  - /m.test(entry) ? entry : entry.replace(/^ER  -/m, `UR  - ${new URL(fields[place], root).href}\nER  -`)));
  return located.map((entry) => `${entry.trim()}\r\n`).join("\r\n");
}

// RFC 4180, with the mark by which spreadsheets know UTF-8.
function csv(each, root) {
  const rows = each.map(({ fields }) => fields.map((field, place) => (FIELDS[place] === "address" ? new URL(field, root).href : field)));
  return `\ufeff${[FIELDS.map((name) => say(`csv_${name}`)), ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

// What a spreadsheet would take for a formula is made words by an apostrophe; a year before Christ, such as -0500, is none.
function cell(text) {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?\d[\d-]*$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
