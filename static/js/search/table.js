// The archive's own table: what every document is filed under, column by column. A column is fetched when it is first used.

import { rememberer } from "./remembering.js";
import { unpacked } from "./unpacked.js";

export async function openTable(root) {
  const folder = new URL("search/table/", root);
  const manifest = await manifestIn(folder);
  const files = rememberer(), once = rememberer();

  const file = (name) => files(name, () => read(new URL(`${manifest.digest}/${name}`, folder)).catch(tellWhy));
  const column = (name) => file(`${name}.column`);
  const made = (name, make) => once(name, () => column(name).then(make));

  // Another table has taken the place of this one, and its rows are of other documents.
  async function tellWhy(error) {
    const now = await manifestIn(folder).catch(() => manifest);
    throw now.digest === manifest.digest ? error : Object.assign(new Error("the archive has changed", { cause: error }), { says: "changed_meanwhile" });
  }

  const partOf = (row, size) => Math.floor(row / size);

  return {
    manifest,
    // Which row a record of the full-text index belongs to, by its id.
    rowOfRecord: () => made("records", rowsOfRecords),
    // {first, last, isDated}: for every row the days its date may begin and end with, in days since 1970-01-01.
    dates: () => made("dates", boundsOf),
    // {values: [[slug, name, address]], of: [[value, …] for every row], rows(value), numberOf(slug)}
    facet: (name) => made(name, facetOf),
    names: () => column("names"),
    words: () => column("words"),
    numbers: () => made("numbers", (entries) => new Map(entries)),
    async card(row) {
      const [title, titleLanguage, date, kind, provenance, address, summary] = (await file(`cards/${partOf(row, manifest.cards)}.json`))[row % manifest.cards];
      return { title, language: titleLanguage, date, kind, provenance, address, summary };
    },
    citation: async (row) => (await column(`citations/${partOf(row, manifest.citations)}`))[row % manifest.citations],
  };
}

// A site may have been built without its search.
async function manifestIn(folder) {
  const response = await fetch(new URL("archive.json", folder), { cache: "no-cache" });
  if (response.status === 404) throw Object.assign(new Error("there is no search"), { says: "not_built" });
  if (!response.ok) throw new Error(`${response.status} archive.json`);
  return response.json();
}

async function read(address) {
  return JSON.parse(new TextDecoder().decode(await unpacked(await fetch(address))));
}

function rowsOfRecords(shards) {
  const rows = new Map();
  for (const [shard, { rows: steps, hashes }] of Object.entries(shards)) {
    let row = 0;
    hashes.split(" ").filter(Boolean).forEach((hash, place) => rows.set(`${shard}_${hash}`, (row += steps[place])));
  }
  return rows;
}

function boundsOf({ first, last, dated }) {
  return {
    first: Float64Array.from(first, (day) => day ?? -Infinity),
    last: Float64Array.from(last, (day) => day ?? Infinity),
    isDated: Uint8Array.from(dated),
  };
}

function facetOf({ values, rows }) {
  const bySlug = new Map(values.map(([slug], number) => [slug, number]));
  let members;
  return {
    values,
    of: rows,
    numberOf: (slug) => bySlug.get(slug),
    // The rows of each value, made when a value is first asked for.
    rows(value) {
      if (!members) {
        members = values.map(() => []);
        rows.forEach((numbers, row) => { for (const number of numbers) members[number].push(row); });
      }
      return members[value];
    },
  };
}
